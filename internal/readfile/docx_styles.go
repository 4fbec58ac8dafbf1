package readfile

import (
	"archive/zip"
	"encoding/xml"
	"io"
)

// docxStyle is a style of paragraphs.
type docxStyle struct {
	ID      string    `xml:"styleId,attr"`
	BasedOn docxValue `xml:"basedOn"`
	Bold    *struct {
		Value string `xml:"val,attr"`
	} `xml:"rPr>b"`
}

type docxValue struct {
	Value string `xml:"val,attr"`
}

// strongStyles returns the styles whose paragraphs are bold, by ID. What cannot be read has
// no styles.
func strongStyles(archive *zip.Reader) map[string]bool {
	part, err := archive.Open("word/styles.xml")
	if err != nil {
		return nil
	}
	defer part.Close()
	var file struct {
		Styles []docxStyle `xml:"style"`
	}
	const most = 1 << 20
	if xml.NewDecoder(io.LimitReader(part, most)).Decode(&file) != nil {
		return nil
	}
	byID, strong := map[string]docxStyle{}, map[string]bool{}
	for _, s := range file.Styles {
		byID[s.ID] = s
	}
	for id := range byID {
		strong[id] = isStrong(byID, id)
	}
	return strong
}

// isStrong reports whether a style, or the nearest that it is based on and that says so, is
// bold. Styles may be based on each other in circles.
func isStrong(byID map[string]docxStyle, id string) bool {
	const deepest = 12
	for range deepest {
		if b := byID[id].Bold; b != nil {
			return b.Value != "0" && b.Value != "false"
		}
		id = byID[id].BasedOn.Value
	}
	return false
}
