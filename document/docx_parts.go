package document

import (
	"fmt"
	"strings"
)

const (
	xmlHead       = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>` + "\n"
	wordNamespace = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"

	relationsNamespace = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"

	docxContentTypes = `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">` +
		`<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>` +
		`<Default Extension="xml" ContentType="application/xml"/>` +
		`<Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/>` +
		`<Override PartName="/word/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.styles+xml"/>` +
		`<Override PartName="/word/numbering.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.numbering+xml"/>` +
		`<Override PartName="/word/settings.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.settings+xml"/>` +
		`<Override PartName="/word/footer1.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.footer+xml"/>` +
		`<Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/>` +
		`<Override PartName="/docProps/app.xml" ContentType="application/vnd.openxmlformats-officedocument.extended-properties+xml"/></Types>`

	docxRelations = `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">` +
		`<Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/>` +
		`<Relationship Id="rId2" Type="http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties" Target="docProps/core.xml"/>` +
		`<Relationship Id="rId3" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/extended-properties" Target="docProps/app.xml"/></Relationships>`

	docxBodyRelations = `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">` +
		`<Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles" Target="styles.xml"/>` +
		`<Relationship Id="rId2" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/numbering" Target="numbering.xml"/>` +
		`<Relationship Id="rId3" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/settings" Target="settings.xml"/>` +
		`<Relationship Id="rId4" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/footer" Target="footer1.xml"/></Relationships>`

	docxApp = `<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"><Application>` + generator + `</Application></Properties>`

	// compatibilityMode 15 keeps Word from opening the file in the compatibility mode of
	// 2007.
	docxSettings = `<w:settings xmlns:w="` + wordNamespace + `"><w:compat><w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat></w:settings>`
)

func docxCore(m Meta) string {
	return `<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/">` +
		"<dc:title>" + escapeXML(m.Title) + "</dc:title><dc:creator>" + escapeXML(m.Author) + "</dc:creator>" +
		"<cp:keywords>" + escapeXML(strings.Join(m.Keywords, ", ")) + "</cp:keywords><dc:description>" + escapeXML(m.Description) + "</dc:description>" +
		"<dc:language>" + escapeXML(m.language()) + "</dc:language></cp:coreProperties>"
}

// escapeXML writes only the entities that XML requires in text and attributes: some
// programs show others as text.
func escapeXML(s string) string {
	return strings.NewReplacer("&", "&amp;", "<", "&lt;", ">", "&gt;", `"`, "&quot;").Replace(clean(s))
}

// docxFooter returns the footer: the name and the page number.
func docxFooter(author string) string {
	field := func(name string) string {
		return `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve"> ` + name + ` </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>2</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>`
	}
	text := func(s string) string { return `<w:r><w:t xml:space="preserve">` + escapeXML(s) + `</w:t></w:r>` }
	if author != "" {
		author += separator
	}
	return `<w:ftr xmlns:w="` + wordNamespace + `"><w:p><w:pPr><w:pStyle w:val="Footer"/></w:pPr>` + text(author) + field("PAGE") + text(" / ") + field("NUMPAGES") + `</w:p></w:ftr>`
}

// docxNumbering defines one list for all bullets and one for each numbered list, so that
// each restarts at one.
func docxNumbering(all []block) string {
	var b strings.Builder
	b.WriteString(`<w:numbering xmlns:w="` + wordNamespace + `">`)
	docxLevels(&b, 0, "bullet", func(int) string { return "•" })
	docxLevels(&b, 1, "decimal", func(level int) string { return fmt.Sprintf("%%%d.", level+1) })
	b.WriteString(`<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>`)
	seen := 0
	for _, block := range all {
		if block.kind == item && block.list > seen {
			seen = block.list
			level := min(block.level, 9) - 1
			fmt.Fprintf(&b, `<w:num w:numId="%d"><w:abstractNumId w:val="1"/><w:lvlOverride w:ilvl="%d"><w:startOverride w:val="%d"/></w:lvlOverride></w:num>`, seen+1, level, block.start)
		}
	}
	b.WriteString(`</w:numbering>`)
	return b.String()
}

func docxLevels(b *strings.Builder, id int, format string, text func(level int) string) {
	fmt.Fprintf(b, `<w:abstractNum w:abstractNumId="%d"><w:multiLevelType w:val="hybridMultilevel"/>`, id)
	const indent = 284
	hanging := indent
	if format == "bullet" {
		hanging -= 74 // as in the PDF; LibreOffice draws those of a right-to-left list further out
	}
	for level := range 9 {
		fmt.Fprintf(b, `<w:lvl w:ilvl="%d"><w:start w:val="1"/><w:numFmt w:val="%s"/><w:lvlText w:val="%s"/><w:lvlJc w:val="left"/><w:pPr><w:ind w:left="%d" w:hanging="%d"/></w:pPr></w:lvl>`,
			level, format, text(level), indent*(level+1), hanging)
	}
	b.WriteString(`</w:abstractNum>`)
}
