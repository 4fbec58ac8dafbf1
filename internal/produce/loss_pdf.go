package produce

import (
	"bytes"
	"strings"

	"github.com/ghresume/ghresume/internal/readfile"
)

// readable returns the text of a document, also of a PDF, in which it is compressed.
func readable(document []byte) []byte {
	if lines := linesOfPDF(document); lines != nil {
		return []byte(readfile.Text(lines))
	}
	return unpacked(document)
}

// linesOfPDF returns the lines of a PDF; nil for other documents.
func linesOfPDF(document []byte) []readfile.Line {
	if !bytes.HasPrefix(document, []byte("%PDF-")) {
		return nil
	}
	lines, _ := readfile.PDF(document) // what cannot be read cannot be compared
	return lines
}

// linesOfEntry is how many lines of a PDF belong to a repository: its name with the link,
// the description, and the technologies with the figures.
const linesOfEntry = 4

// entriesOfPDF returns what a PDF has about each repository.
func entriesOfPDF(host string, lines []readfile.Line) map[string]string {
	entries, entry, left, size := map[string]string{}, "", 0, 0.0
	for _, line := range lines {
		var addresses strings.Builder
		for _, link := range line.Links {
			addresses.WriteString(link.URL + " ")
		}
		if names := repositoriesIn(host, []byte(addresses.String())); len(names) > 0 {
			entry, left, size = names[0], linesOfEntry, sizeOf(line)
		} else if sizeOf(line) > size { // the next heading
			left = 0
		}
		if left--; left >= 0 {
			entries[entry] += line.Text() + "\n"
		}
	}
	return entries
}

// sizeOf returns the font size of a line.
func sizeOf(l readfile.Line) float64 {
	if len(l.Items) == 0 {
		return 0
	}
	return l.Items[0].Size
}
