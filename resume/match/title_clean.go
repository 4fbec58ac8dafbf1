package match

import (
	"slices"
	"strings"

	"github.com/ghresume/ghresume/internal/lazy"
)

// forAll matches the note that a job is for people of any gender: (m/w/d), (gn), H/F.
var forAll = lazy.New(`(?i)\([mwfdxgnhik*]{1,2}(?:\s?[/|,]\s?[mwfdxink*]){0,3}\)|\b[hf]/[fh]\b|\(all genders?\)`)

// isPlaceName reports whether words are the name of a city, a region or a country.
func isPlaceName(words []word) bool { return isLabel(words, "town") }

// isEmployer reports whether words have a company's legal form or the like.
func isEmployer(words []word) bool {
	return slices.ContainsFunc(words, func(w word) bool {
		return slices.Contains([]string{"gmbh", "inc", "ltd", "llc", "ag", "sa", "se", "bv", "srl", "spa", "limited", "company", "group", "labs", "technologies", "solutions", "software"}, w.text)
	})
}

var contractWords = []string{"time", "fulltime", "contract", "permanent", "freelance", "temporary", "cdi", "cdd", "vollzeit", "teilzeit", "unbefristet", "indefinido", "tempo", "pj", "clt", "b2b", "uop", "impact", "salary", "equity", "visa", "worldwide", "emea", "latam", "europe", "usa", "us", "uk", "eu", "anywhere", "global", "job", "offer", "hiring", "urgent"}

// cleanTitle removes what a title does not need: places and contracts in brackets, "at
// Acme", "in Berlin".
func cleanTitle(text string) string {
	text = strings.TrimLeft(withoutEdges(withoutBrackets(text)), "# ")
	if label, rest, found := strings.Cut(strings.TrimPrefix(text, "【"), "】"); found && len(rest) > 0 && len(label) < len(text) {
		text = rest
	}
	if role, employer, found := strings.Cut(text, " @ "); found && startsUpper(employer) {
		text = role
	}
	words := wordsOf(text)
	for i, w := range words {
		if i > 0 && slices.Contains([]string{"at", "bei", "na", "chez", "presso", "bij", "w"}, w.text) && startsUpper(strings.TrimSpace(text[w.end:])) && namesRole(text[:w.start]) {
			text = strings.TrimSpace(text[:w.start])
			break
		}
		if i > 0 && slices.Contains([]string{"location", "locations", "salary", "department"}, w.text) && strings.HasPrefix(text[w.end:], ":") {
			text = strings.TrimSpace(text[:w.start])
			break
		}
	}
	text = withoutTown(withoutCall(workload.ReplaceAllString(text, "")))
	if opened, _ := unmatched(text); opened {
		text = text[:strings.LastIndexByte(text, '(')] // cut within brackets
	}
	if at := forAll.FindStringIndex(text); at != nil && isAside(text[at[1]:]) {
		text = text[:at[1]] // "(m/w/d) onsite or remote in Germany"
	}
	return strings.Trim(strings.Join(strings.Fields(text), " "), " ,:;-")
}

// withoutEdges removes punctuation around a title, but not the dot of ".NET Developer".
func withoutEdges(text string) string {
	text = strings.TrimRight(strings.TrimLeft(text, " :;,-–—|*"), " :;,.-–—|*")
	if rest := strings.TrimLeft(text, "."); len(text)-len(rest) != 1 || !startsUpper(rest) {
		return rest
	}
	return text
}

// workload matches what part of full time a job is: "80–100 %".
var workload = lazy.New(`[,(]?\s*\d{2,3}\s?(?:%?\s?[-–/]\s?\d{2,3}\s?)?%\)?`)

// withoutCall removes "wanted" and the like from the end of a title.
func withoutCall(text string) string {
	for _, call := range []string{" role", " position", " wanted", " needed", " gesucht", " gezocht", " recherché", " recherchée", " cercasi", " poszukiwany", " poszukiwana"} {
		if role, found := strings.CutSuffix(strings.TrimRight(text, "!. "), call); found && namesRole(role) {
			return role
		}
	}
	return text
}

// withoutTown removes ", Berlin" and "in Berlin" from the end of a title.
func withoutTown(text string) string {
	if role, rest, found := strings.Cut(text, ", "); found && namesRole(role) && isOnlyPlace(wordsOf(rest)) {
		return role
	}
	for _, joint := range []string{", ", " in ", " à ", " en ", " a ", " w "} {
		role, town, found := strings.Cut(text, joint)
		if town, _, _ = strings.Cut(town, ","); found && namesRole(role) && isPlaceName(wordsOf(town)) {
			return role
		}
	}
	return text
}

// isOnlyPlace reports whether words say where the work is done, and nothing else: "remote
// or Berlin".
func isOnlyPlace(words []word) bool {
	for i := 0; i < len(words); {
		next := i
		for _, m := range append(theLexicon().facts.at(words, i), theLexicon().lists.at(words, i)...) {
			if slices.Contains([]string{"remote", "hybrid", "onsite", "town", "site", "or", "and"}, m.kind) {
				next = max(next, m.next)
			}
		}
		if next == i {
			return false
		}
		i = next
	}
	return len(words) > 0
}

// withoutBrackets drops brackets with a place, a contract or a number; those with
// technologies or (m/w/d) stay.
func withoutBrackets(text string) string {
	for _, pair := range [][2]string{{"(", ")"}, {"[", "]"}} {
		for from := 0; ; {
			open := strings.Index(text[from:], pair[0])
			if open < 0 {
				break
			}
			open += from
			end := strings.Index(text[open:], pair[1])
			if end < 0 {
				break
			}
			end += open
			if inner := text[open+1 : end]; isAside(inner) {
				text = text[:open] + text[end+1:]
				from = open
			} else {
				from = end
			}
		}
	}
	return text
}

// isAside reports whether the text in brackets is not about the job itself.
func isAside(inner string) bool {
	words := wordsOf(inner)
	for _, kind := range []string{"remote", "hybrid", "onsite", "place"} {
		if theLexicon().facts.has(words, kind) {
			return true
		}
	}
	if town, _, _ := strings.Cut(inner, ","); isPlaceName(wordsOf(town)) {
		return true
	}
	return slices.ContainsFunc(words, func(w word) bool { return slices.Contains(contractWords, w.text) || w.text == "id" || w.text == "ref" })
}
