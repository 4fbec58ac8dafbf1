package review

import (
	_ "embed"
	"strings"
	"testing"

	"github.com/ghresume/ghresume/resume"
)

//go:embed testdata/planted.txt
var plantedList string

// planted is one mistake: the rule that must find it, its place, and the text.
type planted struct{ rule, place, text string }

func plantedMistakes() []planted {
	var all []planted
	for line := range strings.Lines(plantedList) {
		rule, rest, _ := strings.Cut(line, " | ")
		place, text, _ := strings.Cut(rest, " |")
		if !strings.HasPrefix(line, "#") {
			all = append(all, planted{rule, strings.TrimSpace(place), strings.TrimSpace(text)})
		}
	}
	return all
}

// plant puts a text into a good profile and returns its field.
func plant(t *testing.T, p *resume.Profile, place, text string) string {
	t.Helper()
	role, old, school := &p.Experience[0], &p.Experience[1], &p.Education[0]
	date := func(s string) resume.Date {
		d, err := resume.ParseDate(s)
		if err != nil && s != "" {
			t.Fatal(err)
		}
		return d
	}
	network, isLink := strings.CutPrefix(place, "link.")
	switch {
	case isLink:
		p.Links[network] = text
		return "links." + network
	case place == "item":
		p.Sections = append(p.Sections, resume.FreeSection{Title: "Personal", Items: []string{text}})
		return "sections"
	case place == "skill":
		p.Skills["Tools"] = append(p.Skills["Tools"], text)
		return "skills"
	case place == "bullet":
		role.Highlights[0].Text = text
		return "experience[0]"
	case place == "old.bullet":
		old.Start, old.End, old.Highlights[0].Text = date("2006-01"), date("2010-12"), text
		return "experience[1]"
	}
	texts := map[string]*string{
		"name": &p.Name, "title": &p.Title, "email": &p.Email, "phone": &p.Phone, "location": &p.Location, "summary": &p.Summary,
		"company": &role.Company, "role.company": &role.Company, "role.title": &role.Title,
		"school": &school.Institution, "degree": &school.Degree,
		"fluency": &p.Languages[0].Fluency, "certificate.issuer": &p.Certifications[0].Issuer,
	}
	if place == "certificate.name" {
		p.Certifications[0].Name, p.Certifications[0].Issuer = text, ""
		return ""
	}
	dates := map[string]*resume.Date{"role.start": &role.Start, "role.end": &old.End, "year": &school.End, "certificate.date": &p.Certifications[0].Date}
	switch {
	case texts[place] != nil:
		*texts[place] = text
	case dates[place] != nil:
		*dates[place] = date(text)
		if place == "year" {
			school.Start = date("")
		}
	default:
		t.Fatalf("no place %q", place)
	}
	return ""
}

// TestPlantedMistakesAreFound checks that at least nine in ten mistakes that people made
// are found.
func TestPlantedMistakesAreFound(t *testing.T) {
	good := goodProfiles(t)["sre.toml"]
	all, found, kinds := plantedMistakes(), 0, map[string]bool{}
	for _, m := range all {
		p, _ := resume.ParseProfileLenient("resume.toml", []byte(good))
		field := plant(t, p, m.place, m.text)
		kinds[m.rule] = true
		rule, ok := Lookup(m.rule)
		if !ok {
			t.Fatalf("no rule %q", m.rule)
		}
		if breaksAt(check(inputOf(t, string(resume.EncodeProfile(p, nil))), []Rule{rule}), m.rule, field) {
			found++
		} else {
			t.Errorf("%s does not find %q as %s", m.rule, m.text, m.place)
		}
	}
	if len(all) < 200 || len(kinds) < 60 {
		t.Errorf("%d mistakes of %d kinds are too few", len(all), len(kinds))
	}
	t.Logf("%d of %d mistakes of %d kinds are found", found, len(all), len(kinds))
}

func breaksAt(found []Finding, rule, field string) bool {
	for _, f := range found {
		if f.Rule == rule && strings.HasPrefix(f.Field, field) {
			return true
		}
	}
	return false
}
