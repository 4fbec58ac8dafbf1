package convert

import (
	"fmt"
	"strings"
	"testing"
)

// TestLanguagesIn: a text in two languages makes a file one of two languages; more than any
// resume has are a table of translations.
func TestLanguagesIn(t *testing.T) {
	many := func(codes string) string {
		var texts []string
		for code := range strings.FieldsSeq(codes) {
			texts = append(texts, fmt.Sprintf("%q: \"x\"", code))
		}
		return `{"label": {` + strings.Join(texts, ", ") + `}}`
	}
	for text, want := range map[string]string{
		many("en de"):                         "[de en]",
		many("en"):                            "[]",
		`{"label": "x"}`:                      "[]",
		`{"summary": "x", "fr_summary": "y"}`: "[ fr]",
		many("ar bg cs da de el en es et fi fr he"):    "[ar bg cs da de el en es et fi fr he]",
		many("ar bg cs da de el en es et fi fr he hu"): "[]",
	} {
		tree, err := parseJSON(text)
		if err != nil {
			t.Fatal(err)
		}
		if got := fmt.Sprint(languagesIn(tree)); got != want {
			t.Errorf("%s: %s, want %s", text, got, want)
		}
	}
}
