package readfile

import (
	"bytes"
	"math"
	"strconv"

	"github.com/carlos7ags/folio/core"
	"github.com/carlos7ags/folio/reader"
)

// Programs on macOS set text of size 1 in a matrix that enlarges it. The PDF library moves
// on by the width of a text as if the matrix did not, so that the pieces of a line lie on
// top of each other. unscalePage rewrites the content of a page without such matrices:
// "12 0 0 12 72 700 Tm /F1 1 Tf" becomes "1 0 0 1 72 700 Tm /F1 12 Tf".
func unscalePage(page *core.PdfDictionary, content []byte) {
	if plain := unscaledText(content); len(plain) > 0 && &plain[0] != &content[0] {
		page.Set("Contents", core.NewPdfStream(plain))
	}
}

// unscaledText returns a content stream whose text matrices do not enlarge, the same one
// if none does.
func unscaledText(content []byte) []byte {
	u := unscaler{content: content, state: textState{scale: 1}}
	tokens := reader.NewTokenizer(content)
	for token := tokens.Next(); token.Type != reader.TokenEOF; token = tokens.Next() {
		if token.Type != reader.TokenKeyword {
			u.operands = append(u.operands, token)
			continue
		}
		if token.Value == "BI" {
			skipPicture(tokens)
		}
		u.operator(token.Value, tokens.Pos())
		u.operands = u.operands[:0]
	}
	if !u.changed {
		return content
	}
	u.out.Write(content[u.copied:])
	return u.out.Bytes()
}

// textState is what the size of text depends on.
type textState struct {
	font          string // the operand of Tf, with its slash
	size, leading float64
	blank         float64 // what Tw adds to every blank
	scale         float64 // of the text matrix
}

// unscaler rewrites a content stream operator by operator.
type unscaler struct {
	content  []byte
	copied   int // how much of the content was written
	out      bytes.Buffer
	operands []reader.Token
	state    textState
	saved    []textState
	changed  bool
}

// operator handles one operator, which ends at a position.
func (u *unscaler) operator(name string, end int) {
	switch name {
	case "q":
		u.saved = append(u.saved, u.state)
	case "Q":
		if n := len(u.saved); n > 0 {
			u.state, u.saved = u.saved[n-1], u.saved[:n-1]
		}
	case "BT":
		if u.state.scale != 1 {
			u.state.scale = 1
			u.instead(end, []byte("BT"))
			u.writeSize()
		}
	case "Tf":
		if n := u.last(2); n != nil && n[0].Type == reader.TokenName {
			u.state.font, u.state.size = string(u.content[n[0].Pos:n[1].Pos]), n[1].Real
			u.resized(end)
		}
	case "TL":
		if n := u.last(1); n != nil {
			u.state.leading = n[0].Real
			u.resized(end)
		}
	case "Tw":
		if n := u.last(1); n != nil {
			u.state.blank = n[0].Real
		}
	case "Tj", "TJ":
		u.show(end)
	case "Td", "TD":
		u.move(name, end)
	case "Tm":
		u.matrix(end)
	}
}

// move handles Td and TD, which move by a distance that the matrix enlarges.
func (u *unscaler) move(name string, end int) {
	n := u.last(2)
	if n == nil {
		return
	}
	if name == "TD" {
		u.state.leading = -n[1].Real
	}
	if u.state.scale != 1 {
		u.instead(end, operation(name, n[0].Real*u.state.scale, n[1].Real*u.state.scale))
	}
}

// matrix handles Tm.
func (u *unscaler) matrix(end int) {
	n := u.last(6)
	if n == nil {
		return
	}
	before := u.state.scale
	u.state.scale = math.Hypot(n[0].Real, n[1].Real)
	if u.state.scale == 0 {
		u.state.scale = 1
	}
	if s := u.state.scale; s != 1 || before != 1 {
		u.instead(end, operation("Tm", n[0].Real/s, n[1].Real/s, n[2].Real/s, n[3].Real/s, n[4].Real, n[5].Real))
		u.writeSize()
	}
}

// resized replaces an operator that sets the size or the leading.
func (u *unscaler) resized(end int) {
	if u.state.scale != 1 {
		u.instead(end, nil)
		u.writeSize()
	}
}

// writeSize sets the size and the leading for the scale.
func (u *unscaler) writeSize() {
	if u.state.font != "" {
		u.out.WriteString(" " + u.state.font)
		u.out.Write(operation("Tf", u.state.size*u.state.scale))
	}
	u.out.Write(operation("TL", u.state.leading*u.state.scale))
}

// instead writes the content up to the operands, and then other bytes instead of the
// operator.
func (u *unscaler) instead(end int, other []byte) {
	from := end
	if len(u.operands) > 0 {
		from = int(u.operands[0].Pos)
	} else {
		from -= len("BT")
	}
	u.out.Write(u.content[u.copied:from])
	u.out.Write(other)
	u.copied, u.changed = end, true
}

// last returns the last n operands, nil if there are fewer.
func (u *unscaler) last(n int) []reader.Token {
	if len(u.operands) < n {
		return nil
	}
	return u.operands[len(u.operands)-n:]
}

// operation returns an operator with its operands, between blanks.
func operation(name string, operands ...float64) []byte {
	out := []byte{' '}
	for _, n := range operands {
		out = append(strconv.AppendFloat(out, n, 'f', -1, 64), ' ')
	}
	return append(out, name+" "...)
}
