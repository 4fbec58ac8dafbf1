package resume

import (
	"slices"
	"testing"
)

func TestDropLeast(t *testing.T) {
	r := &Resume{
		Sections: []Section{{Kind: SkillsSection}, {Kind: ProjectsSection}, {Kind: ContributionsSection}, {Kind: ExperienceSection}},
		Skills: []SkillGroup{
			{Name: "Languages", Skills: []Skill{{Name: "Go", ByHand: true}, {Name: "C"}}, Examples: []Example{{Text: "own", Where: "Firm"}}},
			{Name: "Tools", Skills: []Skill{{Name: "Docker"}}},
		},
		Experience:    []Company{{Name: "Firm"}},
		Projects:      []Project{{Name: "own", FromProfile: true}, {Name: "p1", Repository: "a/P1"}, {Name: "p2", Repository: "a/p2", URL: "https://p2.example"}, {Name: "p3", Repository: "a/p3"}},
		Contributions: []Contribution{{Repository: "k/k"}, {Repository: "l/l"}},
		Limits:        Limits{Always: []string{"a/p1"}},
	}
	var dropped []string
	for {
		shorter, what, ok := r.DropLeast()
		if !ok {
			break
		}
		r, dropped = shorter, append(dropped, what)
	}
	if want := []string{"l/l", "p3", "k/k", "p2", "C", "Docker"}; !slices.Equal(dropped, want) {
		t.Errorf("dropped %v, want %v", dropped, want)
	}
	if len(r.Projects) != 2 || len(r.Skills) != 1 || len(r.Skills[0].Examples) != 1 || len(r.Experience) != 1 {
		t.Errorf("what is left: %+v", r)
	}
	if len(r.Sections) != 3 || r.Sections[1].Kind != ProjectsSection {
		t.Errorf("an empty section is there: %v", r.Sections)
	}
}

func TestDropLeastDoesNotChangeTheOriginal(t *testing.T) {
	r := &Resume{Projects: []Project{{Name: "a"}, {Name: "b"}}, Skills: []SkillGroup{{Skills: []Skill{{Name: "Go"}, {Name: "C"}}}}}
	for shorter, ok := r, true; ok; shorter, _, ok = shorter.DropLeast() {
		_ = shorter
	}
	if len(r.Projects) != 2 || r.Projects[1].Name != "b" || len(r.Skills) != 1 || r.Skills[0].Skills[1].Name != "C" {
		t.Errorf("now %+v", r)
	}
}
