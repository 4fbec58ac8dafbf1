package render

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"github.com/ghresume/ghresume/resume"
	"github.com/ghresume/ghresume/resume/match"
	"github.com/ghresume/ghresume/resume/skill"
	"github.com/ghresume/ghresume/templates"
)

// posting asks for technologies in every way that a posting may write them: other
// spellings, versions, narrower words, unknown words.
func (w *writer) posting(all []skill.Technology, held []string) string {
	var b strings.Builder
	fmt.Fprintf(&b, "Senior %s Engineer\n%s\n\nRequirements\n", w.one(held), w.word())
	for range 3 + w.IntN(6) {
		fmt.Fprintf(&b, "- %s, %s and %s %d\n", w.spelling(w.one(held)), w.spelling(all[w.IntN(len(all))].Name), w.one(held), 2+w.IntN(20))
	}
	fmt.Fprintf(&b, "\nNice to have\n- %s, %s or %s\n", w.word(), w.spelling(w.one(held)), w.spelling(all[w.IntN(len(all))].Name))
	return b.String()
}

func (w *writer) one(list []string) string { return list[w.IntN(len(list))] }

// spelling returns a way to write a technology, good or bad.
func (w *writer) spelling(name string) string {
	known, ok := skill.Default().Lookup(name)
	if !ok || len(known.Aliases) == 0 {
		return name
	}
	return w.one(append(slices.Clone(known.Aliases), name, strings.ToUpper(name), name+" services"))
}

// TestTailoringPrintsNoNewWord prints 500 pairs of a profile and a posting: every word was
// known without the posting, or is one of the few equivalent spellings.
func TestTailoringPrintsNoNewWord(t *testing.T) {
	catalog := skill.Default()
	all := catalog.All()
	const profiles = 25
	postings, taken := 20, 0
	if testing.Short() {
		postings = 4
	}
	for n := range profiles {
		w := &writer{Rand: rand.New(rand.NewPCG(uint64(n), 500))}
		profile, snapshot := w.profile([]resume.Format{"", resume.Combination, resume.Functional}[n%3]), w.snapshot()
		profile.Layout.Language = "en"
		held := []string{"Kubernetes", "Golang", "Postgres", "AWS", "Apache Kafka"}
		for range 12 {
			held = append(held, all[w.IntN(len(all))].Name)
		}
		profile.Skills = map[string][]string{"Tools": held[:9], "Others": held[9:]}
		template := []string{"resume", "cv", "plain", "readme"}[n%4]
		known := sources(t, template, profile, snapshot)
		for _, name := range held {
			if technology, ok := catalog.Lookup(name); ok {
				for _, spelling := range append(technology.Equal, technology.Name) {
					for _, word := range wordsOf(spelling) {
						known[word] = known[word] || len(technology.Equal) > 0
					}
				}
			}
		}
		full := resume.BuildAll(profile, snapshot, catalog)
		for range postings {
			text := w.posting(all, held)
			tailored, reasons := match.Tailor(full, match.ParsePosting(text, catalog), catalog)
			if slices.ContainsFunc(reasons, func(r match.Reason) bool { return strings.HasPrefix(r.Why, "written ") }) {
				taken++
			}
			for _, word := range printedWords(t, tailored.Limit(), template) {
				if !known[word] && !figure.MatchString(word) {
					t.Fatalf("profile %d: nobody but the posting said %q:\n%s", n, word, text)
				}
			}
		}
	}
	if taken < postings {
		t.Errorf("%d prints carry a posting's spelling: too few to prove anything", taken)
	}
}

func printedWords(t *testing.T, r *resume.Resume, template string) []string {
	t.Helper()
	layout, err := templates.Builtin(template)
	if err != nil {
		t.Fatal(err)
	}
	p, err := New(r, Look{Template: layout, AllowBoxes: true})
	if err != nil {
		t.Fatal(err)
	}
	md, err := p.Markdown()
	if err != nil {
		t.Fatal(err)
	}
	return seen(string(md))
}
