package locale

import (
	"maps"
	"slices"
	"strings"
	"testing"

	"golang.org/x/text/feature/plural"
	"golang.org/x/text/language"

	"github.com/ghresume/ghresume/resume"
)

// formsOf returns the plural forms that CLDR has for whole numbers in a language, and
// "other".
func formsOf(code string) []string {
	names := map[plural.Form]string{plural.Zero: "zero", plural.One: "one", plural.Two: "two", plural.Few: "few", plural.Many: "many", plural.Other: "other"}
	found := map[string]bool{"other": true}
	for n := range 200 {
		found[names[plural.Cardinal.MatchPlural(language.Make(code), n, 0, 0, 0, 0)]] = true
	}
	return slices.Sorted(maps.Keys(found))
}

func TestLocalesAreWhole(t *testing.T) {
	english, err := For("en")
	if err != nil {
		t.Fatal(err)
	}
	keys := func(m map[string]string) []string { return slices.Sorted(maps.Keys(m)) }
	for _, kind := range resume.SectionKinds() {
		if english.Headings[string(kind)] == "" {
			t.Errorf("locales/en.toml: [headings] has no %s", kind)
		}
	}
	for _, code := range Languages() {
		c, err := For(code)
		if err != nil {
			t.Fatal(err)
		}
		if len(c.Months) != 12 || len(c.ShortMonths) != 12 || !slices.Equal(keys(c.Headings), keys(english.Headings)) || !slices.Equal(keys(c.Groups), keys(english.Groups)) ||
			!slices.Equal(keys(c.Words), keys(english.Words)) || len(c.Count) != len(english.Count) {
			t.Errorf("locales/%s.toml does not have the keys of en.toml", code)
		}
		for what, messages := range c.Count {
			if !slices.Equal(keys(messages), formsOf(code)) {
				t.Errorf("%s: count.%s has %v, want %v", code, what, keys(messages), formsOf(code))
			}
		}
		for message, holes := range map[string]string{
			c.Year: "{year}", c.Date: "{year} {month}", c.Numeric: "{year} {month}", c.Range: "{start} {end}", c.Years: "{start} {end}", c.Expected: "{date}",
			c.Expires: "{date}", c.Contribution: "{pulls} {repository}", c.Lines: "{added} {removed}", c.Present + c.Colon + c.Decimal: c.Present,
		} {
			for _, hole := range strings.Fields(holes) {
				if !strings.Contains(message, hole) {
					t.Errorf("%s: %q has no %s", code, message, hole)
				}
			}
		}
	}
}

func TestDates(t *testing.T) {
	march, year, now := resume.Date{Year: 2021, Month: 3, Day: 14}, resume.Date{Year: 2024}, resume.Date{Present: true}
	for _, c := range []struct {
		language   string
		start, end resume.Date
		want       string
	}{
		{"en", march, now, "March 2021 – present"},
		{"en", march, resume.Date{}, "March 2021"},
		{"en", resume.Date{}, year, "2024"},
		{"en", year, year, "2024"},
		{"en", resume.Date{}, resume.Date{}, ""},
		{"en", resume.Date{}, now, "present"},
		{"de", march, year, "März 2021 – 2024"},
		{"de-AT", march, now, "März 2021 – heute"},
		{"es", march, now, "marzo de 2021 – actualidad"},
		{"fr", march, now, "mars 2021 – aujourd’hui"},
		{"pt-BR", march, year, "março de 2021 – 2024"},
		{"pl", march, now, "marzec 2021 – obecnie"},
		{"uk", march, now, "березень 2021 – дотепер"},
		{"zh-Hans-CN", march, year, "2021年3月 – 2024年"},
	} {
		words, err := For(c.language)
		if err != nil {
			t.Fatal(err)
		}
		if got := words.FormatDates(c.start, c.end); got != c.want {
			t.Errorf("%s: FormatDates(%v, %v) = %q, want %q", c.language, c.start, c.end, got, c.want)
		}
	}
}

func TestPlurals(t *testing.T) {
	for _, c := range []struct {
		language string
		n        int
		want     string
	}{
		{"en", 1, "1 release"}, {"en", 2, "2 releases"}, {"en", 1234, "1.2k releases"}, {"en", 1001, "1k releases"},
		{"de", 1234, "1,2k Releases"}, {"fr", 1, "1 version publiée"}, {"zh", 5, "5 个发布版本"},
		{"pl", 1, "1 wydanie"}, {"pl", 3, "3 wydania"}, {"pl", 5, "5 wydań"}, {"pl", 12, "12 wydań"}, {"pl", 22, "22 wydania"}, {"pl", 21, "21 wydań"}, {"pl", 1001, "1k wydań"},
		{"uk", 1, "1 реліз"}, {"uk", 21, "21 реліз"}, {"uk", 24, "24 релізи"}, {"uk", 11, "11 релізів"},
	} {
		words, err := For(c.language)
		if err != nil {
			t.Fatal(err)
		}
		if got, err := words.FormatCount("releases", c.n); got != c.want || err != nil {
			t.Errorf("%s: FormatCount(%d) = %q, %v, want %q", c.language, c.n, got, err, c.want)
		}
	}
}

func TestNumbersAreNeverMoreThanTrue(t *testing.T) {
	words, _ := For("en")
	for n, want := range map[int]string{
		0: "0", 999: "999", 1000: "1k", 1049: "1k", 1999: "1.9k", 9999: "9.9k", 10_000: "10k", 12_345: "12k", 109_999: "109k", 999_999: "999k", 1_000_000: "1M", 3_450_000: "3.4M", 2_000_000_000: "2G",
	} {
		if got := words.FormatNumber(n); got != want {
			t.Errorf("FormatNumber(%d) = %q, want %q", n, got, want)
		}
	}
}

func TestDatesOfDocuments(t *testing.T) {
	march := resume.Date{Year: 2021, Month: 3}
	for _, c := range []struct{ language, dates, want string }{
		{"en", "", "Mar 2021 – present"}, {"en", "short", "Mar 2021 – present"}, {"en", "long", "March 2021 – present"}, {"en", "numeric", "03/2021 – present"},
		{"de", "", "März 2021 – heute"}, {"de", "numeric", "03.2021 – heute"}, {"zh", "numeric", "2021.03 – 至今"}, {"fr", "", "mars 2021 – aujourd’hui"},
	} {
		words, err := For(c.language)
		if err != nil {
			t.Fatal(err)
		}
		if got := words.ForDocuments(c.dates).FormatDates(march, resume.Date{Present: true}); got != c.want {
			t.Errorf("%s, %s: %q, want %q", c.language, c.dates, got, c.want)
		}
	}
}

func TestHeadings(t *testing.T) {
	words, err := For("en")
	if err != nil {
		t.Fatal(err)
	}
	summary, history := resume.Section{Kind: resume.SummarySection}, resume.Section{Kind: resume.ExperienceSection, Brief: true}
	for _, c := range []struct {
		section resume.Section
		resume  resume.Resume
		want    string
	}{
		{summary, resume.Resume{Summary: "Builds servers."}, "Summary"},
		{summary, resume.Resume{Objective: "A first job."}, "Objective"},
		{summary, resume.Resume{Summary: "Builds servers.", Objective: "A first job."}, "Summary"},
		{history, resume.Resume{}, words.Headings["history"]},
		{resume.Section{Kind: resume.SkillsSection, Title: "Tools"}, resume.Resume{}, "Tools"},
		{resume.Section{Kind: "elsewhere"}, resume.Resume{}, "elsewhere"},
	} {
		if got := words.Heading(c.section, &c.resume); got != c.want {
			t.Errorf("%+v: %q, want %q", c.section, got, c.want)
		}
	}
}
