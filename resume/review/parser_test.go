package review

import (
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
