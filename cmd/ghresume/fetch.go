package main

import (
	"cmp"
	"context"
	"fmt"
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

// options tell ghsync what to read, and where.
func (f *fetching) options(w *world, login string, p *resume.Profile) ghsync.Options {
	o := ghsync.Options{
		Login:      login,
		Token:      token(w),
		APIURL:     w.env("GITHUB_API_URL"),
		GraphQLURL: w.env("GITHUB_GRAPHQL_URL"),
		Now:        w.now().UTC(),
		Full:       f.full,
		Include:    included(p),
		Private:    p.GitHub.Private,
		Timeout:    f.timeout,
		Notice:     func(s string) { fmt.Fprintf(w.stderr, "ghresume: %s\n", s) },
	}
	if f.verbose {
		o.Trace = func(s string) { fmt.Fprintln(w.stderr, s) }
	}
	return o
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
func (f *fetching) fetch(ctx context.Context, w *world, login string, p *resume.Profile) (*resume.Snapshot, error) {
	s, _, err := ghsync.Fetch(ctx, f.options(w, login, p))
	return s, err
}
