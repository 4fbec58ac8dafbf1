package convert

import (
	"strings"
	"testing"
)

// TestMistakesInJSONHaveAPlace: errors name the line and column at which a text stops
// being JSON.
func TestMistakesInJSONHaveAPlace(t *testing.T) {
	for text, want := range map[string]string{
		"{\n  \"a\": \"é\"\n  \"b\": 2\n}": "line 3, column 3: invalid character '\"' after object key:value pair; a comma may be missing before it",
		"{\"a\": [1 2]}":                   "line 1, column 10: ",
		"{\n\"a\": “b”}":                   "line 2, column 6: ",
		"{\"a\": 1":                        "a bracket or a quote is not closed",
		"{\"a\": 1,\n}":                    "line 2, column 1: invalid character '}' looking for beginning of object key string; there is one comma too many before it",
		"{'a': 1}":                         "straight double quotes",
	} {
		_, err := parseJSON(text)
		if err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%q: got %v, want %q", text, err, want)
		}
	}
}
