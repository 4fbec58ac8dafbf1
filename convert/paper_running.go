package convert

import (
	"math"
	"strings"

	"github.com/ghresume/ghresume/internal/lazy"
	"github.com/ghresume/ghresume/internal/readfile"
)

// pageNumber matches a line that only numbers its page: "2", "Page 1 of 2", "1/2".
var pageNumber = lazy.New(`(?i)^(?:page|seite|página|pagina|strona|сторінка|p\.)?\s*[-–—]?\s*\d{1,2}(?:\s*(?:/|of|von|de|di|sur|van|z|з|\|)\s*\d{1,2})?\s*[-–—]?$`)

// runningTitle matches a line that names the document at the foot of a page, or at the
// head of a later one: "July 13, 2025   Ada Lovelace · Résumé   2".
var runningTitle = lazy.New(`(?i)(?:^|[·•|–—-]\s*)(?:r[ée]sum[ée]|curriculum vit(?:ae|æ)|c\.?v\.?|lebenslauf|currículum|curriculum)(?:\s*[·•|–—-]?\s*(?:page\s+)?\d{1,2}(?:\s*(?:/|of)\s*\d{1,2})?)?$`)

// withoutRunningLines drops the lines that a layout repeats at the head or the foot of its
// pages: they number the page and name the document, and interrupt an entry.
func (p *paper) withoutRunningLines(lines []readfile.Line) []readfile.Line {
	edges := edgeLines(lines)
	drop := map[int]bool{}
	for _, at := range edges {
		for _, i := range []int{at.first, at.last} {
			isFoot := i == at.last && at.first != at.last
			text := strings.TrimSpace(lines[i].Text())
			switch {
			case lines[i].Page == 0:
			case isFoot && (pageNumber.MatchString(text) || len(plainWords(text)) == 0), (isFoot || lines[i].Page > 1) && isRunningTitle(text), lines[i].Page > 1 && repeatsEdge(lines, edges, i):
				drop[i] = true
			}
		}
	}
	var out []readfile.Line
	for i, l := range lines {
		if drop[i] {
			p.needless(l.Text())
			continue
		}
		out = append(out, l)
	}
	return out
}

// edge holds the indices of the highest and the lowest line of a page.
type edge struct{ first, last int }

func edgeLines(lines []readfile.Line) map[int]edge {
	out := map[int]edge{}
	for i, l := range lines {
		at, known := out[l.Page]
		if !known {
			at = edge{i, i}
		}
		if l.Y < lines[at.first].Y {
			at.first = i
		}
		if l.Y > lines[at.last].Y {
			at.last = i
		}
		out[l.Page] = at
	}
	return out
}

// isRunningTitle reports whether a short line ends with the name of the document, or with
// it and the number of the page.
func isRunningTitle(text string) bool {
	const most = 12 // words
	return len(strings.Fields(text)) <= most && runningTitle.MatchString(strings.Join(strings.Fields(text), " "))
}

// repeatsEdge reports whether another page has the same line at the same height, but for
// figures.
func repeatsEdge(lines []readfile.Line, edges map[int]edge, i int) bool {
	for page, at := range edges {
		for _, j := range []int{at.first, at.last} {
			if page != lines[i].Page && math.Abs(lines[j].Y-lines[i].Y) < 1 && withoutFigures(lines[j].Text()) == withoutFigures(lines[i].Text()) {
				return true
			}
		}
	}
	return false
}

func withoutFigures(text string) string {
	return strings.Join(strings.FieldsFunc(text, func(r rune) bool { return r >= '0' && r <= '9' || r == ' ' }), " ")
}
