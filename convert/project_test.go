package convert

import (
	"encoding/json"
	"testing"
)

func TestRepositoryOf(t *testing.T) {
	for address, want := range map[string]string{
		"https://github.com/inesfalk/tidewatch":                      "inesfalk/tidewatch",
		"http://www.github.com/inesfalk/tidewatch/":                  "inesfalk/tidewatch",
		"github.com/inesfalk/tidewatch.git":                          "inesfalk/tidewatch",
		"git@github.com:inesfalk/tidewatch.git":                      "inesfalk/tidewatch",
		"ssh://git@github.com/inesfalk/tidewatch.git":                "inesfalk/tidewatch",
		"https://github.com/inesfalk/tidewatch#readme":               "inesfalk/tidewatch",
		"https://github.com/inesfalk/tidewatch/tree/main":            "inesfalk/tidewatch",
		"https://github.com/inesfalk/tidewatch?tab=readme-ov-file":   "inesfalk/tidewatch",
		"https://github.com/inesfalk/tidewatch/tree/main/cmd/tide":   "",
		"https://github.com/inesfalk/tidewatch/pull/7":               "",
		"https://github.com/inesfalk":                                "",
		"https://github.com/orgs/tides":                              "",
		"https://gitlab.com/inesfalk/tidewatch":                      "",
		"https://inesfalk.github.io/tidewatch":                       "",
		"inesfalk/tidewatch":                                         "",
		"https://example.com/?u=github.com/inesfalk/tidewatch":       "",
		"see https://github.com/inesfalk/tidewatch for the forecast": "",
	} {
		if got := repositoryOf(address); got != want {
			t.Errorf("%s: got %q, want %q", address, got, want)
		}
	}
}

// TestProjectsBecomeRepositories finds the repository wherever people write it, and
// guesses none that is not certain.
func TestProjectsBecomeRepositories(t *testing.T) {
	const tide = "https://github.com/inesfalk/tidewatch"
	for _, c := range []struct {
		project map[string]any
		repo    string
	}{
		{map[string]any{"name": "Tide", "url": tide}, "inesfalk/tidewatch"},
		{map[string]any{"name": "Tide", "github": "inesfalk/tidewatch", "url": "https://tide.example"}, "inesfalk/tidewatch"},
		{map[string]any{"name": "Tide", "repository": "git@github.com:inesfalk/tidewatch.git"}, "inesfalk/tidewatch"},
		{map[string]any{"name": "[Tide](" + tide + ")"}, "inesfalk/tidewatch"},
		{map[string]any{"name": "Tide", "links": []any{map[string]any{"name": "Code", "url": tide}}}, "inesfalk/tidewatch"},
		{map[string]any{"name": "Tide", "highlights": []any{tide, "Forecasts."}}, "inesfalk/tidewatch"},
		{map[string]any{"name": "Tide", "description": "Forecasts; the code is at " + tide + "."}, "inesfalk/tidewatch"},
		{map[string]any{"name": "Tide", "description": "Like https://github.com/others/tides, but right."}, ""},
		{map[string]any{"name": "Tide", "description": tide + " and " + tide + "-web."}, ""},
		{map[string]any{"name": "Tide", "source": "own/idea"}, ""},
	} {
		data, err := json.Marshal(map[string]any{
			"basics":   map[string]any{"name": "Ines Falk", "profiles": []any{map[string]any{"network": "GitHub", "username": "inesfalk"}}},
			"work":     []any{},
			"projects": []any{c.project},
		})
		if err != nil {
			t.Fatal(err)
		}
		got, err := Read("resume.json", data)
		if err != nil {
			t.Fatal(err)
		}
		if p := got.Profile.Projects; len(p) != 1 || p[0].Repo != c.repo {
			t.Errorf("%v: got %+v, want %q", c.project, p, c.repo)
		}
	}
}
