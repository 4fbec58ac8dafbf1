package action

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// said formats a change as one line.
func said(c Change) string {
	line := string(c.Kind) + " " + c.Section + "/" + c.Entry
	if len(c.Gone)+len(c.New) > 0 {
		line += " [" + strings.Join(c.Gone, "|") + "] [" + strings.Join(c.New, "|") + "]"
	}
	return line
}

func TestChangesNameEntries(t *testing.T) {
	const project = "## Projects\n\n- **[engine](https://github.com/ada/engine)** (Go, SQL · ★ 12): An \\_init\\_ engine\n"
	const skills = "## Skills\n\n- **Languages**: Go, SQL\n"
	const role = "## Experience\n\n### Engineer, [Mill](https://mill.example)\n\n2018 – 2020 · Leeds\n\n- Built it\n"
	const merged = "## Contributions\n\n- [2 merged](https://github.com/search?q=a) in [golang/go](https://github.com/golang/go) (★ 9), 2019\n"
	for _, c := range []struct{ name, old, now, want string }{
		{"nothing", project, project, ""},
		{"a star", project, strings.Replace(project, "12", "13", 1), "changed Projects/engine [★ 12] [★ 13]"},
		{"words", project, strings.Replace(project, "An \\_init\\_", "The", 1), "changed Projects/engine [An _init_ engine] [The engine]"},
		{"a new project", project, project + "- **[loom](https://github.com/ada/loom)**\n", "added Projects/loom"},
		{"order alone", skills + project, project + skills, ""},
		{"a skill", skills, strings.Replace(skills, "SQL", "SQL, Rust", 1), "changed Skills/Languages [] [Rust]"},
		{"a bullet of a role", role, role + "- Sold it\n", "changed Experience/Engineer, Mill [] [Sold it]"},
		{"a role is gone", role, "## Experience\n", "removed Experience/Engineer, Mill"},
		{"more merged", merged, strings.Replace(merged, "2 merged", "3 merged", 1), "changed Contributions/golang/go [2 merged in golang/go] [3 merged in golang/go]"},
		{"a new name", project, strings.Replace(project, "[engine]", "[motor]", 1), "changed Projects/motor [engine] [motor]"},
		{"another address", "## Me\n\n[Site](https://a.example) · [Mail](mailto:a@a.example)\n", "## Me\n\n[Site](https://b.example) · [Mail](mailto:a@a.example)\n",
			"changed Me/ [https://a.example] [https://b.example]"},
		{"own words", "## Chess\n\n- Won\n", "## Chess\n\n- Lost\n", "added Chess/Lost;removed Chess/Won"},
		{"the summary", "## Summary\n\nOld words.\n", "## Summary\n\nNew words.\n", "changed Summary/ [Old words.] [New words.]"},
		{"two paragraphs", "", "# Ada\n\n**Developer**\n\nLondon · Paris\n", "added Ada/"},
		{"twice the same name", "## E\n\n### Dev\n\n2019\n\n### Dev\n\n2018\n", "## E\n\n### Dev\n\n2019\n\n### Dev\n\n2017\n", "changed E/Dev [2018] [2017]"},
		{"a new file", "", "# Ada\n\n## Skills\n\n- **Tools**: Make\n", "added Skills/Tools"},
		{"others' words below", "<!-- ghresume:start -->\n<!-- ghresume:end -->\n\nBye.\n\n- mine\n", "<!-- ghresume:start -->\n\n## A\n\n- b\n\n<!-- ghresume:end -->\n\nBye.\n\n- mine\n", "added A/b"},
		{"not between markers", "Mine.\n\n<!-- ghresume:start -->\n<!-- ghresume:end -->\n", "Mine.\n\n<!-- ghresume:start -->\n\n- Won\n\n<!-- ghresume:end -->\n", "added /Won"},
	} {
		var lines []string
		for _, change := range Changes([]byte(c.old), []byte(c.now)) {
			lines = append(lines, said(change))
		}
		if got := strings.Join(lines, ";"); got != c.want {
			t.Errorf("%s: got %q, want %q", c.name, got, c.want)
		}
	}
}

// FuzzChanges compares any two texts: a text does not differ from itself, and what is new
// in one direction is gone in the other.
func FuzzChanges(f *testing.F) {
	golden, err := filepath.Glob("../../templates/testdata/golden/*.md")
	if err != nil || len(golden) == 0 {
		f.Fatal(err)
	}
	for _, path := range golden {
		data, err := os.ReadFile(path)
		if err != nil {
			f.Fatal(err)
		}
		for section := range strings.SplitSeq(string(data), "\n## ") {
			f.Add("## "+section, "# Ada\n\n- one\n")
		}
	}
	f.Fuzz(func(t *testing.T, old, now string) {
		if len(old)+len(now) > 2048 {
			return // sections, not documents
		}
		if changes := Changes([]byte(now), []byte(now)); len(changes) > 0 {
			t.Errorf("differs from itself: %v", changes)
		}
		there, back := Changes([]byte(old), []byte(now)), Changes([]byte(now), []byte(old))
		kinds := func(changes []Change, kind ChangeKind) (n int) {
			for _, c := range changes {
				if c.Kind == kind {
					n++
				}
			}
			return n
		}
		if kinds(there, Added) != kinds(back, Removed) || kinds(there, Changed) != kinds(back, Changed) {
			t.Errorf("there %v, back %v", there, back)
		}
	})
}
