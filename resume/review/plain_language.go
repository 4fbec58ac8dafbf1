package review

import (
	"fmt"
	"strings"
	"unicode"
)

var plainRules = []Rule{
	{
		Name: "long-sentence", Area: Language, Severity: Warning, Habit: true, English: true, on: onWriting,
		Reason: "A sentence of more than 35 words has to be read twice, or is not read at all.",
		Bad:    `summary = "` + longSentence + ` Leads a team."`,
		Good:   `summary = "Backend developer with nine years in payments. Rebuilt the service of forty shops in three countries."`,
		check:  checkSentences,
	},
	{
		Name: "all-capitals", Area: Language, Severity: Warning, Habit: true, on: onWriting,
		Reason: "Capitals all through are slow to read and seem to shout.",
		Bad:    "[[experience]]\ntitle = \"Engineer\"\nhighlights = [\"REBUILT THE PAYMENT SERVICE OF FORTY SHOPS\"]",
		Good:   "[[experience]]\ntitle = \"Engineer\"\nhighlights = [\"Moved the API from SOAP to REST on AWS, GCP and SAP\"]",
		check:  checkCapitals,
	},
}

// shoutedWords is how many words in capitals are a sentence rather than a list of
// acronyms; they have at least longAcronym letters.
const (
	shoutedWords = 4
	longAcronym  = 5
)

func checkCapitals(r *reading) []Finding {
	var found []Finding
	for _, t := range r.texts {
		if t.kind != title && isShouted(t.clear) {
			found = append(found, at(t.field, "the text is all in capitals", "write it as a sentence"))
		}
	}
	return found
}

// isShouted reports whether a text has no small letters and several long words.
func isShouted(s string) bool {
	if strings.IndexFunc(s, unicode.IsLower) >= 0 {
		return false
	}
	words, long := 0, 0
	for _, w := range wordsOf(s) {
		if strings.IndexFunc(w.text, unicode.IsUpper) < 0 {
			continue
		}
		words++
		if len([]rune(w.text)) >= longAcronym {
			long++
		}
	}
	return words >= shoutedWords && long >= 2
}

const longSentence = "Backend developer with nine years in payments who has rebuilt the service of forty shops in three " +
	"countries and then moved it to another provider while it was running and nobody of the customers " +
	"had noticed that anything was going on at all in these two years."

func checkSentences(r *reading) []Finding {
	var found []Finding
	for _, t := range r.texts {
		sentences := sentencesOf(t.clear)
		if t.kind == bullet || t.field == "summary" && len(sentences) < 2 {
			continue // bullet-length and summary-length count those
		}
		for _, s := range sentences {
			n := countWords(s.text)
			if n <= 35 {
				continue
			}
			f := t.within(s.from, s.to, fmt.Sprintf("a sentence of %d words", n), "split it in two")
			if n <= 45 || strings.Count(s.text, ",") > n/4 {
				f = advice(f)
			}
			found = append(found, f)
		}
	}
	return found
}
