package review

import (
	"fmt"
	"strings"
	"unicode/utf8"
)

// bodyMeasure matches a phrase that is only a height or a weight: "5'7\"", "62 kg", "1,78 m".
var bodyMeasure = pattern("bodyMeasure")

// healthPhrase matches a phrase that is only about health and habits.
var healthPhrase = pattern("healthPhrase")

// churchOffice matches offices in a congregation.
var churchOffice = pattern("churchOffice")

// ownFamily matches relatives by what belongs to whom: "My father works …", "S/o Mr. …".
var ownFamily = pattern("ownFamily")

// phraseEnds are what separates the phrases of a line.
const phraseEnds = ".,;:|•·/()–—\n"

// phraseAround returns the phrase around a part of a text.
func phraseAround(s string, from, to int) string {
	start := strings.LastIndexAny(s[:from], phraseEnds) + 1
	if _, size := utf8.DecodeRuneInString(s[max(0, start-1):]); start > 0 {
		start += size - 1
	}
	end := strings.IndexAny(s[to:], phraseEnds)
	if end < 0 {
		return s[start:]
	}
	return s[start : to+end]
}

// privatePhrases finds the phrases of texts about the person that tell of private life and
// of nothing else.
func (r *reading) privatePhrases(texts []text) []Finding {
	var found []Finding
	for _, t := range texts {
		if isAboutSelf(t) && t.field != "title" {
			found = append(found, r.privatePhrasesOf(t)...)
		}
	}
	return found
}

func (r *reading) privatePhrasesOf(t text) []Finding {
	var found []Finding
	if m := ownFamily.FindStringIndex(t.value); m != nil {
		found = append(found, notHere(t, m[0], m[1], topics[family].what))
	}
	if m := churchOffice.FindStringIndex(t.value); m != nil {
		found = append(found, notHere(t, m[0], m[1], "the religion"))
	}
	var companions []Finding
	from := 0
	for phrase := range strings.FieldsFuncSeq(t.value, func(c rune) bool { return strings.ContainsRune(phraseEnds, c) }) {
		at := from + strings.Index(t.value[from:], phrase)
		from = at + len(phrase)
		if what := r.privateIn(t, phrase); what != "" {
			found = append(found, notHere(t, at, from, what))
		} else if companion.MatchString(phrase) {
			companions = append(companions, notHere(t, at, from, fmt.Sprintf("%q", strings.TrimSpace(phrase))))
		}
	}
	if len(found) > 0 {
		found = append(found, companions...)
	}
	return found
}

// privateIn returns what private information a phrase gives.
func (r *reading) privateIn(t text, phrase string) string {
	if what := topicOf(phrase); what != "" {
		return what
	}
	if what := startOf(phrase, false); what != "" {
		return what
	}
	switch {
	case r.isAge(phrase):
		return "the age"
	case bodyMeasure.MatchString(phrase), healthPhrase.MatchString(phrase):
		return "information on health and looks"
	case r.isPersonal(t) && startsPrivately(phrase):
		return "private life"
	}
	return ""
}

// notHere is the finding about a part of a text.
func notHere(t text, from, to int, what string) Finding {
	f := t.within(from, to, what+" does not belong in a resume", leaveOut)
	if what == militaryService {
		f.Hint = "leave it out, unless employers in your country ask for it"
		return advice(f)
	}
	return f
}

// isPersonal reports whether a text is under a heading such as "Personal details".
func (r *reading) isPersonal(t text) bool {
	return strings.HasPrefix(t.field, "sections") && personalHeading.MatchString(r.headingOf(t.field))
}

// personalHeading matches the headings of sections about the person.
var personalHeading = pattern("personalHeading")

// startsPrivately reports whether a phrase of a few words begins with a private label, without
// a colon: "Blood group O positive", "Idade 33".
func startsPrivately(phrase string) bool {
	words := wordsOf(phrase)
	if len(words) < 2 || len(words) > 6 {
		return false
	}
	for n := min(3, len(words)-1); n > 0; n-- {
		label := strings.ToLower(phrase[words[0].from:words[n-1].to])
		if privateLabelOf()[label] != "" {
			return true
		}
	}
	return false
}

// underHeading finds the first line of each custom section whose heading tells that all of it
// is private: "Health", "Familie", "Salary expectations".
func (r *reading) underHeading(private func(heading string) bool, message string) []Finding {
	var found []Finding
	seen := map[string]bool{}
	for _, t := range r.texts {
		section, _, _ := strings.Cut(t.field, ".")
		if !strings.HasPrefix(section, "sections[") || seen[section] || !private(strings.ToLower(strings.TrimSpace(r.headingOf(t.field)))) {
			continue
		}
		seen[section] = true
		found = append(found, at(t.field, message, leaveOut))
	}
	return found
}

// privateHeadings are headings that promise nothing else, besides the labels.
var privateHeadings = pattern("privateHeadings")

func isPrivateHeading(heading string) bool {
	return privateHeadings.MatchString(heading) || privateLabelOf()[heading] != "" && heading != "orientation" && heading != "herkunft" && heading != "race" && heading != "parents" && heading != "smoking" && heading != "signo"
}
