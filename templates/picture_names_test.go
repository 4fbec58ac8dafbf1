package templates

import (
	"fmt"
	"os"
	"strings"
	"testing"

	"github.com/ghresume/ghresume/internal/picture"
	"github.com/ghresume/ghresume/resume"
)

// TestEveryPictureIsKnown: each name draws a picture, may be listed in the profile, and has
// a row in docs/pictures.md.
func TestEveryPictureIsKnown(t *testing.T) {
	page, err := os.ReadFile("../docs/pictures.md")
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range picture.Names() {
		if _, err := Picture(&resume.Resume{}, name); err != nil {
			t.Errorf("templates/picture.go does not draw it: %v", err)
		}
		profile := fmt.Sprintf("name = \"Ada\"\n[layout.readme]\npictures = [%q]\n", name)
		if _, err := resume.ParseProfile("resume.toml", []byte(profile)); err != nil {
			t.Errorf("resume/pictures.go does not know it: %v", err)
		}
		if !strings.Contains(string(page), "| `"+name+".svg` |") {
			t.Errorf("docs/pictures.md has no row for %s.svg", name)
		}
	}
}
