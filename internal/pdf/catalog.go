package pdf

import (
	"encoding/xml"
	"fmt"
	"strings"
)

// catalog writes the description of the file; the information dictionary comes last.
func (w *writer) catalog() {
	outline := w.outline()
	metadata := w.plainStream("/Type/Metadata/Subtype/XML", []byte(w.xmp()))
	profile := w.stream("/N 3", colorProfile())
	w.set(w.catalogAt, fmt.Sprintf("<</Type/Catalog/Pages %s/StructTreeRoot %s/MarkInfo<</Marked true>>/Lang%s/ViewerPreferences<</DisplayDocTitle true>>/Metadata %s%s"+
		"/OutputIntents[<</Type/OutputIntent/S/GTS_PDFA1/OutputConditionIdentifier(sRGB)/Info(sRGB)/DestOutputProfile %s>>]>>",
		ref(w.pagesAt), ref(w.structureAt), text(w.Language), ref(metadata), outline, ref(profile)))
	w.add(fmt.Sprintf("<</Title%s/Author%s/Subject%s/Keywords%s/Producer %s>>", text(w.Title), text(w.Author), text(w.Subject), text(w.Keywords), text(w.Producer)))
}

// xmp returns the same description as XML. It claims no standard, since nothing here has
// been validated.
func (w *writer) xmp() string {
	alternative := func(s string) string {
		return `<rdf:Alt><rdf:li xml:lang="x-default">` + escapeXML(s) + `</rdf:li></rdf:Alt>`
	}
	return "<?xpacket begin=\"\ufeff\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n" +
		`<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">` +
		`<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/">` +
		`<dc:format>application/pdf</dc:format><dc:title>` + alternative(w.Title) + `</dc:title><dc:creator><rdf:Seq><rdf:li>` + escapeXML(w.Author) +
		`</rdf:li></rdf:Seq></dc:creator><dc:description>` + alternative(w.Subject) + `</dc:description><dc:language><rdf:Bag><rdf:li>` + escapeXML(w.Language) +
		`</rdf:li></rdf:Bag></dc:language><pdf:Keywords>` + escapeXML(w.Keywords) + `</pdf:Keywords><pdf:Producer>` + escapeXML(w.Producer) +
		`</pdf:Producer></rdf:Description></rdf:RDF></x:xmpmeta>` + "\n<?xpacket end=\"w\"?>"
}

func escapeXML(s string) string {
	var b strings.Builder
	_ = xml.EscapeText(&b, []byte(s)) // a strings.Builder never fails
	return b.String()
}
