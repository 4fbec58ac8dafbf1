package review

import (
	"cmp"
	"fmt"
	"reflect"
	"slices"

	"github.com/ghresume/ghresume/resume"
)

// shortening is one way to make the resume shorter.
type shortening struct {
	what  string
	apply func(*resume.Resume)
}

const (
	// worthwhile is the fraction of a page that a cut must save to be named.
	worthwhile = 0.05
	// namedCuts is how many cuts are named.
	namedCuts = 3
	// longAgoYears is the age from which a role's bullets are cut first.
	longAgoYears = 6
)

// shortenings returns the cuts that hurt least, for a resume written in that year.
func shortenings(year int) []shortening {
	old := year - longAgoYears
	return []shortening{
		{fmt.Sprintf("two bullets for each role before %d", old), func(r *resume.Resume) {
			cutBullets(r, 2, func(e resume.Experience) bool { return !e.End.IsZero() && !e.End.Present && e.End.Year < old })
		}},
		{"five bullets for each role", func(r *resume.Resume) { cutBullets(r, 5, func(resume.Experience) bool { return true }) }},
		{"three projects", func(r *resume.Resume) { r.Projects = r.Projects[:min(3, len(r.Projects))] }},
		{"three contributions", func(r *resume.Resume) { r.Contributions = r.Contributions[:min(3, len(r.Contributions))] }},
		{"eight skills in each group", func(r *resume.Resume) {
			r.Skills = slices.Clone(r.Skills)
			for i, g := range r.Skills {
				r.Skills[i].Skills = g.Skills[:min(8, len(g.Skills))]
			}
		}},
	}
}

// cutBullets keeps the first bullets of the roles for which meant returns true, in a
// copy.
func cutBullets(r *resume.Resume, most int, meant func(resume.Experience) bool) {
	r.Experience = slices.Clone(r.Experience)
	for i := range r.Experience {
		roles := slices.Clone(r.Experience[i].Roles)
		for j, e := range roles {
			if meant(e) {
				roles[j].Highlights = e.Highlights[:min(most, len(e.Highlights))]
			}
		}
		r.Experience[i].Roles = roles
	}
}

// shortening measures the effect of each cut and names the best.
func (r *reading) shortening() []string {
	const mostPages = 20 // beyond this, dropping a section does not help
	if r.Measure == nil || r.Pages > mostPages {
		return nil
	}
	type saving struct {
		what  string
		pages float64
	}
	var all []saving
	for _, s := range shortenings(r.Now.Year()) {
		shorter := *r.Resume
		s.apply(&shorter)
		if reflect.DeepEqual(&shorter, r.Resume) {
			continue // there is nothing to cut, and measuring takes time
		}
		if pages, err := r.Measure(&shorter); err == nil && r.Pages-pages >= worthwhile {
			all = append(all, saving{s.what, r.Pages - pages})
		}
	}
	slices.SortStableFunc(all, func(a, b saving) int { return cmp.Compare(b.pages, a.pages) })
	var named []string
	for _, s := range all[:min(namedCuts, len(all))] {
		named = append(named, fmt.Sprintf("%s would save %.1f", s.what, s.pages))
	}
	return named
}
