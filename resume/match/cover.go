package match

import (
	"math"
	"slices"
	"strings"

	"github.com/ghresume/ghresume/resume/skill"
)

// Status is what a resume has of an asked skill.
type Status string

// The statuses, best first.
const (
	// Shown means that the resume names it.
	Shown Status = "shown"
	// Provable means that the profile or GitHub proves it and the resume leaves it out.
	Provable Status = "provable"
	// Related means that the resume shows another technology for the same job, or
	// the technology where a version, part or edition of it is asked for.
	Related Status = "related"
	Missing Status = "missing"
)

// Report compares a posting with a resume.
type Report struct {
	Title     string   `json:"title"`
	Seniority string   `json:"seniority,omitempty"`
	Years     int      `json:"years,omitempty"`
	Education []string `json:"education,omitempty"`
	Languages []string `json:"languages,omitempty"`
	// Skills in the order of the posting.
	Skills   []Covered `json:"skills"`
	Coverage Coverage  `json:"coverage"`
	// Percent is the weighted coverage, 0 to 100; see [Coverage.Percent].
	Percent int `json:"percent"`
}

// Covered is an asked skill with what the resume has of it.
type Covered struct {
	Name   string      `json:"name"`
	Group  skill.Group `json:"group"`
	Level  Level       `json:"level"`
	Status Status      `json:"status"`
	// AnyOf numbers the group of which one is enough; nil means alone.
	AnyOf *int `json:"any_of"`
	// Text is how the posting writes it.
	Text string `json:"text"`
	// Narrower means that the text asks for a version, part or edition.
	Narrower bool `json:"narrower,omitempty"`
	Years    int  `json:"years,omitempty"`
	// Proof says where the resume shows it, or what would bring it in.
	Proof []string `json:"proof"`
	// Wording is true when the resume shows the skill in other words than the
	// posting: trackers look for words.
	Wording bool `json:"wording,omitempty"`
}

// Count is how many demands are met; alternatives are one demand.
type Count struct {
	Met   int `json:"met"`
	Asked int `json:"asked"`
}

// Coverage counts demands. Only what the resume shows meets one.
type Coverage struct {
	Required  Count `json:"required"`
	Preferred Count `json:"preferred"`
}

// requiredWeight is how many preferred demands a required one weighs.
const requiredWeight = 3

// Formula explains Percent to people.
const Formula = "100 × (3 × required met + preferred met) / (3 × required asked + preferred asked)"

// Percent is the weighted coverage, 0 to 100, rounded down; 0 when nothing is asked.
func (c Coverage) Percent() int {
	met, asked := c.weights()
	if asked == 0 {
		return 0
	}
	return int(math.Floor(100 * float64(met) / float64(asked)))
}

func (c Coverage) weights() (met, asked int) {
	return requiredWeight*c.Required.Met + c.Preferred.Met, requiredWeight*c.Required.Asked + c.Preferred.Asked
}

// Cover says what the claims have of each skill that the posting names.
func (c *Claims) Cover(p *Posting) *Report {
	r := &Report{Title: p.Title, Seniority: p.Seniority, Years: p.Years, Education: p.Education, Languages: p.Languages, Skills: []Covered{}}
	for _, a := range p.Skills {
		r.Skills = append(r.Skills, c.covered(a))
	}
	r.Coverage = count(r.Skills)
	r.Percent = r.Coverage.Percent()
	return r
}

func (c *Claims) covered(a Asked) Covered {
	out := Covered{Name: a.Name, Group: a.Group, Level: a.Level, Text: a.Text, Narrower: a.Narrower, Years: a.Years, Status: Missing, Proof: []string{}}
	if a.AnyOf > 0 {
		out.AnyOf = &a.AnyOf
	}
	switch {
	case a.Narrower:
		out.Status, out.Proof = c.coveredVersion(a)
	case len(c.shown[a.Name]) > 0:
		out.Status, out.Proof = Shown, c.shown[a.Name]
		out.Wording = !strings.Contains(c.text, strings.ToLower(a.Text))
	case len(c.provable[a.Name]) > 0:
		out.Status, out.Proof = Provable, c.provable[a.Name]
	default:
		if near := c.related(a.Name); len(near) > 0 {
			out.Status, out.Proof = Related, near
		}
	}
	return out
}

// coveredVersion is what the claims have of a version, part or edition: the
// technology itself is near it, and never it.
func (c *Claims) coveredVersion(a Asked) (Status, []string) {
	if places := c.versions[folded(a.Text)]; len(places) > 0 {
		return Shown, places
	}
	if len(c.shown[a.Name])+len(c.provable[a.Name]) > 0 {
		return Related, []string{a.Name}
	}
	if near := c.related(a.Name); len(near) > 0 {
		return Related, near
	}
	return Missing, []string{}
}

// related are the technologies shown that do the same job, or that are the broader or narrower thing.
func (c *Claims) related(name string) []string {
	t, ok := c.catalogue.Lookup(name)
	if !ok {
		return nil
	}
	var out []string
	for _, broader := range t.Implies {
		if len(c.shown[broader]) > 0 {
			out = append(out, broader)
		}
	}
	for _, sibling := range c.families[t.Family] {
		if t.Family != "" && !slices.Contains(out, sibling) {
			out = append(out, sibling)
		}
	}
	return out
}

// count counts alternatives once: met when one of them is shown, at the highest level of them.
func count(skills []Covered) Coverage {
	var c Coverage
	done := map[int]bool{}
	for _, s := range skills {
		members := []Covered{s}
		if s.AnyOf != nil {
			if done[*s.AnyOf] {
				continue
			}
			done[*s.AnyOf] = true
			members = slices.DeleteFunc(slices.Clone(skills), func(o Covered) bool { return o.AnyOf == nil || *o.AnyOf != *s.AnyOf })
		}
		c.add(members)
	}
	return c
}

func (c *Coverage) add(members []Covered) {
	level, met := Mentioned, 0
	for _, m := range members {
		if m.Level.rank() > level.rank() {
			level = m.Level
		}
		if m.Status == Shown {
			met = 1
		}
	}
	switch level {
	case Required:
		c.Required.Asked++
		c.Required.Met += met
	case Preferred:
		c.Preferred.Asked++
		c.Preferred.Met += met
	}
}
