package review

import (
	"slices"
	"strings"
	"testing"

	"github.com/ghresume/ghresume/resume"
)

// TestLostJobsAreNamedWhole checks jobs whatever letters they begin and end with.
func TestLostJobsAreNamedWhole(t *testing.T) {
	for want, source := range map[string]string{
		"test engineer at Hexagon Data": "title = \"test engineer\"\ncompany = \"Hexagon Data\"",
		"architect at Siemens at home":  "title = \"architect\"\ncompany = \"Siemens at home\"",
	} {
		p, err := resume.ParseProfile("resume.toml", []byte("name = \"Ada\"\n[[experience]]\n"+source+"\nstart = \"2020-01\"\n"))
		if err != nil {
			t.Fatal(err)
		}
		found := checkParsedJobs(&reading{Input: Input{Profile: p, Resume: resume.Build(p, nil), Parsed: &resume.Profile{}}})
		if len(found) != 1 || !strings.HasSuffix(found[0].Message, " of "+want) {
			t.Errorf("%v, want it to end with %q", found, want)
		}
	}
	if got := (job{title: "Attorney"}).what() + (job{company: "Data"}).what(); got != "AttorneyData" {
		t.Errorf("%q", got)
	}
}

// TestJobsThatAParserFinds: a role without company or start is not one "with title, company
// and dates", and a leave is not a job.
func TestJobsThatAParserFinds(t *testing.T) {
	const whole = "[[experience]]\ntitle = \"Engineer\"\ncompany = \"Engines\"\nstart = \"2020-01\"\n"
	for source, want := range map[string]string{
		whole: "A parser finds 1 of 1 job with title, company and dates",
		whole + "[[experience]]\ntitle = \"Parental leave\"\nstart = \"2019-01\"\nend = \"2019-12\"\n": "A parser finds 1 of 1 job with title, company and dates",
		whole + "[[experience]]\ntitle = \"Tester\"\nstart = \"2019-01\"\n":                            "A parser finds 1 of 2 jobs with title, company and dates",
		whole + "[[experience]]\ntitle = \"Freelance tester\"\nstart = \"2019-01\"\n":                  "A parser finds 2 of 2 jobs with title, company and dates",
		whole + "[[experience]]\ntitle = \"Tester\"\ncompany = \"Engines\"\n":                          "A parser finds 1 of 2 jobs with title, company and dates",
		"[[experience]]\ntitle = \"Elternzeit\"\nstart = \"2019-01\"\nend = \"2019-12\"\n":             "",
	} {
		p, err := resume.ParseProfile("resume.toml", []byte("name = \"Ada\"\n"+source))
		if err != nil {
			t.Fatal(err)
		}
		if got := AsParsed(Input{Profile: p, Resume: resume.Build(p, nil), Parsed: p}); got != want {
			t.Errorf("%s\n%q, want %q", source, got, want)
		}
	}
}

func TestOrderOfFields(t *testing.T) {
	fields := []string{"name", "links.github", "summary", "experience", "experience[2].title", "experience[2].highlights[9]", "experience[10].company", "skills.Tools[0]", "projects[0].name", "zoo"}
	got := slices.SortedFunc(slices.Values([]string{fields[6], fields[9], fields[1], fields[5], fields[0], fields[8], fields[3], fields[2], fields[7], fields[4]}), compareFields)
	if !slices.Equal(got, fields) {
		t.Errorf("got %q", got)
	}
}
