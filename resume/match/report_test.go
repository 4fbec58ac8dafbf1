package match

import (
	"strings"
	"testing"
	"time"
	"unicode/utf8"

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

Related: asked for, and the resume shows another for the same job
  MySQL  required  the resume shows PostgreSQL

Missing
  Ansible  required
  TDD      required (practice)
  Rust     preferred
  Kafka    preferred

What would raise the coverage most
  MySQL    +22 %  the resume shows PostgreSQL; if you know MySQL too, name it in a role or a project
  Ansible  +22 %  nothing in the profile or the account proves it: a role that names it or a repository that uses it would
  Rust     +8 %   nothing in the profile or the account proves it: a role that names it or a repository that uses it would

Also asked for
  asks 12 years of experience; your roles add up to 12
  asks 5 years of Java; your roles with Java add up to 5
  "A bachelor's degree"; the resume has MSc Computer Science
  "Fluent German"; the resume has German B2
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

func TestRankingFitsATerminal(t *testing.T) {
	long := strings.Replace(asking, "Senior Backend Engineer", "Senior Distributed Systems Reliability Platform Engineer", 1)
	text := Ranking([]Ranked{{"a/very/long/path/to/the/postings/of/this/autumn/senior-backend-engineer.txt", reportOf(t, long)}, {"b.txt", reportOf(t, "Acme\n\nWe use Go.")}})
	for line := range strings.Lines(text) {
		if n := utf8.RuneCountInString(strings.TrimRight(line, "\n")); n > 100 {
			t.Errorf("%d columns: %s", n, line)
		}
	}
	if strings.Contains(text, "0 of 0") || !strings.Contains(text, "senior-backend-engineer.txt"[8:]) {
		t.Errorf("got\n%s", text)
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
