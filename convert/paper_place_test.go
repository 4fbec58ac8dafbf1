package convert_test

import (
	"testing"

	"github.com/ghresume/ghresume/convert"
	"github.com/ghresume/ghresume/resume"
)

// TestPlaceOfOneName: a city or country alone behind the title is the location; a skill
// or a second role there is not.
func TestPlaceOfOneName(t *testing.T) {
	for printed, want := range map[string]string{
		"Singapore": "Singapore", "Hannover": "Hannover", "New York City": "New York City", "Remote": "Remote",
		"Kubernetes": "", "Blogger": "", "Team Lead": "", "MBA": "",
	} {
		for _, ending := range []string{"pdf", "docx"} {
			profile, err := resume.ParseProfile("own.toml", []byte("name = \"Wei Zhang\"\ntitle = \"Data Engineer\"\nlocation = \""+printed+"\"\n"+
				"[[experience]]\ntitle = \"Data Engineer\"\ncompany = \"Harbourline\"\nstart = \"2020-08\"\nend = \"2024-02\"\nhighlights = [\"Built a stream of 3 TB a day\"]\n"))
			if err != nil {
				t.Fatal(err)
			}
			imported, err := convert.Read("resume."+ending, rendered(t, profile, "resume."+ending))
			if err != nil {
				t.Fatal(err)
			}
			if got := imported.Profile; got.Location != want || want != "" && got.Title != "Data Engineer" {
				t.Errorf("%s: %q is read as title %q at %q", ending, printed, got.Title, got.Location)
			}
		}
	}
}
