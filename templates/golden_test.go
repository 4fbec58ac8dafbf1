package templates

import (
	"bytes"
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

var update = flag.Bool("update", false, "rewrite the golden files")

// TestTemplatesSayWhatTheyAreFor: the list that users choose from has no empty line.
func TestTemplatesSayWhatTheyAreFor(t *testing.T) {
	for _, info := range List() {
		if info.About == "" || strings.Contains(info.About, "\n") {
			t.Errorf("%s.md.tmpl has no comment of one line that says what it is for: begin it with {{- /* … */ -}}", info.Name)
		}
	}
}

// TestGolden compares each profile in each template, and one in each language.
func TestGolden(t *testing.T) {
	for name, r := range profiles() {
		for _, info := range List() {
			t.Run(name+"/"+info.Name, func(t *testing.T) {
				out, err := Render(r, info.Name)
				if err != nil {
					t.Fatal(err)
				}
				checkGolden(t, name+"."+info.Name+".md", out)
			})
		}
	}
	for _, code := range Languages() {
		t.Run(code, func(t *testing.T) {
			r := combination()
			r.Language = code
			out, err := Render(r, "resume")
			if err != nil {
				t.Fatal(err)
			}
			checkGolden(t, "language."+code+".md", out)
		})
	}
}

func checkGolden(t *testing.T, file string, got []byte) {
	t.Helper()
	path := filepath.Join("testdata", "golden", file)
	if *update {
		if err := os.WriteFile(path, got, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(path)
	if err != nil || !bytes.Equal(got, want) {
		t.Errorf("%s differs (%v); look at `go test ./templates -update` and git diff\n%s", path, err, got)
	}
}

// TestNothingIsLeftBehind looks for traces of absent values.
func TestNothingIsLeftBehind(t *testing.T) {
	for name, r := range profiles() {
		for _, info := range List() {
			out, err := Render(r, info.Name)
			if err != nil {
				t.Fatal(err)
			}
			for i, line := range strings.Split(string(out), "\n") {
				bare := strings.Trim(line, " ")
				for _, dangling := range []string{" ·", "·", ",", ":", "(", "-", "#", "##", "###", "–", "<no value>", "<nil>"} {
					if bare == dangling || strings.HasSuffix(bare, " "+dangling) || dangling == "," && strings.HasSuffix(bare, ",") {
						t.Errorf("%s, %s, line %d: %q", name, info.Name, i+1, line)
					}
				}
				if strings.Contains(line, "()") || strings.Contains(line, "[]") || strings.Contains(line, ", ,") || strings.Contains(line, "· ·") {
					t.Errorf("%s, %s, line %d: %q", name, info.Name, i+1, line)
				}
			}
			if strings.Contains(string(out), "\n\n\n") || !strings.HasSuffix(string(out), "\n") {
				t.Errorf("%s, %s: blank lines", name, info.Name)
			}
		}
	}
}

// TestEjectedTemplateRendersTheSame checks what `ghresume templates eject` promises.
func TestEjectedTemplateRendersTheSame(t *testing.T) {
	for name, r := range profiles() {
		for _, info := range List() {
			source, err := Source(info.Name)
			if err != nil {
				t.Fatal(err)
			}
			own, err := RenderSource(r, "mine.md.tmpl", source)
			if err != nil {
				t.Fatal(err)
			}
			if built, err := Render(r, info.Name); err != nil || !bytes.Equal(built, own) {
				t.Errorf("%s, %s: differs (%v)", name, info.Name, err)
			}
		}
	}
}
