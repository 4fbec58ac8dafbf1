package safe

import (
	"strings"
	"testing"
	"unicode"

	"golang.org/x/text/unicode/norm"

	"github.com/ghresume/ghresume/internal/hostile"
)

func TestLine(t *testing.T) {
	for s, want := range map[string]string{
		"a\x1b[31mb\x00\r\nc\td": "a[31mb c d", "a\u202Eb\u2066c\u2069": "abc", "a\u00ADb\u200Bc\uFEFF": "abc", "\uE001tx\uE002": "tx",
		"a\u00A0b": "a\u00A0b", "می\u200cخواهم": "می\u200cخواهم", "a\u200db": "ab", "e\u200B\u0301": "\u00E9", "\u2028": "", "\uFFFE": "", "\xff": "\uFFFD",
	} {
		if got := Line(s); got != want {
			t.Errorf("Line(%q) = %q, want %q", s, got, want)
		}
	}
}

func TestTextKeepsLines(t *testing.T) {
	const s = "a\r\nb\rc\td\u202E\u200F\x1b\uE001t"
	if got, want := Text(s), "a\nb\nc\td\u200Ft"; got != want {
		t.Errorf("%q, want %q", got, want)
	}
	if got, want := Text(s, '\uE001'), "a\nb\nc\td\u200F\uE001t"; got != want {
		t.Errorf("%q, want %q", got, want)
	}
}

func TestSourceKeepsColumns(t *testing.T) {
	const s = "a\tb\x1b\u202Ec\u00AD"
	if got, want := Source(s), "a b··c·"; got != want {
		t.Errorf("%q, want %q", got, want)
	}
}

// checkHidden fails if a printed text contains a character that a level promises to drop.
func checkHidden(t *testing.T, level, s, printed, allowed string) {
	t.Helper()
	for _, r := range printed {
		if (unicode.IsControl(r) || unicode.In(r, unicode.Cf, unicode.Co)) && !strings.ContainsRune(allowed, r) && !unicode.Is(unicode.Prepended_Concatenation_Mark, r) {
			t.Errorf("%s(%q) = %q, which holds %U", level, s, printed, r)
		}
	}
}

const joiners = "\u200C\u200D"

func checkLevels(t *testing.T, s string) {
	line, text, data, property := Line(s), Text(s), CommandData(s), CommandProperty(s)
	checkHidden(t, "Line", s, line, joiners)
	checkHidden(t, "Text", s, text, joiners+"\u200E\u200F\u061C\n\t")
	checkHidden(t, "Source", s, Source(s), joiners)
	checkHidden(t, "Markdown", s, Markdown(s), joiners)
	checkHidden(t, "CommandData", s, data, joiners+"\u200E\u200F\u061C\t")
	if strings.ContainsAny(data, "\r\n") || strings.ContainsAny(property, "\r\n:,") {
		t.Errorf("a command holds %q, %q", data, property)
	}
	if Line(line) != line || Text(text) != text {
		t.Errorf("%q: cleaning twice gives %q and %q", s, Line(line), Text(text))
	}
	if !norm.NFC.IsNormalString(line) || strings.Contains(line, "  ") || strings.TrimSpace(line) != line {
		t.Errorf("Line(%q) = %q", s, line)
	}
	if u := URL(s); u != "" && strings.ContainsAny(u, " \"'()<>[]\\`\n") {
		t.Errorf("URL(%q) = %q", s, u)
	}
}

func TestLines(t *testing.T) {
	for text, want := range map[string]string{
		"a\r\nb\rc\nd": "a\nb\nc\nd", "a\vb\fc\u0085d\u2028e": "a\nb\nc\nd\ne", "a\u2029b": "a\n\nb", "a\u200bb\tc": "a\u200bb\tc",
	} {
		if got := Lines(text); got != want {
			t.Errorf("%q becomes %q, want %q", text, got, want)
		}
	}
}

func FuzzLevels(f *testing.F) {
	for _, s := range hostile.Texts() {
		f.Add(s)
	}
	f.Fuzz(checkLevels)
}
