package review

import (
	"fmt"
	"strings"
	"unicode"

	"github.com/ghresume/ghresume/internal/lazy"
)

var tenseRules = []Rule{{
	Name: "tense", Area: Language, Severity: Warning, Habit: true, English: true, on: onRoleBullets,
	Reason: "Past work is described in the past tense; current work may be in the present.",
	Bad: "[[experience]]\ntitle = \"Engineer\"\nstart = \"2018-04\"\nend = \"2020-06\"\n" +
		"highlights = [\"Rebuilt the payment service of 40 shops\", \"Manage the on-call rota\"]",
	Good: "[[experience]]\ntitle = \"Engineer\"\nstart = \"2018-04\"\nend = \"2020-06\"\n" +
		"highlights = [\"Rebuilt the payment service of 40 shops\", \"Managed the on-call rota\"]",
	check: checkTense,
}}

func checkTense(r *reading) []Finding {
	var found []Finding
	for _, l := range r.lists {
		found = append(found, mixedTenses(l)...)
		if l.role == nil {
			continue
		}
		if r.isOver(l) {
			found = append(found, presentInPast(l)...)
		} else {
			found = append(found, pastInPresent(l)...)
			found = append(found, presentResult(l)...)
		}
	}
	return found
}

// mixedTenses finds a bullet that begins in the present tense and continues in the past:
// "Build the calendar and saved an hour".
func mixedTenses(l list) []Finding {
	var found []Finding
	for _, t := range l.items {
		w, v := opener(t)
		if v.form != base && v.form != thirdForm || couldBeNoun(t, w) {
			continue
		}
		words := wordsOf(t.clear[:min(len(t.clear), sameSubject)])
		for i := 2; i < len(words)-1; i++ {
			if subclause[words[i].lower()] {
				break
			}
			if words[i].lower() == "and" && verbs()[words[i+1].lower()].form == past && startsObject(words, i+2) {
				found = append(found, t.within(w.from, w.to, fmt.Sprintf("%q is in the present tense, %q in the past", w.text, words[i+1].text), fmt.Sprintf("write %q, if the work is done", matchCase(w.text, v.past))))
				break
			}
		}
	}
	return found
}

// sameSubject is how many bytes of a bullet are read for its second verb.
const sameSubject = 160

// startsObject reports whether what follows a verb is its object: "saved the wards", not
// "saved queries", where the word may describe a noun.
func startsObject(words []word, i int) bool {
	return i < len(words) && (strings.Contains(determiners, " "+words[i].lower()+" ") || hasDigit(words[i].text))
}

// subclause are words after which another subject may act.
var subclause = map[string]bool{"that": true, "which": true, "who": true, "where": true,
	"when": true, "so": true, "while": true, "they": true, "it": true, "if": true}

func (r *reading) isOver(l list) bool {
	return !l.end.IsZero() && !l.end.Present && (r.now == 0 || monthOf(l.end) <= r.now)
}

// presentInPast finds present-tense bullets of a past role. A single one among others is
// a slip; a whole list may be a style, so it is advice.
func presentInPast(l list) []Finding {
	var slips []Finding
	pastCount := 0
	for _, t := range l.items {
		w, v := opener(t)
		switch v.form {
		case past, either:
			pastCount++
		case base, thirdForm:
			if isSubject.MatchString(t.value[w.to:]) {
				continue // "Programs were written"
			}
			f := t.within(w.from, w.to, fmt.Sprintf("%q is in the present tense, but the role is over", w.text), fmt.Sprintf("write %q", matchCase(w.text, v.past)))
			if v.form == base && couldBeNoun(t, w) {
				f = advice(f)
				f.Message += "; unless it is a noun here"
			}
			slips = append(slips, f)
		}
	}
	if len(slips) > pastCount {
		for i := range slips {
			slips[i] = advice(slips[i])
		}
	}
	return slips
}

// isSubject matches what follows a noun that looks like a verb.
var isSubject = lazy.New(`^\s+(?:was|were|is|are|has|had|have|been|will|for|of)\b`)

// pastInPresent finds mixed tenses in the current role. Finished work may well be in the
// past tense there, so it is advice, and only if a single bullet differs.
func pastInPresent(l list) []Finding {
	var pasts []Finding
	present := 0
	for _, t := range l.items {
		w, v := opener(t)
		switch v.form {
		case past:
			pasts = append(pasts, advice(t.within(w.from, w.to, fmt.Sprintf("%q is in the past tense, the rest of the role in the present", w.text), "keep it if that work is finished")))
		case base, thirdForm:
			present++
		}
	}
	if len(pasts) != 1 || present < 3 {
		return nil
	}
	return pasts
}

// fewPasts is how many bullets in the past tense show that a role tells what was done.
const fewPasts = 2

// presentResult finds "Lead the move to GCC" among results in the past tense. Who still
// does the work may write so, which makes it advice.
func presentResult(l list) []Finding {
	var presents []Finding
	pasts, present := 0, 0
	for _, t := range l.items {
		w, v := opener(t)
		switch v.form {
		case past:
			pasts++
		case base, thirdForm:
			present++
			if isResult(t, w, v) {
				presents = append(presents, advice(t.within(w.from, w.to, fmt.Sprintf("%q is in the present tense, the rest of the role in the past", w.text), fmt.Sprintf("write %q, if that work is finished", matchCase(w.text, v.past)))))
			}
		}
	}
	if pasts < fewPasts || present > 1 {
		return nil
	}
	return presents
}

// onceOnly are verbs for what is done once; people lead a team for years, but a move only
// until it is over.
var onceOnly = wordSet("onceOnly")

// ledOnce matches what is led until it is done.
var ledOnce = pattern("ledOnce")

func isResult(t text, w word, v verb) bool {
	if v.base == "lead" {
		return ledOnce.MatchString(t.clear[w.to:])
	}
	return onceOnly()[v.base] && !couldBeNoun(t, w)
}

func tenseHint(l list, v verb) string {
	if l.end.IsZero() || l.end.Present {
		return fmt.Sprintf("%q or %q", capitalize(v.base), capitalize(v.past))
	}
	return fmt.Sprintf("%q", capitalize(v.past))
}

func capitalize(s string) string {
	for i, r := range s {
		return string(unicode.ToUpper(r)) + s[i+len(string(r)):]
	}
	return s
}

func matchCase(model, s string) string {
	if model != "" && unicode.IsUpper([]rune(model)[0]) {
		return capitalize(s)
	}
	return s
}

// determiners follow a verb, not a noun that opens a line.
const determiners = " the a an our all new multiple several two three four five six this these its their both each every up and "

// couldBeNoun reports whether the first word may not be a verb: "Design of …", "Support
// for …", "Lead developer".
func couldBeNoun(t text, w word) bool {
	rest := wordsOf(t.value[w.to:])
	if len(rest) == 0 || strings.HasPrefix(strings.TrimLeft(t.value[w.to:], " "), ":") || strings.HasPrefix(t.value[w.to:], ",") {
		return true
	}
	if rest[0].lower() == "and" && len(rest) > 1 && verbOf(rest[1].text).form == notAVerb || rest[0].lower() == "of" {
		return true // "Design and implementation", "Design of"
	}
	return !strings.Contains(determiners, " "+rest[0].lower()+" ") && strings.Contains(nounsToo, " "+w.lower()+" ")
}

// nounsToo are strong verbs that are just as often nouns or adjectives.
const nounsToo = " design support test process research lead head change start document track model program project " +
	"study review audit report market port host package pilot cover field file index answer target boost " +
	"benchmark budget chart coach code contract control craft cut debug draft experiment export focus " +
	"form format free fund gain grant guide import increase influence interview judge launch lecture " +
	"lift link log map master measure move note offer open order own partner patch pitch plan play " +
	"present profile prototype pull push query rank reach record release repair request rework scale " +
	"schedule scope score screen script search seed shape share shift ship show source split sponsor " +
	"staff store stream structure supply survey tag trace train transfer transition trim tutor update " +
	"upgrade version volunteer work "
