package review

import (
	"flag"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"time"

	"github.com/ghresume/ghresume/resume"
)

var update = flag.Bool("update", false, "rewrite the golden files")

// today is the current day in these tests, which ends "present".
var today = time.Date(2026, 6, 15, 0, 0, 0, 0, time.UTC)

// inputOf reads a profile as `ghresume check` does.
func inputOf(t testing.TB, source string) Input {
	t.Helper()
	p, problems := resume.ParseProfileLenient("resume.toml", []byte(source))
	if p == nil {
		t.Fatalf("no profile: %v\n%s", problems, source)
	}
	return Input{Profile: p, Problems: problems, Source: []byte(source), Now: today}
}

func breaks(found []Finding, rule string) bool {
	for _, f := range found {
		if f.Rule == rule {
			return true
		}
	}
	return false
}

// facts are what an example needs besides its profile.
var facts = map[string]func(*Input){
	"dead-link":              func(in *Input) { in.Links = map[string]resume.LinkStatus{"https://gone.example": {Code: 404}} },
	"not-tailored":           func(in *Input) { in.Postings = []string{"posting.txt"} },
	"unchecked-text":         func(in *Input) { in.MaxText = 6 },
	"parser-contact":         func(in *Input) { in.Parsed = &resume.Profile{} },
	"parser-jobs":            func(in *Input) { in.Parsed = &resume.Profile{} },
	"too-long":               func(in *Input) { in.Pages = 1.4 },
	"template-drops-section": func(in *Input) { withTemplate(in, resume.EducationSection, resume.SummarySection) },
}

func withTemplate(in *Input, sections ...resume.SectionKind) {
	in.Resume = resume.Build(in.Profile, nil)
	in.TemplateSections = sections
}

func exampleInput(t *testing.T, rule Rule, source string) Input {
	in := inputOf(t, source)
	if add := facts[rule.Name]; add != nil {
		add(&in)
	}
	return in
}

// TestExamplesOfRules runs the examples shown to users: the bad one breaks the rule, the
// good one does not.
func TestExamplesOfRules(t *testing.T) {
	for _, rule := range Rules() {
		t.Run(rule.Name, func(t *testing.T) {
			if found := Check(exampleInput(t, rule, rule.Bad)); !breaks(found, rule.Name) {
				t.Errorf("the bad example does not break the rule, only %s", broken(found))
			}
			if found := Check(exampleInput(t, rule, rule.Good)); breaks(found, rule.Name) {
				t.Errorf("the good example breaks the rule; broken are %s", broken(found))
			}
		})
	}
}

// broken names the rules of findings.
func broken(found []Finding) string {
	var names []string
	for _, f := range found {
		names = append(names, f.Rule)
	}
	return strings.Join(names, ", ")
}

// TestEveryListOfRulesIsJoined: a list that [Rules] does not join would be compiled, and
// never run.
func TestEveryListOfRulesIsJoined(t *testing.T) {
	files, err := filepath.Glob("*.go")
	if err != nil {
		t.Fatal(err)
	}
	read := func(name string) string {
		data, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		return string(data)
	}
	lists := regexp.MustCompile(`(?m)^var (\w+) = \[\]Rule\{`)
	_, join, _ := strings.Cut(read("rule.go"), "func Rules() []Rule {")
	join, _, _ = strings.Cut(join, "\n}")
	seen := 0
	for _, file := range files {
		for _, list := range lists.FindAllStringSubmatch(read(file), -1) {
			seen++
			if !regexp.MustCompile(`\b` + list[1] + `\b`).MatchString(join) {
				t.Errorf("%s: add %s to Rules in rule.go", file, list[1])
			}
		}
	}
	if seen < 20 {
		t.Errorf("only %d lists are seen", seen)
	}
}

func TestRulesAreWholeAndNamedOnce(t *testing.T) {
	seen := map[string]bool{}
	for _, rule := range Rules() {
		if seen[rule.Name] {
			t.Errorf("%s is there twice", rule.Name)
		}
		seen[rule.Name] = true
		if rule.Area == "" || rule.Severity == "" || !strings.HasSuffix(rule.Reason, ".") || strings.Contains(rule.Reason, "\n") {
			t.Errorf("%s lacks an area, a severity or a reason of one line", rule.Name)
		}
	}
}
