package readfile

import (
	"archive/zip"
	"encoding/xml"
	"io"
	"path"
	"strings"
)

// docxTargets returns the link addresses of a part of a Word file, by relationship ID.
func docxTargets(archive *zip.Reader, name string) map[string]string {
	out := map[string]string{}
	part, err := archive.Open(path.Join(path.Dir(name), "_rels", path.Base(name)+".rels"))
	if err != nil {
		return out // the part has no links
	}
	defer part.Close()
	const most = 1 << 20
	decoder := xml.NewDecoder(io.LimitReader(part, most))
	for {
		token, err := decoder.Token()
		if err != nil {
			return out
		}
		if e, ok := token.(xml.StartElement); ok && e.Name.Local == "Relationship" && value(e, "TargetMode") == "External" {
			out[value(e, "Id")] = value(e, "Target")
		}
	}
}

// fieldAddress returns the address in the instructions of a field: HYPERLINK
// "https://example.com".
func fieldAddress(instructions string) string {
	_, rest, found := strings.Cut(instructions, "HYPERLINK")
	if !found {
		return ""
	}
	_, rest, _ = strings.Cut(rest, `"`)
	address, _, _ := strings.Cut(rest, `"`)
	if !strings.Contains(address, ":") {
		return "" // a place in the same document
	}
	return address
}

// beginLink opens a link in the open paragraph.
func (d *docxReader) beginLink(address string) {
	if n := len(d.open); n > 0 && address != "" && len(d.open[n-1].links) < maxLinks {
		d.link = address
		d.open[n-1].links = append(d.open[n-1].links, Link{URL: address})
	}
}

// linksIn returns the links of a paragraph whose text is in this line.
func linksIn(line Line, links []Link) []Link {
	var out []Link
	for _, l := range links {
		l.Text = strings.Join(strings.Fields(l.Text), " ")
		if l.Text != "" && strings.Contains(line.Text(), l.Text) {
			out = append(out, l)
		}
	}
	return out
}
