package publish

import (
	"strings"
	"testing"
)

// TestWithoutPictures: pictures that belong to a README are left out; without one they are
// named.
func TestWithoutPictures(t *testing.T) {
	for _, test := range []struct{ in, names, pictures string }{
		{"README.md languages.svg languages.dark.svg", "README.md", " (with 2 pictures)"},
		{"README.md resume.pdf", "README.md resume.pdf", ""},
		{"header.svg header.dark.svg", "header.svg header.dark.svg", ""},
	} {
		names, pictures := WithoutPictures(strings.Fields(test.in))
		if strings.Join(names, " ") != test.names || pictures != test.pictures {
			t.Errorf("%s: %v%s", test.in, names, pictures)
		}
	}
}
