package themes

import (
	"strings"
	"testing"
)

// TestThemesSayWhatTheyLookLike: each theme has a description and a style sheet of its own.
func TestThemesSayWhatTheyLookLike(t *testing.T) {
	seen := map[string]string{}
	for _, name := range Names() {
		about, css := About(name), CSS(name)
		if about == "" || strings.ContainsAny(about, "{}*/") {
			t.Errorf("the first line of internal/themes/%s.css is not a comment /* … */ that describes the theme: %q", name, about)
		}
		if !strings.HasPrefix(css, "*{box-sizing") || strings.Contains(css, about) {
			t.Errorf("%s: the style sheet is not base.css and the rest of the file", name)
		}
		if other := seen[about]; other != "" {
			t.Errorf("%s and %s have the same description", name, other)
		}
		seen[about] = name
	}
	if Names()[0] != Default || CSS("nonsense") != CSS(Default) || About("nonsense") != About(Default) {
		t.Error("an unknown theme is not the default one")
	}
}
