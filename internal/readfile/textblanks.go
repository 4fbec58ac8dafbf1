package readfile

import (
	"bytes"
	"fmt"
	"math"
	"strings"

	"github.com/carlos7ags/folio/reader"
)

// widestShift is more than any justified text needs, and mostRewritten more bytes than any
// page has: every blank becomes a number.
const (
	widestShift   = 100_000
	mostRewritten = 8 << 20
)

// show rewrites text whose blanks are wider than the font's. The PDF library does not know
// the operator Tw, so that what follows a justified text seems to be far from it: "fr om".
// A number between the words of TJ says the same: "[(came ) -58 (from)] TJ".
func (u *unscaler) show(end int) {
	shift := -1000 * u.state.blank / u.state.size // in thousandths of the size
	if u.state.blank == 0 || len(u.operands) == 0 || !(math.Abs(shift) <= widestShift) || u.out.Len() > mostRewritten {
		return
	}
	var out strings.Builder
	for _, token := range u.operands {
		switch token.Type {
		case reader.TokenNumber:
			fmt.Fprintf(&out, " %f", token.Real)
		case reader.TokenString:
			if strings.ContainsFunc(token.Value, func(r rune) bool { return r < ' ' }) {
				return // two bytes may be one letter, and a blank half of it
			}
			for _, word := range bytes.SplitAfter([]byte(token.Value), []byte(" ")) {
				fmt.Fprintf(&out, " <%x>", word)
				if bytes.HasSuffix(word, []byte(" ")) {
					fmt.Fprintf(&out, " %f", shift)
				}
			}
		case reader.TokenArrayOpen, reader.TokenArrayClose:
		default:
			return
		}
	}
	u.instead(end, []byte(" ["+out.String()+"] TJ "))
}
