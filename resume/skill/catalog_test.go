package skill

import (
	"errors"
	"fmt"
	"os"
	"slices"
	"strings"
	"testing"
)

func TestEveryEntryFindsItself(t *testing.T) {
	c := Default()
	for _, name := range c.names {
		for _, spelling := range c.entries[name].spellings(name) {
			text := "Experience with " + spelling + ", Python and Docker."
			if spelling == name && c.entries[name].Exact != "" && !slices.Contains(c.entries[name].spellings(name)[1:], name) {
				continue // the name is deliberately not a spelling: checked below
			}
			if !slices.ContainsFunc(c.Find(text), func(m Match) bool { return m.Name == name }) {
				t.Errorf("%s is not found in %q: %v", name, text, c.Find(text))
			}
		}
	}
}

// TestNamesAreSpellings checks that every name is found on its own in a list of
// technologies: a name that nobody may write is a mistake in the catalog.
func TestNamesAreSpellings(t *testing.T) {
	c := Default()
	for _, name := range c.names {
		text := "Python, " + name + ", Docker"
		if !slices.ContainsFunc(c.Find(text), func(m Match) bool { return m.Name == name }) {
			t.Errorf("%s is not found in %q", name, text)
		}
	}
}

// traps are sentences in which ordinary words look like technologies.
var traps = []string{
	"You will go to customers and go above and beyond; a go-to-market team helps.",
	"Go the extra mile. Let's go! Where do you want to go next?",
	"We express interest in your rest. The rest is up to you, take a rest.",
	"Express your ideas. American Express pays in spring. This Spring we hire.",
	"A swift response and a swift start. Rust never sleeps, and iron tends to rust.",
	"We spark joy. Our chef cooks lunch, and a puppet show follows.",
	"Make sure to make it happen and make an impact.",
	"Series C company, C-level stakeholders, vitamin C, plan C.",
	"R&D department and R&D budget. A D grade.",
	"A pension scheme, an excel at your work attitude, a word of advice.",
	"Get on the rails, cross the bridge, light the flask, hit the bottle.",
	"We react fast, and you play a vital role on the next level; the view is great.",
	"Chef de projet. A helm of the company, a consul of Spain.",
	"B.E/B.Tech or equivalent. Bachelor of Science.",
	"The ada program, the crystal ball, the julia child, a dart board.",
	"You are at the heart of a team that has the courage to act.",
	"Health, dental and vision insurance; 401k; a laptop of your choice.",
}

func TestNoEntryIsFoundInTraps(t *testing.T) {
	for _, trap := range traps {
		for _, m := range Default().Find(trap) {
			t.Errorf("%s (%q) found in %q", m.Name, m.Text, trap)
		}
	}
}

func TestCatalogData(t *testing.T) {
	c := Default()
	owners, families := map[string]string{}, map[string]bool{}
	for _, e := range c.entries {
		families[e.Family] = true
	}
	for _, name := range c.names {
		e := c.entries[name]
		for _, family := range split(e.Families) {
			if !families[family] {
				t.Errorf("%s: no technology is of the family %q", name, family)
			}
		}
		for _, parent := range split(e.Implies) {
			if _, ok := c.entries[parent]; !ok {
				t.Errorf("%s implies %q, which does not exist", name, parent)
			}
			if reaches(c, parent, name) {
				t.Errorf("%s implies itself through %s", name, parent)
			}
		}
		for _, spelling := range append(split(e.Alias), name) {
			if owner, taken := owners[fold(spelling)]; taken && owner != name {
				t.Errorf("%q belongs to %s and to %s", spelling, owner, name)
			}
			owners[fold(spelling)] = name
		}
		if e.Since != 0 && (e.Since < 1950 || e.Since > 2026) {
			t.Errorf("%s exists since %d", name, e.Since)
		}
	}
	if n := len(c.names); n < 1000 || n > 1700 {
		t.Errorf("the catalog has %d entries", n)
	}
}

func reaches(c *Catalog, from, to string) bool {
	return from == to || slices.ContainsFunc(split(c.entries[from].Implies), func(p string) bool { return reaches(c, p, to) })
}

// guarded are English words that count only in the right context.
var guarded = strings.Fields("go rust swift spring express spark chef puppet make echo rocket warp cobra julia elm crystal dart " +
	"flask slim grape puma blade consul vault helm nomad salt terraform ray arrow flow move processing solid")

func TestShortAndOrdinaryWordsAreGuarded(t *testing.T) {
	c := Default()
	for _, name := range c.names {
		e := c.entries[name]
		free := split(e.Alias)
		if e.Exact == "" {
			free = append(free, name)
		}
		for _, spelling := range free {
			if len([]rune(spelling)) == 1 {
				t.Errorf("%s: one letter (%q) needs exact and ctx", name, spelling)
			}
		}
		if slices.Contains(guarded, strings.ToLower(name)) && e.Group != Practices && e.Exact == "" && name != "Terraform" {
			t.Errorf("%s is an ordinary word: it needs exact", name)
		}
	}
}

// TestCatalogFilesAreSorted also checks that no two files have the same technology: its
// group would be a matter of chance.
func TestCatalogFilesAreSorted(t *testing.T) {
	home := map[string]string{}
	for file := range groupFiles {
		data, err := os.ReadFile("catalog/" + file)
		if err != nil {
			t.Fatal(err)
		}
		previous := ""
		for line := range strings.Lines(string(data)) {
			key, _, ok := strings.Cut(strings.TrimPrefix(strings.ToLower(line), `"`), `" = {`)
			if !ok {
				t.Errorf("%s: not an entry: %s", file, line)
			}
			if key < previous {
				t.Errorf("%s: %q stands after %q", file, key, previous)
			}
			if other, taken := home[key]; taken {
				t.Errorf("%q stands in %s and in %s", key, other, file)
			}
			home[key] = file
			previous = key
		}
	}
}

func TestLookup(t *testing.T) {
	for spelling, want := range map[string]string{
		"postgres": "PostgreSQL", " PostgreSQL ": "PostgreSQL", "golang": "Go", "go": "Go", "k8s": "Kubernetes", "nodejs": "Node.js",
		"node": "Node.js", "Javascript": "JavaScript", "c++": "C++", "c#": "C#", "sql-server": "SQL Server", "React Native": "React Native",
		"amazon web services": "AWS", "ci/cd": "CI/CD",
	} {
		if got, ok := Default().Lookup(spelling); !ok || got.Name != want {
			t.Errorf("Lookup(%q) = %q, %v; want %q", spelling, got.Name, ok, want)
		}
	}
	if got, ok := Default().Lookup("Frobnicator"); ok {
		t.Errorf("found %v", got)
	}
}

func TestWithOwnSkills(t *testing.T) {
	c, err := Default().With("skills.toml", []byte(`"Frobnicator" = {group = "Tools", alias = "frob"}`))
	if err != nil {
		t.Fatal(err)
	}
	if got, ok := c.Lookup("FROB"); !ok || got.Name != "Frobnicator" || got.Group != Tools {
		t.Errorf("got %v", got)
	}
	if _, ok := Default().Lookup("frob"); ok {
		t.Error("the built-in catalog changed")
	}
	for text, want := range map[string]string{
		`"X" = {alias = "x"}`:                 "skills.toml: X: has no group",
		`"X" = {group = "Tools", alas = "x"}`: "skills.toml: X.alas: unknown key",
		`"X" = {group = "Tools", ctx = "x"}`:  `skills.toml: X.ctx: "x" is not known`,
		`X = `:                                "skills.toml: ",
	} {
		_, err := Default().With("skills.toml", []byte(text))
		entry, ok := errors.AsType[*EntryError](err)
		if !ok || !strings.HasPrefix(entry.Error(), want) || entry.Hint() == "" {
			t.Errorf("%s: got %v, want %s", text, err, want)
		}
	}
}

func FuzzWith(f *testing.F) {
	f.Add([]byte(`"X" = {group = "Tools", alias = "x|y z", implies = "Go"}`))
	f.Fuzz(func(t *testing.T, data []byte) {
		if c, err := Default().With("skills.toml", data); err == nil {
			c.Find("Experience with X, y-z and Go.")
		} else if fmt.Sprint(err) == "" {
			t.Error("an error without words")
		}
	})
}
