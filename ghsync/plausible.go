package ghsync

import (
	"slices"
	"time"

	"github.com/ghresume/ghresume/internal/english"
	"github.com/ghresume/ghresume/resume"
	"github.com/ghresume/ghresume/resume/skill"
)

// mostText is many times what GitHub lets people write about an account or a repository.
const mostText = 8 << 10

// Reasons for what is not believed.
const (
	tooLong    = "it is longer than GitHub allows"
	isNegative = "a count below zero"
	isAhead    = "the date has not come yet"
)

// dropImplausible drops what cannot be, and says so: a saved snapshot would not be read
// again, or it would be printed.
func (r *reading) dropImplausible(s *resume.Snapshot) {
	known := map[string]resume.Repository{}
	if old := r.before(); old != nil {
		known = byID(old.Repositories)
	}
	u := &s.User
	r.bound("the profile", &u.Name, &u.Bio, &u.Company, &u.Location, &u.Website)
	for i := range s.Repositories {
		repo := &s.Repositories[i]
		r.bound(repo.Name, &repo.Description, &repo.Homepage)
		repo.Facts = slices.DeleteFunc(slices.Clone(repo.Facts), func(f skill.Fact) bool {
			return max(len(f.Name), len(f.Path), len(f.Snippet)) > mostText
		})
		if repo.Stars < 0 || repo.Forks < 0 {
			before := known[repo.ID]
			repo.Stars, repo.Forks = max(before.Stars, 0), max(before.Forks, 0)
			r.doubt("stars of "+repo.Name, isNegative)
		}
	}
	for i := range s.Contributions {
		r.bound(s.Contributions[i].Repository, &s.Contributions[i].Description)
	}
	r.dropMergesAhead(s)
}

// bound empties texts that are too long.
func (r *reading) bound(of string, texts ...*string) {
	for _, text := range texts {
		if len(*text) > mostText {
			*text = ""
			r.doubt("a text of "+of, tooLong)
		}
	}
}

func (r *reading) doubt(what, why string) {
	r.cuts.add(resume.Cut{Part: resume.CutDetails, What: what, Why: why})
}

// dropMergesAhead drops merges of a time that has not come, even if this machine's clock is
// late.
func (r *reading) dropMergesAhead(s *resume.Snapshot) {
	last, dropped := r.account.Now.Add(clockError), 0
	isLate := func(p resume.Pull) bool { return p.MergedAt.After(last) }
	for i := range s.Contributions {
		w := &s.Contributions[i]
		before := len(w.Pulls)
		if !slices.ContainsFunc(w.Pulls, isLate) {
			continue
		}
		w.Pulls = slices.DeleteFunc(slices.Clone(w.Pulls), isLate)
		dropped += before - len(w.Pulls)
		count(w)
	}
	if dropped == 0 {
		return
	}
	s.Contributions = slices.DeleteFunc(s.Contributions, func(w resume.MergedWork) bool { return len(w.Pulls) == 0 })
	r.cuts.add(resume.Cut{Part: resume.CutContributions, What: english.Count(dropped, "merged pull request"), Why: isAhead, Lasting: true})
}

// clockError is by how much this machine's clock is trusted not to be late.
const clockError = 366 * 24 * time.Hour
