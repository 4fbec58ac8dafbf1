package render

import (
	"encoding/json"
	"fmt"
	htmltext "html"
	"math/rand/v2"
	"os"
	"regexp"
	"strings"
	"testing"
	"time"
	"unicode"

	"github.com/ghresume/ghresume/resume"
	"github.com/ghresume/ghresume/resume/skill"
	"github.com/ghresume/ghresume/templates"
)

// snapshot generates an account with unique words and code in some languages.
func (w *writer) snapshot() *resume.Snapshot {
	now := time.Date(2026, 3, 1, 0, 0, 0, 0, time.UTC)
	languages := []string{"Go", "Python", "TypeScript", "Rust", "C++", "Shell", "HTML"}
	s := &resume.Snapshot{TakenAt: now, Login: "login" + w.word(), User: resume.User{Name: w.word(), Bio: w.word(), Location: w.word(), URL: "https://github.com/x"}}
	for range 4 + w.IntN(8) {
		stars, downloads := w.IntN(5000), w.IntN(90000)
		language := languages[w.IntN(len(languages))]
		r := resume.Repository{
			Name: s.Login + "/" + w.word(), Description: w.word() + " " + w.word(), Stars: stars, Downloads: &downloads, Releases: &stars, PushedAt: now.AddDate(0, -w.IntN(60), 0),
			Language: language, Languages: map[string]int64{language: 90_000, languages[w.IntN(len(languages))]: 50_000}, License: "MIT", Homepage: "https://" + w.word() + ".example",
		}
		r.URL = "https://github.com/" + r.Name
		s.Repositories = append(s.Repositories, r)
	}
	for range w.IntN(9) {
		name, lines := w.word()+"/"+w.word(), 50+w.IntN(3000)
		s.Contributions = append(s.Contributions, resume.MergedWork{
			Repository: name, URL: "https://github.com/" + name, Description: w.word(), Stars: &lines, Merged: 1 + w.IntN(200),
			First: now.AddDate(-4, 0, 0), Last: now.AddDate(-w.IntN(3), 0, 0), Additions: &lines, Deletions: &lines,
		})
	}
	return s
}

var (
	linkAddress = regexp.MustCompile(`\]\([^)]*\)|<!--.*?-->`)
	pictureText = regexp.MustCompile(`<img alt="([^"]*)"[^>]*>`)
	ownTag      = regexp.MustCompile(`</?(?:details|summary|picture|source)[^>]*>`)
	han         = regexp.MustCompile(`\p{Han}`)
	figure      = regexp.MustCompile(`^[0-9]+[kMG]?$`)
)

// seen returns the words that a reader sees, exactly as they are.
func seen(text string) []string {
	text = pictureText.ReplaceAllStringFunc(text, func(tag string) string {
		return " " + htmltext.UnescapeString(pictureText.FindStringSubmatch(tag)[1]) + " "
	})
	text = ownTag.ReplaceAllString(text, " ")
	return wordsOf(linkAddress.ReplaceAllString(text, "]"))
}

// wordsOf splits a text at everything that is not a letter or digit; each Chinese
// character is a word.
func wordsOf(text string) []string {
	text = han.ReplaceAllString(text, " $0 ")
	return strings.FieldsFunc(text, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
}

// addressWords are the words of networks, and of addresses that follow from a user name.
const addressWords = "GitHub https http www github com linkedin in doi org"

// TestNothingIsInvented compares each printed word with those of the profile, the
// snapshot, the locale, the template and the technologies that the code proves: as text,
// so that no other spelling passes.
func TestNothingIsInvented(t *testing.T) {
	for seed := range 8 {
		w := &writer{Rand: rand.New(rand.NewPCG(uint64(seed), 4))}
		profile, snapshot := w.profile([]resume.Format{"", resume.Chronological, resume.Combination, resume.Functional}[seed%4]), w.snapshot()
		profile.Layout.Language = []string{"en", "de", "pl", "zh"}[seed/2%4]
		for _, info := range templates.List() {
			t.Run(fmt.Sprint(seed, info.Name), func(t *testing.T) {
				layout, err := templates.Builtin(info.Name)
				if err != nil {
					t.Fatal(err)
				}
				p, err := New(resume.Build(profile, snapshot), Look{Template: layout, AllowBoxes: true})
				if err != nil {
					t.Fatal(err)
				}
				known := sources(t, info.Name, profile, snapshot)
				for _, path := range []string{"o.md", "o.txt"} {
					file, err := p.File(Output{Path: path})
					if err != nil {
						t.Fatal(err)
					}
					for _, word := range seen(string(file.Data)) {
						if !known[word] && !figure.MatchString(word) {
							t.Errorf("%s: nobody said %q", path, word)
						}
					}
				}
			})
		}
	}
}

// sources returns the words that may be printed.
func sources(t *testing.T, template string, profile *resume.Profile, snapshot *resume.Snapshot) map[string]bool {
	known := map[string]bool{}
	note := func(texts ...string) {
		for _, text := range texts {
			for _, word := range wordsOf(text) {
				known[word] = true
				known[strings.ToUpper(word)] = true // plain text prints headings in capitals
			}
		}
	}
	said, err := json.Marshal(snapshot)
	if err != nil {
		t.Fatal(err)
	}
	note(string(resume.EncodeProfile(profile, nil)), string(said), addressWords)
	for _, path := range []string{"internal/locale/locales/" + profile.Layout.Language + ".toml", "templates/" + template + ".md.tmpl", "templates/partials.md.tmpl"} {
		text, err := os.ReadFile("../" + path)
		if err != nil {
			t.Fatal(err)
		}
		note(string(text))
	}
	for _, s := range resume.Inferred(profile, snapshot, skill.Default()) {
		note(s.Name)
	}
	return known
}
