package main

import (
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"time"

	"github.com/ghresume/ghresume/internal/cli"
	"github.com/ghresume/ghresume/resume"
	"github.com/ghresume/ghresume/resume/skill"
)

// Limits of a checkout; anything beyond them is not read.
const (
	maxCheckoutFiles = 200_000
	maxManifests     = 500
	maxManifestBytes = 512 << 10
	maxDepth         = 8
)

// readCheckout makes a snapshot of one repository from the code in a folder. It does not
// follow links out of the folder.
func readCheckout(dir string, catalog *skill.Catalog, now time.Time) (*resume.Snapshot, error) {
	absolute, err := filepath.Abs(dir)
	if err != nil {
		return nil, cli.UsageError("", "%w", err)
	}
	root, err := os.OpenRoot(absolute)
	if err != nil {
		return nil, cli.UsageError("name a folder that holds code", "%w", err)
	}
	defer root.Close()
	paths, languages, err := listCheckout(root.FS())
	if err != nil {
		return nil, cli.Failed(err, "")
	}
	const owner = "local"
	r := resume.Repository{
		Name: owner + "/" + filepath.Base(absolute), PushedAt: now, Languages: languages,
		Facts: append(catalog.FileFacts(paths), manifestFacts(root, paths)...),
	}
	return &resume.Snapshot{TakenAt: now, Login: owner, Repositories: []resume.Repository{r}}, nil
}

// listCheckout lists the files of a folder and counts their bytes by language.
func listCheckout(files fs.FS) (paths []string, languages map[string]int64, err error) {
	languages = map[string]int64{}
	err = fs.WalkDir(files, ".", func(path string, entry fs.DirEntry, err error) error {
		switch {
		case err != nil:
			return err
		case entry.IsDir() && isForeign(entry.Name()):
			return fs.SkipDir
		case !entry.Type().IsRegular():
			return nil
		case len(paths) == maxCheckoutFiles:
			return fs.SkipAll
		}
		paths = append(paths, path)
		if language := skill.LanguageOf(path); language != "" {
			if info, err := entry.Info(); err == nil {
				languages[language] += info.Size()
			}
		}
		return nil
	})
	return paths, languages, err
}

// isForeign reports whether a folder usually holds much code, none of it the user's own.
func isForeign(folder string) bool {
	switch folder {
	case ".git", "node_modules", "vendor", "third_party", ".venv":
		return true
	}
	return false
}

// manifestFacts reads the facts in the manifests.
func manifestFacts(root *os.Root, paths []string) []skill.Fact {
	var facts []skill.Fact
	for _, path := range skill.ManifestPaths(paths, maxManifests) {
		if strings.Count(path, "/") > maxDepth {
			continue
		}
		if content, err := readSome(root, path); err == nil {
			facts = append(facts, skill.ReadManifest(path, content)...)
		}
	}
	return facts
}

func readSome(root *os.Root, path string) ([]byte, error) {
	file, err := root.Open(path)
	if err != nil {
		return nil, err
	}
	defer file.Close()
	content, err := io.ReadAll(io.LimitReader(file, maxManifestBytes+1))
	if err == nil && len(content) > maxManifestBytes {
		err = fmt.Errorf("%s: too large", path)
	}
	return content, err
}
