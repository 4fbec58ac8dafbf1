package document

import (
	"encoding/base64"
	"fmt"
	"strings"

	"github.com/ghresume/ghresume/internal/themes"
)

// style returns the theme's style sheet with its measures, colors and fonts. A rem is the
// size of running text: 16 pixels on screen, the PDF's on paper, where white space is reduced
// by the PDF's factor.
func (m Meta) style(blocks []block, rtl bool, onPaper *layout) (string, error) {
	l, factor := m.pageStyle(), 1.0
	if onPaper != nil {
		factor, l.sizes[name] = onPaper.factor, onPaper.look.sizes[name]
	}
	if l.dateColumn > 0 {
		set, err := newLayout(m)
		if err != nil {
			return "", err
		}
		l.dateColumn = set.datesColumn(blocks)
	}
	l.centered = l.centered && !rtl || m.Page.Header == "center"
	faces, err := m.fontFaces(l)
	if err != nil {
		return "", err
	}
	var b strings.Builder
	fmt.Fprintf(&b, "\n:root{--accent:%s;--accent-dark:%s;%s;--name:%s;--headline:%s;--section:%s;%s;--indent:%s;--column:%s}\n",
		m.accent().readableOn(white), m.accent().readableOn(night), l.leadingCSS(), l.rem(l.sizes[name]), l.rem(l.sizes[headline]), l.rem(l.sizes[section]), l.whiteSpace(),
		l.rem(l.indent), l.rem(l.dateColumn))
	paper := "A4"
	if m.Paper == Letter {
		paper = "letter"
	}
	fmt.Fprintf(&b, "@page{size:%s;margin:%.4gpt %.4gpt %.4gpt %.4gpt}\n@media print{html{font-size:%.4gpt}}\n", paper, l.margins.Top, l.margins.Right, l.margins.Bottom, l.margins.Left, l.size)
	if factor < 1 {
		l.scale *= factor
		fmt.Fprintf(&b, "@media print{:root{%s;%s}}\n", l.leadingCSS(), l.whiteSpace())
	}
	b.WriteString(themes.CSS(string(m.Theme)))
	if l.centered {
		b.WriteString("header{text-align:center}\n")
	}
	if len(m.Pictures) > 0 {
		b.WriteString(figureStyle())
	}
	b.WriteString(faces)
	return b.String(), nil
}

// leadingCSS returns the variable of the space between lines.
func (l style) leadingCSS() string { return fmt.Sprintf("--leading:%.4g", l.lineHeight(1)) }

// whiteSpace returns the variables of the space between paragraphs, entries and sections.
func (l style) whiteSpace() string {
	return fmt.Sprintf("--section-above:%s;--section-below:%s;--entry:%s;--first:%s;--item:%s;--paragraph:%s",
		l.rem(l.sectionAbove*l.scale), l.rem(l.afterSection*l.scale), l.rem(max(leastEntryAbove, l.entryAbove*l.scale)),
		l.rem(max(leastFirstItem*l.size, l.firstItem*l.scale)), l.rem(l.itemAbove*l.scale), l.rem(l.paragraphAbove*l.scale))
}

// rem returns points in the unit of style sheets.
func (l style) rem(points float64) string { return fmt.Sprintf("%.4grem", points/l.size) }

// fontFaces embeds the regular and the bold font of the PDF, so that the page looks and
// breaks the same everywhere.
func (m Meta) fontFaces(l style) (string, error) {
	family, file := "Open Sans", "OpenSans"
	if m.hasSerifs(l) {
		family, file = "Tinos", "Tinos"
	}
	var b strings.Builder
	for _, face := range []struct {
		name   string
		weight int
	}{{"Regular", 400}, {"Bold", 700}} {
		data, err := fontFiles.ReadFile("fonts/" + file + "-" + face.name + ".ttf")
		if err != nil {
			return "", fmt.Errorf("HTML: %w", err)
		}
		fmt.Fprintf(&b, "@font-face{font-family:\"%s\";font-weight:%d;src:url(data:font/ttf;base64,%s)}\n", family, face.weight, base64.StdEncoding.EncodeToString(data))
	}
	own := ""
	if m.Font != "" && !isEmbedded(m.Font) {
		own = fmt.Sprintf("%q,", strings.Map(plainName, m.Font))
	}
	generic := `"Segoe UI","Helvetica Neue",Arial,sans-serif`
	if family == "Tinos" {
		generic = `"Times New Roman",serif`
	}
	fmt.Fprintf(&b, "body{font-family:%s\"%s\",%s}\n", own, family, generic)
	return b.String(), nil
}

// plainName drops the characters that the name of a family may not contain.
func plainName(r rune) rune {
	if r < ' ' || strings.ContainsRune("\"\\\\<>{};", r) {
		return -1
	}
	return r
}
