package load

import (
	"context"
	"fmt"
	"slices"
	"time"

	"github.com/ghresume/ghresume/ghsync"
	"github.com/ghresume/ghresume/internal/cli"
	"github.com/ghresume/ghresume/internal/hint"
	"github.com/ghresume/ghresume/resume"
)

// freshFor is how long a snapshot is used without reading GitHub if there is no token, so
// that an afternoon of edits does not use up the hour's 60 requests.
const freshFor = time.Hour

// recent returns the saved snapshot if it is fresh enough to be used as it is: only
// without a token, and not if it has gaps that the next read may fill.
func (f *Fetching) recent(env *cli.Env, login string) *resume.Snapshot {
	if f.Full || f.Unkept || cli.Token(env) != "" {
		return nil
	}
	saved, err := f.load(env, login)
	if err != nil {
		return nil
	}
	age, hasGaps := env.Now().Sub(saved.TakenAt), slices.ContainsFunc(saved.Cut, ghsync.IsGap)
	if age < 0 || age >= freshFor || IsUnconfirmed(saved) || hasGaps {
		return nil
	}
	return saved
}

// fromRecent returns a recent snapshot with the repositories that the profile has named
// since.
func (f *Fetching) fromRecent(ctx context.Context, env *cli.Env, saved *resume.Snapshot, m *Sources) (*resume.Snapshot, error) {
	switch {
	case !saved.Knows(m.Profile.NamedRepositories(cli.PageHosts(env)...)):
		now, err := f.askForNamed(ctx, env, saved, m)
		if err == nil {
			saved = now
			break
		}
		if f.Strict || ctx.Err() != nil {
			return nil, err
		}
		m.logFallback(env, saved, err.Error(), hint.Of(err).Without(hint.Offline).In(env.Voice))
	case f.Verbose:
		fmt.Fprintf(env.Stderr, "0 requests: the snapshot of %s is recent enough without a token; --full re-reads it\n", ageOf(saved.TakenAt, env.Now()))
	}
	m.IsFirst = saved.Unprinted
	return saved, f.reportMissing(env, m.Profile.Missing(saved))
}

// askForNamed fetches the repositories that the profile names and the snapshot lacks, and
// saves them in it.
func (f *Fetching) askForNamed(ctx context.Context, env *cli.Env, saved *resume.Snapshot, m *Sources) (*resume.Snapshot, error) {
	client, err := f.Client(env)
	if err != nil {
		return nil, err
	}
	account := f.account(env, saved.Login, m)
	account.Old = saved
	begin := time.Now()
	now, err := client.FetchNamed(ctx, account)
	f.printUsage(env, client.Usage(), time.Since(begin))
	if err != nil {
		return nil, err
	}
	path, err := f.SnapshotPath(env, saved.Login)
	if err == nil {
		err = ghsync.Save(path, now)
	}
	(&Synced{Unsaved: err}).ReportUnsaved(env)
	return now, nil
}
