package main

import (
	"context"
	"fmt"
	"time"

	"github.com/ghresume/ghresume/ghsync"
	"github.com/ghresume/ghresume/internal/hint"
	"github.com/ghresume/ghresume/resume"
)

// freshFor is how long a snapshot is used without reading GitHub if there is no token, so
// that an afternoon of edits does not use up the hour's 60 requests.
const freshFor = time.Hour

// recent returns the saved snapshot if it is fresh enough to be used as it is: only
// without a token.
func (f *fetching) recent(w *cli, login string) *resume.Snapshot {
	if f.full || f.unkept || token(w) != "" {
		return nil
	}
	saved, err := f.load(w, login)
	if err != nil {
		return nil
	}
	if age := w.now().Sub(saved.TakenAt); age < 0 || age >= freshFor || isUnconfirmed(saved) {
		return nil
	}
	return saved
}

// fromRecent returns a recent snapshot with the repositories that the profile has named
// since.
func (f *fetching) fromRecent(ctx context.Context, w *cli, saved *resume.Snapshot, m *sources) (*resume.Snapshot, error) {
	switch {
	case !saved.Knows(m.profile.NamedRepositories(pageHosts(w)...)):
		now, err := f.askForNamed(ctx, w, saved, m)
		if err == nil {
			saved = now
			break
		}
		if f.strict || ctx.Err() != nil {
			return nil, err
		}
		m.logFallback(w, saved, err.Error(), hint.Of(err).Without(hint.Offline).In(w.voice))
	case f.verbose:
		fmt.Fprintf(w.stderr, "0 requests: the snapshot of %s is recent enough without a token; --full re-reads it\n", ageOf(saved.TakenAt, w.now()))
	}
	return saved, f.reportMissing(w, m.profile.Missing(saved))
}

// askForNamed fetches the repositories that the profile names and the snapshot lacks, and
// saves them in it.
func (f *fetching) askForNamed(ctx context.Context, w *cli, saved *resume.Snapshot, m *sources) (*resume.Snapshot, error) {
	client, err := f.client(w)
	if err != nil {
		return nil, err
	}
	account := f.account(w, saved.Login, m)
	account.Old = saved
	begin := time.Now()
	now, err := client.FetchNamed(ctx, account)
	f.printUsage(w, client.Usage(), time.Since(begin))
	if err != nil {
		return nil, err
	}
	path, err := f.snapshotPath(w, saved.Login)
	if err == nil {
		err = ghsync.Save(path, now)
	}
	(&synced{unsaved: err}).reportUnsaved(w)
	return now, nil
}
