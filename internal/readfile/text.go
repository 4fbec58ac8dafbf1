// Package readfile reads the text of resumes and postings in PDF and DOCX files.
package readfile

import "strings"

// Item is a piece of a line, separated from its neighbors by wide gaps.
type Item struct {
	Text     string
	X, Width float64
	Size     float64 // font size, in points
	Bold     bool
}

// Line is a row of items from left to right.
type Line struct {
	Page  int     // from 1
	Y     float64 // baseline, from the top of the page
	Items []Item
	Links []Link
}

// Text returns the text of a line; a gap between items becomes two blanks.
func (l Line) Text() string {
	var texts []string
	for _, i := range l.Items {
		texts = append(texts, i.Text)
	}
	return strings.Join(texts, "  ")
}

// Text returns the text of lines, each on its own line.
func Text(lines []Line) string {
	var b strings.Builder
	for _, l := range lines {
		b.WriteString(l.Text() + "\n")
	}
	return b.String()
}

// bullets begin list items in files; the last ones are from symbol fonts.
const bullets = "•◦▪▫‣⁃∙●○■□➢➤–-*·\uF0B7\uF0A7\uF076"

// Bullet removes the mark from a line that begins a list item.
func (l Line) Bullet() (text string, ok bool) {
	whole := l.Text()
	for _, mark := range bullets {
		if rest, found := strings.CutPrefix(whole, string(mark)); found && strings.HasPrefix(rest, " ") {
			return strings.TrimSpace(rest), true
		}
	}
	return whole, false
}
