package convert_test

import (
	"bytes"
	"strings"
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

// strangersPDF prints a profile so that import does not know whose file it is.
func strangersPDF(t *testing.T, source string) *resume.Profile {
	t.Helper()
	profile, err := resume.ParseProfile("own.toml", []byte(source))
	if err != nil {
		t.Fatal(err)
	}
	data := bytes.Replace(rendered(t, profile, "resume.pdf"), []byte("/Producer (ghresume)"), []byte("/Producer (somebody)"), 1)
	imported, err := convert.Read("resume.pdf", data)
	if err != nil {
		t.Fatal(err)
	}
	return imported.Profile
}

// TestCompaniesWithWordsForRoles: a hospital of specialists is not a role.
func TestCompaniesWithWordsForRoles(t *testing.T) {
	for title, company := range map[string]string{
		"Midwife": "Mother of Christ Specialist Hospital", "Ward Sister": "Research Clinic of Leeds",
		"University Lecturer": "Harbourline", "Nurse": "Teachers Hospital",
	} {
		got := strangersPDF(t, "name = \"Wei Zhang\"\n[[experience]]\ntitle = \""+title+"\"\ncompany = \""+company+"\"\nlocation = \"Enugu\"\nstart = \"2020-08\"\nend = \"2024-02\"\nhighlights = [\"Built a stream of 3 TB a day\"]\n").Experience
		if len(got) != 1 || got[0].Title != title || got[0].Company != company {
			t.Errorf("%s at %s is read as %+v", title, company, got)
		}
	}
}

// TestTitlesWithCommas: where the company has a row of its own, a comma is part of the title.
func TestTitlesWithCommas(t *testing.T) {
	for title, company := range map[string]string{
		"SRE, contract": "Liffey Insurance", "Registered Nurse, Emergency Department": "Hutt Hospital", "Maintainer, fjordgrid (40 %)": "NumFOCUS",
		"Engineer, Payments, part-time": "Elbtal Software, Inc.",
	} {
		got := strangersPDF(t, "name = \"Wei Zhang\"\n[[experience]]\ntitle = \""+title+"\"\ncompany = \""+company+"\"\nlocation = \"Galway\"\nstart = \"2020-08\"\nend = \"2024-02\"\nhighlights = [\"Built a stream of 3 TB a day\"]\n").Experience
		if len(got) != 1 || got[0].Title != title || got[0].Company != company || got[0].Location != "Galway" {
			t.Errorf("%s at %s is read as %+v", title, company, got)
		}
	}
}

// TestLastLinesOfBullets: a bullet's last line is part of it wherever the line before ends.
func TestLastLinesOfBullets(t *testing.T) {
	for words := range 12 {
		bullet := "Split the settlement batch into 14 services with Spring Boot" + strings.Repeat(" now", words) + " and so cut the end-of-day run from 3 h to 25 min"
		got := strangersPDF(t, "name = \"Wei Zhang\"\n[[experience]]\ntitle = \"Engineer\"\ncompany = \"Harbourline\"\nstart = \"2020-08\"\nend = \"present\"\nhighlights = [\"Raised the throughput of the ledger from 900 to 4,200 requests per second with a pool of connections\", \""+bullet+"\"]\n"+
			"[[experience]]\ntitle = \"Engineer\"\ncompany = \"Saltmarsh\"\nstart = \"2017-08\"\nend = \"2020-02\"\nhighlights = [\"Built a stream of 3 TB a day\"]\n").Experience
		if len(got) != 2 || len(got[0].Highlights) != 2 || got[0].Highlights[1].Text != bullet || got[1].Company != "Saltmarsh" {
			t.Errorf("%s: read as %+v", bullet, got)
		}
	}
}
