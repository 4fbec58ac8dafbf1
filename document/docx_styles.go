package document

import (
	"fmt"
	"strings"
)

// docxStyle is a paragraph style with its English name, which Word and other programs go
// by.
type docxStyle struct {
	id, name, based    string
	size               float64 // in points; 0 inherits the size
	bold, italic       bool
	color              string
	before, after      float64
	keepNext           bool
	outline            int // heading level, from 1
	underlined, center bool
	capitals           bool // displayed only; the text keeps its case
}

// docxRule is the height that the rule below a section's heading takes, in points.
const docxRule = 1.5

// belowSection returns the space below a section's heading.
func (w *docxWriter) belowSection() float64 {
	space := w.look.afterSection * w.look.scale
	if w.look.rule != none {
		space -= docxRule
	}
	return max(0, space)
}

// styles returns the styles of the theme: the same sizes, colors and white space as in the
// PDF.
func (w *docxWriter) styles() string {
	l := w.look
	font := map[string]string{sans: "Calibri", serif: "Times New Roman"}[l.family]
	if w.meta.Font != "" {
		font = escapeXML(w.meta.Font)
	}
	hex := func(c rgb) string { return strings.ToUpper(strings.TrimPrefix(c.String(), "#")) }
	size := l.size
	if font == "Calibri" {
		size += 0.9 // its letters are smaller than those of the PDF's font
	}
	var b strings.Builder
	fmt.Fprintf(&b, `<w:styles xmlns:w="%s"><w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="%s" w:hAnsi="%s" w:eastAsia="%s" w:cs="%s"/><w:color w:val="%s"/><w:sz w:val="%d"/><w:szCs w:val="%d"/><w:lang w:val="%s"/></w:rPr></w:rPrDefault>`,
		wordNamespace, font, font, font, font, hex(l.ink), halfPoints(size), halfPoints(size), escapeXML(w.meta.language()))
	fmt.Fprintf(&b, `<w:pPrDefault><w:pPr><w:spacing w:before="%d" w:after="0" w:line="%d" w:lineRule="exact"/></w:pPr></w:pPrDefault></w:docDefaults>`, twips(l.paragraphAbove*l.scale), twips(l.lineHeight(l.size)))
	b.WriteString(`<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/></w:style>`)
	b.WriteString(`<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont"><w:name w:val="Default Paragraph Font"/></w:style>`)
	for _, s := range []docxStyle{
		{id: "Heading1", name: "heading 1", size: l.sizes[name], bold: l.nameWeight, color: hex(l.nameColor), keepNext: true, outline: 1},
		{id: "Heading2", name: "heading 2", size: l.sizes[section], bold: true, color: hex(l.sectionColor), before: l.sectionAbove * l.scale, after: w.belowSection(), keepNext: true, outline: 2, underlined: l.rule != none, capitals: l.capitals},
		{id: "Heading3", name: "heading 3", size: l.size*1.04 + (size - l.size), bold: true, before: leastEntryAbove, keepNext: true, outline: 3},
		{id: "EntryTitle", name: "Entry title", based: "Heading3"},
		{id: "EntryLine", name: "Entry line", italic: l.organizationItalic, color: hex(l.ink)},
		{id: "EntryTechnologies", name: "Entry technologies", color: hex(l.soft)},
		{id: "Headline", name: "Headline", size: l.sizes[headline], color: hex(l.soft), keepNext: true},
		{id: "Contact", name: "Contact"},
		{id: "ListBullet", name: "List Bullet", before: l.itemAbove * l.scale},
		{id: "ListNumber", name: "List Number", before: l.itemAbove * l.scale},
		{id: "Footer", name: "footer", size: 8, color: hex(l.soft), center: true},
	} {
		b.WriteString(s.xml(l))
	}
	b.WriteString(`<w:style w:type="paragraph" w:customStyle="1" w:styleId="Code"><w:name w:val="Code"/><w:basedOn w:val="Normal"/><w:rPr><w:rFonts w:ascii="Consolas" w:hAnsi="Consolas" w:cs="Consolas"/></w:rPr></w:style>`)
	fmt.Fprintf(&b, `<w:style w:type="character" w:styleId="Hyperlink"><w:name w:val="Hyperlink"/><w:rPr><w:color w:val="%s"/></w:rPr></w:style></w:styles>`, hex(l.accent))
	return b.String()
}

func halfPoints(points float64) int { return int(points*2 + 0.5) }

// xml returns the style as XML, its properties in the order of the schema.
func (s docxStyle) xml(l style) string {
	custom, based := "", "Normal"
	if s.based != "" {
		based = s.based
	}
	if !strings.HasPrefix(s.name, "heading") && !strings.HasPrefix(s.name, "List") && s.name != "footer" {
		custom = ` w:customStyle="1"`
	}
	out := fmt.Sprintf(`<w:style w:type="paragraph"%s w:styleId="%s"><w:name w:val="%s"/><w:basedOn w:val="%s"/>`, custom, s.id, s.name, based)
	if s.outline > 0 {
		out += `<w:next w:val="Normal"/>`
	}
	return out + `<w:qFormat/><w:pPr>` + s.paragraph(l) + `</w:pPr><w:rPr>` + s.letters() + `</w:rPr></w:style>`
}

func (s docxStyle) paragraph(l style) string {
	out := ""
	if s.keepNext {
		out += `<w:keepNext/><w:keepLines/>`
	}
	if s.underlined {
		out += fmt.Sprintf(`<w:pBdr><w:bottom w:val="single" w:sz="4" w:space="1" w:color="%s"/></w:pBdr>`, strings.ToUpper(strings.TrimPrefix(l.line.String(), "#")))
	}
	if s.before > 0 || s.after > 0 || s.size > 0 {
		out += fmt.Sprintf(`<w:spacing w:before="%d" w:after="%d"`, twips(s.before), twips(s.after))
		if height := s.lineHeight(l); height > 0 {
			out += fmt.Sprintf(` w:line="%d" w:lineRule="exact"`, twips(height))
		}
		out += `/>`
	} else if s.id == "EntryLine" {
		out += `<w:spacing w:before="0"/>`
	}
	if s.center {
		out += `<w:jc w:val="center"/>`
	}
	if s.outline > 0 {
		out += fmt.Sprintf(`<w:outlineLvl w:val="%d"/>`, s.outline-1)
	}
	return out
}

// lineHeight returns the height of a line if it is not that of running text.
func (s docxStyle) lineHeight(l style) float64 {
	switch {
	case s.outline == 1, s.outline == 2:
		return s.size * 1.25
	case s.id == "Headline":
		return l.lineHeight(s.size)
	}
	return 0
}

func (s docxStyle) letters() string {
	out := ""
	if s.bold {
		out += `<w:b/><w:bCs/>`
	}
	if s.italic {
		out += `<w:i/><w:iCs/>`
	}
	if s.capitals {
		out += `<w:caps/>`
	}
	if s.color != "" {
		out += `<w:color w:val="` + s.color + `"/>`
	}
	if s.size > 0 {
		out += fmt.Sprintf(`<w:sz w:val="%d"/><w:szCs w:val="%d"/>`, halfPoints(s.size), halfPoints(s.size))
	}
	return out
}
