package produce

import (
	"os"
	"path/filepath"
	"slices"
	"testing"

	"github.com/ghresume/ghresume/internal/cli"
)

// TestShown: entries with technologies that only files prove, those with most first; a
// language and a missing file show nothing.
func TestShown(t *testing.T) {
	readme := filepath.Join(t.TempDir(), "README.md")
	text := "### [a](https://github.com/ada/a)\n\nGo\n\n### [b](https://github.com/ada/b)\n\nGo, Redis\n\n### [c](https://github.com/ada/c)\n\nRust, Axum, Tokio\n"
	if err := os.WriteFile(readme, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
	env := &cli.Env{Env: func(string) string { return "" }}
	got := Shown(env, []Edition{{Files: []string{readme, readme + ".missing.md"}}})
	if want := []string{"ada/c", "ada/b"}; !slices.Equal(got, want) {
		t.Errorf("got %v, want %v", got, want)
	}
}
