package match

import (
	"slices"
	"testing"

	"github.com/ghresume/ghresume/resume"
	"github.com/ghresume/ghresume/resume/skill"
)

// TestAskedForByItself checks that a resume with Go lacks nothing of "Go or Rust", even
// if Go is also in the title.
func TestAskedForByItself(t *testing.T) {
	p := ParsePosting("# Backend Engineer (Go)\n\nYou should know either Go or Rust.\n", skill.Default())
	r := &resume.Resume{Skills: []resume.SkillGroup{{Name: "Languages", Skills: []resume.Skill{{Name: "Go"}}}}}
	r.Sections = []resume.Section{{Kind: resume.SkillsSection}}
	report := NewInventory(r, r, nil, skill.Default()).Cover(p)
	if report.Percent != 100 || slices.ContainsFunc(report.Of(Missing), func(c Covered) bool { return c.Name == "Rust" }) {
		t.Errorf("%s; missing %v", report.Summary(), report.Of(Missing))
	}
}
