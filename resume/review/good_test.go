package review

import (
	_ "embed"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// goodProfiles returns the texts of the profiles that deserve no warning.
func goodProfiles(t *testing.T) map[string]string {
	t.Helper()
	files, err := filepath.Glob("testdata/good/*.toml")
	if err != nil || len(files) < 6 {
		t.Fatalf("good profiles: %v, %v", files, err)
	}
	texts := map[string]string{}
	for _, file := range files {
		data, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		texts[filepath.Base(file)] = string(data)
	}
	return texts
}

//go:embed testdata/good_trades.txt
var tradeList string

// person is the part of a generated resume that does not depend on the trade.
type person struct{ name, location, phone, company, before, school, degree, language string }

var people = []person{
	{"Marta Kowalczyk", "Kraków, Poland", "+48 12 345 67 89", "Wisła Systems", "Polna Apps", "AGH University of Krakow", "MSc Applied Computer Science", "Polish"},
	{"Seán Ó Briain", "Cork, Ireland", "+353 21 427 1234", "Lee Analytics", "Harbour Software", "University College Cork", "BSc Computer Science", "Irish"},
	{"Priya Raman", "Chennai, India", "+91 44 2345 6789", "Coromandel Labs", "Adyar Digital", "Anna University", "BE Electronics and Communication", "Tamil"},
}

// tradeProfiles returns a resume for every person in every trade.
func tradeProfiles() map[string]string {
	profiles := map[string]string{}
	for block := range strings.SplitSeq(tradeList, "\ntrade | ") {
		head, rest, _ := strings.Cut(block, "\n")
		fields := strings.Split(head, " | ")
		if strings.HasPrefix(block, "#") {
			continue // the remark at the top
		}
		summary, bullets, _ := strings.Cut(rest, "\n")
		now, before, _ := strings.Cut(bullets, "\n---\n")
		for i, p := range people {
			profiles[fmt.Sprintf("%s, %s", p.name, fields[0])] = p.resume(fields, summary, now, before, 2012+i)
		}
	}
	return profiles
}

func (p person) resume(trade []string, summary, now, before string, year int) string {
	mail := strings.ToLower(strings.NewReplacer(" ", ".", "á", "a", "Ó", "o").Replace(p.name)) + "@mail.example"
	var b strings.Builder
	fmt.Fprintf(&b, "name = %q\ntitle = %q\nemail = %q\nphone = %q\nlocation = %q\nsummary = %q\n[links]\ngithub = %q\nlinkedin = %q\n",
		p.name, trade[0], mail, p.phone, p.location, summary, "dev-"+mail[:4], "in-"+mail[:4])
	fmt.Fprintf(&b, "[skills]\nLanguages = [%s]\nTools = [%s]\n", quoted(trade[1], ", "), quoted(trade[2], ", "))
	fmt.Fprintf(&b, "[[experience]]\ntitle = %q\ncompany = %q\nstart = \"%d-03\"\nend = \"present\"\nhighlights = [%s]\n", "Senior "+trade[0], p.company, year+6, quoted(now, "\n"))
	fmt.Fprintf(&b, "[[experience]]\ntitle = %q\ncompany = %q\nstart = \"%d-09\"\nend = \"%d-02\"\nhighlights = [%s]\n", trade[0], p.before, year, year+6, quoted(before, "\n"))
	fmt.Fprintf(&b, "[[education]]\ndegree = %q\ninstitution = %q\nstart = \"%d\"\nend = \"%d\"\n[[languages]]\nname = %q\nfluency = \"native\"\n[[languages]]\nname = \"English\"\nfluency = \"C1\"\n",
		p.degree, p.school, year-4, year, p.language)
	return b.String()
}

func quoted(list, separator string) string {
	var all []string
	for item := range strings.SplitSeq(strings.TrimSpace(list), separator) {
		all = append(all, fmt.Sprintf("%q", item))
	}
	return strings.Join(all, ", ")
}

// TestGoodProfilesGetNoWarning guards against noise: fifty resumes, not one warning.
func TestGoodProfilesGetNoWarning(t *testing.T) {
	good := tradeProfiles()
	for name, source := range goodProfiles(t) {
		good[name] = source
	}
	if len(good) < 50 {
		t.Errorf("%d good resumes are too few", len(good))
	}
	remarks := 0
	for name, source := range good {
		for _, f := range Check(inputOf(t, source)) {
			if f.Severity != Advice {
				t.Errorf("%s: %s: %s: %s [%s]", name, f.where(), f.Severity, f.Message, f.Rule)
			}
			remarks++
			t.Logf("%s: %s: %s [%s]", name, f.where(), f.Message, f.Rule)
		}
	}
	if remarks > len(good) {
		t.Errorf("%d remarks on %d good resumes are more than one each", remarks, len(good))
	}
}
