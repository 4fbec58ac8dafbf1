package githubtest

import (
	"cmp"
	"encoding/base64"
	"slices"
	"strings"
	"time"
)

// accountIndex is an account indexed for requests. It is immutable.
type accountIndex struct {
	Account
	byName map[string]*Repository
	byID   map[string]*Repository
	own    []*Repository  // public, most recently pushed first
	merged []*PullRequest // elsewhere and public, most recently merged first
	all    []*PullRequest // merged anywhere, oldest first
}

func newAccountIndex(a Account) *accountIndex {
	w := &accountIndex{Account: a, byName: map[string]*Repository{}, byID: map[string]*Repository{}}
	for i := range w.Repositories {
		r := &w.Repositories[i]
		w.byID[r.nodeID()] = r
		for _, name := range r.Formerly {
			w.byName[strings.ToLower(name)] = r
		}
		if w.owns(r.Name) && !r.Private {
			w.own = append(w.own, r)
		}
	}
	for i := range w.Repositories { // after the former names, which others may have now
		w.byName[strings.ToLower(w.Repositories[i].Name)] = &w.Repositories[i]
	}
	slices.SortFunc(w.own, func(a, b *Repository) int {
		return cmp.Or(b.PushedAt.Compare(a.PushedAt), cmp.Compare(a.Name, b.Name))
	})
	for i := range w.PullRequests {
		p := &w.PullRequests[i]
		w.all = append(w.all, p)
		if r := w.repository(p.Repository); r != nil && !r.Private && !w.owns(p.Repository) {
			w.merged = append(w.merged, p)
		}
	}
	slices.SortFunc(w.merged, func(a, b *PullRequest) int {
		return cmp.Or(b.MergedAt.Compare(a.MergedAt), cmp.Compare(a.Repository, b.Repository), a.Number-b.Number)
	})
	return w
}

func (w *accountIndex) repository(name string) *Repository { return w.byName[strings.ToLower(name)] }

func (w *accountIndex) owns(name string) bool {
	owner, _, _ := strings.Cut(name, "/")
	return strings.EqualFold(owner, w.Login)
}

// find searches merged pull requests: of the query, it only considers merged:.
func (w *accountIndex) find(query string) []*PullRequest {
	if w.Unsearchable {
		return nil
	}
	var organizations []string
	from, to, branch := time.Time{}, time.Date(9999, 1, 1, 0, 0, 0, 0, time.UTC), ""
	for _, word := range strings.Fields(query) {
		if head, ok := strings.CutPrefix(word, "head:"); ok {
			branch = head
		}
		if organization, ok := strings.CutPrefix(word, "org:"); ok {
			organizations = append(organizations, organization)
		}
		span, ok := strings.CutPrefix(word, "merged:")
		if !ok {
			continue
		}
		if after, ok := strings.CutPrefix(span, ">="); ok {
			from = moment(after)
		} else if before, ok := strings.CutPrefix(span, "<"); ok {
			to = moment(before).Add(-time.Second)
		} else if a, b, ok := strings.Cut(span, ".."); ok {
			from, to = moment(a), moment(b)
		}
	}
	var out []*PullRequest
	for _, p := range w.merged {
		if owner, _, _ := strings.Cut(p.Repository, "/"); len(organizations) > 0 && !slices.Contains(organizations, owner) {
			continue
		}
		if !p.MergedAt.Before(from) && !p.MergedAt.After(to) && strings.HasPrefix(p.Branch, branch) {
			out = append(out, p)
		}
	}
	return out
}

func moment(s string) time.Time {
	t, _ := time.Parse(time.RFC3339, s)
	return t
}

// nodeID returns an ID that stays the same if the name changes.
func (r *Repository) nodeID() string {
	if r.ID != "" {
		return r.ID
	}
	if len(r.Formerly) > 0 {
		return nodeID(r.Formerly[0])
	}
	return nodeID(r.Name)
}

func nodeID(name string) string { return "R_" + base64.RawURLEncoding.EncodeToString([]byte(name)) }

// language returns the language with the most bytes.
func (r *Repository) language() string {
	best, most := "", int64(-1)
	for _, name := range r.languages() {
		if r.Languages[name] > most {
			best, most = name, r.Languages[name]
		}
	}
	return best
}

// languages returns the names, most bytes first.
func (r *Repository) languages() []string {
	var names []string
	for name := range r.Languages {
		names = append(names, name)
	}
	slices.SortFunc(names, func(a, b string) int {
		return cmp.Or(cmp.Compare(r.Languages[b], r.Languages[a]), cmp.Compare(a, b))
	})
	return names
}

func (r *Repository) updated() time.Time {
	if r.UpdatedAt.IsZero() {
		return r.PushedAt
	}
	return r.UpdatedAt
}
