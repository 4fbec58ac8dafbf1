package convert

import "github.com/ghresume/ghresume/internal/lazy"

var (
	strongMark = lazy.New(`(\*\*|\*|` + "`" + `)([^*` + "`" + `\n]+)(\*\*|\*|` + "`" + `)`)
	inlineLink = lazy.New(`\[([^\[\]\n]+)\]\(([^()\s]*(?:\([^()\s]*\))?[^()\s]*)\)`)
)

// unmarked returns a text without inline Markdown, for names, which are printed as they
// are.
func unmarked(text string) string {
	text = inlineLink.ReplaceAllString(text, "$1")
	return strongMark.ReplaceAllStringFunc(text, func(s string) string {
		m := strongMark.FindStringSubmatch(s)
		if m[1] != m[3] {
			return s
		}
		return m[2]
	})
}
