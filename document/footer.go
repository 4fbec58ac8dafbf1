package document

import (
	"fmt"

	"github.com/ghresume/ghresume/internal/pdf"
	"github.com/ghresume/ghresume/internal/typeface"
)

// footer draws the name and the page number.
func (p *painter) footer(number int, author string) {
	pages := fmt.Sprintf("%d / %d", number+1, len(p.pages))
	if author == "" {
		p.center([]pdf.Text{p.footerText(pages, false)})
		return
	}
	rtl := typeface.RightToLeft(author)
	dot := p.footerText(separator, rtl)
	pieces := p.center([]pdf.Text{p.footerText(author, rtl), dot, p.footerText(pages, rtl)})
	if p.page.Raised != 0 {
		p.page.Footer = []pdf.Text{pieces[0], pieces[2]}
		p.page.Stop = []pdf.Text{p.stop(pieces[1], p.pages[number-1])}
	}
}

func (p *painter) footerText(text string, rtl bool) pdf.Text {
	style := p.look.styleOfRight(block{})
	style.Size = 8
	return pdf.Text{
		Width: p.set.Width(style.Style, text) * style.Size / 1000, Text: text, Style: style, RightToLeft: rtl,
		Y: p.paperHeight - max(16, p.look.margins.Bottom/2-style.Size/2),
	}
}

// center draws pieces side by side in the middle of the page, and returns them with their
// places.
func (p *painter) center(pieces []pdf.Text) []pdf.Text {
	x := p.paperWidth / 2
	for _, t := range pieces {
		x -= t.Width / 2
	}
	for i := range pieces {
		t := &pieces[i]
		if t.RightToLeft {
			t = &pieces[len(pieces)-1-i]
		}
		t.X, x = x, x+t.Width
	}
	p.page.Footer = pieces
	return pieces
}

// stop is the dot of a footer as it keeps a page's text apart from the page before: a bullet
// ends a list for the programs that would read the heading as part of its last item.
func (p *painter) stop(dot pdf.Text, before sheet) pdf.Text {
	middle := dot.X + dot.Width/2
	dot.Text = "·"
	if before.placed[len(before.placed)-1].box.marker.text != "" {
		const smaller, height = 0.7, 0.38 // a bullet is larger than a dot, and as high above the line
		dot.Text = "•"
		dot.Y -= dot.Style.Size * height * (1 - smaller)
		dot.Style.Size *= smaller
	}
	dot.Width = p.set.Width(dot.Style.Style, dot.Text) * dot.Style.Size / 1000
	dot.X = middle - dot.Width/2
	return dot
}
