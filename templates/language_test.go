package templates

import (
	"errors"
	"strings"
	"testing"
)

func TestUnknownLanguage(t *testing.T) {
	for _, name := range []string{"tlh", "english please", "xx-YY"} {
		r := combination()
		r.Language = name
		_, err := Render(r, "resume")
		unknown, ok := errors.AsType[*LanguageError](err)
		if !ok || unknown.Language != name || !strings.Contains(unknown.Hint(), "pl, pt, sv, tr, uk, zh") {
			t.Errorf("%q: %v", name, err)
		}
	}
}
