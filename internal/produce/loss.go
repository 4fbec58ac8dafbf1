package produce

import (
	"archive/zip"
	"bytes"
	"fmt"
	"io"
	"regexp"
	"slices"
	"strings"

	"github.com/ghresume/ghresume/internal/atomicfile"
	"github.com/ghresume/ghresume/internal/cli"
	"github.com/ghresume/ghresume/internal/hint"
	"github.com/ghresume/ghresume/internal/load"
)

// WithoutLoss returns the files to write if GitHub could not be read. A file that would
// lose what GitHub knows is left as it is, because an old README is better than a poor one:
// this is an error, and nothing is written, unless the user asked to stay offline. The
// pictures that the file shows are left too.
func WithoutLoss(f *load.Fetching, env *cli.Env, m *load.Sources, files []atomicfile.File) ([]atomicfile.File, error) {
	if m.Failure == nil || m.Snapshot != nil {
		return files, Refusing(f, env, m, RefuseGapsOf(m, cli.Host(env), files))
	}
	var kept []atomicfile.File
	var shown []string
	for _, file := range files {
		_, old, err := atomicfile.Read(file.Path)
		if err != nil {
			return nil, err
		}
		lost := firstFew(lostFacts(cli.Host(env), old, file.Data))
		if len(lost) == 0 {
			kept = append(kept, file)
			continue
		}
		stays := fmt.Sprintf("%s is left as it was, since it would lose %s", file.Path, strings.Join(lost, ", "))
		if !f.Offline {
			return nil, cli.Failed(fmt.Errorf("%w; %s", m.Failure, stays), "try again when GitHub answers; "+hint.NoGitHub+" writes the profile alone")
		}
		shown = append(shown, PicturesOf(file.Path, old)...)
		fmt.Fprintf(env.Stderr, "ghresume: %s\nhint: run `ghresume sync` once, with a network; %s writes the profile alone\n", stays, hint.Hint(hint.NoGitHub).In(env.Voice))
	}
	return slices.DeleteFunc(kept, func(f atomicfile.File) bool { return slices.Contains(shown, f.Path) }), nil
}

// lostRepositories returns those that the old text links to and the new does not.
func lostRepositories(host string, old, now []byte) []string {
	return missingFrom(repositoriesIn(host, now), repositoriesIn(host, old))
}

// missingFrom returns the names that a list lacks.
func missingFrom(have, want []string) []string {
	return slices.DeleteFunc(slices.Clone(want), func(name string) bool {
		_, found := slices.BinarySearch(have, name)
		return found
	})
}

// firstFew shortens a list of names for a message.
func firstFew(names []string) []string {
	const most = 3
	if more := len(names) - most; more > 0 {
		return append(names[:most], fmt.Sprintf("and %d more", more))
	}
	return names
}

// repositoriesIn returns the repositories whose addresses a document contains, sorted.
func repositoriesIn(host string, document []byte) []string {
	address := regexp.MustCompile(`(?:github\.com|` + regexp.QuoteMeta(host) + `)/([A-Za-z0-9_-]+/[A-Za-z0-9_.-]+)`)
	var names []string
	for _, found := range address.FindAllSubmatch(unpacked(document), -1) {
		names = append(names, strings.TrimRight(string(found[1]), "."))
	}
	slices.Sort(names)
	return slices.Compact(names)
}

// unpacked returns the text of a document, for a DOCX that of the files in it.
func unpacked(document []byte) []byte {
	archive, err := zip.NewReader(bytes.NewReader(document), int64(len(document)))
	if err != nil {
		return document
	}
	const most = 8 << 20 // bytes of a file in it
	var text bytes.Buffer
	for _, file := range archive.File {
		if r, err := file.Open(); err == nil {
			_, _ = io.CopyN(&text, r, most) // what a damaged file lacks cannot be lost
			r.Close()
		}
	}
	return text.Bytes()
}
