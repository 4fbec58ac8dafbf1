package readfile

import (
	"fmt"
	"strings"

	"github.com/carlos7ags/folio/core"
	"github.com/carlos7ags/folio/reader"
)

// The fonts of TeX arrange letters and signs in orders of their own, which the files do
// not repeat: code 15 is a bullet in the font of symbols, and "ffl" in those of text. The
// PDF library takes such codes for ASCII.

// texOrder is the order of a font, from a code on.
type texOrder map[byte]string

var (
	texSymbols = texOrder{
		0x00: "−·×∗÷⋄±", 0x0D: "◯◦•", 0x14: "≤≥", 0x18: "∼≈", 0x20: "←→↑↓↔↗↘", 0x28: "⇐⇒", 0x3F: "⊥", 0x66: "{}⟨⟩|",
		0x6E: `\`, 0x70: "√", 0x78: "§†‡¶♣♦♥♠",
	}
	texText = texOrder{
		0x0B: "ﬀﬁﬂﬃﬄıȷ`´ˇ˘¯˚¸ßæœøÆŒØ", 0x22: "”", 0x27: "’", 0x3C: "¡", 0x3E: "¿", 0x5C: "“", 0x60: "‘", 0x7B: "–—",
	}
	texLetters = texOrder{0x0B: "αβγδεζηθικλμνξπρστυφχψω", 0x3A: ".,</>⋆"}
)

// texOrderOf returns the order of a font by its name, nil for other fonts.
func texOrderOf(font string) texOrder {
	if _, name, isPart := strings.Cut(font, "+"); isPart {
		font = name
	}
	for _, family := range []struct {
		prefix string
		order  texOrder
	}{
		{"CMSY", texSymbols}, {"CMBSY", texSymbols}, {"CMMI", texLetters}, {"CMTT", nil}, {"CMEX", nil},
		{"CMR", texText}, {"CMB", texText}, {"CMTI", texText}, {"CMSL", texText}, {"CMSS", texText}, {"CMCSC", texText}, {"CMU", texText},
	} {
		if strings.HasPrefix(font, family.prefix) {
			return family.order
		}
	}
	return nil
}

// nameTeXLetters adds the order of TeX's fonts to one that does not tell it.
func nameTeXLetters(file *reader.PdfReader, font *core.PdfDictionary, name string) {
	if entryOf(font, "Encoding") != nil {
		return
	}
	order := texOrderOf(name)
	if letters, ok := resolved(file, entryOf(font, "ToUnicode")).(*core.PdfStream); ok {
		order.complete(letters)
	} else if order != nil {
		font.Set("Encoding", order.encoding())
	}
}

// each calls a function for the codes of an order.
func (o texOrder) each(call func(code byte, sign rune)) {
	for first, signs := range o {
		for i, sign := range []rune(signs) {
			call(first+byte(i), sign)
		}
	}
}

// encoding returns the order as an encoding of PDF.
func (o texOrder) encoding() *core.PdfDictionary {
	differences := core.NewPdfArray()
	o.each(func(code byte, sign rune) {
		differences.Add(core.NewPdfInteger(int(code)))
		differences.Add(core.NewPdfName(fmt.Sprintf("uni%04X", sign)))
	})
	out := core.NewPdfDictionary()
	out.Set("Differences", differences)
	return out
}

// complete adds the control codes that a font's own table of letters leaves out.
func (o texOrder) complete(letters *core.PdfStream) {
	known := reader.ParseCMap(letters.Data)
	var added strings.Builder
	n := 0
	o.each(func(code byte, sign rune) {
		if code < ' ' && known.Decode([]byte{code}) == string(rune(code)) {
			fmt.Fprintf(&added, "<%02X> <%04X>\n", code, sign)
			n++
		}
	})
	if n > 0 {
		letters.Data = fmt.Appendf(letters.Data, "\n%d beginbfchar\n%sendbfchar\n", n, added.String())
	}
}
