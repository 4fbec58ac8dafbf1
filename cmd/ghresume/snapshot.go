package main

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"slices"
	"strings"
	"time"

	"github.com/ghresume/ghresume/ghsync"
	"github.com/ghresume/ghresume/internal/english"
	"github.com/ghresume/ghresume/internal/hint"
	"github.com/ghresume/ghresume/resume"
)

// fetch returns the account's snapshot: fresh, else saved, else none, which is reported. A
// profile prints without GitHub; without a profile, or with --strict, having no snapshot
// is an error.
func (f *fetching) fetch(ctx context.Context, w *cli, login string, m *sources) (*resume.Snapshot, error) {
	if f.offline {
		return f.offlineSnapshot(w, login, m)
	}
	if saved := f.recent(w, login); saved != nil {
		return f.fromRecent(ctx, w, saved, m)
	}
	result, err := f.sync(ctx, w, login, m)
	if err == nil {
		result.reportUnsaved(w)
		m.isFirst = isUnconfirmed(result.old)
		return result.now, nil
	}
	err = m.withNearestLogin(w, login, err)
	if f.strict || ctx.Err() != nil || result.old == nil && m.source == nil {
		return nil, err
	}
	m.failure = err
	m.logFallback(w, result.old, err.Error(), hint.Of(err).Without(hint.Offline).In(w.voice))
	return result.old, nil
}

// withNearestLogin adds to "no such user" the account that was most likely meant: one that
// the profile names or that was read before.
func (m *sources) withNearestLogin(w *cli, login string, err error) error {
	unknown, ok := errors.AsType[*ghsync.Error](err)
	if !ok || unknown.Reason != ghsync.UnknownUser {
		return err
	}
	linked, _ := resume.ParseLogin(m.profile.Links["github"]) // other hints cover its mistakes
	known := slices.DeleteFunc(append(savedLogins(w), m.otherLogin, m.profile.Login(), linked), func(name string) bool {
		return name == "" || strings.EqualFold(name, login)
	})
	if near := english.Nearest(login, known); near != "" {
		return failed(err, hint.Hint(fmt.Sprintf("did you mean %q?", near)))
	}
	return err
}

// offlineSnapshot returns the saved snapshot, or nil.
func (f *fetching) offlineSnapshot(w *cli, login string, m *sources) (*resume.Snapshot, error) {
	saved, err := f.load(w, login)
	if err != nil {
		if m.source == nil || f.strict {
			return nil, err
		}
		m.failure = err
		m.logFallback(w, nil, err.Error(), "")
		return nil, nil
	}
	return saved, f.reportMissing(w, m.profile.Missing(saved))
}

// logFallback says on stderr what the resume is made from if GitHub was not read.
func (m *sources) logFallback(w *cli, saved *resume.Snapshot, why, advice string) {
	from := m.profile.File + " alone"
	if saved != nil {
		from = "the snapshot of " + ageOf(saved.TakenAt, w.now())
	}
	fmt.Fprintf(w.stderr, "ghresume: from %s: %s\n", from, why)
	if advice != "" {
		fmt.Fprintf(w.stderr, "hint: %s\n", advice)
	}
}

// ageOf returns a time and how long ago it was: "12:04, 3 h old".
func ageOf(taken, now time.Time) string {
	taken = taken.In(now.Location())
	switch age := now.Sub(taken); {
	case age < time.Hour:
		return fmt.Sprintf("%s, %d min old", taken.Format("15:04"), int(max(age, 0).Minutes()))
	case age < 24*time.Hour:
		return fmt.Sprintf("%s, %d h old", taken.Format("15:04"), int(age.Hours()))
	default:
		return fmt.Sprintf("%s, %d d old", taken.Format(time.DateOnly), int(age.Hours()/24))
	}
}

// load returns the snapshot of an earlier run.
func (f *fetching) load(w *cli, login string) (*resume.Snapshot, error) {
	path, err := f.snapshotPath(w, login)
	if err != nil {
		return nil, failed(err, "name a file with "+hint.Snapshot)
	}
	s, err := ghsync.Load(path, login)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, failed(fmt.Errorf("there is no saved snapshot of %s at %s", login, path), "run `ghresume sync` once, with a network")
	}
	return s, err
}

// synced is the result of refreshing a snapshot.
type synced struct {
	old, now *resume.Snapshot // old is nil the first time
	usage    ghsync.Usage
	unsaved  error // why the new snapshot could not be saved
}

// reportUnsaved reports that the next run will have to read everything.
func (s *synced) reportUnsaved(w *cli) {
	if s.unsaved != nil {
		fmt.Fprintf(w.stderr, "ghresume: nothing could be saved for the next run: %v\n", s.unsaved)
	}
}

// sync refreshes the saved snapshot of an account. The result is never nil: it has the
// usage even after an error.
func (f *fetching) sync(ctx context.Context, w *cli, login string, m *sources) (*synced, error) {
	result := &synced{}
	path, err := f.snapshotPath(w, login)
	if err == nil && !f.unkept {
		result.old = loadOrSetAside(w, path, login)
	}
	if !f.unkept {
		result.unsaved = err
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
	f.printUsage(w, result.usage, time.Since(begin))
	if err != nil {
		return result, err
	}
	if text := result.now.NotOwnWork(); f.verbose && text != "" {
		fmt.Fprintln(w.stderr, text)
	}
	if err := f.reportCuts(w, result); err != nil {
		return result, err
	}
	if err := f.reportMissing(w, m.profile.Missing(result.now)); err != nil {
		return result, err
	}
	if result.unsaved == nil && !f.unkept {
		result.unsaved = ghsync.Save(path, result.now)
	}
	return result, nil
}

// loadOrSetAside returns the saved snapshot, or nil if there is none to build upon.
func loadOrSetAside(w *cli, path, login string) *resume.Snapshot {
	old, err := ghsync.Load(path, login)
	if unusable, ok := errors.AsType[*ghsync.Unusable](err); ok {
		if aside, err := ghsync.SetAside(path); err == nil {
			fmt.Fprintf(w.stderr, "ghresume: %v; moved to %s, reading everything again\n", unusable, aside)
		}
	}
	return old // nil with an error
}

// isUnconfirmed tells that a snapshot is not built upon: there is none, or files
// were refused for what it lacks.
func isUnconfirmed(s *resume.Snapshot) bool { return s == nil || s.FullAt.IsZero() }
