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
	keys, err := os.ReadFile("../docs/profile.md")
	if err != nil {
		t.Fatal(err)
	}
	_, row, _ := strings.Cut(string(keys), "| `pictures` | ")
	row, _, _ = strings.Cut(row, ";")
	for _, name := range picture.Names() {
		if _, err := Picture(&resume.Resume{}, name); err != nil {
			t.Errorf("templates/picture.go does not draw it: %v", err)
		}
		profile := fmt.Sprintf("name = \"Ada\"\n[layout.readme]\npictures = [%q]\n", name)
		if _, err := resume.ParseProfile("resume.toml", []byte(profile)); err != nil {
			t.Errorf("resume/pictures.go does not know it: %v", err)
		}
		if !strings.Contains(row, name) {
			t.Errorf("the comment of layout.readme.pictures in resume/pictures.go, and so docs/profile.md, does not name %s", name)
		}
		if !strings.Contains(string(page), "| `"+name+".svg` |") {
			t.Errorf("docs/pictures.md has no row for %s.svg", name)
		}
	}
}
