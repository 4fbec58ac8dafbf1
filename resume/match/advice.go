package match

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
)

// Advice is one way to raise the coverage of a posting.
type Advice struct {
	Skill string `json:"skill"`
	// Gain is the increase of the coverage, in percentage points.
	Gain int `json:"gain"`
	// How tells what in the profile or the account would prove it.
	How string `json:"how"`
}

// mostAdvice is how much advice a report gives: more would not be followed.
const mostAdvice = 3

// advice returns the demands that would raise the coverage most: those that count most
// first, and among equals those closest to being met.
func advice(r *Report) []Advice {
	var open [][]Covered
	for _, members := range demands(r.Skills) {
		if !isMet(members) && (levelOf(members) != Mentioned || !r.Coverage.Recognized()) {
			open = append(open, members)
		}
	}
	slices.SortStableFunc(open, func(a, b []Covered) int {
		return cmp.Or(cmp.Compare(gain(r, b), gain(r, a)), cmp.Compare(nearest(b), nearest(a)))
	})
	var out []Advice
	for _, members := range open {
		if len(out) == mostAdvice || gain(r, members) == 0 {
			break
		}
		best := slices.MaxFunc(members, func(a, b Covered) int { return cmp.Compare(closeness(a.Status), closeness(b.Status)) })
		out = append(out, Advice{Skill: best.nameAsked(), Gain: gain(r, members), How: best.how()})
	}
	return out
}

// gain returns how much the coverage would rise if a demand were met.
func gain(r *Report, members []Covered) int {
	c := r.Coverage
	if count := c.countFor(members); count != nil {
		count.Met++
	}
	return c.Percent() - r.Percent
}

// closeness rates how close a skill is to being shown.
func closeness(s Status) int {
	return map[Status]int{Provable: 2, Related: 1}[s]
}

func nearest(members []Covered) int {
	best := 0
	for _, m := range members {
		best = max(best, closeness(m.Status))
	}
	return best
}

// nameAsked returns the skill as the posting asks for it, with its version.
func (s Covered) nameAsked() string {
	if s.Narrower {
		return s.Text
	}
	return s.Name
}

// how returns what would show the skill.
func (s Covered) how() string {
	switch {
	case s.Status == Provable:
		return s.Proof[0]
	case s.Status == Related && s.Narrower:
		return fmt.Sprintf("the resume shows %s: say %s where you used it", s.Name, s.Text)
	case s.Status == Related:
		return fmt.Sprintf("the resume shows %s; if you know %s too, name it in a role or a project", strings.Join(s.Proof[:min(2, len(s.Proof))], ", "), s.Name)
	}
	return "nothing in the profile or the account proves it: a role that names it or a repository that uses it would"
}
