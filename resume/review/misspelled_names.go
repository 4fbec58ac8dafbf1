package review

import (
	"fmt"
	"slices"
	"strings"
	"unicode"

	"github.com/ghresume/ghresume/resume/skill"
)

var misspelledNameRules = []Rule{
	{
		Name: "misspelled-technology", Area: Skills, Severity: Warning, on: onAllSkills,
		Reason: "A misspelled technology is not found by searches, and looks as if you did not know it.",
		Bad:    "[skills]\nLanguages = [\"Phyton\"]\nTools = [\"Kubernets\", \"Jenkis\"]",
		Good:   "[skills]\nLanguages = [\"Python\"]\nTools = [\"Kubernetes\", \"Jenkins\", \"Kubernator\"]",
		check:  checkTechnologyNames,
	},
	{
		Name: "misspelled-name", Area: Language, Severity: Warning, on: onNames,
		Reason: "Everyone who knows the school, the degree or the country notices the mistake.",
		Bad:    "location = \"Berlin, Germny\"\n[[education]]\ndegree = \"MSc\"\ninstitution = \"Universty of London\"\nend = \"2015\"",
		Good:   "location = \"Berlin, Germany\"\n[[education]]\ndegree = \"MSc\"\ninstitution = \"Universität Wien\"\nend = \"2015\"",
		check:  checkGeneralNames,
	},
}

func onNames(r *reading) bool {
	return onLocation(r) || onEducation(r) || onCertificates(r) || len(r.Profile.Projects)+len(r.Profile.Awards) > 0
}

func checkTechnologyNames(r *reading) []Finding {
	near := nearNamesOf(r.Catalog)
	var found []Finding
	for _, list := range append(r.entrySkills(), r.skills) {
		for _, s := range list {
			if !s.ok {
				found = append(found, r.misspelledSkill(near, s)...)
			}
		}
	}
	for _, t := range r.texts {
		if r.foreign[t.field] {
			found = append(found, r.misspelledElsewhere(near, t)...)
			continue
		}
		for _, f := range r.misspelledIn(near, t) {
			if word := t.value[f.part.from:f.part.to]; (len(word) < 7 || r.Foreign) && unicode.IsUpper(firstRune(word)) && !hasTechnology(r.Catalog.Find(t.clear)) {
				f = advice(f)
				f.Message += ", unless it is a name"
				f.part.certain = false
			}
			found = append(found, f)
		}
	}
	return found
}

// misspelledSkill checks an entry as a whole, then word by word.
func (r *reading) misspelledSkill(near *nearNames, s skillEntry) []Finding {
	entry := text{field: s.field, value: s.name, clear: s.name}
	name := strings.TrimSpace(s.name)
	if meant := near.meant(name); meant != "" && !r.isWord(name) && !strings.Contains(name, " ") {
		from := strings.Index(s.name, name)
		return []Finding{misspelledAs(entry, from, from+len(name), meant)}
	}
	if meant := near.meantPhrase(r.Catalog, name); meant != "" {
		return []Finding{misspelledAs(entry, 0, len(s.name), meant)}
	}
	if meant := near.meant(name); meant != "" && !spelling().common[strings.ToLower(name)] && withoutDoubles(strings.ToLower(name)) == withoutDoubles(strings.ToLower(meant)) {
		// "Fluter" is a word, but not one for a list of skills.
		f := advice(misspelledAs(entry, 0, len(s.name), meant))
		f.Message, f.Hint, f.part.certain = fmt.Sprintf("%q looks misspelled", name), fmt.Sprintf("did you mean %q?", meant), false
		return []Finding{f}
	}
	return r.misspelledIn(near, entry)
}

func (r *reading) misspelledIn(near *nearNames, t text) []Finding {
	var found []Finding
	for _, w := range namesIn(t.clear) {
		if len(w.text) < shortestName && soundAlikes[w.lower()] == "" || !isLetters(w.text) || r.isWord(w.text) {
			continue
		}
		meant := near.meant(w.text)
		if len(w.text) == shortestName && (len(meant) <= shortestName && !isSwapped(w.lower(), strings.ToLower(meant)) || !unicode.IsUpper(firstRune(w.text)) || opensSentence(t.value, w.from)) {
			continue // too short to tell, but for a name that has lost a letter
		}
		if meant != "" {
			found = append(found, misspelledAs(t, w.from, w.to, meant))
		}
	}
	return append(found, r.misspelledPairs(near, t)...)
}

// namesIn returns the words of a text, and the parts of those with hyphens that begin with a
// capital, as names do: "Kubernetes-Cluster".
func namesIn(s string) []word {
	var names []word
	for _, w := range wordsOf(s) {
		parts := w.parts()
		for _, part := range parts {
			if len(parts) == 1 || unicode.IsUpper(firstRune(part.text)) {
				names = append(names, part)
			}
		}
	}
	return names
}

// isSwapped reports whether two neighboring letters have changed places: "Raect".
func isSwapped(a, b string) bool {
	if len(a) != len(b) {
		return false
	}
	for i := 1; i < len(a); i++ {
		if a[i-1] != b[i-1] {
			return a[i-1] == b[i] && a[i] == b[i-1] && a[i+1:] == b[i+1:]
		}
	}
	return false
}

// misspelledPairs finds names of two words, one of them misspelled: "Unreal Engin".
func (r *reading) misspelledPairs(near *nearNames, t text) []Finding {
	var found []Finding
	words := wordsOf(t.clear)
	for i := 1; i < len(words); i++ {
		a, b := words[i-1], words[i]
		if near.isPart(a.lower()) == near.isPart(b.lower()) || t.clear[a.to:b.from] != " " || !unicode.IsUpper(firstRune(a.text)) {
			continue
		}
		odd := b
		if near.isPart(b.lower()) {
			odd = a
		}
		if len(odd.text) < shortestName-1 || !isLetters(odd.text) || r.isWord(odd.text) || near.meant(odd.text) != "" {
			continue
		}
		if meant := near.meantPhrase(r.Catalog, t.clear[a.from:b.to]); meant != "" {
			found = append(found, misspelledAs(t, a.from, b.to, meant))
		}
	}
	return found
}

// longName is the length from which a word of another language that is a letter away from
// a technology hardly means something else.
const longName = 8

// misspelledElsewhere checks a text in another language, whose words may look like names.
func (r *reading) misspelledElsewhere(near *nearNames, t text) []Finding {
	var found []Finding
	l := r.knownLanguage(t.field)
	for _, f := range r.misspelledIn(near, t) {
		word := t.value[f.part.from:f.part.to]
		if l != nil && l.mayStart(t, f.part.from, strings.ToLower(word)) {
			continue
		}
		if len(word) < longName && !l.writesName(t, f.part) && !hasTechnology(r.Catalog.Find(t.clear)) || !unicode.IsUpper(firstRune(word)) || wordsElsewhere[strings.ToLower(word)] {
			continue
		}
		f = advice(f)
		f.Message += ", unless it is a word of your language"
		f.part.certain = false
		found = append(found, f)
	}
	return found
}

// mayStart reports whether a word of a text is one of the language, or may be one because its
// capital only begins the sentence.
func (l *language) mayStart(t text, from int, word string) bool {
	return l.others[word] || l.forms[word] || !l.capitalNouns && opensSentence(t.value, from)
}

// writesName reports whether a capital in a text shows a name, or the letters are those of the
// name in another order: hardly a word is.
func (l *language) writesName(t text, p *part) bool {
	if l == nil {
		return false
	}
	word, meant := []byte(strings.ToLower(t.value[p.from:p.to])), []byte(strings.ToLower(p.instead))
	slices.Sort(word)
	slices.Sort(meant)
	return !l.capitalNouns && !opensSentence(t.value, p.from) || slices.Equal(word, meant)
}

// wordsElsewhere are words of other languages that look like a misspelled technology.
var wordsElsewhere = map[string]bool{
	"androide": true, "passwort": true, "passworts": true, "androiden": true, "selenio": true,
	"casandra": true, "kassandra": true, "prometeo": true, "elastico": true, "symphonie": true,
	"angulaire": true,
	"angulare":  true, "oráculo": true, "orakel": true, "electrón": true, "elektron": true, "eclipses": true, "mercuriale": true,
}

// hasTechnology reports whether a technology was found: next to one, a word that looks
// like a technology is one.
func hasTechnology(found []skill.Match) bool {
	return slices.ContainsFunc(found, func(m skill.Match) bool { return m.Group != skill.Practices })
}

func misspelledAs(t text, from, to int, meant string) Finding {
	f := t.within(from, to, fmt.Sprintf("%q is misspelled", t.value[from:to]), fmt.Sprintf("write %q", meant))
	return fixable(f, meant)
}

// isWord reports whether w is an English word, a name in the profile, a technology, or
// one of the user's own words.
func (r *reading) isWord(w string) bool {
	lower := strings.ToLower(w)
	if nearWords()[lower] || r.names[lower] || spelling().common[lower] || spelling().words[lower] {
		return true
	}
	_, known := r.Catalog.Lookup(w)
	return known
}

func isLetters(w string) bool {
	return strings.IndexFunc(w, func(c rune) bool { return !unicode.IsLetter(c) }) < 0
}

// generalWords are well-known words in names, in the output languages.
var generalWords = words("generalWords")

// notGeneral are correct words that look like a misspelled general word.
var notGeneral = words("notGeneral")

func checkGeneralNames(r *reading) []Finding {
	var found []Finding
	for _, t := range r.labels {
		found = append(found, r.misspelledTitle(t)...)
		if !t.name || !(t.field == "location" || strings.HasSuffix(t.field, ".location") || strings.HasSuffix(t.field, ".institution")) {
			continue
		}
		for _, w := range wordsOf(t.value) {
			if right := generalWord(w.lower()); right != "" {
				f := t.within(w.from, w.to, fmt.Sprintf("%q looks misspelled", w.text), fmt.Sprintf("write %q", matchCase(w.text, right)))
				found = append(found, f)
			}
		}
	}
	return found
}

// misspelledTitle finds the misspelled words in the name of a project or an award, which is
// made of plain words if it has several.
func (r *reading) misspelledTitle(t text) []Finding {
	if !r.english || !strings.HasSuffix(t.field, ".name") && !strings.HasSuffix(t.field, ".title") || t.isForeign() {
		return nil
	}
	words := wordsOf(t.value)
	if len(words) < 2 {
		return nil
	}
	var found []Finding
	for _, w := range words {
		if right := spelling().right(w.lower()); right != "" && !r.isKnownName(w.text) && !hasInnerCapital(w.text) && w.text != strings.ToUpper(w.text) {
			first, _, _ := strings.Cut(right, ",")
			found = append(found, advice(t.within(w.from, w.to, fmt.Sprintf("%q looks misspelled", w.text), fmt.Sprintf("write %q, unless it is a name", matchCase(w.text, first)))))
		}
	}
	return found
}

// isKnownName reports whether w is a technology or one of the user's own words.
func (r *reading) isKnownName(w string) bool {
	_, known := r.Catalog.Lookup(w)
	return known || nearWords()[strings.ToLower(w)] || nearNamesOf(r.Catalog).meant(w) != ""
}

// generalWord returns the general word that w misspells, or "".
func generalWord(w string) string {
	if len(w) < 5 || !isASCII(w) {
		return ""
	}
	right := ""
	for _, general := range generalWords() {
		if w == general {
			return ""
		}
		if len(general) > 5 && oneSlip(w, general) {
			right = general
		}
	}
	for _, other := range notGeneral() {
		if w == other {
			return ""
		}
	}
	return right
}
