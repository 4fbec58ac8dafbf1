package match

import (
	"cmp"
	"math"
	"slices"
	"strings"

	"github.com/ghresume/ghresume/resume/skill"
)

// Status tells how a resume covers a skill.
type Status string

// The statuses, best first.
const (
	// Shown means that the resume names it.
	Shown Status = "shown"
	// Provable means that the profile or GitHub proves it, but the resume leaves it out.
	Provable Status = "provable"
	// Related means that the resume shows another technology for the same purpose, or the
	// technology whose version, part or edition is asked for.
	Related Status = "related"
	Missing Status = "missing"
)

// rank orders the statuses, best first.
func (s Status) rank() int { return slices.Index([]Status{Shown, Provable, Related, Missing}, s) }

// Report compares a posting with a resume.
type Report struct {
	Title     string `json:"title"`
	Seniority string `json:"seniority,omitempty"`
	Years     int    `json:"years,omitempty"`
	// YearsHeld is the total number of years of the roles.
	YearsHeld int `json:"years_held,omitempty"`
	// YearsSkilled is the number of years of the roles that name a technology.
	YearsSkilled int `json:"years_skilled,omitempty"`

	Place     string   `json:"place,omitempty"`
	Remote    string   `json:"remote,omitempty"`
	Education []string `json:"education,omitempty"`
	Languages []string `json:"languages,omitempty"`
	// Foreign is the language of the posting, if its headings are not known.
	Foreign string `json:"foreign,omitempty"`
	// Degrees and Speaks are the corresponding entries of the resume.
	Degrees []string `json:"degrees,omitempty"`
	Speaks  []string `json:"speaks,omitempty"`
	// Skills in the order of the posting.
	Skills   []Covered `json:"skills"`
	Coverage Coverage  `json:"coverage"`
	// Percent is the weighted coverage of the technologies, 0 to 100; see
	// [Coverage.Percent].
	Percent int `json:"percent"`
	// Advice holds the best ways to raise the coverage, at most three.
	Advice []Advice `json:"advice,omitempty"`
}

// Covered is a skill in the posting and how the resume covers it.
type Covered struct {
	Name   string      `json:"name"`
	Group  skill.Group `json:"group"`
	Level  Level       `json:"level"`
	Status Status      `json:"status"`
	// AnyOf is the number of its group of alternatives; nil means no alternatives.
	AnyOf *int `json:"any_of"`
	// MetBy is an alternative that the resume shows and the posting also asks for
	// separately.
	MetBy string `json:"met_by,omitempty"`
	// Text is the spelling in the posting.
	Text string `json:"text"`
	// Narrower means that the text asks for a version, part or edition.
	Narrower bool `json:"narrower,omitempty"`
	Years    int  `json:"years,omitempty"`
	// YearsHeld is the total number of years of the roles that use it.
	YearsHeld int `json:"years_held,omitempty"`
	// Proof tells where the resume shows it, or what would add it.
	Proof []string `json:"proof"`
	// Wording is true if the resume spells the skill differently from the posting; applicant
	// tracking systems search for words.
	Wording bool `json:"wording,omitempty"`
	// stress rates how much the posting stresses it.
	stress int
}

// Count is how many requirements are asked for and met; alternatives count as one.
type Count struct {
	Met   int `json:"met"`
	Asked int `json:"asked"`
}

// Coverage counts requirements for technologies, and separately for practices. Only what the
// resume shows counts as met.
type Coverage struct {
	Required  Count `json:"required"`
	Preferred Count `json:"preferred"`
	// Mentioned counts technologies that are named, if none is asked for.
	Mentioned Count `json:"mentioned"`
	// Practices are those asked for, required and preferred.
	Practices Count `json:"practices"`
}

// recognized reports whether any requirement of the posting was recognized.
func (c Coverage) recognized() bool { return c.Required.Asked+c.Preferred.Asked+c.Practices.Asked > 0 }

// asksTechnology reports whether any technology is asked for.
func (c Coverage) asksTechnology() bool { return c.Required.Asked+c.Preferred.Asked > 0 }

// requiredWeight is how many preferred demands a required one counts for.
const requiredWeight = 3

// formula is the formula of Percent, for users.
const formula = "100 × (3 × required met + preferred met) / (3 × required asked + preferred asked)"

// Percent returns the weighted coverage, 0 to 100, rounded down; 0 if nothing is asked
// for. If no technology is asked for, those that are named count; without them, the
// practices.
func (c Coverage) Percent() int {
	met, asked := requiredWeight*c.Required.Met+c.Preferred.Met, requiredWeight*c.Required.Asked+c.Preferred.Asked
	if asked == 0 {
		met, asked = c.Mentioned.Met, c.Mentioned.Asked
	}
	if asked == 0 {
		met, asked = c.Practices.Met, c.Practices.Asked
	}
	if asked == 0 {
		return 0
	}
	return int(math.Floor(100 * float64(met) / float64(asked)))
}

// worth returns the coverage in units that need no rounding, practices last.
func (c Coverage) worth() int {
	const much = 1000
	return much*(requiredWeight*c.Required.Met+c.Preferred.Met) + much/10*c.Mentioned.Met + c.Practices.Met
}

// Cover compares the inventory with each skill that the posting names.
func (c *Inventory) Cover(p *Posting) *Report {
	r := &Report{Title: p.Title, Seniority: p.Seniority, Years: p.Years, Place: p.Place, Remote: p.Remote, Education: p.Education, Languages: p.Languages, Foreign: p.Foreign, Skills: []Covered{}}
	for _, a := range p.Skills {
		r.Skills = append(r.Skills, c.covered(a))
	}
	r.Coverage = count(r.Skills)
	r.Percent = r.Coverage.Percent()
	r.YearsHeld, r.YearsSkilled = years(c.tenure.all), years(c.tenure.skilled)
	r.Degrees, r.Speaks = c.degrees(p), c.speaks(p)
	r.Advice = c.advice(r)
	return r
}

// degrees returns the degrees in the resume if the posting asks for one.
func (c *Inventory) degrees(p *Posting) []string {
	var out []string
	for _, e := range c.full.Education {
		if len(p.Education) > 0 && e.Degree != "" {
			out = append(out, e.Degree)
		}
	}
	return out
}

// speaks returns the languages in the resume if the posting asks for one.
func (c *Inventory) speaks(p *Posting) []string {
	var out []string
	for _, l := range c.full.Languages {
		if len(p.Languages) > 0 {
			out = append(out, strings.TrimSpace(l.Name+" "+l.Fluency))
		}
	}
	return out
}

func (c *Inventory) covered(a Asked) Covered {
	out := Covered{Name: a.Name, Group: a.Group, Level: a.Level, Text: a.Text, Narrower: a.Narrower, Years: a.Years, YearsHeld: years(c.tenure.byName[a.Name]), Status: Missing, Proof: []string{}, stress: c.stressOf(a)}
	if a.AnyOf > 0 {
		out.AnyOf = &a.AnyOf
	}
	for _, name := range a.Instead {
		if len(c.shown[name]) > 0 {
			out.MetBy = name
		}
	}
	switch {
	case a.Narrower:
		out.Status, out.Proof = c.coveredVersion(a)
	case len(c.shown[a.Name]) > 0:
		out.Status, out.Proof = Shown, c.shown[a.Name]
		out.Wording = !strings.Contains(c.text, strings.ToLower(a.Text)) && !isInflected(a.Text, a.Name)
	case len(c.provable[a.Name]) > 0:
		out.Status, out.Proof = Provable, c.provable[a.Name]
	default:
		if near := c.related(a.Name); len(near) > 0 {
			out.Status, out.Proof = Related, near
		}
	}
	return out
}

// isInflected reports whether a posting only declines a name, as Polish does: Dockera,
// Javie. That is not another spelling.
func isInflected(text, name string) bool {
	stem := strings.ToLower(name[:len(name)-1])
	rest, found := strings.CutPrefix(strings.ToLower(text), stem)
	return found && len(stem) > 2 && len(rest) <= 5 && slices.ContainsFunc([]string{"a", "u", "em", "ie", "ze", "ą", "ę", "y"}, func(end string) bool { return strings.HasSuffix(rest, end) })
}

// coveredVersion returns how the inventory covers a version, part or edition: the
// technology itself is related to it, but does not cover it.
func (c *Inventory) coveredVersion(a Asked) (Status, []string) {
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

// related returns the shown technologies that do the same job, or that are the broader or
// narrower one.
func (c *Inventory) related(name string) []string {
	t, ok := c.catalog.Lookup(name)
	if !ok {
		return nil
	}
	var out []string
	for _, broader := range t.Implies {
		if b, _ := c.catalog.Lookup(broader); len(c.shown[broader]) > 0 && b.Group != skill.Languages { // Python is not related to PyTorch
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

// count counts alternatives once: as met if one of them is shown, at their highest level.
func count(skills []Covered) Coverage {
	var c Coverage
	for _, members := range demands(skills) {
		c.add(members)
	}
	if c.asksTechnology() {
		c.Mentioned = Count{}
	}
	return c
}

// demands groups the skills of a report by demand; one skill of a group is enough.
func demands(skills []Covered) [][]Covered {
	var out [][]Covered
	at := map[int]int{}
	for _, s := range skills {
		if s.AnyOf == nil {
			out = append(out, []Covered{s})
			continue
		}
		i, known := at[*s.AnyOf]
		if !known {
			at[*s.AnyOf] = len(out)
			out = append(out, []Covered{s})
			continue
		}
		out[i] = append(out[i], s)
	}
	return out
}

// levelOf returns the highest level of a demand's members, isMet whether one is shown.
func levelOf(members []Covered) Level {
	return slices.MaxFunc(members, func(a, b Covered) int { return cmp.Compare(a.Level.rank(), b.Level.rank()) }).Level
}

func isMet(members []Covered) bool {
	return slices.ContainsFunc(members, func(m Covered) bool { return m.Status == Shown || m.MetBy != "" })
}

// closest returns the best status of a demand's members.
func closest(members []Covered) Status {
	if isMet(members) {
		return Shown
	}
	return slices.MinFunc(members, func(a, b Covered) int { return cmp.Compare(a.Status.rank(), b.Status.rank()) }).Status
}

func (c *Coverage) add(members []Covered) {
	count := c.countFor(members)
	if count == nil {
		return
	}
	count.Asked++
	if isMet(members) {
		count.Met++
	}
}

// countFor returns the count that a demand belongs to; nil for practices that are only
// mentioned.
func (c *Coverage) countFor(members []Covered) *Count {
	practice := !slices.ContainsFunc(members, func(m Covered) bool { return m.Group != skill.Practices })
	switch level := levelOf(members); {
	case practice && level == Mentioned:
		return nil
	case practice:
		return &c.Practices
	case level == Required:
		return &c.Required
	case level == Preferred:
		return &c.Preferred
	}
	return &c.Mentioned
}
