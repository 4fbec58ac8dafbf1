package convert_test

import (
	"testing"

	"github.com/ghresume/ghresume/convert"
	"github.com/ghresume/ghresume/resume"
)

// TestRolesOfOtherLanguages: the words of a title distinguish it from the company beside it.
func TestRolesOfOtherLanguages(t *testing.T) {
	for title, company := range map[string]string{
		"Analista": "Olivar Consultores", "Analist": "Delta Consulting", "Estagiária": "Rede Developers",
	} {
		profile, err := resume.ParseProfile("own.toml", []byte("name = \"Wei Zhang\"\n"+
			"[[experience]]\ntitle = \""+title+"\"\ncompany = \""+company+"\"\nstart = \"2020-08\"\nend = \"2024-02\"\nhighlights = [\"Built a stream of 3 TB a day\"]\n"))
		if err != nil {
			t.Fatal(err)
		}
		imported, err := convert.Read("resume.pdf", rendered(t, profile, "resume.pdf"))
		if err != nil {
			t.Fatal(err)
		}
		if got := imported.Profile.Experience; len(got) != 1 || got[0].Title != title || got[0].Company != company {
			t.Errorf("%s at %s is read as %+v", title, company, got)
		}
	}
}
