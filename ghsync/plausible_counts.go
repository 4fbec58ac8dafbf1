package ghsync

import (
	"github.com/ghresume/ghresume/resume"
)

// Counts above these are mistakes: they are many times the largest on GitHub.
const (
	mostStars = 10_000_000    // and forks
	mostLines = 2_000_000_000 // and downloads
	mostBytes = int64(1 << 40)
)

// Reasons for counts that are not believed.
const (
	isNegative = "a count below zero"
	isTooLarge = "a count too large to be true"
)

// dropImplausibleCounts puts what was known in the place of counts that cannot be.
func (r *reading) dropImplausibleCounts(s, old *resume.Snapshot) {
	repos := byID(old.Repositories)
	for i := range s.Repositories {
		repo := &s.Repositories[i]
		before := repos[repo.ID]
		repo.Stars = known(r.believed("stars of "+repo.Name, &repo.Stars, &before.Stars, mostStars))
		repo.Forks = known(r.believed("forks of "+repo.Name, &repo.Forks, &before.Forks, mostStars))
		repo.Downloads = r.believed("downloads of "+repo.Name, repo.Downloads, before.Downloads, mostLines)
		r.believeLanguages(repo, before)
	}
	for i := range s.Contributions {
		w := &s.Contributions[i]
		before := workBefore(old, w.ID)
		w.Stars = r.believed("stars of "+w.Repository, w.Stars, before.Stars, mostStars)
		if !r.believeLines(w, before) {
			count(w)
		}
	}
}

// believeLanguages puts what was known in the place of sizes that cannot be.
func (r *reading) believeLanguages(repo *resume.Repository, before resume.Repository) {
	bytes := map[string]int64{}
	for language, size := range repo.Languages {
		why := implausible(size, mostBytes)
		if why != "" {
			r.doubt("languages of "+repo.Name, why)
			size = before.Languages[language]
		}
		if why == "" || size > 0 {
			bytes[language] = size
		}
	}
	if len(repo.Languages) > 0 {
		repo.Languages = bytes
	}
}

// believeLines drops lines of pull requests that cannot be, and reports whether all can.
func (r *reading) believeLines(w *resume.MergedWork, before resume.MergedWork) (ok bool) {
	ok = true
	known := map[int]resume.Pull{}
	for _, p := range before.Pulls {
		known[p.Number] = p
	}
	for i, p := range w.Pulls {
		added := r.believed("lines of "+w.Repository, p.Additions, known[p.Number].Additions, mostLines)
		deleted := r.believed("lines of "+w.Repository, p.Deletions, known[p.Number].Deletions, mostLines)
		if added != p.Additions || deleted != p.Deletions {
			if ok {
				w.Pulls = append([]resume.Pull(nil), w.Pulls...)
			}
			w.Pulls[i].Additions, w.Pulls[i].Deletions, ok = added, deleted, false
		}
	}
	return ok
}

// believed returns a count, or what was known if it cannot be.
func (r *reading) believed(of string, n, before *int, most int) *int {
	if n == nil || implausible(*n, most) == "" {
		return n
	}
	r.doubt(of, implausible(*n, most))
	if before != nil && implausible(*before, most) == "" {
		return before
	}
	return nil
}

func implausible[T int | int64](n, most T) (why string) {
	switch {
	case n < 0:
		return isNegative
	case n > most:
		return isTooLarge
	}
	return ""
}
