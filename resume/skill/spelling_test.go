package skill

import (
	"slices"
	"testing"
	"time"
)

var noon = time.Date(2026, 7, 1, 12, 0, 0, 0, time.UTC)

func TestVersionsAreNarrower(t *testing.T) {
	for text, want := range map[string]Match{
		"Experience with Java 17 and SQL": {Name: "Java", Text: "Java 17", Narrower: true},
		"Python 3.11+ on Linux":           {Name: "Python", Text: "Python 3.11+", Narrower: true},
		"C++20, CMake":                    {Name: "C++", Text: "C++20", Narrower: true},
		"Angular14 and RxJS":              {Name: "Angular", Text: "Angular14", Narrower: true},
		"PHP 8 or newer":                  {Name: "PHP", Text: "PHP 8", Narrower: true},
		"Java EE, JDK 21":                 {Name: "Java", Text: "JDK 21", Narrower: true},
		"Spark SQL, Python":               {Name: "Apache Spark", Text: "Spark SQL", Narrower: true},
		"Java 5+ years":                   {Name: "Java", Text: "Java"},
		"Java 5 to 7 years":               {Name: "Java", Text: "Java"},
		"Python 3 Jahre Erfahrung":        {Name: "Python", Text: "Python 3"},
		"Kubernetes 24/7 on call":         {Name: "Kubernetes", Text: "Kubernetes"},
		"SQL Server 2019":                 {Name: "SQL Server", Text: "SQL Server"},
		"Amazon S3, EC2":                  {Name: "Amazon S3", Text: "Amazon S3"},
		"Python 3":                        {Name: "Python", Text: "Python 3"},
		"Kafka Streams and Java":          {Name: "Kafka Streams", Text: "Kafka Streams"},
		"Visual Studio Code":              {Name: "Visual Studio Code", Text: "Visual Studio Code"},
	} {
		i := slices.IndexFunc(Default().Find(text), func(m Match) bool { return m.Name == want.Name })
		if i < 0 {
			t.Errorf("%q: no %s in %v", text, want.Name, Default().Find(text))
			continue
		}
		if got := Default().Find(text)[i]; got.Text != want.Text || got.Narrower != want.Narrower {
			t.Errorf("%q: got %+v, want %+v", text, got, want)
		}
	}
}

func TestSpells(t *testing.T) {
	for _, c := range []struct {
		text, name     string
		spells, prints bool
	}{
		{"Java", "Java", true, true},
		{"core java", "Java", true, false},
		{"Java 17", "Java", false, false},
		{"JDK", "Java", false, false},
		{"PostgreSQL 15", "PostgreSQL", false, false},
		{"k8s", "Kubernetes", true, true},
		{"K8S", "Kubernetes", true, false},
		{"Golang", "Go", true, true},
		{"JS", "JavaScript", true, false},
		{"Springboot", "Spring Boot", true, false},
		{"S3", "Amazon S3", true, false},
		{"nodejs", "Node.js", true, false},
	} {
		got, ok := Default().Lookup(c.text)
		if !ok || got.Name != c.name || got.Spells(c.text) != c.spells || got.Prints(c.text) != c.prints {
			t.Errorf("%q: got %q, spells %v, prints %v", c.text, got.Name, got.Spells(c.text), got.Prints(c.text))
		}
	}
}

// TestSpellingsInPrintAreFew checks that the allowlist is short and has only spellings.
func TestSpellingsInPrintAreFew(t *testing.T) {
	n := 0
	for _, known := range Default().All() {
		e := Default().entries[known.Name]
		n += len(known.Equal)
		for _, spelling := range known.Equal {
			if !slices.ContainsFunc(append(split(e.Alias), split(e.Exact)...), func(s string) bool { return fold(s) == fold(spelling) }) {
				t.Errorf("%s: %q is not among its spellings", known.Name, spelling)
			}
		}
	}
	if n > 20 {
		t.Errorf("%d spellings may be taken over from a posting", n)
	}
}

// TestNarrowerIsNoSpelling checks that versions and parts find their technology, but are
// not spellings of it.
func TestNarrowerIsNoSpelling(t *testing.T) {
	for name, e := range Default().entries {
		for _, text := range split(e.Narrower) {
			known, ok := Default().Lookup(text)
			if !ok || known.Name != name || known.Spells(text) {
				t.Errorf("%s: %q finds %q", name, text, known.Name)
			}
		}
	}
}

// TestToolsNamedLikeLanguages checks that such tools are proven by their files, although
// the bytes of such a language do not count.
func TestToolsNamedLikeLanguages(t *testing.T) {
	for name, facts := range map[string][]Fact{
		"CMake":      Default().FileFacts([]string{"CMakeLists.txt"}),
		"Meson":      Default().FileFacts([]string{"meson.build"}),
		"Nix":        Default().FileFacts([]string{"flake.nix"}),
		"Bicep":      Default().FileFacts([]string{"infra/main.bicep"}),
		"Slim":       ReadManifest("composer.json", []byte(`{"require":{"slim/slim":"^4"}}`)),
		"Twig":       ReadManifest("composer.json", []byte(`{"require":{"twig/twig":"^3"}}`)),
		"Handlebars": ReadManifest("package.json", []byte(`{"dependencies":{"handlebars":"^4"}}`)),
	} {
		skills := Default().Infer([]Repository{{Name: "a/b", Share: 1, Facts: facts, Languages: map[string]int64{"CMake": 9000}}}, noon, Choice{})
		if !slices.ContainsFunc(skills, func(s Skill) bool { return s.Name == name && s.Proven }) {
			t.Errorf("%s is not claimed from %v", name, facts)
		}
	}
}
