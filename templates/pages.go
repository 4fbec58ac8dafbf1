package templates

import (
	"math"
	"unicode/utf8"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/text"
	"golang.org/x/text/width"

	"github.com/ghresume/ghresume/resume"
)

// A page of A4 or Letter at 10.5 points holds about 55 lines of about 95 letters.
const (
	linesOnPage   = 55.0
	lettersInLine = 95
)

// Pages estimates the printed length of Markdown in pages: lines after wrapping,
// larger headings, and the space between blocks.
func Pages(md []byte) float64 {
	lines := 0.0
	root := goldmark.DefaultParser().Parse(text.NewReader(md))
	_ = ast.Walk(root, func(n ast.Node, entering bool) (ast.WalkStatus, error) {
		if !entering {
			return ast.WalkContinue, nil
		}
		switch n := n.(type) {
		case *ast.Heading:
			lines += []float64{3, 2.2, 1.5}[min(n.Level, 3)-1] * wrapped(n, md)
			return ast.WalkSkipChildren, nil
		case *ast.Paragraph:
			lines += wrapped(n, md) + 0.4
			return ast.WalkSkipChildren, nil
		case *ast.TextBlock:
			lines += wrapped(n, md) + 0.1
			return ast.WalkSkipChildren, nil
		case *ast.FencedCodeBlock, *ast.CodeBlock, *ast.HTMLBlock:
			lines += float64(n.Lines().Len()) + 0.4
		}
		return ast.WalkContinue, nil
	})
	return lines / linesOnPage
}

// wrapped is the number of printed lines of a block's text.
func wrapped(block ast.Node, md []byte) float64 {
	letters := 0
	_ = ast.Walk(block, func(n ast.Node, entering bool) (ast.WalkStatus, error) {
		if t, ok := n.(*ast.Text); ok && entering {
			letters += columns(t.Segment.Value(md)) + 1
		}
		return ast.WalkContinue, nil
	})
	return max(1, math.Ceil(float64(letters)/lettersInLine))
}

// columns is the width of a text; Chinese, Japanese and Korean characters are as wide as two letters.
func columns(s []byte) int {
	n := 0
	for len(s) > 0 {
		p, size := width.Lookup(s)
		if size == 0 {
			_, size = utf8.DecodeRune(s)
		}
		n++
		if k := p.Kind(); k == width.EastAsianWide || k == width.EastAsianFullwidth {
			n++
		}
		s = s[size:]
	}
	return n
}

// Fit drops entries that come from GitHub, the least relevant first, until what
// the template prints takes at most that many pages as measure counts them; nil
// means [Pages], and no pages mean no limit. It returns the shorter resume, what
// was left out, and the pages that remain: more than asked for when the person's
// own words, which always stay, are too long by themselves.
func (t *Template) Fit(r *resume.Resume, most int, measure func(md []byte) float64) (*resume.Resume, []string, float64, error) {
	if measure == nil {
		measure = Pages
	}
	var dropped []string
	for {
		md, err := t.Render(r)
		if err != nil {
			return nil, nil, 0, err
		}
		pages := measure(md)
		if most <= 0 || pages <= float64(most) {
			return r, dropped, pages, nil
		}
		shorter, what, ok := r.DropLeast()
		if !ok {
			return r, dropped, pages, nil
		}
		r, dropped = shorter, append(dropped, what)
	}
}
