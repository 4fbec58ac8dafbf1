package match

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/BurntSushi/toml"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/unicode"

	"github.com/ghresume/ghresume/internal/doctext"
	"github.com/ghresume/ghresume/internal/safe"
	"github.com/ghresume/ghresume/resume/skill"
)

// annotation is what a posting of testdata asks for.
type annotation struct {
	Required, Preferred, Mentioned []string
	AnyOf                          [][]string `toml:"any_of"`
	Years                          map[string]int
}

func (a annotation) levels() map[string]Level {
	out := map[string]Level{}
	for level, names := range map[Level][]string{Required: a.Required, Preferred: a.Preferred, Mentioned: a.Mentioned} {
		for _, name := range names {
			out[name] = level
		}
	}
	return out
}

func annotations(t *testing.T) map[string]annotation {
	t.Helper()
	var out map[string]annotation
	if _, err := toml.DecodeFile("testdata/postings/want.toml", &out); err != nil {
		t.Fatal(err)
	}
	return out
}

func read(t testing.TB, path string) *Posting {
	t.Helper()
	data, err := os.ReadFile(filepath.FromSlash(path))
	if err != nil {
		t.Fatal(err)
	}
	text, err := ExtractText(data)
	if err != nil {
		t.Fatal(err)
	}
	return ParsePosting(text, skill.Default())
}

// TestAnnotatedPostings measures the reader on the postings of testdata. One mistake in
// fifty is allowed, so that a new trap can be added before it is solved.
func TestAnnotatedPostings(t *testing.T) {
	found, extra, missed, wrong := 0, 0, 0, 0
	for file, want := range annotations(t) {
		p := read(t, "testdata/postings/"+file)
		levels := want.levels()
		for _, a := range p.Skills {
			level, asked := levels[a.Name]
			delete(levels, a.Name)
			switch {
			case a.Group == skill.Practices:
			case !asked:
				extra++
				t.Logf("%s: %s is not there (%s)", file, a.Name, a.Text)
			case level != a.Level:
				wrong++
				t.Logf("%s: %s is %s, want %s", file, a.Name, a.Level, level)
				fallthrough
			default:
				found++
			}
			if years := want.Years[a.Name]; years > 0 && years != a.Years {
				t.Errorf("%s: %d years of %s, want %d", file, a.Years, a.Name, years)
			}
		}
		for name := range levels {
			missed++
			t.Logf("%s: %s is missed", file, name)
		}
		checkGroups(t, file, p, want.AnyOf)
	}
	t.Logf("precision %.3f, recall %.3f, level right %.3f of %d", share(found, found+extra), share(found, found+missed), share(found-wrong, found), found)
	if extra+missed+wrong > found/50 {
		t.Errorf("%d extra, %d missed, %d at a wrong level of %d", extra, missed, wrong, found)
	}
}

func share(n, of int) float64 { return float64(n) / float64(of) }

func checkGroups(t *testing.T, file string, p *Posting, want [][]string) {
	t.Helper()
	got := map[int][]string{}
	for _, a := range p.Skills {
		if a.AnyOf > 0 {
			got[a.AnyOf] = append(got[a.AnyOf], a.Name)
		}
	}
	for _, group := range want {
		if !slices.ContainsFunc([][]string{got[1], got[2], got[3]}, func(g []string) bool { return slices.Equal(g, group) }) {
			t.Errorf("%s: no group %v, but %v", file, group, got)
		}
	}
	if len(got) != len(want) {
		t.Errorf("%s: groups %v, want %v", file, got, want)
	}
}

func TestReadSaysWhatElseIsAsked(t *testing.T) {
	p := read(t, "testdata/postings/07-orbit.txt")
	if p.Title != "Staff Engineer, Data Platform" || p.Seniority != "staff" || p.Years != 8 || len(p.Education) != 1 {
		t.Errorf("got %+v", p)
	}
	if p := read(t, "testdata/postings/02-clinic.md"); p.Title != "Python Developer" || len(p.Languages) != 1 || !strings.Contains(p.Languages[0], "German") {
		t.Errorf("got %+v", p)
	}
}

func TestLevels(t *testing.T) {
	for sentence, want := range map[string]Level{
		"Requirements:\nRust is a plus":                         Preferred,
		"Requirements:\nRust":                                   Required,
		"Requirements:\nGo is required, Rust is a plus":         Preferred,
		"Requirements:\nGo (Rust is nice to have)":              Preferred,
		"Requirements:\nIdeally Rust":                           Preferred,
		"Requirements:\nGo, preferably with Rust":               Preferred,
		"Requirements:\nNo Java experience needed, but Rust":    Required,
		"Requirements:\nRust is not required":                   Mentioned,
		"Requirements:\nWe do not expect Rust":                  Mentioned,
		"Nice to have:\nRust is a must":                         Required,
		"Responsibilities:\nWrite Rust":                         Mentioned,
		"Requirements:\nGo\nOur tech stack:\nRust":              Mentioned,
		"We want 3 years of experience with Rust.":              Required,
		"Requirements:\nBonus points for Rust, knowledge of Go": Preferred,

		"Requirements:\nTech stack proficiency: hands-on experience with Rust": Required,
		"Requirements:\n- Go\n\nBrook Ltd is the leading provider of pumps. Since 1990 its engineers, of whom forty write Rust, ship new models to all the mills of the north each spring.": Mentioned,
		"We are looking for an engineer with deep knowledge of Rust.\n\nRequirements:\n- Go":                                                                                                Required,
		"Responsibilities:\n- 5+ years of Rust\n- Write services\n\nRequirements:\n- Go":                                                                                                    Required,
		"Requirements:\n- Experience with systems languages (our engine is written in Rust)":                                                                                                Mentioned,
		"Requirements:\n- Services written in Rust (preferred) or Go":                                                                                                                       Required,
		"Requirements:\n- Cloud – preferably Azure – and experience with Rust":                                                                                                              Required,
		"Requirements:\n- A certificate (AWS, Rust) would be a plus":                                                                                                                        Preferred,
		"Requirements:\n- Ideally (but not necessarily) Rust":                                                                                                                               Preferred,
		"Requirements:\n- Preferably in systems languages (Rust, Zig)":                                                                                                                      Preferred,
		"Requirements:\n- Go (ideally with Zig) and Rust":                                                                                                                                   Required,
		"What we offer as a bonus:\n- Rust courses\n\nRequirements:\n- Go":                                                                                                                  "",
		"Aufgaben:\n- Du bist für unsere Dienste in Rust verantwortlich\n\nProfil:\n- Go":                                                                                                   Mentioned,
		"The ideal candidate has a background in networks. Basic skills such as Zig, Go, Rust.\n\nRequirements:\n- C++":                                                                     Required,
		"Requirements:\n**●** Strong C++ **●** Rust a plus":                                                                                                                                 Preferred,
		"Benefits:\n- A bicycle\nDental plan (optional)\nWe teach everybody:\nRust":                                                                                                         "",
	} {
		p := ParsePosting("Engineer\n\n"+sentence, skill.Default())
		i := slices.IndexFunc(p.Skills, func(a Asked) bool { return a.Name == "Rust" })
		if want == "" && i >= 0 || want != "" && (i < 0 || p.Skills[i].Level != want) {
			t.Errorf("%q: got %+v, want Rust %s", sentence, p.Skills, want)
		}
	}
}

func TestAlternatives(t *testing.T) {
	for sentence, want := range map[string]int{
		"Experience with (Go/Java/Kotlin)":                  3,
		"Experience with (Go, Java and Kotlin)":             0,
		"Front end (React, HTML, CSS, etc)":                 0,
		"Databases (MySQL, PostgreSQL, etc)":                2,
		"Written in Java (preferred) and/or Ruby":           2,
		"Kenntnisse in Java, Kotlin oder Scala":             3,
		"Une base de données telle que MySQL ou PostgreSQL": 2,
	} {
		got := 0
		for _, a := range ParsePosting("Engineer\n\nRequirements:\n- "+sentence, skill.Default()).Skills {
			if a.AnyOf > 0 {
				got++
			}
		}
		if got != want {
			t.Errorf("%q: %d alternatives, want %d", sentence, got, want)
		}
	}
}

// TestAloneInItsClause checks that an ordinary word that fills a bullet is the
// technology.
func TestAloneInItsClause(t *testing.T) {
	p := ParsePosting("Engineer\n\nRequirements:\n- Spark\n- Lambda, a plus\n- Go", skill.Default())
	var names []string
	for _, a := range p.Skills {
		names = append(names, a.Name)
	}
	if got := strings.Join(names, ", "); got != "Apache Spark, AWS Lambda, Go" {
		t.Error(got)
	}
}

// TestOrdinaryWords checks words of other languages and of offices that are spelled like
// technologies.
func TestOrdinaryWords(t *testing.T) {
	for _, text := range []string{
		"Un bureau avec une superbe vue sur les montagnes", "A valid passport is needed", "You work at the assembly line", "a confluence of ideas",
	} {
		if p := ParsePosting("Engineer\n\nRequirements:\n- "+text, skill.Default()); len(p.Skills) > 0 {
			t.Errorf("%q: %+v", text, p.Skills)
		}
	}
}

func TestNoiseAddsNothing(t *testing.T) {
	for _, text := range []string{
		"Engineer\nMetabase\n\nAbout Metabase\nMetabase makes dashboards.",
		"Engineer\n\nBenefits\n- Java and Python courses",
		"Engineer\n\nEqual opportunity\nWe hire without regard to Rust.",
		"Engineer\n\nWhat we offer:\n- Excel, Slack and Notion",
	} {
		if p := ParsePosting(text, skill.Default()); len(p.Skills) > 0 {
			t.Errorf("%q: got %+v", text, p.Skills)
		}
	}
}

func TestTextKnowsEncodingsAndHTML(t *testing.T) {
	latin1, _ := charmap.Windows1252.NewEncoder().String("Café – Go")
	utf16, _ := unicode.UTF16(unicode.LittleEndian, unicode.UseBOM).NewEncoder().String("Café – Go")
	for name, data := range map[string]string{
		"UTF-8": "Café – Go", "BOM": "\ufeffCafé – Go", "UTF-16": utf16, "Windows-1252": latin1,
		"declared": "<html><head><meta charset=windows-1252></head><body><p>" + latin1 + "</p></body></html>",
	} {
		if got, err := ExtractText([]byte(data)); err != nil || strings.TrimSpace(got) != "Café – Go" {
			t.Errorf("%s: got %q, %v", name, got, err)
		}
	}
	got, err := ExtractText([]byte("<div><h2>Must</h2><ul><li>Go<li>SQL</ul><script>Java</script></div>"))
	if want := "## Must\n\n- Go\n\n- SQL"; err != nil || strings.TrimSpace(got) != want {
		t.Errorf("got %q, want %q, %v", got, want, err)
	}
	for _, data := range []string{"", " \n", "GIF89a\x00\x00", strings.Repeat("x", MaxSize+1)} {
		if _, err := ExtractText([]byte(data)); err == nil {
			t.Errorf("%.10q is taken for a posting", data)
		}
	}
	if MaxSize != doctext.MaxSize {
		t.Errorf("MaxSize is %d, but files of %d bytes are read", MaxSize, doctext.MaxSize)
	}
}

// FuzzRead checks arbitrary text: nothing panics, every skill comes from the text, and
// reading it again gives the same result.
func FuzzRead(f *testing.F) {
	files, err := filepath.Glob("testdata/postings/*.*")
	if err != nil {
		f.Fatal(err)
	}
	for _, file := range files {
		data, err := os.ReadFile(file)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(data)
	}
	f.Add([]byte("Requirements\n- Rus\x7ft"))
	f.Add([]byte("<html><li>Go or\xff Rust (preferred)<p>5+ years of Go; no Java needed"))
	f.Fuzz(func(t *testing.T, data []byte) {
		text, err := ExtractText(data)
		if err != nil || len(text) > 1024 { // its growth has a test of its own
			return
		}
		p := ParsePosting(text, skill.Default())
		for _, a := range p.Skills {
			if !strings.Contains(text, a.Text) && !strings.Contains(safe.Text(text), a.Text) {
				t.Fatalf("%q is not in the text", a.Text)
			}
		}
		if len(text) > 128 {
			return
		}
		if q := ParsePosting(text, skill.Default()); len(q.Skills) != len(p.Skills) {
			t.Fatal("a second reading differs")
		}
	})
}

// TestPlaces finds the place of work and how much of the work is done there.
func TestPlaces(t *testing.T) {
	for text, want := range map[string]string{
		"# Tester\n\nLieu : Brest, télétravail partiel. Contrat : CDI\n\nGo":                     "Brest, hybrid",
		"# Tester\n\nSede: Trento – Smart working 2 giorni a settimana":                          "Trento, hybrid",
		"Tester | Porto or remote | Full-time\n\nGo":                                             "Porto, remote",
		"Heron (Berlin, Germany)\n\nTester\n\n3 days a week in our office":                       "Berlin, hybrid",
		"# Tester\n\nBased anywhere, fully remote. We have a 4-day week.":                        ", remote",
		"Vacancy\n\nPosition Title\n\nTester\n\nDuty Station\n\nBend, Oregon (hybrid)":           "Bend, Oregon, hybrid",
		"# Tester\n\n**Team:** Maps · **Where:** Lyon · **Pay:** 50k":                            "Lyon, ",
		"Tester\nHeron Ltd, Leeds. Remote within the UK.":                                        "Leeds, remote",
		"# Tester\n\nUbicación: Lima o remoto":                                                   "Lima, remote",
		"Softwaretester (m/w/d) in Leipzig\n\nGo":                                                "Leipzig, ",
		"# Tester\n\nDingle · hybrid · permanent\n\nGo":                                          "Dingle, hybrid",
		"Für unseren Standort in Hamburg suchen wir zum nächstmöglichen Zeitpunkt einen Tester.": "Hamburg, ",
		"# Tester\n\nKöln | bis zu 60 % Homeoffice":                                              "Köln, hybrid",
		"【募集職種】テスター\n【勤務地】大阪市(リモート可)":                                                            "大阪市, remote",
	} {
		if p := ParsePosting(text, skill.Default()); p.Place+", "+p.Remote != want {
			t.Errorf("%q: got %q, %q, want %q", text, p.Place, p.Remote, want)
		}
	}
}

// TestDegreesThatAreNotAskedFor are not printed as demands.
func TestDegreesThatAreNotAskedFor(t *testing.T) {
	for text, want := range map[string]int{
		"A PhD is neither required nor held against you.": 0,
		"Einen Abschluss verlangen wir nicht.":            0,
		"No es necesario título universitario.":           0,
		"You do not need a degree.":                       0,
		"A bachelor's degree or equivalent experience":    1,
		"No cover letter or degree required.":             0,
		"No diploma or degree asked for.":                 0,
		"Kein Studium erforderlich.":                      0,
		"Aucun diplôme exigé.":                            0,
		"Er is geen diploma nodig.":                       0,
		"A degree isn't something we look at.":            0,
		"BS/MS in Physics, or the equivalent in practice": 1,
		"B.E/B.Tech from any university":                  1,
		"Latency below 5 ms in MS SQL, no BS":             0,
	} {
		if p := ParsePosting("# Tester\n\n## Requirements\n- Python\n- "+text, skill.Default()); len(p.Education) != want {
			t.Errorf("%q: %q", text, p.Education)
		}
	}
}

func TestTitles(t *testing.T) {
	for text, want := range map[string]string{
		"# Senior Developer - Full Stack - Nutrition\n\nGo":                         "Senior Developer - Full Stack - Nutrition",
		"# Backend Developer - Dot Net - C#\n\nGo":                                  "Backend Developer - Dot Net - C#",
		"# Developer – Full-time – Remote\n\nGo":                                    "Developer",
		"# Infrastructure Engineer, Multi-Cloud (Ireland - Remote)\n\nGo":           "Infrastructure Engineer, Multi-Cloud",
		"# .NET Developer\n\nGo":                                                    ".NET Developer",
		"# Senior Tester (K/M/*)\n\nGo":                                             "Senior Tester (K/M/*)",
		"Test engineer wanted (part-time, 20h)\n\nGo":                               "Test engineer",
		"Test Engineer, remote or Berlin\n\nGo":                                     "Test Engineer",
		"Test Engineer, Remote Sensing\n\nGo":                                       "Test Engineer, Remote Sensing",
		"Testentwickler:in, 80–100 %\n\nGo":                                         "Testentwickler:in",
		"【募集職種】テスター(Go)":                                                            "テスター(Go)",
		"# Team Lead Data (m/f/x) onsite or remote in Austria\n\nGo":                "Team Lead Data (m/f/x)",
		"Weichensteller Plattform (m/w/d)\n\nMurtal AG sucht einen Lead Developer.": "Weichensteller Plattform (m/w/d)",
	} {
		if got := ParsePosting(text, skill.Default()).Title; got != want {
			t.Errorf("%q: got %q, want %q", text, got, want)
		}
	}
}
