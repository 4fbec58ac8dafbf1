package pdf

import (
	"crypto/sha256"
	"encoding/binary"
	"fmt"
	"strings"

	"github.com/ghresume/ghresume/internal/typeface"
)

// font writes the used part of a face.
func (w *writer) font(s *typeface.Subset) int {
	data, box := s.Build()
	file := w.stream(fmt.Sprintf("/Length1 %d", len(data)), data)
	name := prefix(data) + "+" + s.Face().Name
	ascent, descent := s.Face().Extents()
	flags, angle := 4, 0
	if s.Face().Italic {
		flags, angle = 4|64, -12
	}
	descriptor := w.add(fmt.Sprintf("<</Type/FontDescriptor/FontName/%s/Flags %d/FontBBox[%d %d %d %d]/ItalicAngle %d/Ascent %s/Descent %s/CapHeight 700/StemV 80/FontFile2 %s>>",
		name, flags, box[0], box[1], box[2], box[3], angle, number(ascent), number(descent), ref(file)))
	widths, toGlyph, toUnicode := tables(s)
	descendant := w.add(fmt.Sprintf("<</Type/Font/Subtype/CIDFontType2/BaseFont/%s/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>/FontDescriptor %s/DW 500/W[1[%s]]/CIDToGIDMap %s>>",
		name, ref(descriptor), widths, ref(w.stream("", toGlyph))))
	return w.add(fmt.Sprintf("<</Type/Font/Subtype/Type0/BaseFont/%s/Encoding/Identity-H/DescendantFonts[%s]/ToUnicode %s>>",
		name, ref(descendant), ref(w.stream("", []byte(toUnicode)))))
}

// prefix returns the six letters that distinguish a subset from others of its font.
func prefix(data []byte) string {
	sum := sha256.Sum256(data)
	letters := make([]byte, 6)
	for i := range letters {
		letters[i] = 'A' + sum[i]%26
	}
	return string(letters)
}

// tables returns the widths of the codes, their glyphs, and the text of each.
func tables(s *typeface.Subset) (widths string, toGlyph []byte, toUnicode string) {
	var ws strings.Builder
	var lines []string
	toGlyph = make([]byte, 2*(s.Codes()+1))
	for n := 1; n <= s.Codes(); n++ {
		text, width, glyph := s.At(n)
		fmt.Fprintf(&ws, "%d ", width)
		binary.BigEndian.PutUint16(toGlyph[2*n:], uint16(glyph))
		if text != "" {
			lines = append(lines, fmt.Sprintf("<%04X><%s>\n", n, utf16Hex(text)))
		}
	}
	return strings.TrimSpace(ws.String()), toGlyph, unicodeMap(lines)
}

// unicodeMap returns the program that maps codes back to text; its blocks may have at most
// a hundred lines.
func unicodeMap(lines []string) string {
	var b strings.Builder
	b.WriteString("/CIDInit/ProcSet findresource begin\n12 dict begin\nbegincmap\n/CIDSystemInfo<</Registry(Adobe)/Ordering(UCS)/Supplement 0>>def\n" +
		"/CMapName/Adobe-Identity-UCS def\n/CMapType 2 def\n1 begincodespacerange\n<0000><FFFF>\nendcodespacerange\n")
	for len(lines) > 0 {
		n := min(len(lines), 100)
		fmt.Fprintf(&b, "%d beginbfchar\n%sendbfchar\n", n, strings.Join(lines[:n], ""))
		lines = lines[n:]
	}
	b.WriteString("endcmap\nCMapName currentdict/CMap defineresource pop\nend\nend\n")
	return b.String()
}
