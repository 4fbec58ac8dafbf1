package ghsync

import (
	"context"
	"errors"
	"slices"
	"strings"
	"sync"
	"time"

	"github.com/google/go-github/v62/github"
	"golang.org/x/sync/errgroup"

	"github.com/ghresume/ghresume/internal/english"
	"github.com/ghresume/ghresume/resume"
)

// twice asks, and once more if GitHub refuses: a single refusal may be a fault. Only the
// first few of a full read are asked again, since there are 60 requests an hour; what a
// refresh is refused comes again in its turn.
func twice[T any](r *restRun, ask func() (T, error)) (T, error) {
	got, err := ask()
	if refusal(err) != "" && r.old == nil && r.left() >= 0 && r.askedAgain.Add(1) <= triedAgain {
		r.usage.repeat()
		return ask()
	}
	return got, err
}

// refusal returns why GitHub refuses a request that is not out of the ordinary, or "". An
// empty repository's conflict and a missing or rejected token are not refusals.
func refusal(err error) string {
	answer, ok := errors.AsType[*github.ErrorResponse](err)
	if !ok {
		return ""
	}
	status := answer.Response.StatusCode
	if status < 300 || status >= 500 || status == 401 || status == 409 {
		return ""
	}
	if _, why := denial(err); why != "" {
		return why
	}
	return answer.Response.Status
}

// item is one of several things that are read alike, with the repository it is about.
type item[T any] struct {
	repository string
	value      T
}

// itemsOf names the repositories of a list.
func itemsOf[T any](list []T, repository func(T) string) []item[T] {
	out := make([]item[T], len(list))
	for i, value := range list {
		out[i] = item[T]{repository(value), value}
	}
	return out
}

// each runs f over the first n items in parallel. A refusal for one repository is a cut, as
// is a failure; repositories that are gone and an exhausted limit do not end the read.
func each[T any](ctx context.Context, r *restRun, what string, items []item[T], n int, f func(context.Context, T) error) error {
	group, inner := errgroup.WithContext(ctx)
	for _, it := range items[:max(0, min(n, len(items)))] {
		group.Go(func() error {
			_, err := twice(r, func() (struct{}, error) { return struct{}{}, f(inner, it.value) })
			if why := refusal(err); why != "" {
				lasting, _ := denial(err)
				r.refused.add(refusedDetail{what, why, lasting && isPolicy(why), r.knownSince(what, it.repository)}, it.repository)
				r.mayPass.Add(1)
				return nil
			}
			if ctx.Err() == nil && r.isOutage(err) {
				r.refused.add(refusedDetail{what: what, why: sentenceOf(ctx, err, r.config), kept: r.knownSince(what, it.repository)}, it.repository)
				return nil
			}
			return err
		})
	}
	err := group.Wait()
	if r.outages.Load() >= mostOutages {
		r.budget = 0
	}
	if err != nil {
		return r.optional(err)
	}
	return nil
}

// knownSince returns when a detail of a repository was read; the zero time if never.
func (r *restRun) knownSince(what, repository string) time.Time {
	old := r.before()
	if old == nil {
		return time.Time{}
	}
	repo := byName(old.Repositories)[strings.ToLower(repository)]
	if what == "languages" && repo.Languages != nil || what == "releases" && repo.Releases != nil || what == "files" && repo.Facts != nil {
		return ageOf(old, resume.CutDetails)
	}
	return time.Time{}
}

// sentenceOf returns the first line of an error, without the address that was asked.
func sentenceOf(ctx context.Context, err error, config Config) string {
	return firstLine(explain(ctx, err, config).Error())
}

// refusedDetail is what GitHub did not give of some repositories.
type refusedDetail struct {
	what, why string
	lasting   bool
	kept      time.Time // when what is printed instead was read
}

// refusals collects what was refused, by repository.
type refusals struct {
	mu   sync.Mutex
	list []refusedDetail
	of   map[refusedDetail][]string
}

func (f *refusals) add(d refusedDetail, repository string) {
	f.mu.Lock()
	defer f.mu.Unlock()
	if f.of == nil {
		f.of = map[refusedDetail][]string{}
	}
	if len(f.of[d]) == 0 {
		f.list = append(f.list, d)
	}
	if !slices.Contains(f.of[d], repository) {
		f.of[d] = append(f.of[d], repository)
	}
}

// has reports whether a detail of a repository was refused.
func (f *refusals) has(what, repository string) bool {
	f.mu.Lock()
	defer f.mu.Unlock()
	return slices.ContainsFunc(f.list, func(d refusedDetail) bool { return d.what == what && slices.Contains(f.of[d], repository) })
}

// mostNamed is how many repositories a cut names; it counts more.
const mostNamed = 2

// cutsOf returns a cut for each.
func (f *refusals) cuts() []resume.Cut {
	f.mu.Lock()
	defer f.mu.Unlock()
	var out []resume.Cut
	for _, d := range f.list {
		names := slices.Clone(f.of[d])
		slices.SortFunc(names, compareNames)
		of := strings.Join(names, " and ")
		if len(names) > mostNamed {
			of = english.Count(len(names), "repository")
		}
		out = append(out, resume.Cut{Part: resume.CutDetails, What: d.what + " of " + of, Why: d.why, Lasting: d.lasting, Kept: d.kept, Count: len(names)})
	}
	return out
}

// nameOf and itself name what a list of repositories and one of names is about.
func nameOf(repo *resume.Repository) string { return repo.Name }

func itself(name string) string { return name }
