package review

import (
	"testing"

	"github.com/ghresume/ghresume/resume"
)

// FuzzLiteral compares our decoding of a string with the parser's.
func FuzzLiteral(f *testing.F) {
	for _, s := range []string{`"a\tb\"c\\"`, `'a\b'`, "\"\"\"\na\\\n   b\r\nc\"\"\"", "'''\na'b''c'''", `"\u00e9\U0001F600"`, "\"\"\"a\"\"b\"\"\"", `""`, "'''\r\nx'''"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, raw string) {
		source := []byte("summary = " + raw + "\n")
		p, problems := resume.ParseProfileLenient("resume.toml", source)
		if p == nil || len(problems) > 0 || len(p.Positions) != 1 {
			t.Skip()
		}
		lit, ok := readLiteral(source, p.Positions["summary"])
		if !ok {
			t.Fatalf("%q was not read", raw)
		}
		if lit.text != p.Summary {
			t.Fatalf("%q: got %q, want %q", raw, lit.text, p.Summary)
		}
		if len(lit.at) != len(lit.text)+1 {
			t.Fatalf("%q: %d places for %d bytes", raw, len(lit.at), len(lit.text))
		}
	})
}
