package load

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"slices"
	"strings"
	"time"

	"github.com/ghresume/ghresume/ghsync"
	"github.com/ghresume/ghresume/internal/cli"
	"github.com/ghresume/ghresume/internal/english"
	"github.com/ghresume/ghresume/internal/hint"
	"github.com/ghresume/ghresume/resume"
)

// Fetch returns the account's snapshot: fresh, else saved, else none, which is reported. A
// profile prints without GitHub; without a profile, or with --strict, having no snapshot
// is an error.
func (f *Fetching) Fetch(ctx context.Context, env *cli.Env, login string, m *Sources) (*resume.Snapshot, error) {
	if f.Offline {
		return f.offlineSnapshot(env, login, m)
	}
	if saved := f.recent(env, login); saved != nil {
		return f.fromRecent(ctx, env, saved, m)
	}
	result, err := f.Sync(ctx, env, login, m)
	if err == nil {
		result.ReportUnsaved(env)
		m.IsFirst = IsUnconfirmed(result.Old) || result.Now.Unprinted
		return result.Now, nil
	}
	err = m.withNearestLogin(env, login, err)
	if f.Strict || ctx.Err() != nil || result.Old == nil && m.Source == nil {
		return nil, withoutSnapshot(err, result.Old)
	}
	m.Failure, m.IsFirst = err, result.Old != nil && result.Old.Unprinted
	m.logFallback(env, result.Old, err.Error(), hint.Of(err).Without(hint.Offline).In(env.Voice))
	return result.Old, nil
}

// withoutSnapshot takes from an error the advice to use a snapshot if there is none, and says
// what needs no network.
func withoutSnapshot(err error, old *resume.Snapshot) error {
	advice := hint.Of(err)
	if other := advice.Without(hint.Offline); old == nil && other != advice {
		return cli.Failed(err, other+"; `ghresume init none` writes a profile to fill in, which "+hint.NoGitHub+" prints without a network")
	}
	return err
}

// withNearestLogin adds to "no such user" the account that was most likely meant: one that
// the profile names or that was read before.
func (m *Sources) withNearestLogin(env *cli.Env, login string, err error) error {
	unknown, ok := errors.AsType[*ghsync.Error](err)
	if !ok || unknown.Reason != ghsync.UnknownUser {
		return err
	}
	linked, _ := resume.ParseLogin(m.Profile.Links["github"]) // other hints cover its mistakes
	known := slices.DeleteFunc(append(SavedLogins(env), m.otherLogin, m.Profile.Login(), linked), func(name string) bool {
		return name == "" || strings.EqualFold(name, login)
	})
	if near := english.Nearest(login, known); near != "" {
		return cli.Failed(err, hint.Hint(fmt.Sprintf("did you mean %q?", near)))
	}
	return err
}

// offlineSnapshot returns the saved snapshot, or nil.
func (f *Fetching) offlineSnapshot(env *cli.Env, login string, m *Sources) (*resume.Snapshot, error) {
	saved, err := f.load(env, login)
	if err != nil {
		if m.Source == nil || f.Strict {
			return nil, err
		}
		m.Failure = err
		m.logFallback(env, nil, err.Error(), "")
		return nil, nil
	}
	m.IsFirst = saved.Unprinted
	return saved, f.reportMissing(env, m.Profile.Missing(saved))
}

// logFallback says on stderr what the resume is made from if GitHub was not read.
func (m *Sources) logFallback(env *cli.Env, saved *resume.Snapshot, why, advice string) {
	from := m.Profile.File + " alone"
	if saved != nil {
		from = "the snapshot of " + ageOf(saved.TakenAt, env.Now())
	}
	fmt.Fprintf(env.Stderr, "ghresume: from %s: %s\n", from, why)
	if advice != "" {
		fmt.Fprintf(env.Stderr, "hint: %s\n", advice)
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
func (f *Fetching) load(env *cli.Env, login string) (*resume.Snapshot, error) {
	path, err := f.SnapshotPath(env, login)
	if err != nil {
		return nil, cli.Failed(err, "name a file with "+hint.Snapshot)
	}
	s, err := ghsync.Load(path, login)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, cli.Failed(fmt.Errorf("there is no saved snapshot of %s at %s", login, path), "run `ghresume sync` once, with a network")
	}
	return s, err
}

// Synced is the result of refreshing a snapshot.
type Synced struct {
	Old, Now *resume.Snapshot // old is nil the first time
	Usage    ghsync.Usage
	Unsaved  error // why the new snapshot could not be saved
}

// ReportUnsaved reports that the snapshot was not saved, so that the next run has to read
// everything.
func (s *Synced) ReportUnsaved(env *cli.Env) {
	if s.Unsaved != nil {
		fmt.Fprintf(env.Stderr, "ghresume: nothing could be saved for the next run: %v\n", s.Unsaved)
	}
}

// Sync refreshes the saved snapshot of an account. The result is never nil: it has the
// usage even after an error.
func (f *Fetching) Sync(ctx context.Context, env *cli.Env, login string, m *Sources) (*Synced, error) {
	result := &Synced{}
	path, err := f.SnapshotPath(env, login)
	if err == nil && !f.Unkept {
		result.Old = loadOrSetAside(env, path, login)
	}
	if !f.Unkept {
		result.Unsaved = err
	}
	client, err := f.Client(env)
	if err != nil {
		return result, err
	}
	account := f.account(env, login, m)
	account.Old = result.Old
	bar := cli.NewProgress(env, f.Verbose)
	account.Progress = bar.Set
	begin := time.Now()
	result.Now, err = client.Fetch(ctx, account)
	bar.End()
	result.Usage = client.Usage()
	f.printUsage(env, result.Usage, time.Since(begin))
	if err != nil {
		return result, err
	}
	mayLack := result.Now.API == "rest" || slices.ContainsFunc(result.Now.Cut, ghsync.IsDenied) || slices.ContainsFunc(result.Now.Contributions, resume.MergedWork.LacksLines)
	result.Now.Unprinted = mayLack && (IsUnconfirmed(result.Old) || result.Old.Unprinted)
	if text := result.Now.NotOwnWork(); f.Verbose && text != "" {
		fmt.Fprintln(env.Stderr, text)
	}
	if err := f.reportCuts(env, result); err != nil {
		return result, err
	}
	if err := f.reportMissing(env, m.Profile.Missing(result.Now)); err != nil {
		return result, err
	}
	if result.Unsaved == nil && !f.Unkept {
		result.Unsaved = ghsync.Save(path, result.Now)
	}
	return result, nil
}

// loadOrSetAside returns the saved snapshot, or nil if there is none to build upon.
func loadOrSetAside(env *cli.Env, path, login string) *resume.Snapshot {
	old, err := ghsync.Load(path, login)
	if unusable, ok := errors.AsType[*ghsync.SnapshotError](err); ok {
		aside := path + ".old"
		if err := os.Rename(path, aside); err == nil {
			fmt.Fprintf(env.Stderr, "ghresume: %v; moved to %s, reading everything again\n", unusable, aside)
		}
	}
	return old // nil with an error
}

// Printed records that files were written from the snapshot.
func (f *Fetching) Printed(env *cli.Env, m *Sources) {
	if m.Snapshot == nil || !m.Snapshot.Unprinted || f.Unkept {
		return
	}
	m.Snapshot.Unprinted = false
	path, err := f.SnapshotPath(env, m.Snapshot.Login)
	if err == nil {
		err = ghsync.Save(path, m.Snapshot)
	}
	(&Synced{Unsaved: err}).ReportUnsaved(env)
}

// IsUnconfirmed reports whether the next read cannot build on a snapshot: there is none,
// or files were not written because of gaps in it.
func IsUnconfirmed(s *resume.Snapshot) bool { return s == nil || s.FullAt.IsZero() }
