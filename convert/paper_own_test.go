package convert_test

import (
	"testing"

	"github.com/ghresume/ghresume/convert"
	"github.com/ghresume/ghresume/resume"
)

// again prints a profile and imports the file.
func again(t *testing.T, ending, source string) *resume.Profile {
	t.Helper()
	profile, err := resume.ParseProfile("own.toml", []byte(source))
	if err != nil {
		t.Fatal(err)
	}
	imported, err := convert.Read("resume."+ending, rendered(t, profile, "resume."+ending))
	if err != nil {
		t.Fatal(err)
	}
	return imported.Profile
}

// TestRightToLeftComesBack: a place without capitals, months with a Hebrew sign, a bullet in
// Latin letters, technologies, and no marks of direction.
func TestRightToLeftComesBack(t *testing.T) {
	const bullet, last = "Moved the build to Bazel", "הדריכה 3 מתכנתים"
	for _, ending := range []string{"pdf", "docx"} {
		got := again(t, ending, "name = \"רות כהן\"\ntitle = \"מתכנתת\"\nlocation = \"באר שבע\"\nemail = \"ruth@example.com\"\nphone = \"+972 50 555 0100\"\n"+
			"[[experience]]\ntitle = \"מתכנתת C++\"\ncompany = \"מפעלי הדרום\"\nlocation = \"דימונה\"\nstart = \"2016-09\"\nend = \"2021-02\"\nhighlights = [\""+bullet+"\", \""+last+"\"]\nskills = [\"C++\", \"Kafka\"]\n"+
			"[layout]\nlanguage = \"he\"\n")
		if got.Title != "מתכנתת" || got.Location != "באר שבע" || got.Summary != "" || got.Phone != "+972 50 555 0100" {
			t.Errorf("%s: header: %q, %q, %q, %q", ending, got.Title, got.Location, got.Summary, got.Phone)
		}
		if len(got.Experience) != 1 {
			t.Fatalf("%s: %+v", ending, got.Experience)
		}
		job := got.Experience[0]
		if job.Title != "מתכנתת C++" || job.Company != "מפעלי הדרום" || job.Location != "דימונה" || job.Start.String() != "2016-09" || job.End.String() != "2021-02" {
			t.Errorf("%s: job: %+v", ending, job)
		}
		if len(job.Highlights) != 2 || job.Highlights[0].Text != bullet || job.Highlights[1].Text != last || len(job.Skills) != 2 {
			t.Errorf("%s: texts: %q, %q", ending, job.Highlights, job.Skills)
		}
	}
}

// TestProjectsWithoutBulletsComeBack: a bold name with an address beside it begins a project.
func TestProjectsWithoutBulletsComeBack(t *testing.T) {
	for _, ending := range []string{"pdf", "docx"} {
		got := again(t, ending, "name = \"Ruth Adler\"\n[[projects]]\nname = \"harbor\"\ndescription = \"Berths for ships\"\nurl = \"https://adler.test/harbor\"\n"+
			"[[projects]]\nname = \"ferry\"\ndescription = \"Times of ferries\"\nurl = \"https://adler.test/ferry\"\n[[education]]\ndegree = \"BSc\"\ninstitution = \"MIT\"\n").Projects
		if len(got) != 2 || got[0].URL != "https://adler.test/harbor" || got[1].Name != "ferry" || got[1].Description != "Times of ferries" || got[1].Role != "" {
			t.Errorf("%s: %+v", ending, got)
		}
	}
}
