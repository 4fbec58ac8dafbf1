package review

import (
	"fmt"
	"strings"

	"github.com/ghresume/ghresume/internal/lazy"
)

// cliches maps an empty phrase to what to write instead. Phrases that end in "?" also
// have an honest use, so they are only advice.
var cliches = map[string]string{
	"challenging position":           "name the job that you want",
	"challenging role":               "name the job that you want",
	"reputed organization":           "name what the company must do",
	"reputed company":                "name what the company must do",
	"reputable organization":         "name what the company must do",
	"utilize my skills":              "name the skill and what it brings",
	"team player":                    "say what the team did and your part of it",
	"hard-working":                   "say what you finished",
	"hard working":                   "say what you finished",
	"hardworking":                    "say what you finished",
	"go-getter":                      "say what you started",
	"self-starter":                   "say what you started",
	"self-motivated":                 "say what you started",
	"self motivated":                 "say what you started",
	"highly motivated":               "say what drives you, by an example",
	"think outside the box":          "describe the idea",
	"thinks outside the box":         "describe the idea",
	"thinking outside the box":       "describe the idea",
	"outside-the-box":                "describe the idea",
	"out-of-the-box thinker":         "describe the idea",
	"results-driven":                 "give the result",
	"results driven":                 "give the result",
	"result-driven":                  "give the result",
	"results-oriented":               "give the result",
	"result-oriented":                "give the result",
	"results oriented":               "give the result",
	"result oriented":                "give the result",
	"goal-oriented":                  "give the goal and the result",
	"goal oriented":                  "give the goal and the result",
	"detail-oriented":                "name a mistake that you found",
	"detail oriented":                "name a mistake that you found",
	"attention to detail":            "name a mistake that you found",
	"new challenge":                  "name the job that you want",
	"new challenges":                 "name the job that you want",
	"forward-thinking company":       "name what the company must do",
	"forward thinking company":       "name what the company must do",
	"great fit":                      "show it by an example",
	"perfect fit":                    "show it by an example",
	"fast learner":                   "say what you learned and how fast",
	"quick learner":                  "say what you learned and how fast",
	"proven track record":            "give the record",
	"track record of success":        "give the record",
	"best of breed":                  "name what it beats",
	"best-of-breed":                  "name what it beats",
	"synergy":                        "name the people and the outcome",
	"synergies":                      "name the people and the outcome",
	"win-win":                        "name the outcome",
	"rockstar":                       "name your job",
	"rock star":                      "name your job",
	"ninja":                          "name your job",
	"guru":                           "name your job",
	"wizard":                         "name your job",
	"thought leader":                 "name the talk or the article",
	"visionary":                      "describe the idea",
	"people person":                  "say whom you worked with",
	"excellent communication skills": "name the talk, the document or the audience",
	"strong communication skills":    "name the talk, the document or the audience",
	"good communication skills":      "name the talk, the document or the audience",
	"great communication skills":     "name the talk, the document or the audience",
	"excellent communicator":         "name the talk, the document or the audience",
	"strong work ethic":              "say what you finished",
	"go above and beyond":            "say what you did",
	"goes above and beyond":          "say what you did",
	"going above and beyond":         "say what you did",
	"works well under pressure":      "describe the outage or the deadline",
	"work well under pressure":       "describe the outage or the deadline",
	"can-do attitude":                "say what you did",
	"give 110%":                      "say what you did",
	"gives 110%":                     "say what you did",
	"giving 110%":                    "say what you did",
	"gave 110%":                      "say what you did",
	"110% effort":                    "say what you did",
	"110 percent":                    "say what you did",
	"synergistic":                    "name the people and the outcome",
	"paradigm shift":                 "say what changed",
	"paradigm shifts":                "say what changed",
	"bottom line":                    "give the amount",
	"move the needle":                "give the amount",
	"low-hanging fruit":              "name it",
	"hit the ground running":         "say what you shipped in the first month",
	"jack of all trades":             "name the two trades that the job asks for",
	"perfectionist":                  "say what you finished",
	"workaholic":                     "say what you finished",
	"passionate?":                    "say what you built out of passion",
	"dynamic?":                       "leave it out",
	"motivated?":                     "say what drives you, by an example",
	"enthusiastic?":                  "say what you built out of enthusiasm",
	"dedicated?":                     "say what you saw through",
	"innovative?":                    "describe the invention",
	"creative?":                      "describe the idea",
	"cutting-edge?":                  "name the technology",
	"cutting edge?":                  "name the technology",
	"world-class?":                   "give the measure",
	"problem solver?":                "name the problem",
	"problem-solver?":                "name the problem",
	"strategic thinker?":             "describe the strategy",
	"seasoned?":                      "give the years",
}

var clichePattern = lazy.New(`(?i)` + phrasePattern(cliches))

func checkCliches(r *reading) []Finding {
	var found []Finding
	for _, t := range r.texts {
		if r.foreign[t.field] {
			found = append(found, r.clichesElsewhere(t)...)
			continue
		}
		for _, m := range clichePattern.FindAllStringIndex(t.clear, -1) {
			if inQuotes(t.clear, m[0]) {
				continue // the name of an award, a quotation
			}
			phrase := strings.ToLower(t.clear[m[0]:m[1]])
			if hint := cliches[phrase]; hint != "" {
				found = append(found, t.within(m[0], m[1], fmt.Sprintf("%q is a cliché", t.value[m[0]:m[1]]), hint))
			} else if t.kind == prose && isSummary(t.field) {
				found = append(found, advice(t.within(m[0], m[1], fmt.Sprintf("%q says little; it may be justified here", t.value[m[0]:m[1]]), cliches[phrase+"?"])))
			}
		}
		if m := clicheForm.FindStringIndex(t.clear); m != nil && t.kind != title && !clichePattern.MatchString(t.clear[m[0]:m[1]]) && !inQuotes(t.clear, m[0]) {
			found = append(found, advice(t.within(m[0], m[1], fmt.Sprintf("%q is a cliché", t.value[m[0]:m[1]]), "show it by what you did")))
		}
	}
	return found
}

// clichesElsewhere finds clichés in another language. A single one may be meant, so it is
// advice; two in a text are not.
func (r *reading) clichesElsewhere(t text) []Finding {
	l := r.knownLanguage(t.field)
	if l == nil || l.cliches == nil || t.kind == title {
		return nil
	}
	var found []Finding
	for _, m := range wholeMatches(l.cliches, t.clear) {
		found = append(found, t.within(m[2], m[3], fmt.Sprintf("%q is a cliché", t.value[m[2]:m[3]]), "say what you did instead"))
	}
	if len(found) == 1 {
		found[0] = advice(found[0])
	}
	return found
}

// clicheForm matches clichés by their form: "excellent verbal and written communication
// skills", "able to work under pressure".
var clicheForm = pattern("clicheForm")

// inQuotes reports whether the byte at i is between quotation marks.
func inQuotes(s string, i int) bool {
	before := lastBytes(s[:i], wordLimit)
	return strings.Count(before, `"`)%2 == 1 || strings.LastIndex(before, "“") > strings.LastIndex(before, "”")
}
