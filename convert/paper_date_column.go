package convert

import (
	"math"
	"slices"

	"github.com/ghresume/ghresume/internal/lazy"
	"github.com/ghresume/ghresume/internal/readfile"
)

// withWholeDates joins dates in a narrow column, left of their entries, that the column's
// width broke, "Apr 2020 –" above "Present", and moves a place below them behind the text
// beside it.
func withWholeDates(lines []readfile.Line) []readfile.Line {
	out := slices.Clone(lines)
	for i := range out {
		if !mayBreakDate(out[i]) {
			continue
		}
		next := i + 1
		for next < len(out) && isBelow(out[i], out[next]) && breaksDate(out[i].Items[0], out[next].Items[0]) {
			out[i].Items = slices.Clone(out[i].Items)
			out[i].Items[0].Text += " " + out[next].Items[0].Text
			out[next].Items = out[next].Items[1:]
			next++
		}
		if isDate(out[i].Items[0].Text) && next < len(out) && isBelow(out[i], out[next]) && looksLikePlace(out[next].Items[0].Text) {
			movePlace(out, next)
		}
	}
	return slices.DeleteFunc(out, func(l readfile.Line) bool { return len(l.Items) == 0 })
}

// movePlace moves the first item of a line behind the others, or behind the line above if
// they are an item of a list.
func movePlace(lines []readfile.Line, i int) {
	place := lines[i].Items[0]
	lines[i].Items = slices.Clone(lines[i].Items[1:])
	if _, isItem := lines[i].Bullet(); isItem || len(lines[i].Items) == 0 {
		i--
	}
	lines[i].Items = append(slices.Clone(lines[i].Items), place)
}

func isDate(text string) bool {
	found := dateIn(text)
	return found.ok && found.rest == ""
}

// spanBegins matches a year that a narrow column parts from the end of its span.
var spanBegins = lazy.New(`^\(?(?:\pL+\.?\s+|\d{1,2}[./])?(?:19|20)\d\d\s*[–—-]$`)

// mayBreakDate reports whether a line begins with the beginning of a span of time, or with a
// short text that has a year and stands apart from what is beside it.
func mayBreakDate(l readfile.Line) bool {
	if len(l.Items) == 0 {
		return false
	}
	first := l.Items[0]
	isColumn := len(l.Items) > 1 && len(first.Text) < 30 && l.Items[1].X-first.X-first.Width > marginGap*first.Size
	return spanBegins.MatchString(first.Text) || isColumn && yearIn.MatchString(first.Text)
}

// isBelow reports whether a line begins below the first item of another one, close to it.
func isBelow(l, next readfile.Line) bool {
	const near = 4 // lines
	return next.Page == l.Page && len(next.Items) > 0 && math.Abs(next.Items[0].X-l.Items[0].X) < 2 && next.Y-l.Y < near*l.Items[0].Size
}

// breaksDate reports whether two texts are a span of time together, of which the first one
// alone is not the whole.
func breaksDate(first, second readfile.Item) bool {
	whole, part := dateIn(first.Text+" "+second.Text), dateIn(first.Text)
	return whole.ok && whole.rest == "" && (!part.ok || part.rest != "" || part.end != whole.end || part.start != whole.start)
}
