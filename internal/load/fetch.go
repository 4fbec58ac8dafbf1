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
	Shown    []string // repositories with technologies in the files to replace
	Unkept   bool     // the snapshot is neither read nor saved
}

// account tells ghsync what to read.
func (f *Fetching) account(env *cli.Env, login string, m *Sources) ghsync.Account {
	return ghsync.Account{
		Login: login, Now: env.Now().UTC(), Full: f.Full, Catalog: m.Catalog, Shown: f.Shown,
		Include: m.Profile.NamedRepositories(cli.PageHosts(env)...), Private: m.Profile.GitHub.Private,
	}
}

// Client returns a client of the GitHub in use.
func (f *Fetching) Client(env *cli.Env) (*ghsync.Client, error) {
	config := ghsync.Config{
		Token:      cli.Token(env),
		APIURL:     cli.APIURL(env),
		GraphQLURL: env.Env("GITHUB_GRAPHQL_URL"),
		Timeout:    f.Timeout,
		Notice:     func(s string) { fmt.Fprintf(env.Stderr, "ghresume: %s\n", safe.Text(s)) },
	}
	if f.Verbose {
		config.Trace = func(s string) { fmt.Fprintln(env.Stderr, safe.Text(s)) }
	}
	return ghsync.New(config)
}

// SnapshotPath returns the file of an account's snapshot.
func (f *Fetching) SnapshotPath(env *cli.Env, login string) (string, error) {
	if f.Snapshot != "" {
		return f.Snapshot, nil
	}
	folder, err := SnapshotFolder(env)
	return filepath.Join(folder, FileName(strings.ToLower(login))+".json"), err
}

// SnapshotFolder returns the folder of the snapshots of the GitHub in use.
func SnapshotFolder(env *cli.Env) (string, error) {
	dir, err := env.CacheDir()
	return filepath.Join(dir, FileName(cli.Host(env))), err
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
func (f *Fetching) printUsage(env *cli.Env, u ghsync.Usage, took time.Duration) {
	if f.Verbose {
		fmt.Fprintf(env.Stderr, "%d requests (%d REST, %d GraphQL), %d points, %d repositories from the snapshot, %s\n",
			u.REST+u.GraphQL, u.REST, u.GraphQL, u.Points, u.Cached, took.Round(time.Millisecond))
	}
}

// reportMissing reports the repositories of the profile that GitHub does not show; with
// --strict that is a failure.
func (f *Fetching) reportMissing(env *cli.Env, missing resume.Problems) error {
	if len(missing) == 0 {
		return nil
	}
	if f.Strict {
		return cli.Failed(missing, "")
	}
	for _, p := range missing {
		fmt.Fprintf(env.Stderr, "ghresume: %v\nhint: %s\n", p, p.Hint)
	}
	return nil
}

// reportCuts reports what GitHub did not return; permanent cuts are reported only once.
// With --strict a temporary cut is a failure.
func (f *Fetching) reportCuts(env *cli.Env, s *Synced) error {
	var missing, kept []string
	passing, isShort := false, false
	for _, c := range s.Now.NewCuts(s.Old) {
		list := &missing
		if !c.Kept.IsZero() {
			list = &kept
		}
		if text := c.String(); !slices.Contains(*list, text) { // several queries may be denied the same field
			*list = append(*list, text)
		}
		passing, isShort = passing || !c.Lasting, isShort || ghsync.IsShort(c)
	}
	var text []string
	if len(missing) > 0 {
		text = append(text, "left out: "+strings.Join(missing, ", "))
	}
	if len(kept) > 0 {
		text = append(text, "not refreshed: "+strings.Join(kept, ", "))
	}
	advice := hint.Hint("")
	if isShort {
		advice = "GitHub hides what it does not list from this token, or has not updated its count yet: if it stays, a token with more access may list it"
	}
	if f.Strict && passing {
		return cli.Failed(errors.New(strings.Join(text, "; ")), strictAdvice(advice))
	}
	for _, line := range text {
		fmt.Fprintf(env.Stderr, "ghresume: %s\n", safe.Text(line))
	}
	if advice != "" {
		fmt.Fprintf(env.Stderr, "hint: %s\n", advice)
	}
	return nil
}

// strictAdvice says how --strict passes.
func strictAdvice(advice hint.Hint) hint.Hint {
	if advice == "" {
		advice = "set " + hint.Token + " to read everything"
	}
	return advice + ", or leave out " + hint.Strict
}

// SavedLogins returns the accounts with a saved snapshot for the GitHub in use.
func SavedLogins(env *cli.Env) []string {
	folder, err := SnapshotFolder(env)
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
