package main

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"github.com/ghresume/ghresume/ghsync"
	"github.com/ghresume/ghresume/internal/hint"
	"github.com/ghresume/ghresume/internal/safe"
	"github.com/ghresume/ghresume/resume"
)

// fetching are the flags that control how GitHub is read.
type fetching struct {
	snapshot string
	offline  bool
	noGitHub bool
	full     bool
	strict   bool
	verbose  bool
	timeout  time.Duration
	unkept   bool // the snapshot is neither read nor saved
}

// account tells ghsync what to read.
func (f *fetching) account(w *cli, login string, m *sources) ghsync.Account {
	return ghsync.Account{
		Login: login, Now: w.now().UTC(), Full: f.full, Catalog: m.catalog,
		Include: m.profile.NamedRepositories(pageHosts(w)...), Private: m.profile.GitHub.Private,
	}
}

// client returns a client of the GitHub in use.
func (f *fetching) client(w *cli) (*ghsync.Client, error) {
	config := ghsync.Config{
		Token:      token(w),
		APIURL:     apiURL(w),
		GraphQLURL: w.env("GITHUB_GRAPHQL_URL"),
		Timeout:    f.timeout,
		Notice:     func(s string) { fmt.Fprintf(w.stderr, "ghresume: %s\n", safe.Text(s)) },
	}
	if f.verbose {
		config.Trace = func(s string) { fmt.Fprintln(w.stderr, safe.Text(s)) }
	}
	return ghsync.New(config)
}

// snapshotPath returns the file of an account's snapshot.
func (f *fetching) snapshotPath(w *cli, login string) (string, error) {
	if f.snapshot != "" {
		return f.snapshot, nil
	}
	folder, err := snapshotFolder(w)
	return filepath.Join(folder, fileName(strings.ToLower(login))+".json"), err
}

// snapshotFolder returns the folder of the snapshots of the GitHub in use.
func snapshotFolder(w *cli) (string, error) {
	dir, err := w.cacheDir()
	return filepath.Join(dir, fileName(host(w))), err
}

// fileName makes a host or login safe as one element of a path.
func fileName(s string) string {
	return strings.Map(func(r rune) rune {
		if strings.ContainsRune(`/\:*?"<>|`, r) {
			return '_'
		}
		return r
	}, s)
}

// printUsage prints what the requests cost, with --verbose.
func (f *fetching) printUsage(w *cli, u ghsync.Usage, took time.Duration) {
	if f.verbose {
		fmt.Fprintf(w.stderr, "%d requests (%d REST, %d GraphQL), %d points, %d repositories from the snapshot, %s\n",
			u.REST+u.GraphQL, u.REST, u.GraphQL, u.Points, u.Cached, took.Round(time.Millisecond))
	}
}

// reportMissing reports the repositories of the profile that GitHub does not show; with
// --strict that is a failure.
func (f *fetching) reportMissing(w *cli, missing resume.Problems) error {
	if len(missing) == 0 {
		return nil
	}
	if f.strict {
		return failed(missing, "")
	}
	for _, p := range missing {
		fmt.Fprintf(w.stderr, "ghresume: %v\nhint: %s\n", p, p.Hint)
	}
	return nil
}

// reportCuts reports what GitHub did not give; permanent cuts are reported only once. With
// --strict a temporary cut is a failure.
func (f *fetching) reportCuts(w *cli, s *synced) error {
	var list []string
	passing := false
	for _, c := range s.now.NewCuts(s.old) {
		if text := c.String(); !slices.Contains(list, text) { // several queries may be denied the same field
			list = append(list, text)
		}
		passing = passing || !c.Lasting
	}
	if len(list) == 0 {
		return nil
	}
	text := "left out: " + strings.Join(list, ", ")
	if f.strict && passing {
		return failed(errors.New(text), "set "+hint.Token+" to read everything, or leave out "+hint.Strict)
	}
	fmt.Fprintf(w.stderr, "ghresume: %s\n", safe.Text(text))
	return nil
}

// savedLogins returns the accounts with a saved snapshot for the GitHub in use.
func savedLogins(w *cli) []string {
	folder, err := snapshotFolder(w)
	if err != nil {
		return nil
	}
	entries, _ := os.ReadDir(folder) // an unreadable folder counts as empty
	var logins []string
	for _, entry := range entries {
		if name, ok := strings.CutSuffix(entry.Name(), ".json"); ok {
			logins = append(logins, name)
		}
	}
	return slices.Compact(logins)
}
