package convert

import (
	"slices"
	"strings"

	"github.com/ghresume/ghresume/resume"
)

// headings returns the lines that head sections: known titles, and others in the same
// style.
func (p *paper) headings() []int {
	known := p.knownHeadings()
	if len(known) == 0 {
		return nil
	}
	styles := map[paperStyle]int{}
	for _, i := range known {
		styles[p.styleOf(p.lines[i])]++
	}
	var out []int
	for i, l := range p.lines {
		style := p.styleOf(l)
		isKnown := slices.Contains(known, i)
		if isKnown && (styles[style] > 1 || len(known) < 3 || style.larger > 0) || p.mayHead(l) && styles[style] > 1 && style != (paperStyle{}) && i > known[0] && (!p.besideDate(i) || isContactLabel(l.text)) {
			out = append(out, i)
		}
	}
	return p.withOnlyHeadings(out, known)
}

// withOnlyHeadings adds known headings in another style whose section has no other one.
func (p *paper) withOnlyHeadings(found, known []int) []int {
	kinds := map[resume.SectionKind]bool{}
	for _, i := range found {
		kinds[kindOfTitle(p.lines[i].text)] = true
	}
	for _, i := range known {
		if kind := kindOfTitle(p.lines[i].text); !kinds[kind] && (len(found) == 0 || kind == resume.ExperienceSection || kind == resume.EducationSection) {
			found = append(found, i)
			kinds[kind] = true
		}
	}
	return slices.Sorted(slices.Values(found))
}

// knownHeadings returns the lines that are common titles of sections. One with a colon may
// be a label in an entry, "Achievements:", if the heading of jobs has none.
func (p *paper) knownHeadings() []int {
	var plain, labels []int
	hasJobs := false
	for i, l := range p.lines {
		switch kind := kindOfTitle(l.text); {
		case !p.mayHead(l) || kind == resume.Free:
		case strings.HasSuffix(l.text, ":"):
			labels = append(labels, i)
		default:
			plain = append(plain, i)
			hasJobs = hasJobs || kind == resume.ExperienceSection
		}
	}
	if hasJobs {
		return plain
	}
	return slices.Sorted(slices.Values(append(plain, labels...)))
}

// besideDate reports whether a line is next to one that is only a date, as a role is, or
// above a date with a place.
func (p *paper) besideDate(i int) bool {
	for _, j := range []int{i - 1, i + 1} {
		if j < len(p.lines) && !p.lines[j].isItem {
			found := dateIn(p.lines[j].text)
			if found.ok && (found.rest == "" || j > i && (looksLikePlace(found.rest) || isNameOfPlace(found.rest))) {
				return true
			}
		}
	}
	return false
}

func (p *paper) mayHead(l paperLine) bool {
	return !l.isItem && len(strings.Fields(l.text)) <= 5 && len(l.text) < 60 && !dateIn(l.text).ok && !strings.ContainsAny(l.text, "@|•·") && !strings.HasSuffix(l.text, ".")
}

// paperStyle is how a line differs from the others.
type paperStyle struct {
	larger      int
	bold, upper bool
}

func (p *paper) styleOf(l paperLine) paperStyle {
	s := paperStyle{bold: l.bold, upper: l.text == strings.ToUpper(l.text) && strings.ToLower(l.text) != l.text}
	if p.body > 0 && l.size > 1.08*p.body {
		s.larger = int(10 * l.size / p.body)
	}
	return s
}
