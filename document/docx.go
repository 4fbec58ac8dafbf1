package document

import (
	"archive/zip"
	"bytes"
	"fmt"
	"strings"
	"time"
)

// DOCX converts Markdown to a Word document with real headings, lists and links, and without
// tables, text boxes or page headers, which applicant tracking systems cannot read.
func DOCX(md []byte, m Meta) ([]byte, error) {
	m = m.cleaned()
	root, err := treeOf(md, m.rightToLeft())
	if err != nil {
		return nil, err
	}
	w := newDocxWriter(resumeBlocks(root, nil), m)
	if err := w.measure(md); err != nil {
		return nil, err
	}
	types, relations := docxContentTypes, docxBodyRelations
	if w.photo != nil {
		types, relations = withPhoto(types, docxPhotoType), withPhoto(relations, docxPhotoRelation)
	}
	parts := []struct{ name, content string }{
		{"[Content_Types].xml", types},
		{"_rels/.rels", docxRelations},
		{"docProps/core.xml", docxCore(m)},
		{"docProps/app.xml", docxApp},
		{"word/document.xml", w.body()},
		{"word/_rels/document.xml.rels", relations},
		{"word/styles.xml", w.styles()},
		{"word/numbering.xml", docxNumbering(w.blocks)},
		{"word/settings.xml", docxSettings},
		{"word/footer1.xml", docxFooter(m.Author)},
	}
	for i := range parts {
		parts[i].content = xmlHead + parts[i].content
	}
	if w.photo != nil {
		parts = append(parts, struct{ name, content string }{"word/media/photo.jpeg", string(w.photo.data)})
	}
	var out bytes.Buffer
	archive := zip.NewWriter(&out)
	for _, part := range parts {
		// The earliest date that a ZIP file can hold, so that equal resumes give equal
		// files.
		w, err := archive.CreateHeader(&zip.FileHeader{Name: part.name, Method: zip.Deflate, Modified: time.Date(1980, 1, 1, 0, 0, 0, 0, time.UTC)})
		if err != nil {
			return nil, fmt.Errorf("DOCX: %w", err)
		}
		if _, err := w.Write([]byte(part.content)); err != nil {
			return nil, fmt.Errorf("DOCX: %w", err)
		}
	}
	if err := archive.Close(); err != nil {
		return nil, fmt.Errorf("DOCX: %w", err)
	}
	return out.Bytes(), nil
}

// fieldText escapes an address so that it cannot end the field instruction that holds it.
var fieldText = strings.NewReplacer(`"`, "%22", `\`, "%5C")

func docxRunProperties(s span) string {
	p := ""
	if s.code {
		p += `<w:rFonts w:ascii="Consolas" w:hAnsi="Consolas" w:cs="Consolas"/>`
	}
	if s.bold {
		p += `<w:b/><w:bCs/>`
	}
	if s.italic {
		p += `<w:i/><w:iCs/>`
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
