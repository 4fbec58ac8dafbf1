package doctext

import (
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/ghresume/ghresume/internal/readfile"
)

// readPDF reads the lines of a PDF: larger letters make headings, bold lines stay bold, and
// lines wrapped at the edge of the page are joined.
func readPDF(data []byte) (string, error) {
	lines, err := readfile.PDF(data)
	if err != nil {
		return "", fmt.Errorf("a PDF: %w", err)
	}
	p := newPDFPage(lines)
	for i := range lines {
		p.line(i)
	}
	p.flush()
	return p.out.String(), nil
}

// pdfPage joins lines.
type pdfPage struct {
	lines     []readfile.Line
	body      float64 // font size of most lines
	edge      float64 // where most long lines end
	out       strings.Builder
	paragraph string
	rank      int
	item      bool
	bold      bool
}

func newPDFPage(lines []readfile.Line) *pdfPage {
	var sizes, ends []float64
	for _, l := range lines {
		for range utf8.RuneCountInString(l.Text()) {
			sizes = append(sizes, sizeOf(l))
		}
		ends = append(ends, endOf(l))
	}
	slices.Sort(sizes)
	slices.Sort(ends)
	return &pdfPage{lines: lines, body: sizes[len(sizes)/2], edge: ends[len(ends)*9/10]}
}

func sizeOf(l readfile.Line) float64 {
	size := 0.0
	for _, item := range l.Items {
		size = max(size, item.Size)
	}
	return size
}

func endOf(l readfile.Line) float64 {
	last := l.Items[len(l.Items)-1]
	return last.X + last.Width
}

func isBoldLine(l readfile.Line) bool {
	return !slices.ContainsFunc(l.Items, func(i readfile.Item) bool { return !i.Bold })
}

// line adds one line of the page.
func (p *pdfPage) line(i int) {
	l := p.lines[i]
	text, item := l.Bullet()
	rank, bold := p.rankOf(l), isBoldLine(l)
	if i > 0 && !item && p.continues(p.lines[i-1], l, rank, bold) {
		p.paragraph = strings.TrimSpace(p.paragraph + " " + text)
		return
	}
	p.flush()
	p.paragraph, p.rank, p.item, p.bold = text, rank, item, bold
}

// rankOf returns the rank of a heading, judging by its font size.
func (p *pdfPage) rankOf(l readfile.Line) int {
	switch ratio := sizeOf(l) / p.body; {
	case ratio > 1.5:
		return 1
	case ratio > 1.15:
		return 2
	}
	return 0
}

// continues reports whether a line continues the sentence of the one above it.
func (p *pdfPage) continues(above, l readfile.Line, rank int, bold bool) bool {
	const near = 2.2 // in font sizes
	last, _ := utf8.DecodeLastRuneInString(p.paragraph)
	return rank == p.rank && bold == p.bold && above.Page == l.Page && l.Y-above.Y < near*sizeOf(l) && !strings.ContainsRune(".!?:;", last) &&
		(endOf(above) > 0.8*p.edge && !p.hasRoom(above, l) || p.paragraph == "")
}

// hasRoom reports whether the first word of a line would have fitted on the line above:
// then its author began a new line.
func (p *pdfPage) hasRoom(above, l readfile.Line) bool {
	first := l.Items[0]
	word, _, _ := strings.Cut(strings.TrimSpace(l.Text()), " ")
	letters := utf8.RuneCountInString(first.Text)
	if letters == 0 {
		return false
	}
	width := first.Width / float64(letters) * float64(utf8.RuneCountInString(word)+1)
	const certain = 1.2 // letters differ in width
	return endOf(above)+certain*width < p.edge
}

func (p *pdfPage) flush() {
	if p.paragraph != "" {
		p.out.WriteString(markdownLine(p.paragraph, p.rank, p.item, 0, p.bold))
	}
	p.paragraph = ""
}
