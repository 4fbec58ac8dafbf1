package convert

import (
	"math"
	"slices"
	"strings"

	"github.com/ghresume/ghresume/internal/readfile"
	"github.com/ghresume/ghresume/resume"
)

// withHeadingsApart moves headings in a column left of their sections to lines of their
// own, above the first text beside them.
func withHeadingsApart(lines []readfile.Line) []readfile.Line {
	at := columnHeadings(lines)
	if len(at) == 0 {
		return lines
	}
	before := map[int][]readfile.Line{}
	out := slices.Clone(lines)
	for _, i := range at {
		heading := lines[i]
		heading.Items = lines[i].Items[:1]
		if out[i].Items = lines[i].Items[1:]; len(out[i].Items) > 0 {
			before[i] = append(before[i], heading)
		} else {
			level := levelWith(lines, i)
			before[level] = append(before[level], heading)
		}
	}
	var apart []readfile.Line
	for i, l := range out {
		apart = append(apart, before[i]...)
		if len(l.Items) > 0 {
			apart = append(apart, l)
		}
	}
	return apart
}

// columnHeadings returns the lines that begin with a heading beside a text, if experience or
// education is among the headings in that style: else they may be labels of a list.
func columnHeadings(lines []readfile.Line) []int {
	type style struct {
		size float64
		bold bool
	}
	byStyle := map[style][]int{}
	areSections := map[style]bool{}
	for i, l := range lines {
		if len(l.Items) == 0 || strings.HasSuffix(l.Items[0].Text, ":") {
			continue
		}
		kind := kindOfTitle(l.Items[0].Text)
		if kind == resume.Free || len(l.Items) == 1 && !isInColumn(lines, i) || len(l.Items) > 1 && !isApart(l.Items[0], l.Items[1]) {
			continue
		}
		s := style{math.Round(l.Items[0].Size), l.Items[0].Bold}
		byStyle[s] = append(byStyle[s], i)
		areSections[s] = areSections[s] || kind == resume.ExperienceSection || kind == resume.EducationSection
	}
	var out []int
	for s, at := range byStyle {
		if areSections[s] {
			out = append(out, at...)
		}
	}
	slices.Sort(out)
	return out
}

// isApart reports whether a heading is apart from the text behind it, which is not the
// heading of another column.
func isApart(heading, text readfile.Item) bool {
	const gap = 0.8 // in sizes of letters
	return text.X-heading.X-heading.Width > gap*heading.Size && kindOfTitle(text.Text) == resume.Free
}

// isInColumn reports whether a heading is alone in a column: its section is in another one,
// and not below it.
func isInColumn(lines []readfile.Line, i int) bool {
	const below = 5 // in sizes of letters
	if i+1 < len(lines) && len(lines[i+1].Items) > 0 {
		heading, next := lines[i], lines[i+1]
		isBelow := next.Page == heading.Page && next.Y-heading.Y < below*heading.Items[0].Size
		if isBelow && math.Abs(next.Items[0].X-heading.Items[0].X) < columnIndent {
			return false
		}
	}
	return levelWith(lines, i) != i
}

// levelWith returns the line of another column that is level with line i and comes after
// it, or i itself.
func levelWith(lines []readfile.Line, i int) int {
	l := lines[i]
	for j := i + 1; j < len(lines) && lines[j].Page == l.Page; j++ {
		o := lines[j]
		if len(o.Items) > 0 && math.Abs(o.Y-l.Y) < 0.5*l.Items[0].Size && o.Items[0].X > l.Items[0].X+l.Items[0].Width {
			return j
		}
	}
	return i
}
