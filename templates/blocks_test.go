package templates

import (
	"errors"
	"strings"
	"testing"

	"github.com/ghresume/ghresume/internal/markers"
)

// TestBlocksOfNothing: a block without a section or picture of its name is reported with its
// place in the file, and what to write instead.
func TestBlocksOfNothing(t *testing.T) {
	blocks := mustBuiltin(t, "readme").Blocks(pictured())
	for name, want := range map[string]string{
		"streak.svg":         `README.md:3: there is no picture "streak"|languages`,
		"../languages.svg":   `README.md:3: the picture "../languages" is not a file beside this one, or in a folder there|"img/languages"`,
		"/languages.svg":     `README.md:3: the picture "/languages" is not a file beside this one, or in a folder there|"languages"`,
		"my languages.svg":   `README.md:3: there is no picture "my languages"|languages`,
		"img x/skills.svg":   `README.md:3: the picture "img x/skills" is not a file beside this one, or in a folder there|"img/skills"`,
		"hobbies":            `README.md:3: there is no section "hobbies"|languages.svg`,
		"languages.dark.svg": `README.md:3: there is no picture "languages.dark"|languages`,
	} {
		_, err := markers.Splice("README.md", []byte("# Ada\n\n<!-- ghresume:start "+name+" -->\n<!-- ghresume:end -->\n"), blocks)
		message, advice, _ := strings.Cut(want, "|")
		if marker, ok := errors.AsType[*markers.Error](err); !ok || err.Error() != message || !strings.Contains(marker.Hint(), advice) {
			t.Errorf("%s: %v", name, err)
		}
	}
}
