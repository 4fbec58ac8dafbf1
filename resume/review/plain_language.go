package review

import (
	"fmt"
	"strings"
)

var plainRules = []Rule{
	{
		Name: "long-sentence", Area: Language, Severity: Warning, Habit: true, English: true, on: onWriting,
		Reason: "A sentence of more than 35 words has to be read twice, or is not read at all.",
		Bad:    `summary = "` + longSentence + `"`,
		Good:   `summary = "Backend developer with nine years in payments. Rebuilt the service of forty shops in three countries."`,
		check:  checkSentences,
	},
}

const longSentence = "Backend developer with nine years in payments who has rebuilt the service of forty shops in three countries and then moved it to another provider while it was running and nobody of the customers had noticed that anything was going on at all in these two years."

func checkSentences(r *reading) []Finding {
	var found []Finding
	for _, t := range r.texts {
		if t.kind == bullet {
			continue // bullet-length counts those
		}
		for _, s := range sentencesOf(t.clear) {
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
