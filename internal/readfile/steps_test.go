package readfile

import (
	"bytes"
	"compress/zlib"
	"errors"
	"fmt"
	"strings"
	"testing"
)

// pdfOf puts objects, numbered from 1, into a file whose catalog is the first.
func pdfOf(objects ...string) []byte {
	var b bytes.Buffer
	b.WriteString("%PDF-1.7\n")
	var at []int
	for i, o := range objects {
		at = append(at, b.Len())
		fmt.Fprintf(&b, "%d 0 obj\n%s\nendobj\n", i+1, o)
	}
	table := b.Len()
	fmt.Fprintf(&b, "xref\n0 %d\n0000000000 65535 f \n", len(objects)+1)
	for _, offset := range at {
		fmt.Fprintf(&b, "%010d 00000 n \n", offset)
	}
	fmt.Fprintf(&b, "trailer <</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n", len(objects)+1, table)
	return b.Bytes()
}

// streamOf returns a compressed stream with more entries in its dictionary.
func streamOf(content, entries string) string {
	var packed bytes.Buffer
	w := zlib.NewWriter(&packed)
	_, _ = w.Write([]byte(content)) // a buffer never fails
	_ = w.Close()
	return fmt.Sprintf("<</Length %d/Filter/FlateDecode%s>>stream\n%s\nendstream", packed.Len(), entries, packed.String())
}

// pageOf returns a file of one page; its forms are the objects from 6 on, named X6, X7 and
// so on.
func pageOf(content string, forms ...string) []byte {
	var names strings.Builder
	for i := range forms {
		fmt.Fprintf(&names, "/X%d %d 0 R", 6+i, 6+i)
	}
	resources := "/Resources<</Font<</F 5 0 R>>/XObject<<" + names.String() + ">>>>"
	objects := []string{"<</Type/Catalog/Pages 2 0 R>>", "<</Type/Pages/Kids[3 0 R]/Count 1>>",
		"<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Contents 4 0 R" + resources + ">>",
		streamOf(content, ""), "<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>"}
	for _, form := range forms {
		objects = append(objects, streamOf(form, "/Type/XObject/Subtype/Form/BBox[0 0 1 1]"+resources))
	}
	return pdfOf(objects...)
}

// sharedPages returns a tree of pages in which every node contains the next one twice.
func sharedPages(levels int) []byte {
	objects := []string{"<</Type/Catalog/Pages 2 0 R>>"}
	for i := range levels {
		objects = append(objects, fmt.Sprintf("<</Type/Pages/Kids[%d 0 R %[1]d 0 R]/Count 1>>", i+3))
	}
	return pdfOf(append(objects, "<</Type/Page/MediaBox[0 0 600 800]>>")...)
}

// TestDrawingIsCounted: a page that exceeds a limit is refused before it is drawn, with an
// error that names the limit.
func TestDrawingIsCounted(t *testing.T) {
	const text = "BT /F 10 Tf 50 700 Td (Go) Tj ET "
	for name, test := range map[string]struct {
		file []byte
		want error
	}{
		"text":                    {pageOf(text), nil},
		"a form":                  {pageOf("/X6 Do ", text), nil},
		"a form, often":           {pageOf(strings.Repeat("/X6 Do ", 1000), text), nil},
		"states":                  {pageOf(text + strings.Repeat("q ", maxSaved+1)), errSaved},
		"states that are left":    {pageOf(text + strings.Repeat("q Q ", maxSaved+1)), nil},
		"lists in lists":          {pageOf(text + strings.Repeat("[", maxSteps+1)), errSteps},
		"one long text":           {pageOf("BT (" + strings.Repeat("a", perStep*maxSteps) + ") Tj ET"), errSteps},
		"a form in itself":        {pageOf("/X6 Do ", "/X6 Do /X6 Do /X6 Do "), errNested},
		"two forms in each other": {pageOf("/X6 Do ", "/X7 Do /X7 Do ", "/X6 Do /X6 Do "), errNested},
		"forms of forms of forms": {pageOf("/X6 Do ", strings.Repeat("/X7 Do ", 1000), strings.Repeat("/X8 Do ", 1000), text), errSteps},
		"a picture in the row":    {pageOf(text + "BI /W 9 ID " + strings.Repeat("[ q ", maxSteps) + "\nEI "), nil},
	} {
		if _, err := PDF(test.file); !errors.Is(err, test.want) {
			t.Errorf("%s: %v, want %v", name, err, test.want)
		}
	}
}

// letteredBy returns a page in a font with this character map.
func letteredBy(table string) []byte {
	return pdfOf("<</Type/Catalog/Pages 2 0 R>>", "<</Type/Pages/Kids[3 0 R]/Count 1>>",
		"<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Contents 4 0 R/Resources<</Font<</F 5 0 R>>>>>>",
		streamOf("BT /F 10 Tf 50 700 Td "+strings.Repeat("<00410041> Tj ", 20_000)+"ET", ""),
		"<</Type/Font/Subtype/Type0/BaseFont/A/Encoding/Identity-H/ToUnicode 6 0 R>>",
		streamOf("begincmap 1 begincodespacerange <0000> <FFFF> endcodespacerange "+table+" endcmap", ""))
}

// TestLettersAreCounted: looking letters up takes few steps, and a letter maps to few
// characters.
func TestLettersAreCounted(t *testing.T) {
	for name, test := range map[string]struct {
		table string
		want  error
	}{
		"a letter":    {"1 beginbfchar <0041> <0047> endbfchar", nil},
		"a ligature":  {"1 beginbfchar <0041> <006600660069> endbfchar", nil},
		"a thousand":  {"1 beginbfchar <0041> <" + strings.Repeat("0047", 1000) + "> endbfchar", errLetter},
		"many ranges": {"1 beginbfrange " + strings.Repeat("<0000> <0001> <0047> ", 30_000) + "endbfrange", errLookups},
	} {
		if _, err := PDF(letteredBy(test.table)); !errors.Is(err, test.want) {
			t.Errorf("%s: %v, want %v", name, err, test.want)
		}
	}
}

// TestPagesOfPagesEnd: a tree in which every level doubles the pages is abandoned; the
// library finishes in the background.
func TestPagesOfPagesEnd(t *testing.T) {
	if _, err := PDF(sharedPages(20)); !errors.Is(err, ErrEndless) {
		t.Errorf("%v, want %v", err, ErrEndless)
	}
}
