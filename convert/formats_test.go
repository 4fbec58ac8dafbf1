package convert_test

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/ghresume/ghresume/convert"
)

// TestFormats reads the examples of each format in testdata/FORMAT and compares the
// results with the golden files next to them.
func TestFormats(t *testing.T) {
	without := slices.DeleteFunc(convert.Names(), func(name string) bool { return name == "DOCX" || name == "PDF" }) // paper_test.go
	missing := slices.Clone(without)
	for _, path := range samples(t) {
		folder := filepath.Base(filepath.Dir(path))
		i := slices.IndexFunc(without, func(name string) bool {
			return strings.HasPrefix(strings.ToLower(strings.ReplaceAll(name, " ", "")), folder)
		})
		if i < 0 {
			t.Errorf("%s is of no format; the folder's name begins the format's", path)
			continue
		}
		t.Run(path, func(t *testing.T) { checkGolden(t, path, without[i]) })
		missing = slices.DeleteFunc(missing, func(name string) bool { return name == without[i] })
	}
	for _, name := range missing {
		t.Errorf("%s has no example in testdata; add one, then run `go test ./convert -run Formats -update`", name)
	}
}

// TestEuropassInPDF: a PDF from Europass contains its data as an attached file.
func TestEuropassInPDF(t *testing.T) {
	data, err := os.ReadFile("testdata/europass/v2.xml")
	if err != nil {
		t.Fatal(err)
	}
	imported, err := convert.Read("cv.pdf", pdfWith(data))
	if err != nil {
		t.Fatal(err)
	}
	if imported.Format != "Europass (the XML in the PDF)" || len(imported.Profile.Experience) != 2 || imported.Profile.Name != "Maëlle Kerbrat" {
		t.Errorf("%s: %+v", imported.Format, imported.Profile)
	}
}

// pdfWith returns a PDF of one empty page with an attached file.
func pdfWith(file []byte) []byte {
	var b strings.Builder
	var at []int
	object := func(text string) {
		at = append(at, b.Len())
		fmt.Fprintf(&b, "%d 0 obj\n%s\nendobj\n", len(at), text)
	}
	b.WriteString("%PDF-1.7\n")
	object("<< /Type /Catalog /Pages 2 0 R /Names << /EmbeddedFiles << /Kids [4 0 R] >> >> >>")
	object("<< /Type /Pages /Kids [3 0 R] /Count 1 >>")
	object("<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << >> >>")
	object("<< /Names [(attachment) 5 0 R] >>")
	object("<< /Type /Filespec /F (attachment.xml) /EF << /F 6 0 R >> >>")
	object(fmt.Sprintf("<< /Type /EmbeddedFile /Length %d >>\nstream\n%s\nendstream", len(file), file))
	xref := b.Len()
	fmt.Fprintf(&b, "xref\n0 %d\n0000000000 65535 f \n", len(at)+1)
	for _, offset := range at {
		fmt.Fprintf(&b, "%010d 00000 n \n", offset)
	}
	fmt.Fprintf(&b, "trailer\n<< /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n", len(at)+1, xref)
	return []byte(b.String())
}
