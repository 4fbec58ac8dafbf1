package produce

import (
	"errors"
	"fmt"
	"maps"
	"slices"
	"strings"
	"time"
	"unicode"
	"unicode/utf8"

	"github.com/ghresume/ghresume/ghsync"
	"github.com/ghresume/ghresume/internal/atomicfile"
	"github.com/ghresume/ghresume/internal/cli"
	"github.com/ghresume/ghresume/internal/hint"
	"github.com/ghresume/ghresume/internal/load"
	"github.com/ghresume/ghresume/render"
)

// gaps returns what GitHub failed to give this time and no earlier snapshot holds.
func gaps(m *load.Sources) []string {
	var out []string
	if m.Snapshot != nil {
		for _, c := range m.Snapshot.Cut {
			if ghsync.IsGap(c) {
				out = append(out, c.String())
			}
		}
	}
	return out
}

// refuseGap returns an error if a file, or what it has about a repository, would lose words
// because GitHub failed to give something. What GitHub fails to give in every run is no
// longer a gap.
func refuseGap(m *load.Sources, host, path string, old, now []byte) error {
	missing := gaps(m)
	if len(missing) == 0 {
		return nil
	}
	lost := missingFrom(wordsIn(now), wordsIn(old))
	for _, name := range slices.Sorted(maps.Keys(poorerEntries(host, old, now))) {
		lost = append(lost, "text about "+name)
	}
	if m.IsFirst && len(lost) == 0 { // nothing tells whether another choice or order is due to the failure
		lost = rearranged(changedLines(old, now))
	}
	if len(lost) == 0 {
		return nil
	}
	err := fmt.Errorf("GitHub did not give %s; %s is left as it was, since it would lose %s", strings.Join(missing, ", "), path, strings.Join(firstFew(lost), ", "))
	// More may be wrong with a first read than shows, but 60 requests an hour are few.
	isWorthIt := m.Snapshot.API != "rest" || len(deniedFirst(host, m.Snapshot, true).cuts) > 0
	if m.IsFirst && isWorthIt {
		return &readAgain{cli.Failed(err, hint.Hint("run it again; if GitHub goes on like this, "+removing(path)+" to have the file written without that part"))}
	}
	return cli.Failed(err, "run it again: only what is missing is requested then")
}

// RefuseGaps returns an error if a file would be poorer because of what GitHub failed to
// give, denies or does not show without a token: it is left as it is.
func RefuseGaps(m *load.Sources, host, path string, old, now []byte) error {
	old = underNewNames(host, m.Snapshot, old, now)
	if err := refuseGap(m, host, path, old, now); err != nil {
		return err
	}
	kept := deniedFirst(host, m.Snapshot, m.IsFirst)
	names, costs, remedy := kept.names(), kept.costs(old, now), "give the token access"
	if u := unseenFirst(host, m); u != nil && len(costs) == 0 {
		names, costs = u.names(), u.costs(old, now)
		if u.isPrivate() {
			remedy = "make the profile public, or use a token of that account"
		}
		if u.isAnonymous && len(costs) > 0 {
			err := fmt.Errorf("GitHub shows less without a token; %s is left as it was, since it would lose %s", path, strings.Join(firstFew(costs), ", "))
			err = cli.Failed(err, tokenFor(host)+hint.Hint("; to have the file written from what is public, "+removing(path)))
			if u.mayCome(old, now) {
				return &readAgain{err}
			}
			return err
		}
	}
	if len(costs) > 0 {
		err := fmt.Errorf("GitHub does not give %s; %s is left as it was, since it would lose %s", strings.Join(names, ", "), path, strings.Join(firstFew(costs), ", "))
		return &readAgain{cli.Failed(err, hint.Hint(remedy+"; to have the file written without that part, "+removing(path)))}
	}
	return nil
}

// tokenFor says how to give a token for a host.
func tokenFor(host string) hint.Hint {
	if host != "github.com" && !strings.HasSuffix(host, ".ghe.com") {
		return "set " + hint.EnterpriseToken + ", or run " + hint.GhLogin + hint.Hint(" for "+host)
	}
	return "set " + hint.Token + ", or run " + hint.GhLogin
}

// readAgain is the refusal to write a file from a read that nothing confirms.
type readAgain struct{ error }

func (e *readAgain) Unwrap() error { return e.error }

// losesMuch tells that a text which shows repositories would lose a third of them,
// or a fifth of its words: more than changes from one run to the next.
func losesMuch(host string, old, now []byte) bool {
	shown, words := repositoriesIn(host, old), wordsIn(old)
	lost := len(missingFrom(repositoriesIn(host, now), shown))
	return len(shown) > 0 && (3*lost >= len(shown) || 5*len(missingFrom(wordsIn(now), words)) >= len(words))
}

// removing says how a file's old text is given up.
func removing(path string) string {
	if render.IsMarkdown(path) {
		return "empty the block between its markers"
	}
	return "delete it"
}

// Refusing lets the next run read everything again when a file was refused: by then the
// token may have been given access, or GitHub may answer completely.
func Refusing(f *load.Fetching, env *cli.Env, m *load.Sources, err error) error {
	if _, again := errors.AsType[*readAgain](err); !again || f.Unkept {
		return err
	}
	m.Snapshot.FullAt = time.Time{}
	path, notSaved := f.SnapshotPath(env, m.Snapshot.Login)
	if notSaved == nil {
		notSaved = ghsync.Save(path, m.Snapshot)
	}
	(&load.Synced{Unsaved: notSaved}).ReportUnsaved(env)
	return err
}

// RefuseGapsOf applies RefuseGaps to all existing files.
func RefuseGapsOf(m *load.Sources, host string, files []atomicfile.File) error {
	if len(gaps(m)) == 0 && len(deniedFirst(host, m.Snapshot, m.IsFirst).cuts) == 0 && unseenFirst(host, m) == nil {
		return nil
	}
	for _, file := range files {
		_, old, err := atomicfile.Read(file.Path)
		if err != nil {
			return err
		}
		if err := RefuseGaps(m, host, file.Path, old, file.Data); err != nil {
			return err
		}
	}
	return nil
}

// wordsIn returns the words of a document, sorted; none if it cannot be read.
func wordsIn(document []byte) []string {
	text := readable(document)
	if !utf8.Valid(text) {
		return nil
	}
	words := strings.FieldsFunc(string(text), func(r rune) bool {
		return !unicode.IsLetter(r) && !unicode.IsDigit(r) && !strings.ContainsRune("+#", r)
	})
	words = slices.DeleteFunc(words, func(word string) bool { return !unicode.IsLetter([]rune(word)[0]) })
	slices.Sort(words)
	return slices.Compact(words)
}
