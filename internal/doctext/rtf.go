package doctext

import (
	"strconv"
	"strings"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/simplifiedchinese"
)

// readRTF returns the text of a document in Rich Text Format.
func readRTF(data []byte) string {
	r := &rtfReader{data: data, page: charmap.Windows1252, fonts: map[int]encoding.Encoding{}}
	r.state.skipAfter = 1
	for r.at < len(r.data) && r.out.Len() < maxPart {
		r.step()
	}
	r.flush()
	return r.out.String()
}

// rtfState is the state that a group inherits and that is restored after it.
type rtfState struct {
	hidden    bool // in a destination that is not text
	bold      bool
	skipAfter int // number of characters that replace a \u
	font      int
	fontTable bool
	listText  bool
}

type rtfReader struct {
	data  []byte
	at    int
	state rtfState
	stack []rtfState
	page  encoding.Encoding
	fonts map[int]encoding.Encoding
	skip  int // characters to skip

	out, text   strings.Builder
	bytes       []byte // in a code page, not yet decoded
	bold, plain bool
	item        bool
	rank        int
}

// step reads one token of the file.
func (r *rtfReader) step() {
	c := r.data[r.at]
	r.at++
	switch c {
	case '{':
		r.decodePending()
		if len(r.stack) < 1000 {
			r.stack = append(r.stack, r.state)
		}
	case '}':
		r.decodePending()
		if n := len(r.stack); n > 0 {
			r.state, r.stack = r.stack[n-1], r.stack[:n-1]
		}
	case '\\':
		r.control()
	case '\r', '\n':
	default:
		r.raw(c)
	}
}

// control reads a control word or symbol.
func (r *rtfReader) control() {
	if r.at >= len(r.data) {
		return
	}
	c := r.data[r.at]
	if !isASCIILetter(c) {
		r.at++
		r.sign(c)
		return
	}
	from := r.at
	for r.at < len(r.data) && isASCIILetter(r.data[r.at]) {
		r.at++
	}
	word := string(r.data[from:r.at])
	from = r.at
	if r.at < len(r.data) && r.data[r.at] == '-' {
		r.at++
	}
	for r.at < len(r.data) && r.data[r.at] >= '0' && r.data[r.at] <= '9' && r.at-from < 11 {
		r.at++
	}
	n, err := strconv.Atoi(string(r.data[from:r.at]))
	if r.at < len(r.data) && r.data[r.at] == ' ' {
		r.at++
	}
	r.word(word, n, err == nil)
}

func isASCIILetter(c byte) bool { return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' }

// sign reads a control symbol: a backslash with one character.
func (r *rtfReader) sign(c byte) {
	switch c {
	case '\'':
		if r.at+2 <= len(r.data) {
			if b, err := strconv.ParseUint(string(r.data[r.at:r.at+2]), 16, 8); err == nil {
				r.raw(byte(b))
			}
			r.at += 2
		}
	case '~':
		r.write(" ")
	case '_':
		r.write("-")
	case '\\', '{', '}':
		r.write(string(c))
	case '*':
		r.state.hidden = true
	case '\n', '\r':
		r.flush()
	}
}

// destinations are groups without text of the document.
var destinations = map[string]bool{"colortbl": true, "stylesheet": true, "info": true, "pict": true,
	"header": true, "footer": true, "headerl": true, "headerr": true, "footerl": true,
	"footerr": true, "headerf": true, "footerf": true, "listtable": true,
	"listoverridetable": true, "generator": true, "fldinst": true, "themedata": true,
	"object": true, "footnote": true, "revtbl": true, "rsidtbl": true, "xmlnstbl": true,
	"nonshppict": true, "datastore": true, "latentstyles": true, "annotation": true,
	"bkmkstart": true, "bkmkend": true}

// word executes a control word.
func (r *rtfReader) word(word string, n int, has bool) {
	if destinations[word] {
		r.state.hidden = true
		return
	}
	switch word {
	case "fonttbl":
		r.state.hidden, r.state.fontTable = true, true
	case "listtext", "pntext":
		r.state.listText, r.state.hidden = true, true
		r.item = true
	case "par", "sect", "row", "page":
		r.flush()
	case "pard":
		r.item, r.rank = false, 0
	case "outlinelevel":
		r.rank = min(6, n+1)
	case "ls", "ilvl":
		r.item = r.item || !r.state.hidden
	case "line":
		r.write("\n")
	case "tab", "cell":
		r.write("\t")
	case "b":
		r.decodePending()
		r.state.bold = !has || n != 0
	case "plain":
		r.decodePending()
		r.state.bold = false
	case "f":
		r.decodePending()
		r.state.font = n
	case "fcharset":
		if r.state.fontTable {
			r.fonts[r.state.font] = fontPage(n)
		}
	case "ansicpg":
		r.page = codePage(n)
	case "uc":
		r.state.skipAfter = max(0, min(n, 8))
	case "u":
		if n < 0 {
			n += 1 << 16
		}
		r.write(string(rune(n)))
		r.skip = r.state.skipAfter
	default:
		r.write(named[word])
	}
}

// named are the control words for characters.
var named = map[string]string{"emdash": "—", "endash": "–", "bullet": "•", "lquote": "‘",
	"rquote": "’", "ldblquote": "“", "rdblquote": "”", "emspace": " ", "enspace": " "}

// raw adds a byte in the code page.
func (r *rtfReader) raw(c byte) {
	if r.skip > 0 {
		r.skip--
		return
	}
	if !r.state.hidden {
		r.bytes = append(r.bytes, c)
	}
}

// write adds characters that need no decoding.
func (r *rtfReader) write(s string) {
	if r.state.hidden || s == "" {
		return
	}
	r.decodePending()
	r.take(s)
}

// decodePending decodes the bytes collected in the same font and weight.
func (r *rtfReader) decodePending() {
	if len(r.bytes) == 0 {
		return
	}
	page := r.page
	if p := r.fonts[r.state.font]; p != nil {
		page = p
	}
	decoded, err := page.NewDecoder().Bytes(r.bytes)
	if err != nil {
		decoded = r.bytes
	}
	r.bytes = r.bytes[:0]
	r.take(string(decoded))
}

func (r *rtfReader) take(s string) {
	r.text.WriteString(s)
	if strings.TrimSpace(s) != "" {
		r.bold, r.plain = r.bold || r.state.bold, r.plain || !r.state.bold
	}
}

// flush ends a paragraph.
func (r *rtfReader) flush() {
	r.decodePending()
	if text := strings.TrimSpace(r.text.String()); text != "" {
		r.out.WriteString(markdownLine(text, r.rank, r.item, 0, r.bold && !r.plain))
	}
	r.text.Reset()
	r.bold, r.plain = false, false
}

// codePage returns the encoding of \ansicpg.
func codePage(n int) encoding.Encoding {
	pages := map[int]encoding.Encoding{
		1250: charmap.Windows1250, 1251: charmap.Windows1251, 1252: charmap.Windows1252, 1253: charmap.Windows1253,
		1254: charmap.Windows1254, 1257: charmap.Windows1257, 437: charmap.CodePage437, 850: charmap.CodePage850,
		10000: charmap.Macintosh, 936: simplifiedchinese.GBK,
	}
	if p := pages[n]; p != nil {
		return p
	}
	return charmap.Windows1252
}

// fontPage returns the encoding of a font's \fcharset; nil means the document's.
func fontPage(n int) encoding.Encoding {
	switch n {
	case 204:
		return charmap.Windows1251
	case 238:
		return charmap.Windows1250
	case 134:
		return simplifiedchinese.GBK
	case 161:
		return charmap.Windows1253
	case 162:
		return charmap.Windows1254
	case 186:
		return charmap.Windows1257
	}
	return nil
}
