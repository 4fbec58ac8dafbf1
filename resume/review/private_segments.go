package review

import (
	"strings"
)

// familyWords are words about the family in the output languages. One of them makes a
// phrase private if all its other words are there to join them: "Wife and two daughters".
var familyWords = wordSet("familyWords")

// joiningWords may stand beside them.
var joiningWords = wordSet("joiningWords")

// bodyMeasure matches a phrase that is only a height or a weight: "5'7\"", "62 kg", "1,78 m".
var bodyMeasure = pattern("bodyMeasure")

// healthPhrase matches a phrase that is only about health and habits.
var healthPhrase = pattern("healthPhrase")

// churchOffice matches offices in a congregation.
var churchOffice = pattern("churchOffice")

// ownFamily matches relatives by what belongs to whom: "My father works …", "S/o Mr. …".
var ownFamily = pattern("ownFamily")

// phraseEnds are what separates the phrases of a line.
const phraseEnds = ".,;|•·/()–—\n"

// privatePhrases finds the phrases of texts about the person that tell of family or body and
// of nothing else.
func (r *reading) privatePhrases(texts []text) []Finding {
	var found []Finding
	for _, t := range texts {
		if !isAboutSelf(t) || t.field == "title" {
			continue
		}
		if m := ownFamily.FindStringIndex(t.value); m != nil {
			found = append(found, t.within(m[0], m[1], "the family does not belong in a resume", leaveOut))
			continue
		}
		if m := churchOffice.FindStringIndex(t.value); m != nil {
			found = append(found, t.within(m[0], m[1], "the religion does not belong in a resume", leaveOut))
			continue
		}
		aboutPerson := strings.HasPrefix(t.field, "sections") && personalHeading.MatchString(r.headingOf(t.field))
		from := 0
		for phrase := range strings.FieldsFuncSeq(t.value, func(c rune) bool { return strings.ContainsRune(phraseEnds, c) }) {
			at := from + strings.Index(t.value[from:], phrase)
			from = at + len(phrase)
			switch {
			case isFamilyPhrase(phrase):
				found = append(found, t.within(at, from, "the family does not belong in a resume", leaveOut))
			case aboutPerson && startsPrivately(phrase):
				found = append(found, t.within(at, from, "private life does not belong in a resume", leaveOut))
			case bodyMeasure.MatchString(phrase), healthPhrase.MatchString(phrase):
				found = append(found, t.within(at, from, "health, looks and faith do not belong in a resume", leaveOut))
			default:
				continue
			}
			break
		}
	}
	return found
}

// otherwise are family words that alone may mean something else: "single" thread, "engaged".
const otherwise = " single engaged separated baby kids children child kind gift barn twins parent parents niños filles femme frau figli syn män "

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

// isFamilyPhrase reports whether all words of a phrase are about the family, or join those.
func isFamilyPhrase(phrase string) bool {
	words := wordsOf(phrase)
	if len(words) == 1 && strings.Contains(otherwise, " "+words[0].lower()+" ") {
		return false
	}
	family := false
	for _, w := range words {
		lower := w.lower()
		switch {
		case familyWords()[lower]:
			family = true
		case !joiningWords()[lower] && !isNumber(lower):
			return false
		}
	}
	return family
}

func isNumber(w string) bool { return strings.Trim(w, "0123456789.+-") == "" }

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
