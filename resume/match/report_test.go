package match

import (
	"strings"
	"testing"
	"time"

	"github.com/ghresume/ghresume/resume"
	"github.com/ghresume/ghresume/resume/skill"
)

// kim returns a resume with two roles, a degree and a language.
func kim() *resume.Resume {
	return resume.BuildAll(&resume.Profile{
		Name: "Kim Park", Skills: map[string][]string{"Languages": {"Go", "Java"}, "Tools": {"Terraform", "GitHub Actions"}},
		Experience: []resume.Experience{
			{Title: "Engineer", Company: "Brook", Start: resume.Date{Year: 2020, Month: 3}, End: resume.Date{Present: true}, Skills: []string{"Go", "PostgreSQL"}},
			{Title: "Developer", Company: "Mole", Start: resume.Date{Year: 2014, Month: 1}, End: resume.Date{Year: 2019, Month: 7}, Skills: []string{"Java"}},
		},
		Education: []resume.Education{{Degree: "MSc Computer Science", Institution: "Lund", End: resume.Date{Year: 2013}}},
		Languages: []resume.Language{{Name: "German", Fluency: "B2"}},
	}, nil, skill.Default())
}

const asking = `# Senior Backend Engineer (Go)

Location: Lund, Sweden (hybrid)

## Nice to have
- Rust
- Kafka

## Requirements
- 5 years of Java
- 12 years of experience
- Go, C++ or Kotlin
- Ansible
- MySQL
- CI/CD and TDD
- A bachelor's degree
- Fluent German
`

func reportOf(t *testing.T, posting string) *Report {
	t.Helper()
	full := kim()
	claims := NewInventory(full, full, nil, skill.Default())
	claims.Until(time.Date(2026, 7, 1, 0, 0, 0, 0, time.UTC))
	return claims.Cover(ParsePosting(posting, skill.Default()))
}

func TestReportAnswersAPerson(t *testing.T) {
	const want = `Senior Backend Engineer (Go): 42 % (required 2 of 4, preferred 0 of 2); practices 0 of 2

Shown in the resume
  Go    required, or C++, Kotlin    experience at Brook; skills
  Java  required, 5 years           experience at Mole; skills

Provable, but not shown: bring it in
  CI/CD  required (practice)  GitHub Actions shows it: say so where you used it

Related: the resume shows another for the same job
  MySQL  required  the resume shows PostgreSQL

Missing
  Ansible  required
  TDD      required (practice)
  Rust     preferred
  Kafka    preferred

What would raise the coverage most
  MySQL    +22 %  the resume shows PostgreSQL; if you know MySQL too, name it in a role or a project
  Ansible  +22 %  nothing proves it yet: a role that names it would, or a repository with the file ansible.cfg
  Rust     +8 %   nothing proves it yet: a role that names it would, or a repository with code in Rust

Also asked for
  asks for 12 years of experience; your roles add up to 12
  asks for 5 years of Java; your roles with Java add up to 5
  "A bachelor's degree"; the resume has MSc Computer Science
  asks for German; the resume has German B2
  place: Lund, Sweden (hybrid)
`
	got := reportOf(t, asking).Text(false)
	if squeezed(got) != squeezed(want) {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}

// squeezed reduces the padding of tables to one space.
func squeezed(s string) string {
	var lines []string
	for line := range strings.Lines(s) {
		lines = append(lines, strings.Join(strings.Fields(line), " "))
	}
	return strings.Join(lines, "\n")
}

func TestReportSaysWhenNothingIsAsked(t *testing.T) {
	r := reportOf(t, "Acme\n\nOur stack: Go, Kafka, Redis.")
	if got := r.Text(true); !strings.Contains(got, "no requirements were recognized; the resume shows 1 of 3 technologies named") || strings.Contains(got, "0 of 0") {
		t.Errorf("got\n%s", got)
	}
	if r.Percent != 33 || r.Rank() >= 0 {
		t.Errorf("%d %%, rank %d", r.Percent, r.Rank())
	}
}

// TestRankingFitsATerminal measures the lines in columns: a Chinese character takes two.
func TestRankingFitsATerminal(t *testing.T) {
	long := strings.Replace(asking, "Senior Backend Engineer", "Senior Distributed Systems Reliability Platform Engineer", 1)
	far := "# 高级分布式系统后端开发工程师（平台基础设施方向）\n\n# 任职要求\n\n- 精通Java\n- Erlang、Elixir、Haskell、Clojure、OCaml\n"
	for _, columns := range []int{0, 60, 72, 80, 99, 100, 250} {
		text := Ranking([]Ranked{
			{"a/very/long/path/to/the/postings/of/this/autumn/senior-backend-engineer.txt", reportOf(t, long)},
			{"面试/非常有意思的公司的招聘启事/后端开发工程师.txt", reportOf(t, far)},
			{"b.txt", reportOf(t, "Acme\n\nWe use Go.")},
		}, columns)
		for line := range strings.Lines(text) {
			if n := cells(strings.TrimRight(line, "\n")); n > min(max(columns, 60), 100) {
				t.Errorf("%d of %d columns: %s", n, columns, line)
			}
		}
		if strings.Contains(text, "0 of 0") || !strings.Contains(text, "neer.txt") || !strings.Contains(text, "\n? no technology") {
			t.Errorf("got\n%s", text)
		}
	}
}

// TestRankingAlignsColumns finds each title at the same column.
func TestRankingAlignsColumns(t *testing.T) {
	text := Ranking([]Ranked{
		{"jobs/招聘.txt", reportOf(t, "# Go Developer\n\n## Requirements\n- Go")},
		{"jobs/second.txt", reportOf(t, "# Go Engineer\n\n## Requirements\n- Go")},
	}, 100)
	if strings.Contains(text, "jobs/") {
		t.Errorf("the folder that both share is repeated:\n%s", text)
	}
	lines := strings.Split(text, "\n")
	if a, b := cells(lines[1][:strings.Index(lines[1], "Go D")]), cells(lines[2][:strings.Index(lines[2], "Go E")]); a != b {
		t.Errorf("titles at columns %d and %d:\n%s", a, b, text)
	}
}

// TestUnmetAlternativesAreListedOnce lists the closest of them only.
func TestUnmetAlternativesAreListedOnce(t *testing.T) {
	r := reportOf(t, "# Engineer\n\n## Requirements\n- Jakarta EE or Haskell\n- PHP")
	r.Skills[0].Status, r.Skills[0].Proof = Provable, []string{"kim/shop: pom.xml"}
	if got := r.Of(Missing); len(got) != 1 || got[0].Name != "PHP" {
		t.Errorf("missing: %v", got)
	}
}

// TestStackCountsIfNothingIsAsked rates a posting that only tells its stack by that, not by
// a practice.
func TestStackCountsIfNothingIsAsked(t *testing.T) {
	r := reportOf(t, "# Platform Engineer\n\nOur stack: Go, Java, Ansible, Terraform\n\n## Requirements\n- TDD")
	if got := r.Summary(); r.Percent != 75 || got != "no technology is asked for; the resume shows 3 of 4 technologies named; practices 0 of 1" {
		t.Errorf("%d %%: %s", r.Percent, got)
	}
}

// TestNearLanguagesAreToldApartAlike: of two languages that are as likely, the same one is
// named each time.
func TestNearLanguagesAreToldApartAlike(t *testing.T) {
	text := "Go-udvikler\n\nVi har og du har erfaring som er til\n- det du har av Go og Java\n- det du har af Docker og Linux"
	want := reportOf(t, text).Foreign
	if want != "Danish" && want != "Norwegian" {
		t.Fatalf("the posting is in %q", want)
	}
	for range 50 {
		if got := reportOf(t, text).Foreign; got != want {
			t.Fatalf("%s, then %s", want, got)
		}
	}
}

// TestForeignPostingsAreNotRated says so where the headings are not known, and takes no
// demand from the title.
func TestForeignPostingsAreNotRated(t *testing.T) {
	for want, text := range map[string]string{
		"Turkish": "Kıdemli Go Mühendisi\n\nAranan özellikler\n- En az 4 yıl Go ve Java deneyimi\n- Docker ile çalışma\n- iyi derecede İngilizce\n- Terraform bilgisi için bir artı",
		"Swedish": "Go-utvecklare till Lund\n\nVi söker dig som har\n- minst fyra års erfarenhet av Go eller Java\n- goda kunskaper i Terraform och Ansible",
		"Czech":   "Vývojář Go\n\nCo od tebe čekáme\n- min. 4 roky praxe s Go nebo Java\n- znalost Terraform nebo Ansible\n- práce v týmu je pro nás důležitá",
		"Korean":  "백엔드 개발자 (Go)\n\n자격 요건\n- Go 또는 Java 개발 경험\n- Terraform을 사용한 경험",
	} {
		r := reportOf(t, text)
		if got := r.Text(false); r.Foreign != want || !strings.Contains(got, "The posting is in "+want) || r.Coverage.asksTechnology() || r.Coverage.Mentioned.Met < 3 {
			t.Errorf("%s: %s", want, got)
		}
	}
	for _, text := range advertisements {
		if r := reportOf(t, text); r.Foreign != "" {
			t.Errorf("%s: %s", r.Foreign, text)
		}
	}
}

// TestAdviceBeginsWithWhatMatters names the technology of the title and those that the
// posting repeats, not the first of equals.
func TestAdviceBeginsWithWhatMatters(t *testing.T) {
	r := reportOf(t, "# Elixir Engineer\n\n## Requirements\n- Experience with Windows\n- Experience with Ansible\n- Redis\n- Puppet\n- Elixir\n\n## What you do\n- Keep Redis fast\n- Shard Redis")
	var names []string
	for _, a := range r.Advice {
		names = append(names, a.Skill)
	}
	if got := strings.Join(names, ", "); got != "Elixir, Redis, Ansible" {
		t.Errorf("got %s", got)
	}
}

// TestDeclinedNamesAreNotSpellings does not ask the user to write a name in the genitive.
func TestDeclinedNamesAreNotSpellings(t *testing.T) {
	r := reportOf(t, "# Tester\n\n## Wymagania\n- dobra znajomość Javy\n- znajomość Golanga")
	for _, s := range r.Skills {
		if s.Name == "Java" && (s.Status != Shown || s.Wording) {
			t.Errorf("%+v", s)
		}
	}
	for text, want := range map[string]bool{"Dockera": true, "Javie": true, "Golang": false, "k8s": false, "Postgres": false, "NodeJS": false, "Java": true} {
		name := map[string]string{"Dockera": "Docker", "Javie": "Java", "Golang": "Go", "k8s": "Kubernetes", "Postgres": "PostgreSQL", "NodeJS": "Node.js", "Java": "Java"}[text]
		if got := isInflected(text, name); got != want {
			t.Errorf("%s of %s: %v", text, name, got)
		}
	}
}

// TestOnlyHumanLanguagesAndDegreesAreQuoted reads texts that only look like a language or a degree.
func TestOnlyHumanLanguagesAndDegreesAreQuoted(t *testing.T) {
	for text, want := range map[string]string{
		"Fluent English (C1) and good German":                     "asks for English (C1), German; the resume has German B2",
		"Verhandlungssichere Deutsch- und Englischkenntnisse":     "asks for German, English; the resume has German B2",
		"Biegła znajomość języka angielskiego na poziomie B2":     "asks for English (B2); the resume has German B2",
		"Excellent skills to polish a user interface":             "",
		"Spoken Dutch is not required":                            "",
		"You are a Scrum Master with good knowledge of Go":        "",
		"A high degree of autonomy and strong knowledge of Go":    "",
		"Gute Kenntnisse in Go, egal wo du lebst":                 "",
		"A degree in computer science, good knowledge of testing": `"A degree in computer science, good knowledge of testing"; the resume has MSc Computer Science`,
	} {
		r := reportOf(t, "# Go Engineer\n\n## Requirements\n- Go\n- "+text)
		var got []string
		got = append(append(got, r.degreeText()...), r.speakText()...)
		if strings.Join(got, "; ") != want {
			t.Errorf("%s: %q, want %q", text, got, want)
		}
	}
}

// TestYearsCountOverlapsOnce adds up concurrent roles.
func TestYearsCountOverlapsOnce(t *testing.T) {
	for _, c := range []struct {
		spans []months
		want  int
	}{
		{nil, 0},
		{[]months{{0, 12}}, 1},
		{[]months{{0, 11}}, 0},
		{[]months{{0, 24}, {12, 36}}, 3},
		{[]months{{24, 36}, {0, 12}, {6, 9}}, 2},
	} {
		if got := years(c.spans); got != c.want {
			t.Errorf("%v: %d years, want %d", c.spans, got, c.want)
		}
	}
}
