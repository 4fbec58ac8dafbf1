package action

import (
	"cmp"
	"context"
	"fmt"
	"maps"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"

	"github.com/ghresume/ghresume/ghsync"
	"github.com/ghresume/ghresume/internal/atomicfile"
	"github.com/ghresume/ghresume/internal/boundedfile"
	"github.com/ghresume/ghresume/internal/cli"
	"github.com/ghresume/ghresume/internal/english"
	"github.com/ghresume/ghresume/internal/load"
	"github.com/ghresume/ghresume/internal/publish"
)

// sources returns the repository paths of the files that the resume is made from.
func (a *job) sources() []string { return repositoryPaths(a.sourceNames()) }

// sourceNames returns the files that the resume is made from.
func (a *job) sourceNames() []string {
	profile := filepath.ToSlash(cmp.Or(a.inputs.request.Profile, load.DefaultProfile))
	names := []string{profile, path.Join(path.Dir(profile), "skills.toml")}
	if a.data != nil {
		names = append(names, a.localeNames(path.Dir(profile))...)
	}
	if a.inputs.Job != "" {
		names = append(names, a.inputs.Job)
	}
	if strings.HasSuffix(a.inputs.Template, ".tmpl") {
		names = append(names, a.inputs.Template)
	}
	for _, name := range a.named {
		if !slices.Contains(names, name) {
			names = append(names, name)
		}
	}
	return names
}

// localeNames returns the locale files for the languages that the profile prints in.
func (a *job) localeNames(folder string) []string {
	p := a.data.Profile
	languages := []string{p.Layout.Language}
	for _, output := range p.Outputs {
		languages = append(languages, output.Language)
	}
	var names []string
	for _, language := range languages {
		if name := path.Join(folder, "locale."+language+".toml"); language != "" && !slices.Contains(names, name) {
			names = append(names, name)
		}
	}
	return names
}

// checkPaths refuses sources and outputs outside the job's folder, and, if the job
// commits, sources outside the repository.
func (a *job) checkPaths() error {
	for _, name := range append(a.sourceNames(), a.outputs()...) {
		if err := Inside(name); err != nil {
			return cli.UsageError("name a file of the repository", "%w", err)
		}
	}
	if outside := slices.IndexFunc(a.sourceNames(), func(name string) bool { return !filepath.IsLocal(name) }); a.inputs.Commit && outside >= 0 {
		return cli.UsageError("name a file in the repository, so that everyone can see where it comes from", "%s is not in the job's folder, and a commit is asked for", a.sourceNames()[outside])
	}
	return nil
}

// repositoryPaths returns the names of the files inside the repository.
func repositoryPaths(names []string) []string {
	var out []string
	for _, name := range names {
		if inside, err := publish.RepositoryPath(name); err == nil {
			out = append(out, inside)
		}
	}
	return out
}

// readSources reads the sources in the job's folder.
func readSources(paths []string) []ghsync.Source {
	var out []ghsync.Source
	for _, path := range paths {
		data, err := boundedfile.Read(path, cli.MostMade)
		if err != nil {
			data = nil // as if it did not exist
		}
		out = append(out, ghsync.Source{Path: path, Data: data})
	}
	return out
}

// fetchSources copies the sources and outputs from the repository to the job's folder if
// the workflow has no step that checks the repository out.
func (a *job) fetchSources(ctx context.Context) error {
	repository, sources := a.env.Env("GITHUB_REPOSITORY"), a.sources()
	if repository == "" || cli.Token(a.env) == "" || cli.Exists(".git") || len(sources) == 0 || cli.Exists(sources[0]) {
		return nil
	}
	a.fetched = true
	outputs := a.outputs()
	if len(outputs) == 0 {
		outputs = []string{usualOutput}
	}
	return a.fetch(ctx, append(sources, repositoryPaths(outputs)...))
}

// fetch copies those of the given files that the repository has.
func (a *job) fetch(ctx context.Context, paths []string) error {
	if paths = slices.DeleteFunc(paths, cli.Exists); len(paths) == 0 {
		return nil
	}
	repository, sources := a.env.Env("GITHUB_REPOSITORY"), a.sources()
	client, err := a.inputs.request.Client(a.env)
	if err != nil {
		return err
	}
	held, err := client.Files(ctx, repository, cmp.Or(a.env.Env("GITHUB_REF"), "HEAD"), paths)
	a.Usage.Add(client.Usage())
	if err != nil {
		return err
	}
	var files []atomicfile.File
	for _, path := range slices.Sorted(maps.Keys(held)) {
		if slices.Contains(sources, path) {
			a.borrowed = append(a.borrowed, path)
		}
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			return cli.Failed(err, "")
		}
		files = append(files, atomicfile.File{Path: path, Data: held[path]})
	}
	if len(files) > 0 {
		fmt.Fprintf(a.env.Stderr, "ghresume: there is no checkout here; read %s from %s\n", english.Count(len(files), "file"), repository)
	}
	_, err = atomicfile.Write(files...)
	return err
}

// removeFetched removes the fetched files: a self-hosted runner keeps its folders, and
// its next job must not use an old profile.
func (a *job) removeFetched() {
	for _, path := range a.borrowed {
		_ = os.Remove(path) // a leftover does not fail the job
	}
}
