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

// Reasons for texts and dates that are not believed.
const (
	tooLong = "it is longer than GitHub allows"
	isAhead = "the date has not come yet"
)

// dropImplausible drops what cannot be, and says so: a saved snapshot would not be read
// again, or it would be printed.
func (r *reading) dropImplausible(s *resume.Snapshot) {
	old := r.before()
	if old == nil {
		old = &resume.Snapshot{}
	}
	known := byID(old.Repositories)
	u, was := &s.User, old.User
	for text, before := range map[*string]string{&u.Name: was.Name, &u.Bio: was.Bio, &u.Company: was.Company, &u.Location: was.Location, &u.Website: was.Website} {
		r.bound("the profile", text, before)
	}
	if r.cannotBe(u.CreatedAt) {
		u.CreatedAt = was.CreatedAt
	}
	for i := range s.Repositories {
		repo := &s.Repositories[i]
		r.bound(repo.Name, &repo.Description, known[repo.ID].Description)
		r.bound(repo.Name, &repo.Homepage, known[repo.ID].Homepage)
		repo.Facts = slices.DeleteFunc(slices.Clone(repo.Facts), func(f skill.Fact) bool {
			return max(len(f.Name), len(f.Path), len(f.Snippet)) > mostText
		})
	}
	for i := range s.Contributions {
		w := &s.Contributions[i]
		r.bound(w.Repository, &w.Description, workBefore(old, w.ID).Description)
	}
	r.dropImplausibleCounts(s, old)
	r.dropMergesAhead(s, old)
}

// workBefore returns what an old snapshot has of a repository contributed to.
func workBefore(old *resume.Snapshot, id string) resume.MergedWork {
	i := slices.IndexFunc(old.Contributions, func(w resume.MergedWork) bool { return w.ID == id && id != "" })
	if i < 0 {
		return resume.MergedWork{}
	}
	return old.Contributions[i]
}

// bound puts the text of before in the place of one that is too long.
func (r *reading) bound(of string, text *string, before string) {
	if len(*text) > mostText {
		*text = before
		r.doubt("a text of "+of, tooLong)
	}
}

func (r *reading) doubt(what, why string) {
	r.cuts.add(resume.Cut{Part: resume.CutDetails, What: what, Why: why})
}

// dropMergesAhead drops merges of a time that has not come, even if this machine's clock is
// late. One that was known keeps its time.
func (r *reading) dropMergesAhead(s, old *resume.Snapshot) {
	last, dropped := r.account.Now.Add(clockError), 0
	isLate := func(p resume.Pull) bool { return p.MergedAt.After(last) }
	for i := range s.Contributions {
		w := &s.Contributions[i]
		if !slices.ContainsFunc(w.Pulls, isLate) {
			continue
		}
		w.Pulls = slices.Clone(w.Pulls)
		for j := range w.Pulls {
			k := slices.IndexFunc(workBefore(old, w.ID).Pulls, func(p resume.Pull) bool { return p.Number == w.Pulls[j].Number })
			if k >= 0 && isLate(w.Pulls[j]) {
				w.Pulls[j] = workBefore(old, w.ID).Pulls[k]
			}
		}
		before := len(w.Pulls)
		w.Pulls = slices.DeleteFunc(w.Pulls, isLate)
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
