package convert

import (
	"slices"
	"strings"

	"github.com/ghresume/ghresume/internal/lazy"
	"github.com/ghresume/ghresume/internal/readfile"
	"github.com/ghresume/ghresume/resume"
)

// duration matches how long something lasted, which some layouts print below its dates.
var duration = lazy.New(`(?i)^\(?\d{1,2}\+? (?:years?|yrs?|months?|mos?|ans?|mois|jahre?|monate?|años?|mes(?:es)?|anos?|anni|anno|mesi|mese)\.?(?:,? (?:and |et |und |y |e )?\d{1,2} (?:months?|mos?|mois|monate?|mes(?:es)?|mesi|mese)\.?)?\)?$`)

// withMarginDates moves the dates that a layout prints in the right margin, level with
// the first text of an entry, into the line of its head above, where other layouts have
// them. A duration there is dropped, since it adds nothing to the dates.
func (p *paper) withMarginDates(lines []readfile.Line) []readfile.Line {
	for i := 1; i < len(lines); i++ {
		note, isNote := marginNote(lines[i])
		switch {
		case !isNote:
		case duration.MatchString(note.Text) && hasSpan(lines[max(0, i-3):i]):
			p.needless(note.Text)
			lines[i].Items = lines[i].Items[:len(lines[i].Items)-1]
		case dateIn(note.Text).ok && dateIn(note.Text).rest == "":
			if head := headAbove(lines, i); head >= 0 {
				lines[i].Items = lines[i].Items[:len(lines[i].Items)-1]
				lines[head].Items = append(slices.Clone(lines[head].Items), note)
			}
		}
	}
	return slices.DeleteFunc(lines, func(l readfile.Line) bool { return len(l.Items) == 0 })
}

// marginGap is the smallest gap between a text and a note in the margin, in font sizes.
const marginGap = 1.5

// marginNote returns the last item of a line if it is set apart from the others.
func marginNote(l readfile.Line) (readfile.Item, bool) {
	if len(l.Items) == 0 {
		return readfile.Item{}, false
	}
	note := l.Items[len(l.Items)-1]
	if len(l.Items) == 1 {
		return note, duration.MatchString(note.Text)
	}
	before := l.Items[len(l.Items)-2]
	return note, note.X-before.X-before.Width > marginGap*note.Size
}

// hasSpan reports whether one of the lines ends with a span of time.
func hasSpan(lines []readfile.Line) bool {
	return slices.ContainsFunc(lines, func(l readfile.Line) bool {
		found := dateIn(l.Text())
		return found.ok && (found.start.ok || found.end.date.Present)
	})
}

// headAbove returns the line above a text that heads it and has no date yet, or -1. The
// text begins a list, or follows its head on the page.
func headAbove(lines []readfile.Line, i int) int {
	if _, isItem := lines[i].Bullet(); !isItem {
		return -1
	}
	head := i - 1
	if _, isItem := lines[head].Bullet(); isItem || lines[head].Page != lines[i].Page || len(lines[head].Items) == 0 || dateIn(lines[head].Text()).ok {
		return -1
	}
	text := strings.TrimSpace(lines[head].Text())
	if strings.HasSuffix(text, ".") || kindOfTitle(text) != resume.Free {
		return -1 // a text, the rest of an item, or a section whose items have dates of their own
	}
	return head
}
