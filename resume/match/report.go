package match

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
	"text/tabwriter"

	"github.com/ghresume/ghresume/internal/english"
	"github.com/ghresume/ghresume/internal/lazy"
	"github.com/ghresume/ghresume/internal/safe"
	"github.com/ghresume/ghresume/resume/skill"
)

// Class is a section of a report: the skills with one status.
type Class struct {
	Status  Status
	Heading string
}

// Classes returns the sections of a report in print order.
func Classes() []Class {
	return []Class{
		{Shown, "Shown in the resume"},
		{Provable, "Provable, but not shown: bring it in"},
		{Related, "Related: the resume shows another for the same job"},
		{Missing, "Missing"},
	}
}

// Of returns the skills with a status: required before preferred before mentioned,
// technologies before practices. Of some alternatives it lists those that are closest to
// being met.
func (r *Report) Of(status Status) []Covered {
	var out []Covered
	for _, members := range demands(r.Skills) {
		best := closest(members)
		for _, s := range members {
			if s.Status == status && (status == best || status == Shown) {
				out = append(out, s)
			}
		}
	}
	slices.SortStableFunc(out, func(a, b Covered) int {
		if a.Level != b.Level {
			return b.Level.rank() - a.Level.rank()
		}
		return practice(a) - practice(b)
	})
	return out
}

func practice(s Covered) int {
	if s.Group == skill.Practices {
		return 1
	}
	return 0
}

// Text returns the report for users; explain adds how the coverage is computed.
func (r *Report) Text(explain bool) string {
	var b strings.Builder
	fmt.Fprintf(&b, "%s: %s\n", cmp.Or(safe.Line(r.Title), "The posting"), r.Summary())
	if r.Foreign != "" {
		fmt.Fprintf(&b, "The posting is in %s, whose headings are not known: what it requires may be listed as mentioned.\n", r.Foreign)
	}
	for _, class := range Classes() {
		r.writeClass(&b, class)
	}
	r.writeAdvice(&b)
	r.writeFacts(&b)
	r.writeWording(&b)
	if explain {
		r.writeFormula(&b)
	}
	return trailing.ReplaceAllString(b.String(), "\n")
}

// trailing matches the padding that a table leaves at the end of a line.
var trailing = lazy.New(` +\n`)

// Summary returns the coverage and its parts.
func (r *Report) Summary() string {
	c := r.Coverage
	switch {
	case len(r.Skills) == 0:
		return "no known technology is named"
	case !c.asksTechnology():
		return c.named()
	}
	text := fmt.Sprintf("%d %% (%s)", r.Percent, strings.Join(slices.Concat(c.Required.words("required"), c.Preferred.words("preferred")), ", "))
	if c.Practices.Asked > 0 {
		text += fmt.Sprintf("; practices %d of %d", c.Practices.Met, c.Practices.Asked)
	}
	return text
}

// named returns the summary of a posting that asks for no technology.
func (c Coverage) named() string {
	text := "no technology is asked for"
	if !c.recognized() {
		text = "no requirements were recognized"
	}
	if c.Mentioned.Asked > 0 {
		text += fmt.Sprintf("; the resume shows %d of %s named", c.Mentioned.Met, english.Count(c.Mentioned.Asked, "technology"))
	}
	if c.Practices.Asked > 0 {
		text += fmt.Sprintf("; practices %d of %d", c.Practices.Met, c.Practices.Asked)
	}
	return text
}

// words returns "required 4 of 5", or nothing if nothing is asked for.
func (c Count) words(level string) []string {
	if c.Asked == 0 {
		return nil
	}
	return []string{fmt.Sprintf("%s %d of %d", level, c.Met, c.Asked)}
}

func (r *Report) writeClass(b *strings.Builder, class Class) {
	skills := r.Of(class.Status)
	if len(skills) == 0 {
		return
	}
	fmt.Fprintf(b, "\n%s\n", class.Heading)
	table := tabwriter.NewWriter(b, 0, 0, 2, ' ', 0)
	for _, members := range demands(skills) {
		first := members[0]
		name, demand, proof := first.nameAsked(), r.Demand(first), first.ProofText()
		switch {
		case len(members) > 1 && first.Status == Shown:
			name, demand, proof = strings.Join(namesOf(members), ", "), r.demandOf(members), bestProven(members).ProofText()
		case len(members) > 1:
			name, demand = joined(members), levelText(first)+", one is enough"
		}
		fmt.Fprintf(table, "  %s\t%s\t%s\n", safe.Line(name), demand, proof)
	}
	table.Flush() // writes to memory
}

// demandOf returns the level of a demand that several alternatives meet, and the
// alternatives that the resume lacks.
func (r *Report) demandOf(members []Covered) string {
	shown := namesOf(members)
	var others []string
	for _, o := range r.Skills {
		if o.AnyOf != nil && *o.AnyOf == *members[0].AnyOf && !slices.Contains(shown, o.nameAsked()) {
			others = append(others, o.nameAsked())
		}
	}
	if len(others) == 0 {
		return levelText(members[0]) + ", one is enough"
	}
	return levelText(members[0]) + ", or " + strings.Join(others, ", ")
}

// bestProven returns the alternative that the resume shows in the most places.
func bestProven(members []Covered) Covered {
	return slices.MaxFunc(members, func(a, b Covered) int { return cmp.Compare(len(a.Proof), len(b.Proof)) })
}

// joined joins the names of alternatives: "Java, Kotlin or Scala".
func joined(members []Covered) string {
	names := namesOf(members)
	last := len(names) - 1
	if last == 0 {
		return names[0]
	}
	return strings.Join(names[:last], ", ") + " or " + names[last]
}

func namesOf(members []Covered) []string {
	var names []string
	for _, m := range members {
		names = append(names, m.nameAsked())
	}
	return names
}

// levelText returns the level and the years.
func levelText(s Covered) string {
	text := string(s.Level)
	if s.Level == Mentioned {
		text = "mentioned, not asked for"
	}
	if s.Group == skill.Practices {
		text += " (practice)"
	}
	if s.Years > 0 {
		text += ", " + english.Count(s.Years, "year")
	}
	return text
}

// Demand returns the level of a skill, with the years and the alternatives.
func (r *Report) Demand(s Covered) string {
	text := levelText(s)
	var others []string
	for _, o := range r.Skills {
		if s.AnyOf != nil && o.AnyOf != nil && *o.AnyOf == *s.AnyOf && o.Name != s.Name {
			others = append(others, o.Name)
		}
	}
	if len(others) > 0 {
		text += ", or " + strings.Join(others, ", ")
	}
	return text
}

// ProofText lists the first few places that show a skill.
func (s Covered) ProofText() string {
	const most = 2
	text := safe.Line(strings.Join(s.Proof[:min(most, len(s.Proof))], "; "))
	if more := len(s.Proof) - most; more > 0 {
		text += fmt.Sprintf("; and %d more", more)
	}
	if s.Status == Related {
		return "the resume shows " + text
	}
	return text
}

// writeAdvice names what would raise the coverage most.
func (r *Report) writeAdvice(b *strings.Builder) {
	if len(r.Advice) == 0 {
		return
	}
	b.WriteString("\nWhat would raise the coverage most\n")
	table := tabwriter.NewWriter(b, 0, 0, 2, ' ', 0)
	for _, a := range r.Advice {
		name := a.Skill
		if len(a.Or) > 0 {
			name += " (or " + strings.Join(a.Or, ", ") + ")"
		}
		fmt.Fprintf(table, "  %s\t+%d %%\t%s\n", safe.Line(name), a.Gain, safe.Line(a.How))
	}
	table.Flush() // writes to memory
}

// writeFacts compares years, degree and languages with the resume.
func (r *Report) writeFacts(b *strings.Builder) {
	var lines []string
	if r.Years > 0 {
		lines = append(lines, fmt.Sprintf("asks for %s of experience; %s", english.Count(r.Years, "year"), r.heldText()))
	}
	for _, members := range demands(r.Skills) {
		lines = append(lines, yearsOf(members)...)
	}
	lines = append(lines, r.degreeText()...)
	lines = append(lines, r.speakText()...)
	if r.Place != "" || r.Remote != "" {
		lines = append(lines, "place: "+placeText(r.Place, r.Remote))
	}
	if len(lines) == 0 {
		return
	}
	b.WriteString("\nAlso asked for\n")
	for _, line := range lines {
		fmt.Fprintf(b, "  %s\n", shortened(safe.Line(line), longestFact))
	}
}

// heldText states the years of the roles, and of those that name a technology if the
// others are of another trade.
func (r *Report) heldText() string {
	text := addUp("your roles", r.YearsHeld)
	if r.YearsHeld > r.YearsSkilled {
		text += ", those that name a technology to " + yearsText(r.YearsSkilled)
	}
	return text
}

// longestFact limits a line about years, degrees or places, in characters.
const longestFact = 200

// yearsOf compares the years that a demand asks for with those of its most used member.
func yearsOf(members []Covered) []string {
	best := slices.MaxFunc(members, func(a, b Covered) int { return cmp.Compare(a.YearsHeld, b.YearsHeld) })
	if best.Years == 0 {
		return nil
	}
	asked, names := english.Count(best.Years, "year"), best.Name
	if len(members) > 1 {
		names = joined(members)
	}
	if best.YearsHeld == 0 {
		return []string{fmt.Sprintf("asks for %s of %s; no role of a year or more names it", asked, names)}
	}
	return []string{fmt.Sprintf("asks for %s of %s; %s", asked, names, addUp("your roles with "+best.Name, best.YearsHeld))}
}

// placeText returns the place of work: "Lund (hybrid)".
func placeText(place, remote string) string {
	switch {
	case place == "":
		return remote
	case remote == "" || strings.Contains(strings.ToLower(place), remote):
		return place
	}
	return place + " (" + remote + ")"
}

// addUp states how many years the roles add up to.
func addUp(roles string, years int) string { return roles + " add up to " + yearsText(years) }

func yearsText(years int) string {
	if years == 0 {
		return "less than one"
	}
	return fmt.Sprint(years)
}

// shortened cuts a text to a number of characters.
func shortened(s string, most int) string {
	if runes := []rune(s); len(runes) > most {
		return string(runes[:most-1]) + "…"
	}
	return s
}

func (r *Report) writeWording(b *strings.Builder) {
	first := true
	for _, s := range r.Skills {
		if !s.Wording || strings.EqualFold(s.Text, s.Name) {
			continue
		}
		if first {
			b.WriteString("\nOther spellings (applicant tracking systems look for the posting's)\n")
			first = false
		}
		fmt.Fprintf(b, "  the posting writes %q, the resume %q\n", safe.Line(s.Text), s.Name)
	}
}

func (r *Report) writeFormula(b *strings.Builder) {
	c := r.Coverage
	fmt.Fprintf(b, "\nCoverage = %s\n= 100 × (3 × %d + %d) / (3 × %d + %d) = %d %%\n", formula,
		c.Required.Met, c.Preferred.Met, c.Required.Asked, c.Preferred.Asked, r.Percent)
	b.WriteString("Alternatives (\"Java or Go\") are one requirement. Practices are counted separately. What is only mentioned does not count.\n")
}
