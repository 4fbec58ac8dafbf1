package match

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"github.com/ghresume/ghresume/resume/skill"
)

// Advice is one way to raise the coverage of a posting.
type Advice struct {
	Skill string `json:"skill"`
	// Or lists the alternatives that would do as well.
	Or []string `json:"or,omitempty"`
	// Gain is the increase of the coverage, in percentage points.
	Gain int `json:"gain"`
	// How tells what in the profile or the account would prove it.
	How string `json:"how"`
}

// mostAdvice is how much advice a report gives: more would not be followed.
const mostAdvice = 3

// advice returns the demands that would raise the coverage most: those that count most
// first; among equals what only has to be said, then what the posting stresses.
func (c *Inventory) advice(r *Report) []Advice {
	var open [][]Covered
	for _, members := range demands(r.Skills) {
		if !isMet(members) && (levelOf(members) != Mentioned || !r.Coverage.asksTechnology()) {
			open = append(open, members)
		}
	}
	slices.SortStableFunc(open, func(a, b []Covered) int {
		return cmp.Or(
			cmp.Compare(gain(r, b), gain(r, a)),
			-falseFirst(isSayable(a), isSayable(b)),
			cmp.Compare(stress(b), stress(a)),
			cmp.Compare(closest(a).rank(), closest(b).rank()))
	})
	var out []Advice
	for _, members := range open {
		if len(out) == mostAdvice || gain(r, members) == 0 {
			break
		}
		best := slices.MinFunc(members, func(a, b Covered) int { return cmp.Compare(a.Status.rank(), b.Status.rank()) })
		out = append(out, Advice{Skill: best.nameAsked(), Or: asGood(members, best), Gain: gain(r, members), How: c.how(best)})
	}
	return out
}

// asGood returns the alternatives that are as far from being met as the best.
func asGood(members []Covered, best Covered) []string {
	var out []string
	for _, m := range members {
		if m.Status == best.Status && m.Name != best.Name {
			out = append(out, m.nameAsked())
		}
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

// isSayable reports whether the user has what is asked for, and only has to say it.
func isSayable(members []Covered) bool {
	return slices.ContainsFunc(members, func(m Covered) bool { return m.Status == Provable || m.Status == Related && m.Narrower })
}

func falseFirst(a, b bool) int {
	switch {
	case a == b:
		return 0
	case b:
		return -1
	}
	return 1
}

// desktops are systems that everybody works with: naming another one adds nothing.
var desktops = []string{"Windows", "macOS"}

// The weights of what a posting stresses: a technology in the title comes before all
// others, a desktop or a helper after them.
const (
	inTitle   = 1000
	asidePart = -1000
)

// stress returns how much a posting stresses a demand: by its most stressed member.
func stress(members []Covered) int {
	most := members[0].stress
	for _, m := range members[1:] {
		most = max(most, m.stress)
	}
	return most
}

// stressOf rates a technology of a posting: by the title, the number of sentences that name
// it, and its group.
func (c *Inventory) stressOf(a Asked) int {
	rate := a.times * len(skill.Groups())
	if a.titled {
		rate += inTitle
	}
	if t, _ := c.catalog.Lookup(a.Name); t.Helper || slices.Contains(desktops, a.Name) {
		rate += asidePart
	}
	order := []skill.Group{skill.Practices, skill.Tools, skill.Cloud, skill.Databases, skill.Frameworks, skill.Languages}
	return rate + slices.Index(order, a.Group)
}

// nameAsked returns the skill as the posting asks for it, with its version.
func (s Covered) nameAsked() string {
	if s.Narrower {
		return s.Text
	}
	return s.Name
}

// how returns what would show a skill.
func (c *Inventory) how(s Covered) string {
	switch {
	case s.Status == Provable && strings.HasSuffix(s.Proof[0], " implies it"):
		return s.Proof[0] + ": name both where you used them"
	case s.Status == Provable:
		return s.Proof[0]
	case s.Status == Related && s.Narrower:
		return fmt.Sprintf("the resume shows %s: say %s where you used it", s.Name, s.Text)
	case s.Status == Related:
		return fmt.Sprintf("the resume shows %s; if you know %s too, name it in a role or a project", strings.Join(s.Proof[:min(2, len(s.Proof))], ", "), s.Name)
	}
	if proof := c.catalog.ProvedBy(s.Name); proof != "" {
		return "nothing proves it yet: a role that names it would, or a repository with " + proof
	}
	return "nothing proves it yet: a role, a project or a certificate that names it would"
}
