package match

import (
	"bytes"
	"cmp"
	"slices"
	"strings"

	"github.com/ghresume/ghresume/resume/skill"
)

// hits returns the technologies of a sentence, without the employer's own name.
func (r *reader) hits(s sentence) []hit {
	found := withNames(r.catalog, s, r.catalog.Find(s.text))
	out := make([]hit, 0, len(found))
	for _, m := range found {
		if r.isInEmployer(s.text, m.Start, m.End) || len(r.employers) > 0 && (slices.Contains(r.employers, strings.ToLower(m.Name)) || slices.Contains(r.employers, strings.ToLower(m.Text))) {
			continue
		}
		h := hit{Match: m}
		if t, ok := r.catalog.Lookup(m.Name); ok {
			h.family, h.implies, h.wholes = t.Family, t.Implies, r.wholes(t)
		}
		out = append(out, h)
	}
	return out
}

// isInEmployer reports whether a name is a part of the employer's: "Robotics" in "Acme
// Robotics".
func (r *reader) isInEmployer(text string, start, end int) bool {
	return slices.ContainsFunc(r.employers, func(employer string) bool {
		for at := max(0, end-len(employer)); at <= start && at+len(employer) <= len(text); at++ {
			if strings.EqualFold(text[at:at+len(employer)], employer) {
				return end-start < len(employer)
			}
		}
		return false
	})
}

// wholes returns what a technology is a part of: Amazon S3 of AWS.
func (r *reader) wholes(t skill.Technology) []string {
	var out []string
	for _, name := range t.Implies {
		if whole, ok := r.catalog.Lookup(name); ok && whole.Group != skill.Languages {
			out = append(out, name)
		}
	}
	return out
}

// withNames adds ordinary words that must be technologies, because their part of the
// sentence contains nothing else: "Rust", "Rust is a plus", "C" in "C++ and C".
func withNames(catalog *skill.Catalog, s sentence, found []skill.Match) []skill.Match {
	rest := []byte(s.text)
	for _, c := range s.cues {
		copy(rest[c.start:c.end], bytes.Repeat([]byte(";"), c.end-c.start))
	}
	for _, m := range found {
		for i := m.Start; i < m.End; i++ {
			rest[i] = '('
		}
	}
	added := false
	for start := 0; start < len(rest); {
		end := start
		for end < len(rest) && !strings.ContainsRune(",;:()", rune(rest[end])) {
			end++
		}
		if name, at := withoutJoiners(string(rest[start:end])); name != "" && len(name) <= 2*longestName {
			name = withoutUse(name)
			known, ok := catalog.Named(name)
			if !ok {
				var skipped int
				known, name, skipped, ok = languageOf(catalog, name)
				at += skipped
			}
			if ok {
				found, added = append(found, skill.Match{Name: known.Name, Group: known.Group, Text: name, Start: start + at, End: start + at + len(name)}), true
			}
		}
		start = end + 1
	}
	if added {
		slices.SortFunc(found, func(a, b skill.Match) int { return cmp.Compare(a.Start, b.Start) })
	}
	return found
}

// withoutJoiners returns a part of a sentence without the words that join it to others, and its
// start.
func withoutJoiners(part string) (name string, at int) {
	name = strings.Trim(part, " .!")
	if name == "" || len(name) > 2*longestName {
		return "", 0
	}
	for _, word := range []string{"and ", "or ", "but ", "& "} {
		name = strings.TrimSpace(strings.TrimPrefix(name, word))
	}
	for _, word := range []string{" and", " or", " oder", " ou", " o", " of", " lub"} {
		name = strings.TrimSpace(strings.TrimSuffix(name, word))
	}
	return name, strings.LastIndex(part, name)
}

// languageOf reads a language after words that say how much of it is asked for: "some Rust",
// "ein bisschen Go", "a touch of R for statistics". It returns the place of its name.
func languageOf(catalog *skill.Catalog, part string) (known skill.Technology, name string, at int, ok bool) {
	words := wordsOf(part)
	if len(words) == 0 {
		return known, "", 0, false
	}
	for _, m := range theLexicon().facts.at(words, 0) {
		if m.kind != "amount" || m.next == len(words) || words[m.next].firm {
			continue
		}
		name, at = part[words[m.next].start:], words[m.next].start
		if first, rest, found := strings.Cut(name, " "); found && purposes[strings.ToLower(strings.Fields(rest + " .")[0])] {
			name = first
		}
		if known, ok = catalog.Named(name); ok && known.Group == skill.Languages && startsUpper(name) {
			return known, name, at, true
		}
	}
	return known, "", 0, false
}

// purposes are words before what a language is used for.
var purposes = map[string]bool{"for": true, "on": true, "für": true, "pour": true, "para": true, "per": true, "voor": true, "do": true, "dla": true}

// withoutUse returns a name without the words that say where it is used: "Rust in
// production", "Rust in your spare time".
func withoutUse(name string) string {
	first, rest, found := strings.Cut(name, " ")
	if !found {
		return name
	}
	words := wordsOf(rest)
	if slices.ContainsFunc(words[:min(len(words), 4)], func(w word) bool { return uses[w.text] }) {
		return first
	}
	return name
}

// uses are words that follow a technology, folded.
var uses = map[string]bool{"production": true, "prod": true, "anger": true, "spare": true, "produktion": true, "produktiv": true, "freizeit": true, "produccion": true, "producao": true, "produzione": true, "productie": true, "produkcji": true, "produkcyjnie": true}

// longestName limits what is looked up, in bytes; no technology has a longer name.
const longestName = 40
