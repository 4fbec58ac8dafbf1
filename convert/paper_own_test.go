package convert_test

import (
	"reflect"
	"slices"
	"strings"
	"testing"

	"github.com/ghresume/ghresume/convert"
	"github.com/ghresume/ghresume/internal/locale"
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

// TestHeadersComeBack: a title with a comma is not a place, nor is one with a dash two
// titles; a street is private, and an account without a link is a contact.
func TestHeadersComeBack(t *testing.T) {
	for _, ending := range []string{"pdf", "docx"} {
		for _, title := range []string{"Senior Software Engineer, Payments", "Mobile Developer – Android & iOS", "Engineer – Databases"} {
			got := again(t, ending, "name = \"Ada Quill\"\ntitle = \""+title+"\"\nlocation = \"Leeds, UK\"\nstreet = \"14 Affluent Row\"\nemail = \"ada@quill.example\"\nphone = \"+44 20 7946 0011\"\n"+
				"summary = \"Builds billing systems for small shops.\"\n[[contacts]]\nlabel = \"Signal: quill.77\"\n[[education]]\ndegree = \"BSc\"\ninstitution = \"MIT\"\n")
			if got.Title != title || got.Location != "Leeds, UK" || got.Summary != "Builds billing systems for small shops." || len(got.Contacts) != 1 || got.Contacts[0].Label != "Signal: quill.77" {
				t.Errorf("%s: %q, %q, %q, %+v", ending, got.Title, got.Location, got.Summary, got.Contacts)
			}
		}
	}
}

// TestStreetsOfHeaders: only what says that it is a street is left out.
func TestStreetsOfHeaders(t *testing.T) {
	for line, isStreet := range map[string]bool{
		"14 Affluent Row": true, "Hauptstr. 5a": true, "221b Baker Street": true, "12 rue Lepic": true, "Via Garibaldi 7": true, "Kerkstraat 12": true,
		"Python 3": false, "10 Years Experience": false, "March 2026": false, "Class 2019": false, "Level 4": false, "2019 Kaggle Winner": false,
	} {
		source := "name = \"Ada Quill\"\ntitle = \"Developer\"\nlocation = \"Leeds, UK\"\n[[contacts]]\nlabel = \"" + line + "\"\n[[education]]\ndegree = \"BSc\"\ninstitution = \"MIT\"\n"
		profile, err := resume.ParseProfile("own.toml", []byte(source))
		if err != nil {
			t.Fatal(err)
		}
		imported, err := convert.Read("resume.docx", rendered(t, profile, "resume.docx"))
		if err != nil {
			t.Fatal(err)
		}
		if isKept := strings.Contains(string(resume.EncodeProfile(imported.Profile, imported.Comments)), line); isKept == isStreet {
			t.Errorf("%q is kept: %v", line, isKept)
		}
	}
}

// TestRowsOfEntriesComeBack: commas, long names, and a paragraph below the row with the company.
func TestRowsOfEntriesComeBack(t *testing.T) {
	for _, ending := range []string{"pdf", "docx"} {
		for _, company := range []string{"Massachusetts Institute of Technology (MIT), Lincoln Laboratory", "Sea"} {
			got := again(t, ending, "name = \"Ada Quill\"\n[[experience]]\ntitle = \"SRE, contract\"\ncompany = \""+company+"\"\nlocation = \"San Francisco, CA\"\nstart = \"2020-02\"\nend = \"present\"\n"+
				"summary = \"Team of five on invoices.\"\nhighlights = [\"Cut runs from 6 hours to 22 minutes\"]\n"+
				"[[education]]\ndegree = \"Magister inżynier, Informatyka\"\ninstitution = \"Politechnika Łódzka\"\nlocation = \"Łódź\"\nstart = \"2011\"\nend = \"2016\"\ngrade = \"First-class so far (74 %)\"\n")
			if len(got.Experience) != 1 || len(got.Education) != 1 {
				t.Fatalf("%s: %+v, %+v", ending, got.Experience, got.Education)
			}
			job, school := got.Experience[0], got.Education[0]
			if job.Title != "SRE, contract" || job.Company != company || job.Location != "San Francisco, CA" || job.Summary != "Team of five on invoices." {
				t.Errorf("%s: %+v", ending, job)
			}
			if school.Degree != "Magister inżynier, Informatyka" || school.Institution != "Politechnika Łódzka" || school.Location != "Łódź" || school.Grade != "First-class so far (74 %)" {
				t.Errorf("%s: %+v", ending, school)
			}
		}
	}
}

// TestOtherScriptsComeBack: wide colons, lines without blanks, and letters in addresses.
func TestOtherScriptsComeBack(t *testing.T) {
	const summary = "決済システムを中心に八年の経験を持つバックエンドエンジニア。GoとPostgreSQLを用いた高可用性サービスの設計・開発・運用を得意とし、チームの育成にも力を入れています。"
	for _, ending := range []string{"pdf", "docx"} {
		got := again(t, ending, "name = \"山田 花子\"\ntitle = \"エンジニア\"\nlocation = \"東京都、日本\"\nwebsite = \"https://yamada.example/作品集\"\nsummary = \""+summary+"\"\n"+
			"[skills]\n\"データベース\" = [\"PostgreSQL\", \"Redis\"]\n[[experience]]\ntitle = \"エンジニア\"\ncompany = \"海洋\"\nstart = \"2020-02\"\nend = \"present\"\nskills = [\"Spark\", \"Kafka\"]\n[layout]\nlanguage = \"ja\"\n")
		if got.Location != "東京都、日本" || got.Summary != summary || bare(got.Website) != "yamada.example/作品集" {
			t.Errorf("%s: %q, %q, %q", ending, got.Location, got.Summary, got.Website)
		}
		if !slices.Equal(got.Skills["データベース"], []string{"PostgreSQL", "Redis"}) || len(got.Experience) != 1 || !slices.Equal(got.Experience[0].Skills, []string{"Spark", "Kafka"}) {
			t.Errorf("%s: %v, %+v", ending, got.Skills, got.Experience)
		}
	}
}

func bare(address string) string { return strings.TrimPrefix(address, "https://") }

// TestMonthsComeBack reads the dates of documents in every output language.
func TestMonthsComeBack(t *testing.T) {
	for _, code := range locale.Languages() {
		for month := 1; month <= 12; month++ {
			start, end := resume.Date{Year: 2019, Month: month}, resume.Date{Year: 2021, Month: month}
			got := again(t, "docx", "name = \"Ada Quill\"\n[[experience]]\ntitle = \"Engineer\"\ncompany = \"Sea\"\nlocation = \"Rome\"\nstart = \""+start.String()+"\"\nend = \""+end.String()+"\"\n[layout]\nlanguage = \""+code+"\"\n").Experience
			if len(got) != 1 || got[0].Start != start || got[0].End != end {
				t.Errorf("%s: %s to %s is read as %+v", code, start, end, got)
			}
		}
	}
}

// TestTechnologiesOfProjectsComeBack: they have no label, and stand beside a link, a role or alone.
func TestTechnologiesOfProjectsComeBack(t *testing.T) {
	for _, ending := range []string{"pdf", "docx"} {
		for _, dates := range []string{"", "start = \"2016\"\nend = \"2018\"\n"} {
			for _, role := range []string{"", "Author"} {
				got := again(t, ending, "name = \"Ada Quill\"\n[[projects]]\nname = \"harbor\"\nrole = \""+role+"\"\ndescription = \"Berths for ships\"\nurl = \"https://quill.test/harbor\"\n"+dates+"skills = [\"C++\", \"perf\"]\nhighlights = [\"Used in two ports\"]\n").Projects
				if len(got) != 1 || got[0].Role != role || got[0].Description != "Berths for ships" || !slices.Equal(got[0].Skills, []string{"C++", "perf"}) || len(got[0].Highlights) != 1 {
					t.Errorf("%s, %q, %q: %+v", ending, role, dates, got)
				}
			}
		}
	}
}

// TestObjectivesComeBack: an objective is one again, whatever the language of its heading.
func TestObjectivesComeBack(t *testing.T) {
	const objective = "Looks for a first role in systems software."
	for _, code := range locale.Languages() {
		got := again(t, "docx", "name = \"Ada Quill\"\ntitle = \"Student\"\nobjective = \""+objective+"\"\n[[education]]\ndegree = \"BSc\"\ninstitution = \"MIT\"\n[layout]\nlanguage = \""+code+"\"\n")
		if got.Objective != objective || got.Summary != "" {
			t.Errorf("%s: %q, %q", code, got.Objective, got.Summary)
		}
	}
}

// TestPublicationsComeBack: authors are told from the title, and an item of several lines
// keeps its publisher and date.
func TestPublicationsComeBack(t *testing.T) {
	want := []resume.Publication{
		{Title: "A posteriori limiting on moving meshes", Authors: []string{"H. Brûlé-Ångström", "K. Öberg", "J.-P. Lefèvre"}, Publisher: "Journal of Computational Flow and Other Things", Date: resume.Date{Year: 2023, Month: 4}, DOI: "10.1000/jcf.2023.0417"},
		{Title: "flux: a performance-portable finite-volume library", Authors: []string{"A. Müller", "S. Ferreira", "T. Nguyễn", "P. Oduya-Smith"}, Publisher: "Open Research Software", Date: resume.Date{Year: 2020, Month: 11}},
	}
	source := "name = \"Ada Quill\"\n"
	for _, p := range want {
		source += "[[publications]]\ntitle = \"" + p.Title + "\"\nauthors = [\"" + strings.Join(p.Authors, "\", \"") + "\"]\npublisher = \"" + p.Publisher + "\"\ndate = \"" + p.Date.String() + "\"\ndoi = \"" + p.DOI + "\"\n"
	}
	for _, ending := range []string{"pdf", "docx"} {
		if got := again(t, ending, source).Publications; !reflect.DeepEqual(got, want) {
			t.Errorf("%s: got %+v", ending, got)
		}
	}
}

// TestLongAddressesComeBack: an address that a line's end broke is one.
func TestLongAddressesComeBack(t *testing.T) {
	const bullet = "See https://waterworks.example/reports/2024/reliability/a-very-long-address-without-any-blanks-that-runs-over-the-margin.pdf for the report"
	for _, ending := range []string{"pdf", "docx"} {
		got := again(t, ending, "name = \"Ada Quill\"\n[[experience]]\ntitle = \"Engineer\"\ncompany = \"Sea\"\nlocation = \"Rome\"\nstart = \"2019-03\"\nhighlights = [\""+bullet+"\"]\n").Experience
		if len(got) != 1 || len(got[0].Highlights) != 1 || got[0].Highlights[0].Text != bullet {
			t.Errorf("%s: %+v", ending, got)
		}
	}
}
