package readfile

import (
	"errors"
	"fmt"
	"strings"

	"github.com/carlos7ags/folio/core"
	"github.com/carlos7ags/folio/reader"
)

// Limits of what is read: more than any resume or posting has.
const (
	maxFile    = 32 << 20
	maxStream  = 32 << 20
	maxPages   = 60
	maxObjects = 200_000
)

// ErrNoText means that a file contains only pictures.
var ErrNoText = errors.New("there is no text in it: it may be a scan")

// PDF reads the lines of a PDF in reading order.
func PDF(data []byte) (lines []Line, err error) {
	defer func() { // a stranger's file may make the library panic
		if r := recover(); r != nil {
			err = fmt.Errorf("not a PDF that can be read: %v", r)
		}
	}()
	file, err := openPDF(data)
	if err != nil {
		return nil, err
	}
	dictionaries := pdfPages(file)
	steps := newCounter(file)
	for n := range min(file.PageCount(), maxPages) {
		var dictionary *core.PdfDictionary
		if n < len(dictionaries) {
			dictionary = dictionaries[n]
		}
		page, err := steps.pageLines(n, dictionary)
		if err != nil {
			return nil, fmt.Errorf("page %d: %w", n+1, err)
		}
		lines = append(lines, page...)
	}
	if len(lines) == 0 {
		return nil, ErrNoText
	}
	return lines, nil
}

// pageLines reads a page, unless it takes too many steps.
func (c *counter) pageLines(n int, dictionary *core.PdfDictionary) ([]Line, error) {
	file := c.file
	page, err := file.Page(n)
	if err == nil {
		err = c.page(page)
	}
	if err != nil {
		return nil, err
	}
	if content, err := page.ContentStream(); err == nil && dictionary != nil {
		unscalePage(dictionary, content)
	}
	completeFonts(file, page)
	spans, err := page.TextSpans()
	if err != nil && len(spans) == 0 {
		return nil, err
	}
	bold := boldFonts(file, page)
	box := page.VisibleBox()
	var pieces []piece
	for _, s := range spans {
		if strings.TrimSpace(s.Text) == "" && s.Width <= 0 {
			continue
		}
		pieces = append(pieces, piece{composed(freeCodes.Replace(s.Text)), s.X, box.Y2 - s.Y, s.Width, s.Height, bold[s.Font]})
	}
	lines := assemble(pieces)
	withLinks(lines, pieces, pdfLinks(file, dictionary, box))
	lines = inOrder(lines, page.Width)
	inReadingOrder(lines)
	for i := range lines {
		lines[i].Page = n + 1
	}
	return lines, nil
}

// freeCodes are the codes that the encoding of Windows leaves free: PDF draws them as bullets.
var freeCodes = strings.NewReplacer("\x7f", "•", "\u0081", "•", "\u008d", "•", "\u008f", "•", "\u0090", "•", "\u009d", "•")

// boldFonts returns the page's fonts whose names say that they are bold.
func boldFonts(file *reader.PdfReader, page *reader.PageInfo) map[string]bool {
	out := map[string]bool{}
	resources, err := page.Resources()
	if err != nil || resources == nil {
		return out
	}
	fonts, ok := resolved(file, resources.Get("Font")).(*core.PdfDictionary)
	if !ok {
		return out
	}
	for resource, object := range fonts.All() {
		font, ok := resolved(file, object).(*core.PdfDictionary)
		if !ok {
			continue
		}
		if name, ok := resolved(file, font.Get("BaseFont")).(*core.PdfName); ok {
			lower := strings.ToLower(name.Value)
			out[resource] = strings.Contains(lower, "bold") || strings.Contains(lower, "black") || strings.Contains(lower, "heavy")
		}
	}
	return out
}

func resolved(file *reader.PdfReader, object core.PdfObject) core.PdfObject {
	if object == nil {
		return nil
	}
	out, err := file.ResolveObject(object)
	if err != nil {
		return nil
	}
	return out
}
