package review

import (
	"strings"
	"testing"
)

func TestIgnores(t *testing.T) {
	const plain = "name = \"Ada\"\n[[experience]]\nhighlights = [\n  \"Responsible for the # of 40 shops in Paris\",\n  \"Worked on the invoices of 40 shops in Paris\",\n]\n"
	for name, tc := range map[string]struct {
		old, new string
		left     int // findings of weak-opener
	}{
		"nothing":                       {"", "", 2},
		"on the line":                   {"Paris\",\n  \"Worked", "Paris\", # ghresume:ignore weak-opener\n  \"Worked", 1},
		"on the line above":             {"  \"Worked", "  # ghresume:ignore weak-opener\n  \"Worked", 1},
		"two lines above":               {"  \"Worked", "  # ghresume:ignore cliche weak-opener\n  # a remark\n  \"Worked", 1},
		"another rule":                  {"  \"Worked", "  # ghresume:ignore cliche\n  \"Worked", 2},
		"on top":                        {"name =", "# ghresume:ignore action-verb, weak-opener\n\nname =", 0},
		"after the first key":           {"[[exp", "# ghresume:ignore weak-opener\n[[exp", 2},
		"in [check]":                    {"[[exp", "[check]\nignore = [\"weak-opener\"]\n[[exp", 0},
		"in a string is not a comment":  {"the # of", "the # ghresume:ignore weak-opener of", 2},
		"a longer name is not a prefix": {"  \"Worked", "  # ghresume:ignore weak-opener-x\n  \"Worked", 2},
	} {
		t.Run(name, func(t *testing.T) {
			source := strings.Replace(plain, tc.old, tc.new, 1)
			n := 0
			for _, f := range Check(inputOf(t, source)) {
				if f.Rule == "weak-opener" {
					n++
				}
			}
			if n != tc.left {
				t.Errorf("%d findings are left, want %d\n%s", n, tc.left, source)
			}
		})
	}
}
