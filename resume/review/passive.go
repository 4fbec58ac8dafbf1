package review

import (
	"fmt"
	"slices"
	"strings"

	"github.com/ghresume/ghresume/internal/lazy"
)

var passiveRules = []Rule{{
	Name: "passive-voice", Area: Impact, Severity: Warning, Habit: true, on: onBullets, knows: func(l *language) bool { return l.passive != nil },
	Reason: "\"Was developed\" hides who did it; the resume is about you.",
	Bad:    "[[experience]]\ntitle = \"Engineer\"\nhighlights = [\"A payment service was developed by the team for 40 shops\"]",
	Good: "[[experience]]\ntitle = \"Engineer\"\n" +
		"highlights = [\"Developed a payment service that was used by 40 shops\", \"Was promoted to lead " +
		"after a year\"]",
	check: checkPassive,
}}

// passiveClause finds an auxiliary verb with a participle: group 1 is both, group 2 the
// participle.
var passiveClause = lazy.New(`(?i)\b((?:was|were|is|are|been|being|be|got)\s+(?:\w+ly\s+|also\s+|then\s+)?(\w+(?:ed|wn|ght|lt|ut|` +
	`en)|built|done|made|run|set|led|put|held|kept|found|begun|sent|won))\b`)

// deeds are participles of engineering work: the passive hides who did it.
var deeds = words("deeds")

// clauseBreak matches the start of a clause with a subject other than the line's.
var clauseBreak = lazy.New(`(?i)[,;:(–—]|\b(?:that|which|who|whom|whose|where|when|while|as|because|since|if|until|after|before|` +
	`so|and|but|what|how)\b`)

func checkPassive(r *reading) []Finding {
	var found []Finding
	for _, t := range r.allBullets() {
		if r.foreign[t.field] {
			found = append(found, r.passiveElsewhere(t)...)
			continue
		}
		if f, ok := passive(t); ok {
			found = append(found, f)
		}
	}
	for _, t := range r.texts {
		if t.kind == prose && isSummary(t.field) && !r.foreign[t.field] {
			for _, s := range sentencesOf(t.clear) {
				if f, ok := passive(text{field: t.field, value: s.text, clear: s.text}); ok && strings.Contains(strings.ToLower(s.text), " by ") && (f.Severity != Advice || byMe.MatchString(s.text[f.part.to:])) {
					f.part.from, f.part.to = f.part.from+s.from, f.part.to+s.from
					found = append(found, f)
				}
			}
		}
	}
	return found
}

// passive finds a passive that is the main verb of a line. Such a line does not begin
// with a verb.
func passive(t text) (Finding, bool) {
	m := passiveClause.FindStringSubmatchIndex(t.clear)
	if m == nil {
		return Finding{}, false
	}
	if first, v := opener(t); v.form != notAVerb && strings.TrimSpace(t.clear[first.to:m[2]]) != "" {
		return Finding{}, false // "Tests were written" begins with a noun, "Tests what was written" does not
	}
	if i := clauseBreak.FindStringIndex(strings.TrimLeft(t.clear[:m[2]], "–— ")); i != nil || modal.MatchString(t.clear[:m[4]]) {
		return Finding{}, false
	}
	participle := strings.ToLower(t.clear[m[4]:m[5]])
	f := t.within(m[2], m[3], fmt.Sprintf("%q hides who did it", t.value[m[2]:m[3]]), fmt.Sprintf("begin with the verb: %q", capitalize(activeOf(participle))+" …"))
	switch {
	case isDeed(participle):
		return f, true
	case byHand(t.clear[m[1]:]), strings.TrimSpace(t.clear[:m[2]]) != "" && hasHappened.MatchString(t.clear[m[2]:m[3]]) && verbs()[american(participle)].form != notAVerb && !isOneOf(statesToo, participle):
		return advice(f), true
	}
	return Finding{}, false
}

// hasHappened matches the passive of something done, not of a state: "was", not "is".
var hasHappened = lazy.New(`(?i)\b(?:was|were|been|being)\b`)

// statesToo are participles that describe a state as often as a deed.
const statesToo = " used based needed required known expected involved located supposed limited planned driven focused " +
	"interested split set run tested shared covered promoted hired awarded selected invited recognized " +
	"elected appointed nominated chosen named assigned ranked given granted honored accepted "

func isDeed(participle string) bool {
	return slices.Contains(deeds(), participle) || slices.Contains(deeds(), american(participle))
}

// american returns the American spelling of a participle: "reorganized" of "reorganised".
func american(participle string) string {
	if root, ok := strings.CutSuffix(participle, "ised"); ok {
		return root + "ized"
	}
	return strings.Replace(participle, "lysed", "lyzed", 1)
}

// modal matches what may be or will be done, before the participle.
var modal = lazy.New(`(?i)\b(?:can|could|may|might|will|would|should|must|to)\s+(?:\w+ly\s+)?be\s+(?:\w+ly\s+)?$`)

var byMe = lazy.New(`(?i)^\s+by\s+(?:me|us|my|our|the (?:\w+ )?team|myself)\b`)

func byHand(after string) bool { return byMe.MatchString(after) }

// activeOf returns the past tense for a participle.
func activeOf(participle string) string {
	switch participle {
	case "written", "rewritten":
		return strings.TrimSuffix(participle, "itten") + "ote"
	case "done":
		return "did"
	case "taken":
		return "took"
	case "run":
		return "ran"
	}
	return participle
}

// isPassive reports whether passive-voice reports the line; action-verb then skips it.
func isPassive(t text) bool {
	_, ok := passive(t)
	return ok
}
