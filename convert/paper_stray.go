package convert

import (
	"math"
	"slices"
	"strings"

	"github.com/ghresume/ghresume/internal/lazy"
	"github.com/ghresume/ghresume/internal/readfile"
)

// mostContacts is how many lines a block of addresses has.
const mostContacts = 6

// liftContacts moves addresses that have no heading to the header: a page with two columns may
// have them at the top of the second, which is read behind the first. It returns the headings
// of the remaining lines.
func (p *paper) liftContacts(headings []int) []int {
	if p.hasOwnEmail(headings) {
		return headings
	}
	for i := headings[0] + 1; i < len(p.lines); i++ {
		if emailIn.FindString(p.lines[i].text) != strings.TrimSpace(p.lines[i].text) || p.lines[i].isItem || p.isUnderReferences(headings, i) {
			continue
		}
		from, to := p.contactBlock(headings, i)
		if to-from > mostContacts {
			from, to = i, i+1
		}
		block := slices.Clone(p.lines[from:to])
		p.lines = slices.Delete(p.lines, from, to)
		p.lines = slices.Insert(p.lines, headings[0], block...)
		return p.headings()
	}
	return headings
}

// hasOwnEmail reports whether the header or a section of addresses has an e-mail address.
func (p *paper) hasOwnEmail(headings []int) bool {
	for i, l := range p.lines {
		if emailIn.MatchString(l.text) && (i < headings[0] || isContactLabel(strings.TrimRight(p.lines[headingAt(headings, i)].text, ": "))) {
			return true
		}
		if slices.ContainsFunc(l.links, func(link readfile.Link) bool { return strings.HasPrefix(link.URL, "mailto:") }) && i < headings[0] {
			return true
		}
	}
	return false
}

// headingAt returns the heading above a line.
func headingAt(headings []int, i int) int {
	at := headings[0]
	for _, h := range headings {
		if h <= i {
			at = h
		}
	}
	return at
}

// refereesHeading matches the heading above other people's addresses.
var refereesHeading = lazy.New(`(?i)r[eé]f[eé]ren|referee|recommend|referenz|рекоменд`)

func (p *paper) isUnderReferences(headings []int, i int) bool {
	return slices.ContainsFunc(p.lines[headingAt(headings, i):i], func(l paperLine) bool {
		return len(strings.Fields(l.text)) < 4 && refereesHeading.MatchString(l.text)
	})
}

// contactBlock returns the lines around one that begin at the same place, without headings.
func (p *paper) contactBlock(headings []int, i int) (from, to int) {
	isSame := func(j int) bool {
		return !slices.Contains(headings, j) && !p.lines[j].isItem && !p.lines[j].bold && math.Abs(p.lines[j].x-p.lines[i].x) < 2
	}
	from, to = i, i+1
	for from > headings[0]+1 && isSame(from-1) {
		from--
	}
	for to < len(p.lines) && isSame(to) {
		to++
	}
	return from, to
}
