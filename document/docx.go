package document

import (
	"archive/zip"
	"bytes"
	"fmt"
	"strings"
	"time"

	"github.com/ghresume/ghresume/internal/part"
)

// DOCX is the Markdown as a Word document: real headings and lists, links, and
// no tables, text boxes or page headers, which applicant tracking systems lose.
func DOCX(md []byte, m Meta) ([]byte, error) {
	m = m.cleaned()
	root, err := tree([]byte(part.Strip(string(md))))
	if err != nil {
		return nil, err
	}
	all := blocks(root)
	parts := []struct{ name, content string }{
		{"[Content_Types].xml", docxContentTypes},
		{"_rels/.rels", docxRelations},
		{"docProps/core.xml", docxCore(m)},
		{"docProps/app.xml", docxApp},
		{"word/document.xml", docxBody(all, m)},
		{"word/_rels/document.xml.rels", docxBodyRelations},
		{"word/styles.xml", docxStyles(m)},
		{"word/numbering.xml", docxNumbering(all)},
		{"word/settings.xml", docxSettings},
	}
	var out bytes.Buffer
	archive := zip.NewWriter(&out)
	for _, part := range parts {
		// The earliest date of a ZIP file, so that the same resume is the same file.
		w, err := archive.CreateHeader(&zip.FileHeader{Name: part.name, Method: zip.Deflate, Modified: time.Date(1980, 1, 1, 0, 0, 0, 0, time.UTC)})
		if err != nil {
			return nil, fmt.Errorf("DOCX: %w", err)
		}
		if _, err := w.Write([]byte(xmlHead + part.content)); err != nil {
			return nil, fmt.Errorf("DOCX: %w", err)
		}
	}
	if err := archive.Close(); err != nil {
		return nil, fmt.Errorf("DOCX: %w", err)
	}
	return out.Bytes(), nil
}

// docxBody is the text: one paragraph for each block.
func docxBody(all []block, m Meta) string {
	var b strings.Builder
	b.WriteString(`<w:document xmlns:w="` + wordNamespace + `"><w:body>`)
	header := true
	for i, block := range all {
		header = header && (block.kind != heading || block.level < 2)
		fmt.Fprintf(&b, "<w:p><w:pPr>%s</w:pPr>", docxProperties(all, i, header && m.Theme == Classic))
		for _, s := range block.spans {
			docxSpan(&b, s)
		}
		b.WriteString("</w:p>")
	}
	w, h := m.Paper.size()
	fmt.Fprintf(&b, `<w:sectPr><w:pgSz w:w="%d" w:h="%d"/><w:pgMar w:top="907" w:right="1021" w:bottom="907" w:left="1021" w:header="454" w:footer="454" w:gutter="0"/></w:sectPr>`, int(w*20+0.5), int(h*20+0.5))
	b.WriteString(`</w:body></w:document>`)
	return b.String()
}

// docxProperties are the style, the list and the alignment of a paragraph, in the order of the schema.
func docxProperties(all []block, i int, centred bool) string {
	b := all[i]
	p := ""
	switch {
	case b.kind == heading:
		p = fmt.Sprintf(`<w:pStyle w:val="Heading%d"/>`, min(b.level, 3))
	case b.kind == item:
		style := "ListBullet"
		if b.list > 0 {
			style = "ListNumber"
		}
		p = fmt.Sprintf(`<w:pStyle w:val="%s"/><w:numPr><w:ilvl w:val="%d"/><w:numId w:val="%d"/></w:numPr>`, style, min(b.level, 9)-1, b.list+1)
	case b.kind == code:
		p = `<w:pStyle w:val="Code"/>`
	case b.kind == rule:
		p = `<w:pBdr><w:bottom w:val="single" w:sz="4" w:space="1" w:color="C9D1D9"/></w:pBdr>`
	case i > 0 && all[i-1].kind == heading && all[i-1].level > 2:
		p = `<w:keepNext/>`
	}
	if b.level > 0 && (b.kind == paragraph || b.kind == code) {
		p += fmt.Sprintf(`<w:ind w:left="%d"/>`, 284*min(b.level, 9))
	}
	if centred {
		p += `<w:jc w:val="center"/>`
	}
	return p
}

// docxSpan writes a run; a link is a field, which more readers understand than the hyperlink element.
func docxSpan(b *strings.Builder, s span) {
	if s.link == "" {
		docxRun(b, s, docxRunProperties(s))
		return
	}
	b.WriteString(`<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve"> HYPERLINK "`)
	b.WriteString(escapeXML(fieldText.Replace(s.link)))
	b.WriteString(`" </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>`)
	docxRun(b, s, `<w:rStyle w:val="Hyperlink"/>`+docxRunProperties(s))
	b.WriteString(`<w:r><w:fldChar w:fldCharType="end"/></w:r>`)
}

// fieldText keeps an address from ending the instruction that it stands in.
var fieldText = strings.NewReplacer(`"`, "%22", `\`, "%5C")

func docxRunProperties(s span) string {
	p := ""
	if s.code {
		p += `<w:rFonts w:ascii="Consolas" w:hAnsi="Consolas" w:cs="Consolas"/>`
	}
	if s.bold {
		p += `<w:b/>`
	}
	if s.italic {
		p += `<w:i/>`
	}
	return p
}

func docxRun(b *strings.Builder, s span, properties string) {
	if properties != "" {
		properties = "<w:rPr>" + properties + "</w:rPr>"
	}
	if s.text == "\n" {
		b.WriteString(`<w:r><w:br/></w:r>`)
		return
	}
	b.WriteString("<w:r>" + properties + `<w:t xml:space="preserve">` + escapeXML(s.text) + "</w:t></w:r>")
}
