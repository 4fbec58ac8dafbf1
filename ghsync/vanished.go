package ghsync

import (
	"slices"

	"github.com/ghresume/ghresume/resume"
)

// goneAtOnce is the reason for keeping a field that most repositories lost at once: people
// rarely do that, but a faulty answer looks like it.
const goneAtOnce = "most repositories lost them at once"

// fewVanish is how many repositories may lose a field at once without doubt.
const fewVanish = 2

// vanishing is a field that may be absent.
type vanishing struct {
	field  string
	has    func(*resume.Repository) bool
	inWork func(*resume.MergedWork) bool // nil if contributions do not have it
}

func vanishingFields() []vanishing {
	return []vanishing{
		{"description", func(r *resume.Repository) bool { return r.Description != "" }, func(w *resume.MergedWork) bool { return w.Description != "" }},
		{"stargazerCount", func(r *resume.Repository) bool { return r.Stars > 0 }, func(w *resume.MergedWork) bool { return known(w.Stars) > 0 }},
		{"primaryLanguage", func(r *resume.Repository) bool { return r.Language != "" }, func(w *resume.MergedWork) bool { return w.Language != "" }},
		{"homepageUrl", func(r *resume.Repository) bool { return r.Homepage != "" }, nil},
		{"licenseInfo", func(r *resume.Repository) bool { return r.License != "" }, nil},
		{"defaultBranchRef", func(r *resume.Repository) bool { return r.DefaultBranch != "" }, nil},
		{"repositoryTopics", func(r *resume.Repository) bool { return len(r.Topics) > 0 }, nil},
		{"languages", func(r *resume.Repository) bool { return len(r.Languages) > 0 }, nil},
		{"releases", func(r *resume.Repository) bool { return known(r.Releases) > 0 }, nil},
		{"latestRelease", func(r *resume.Repository) bool {
			return r.LatestRelease != nil && !r.LatestRelease.PublishedAt.IsZero()
		}, nil},
	}
}

// keepVanished keeps a field that most repositories lost since the old snapshot, until
// several reads agree.
func (r *graphqlRun) keepVanished() {
	old := r.before()
	if old == nil {
		return
	}
	works := map[string]*resume.MergedWork{}
	for i := range old.Contributions {
		works[old.Contributions[i].ID] = &old.Contributions[i]
	}
	for _, v := range vanishingFields() {
		had, keeps := 0, []func(){}
		for i := range r.s.Repositories {
			now := &r.s.Repositories[i]
			if before, have := r.reposBefore[now.ID]; have && v.has(&before) {
				if had++; !v.has(now) {
					keeps = append(keeps, func() { keepField(v.field, now, &before) })
				}
			}
		}
		for i := range r.s.Contributions {
			now := &r.s.Contributions[i]
			if before := works[now.ID]; before != nil && now.ID != "" && v.inWork != nil && v.inWork(before) {
				if had++; !v.inWork(now) {
					keeps = append(keeps, func() { lostFields{"Brief." + v.field}.keepWork(now, before) })
				}
			}
		}
		if len(keeps) > fewVanish && 2*len(keeps) > had && r.doubtsVanished(v.field) {
			for _, keep := range keeps {
				keep()
			}
		}
	}
}

// doubtsVanished records a field that is kept. It reports false once enough reads in a row
// agree that it is gone.
func (r *graphqlRun) doubtsVanished(field string) bool {
	old := r.before()
	cut := resume.Cut{Part: resume.CutDetails, What: fieldName("Repo." + field), Why: goneAtOnce, Kept: old.TakenAt}
	i := slices.IndexFunc(old.Cut, func(c resume.Cut) bool { return isSameCut(c, cut) })
	if i >= 0 && old.Cut[i].Runs >= runsToLast-1 {
		return false
	}
	if i >= 0 {
		cut.Kept = old.Cut[i].Kept
	}
	r.cuts.add(cut)
	return true
}
