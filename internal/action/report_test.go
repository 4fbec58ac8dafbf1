package action

import (
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/ghresume/ghresume/internal/safe"
)

func TestDaysUntilThePause(t *testing.T) {
	now := time.Date(2026, 11, 2, 6, 0, 0, 0, time.UTC)
	for ago, want := range map[time.Duration]string{
		24 * time.Hour:      "in 59 days unless",
		59 * 24 * time.Hour: "in 1 day unless",
		90 * 24 * time.Hour: "any day: ",
	} {
		r := &Report{Now: now, Pushed: now.Add(-ago)}
		if days, ok := r.daysLeft(); !ok || !strings.Contains(pauseText(days), want) {
			t.Errorf("%s: got %q, want %q", ago, pauseText(days), want)
		}
	}
	if _, ok := (&Report{}).daysLeft(); ok {
		t.Error("a private or busy repository is paused")
	}
}

func TestChangeText(t *testing.T) {
	for want, c := range map[string]Change{
		"+ Projects › ledgerd": {Section: "Projects", Entry: "ledgerd", Kind: Added},
		"− Skills":             {Section: "Skills", Kind: Removed},
		"Projects › ledgerd: ★ 1 → ★ 2, Go → Rust":    {Section: "Projects", Entry: "ledgerd", Kind: Changed, Gone: []string{"★ 1", "Go"}, New: []string{"★ 2", "Rust"}},
		"Skills › Languages: − Perl, + Go, + Haskell": {Section: "Skills", Entry: "Languages", Kind: Changed, Gone: []string{"Perl"}, New: []string{"Go", "Haskell"}},
	} {
		if got := changeText(c); got != want {
			t.Errorf("got %q, want %q", got, want)
		}
	}
}

// FuzzWorkflowCommands puts strangers' text into annotations and outputs: a command stays
// on its line, and an output ends where it should.
func FuzzWorkflowCommands(f *testing.F) {
	f.Add("plain")
	f.Add("two\nlines\r\n::error::mine")
	f.Add("%0A::set-output name=x::y")
	f.Add("ghresume_0123456789abcdef\nEOF")
	f.Fuzz(func(t *testing.T, text string) {
		if strings.ContainsAny(safe.CommandData(text), "\r\n") {
			t.Errorf("a command leaves its line: %q", safe.CommandData(text))
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
