package fontfind

import (
	"os"
	"path/filepath"
	"slices"
	"testing"
)

// folder returns a folder with copies of the embedded fonts, by name.
func folder(t *testing.T, names ...string) string {
	t.Helper()
	dir := t.TempDir()
	for _, name := range names {
		data, err := os.ReadFile("../../document/fonts/" + name)
		if err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(filepath.Join(dir, name), data, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	return dir
}

func base(paths []string) []string {
	var out []string
	for _, p := range paths {
		out = append(out, filepath.Base(p))
	}
	return out
}

func TestOwnFontsComeFirst(t *testing.T) {
	dir := folder(t, "DejaVuSans-Symbols.ttf", "Tinos-Regular.ttf", "Tinos-Bold.ttf", "Tinos-Italic.ttf")
	for _, c := range []struct {
		name   string
		wanted Wanted
		want   []string
	}{
		{"a character", Wanted{Characters: []rune("ж")}, []string{"Tinos-Regular.ttf", "Tinos-Bold.ttf"}},
		{"a symbol", Wanted{Characters: []rune("✓")}, []string{"DejaVuSans-Symbols.ttf"}},
		{"a family", Wanted{Family: "tinos"}, []string{"Tinos-Bold.ttf", "Tinos-Italic.ttf", "Tinos-Regular.ttf"}},
		{"nothing", Wanted{}, nil},
	} {
		c.wanted.Paths = []string{dir}
		found, err := Find(c.wanted, t.TempDir())
		if err != nil {
			t.Fatal(err)
		}
		if got := base(found.Names); !slices.Equal(got, c.want) {
			t.Errorf("%s: %q, want %q", c.name, got, c.want)
		}
	}
}

// TestSystemFonts scans a folder in place of the system's.
func TestSystemFonts(t *testing.T) {
	home := t.TempDir()
	t.Setenv("HOME", home)
	t.Setenv("XDG_DATA_HOME", filepath.Join(home, "data"))
	t.Setenv("XDG_DATA_DIRS", filepath.Join(home, "none"))
	if err := os.MkdirAll(filepath.Join(home, "data"), 0o700); err != nil {
		t.Fatal(err)
	}
	if err := os.Rename(folder(t, "Tinos-Regular.ttf", "Tinos-Bold.ttf"), filepath.Join(home, "data", "fonts")); err != nil {
		t.Fatal(err)
	}
	fonts, err := systemFonts(t.TempDir())
	if err != nil {
		t.Fatal(err)
	}
	if !slices.ContainsFunc(fonts, func(c candidate) bool {
		return filepath.Base(c.path) == "Tinos-Regular.ttf" && c.has('ж') && !c.has('小') && !c.bold
	}) {
		t.Skipf("this system does not look into XDG_DATA_HOME: %d fonts", len(fonts))
	}
}

func TestFilesThatAreNoFonts(t *testing.T) {
	file := filepath.Join(t.TempDir(), "a.ttf")
	if err := os.WriteFile(file, []byte("not a font"), 0o600); err != nil {
		t.Fatal(err)
	}
	for _, path := range []string{file, filepath.Dir(file), file + ".missing"} {
		if _, err := Find(Wanted{Characters: []rune("a"), Paths: []string{path}}, t.TempDir()); err == nil {
			t.Errorf("%s is taken", path)
		}
	}
}
