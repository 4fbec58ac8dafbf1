package main

import (
	"slices"
	"strings"
	"testing"

	"github.com/ghresume/ghresume/templates"
)

func TestActionReadsOneOutputALine(t *testing.T) {
	env := map[string]string{"INPUT_OUTPUT": "\n README.md \r\n\nresume.pdf\n", "INPUT_STRICT": " True ", "GITHUB_REF": "refs/heads/main"}
	in, err := readActionInputs(&world{env: func(name string) string { return env[name] }})
	if err != nil || !slices.Equal(in.outputs, []string{"README.md", "resume.pdf"}) || !in.strict || in.commit || in.branch != "main" {
		t.Errorf("got %+v, %v", in, err)
	}
}

func TestChangeText(t *testing.T) {
	for want, c := range map[string]templates.Change{
		"+ Projects › ledgerd": {Section: "Projects", Entry: "ledgerd", Kind: templates.Added},
		"− Skills":             {Section: "Skills", Kind: templates.Removed},
		"Projects › ledgerd: ★ 1 → ★ 2, Go → Rust":    {Section: "Projects", Entry: "ledgerd", Kind: templates.Changed, Gone: []string{"★ 1", "Go"}, New: []string{"★ 2", "Rust"}},
		"Skills › Languages: − Perl, + Go, + Haskell": {Section: "Skills", Entry: "Languages", Kind: templates.Changed, Gone: []string{"Perl"}, New: []string{"Go", "Haskell"}},
	} {
		if got := changeText(c); got != want {
			t.Errorf("got %q, want %q", got, want)
		}
	}
}

// FuzzWorkflowCommands gives strangers' text to annotations and outputs: a
// command stays on its line, and an output ends where it shall.
func FuzzWorkflowCommands(f *testing.F) {
	f.Add("plain")
	f.Add("two\nlines\r\n::error::mine")
	f.Add("%0A::set-output name=x::y")
	f.Add("ghresume_0123456789abcdef\nEOF")
	f.Fuzz(func(t *testing.T, text string) {
		if strings.ContainsAny(commandText(text), "\r\n") {
			t.Errorf("a command leaves its line: %q", commandText(text))
		}
		lines := strings.Split(outputText("name", text), "\n")
		end, ok := strings.CutPrefix(lines[0], "name<<")
		if !ok || slices.Index(lines[1:], end) != len(lines)-3 || strings.Join(lines[1:len(lines)-2], "\n") != text {
			t.Errorf("an output ends elsewhere: %q", lines)
		}
		if strings.Contains(code(text), "\n") {
			t.Errorf("a summary line breaks: %q", code(text))
		}
	})
}
