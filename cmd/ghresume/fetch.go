package main

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"io/fs"
	"net/url"
	"os"
	"path/filepath"
	"strings"
	"time"

	"github.com/cli/go-gh/v2/pkg/auth"
	"github.com/spf13/cobra"

	"github.com/ghresume/ghresume/ghsync"
	"github.com/ghresume/ghresume/resume"
)

// fetching are the flags by which commands say how GitHub is read.
type fetching struct {
	snapshot string
	offline  bool
	full     bool
	strict   bool
	verbose  bool
	timeout  time.Duration
}

func (f *fetching) addFlags(cmd *cobra.Command) {
	flags := cmd.Flags()
	flags.StringVar(&f.snapshot, "snapshot", "", "where GitHub's answers are kept (default: the user's cache folder)")
	flags.BoolVar(&f.offline, "offline", false, "use the saved snapshot and no network")
	f.addOnlineFlags(cmd)
}

// addOnlineFlags are those of a command that always asks GitHub.
func (f *fetching) addOnlineFlags(cmd *cobra.Command) {
	flags := cmd.Flags()
	flags.BoolVar(&f.full, "full", false, "read everything anew instead of what changed")
	flags.BoolVar(&f.strict, "strict", false, "fail when GitHub cannot give everything")
	flags.BoolVarP(&f.verbose, "verbose", "v", false, "print a line for each request")
	flags.DurationVar(&f.timeout, "timeout", 5*time.Minute, "the longest time that GitHub may take")
}

// account tells ghsync what to read.
func (f *fetching) account(w *world, login string, m *material) ghsync.Account {
	return ghsync.Account{
		Login: login, Now: w.now().UTC(), Full: f.full, Catalogue: m.catalogue,
		Include: included(m.profile), Private: m.profile.GitHub.Private,
	}
}

// client talks to the GitHub in use.
func (f *fetching) client(w *world) (*ghsync.Client, error) {
	config := ghsync.Config{
		Token:      token(w),
		APIURL:     w.env("GITHUB_API_URL"),
		GraphQLURL: w.env("GITHUB_GRAPHQL_URL"),
		Timeout:    f.timeout,
		Notice:     func(s string) { fmt.Fprintf(w.stderr, "ghresume: %s\n", s) },
	}
	if f.verbose {
		config.Trace = func(s string) { fmt.Fprintln(w.stderr, s) }
	}
	return ghsync.New(config)
}

// included are the repositories that the profile shows whatever their rank.
func included(p *resume.Profile) []string {
	names := append([]string{}, p.GitHub.Projects.Include...)
	for _, entry := range p.Projects {
		if entry.Repo != "" {
			names = append(names, entry.Repo)
		}
	}
	return names
}

// token is GH_TOKEN, GITHUB_TOKEN, or the login of the gh command for the host in use.
func token(w *world) string {
	if t := cmp.Or(w.env("GH_TOKEN"), w.env("GITHUB_TOKEN")); t != "" {
		return strings.TrimSpace(t)
	}
	t, _ := auth.TokenFromEnvOrConfig(host(w))
	return t
}

// host is the GitHub in use: github.com, or the one that GITHUB_API_URL names.
func host(w *world) string {
	u, err := url.Parse(w.env("GITHUB_API_URL"))
	if err != nil || u.Host == "" || u.Host == "api.github.com" {
		return "github.com"
	}
	return u.Host
}

// snapshotPath is where the snapshot of an account is kept.
func (f *fetching) snapshotPath(w *world, login string) (string, error) {
	if f.snapshot != "" {
		return f.snapshot, nil
	}
	dir := w.env("XDG_CACHE_HOME")
	if dir == "" {
		var err error
		if dir, err = os.UserCacheDir(); err != nil {
			return "", err
		}
	}
	return filepath.Join(dir, "ghresume", fileName(host(w)), fileName(strings.ToLower(login))+".json"), nil
}

// fileName makes a host or login safe to be one part of a path.
func fileName(s string) string {
	return strings.Map(func(r rune) rune {
		if strings.ContainsRune(`/\:*?"<>|`, r) {
			return '_'
		}
		return r
	}, s)
}

// fetch asks GitHub for the account, or takes the saved snapshot.
func (f *fetching) fetch(ctx context.Context, w *world, login string, m *material) (*resume.Snapshot, error) {
	if f.offline {
		return f.saved(w, login)
	}
	result, err := f.sync(ctx, w, login, m)
	if err != nil {
		return nil, err
	}
	return result.now, nil
}

// saved is the snapshot of an earlier run.
func (f *fetching) saved(w *world, login string) (*resume.Snapshot, error) {
	path, err := f.snapshotPath(w, login)
	if err != nil {
		return nil, failed(err, "name a file with --snapshot")
	}
	s, err := ghsync.Load(path, login)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, failed(fmt.Errorf("there is no saved snapshot of %s at %s", login, path), "run `ghresume sync` once, with a network")
	}
	return s, err
}

// synced is what one refresh of a snapshot brought.
type synced struct {
	old, now *resume.Snapshot // old is nil the first time
	usage    ghsync.Usage
}

// sync refreshes the saved snapshot of an account. The result is never nil: it
// tells what a failure cost, too.
func (f *fetching) sync(ctx context.Context, w *world, login string, m *material) (*synced, error) {
	result := &synced{}
	path, err := f.snapshotPath(w, login)
	if err != nil {
		return result, failed(err, "name a file with --snapshot")
	}
	if result.old, err = loadOrSetAside(w, path, login); err != nil {
		return result, err
	}
	client, err := f.client(w)
	if err != nil {
		return result, err
	}
	account := f.account(w, login, m)
	account.Old = result.old
	bar := newProgress(w, f.verbose)
	account.Progress = bar.set
	begin := time.Now()
	result.now, err = client.Fetch(ctx, account)
	bar.end()
	result.usage = client.Usage()
	f.tellUsage(w, result.usage, time.Since(begin))
	if err != nil {
		return result, err
	}
	if err := f.tellCuts(w, result.now.Cut); err != nil {
		return result, err
	}
	if err := ghsync.Save(path, result.now); err != nil {
		return result, failed(err, "check that the folder can be written to and the disk has room, or name another file with --snapshot")
	}
	return result, nil
}

// loadOrSetAside is the saved snapshot, or nil when there is none to build upon.
func loadOrSetAside(w *world, path, login string) (*resume.Snapshot, error) {
	old, err := ghsync.Load(path, login)
	unusable, ok := errors.AsType[*ghsync.Unusable](err)
	switch {
	case err == nil:
		return old, nil
	case errors.Is(err, fs.ErrNotExist):
		return nil, nil
	case !ok:
		return nil, failed(err, "name another file with --snapshot")
	}
	aside, err := ghsync.SetAside(path)
	if err != nil {
		return nil, failed(err, "move the file away, or name another with --snapshot")
	}
	fmt.Fprintf(w.stderr, "ghresume: %v; it is set aside as %s and everything is read anew\n", unusable, aside)
	return nil, nil
}

// tellUsage prints what the requests cost, when asked for.
func (f *fetching) tellUsage(w *world, u ghsync.Usage, took time.Duration) {
	if f.verbose {
		fmt.Fprintf(w.stderr, "%d requests (%d REST, %d GraphQL), %d points, %d repositories from the snapshot, %s\n",
			u.REST+u.GraphQL, u.REST, u.GraphQL, u.Points, u.Cached, took.Round(time.Millisecond))
	}
}

// tellCuts says what GitHub did not give; with --strict that is a failure.
func (f *fetching) tellCuts(w *world, cuts []resume.Cut) error {
	if len(cuts) == 0 {
		return nil
	}
	var list []string
	for _, c := range cuts {
		list = append(list, fmt.Sprintf("%s (%s)", c.What, c.Why))
	}
	text := "left out: " + strings.Join(list, ", ")
	if f.strict {
		return failed(errors.New(text), "set GH_TOKEN to read everything, or leave out --strict")
	}
	fmt.Fprintf(w.stderr, "ghresume: %s\n", text)
	return nil
}
