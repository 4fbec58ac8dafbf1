package render

import (
	"strings"
	"testing"

	"github.com/ghresume/ghresume/resume"
)

// TestWindowTitle: the professional title is left out where the whole would be cut off.
func TestWindowTitle(t *testing.T) {
	for _, c := range []struct{ name, title, want string }{
		{"Ada Lovelace", "Engineer", "Ada Lovelace, Engineer"},
		{"Ada Lovelace", "", "Ada Lovelace"},
		{"Ada Lovelace", strings.Repeat("Principal ", 6) + "Engineer", "Ada Lovelace"},
		{"", "Engineer", "Engineer"},
	} {
		r := &resume.Resume{}
		r.Name, r.Title = c.name, c.title
		if got := windowTitle(r); got != c.want {
			t.Errorf("%q, want %q", got, c.want)
		}
	}
}
