package review

import (
	"strconv"
	"strings"

	"github.com/ghresume/ghresume/resume"
)

// literal is a string value of the file: its text, and the position of each of its bytes.
type literal struct {
	text string
	// at holds the offset in the file of each byte of text, and finally that of the
	// closing quote.
	at []int
}

// readLiteral decodes the TOML string at p. The file is known to parse; ok is false if p
// is not a string.
func readLiteral(source []byte, p resume.Position) (literal, bool) {
	if p.Offset < 0 || p.Length < 2 || p.Offset+p.Length > len(source) {
		return literal{}, false
	}
	raw := string(source[p.Offset : p.Offset+p.Length])
	quote, basic := raw[:1], raw[0] == '"'
	if !basic && raw[0] != '\'' {
		return literal{}, false
	}
	if triple := strings.Repeat(quote, 3); len(raw) >= 6 && strings.HasPrefix(raw, triple) {
		quote = triple
	}
	body := raw[len(quote) : len(raw)-len(quote)]
	start := p.Offset + len(quote)
	if len(quote) == 3 {
		// A newline right after the opening quotes does not count.
		cut := strings.TrimPrefix(strings.TrimPrefix(body, "\r"), "\n")
		if strings.HasPrefix(body, "\n") || strings.HasPrefix(body, "\r\n") {
			start, body = start+len(body)-len(cut), cut
		}
	}
	d := literalDecoder{body: body, start: start}
	d.decode(basic)
	return literal{d.text.String(), append(d.at, start+len(body))}, true
}

type literalDecoder struct {
	body  string
	start int
	text  strings.Builder
	at    []int
}

func (d *literalDecoder) decode(escapes bool) {
	for i := 0; i < len(d.body); {
		switch {
		case escapes && d.body[i] == '\\' && i+1 < len(d.body):
			i += d.escape(i)
		default:
			d.put(d.body[i:i+1], i)
			i++
		}
	}
}

func (d *literalDecoder) put(s string, i int) {
	d.text.WriteString(s)
	for range len(s) {
		d.at = append(d.at, d.start+i)
	}
}

// escape decodes the escape sequence at i and returns its length.
func (d *literalDecoder) escape(i int) int {
	c := d.body[i+1]
	if plain := strings.IndexByte("btnfre\"\\", c); plain >= 0 {
		d.put("\b\t\n\f\r\x1b\"\\"[plain:plain+1], i)
		return 2
	}
	if digits, ok := map[byte]int{'x': 2, 'u': 4, 'U': 8}[c]; ok && i+2+digits <= len(d.body) {
		code, _ := strconv.ParseUint(d.body[i+2:i+2+digits], 16, 32)
		d.put(string(rune(code)), i)
		return 2 + digits
	}
	// A backslash at the end of a line skips all space up to the next word.
	rest := strings.TrimLeft(d.body[i+1:], " \t\r\n")
	return len(d.body) - i - len(rest)
}

// position returns the position in the file of text[from:to].
func (l literal) position(places *places, from, to int) resume.Position {
	from = min(max(0, from), len(l.at)-1)
	to = min(max(from, to), len(l.at)-1)
	line, column := places.at(l.at[from])
	return resume.Position{Line: line, Column: column, Offset: l.at[from], Length: l.at[to] - l.at[from]}
}

// edit returns the correction of p in the file, or nil if its bytes do not appear there
// literally (an escape, a continued line).
func (l literal) edit(p *part) *edit {
	if p.from < 0 || p.to > len(l.text) || p.from >= p.to || strings.ContainsAny(p.instead, "\"'\\\n\r") {
		return nil
	}
	for i := p.from; i < p.to; i++ {
		if l.at[i+1] != l.at[i]+1 {
			return nil
		}
	}
	return &edit{offset: l.at[p.from], length: p.to - p.from, old: l.text[p.from:p.to], new: p.instead}
}
