package document

import (
	"fmt"
	"slices"
	"strings"

	"github.com/ghresume/ghresume/internal/typeface"
)

// docxWriter makes the parts of a DOCX from blocks and a style.
type docxWriter struct {
	blocks      []block
	meta        Meta
	look        style
	width       float64 // of the text, in points
	rightToLeft bool
	photo       *photo
	belowPhoto  float64 // white space above the first section
}

func newDocxWriter(blocks []block, m Meta) *docxWriter {
	if m.Tightness >= ShortLists {
		blocks = shortLists(blocks)
	}
	l := m.pageStyle()
	w, _ := m.Paper.size()
	return &docxWriter{blocks: blocks, meta: m, look: l, width: w - l.margins.Left - l.margins.Right, rightToLeft: m.rightToLeft() || mostlyRightToLeft(blocks)}
}

// twips converts points to twentieths of a point.
func twips(points float64) int { return int(points*20 + 0.5) }

// body returns the text: one paragraph for each block.
func (w *docxWriter) body() string {
	var b strings.Builder
	b.WriteString(`<w:document xmlns:w="` + wordNamespace + `" xmlns:r="` + relationsNamespace + `"><w:body>`)
	for i, block := range w.blocks {
		fmt.Fprintf(&b, "<w:p><w:pPr>%s</w:pPr>", w.properties(i))
		if i == 0 {
			b.WriteString(w.drawing())
		}
		for _, s := range w.spans(block, block.spans) {
			w.span(&b, block, s)
		}
		if len(block.right) > 0 {
			b.WriteString(`<w:r><w:tab/></w:r>`)
			beside := block
			beside.role, beside.kind = besideRow, paragraph
			for _, s := range w.spans(block, block.right) {
				w.span(&b, beside, s)
			}
		}
		b.WriteString("</w:p>")
	}
	b.WriteString(w.section())
	b.WriteString(`</w:body></w:document>`)
	return b.String()
}

func (w *docxWriter) isRightToLeft(b block) bool { return w.rightToLeft || direction(b, false) }

// spans returns the spans of one end of a paragraph with the marks that keep them in order.
func (w *docxWriter) spans(b block, all []span) []span {
	if !w.isRightToLeft(b) {
		return all
	}
	if w.rightToLeft && b.role != body {
		all = slices.Clone(all)
		for i := range all {
			all[i].text = rightToLeftRow(all[i].text)
		}
	}
	return withMarks(all, !direction(b, w.rightToLeft))
}

// section returns the page settings: paper, margins and footer. The footer with name and
// page number starts on the second page.
func (w *docxWriter) section() string {
	width, height := w.meta.Paper.size()
	m := w.look.margins
	footer, titlePage := "", ""
	if w.look.footer {
		footer, titlePage = `<w:footerReference w:type="default" r:id="rId4"/>`, `<w:titlePg/>`
	}
	return fmt.Sprintf(`<w:sectPr>%s<w:pgSz w:w="%d" w:h="%d"/><w:pgMar w:top="%d" w:right="%d" w:bottom="%d" w:left="%d" w:header="454" w:footer="%d" w:gutter="0"/>%s%s</w:sectPr>`,
		footer, twips(width), twips(height), twips(m.Top), twips(m.Right), twips(m.Bottom), twips(m.Left), twips(m.Bottom/2-6), titlePage, w.bidi())
}

func (w *docxWriter) bidi() string {
	if w.rightToLeft {
		return `<w:bidi/>`
	}
	return ""
}

// properties returns those of a paragraph, in the order of the schema: style, keep with
// next, list, border, tabs, direction, indent, alignment.
func (w *docxWriter) properties(i int) string {
	b := w.blocks[i]
	p := ""
	if style := w.style(b); style != "" {
		p = fmt.Sprintf(`<w:pStyle w:val="%s"/>`, style)
	}
	p += w.keepNext(i)
	if b.kind == item && b.role != label {
		p += fmt.Sprintf(`<w:numPr><w:ilvl w:val="%d"/><w:numId w:val="%d"/></w:numPr>`, min(b.level, 9)-1, b.list+1)
	}
	if b.kind == rule {
		p += `<w:pBdr><w:bottom w:val="single" w:sz="4" w:space="1" w:color="C9D1D9"/></w:pBdr>`
	}
	if len(b.right) > 0 {
		p += fmt.Sprintf(`<w:tabs><w:tab w:val="right" w:pos="%d"/></w:tabs>`, twips(w.width))
	}
	if w.isRightToLeft(b) {
		p += `<w:bidi/>`
	}
	if i > 0 && b.role != section && b.kind != rule {
		p += w.spaceAbove(b, w.blocks[i-1])
	}
	if w.photo != nil && b.role == section && (i == 0 || w.inHeader(i-1)) {
		p += fmt.Sprintf(`<w:spacing w:before="%d"/>`, twips(w.belowPhoto))
	}
	if b.level > 0 && (b.kind == paragraph || b.kind == code) {
		p += fmt.Sprintf(`<w:ind w:left="%d"/>`, 284*min(b.level, 9))
	}
	if w.look.centered && w.inHeader(i) {
		p += `<w:jc w:val="center"/>`
	}
	return p
}

// spaceAbove returns the space between two paragraphs, as in the PDF, if it is not that of the
// style. Below a section's heading it belongs to the heading.
func (w *docxWriter) spaceAbove(b, before block) string {
	space := w.look.spaceAbove(b, before)
	if before.role == section {
		space = 0
	}
	if twips(space) == twips(w.styleSpace(b)) {
		return ""
	}
	return fmt.Sprintf(`<w:spacing w:before="%d"/>`, twips(space))
}

// styleSpace returns the space above a paragraph of its style.
func (w *docxWriter) styleSpace(b block) float64 {
	switch {
	case b.role == headline, b.role == organization, b.kind == heading && b.level == 1:
		return 0
	case b.role == title, b.kind == heading:
		return leastEntryAbove
	case b.kind == item && b.role == body:
		return w.look.itemAbove * w.look.scale
	}
	return w.look.paragraphAbove * w.look.scale
}

func (w *docxWriter) inHeader(i int) bool {
	for _, b := range w.blocks[:i+1] {
		if b.role == section || b.prose {
			return false
		}
	}
	return true
}

// keepNext keeps a paragraph with the one that it heads. Heading styles do so already; a
// title that is its whole entry has to turn that off.
func (w *docxWriter) keepNext(i int) string {
	if i+1 == len(w.blocks) {
		return ""
	}
	b, next := w.blocks[i], w.blocks[i+1]
	sameEntry := b.entry > 0 && b.entry == next.entry
	lastButOne := sameEntry && (i+2 == len(w.blocks) || w.blocks[i+2].entry != b.entry)
	switch {
	case b.role == title && !sameEntry:
		return `<w:keepNext w:val="0"/>`
	case b.role == label && next.role == label,
		sameEntry && (b.role == organization || next.role == technologies || b.kind == item && w.blocks[i-1].kind != item), lastButOne && next.kind == item:
		return `<w:keepNext/>`
	}
	return ""
}

// style returns the name of a paragraph's style.
func (w *docxWriter) style(b block) string {
	switch {
	case b.role == title:
		return "EntryTitle"
	case b.role == organization:
		return "EntryLine"
	case b.role == headline:
		return "Headline"
	case b.role == contact:
		return "Contact"
	case b.role == technologies:
		return "EntryTechnologies"
	case b.kind == heading:
		return fmt.Sprintf("Heading%d", min(b.level, 3))
	case b.kind == item && b.role == label:
		return ""
	case b.kind == item && b.list > 0:
		return "ListNumber"
	case b.kind == item:
		return "ListBullet"
	case b.kind == code:
		return "Code"
	}
	return ""
}

// span writes a run; a link is a field, which more programs understand than the hyperlink
// element.
func (w *docxWriter) span(b *strings.Builder, in block, s span) {
	if s.link == "" {
		w.run(b, in, s, docxRunProperties(s))
		return
	}
	b.WriteString(`<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve"> HYPERLINK "`)
	b.WriteString(escapeXML(fieldText.Replace(s.link)))
	b.WriteString(`" </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>`)
	style := `<w:rStyle w:val="Hyperlink"/>`
	if in.kind == heading || in.role == contact || in.role == besideRow {
		style = "" // the paragraph sets the color
	}
	w.run(b, in, s, style+docxRunProperties(s))
	b.WriteString(`<w:r><w:fldChar w:fldCharType="end"/></w:r>`)
}

func (w *docxWriter) run(b *strings.Builder, in block, s span, properties string) {
	if in.role == besideRow {
		properties += `<w:b w:val="0"/><w:bCs w:val="0"/><w:color w:val="` + strings.ToUpper(strings.TrimPrefix(w.look.soft.String(), "#")) + `"/>`
	}
	if !typeface.HasRightToLeft(s.text) {
		docxRun(b, s, properties)
		return
	}
	rightToLeft := properties + `<w:rtl/>`
	all, at := s.text, 0
	for _, name := range nameWithSigns.FindAllStringIndex(all, -1) {
		w.piece(b, s, all[at:name[0]], rightToLeft)
		w.piece(b, s, all[name[0]:name[1]], properties) // otherwise Word shows ++C and NET.
		at = name[1]
	}
	w.piece(b, s, all[at:], rightToLeft)
}

// piece writes a part of a span as a run of its own.
func (w *docxWriter) piece(b *strings.Builder, s span, text, properties string) {
	if s.text = text; text != "" {
		docxRun(b, s, properties)
	}
}
