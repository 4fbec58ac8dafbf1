package resume

import (
	"bytes"
	"regexp"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"
)

// tomlMistake is a common mistake of people who do not know TOML.
type tomlMistake struct {
	line *regexp.Regexp
	hint string
}

const key = `^\s*[\w."'-]+\s*=\s*`

// tomlMistakes are the most common mistakes; the first that matches explains the line.
var tomlMistakes = sync.OnceValue(func() []tomlMistake {
	list := []struct{ line, hint string }{
		{`^\s*[{[]?\s*"\w+"\s*:\s*[{["]|^\s*\{`, "this looks like JSON: `ghresume import FILE` turns a resume.json into a profile"},
		{`^\s*- |^\s*[\w -]+:(\s|$)`, `TOML writes key = "value", with an equals sign; this looks like YAML`},
		{key + `\d{4}-\d{1,2}\s*(#.*)?$`, `write a month in quotes: "2021-03"`},
		{key + `\d{1,2}[./]\d{4}|` + key + `\d{4}/\d|` + key + `\d{1,2}[./]\d{1,2}[./]`, `write a date as "2021", "2021-03" or "2021-03-15", in quotes`},
		{key + `\+?\(?\d[\d()]*[ ./-][\d ()./-]*$|` + key + `\+\d`, `a phone number goes in quotes: "+44 20 7946 0958"`},
		{`^\s*\[\s+\[`, `there is no space between the two brackets: [[experience]]`},
		{`^\s*[\w-]+\s+["']`, `an equals sign goes between key and value: key = "value"`},
		{key + `"(?:[^"\\]|\\.)*\\[^btnfr"\\uUex]|` + key + `"[^"]*\\[uU][^"]*`, `a backslash is special between "…": write it twice, or put the text between '…'`},
		{key + `"""`, `quotes right before the closing """ need a backslash: \"`},
		{key + `"[^"]*$`, `text of several lines goes between """ and """; other text needs its closing "`},
		{`^\s*\[\[[^\]]*\]?\s*$|^\s*\[[^\]\[]*$`, `the name of a list's table needs two brackets on each side: [[experience]]`},
		{key + `"[^"]*"\s*[^\s#,\]}]`, `one key per line; a quote inside a text needs a backslash: \"`},
		{key + `[[{]?\s*[^\s"'\[\]{}\d+-]`, `text goes in quotes: key = "value"`},
		{key + `$`, `nothing follows the equals sign: write key = "value", or remove the line`},
		{`^\s*\[?["'A-Za-z0-9_.-]*[^\s"'\w.\[\]=-][^="]*\s*(=|\]\s*$)`, `a key with a space or a sign goes in quotes: "C++" = …`},
		{`^\s*[\w-]+\s+[\w -]+=`, `a key with a space or a sign goes in quotes: "Stack Overflow" = …`},
	}
	out := make([]tomlMistake, len(list))
	for i, m := range list {
		out[i] = tomlMistake{regexp.MustCompile(m.line), m.hint}
	}
	return out
})

// tomlHint returns the most likely mistake at a place that is not valid TOML, or "":
// message is the parser's, start the offset at which it stopped.
func tomlHint(data []byte, start int, message string) string {
	switch {
	case strings.Contains(message, "already been defined"):
		return "a key appears once in its table; each entry of a list has a header of its own in two brackets: [[experience]]"
	case strings.Contains(message, "array terminator"), strings.Contains(message, "expected value") && bytes.HasPrefix(lineAt(data, start), []byte("[")):
		return "a comma goes between the items of a list, and a ] after the last one; check the previous line too"
	}
	switch r, _ := utf8.DecodeRune(data[start:]); {
	case strings.ContainsRune("“”„‟«»‘’‚", r):
		return `write straight quotes ("), not the curly ones of a word processor`
	case r > unicode.MaxASCII && unicode.IsSpace(r) || r == '\u200b' || r == '\ufeff':
		return "a character here only looks like a space (it is a non-breaking space): type it again"
	}
	line := string(lineAt(data, start))
	for _, m := range tomlMistakes() {
		if m.line.MatchString(line) {
			return m.hint
		}
	}
	return ""
}

// lineAt returns the line around an offset.
func lineAt(data []byte, offset int) []byte {
	from := bytes.LastIndexByte(data[:offset], '\n') + 1
	line, _, _ := bytes.Cut(data[from:], []byte("\n"))
	const most = 500 // bytes of a line that are examined
	return line[:min(len(line), most)]
}

// isUTF16 reports whether data has the encoding of older Windows programs, including
// PowerShell 5: a byte order mark, or zeros.
func isUTF16(data []byte) bool {
	return bytes.HasPrefix(data, []byte{0xFF, 0xFE}) || bytes.HasPrefix(data, []byte{0xFE, 0xFF}) || bytes.IndexByte(data, 0) >= 0
}
