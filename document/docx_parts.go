package document

import (
	"encoding/xml"
	"fmt"
	"strings"
)

const (
	xmlHead       = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>` + "\n"
	wordNamespace = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"

	docxContentTypes = `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">` +
		`<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>` +
		`<Default Extension="xml" ContentType="application/xml"/>` +
		`<Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/>` +
		`<Override PartName="/word/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.styles+xml"/>` +
		`<Override PartName="/word/numbering.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.numbering+xml"/>` +
		`<Override PartName="/word/settings.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.settings+xml"/>` +
		`<Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/>` +
		`<Override PartName="/docProps/app.xml" ContentType="application/vnd.openxmlformats-officedocument.extended-properties+xml"/></Types>`

	docxRelations = `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">` +
		`<Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/>` +
		`<Relationship Id="rId2" Type="http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties" Target="docProps/core.xml"/>` +
		`<Relationship Id="rId3" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/extended-properties" Target="docProps/app.xml"/></Relationships>`

	docxBodyRelations = `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">` +
		`<Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles" Target="styles.xml"/>` +
		`<Relationship Id="rId2" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/numbering" Target="numbering.xml"/>` +
		`<Relationship Id="rId3" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/settings" Target="settings.xml"/></Relationships>`

	docxApp = `<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"><Application>` + generator + `</Application></Properties>`

	// compatibilityMode 15 keeps Word from opening the file as one of 2007.
	docxSettings = `<w:settings xmlns:w="` + wordNamespace + `"><w:compat><w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat></w:settings>`
)

func docxCore(m Meta) string {
	return `<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/">` +
		"<dc:title>" + escapeXML(m.Title) + "</dc:title><dc:creator>" + escapeXML(m.Author) + "</dc:creator>" +
		"<cp:keywords>" + escapeXML(strings.Join(m.Keywords, ", ")) + "</cp:keywords><dc:description>" + escapeXML(m.Description) + "</dc:description>" +
		"<dc:language>" + escapeXML(m.language()) + "</dc:language></cp:coreProperties>"
}

func escapeXML(s string) string {
	var b strings.Builder
	_ = xml.EscapeText(&b, []byte(clean(s))) // a strings.Builder takes everything
	return b.String()
}

// docxStyles are the styles by their English names, by which Word and its readers know them.
func docxStyles(m Meta) string {
	font, body := "Calibri", 21
	if m.Theme == Classic {
		font, body = "Times New Roman", 22
	}
	accent := strings.ToUpper(strings.TrimPrefix(m.accent().readableOn(white).String(), "#"))
	rule := `<w:pBdr><w:bottom w:val="single" w:sz="4" w:space="1" w:color="C9D1D9"/></w:pBdr>`
	var b strings.Builder
	fmt.Fprintf(&b, `<w:styles xmlns:w="%s"><w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="%s" w:hAnsi="%s" w:eastAsia="%s" w:cs="%s"/><w:sz w:val="%d"/><w:szCs w:val="%d"/><w:lang w:val="%s"/></w:rPr></w:rPrDefault>`,
		wordNamespace, font, font, font, font, body, body, escapeXML(m.language()))
	b.WriteString(`<w:pPrDefault><w:pPr><w:spacing w:after="40" w:line="252" w:lineRule="auto"/></w:pPr></w:pPrDefault></w:docDefaults>`)
	b.WriteString(`<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/></w:style>`)
	b.WriteString(`<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont"><w:name w:val="Default Paragraph Font"/></w:style>`)
	docxHeading(&b, 1, "", 44, accent, 0)
	docxHeading(&b, 2, rule, 25, accent, 200)
	docxHeading(&b, 3, "", body+1, "1B1F24", 120)
	b.WriteString(docxList("ListBullet", "List Bullet") + docxList("ListNumber", "List Number"))
	b.WriteString(`<w:style w:type="paragraph" w:customStyle="1" w:styleId="Code"><w:name w:val="Code"/><w:basedOn w:val="Normal"/><w:rPr><w:rFonts w:ascii="Consolas" w:hAnsi="Consolas" w:cs="Consolas"/></w:rPr></w:style>`)
	fmt.Fprintf(&b, `<w:style w:type="character" w:styleId="Hyperlink"><w:name w:val="Hyperlink"/><w:rPr><w:color w:val="%s"/></w:rPr></w:style></w:styles>`, accent)
	return b.String()
}

func docxHeading(b *strings.Builder, level int, border string, size int, colour string, before int) {
	fmt.Fprintf(b, `<w:style w:type="paragraph" w:styleId="Heading%d"><w:name w:val="heading %d"/><w:basedOn w:val="Normal"/><w:next w:val="Normal"/><w:qFormat/>`+
		`<w:pPr><w:keepNext/><w:keepLines/>%s<w:spacing w:before="%d" w:after="40"/><w:outlineLvl w:val="%d"/></w:pPr>`+
		`<w:rPr><w:b/><w:color w:val="%s"/><w:sz w:val="%d"/><w:szCs w:val="%d"/></w:rPr></w:style>`, level, level, border, before, level-1, colour, size, size)
}

// docxList is a style only: its paragraphs name their list themselves.
func docxList(id, name string) string {
	return fmt.Sprintf(`<w:style w:type="paragraph" w:styleId="%s"><w:name w:val="%s"/><w:basedOn w:val="Normal"/><w:qFormat/></w:style>`, id, name)
}

// docxNumbering has one list for all bullets and one for every numbered list, which begins anew.
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
	for level := range 9 {
		fmt.Fprintf(b, `<w:lvl w:ilvl="%d"><w:start w:val="1"/><w:numFmt w:val="%s"/><w:lvlText w:val="%s"/><w:lvlJc w:val="left"/><w:pPr><w:ind w:left="%d" w:hanging="284"/></w:pPr></w:lvl>`,
			level, format, text(level), 284*(level+1))
	}
	b.WriteString(`</w:abstractNum>`)
}
