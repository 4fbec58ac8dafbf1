package ghsync_test

import (
	"fmt"
	"maps"
	"net/http/httptest"
	"os"
	"slices"
	"sync"
	"sync/atomic"
	"testing"

	"github.com/ghresume/ghresume/ghsync"
	"github.com/ghresume/ghresume/internal/githubtest"
	"github.com/ghresume/ghresume/resume"
)

// spoils are the ways in which a value can be wrong.
var spoils = map[string]func(v any) (now any, applies bool){
	"null":      func(any) (any, bool) { return nil, true },
	"missing":   func(any) (any, bool) { return missingField{}, true },
	"negative":  func(v any) (any, bool) { _, isNumber := v.(float64); return -5, isNumber },
	"no text":   func(v any) (any, bool) { _, isText := v.(string); return "", isText },
	"no items":  func(v any) (any, bool) { items, isList := v.([]any); return []any{}, isList && len(items) > 0 },
	"half":      func(v any) (any, bool) { items, isList := v.([]any); return half(items), isList && len(items) > 1 },
	"no object": func(v any) (any, bool) { _, isObject := v.(map[string]any); return map[string]any{}, isObject },
	"a text":    func(v any) (any, bool) { _, isText := v.(string); return "?", !isText && v != nil },
	"a number":  func(v any) (any, bool) { _, isNumber := v.(float64); return 7.5, !isNumber && v != nil },
	"a list":    func(v any) (any, bool) { _, isList := v.([]any); return []any{v}, !isList && v != nil },
}

type missingField struct{}

func half(items []any) []any { return items[:len(items)/2] }

// isNews reports whether a change is not to be told from one on GitHub: a field that may
// be null, or fewer items in a list that comes without a count.
func isNews(spoil, field string) bool {
	switch spoil {
	case "null", "no text":
		return slices.Contains([]string{"name", "bio", "company", "location", "websiteUrl", "history", "homepageUrl"}, field)
	case "half":
		return slices.Contains([]string{"commitContributionsByRepository", "contributionYears", "entries"}, field)
	}
	return false
}

// spoil changes a field in all objects of an answer.
func spoil(field string, change func(any) (any, bool)) func(map[string]any) {
	return func(o map[string]any) {
		v, has := o[field]
		if !has {
			return
		}
		now, applies := change(v)
		if _, isGone := now.(missingField); isGone {
			delete(o, field)
		} else if applies {
			o[field] = now
		}
	}
}

// valuesIn returns the values of the fields of all objects, by name.
func valuesIn(t *testing.T, server *githubtest.Server) map[string][]any {
	values := map[string][]any{}
	var mu sync.Mutex // answers come side by side
	seen := func(o map[string]any) {
		mu.Lock()
		defer mu.Unlock()
		for name, value := range o {
			values[name] = append(values[name], value)
		}
	}
	config := ghsync.Config{APIURL: altering(t, server, seen), Token: githubtest.Token}
	s, _ := fetch(t, config, ghsync.Account{Login: "ada-demo"})
	fetch(t, config, ghsync.Account{Login: "ada-demo", Old: s})
	return values
}

// spoilable returns the fields that a change can spoil: it applies to one of their values.
func spoilable(values map[string][]any, change func(any) (any, bool)) []string {
	var names []string
	for _, name := range slices.Sorted(maps.Keys(values)) {
		if slices.ContainsFunc(values[name], func(v any) bool { _, applies := change(v); return applies }) {
			names = append(names, name)
		}
	}
	return names
}

// TestSpoiledFields: whatever comes in place of a field's value, in every answer of a
// read, the old data stays or the read fails; and the next good reads give all again.
// Each kind of read meets a third of the pairs of a field and a wrong value.
func TestSpoiledFields(t *testing.T) {
	server := start(t, rich())
	good, _ := fetch(t, at(server, githubtest.Token), ghsync.Account{Login: "ada-demo"})
	values := valuesIn(t, server)
	for name, change := range spoils {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			s := newSpoiling(t, good)
			for i, field := range spoilable(values, change) {
				for j, mode := range []string{"refresh", "full", "first"} {
					if turn := i + j + len(name); os.Getenv("GHRESUME_SPOIL_ALL") == "" && (turn%3 != 0 || testing.Short() && turn%8 != 0) {
						continue
					}
					if isNews(name, field) {
						continue
					}
					spoiled := spoil(field, change)
					s.change.Store(&spoiled)
					s.read(t, fmt.Sprintf("%s of %s, %s", name, field, mode), mode)
				}
			}
		})
	}
}

// spoiling reads an account whose answers are changed on the way.
type spoiling struct {
	good   *resume.Snapshot
	server *githubtest.Server
	front  *httptest.Server
	// change is read by requests that a failed read left behind, too.
	change atomic.Pointer[func(map[string]any)]
}

func newSpoiling(t *testing.T, good *resume.Snapshot) *spoiling {
	s := &spoiling{good: good, server: start(t, rich())}
	s.front = alteringServer(t, s.server, func() func(map[string]any) {
		if change := s.change.Load(); change != nil {
			return *change
		}
		return nil
	})
	return s
}

func (s *spoiling) fetch(t *testing.T, a ghsync.Account) (*resume.Snapshot, error) {
	s.server.Reset() // its limits, too
	defer s.front.CloseClientConnections()
	a.Login, a.Now = "ada-demo", now
	return client(t, ghsync.SpeedUp(ghsync.Config{APIURL: s.front.URL, Token: githubtest.Token}, 20000)).Fetch(t.Context(), a)
}

func (s *spoiling) read(t *testing.T, when, mode string) {
	t.Helper()
	account := ghsync.Account{Old: s.good, Full: mode == "full"}
	if mode == "first" {
		account.Old = nil
	}
	got, err := s.fetch(t, account)
	if err != nil {
		got = account.Old // the run failed, so the old snapshot is unchanged
	} else if account.Old != nil {
		if is, was := content(t, got), content(t, s.good); is != was {
			t.Errorf("%s: %s", when, firstDifference(is, was))
		}
	}
	s.change.Store(nil)
	for range 2 {
		if got, err = s.fetch(t, ghsync.Account{Old: got}); err != nil {
			t.Fatal(err)
		}
	}
	for i := range min(len(got.Repositories), len(s.good.Repositories)) {
		if s.good.Repositories[i].Commits == nil {
			got.Repositories[i].Commits = nil // an own one that was looked up by name
		}
	}
	if is, was := content(t, got), content(t, s.good); is != was {
		t.Errorf("%s: a good read gives another snapshot: %s", when, firstDifference(is, was))
	} else if i := slices.IndexFunc(got.Cut, func(c resume.Cut) bool { return !c.Lasting }); i >= 0 {
		t.Errorf("%s: still cut: %v", when, got.Cut[i])
	}
}

// TestWhatMostRepositoriesLostAtOnce: descriptions that are gone from most repositories are
// kept and named, and believed to be gone once several reads in a row agree.
func TestWhatMostRepositoriesLostAtOnce(t *testing.T) {
	good, _ := goodSnapshot(t, ghsync.Account{Login: "ada-demo"})
	url := altering(t, start(t, githubtest.Demo()), func(o map[string]any) {
		if _, has := o["description"]; has {
			o["description"] = nil
		}
	})
	s := good
	for i, want := range []int{1, 1, 0, 0} {
		s, _ = fetch(t, ghsync.Config{APIURL: url, Token: githubtest.Token}, ghsync.Account{Login: "ada-demo", Old: s})
		kept := !slices.ContainsFunc(s.Repositories, func(r resume.Repository) bool {
			return r.Description == "" && slices.ContainsFunc(good.Repositories, func(g resume.Repository) bool { return g.ID == r.ID && g.Description != "" })
		})
		if len(s.Cut) != want || kept != (want > 0) {
			t.Errorf("read %d: kept %v, cut %v", i+1, kept, s.Cut)
		}
	}
}
