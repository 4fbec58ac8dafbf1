package resume

import (
	"slices"
	"strings"
	"testing"
)

// chef is a functional resume with some bullets that show skills and some that do not.
const chef = `
format = "functional"
[skills]
Databases = ["PostgreSQL"]
[[experience]]
title = "Developer"
company = "Stalls"
start = 2024
skills = ["PostgreSQL", "Python"]
highlights = ["Moved orders to PostgreSQL", "Taught four colleagues", "Wrote the parser in Python"]
[[experience]]
title = "Head Chef"
company = "Alameda"
start = 2018
end = 2023
highlights = ["Led a kitchen of 11 people"]
`

// bulletsOf returns the bullets under the groups and those under the roles.
func bulletsOf(r *Resume) (shown, kept []string) {
	for _, g := range r.Skills {
		for _, s := range g.Examples {
			shown = append(shown, s.Text)
		}
	}
	for _, c := range r.Experience {
		for _, role := range c.Roles {
			for _, h := range role.Highlights {
				kept = append(kept, h.Text)
			}
		}
	}
	return shown, kept
}

func TestFunctionalKeepsEveryBullet(t *testing.T) {
	python := []Repository{{Name: "ada/x", URL: "https://github.com/ada/x", PushedAt: now, Languages: map[string]int64{"Python": 90_000}, Language: "Python"}}
	for name, tc := range map[string]struct {
		profile     string
		snapshot    *Snapshot
		shown, kept []string
	}{
		"by hand":           {chef, nil, []string{"Moved orders to PostgreSQL"}, []string{"Taught four colleagues", "Wrote the parser in Python", "Led a kitchen of 11 people"}},
		"proved":            {chef, &Snapshot{TakenAt: now, Login: "ada", Repositories: python}, []string{"Moved orders to PostgreSQL", "Wrote the parser in Python"}, []string{"Taught four colleagues", "Led a kitchen of 11 people"}},
		"proved, not shown": {chef + "[github.skills]\nmax_per_group = 0", &Snapshot{TakenAt: now, Login: "ada", Repositories: python}, []string{"Moved orders to PostgreSQL"}, []string{"Taught four colleagues", "Wrote the parser in Python", "Led a kitchen of 11 people"}},
		"skills hidden":     {chef + "[layout]\nhide = [\"skills\"]", nil, nil, []string{"Moved orders to PostgreSQL", "Taught four colleagues", "Wrote the parser in Python", "Led a kitchen of 11 people"}},
	} {
		t.Run(name, func(t *testing.T) {
			p, err := ParseProfile("resume.toml", []byte(tc.profile))
			if err != nil {
				t.Fatal(err)
			}
			full := Build(p, tc.snapshot)
			for range 2 { // a second limit changes nothing
				if shown, kept := bulletsOf(full); !slices.Equal(shown, tc.shown) || !slices.Equal(kept, tc.kept) {
					t.Errorf("shown %q, kept %q\nwant  %q,      %q", shown, kept, tc.shown, tc.kept)
				}
				full = full.Limit()
			}
			if len(p.Experience[0].Highlights) != 3 {
				t.Error("the profile was changed")
			}
		})
	}
}

// TestJSONResumeHasNoPlaceForShownBullets checks that they stay with their role.
func TestJSONResumeHasNoPlaceForShownBullets(t *testing.T) {
	p, err := ParseProfile("resume.toml", []byte(chef))
	if err != nil {
		t.Fatal(err)
	}
	data, err := EncodeJSONResume(Build(p, nil))
	for _, role := range p.Experience {
		for _, bullet := range role.Highlights {
			if err != nil || !strings.Contains(string(data), bullet.Text) {
				t.Errorf("%v: %q is lost in\n%s", err, bullet.Text, data)
			}
		}
	}
}

func TestCombinationPutsProjectsFirstOnlyWithoutExperience(t *testing.T) {
	order := func(text string) (out []SectionKind) {
		p, err := ParseProfile("resume.toml", []byte("format = \"combination\"\n[skills]\nTools = [\"Git\"]\n[[projects]]\nname = \"Loom\"\n"+text))
		if err != nil {
			t.Fatal(err)
		}
		for _, s := range Build(p, nil).Sections {
			out = append(out, s.Kind)
		}
		return out
	}
	if got, want := order("[[experience]]\ntitle = \"Weaver\""), []SectionKind{SkillsSection, ExperienceSection, ProjectsSection}; !slices.Equal(got, want) {
		t.Errorf("got %v, want %v", got, want)
	}
	if got, want := order("[[education]]\ndegree = \"BSc\""), []SectionKind{SkillsSection, ProjectsSection, EducationSection}; !slices.Equal(got, want) {
		t.Errorf("got %v, want %v", got, want)
	}
}
