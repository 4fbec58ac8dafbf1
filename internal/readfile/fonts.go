package readfile

import (
	"math"

	"github.com/carlos7ags/folio/core"
	standard "github.com/carlos7ags/folio/font"
	"github.com/carlos7ags/folio/reader"
)

// completeFonts adds to the fonts of a page what the PDF library does not know of them.
func completeFonts(file *reader.PdfReader, page *reader.PageInfo) {
	resources, err := page.Resources()
	if err != nil {
		return
	}
	fonts := dictionary(file, entryOf(resources, "Font"))
	if fonts == nil {
		return
	}
	for _, object := range fonts.All() {
		font := dictionary(file, object)
		scaleDrawnFont(file, font)
		name, ok := resolved(file, entryOf(font, "BaseFont")).(*core.PdfName)
		if !ok {
			continue
		}
		addStandardWidths(font, name.Value)
		preferNames(file, font)
		nameTeXLetters(file, font, name.Value)
	}
}

// addStandardWidths adds the widths of letters to one of the fonts that every reader of PDF
// has, such as Helvetica: files leave them out, and without widths the pieces of a line
// cannot be put in order.
func addStandardWidths(font *core.PdfDictionary, name string) {
	widths := standard.StandardFontByteWidths(name)
	if widths == nil || font.Get("Widths") != nil {
		return
	}
	all := core.NewPdfArray()
	for _, w := range widths {
		all.Add(core.NewPdfInteger(w))
	}
	font.Set("FirstChar", core.NewPdfInteger(0))
	font.Set("Widths", all)
}

// scaleDrawnFont sets the widths of a Type 3 font, whose letters are drawn by instructions,
// in thousandths of the font size: such a font has a unit of its own, which the PDF library
// does not know.
func scaleDrawnFont(file *reader.PdfReader, font *core.PdfDictionary) {
	kind, _ := resolved(file, entryOf(font, "Subtype")).(*core.PdfName)
	matrix := numbers(file, entryOf(font, "FontMatrix"))
	const thousandth = 0.001
	if kind == nil || kind.Value != "Type3" || len(matrix) != 6 || matrix[0] == thousandth {
		return
	}
	all := core.NewPdfArray()
	for _, w := range numbers(file, font.Get("Widths")) {
		all.Add(core.NewPdfInteger(int(math.Round(w * matrix[0] / thousandth))))
	}
	font.Set("Widths", all)
	font.Set("FontMatrix", core.NewPdfArray(core.NewPdfReal(thousandth), core.NewPdfInteger(0), core.NewPdfInteger(0),
		core.NewPdfReal(thousandth), core.NewPdfInteger(0), core.NewPdfInteger(0)))
}

// preferNames removes a table of letters that lacks most of the codes that only the font's
// encoding can tell: groff's has ligatures alone, and the library would take bullets and
// dashes for control characters.
func preferNames(file *reader.PdfReader, font *core.PdfDictionary) {
	letters, ok := resolved(file, entryOf(font, "ToUnicode")).(*core.PdfStream)
	names, hasNames := resolved(file, entryOf(dictionary(file, entryOf(font, "Encoding")), "Differences")).(*core.PdfArray)
	if !ok || !hasNames {
		return
	}
	table := reader.ParseCMap(letters.Data)
	code, known, unknown := 0, 0, 0
	for _, element := range names.All() {
		switch e := element.(type) {
		case *core.PdfNumber:
			code = e.IntValue()
		case *core.PdfName:
			if isControl := code > 0 && code < 0x20 || code >= 0x7F && code < 0xA0; isControl {
				if table.Decode([]byte{byte(code)}) == string(rune(code)) {
					unknown++
				} else {
					known++
				}
			}
			code++
		}
	}
	if unknown > known {
		font.Remove("ToUnicode")
	}
}
