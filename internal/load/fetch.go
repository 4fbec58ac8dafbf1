package load

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"github.com/ghresume/ghresume/ghsync"
	"github.com/ghresume/ghresume/internal/cli"
	"github.com/ghresume/ghresume/internal/hint"
	"github.com/ghresume/ghresume/internal/safe"
	"github.com/ghresume/ghresume/resume"
)

// Fetching says how GitHub is read.
type Fetching struct {
	Snapshot string
	Offline  bool
	NoGitHub bool
	Full     bool
	Strict   bool
	Verbose  bool
	Timeout  time.Duration
	Unkept   bool // the snapshot is neither read nor saved
}

// account tells ghsync what to read.
func (f *Fetching) account(w *cli.Env, login string, m *Sources) ghsync.Account {
	return ghsync.Account{
		Login: login, Now: w.Now().UTC(), Full: f.Full, Catalog: m.Catalog,
		Include: m.Profile.NamedRepositories(cli.PageHosts(w)...), Private: m.Profile.GitHub.Private,
	}
}

// Client returns a client of the GitHub in use.
func (f *Fetching) Client(w *cli.Env) (*ghsync.Client, error) {
	config := ghsync.Config{
		Token:      cli.Token(w),
		APIURL:     cli.APIURL(w),
		GraphQLURL: w.Env("GITHUB_GRAPHQL_URL"),
		Timeout:    f.Timeout,
		Notice:     func(s string) { fmt.Fprintf(w.Stderr, "ghresume: %s\n", safe.Text(s)) },
	}
	if f.Verbose {
		config.Trace = func(s string) { fmt.Fprintln(w.Stderr, safe.Text(s)) }
	}
	return ghsync.New(config)
}

// SnapshotPath returns the file of an account's snapshot.
func (f *Fetching) SnapshotPath(w *cli.Env, login string) (string, error) {
	if f.Snapshot != "" {
		return f.Snapshot, nil
	}
	folder, err := SnapshotFolder(w)
	return filepath.Join(folder, FileName(strings.ToLower(login))+".json"), err
}

// SnapshotFolder returns the folder of the snapshots of the GitHub in use.
func SnapshotFolder(w *cli.Env) (string, error) {
	dir, err := w.CacheDir()
	return filepath.Join(dir, FileName(cli.Host(w))), err
}

// FileName makes a host or login safe as one element of a path.
func FileName(s string) string {
	return strings.Map(func(r rune) rune {
		if strings.ContainsRune(`/\:*?"<>|`, r) {
			return '_'
		}
		return r
	}, s)
}

// printUsage prints what the requests cost, with --verbose.
func (f *Fetching) printUsage(w *cli.Env, u ghsync.Usage, took time.Duration) {
	if f.Verbose {
		fmt.Fprintf(w.Stderr, "%d requests (%d REST, %d GraphQL), %d points, %d repositories from the snapshot, %s\n",
			u.REST+u.GraphQL, u.REST, u.GraphQL, u.Points, u.Cached, took.Round(time.Millisecond))
	}
}

// reportMissing reports the repositories of the profile that GitHub does not show; with
// --strict that is a failure.
func (f *Fetching) reportMissing(w *cli.Env, missing resume.Problems) error {
	if len(missing) == 0 {
		return nil
	}
	if f.Strict {
		return cli.Failed(missing, "")
	}
	for _, p := range missing {
		fmt.Fprintf(w.Stderr, "ghresume: %v\nhint: %s\n", p, p.Hint)
	}
	return nil
}

// reportCuts reports what GitHub did not return; permanent cuts are reported only once.
// With --strict a temporary cut is a failure.
func (f *Fetching) reportCuts(w *cli.Env, s *Synced) error {
	var list []string
	passing := false
	for _, c := range s.Now.NewCuts(s.Old) {
		if text := c.String(); !slices.Contains(list, text) { // several queries may be denied the same field
			list = append(list, text)
		}
		passing = passing || !c.Lasting
	}
	if len(list) == 0 {
		return nil
	}
	text := "left out: " + strings.Join(list, ", ")
	if f.Strict && passing {
		return cli.Failed(errors.New(text), "set "+hint.Token+" to read everything, or leave out "+hint.Strict)
	}
	fmt.Fprintf(w.Stderr, "ghresume: %s\n", safe.Text(text))
	return nil
}

// SavedLogins returns the accounts with a saved snapshot for the GitHub in use.
func SavedLogins(w *cli.Env) []string {
	folder, err := SnapshotFolder(w)
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
