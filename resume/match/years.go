package match

import (
	"slices"
	"strings"
)

// The ranks of a number of years: of two numbers, the more firmly demanded one counts.
const (
	asideYears    = iota + 1 // outside the lists of demands, if the posting has any
	wishedYears              // nice to have
	demandedYears            // required
)

// setYears records years of experience that are not about a technology.
func (r *reader) setYears(s sentence, line passage, y counted) {
	rank := demandedYears
	switch {
	case line.section == nice && r.hasMust, levelAt(s, y.at, y.at, Required) == Preferred:
		rank = wishedYears
	case r.hasMust && line.section != must:
		rank = asideYears
	}
	if rank > r.yearsRank {
		r.posting.Years, r.yearsRank = y.years, rank
	} else if rank == r.yearsRank {
		r.posting.Years = max(r.posting.Years, y.years)
	}
}

// generalYears takes the years from a sentence that names no technology.
func (r *reader) generalYears(s sentence, line passage) {
	if !r.speaksOfPerson(s, line) {
		return
	}
	if years := yearsIn(s.words); len(years) > 0 {
		r.setYears(s, line, years[0])
	}
}

// speaksOfPerson reports whether years are about the applicant: not the age of the
// company, which appears where the company is praised.
func (r *reader) speaksOfPerson(s sentence, line passage) bool {
	switch line.section {
	case must, nice:
		return true
	case unknown:
		return !r.hasMust || s.asksBeyondYears()
	case noise:
		return line.bullet && s.asksBeyondYears() && len(s.words) <= shortDemand
	}
	return !r.hasMust && s.isDemand()
}

// asksBeyondYears reports whether more than the word "years" sounds like a demand.
func (s sentence) asksBeyondYears() bool {
	return slices.ContainsFunc(s.marks, func(m mark) bool {
		return m.kind == "demand" && !slices.ContainsFunc(theLexicon().facts.at(s.words, m.first), func(f mark) bool { return f.kind == "years" })
	})
}

// years assigns each number of years to the nearest skill of the sentence.
func (r *reader) years(s sentence, hits []hit, asked []Asked, line passage) {
	if !r.speaksOfPerson(s, line) {
		return
	}
	counts := yearsIn(s.words)
	wished := func(y counted) bool { return levelAt(s, y.at, y.at, Required) == Preferred }
	if slices.ContainsFunc(counts, func(y counted) bool { return !wished(y) }) {
		counts = slices.DeleteFunc(counts, wished) // "at least 5 years, ideally 10"
	}
	for _, y := range counts {
		nearest := nearestHit(hits, y.at)
		if y.part && hits[nearest].Start < y.at {
			continue // "SRE or backend work, of which 2 years leading people"
		}
		if areGeneral(s, hits[nearest], y.at) {
			r.setYears(s, line, y)
			continue
		}
		for k := range asked {
			if k == nearest || asked[nearest].AnyOf > 0 && asked[k].AnyOf == asked[nearest].AnyOf {
				asked[k].Years = y.years
			}
		}
	}
}

// nearestHit returns the index of the technology that is nearest to a position.
func nearestHit(hits []hit, at int) int {
	nearest, distance := 0, 1<<30
	for k, h := range hits {
		d := h.Start - at
		if d < 0 {
			d = at - h.End
		}
		if d < distance {
			nearest, distance = k, d
		}
	}
	return nearest
}

// areGeneral reports whether years are not about the technology next to them: "8 years of
// experience, Go, Linux", "2 years of experience (our services are written in Go)", "SQL
// and 6 years in data".
func areGeneral(s sentence, h hit, at int) bool {
	if h.Start <= at {
		return h.End <= at && theLexicon().lists.has(s.between(h.End, at), "and")
	}
	return strings.ContainsAny(s.text[at:h.Start], ",;") || s.isOurs(h.Start)
}
