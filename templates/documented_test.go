package templates

import (
	"fmt"
	"os"
	"regexp"
	"strings"
	"testing"

	"github.com/ghresume/ghresume/internal/picture"
	"github.com/ghresume/ghresume/resume"
	"golang.org/x/text/language"
	"golang.org/x/text/language/display"
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
		if _, err := DrawPicture(&resume.Resume{}, name); err != nil {
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

// TestEveryLanguageIsDocumented: the pages name every built-in output language.
func TestEveryLanguageIsDocumented(t *testing.T) {
	outputs, err := os.ReadFile("../docs/outputs.md")
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range Languages() {
		english := display.English.Languages().Name(language.Make(name))
		if !regexp.MustCompile(`\b` + english + `\b`).Match(outputs) {
			t.Errorf("docs/outputs.md does not name %s (%s)", english, name)
		}
	}
	keys, err := os.ReadFile("../docs/profile.md")
	if err != nil {
		t.Fatal(err)
	}
	if list := strings.Join(Languages(), ", "); !strings.Contains(string(keys), list) {
		t.Errorf("the comment of layout.language in resume/profile.go, and so docs/profile.md, does not list %s", list)
	}
}
