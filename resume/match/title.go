package match

import (
	"slices"
	"strings"
	"unicode"
)

// longestTitle limits a title, in words.
const longestTitle = 14

// titleOf returns the job's title: the first of the first lines that names a role,
// without label, employer, place and advertising; else the first role that the text
// names.
func titleOf(lines []passage) string {
	if title := labeledTitle(lines); title != "" {
		return title
	}
	for i, l := range lines[:min(len(lines), 5)] {
		if title := titleIn(l.text); title != "" {
			return title
		}
		if title := offered(lines); i == 0 && title != "" {
			return title
		}
	}
	for _, l := range lines {
		if title := roleIn(l.text); title != "" {
			return title
		}
	}
	if len(lines) == 0 {
		return ""
	}
	if title := soughtIn(lines[0].text); title != "" {
		return title
	}
	first, _, _ := strings.Cut(titleParts(lines[0].text)[0], " (http")
	first = cleanTitle(first)
	if isSentence(first) || len(strings.Fields(first)) > longestTitle {
		return "" // prose, not a title
	}
	return clip(first)
}

// labeledTitle returns what is behind "Job title:" at the top, such as in the body of an
// e-mail.
func labeledTitle(lines []passage) string {
	const top = 12 // lines
	for i, l := range lines[:min(len(lines), top)] {
		label, rest, found := strings.Cut(l.text, ":")
		switch {
		case l.label != "":
			label, rest = l.label, l.text
		case !found && l.heading && i+1 < len(lines) && !lines[i+1].bullet:
			label, rest = l.text, lines[i+1].text
		case !found:
			continue
		}
		if len(label) <= longestName && isLabel(wordsOf(label), "job_title") {
			if title := titleIn(rest); title != "" {
				return title
			}
		}
	}
	return ""
}

// soughtIn returns the role that a sentence looks for in small letters: "We're looking for a
// frontend developer who cares".
func soughtIn(text string) string {
	const longest = 4 // words before the role
	words := wordsOf(text[:min(len(text), longestSentence)])
	for _, seek := range only(theLexicon().cues.find(words), "seek") {
		from := seek.next
		for from < len(words) && slices.Contains([]string{"a", "an", "our", "another"}, words[from].text) {
			from++
		}
		for i := from; i > seek.next && i < len(words) && i <= from+longest && (i == from || !words[i].firm); i++ {
			if theLexicon().facts.hasAt(words, i, "roles") && (i+1 == len(words) || words[i+1].firm || !theLexicon().facts.hasAt(words, i+1, "roles")) {
				return text[words[from].start:words[i].end]
			}
		}
	}
	return ""
}

// offered returns the first line if it is marked as a job, even with an unknown role.
func offered(lines []passage) string {
	if len(lines) == 0 || isSentence(lines[0].text) || len(strings.Fields(lines[0].text)) > longestTitle || !forAll.MatchString(lines[0].text) {
		return ""
	}
	return strings.Join(strings.Fields(lines[0].text), " ")
}

func clip(title string) string {
	words := strings.Fields(title)
	if len(words) > longestTitle {
		return strings.Join(words[:longestTitle], " ") + " …"
	}
	return strings.Join(words, " ")
}

// titleIn returns the part of a line that names a role, or "".
func titleIn(text string) string {
	if isSentence(text) {
		return ""
	}
	parts := titleParts(text)
	best := slices.IndexFunc(parts, namesRole)
	if best < 0 {
		return ""
	}
	title := cleanTitle(parts[best])
	for _, next := range parts[best+1:] {
		if !isSubject(next) {
			break
		}
		title += " - " + cleanTitle(next)
	}
	if n := len(strings.Fields(title)); n > longestTitle || n == 0 {
		return ""
	}
	return title
}

// isSentence reports whether a text is prose: "We are looking for a Go engineer."
func isSentence(text string) bool {
	if strings.Count(text, " | ") > 1 {
		return false // "Acme | Go Engineer | Remote | We build …"
	}
	return len(strings.Fields(text)) > 30 || strings.HasSuffix(text, ".") && len(strings.Fields(text)) > 8 && !strings.Contains(text, " | ")
}

// titleParts cuts "Acme | Go Engineer – Remote" at its separators.
func titleParts(text string) []string {
	text = withoutLabel(text)
	for _, separator := range []string{" – ", " — ", " - ", " | ", " • ", " · ", " // ", " :: "} {
		text = strings.ReplaceAll(text, separator, "\x00")
	}
	var out []string
	for part := range strings.SplitSeq(text, "\x00") {
		if part = strings.TrimSpace(part); part != "" {
			out = append(out, part)
		}
	}
	if len(out) == 0 {
		return []string{strings.TrimSpace(text)}
	}
	return out
}

// withoutLabel removes "Job title:".
func withoutLabel(text string) string {
	label, rest, found := strings.Cut(text, ":")
	words := wordsOf(label)
	if !found || len(words) > 4 || strings.TrimSpace(rest) == "" {
		return text
	}
	if slices.ContainsFunc(theLexicon().facts.find(words), func(m mark) bool { return m.kind == "label" && m.next-m.first == len(words) }) {
		return rest
	}
	return text
}

func namesRole(text string) bool {
	words := wordsOf(text)
	if theLexicon().facts.has(words, "roles") {
		return true
	}
	// German and Dutch write compounds as one word: Softwareentwickler,
	// Plattformingenieurin.
	return slices.ContainsFunc(words, func(w word) bool {
		return slices.ContainsFunc([]string{"entwickler", "entwicklerin", "ingenieur", "ingenieurin", "ontwikkelaar", "architekt", "beheerder", "berater"}, func(end string) bool { return strings.HasSuffix(w.text, end) })
	})
}

// isSubject reports whether a part after the role belongs to it: a technology or a field,
// not a place, a contract or an employer.
func isSubject(part string) bool {
	part, inner, _ := strings.Cut(part, "(")
	words := wordsOf(part)
	if facts := theLexicon().facts; isPlaceName(words) || facts.has(wordsOf(inner), "onsite") || facts.has(wordsOf(inner), "hybrid") {
		return false
	}
	if len(words) == 0 || len(words) > 4 {
		return false
	}
	for _, kind := range []string{"remote", "hybrid", "onsite", "place"} {
		if theLexicon().facts.has(words, kind) {
			return false
		}
	}
	return !slices.ContainsFunc(words, func(w word) bool { return slices.Contains(contractWords, w.text) }) && strings.IndexFunc(part, unicode.IsDigit) < 0 &&
		!strings.Contains(part, ",") && !isEmployer(words)
}

// roleIn returns the role that a sentence names: a role word with the capitalized words
// before it.
func roleIn(text string) string {
	words := wordsOf(text)
	for _, m := range only(theLexicon().facts.find(words), "roles") {
		first := m.first
		for first > 0 && m.first-first < 4 && !words[first].firm && isTitleWord(text, words[first-1]) && onlySpace(text[words[first-1].end:words[first].start]) {
			first--
		}
		if first < m.first && startsUpper(text[words[first].start:]) && startsUpper(text[m.start:]) {
			if first == 0 {
				return text[:m.end] + fieldBehind(text[m.end:])
			}
			return text[words[first].start:m.end]
		}
		if end := fieldAfter(text, words, m.next); end > 0 && startsUpper(text[m.start:]) {
			return text[m.start:end]
		}
	}
	return ""
}

// fieldAfter returns the end of the capitalized words after a role, as in "Desarrollador/a
// Frontend React para …"; 0 if there are none.
func fieldAfter(text string, words []word, i int) int {
	const most = 4 // words
	if i < len(words) && len(words[i].text) <= 4 && strings.ContainsAny(text[words[i-1].end:words[i].start], "/(·") {
		i++ // "/a"
	}
	end := 0
	for k := i; k < len(words) && k < i+most && !words[k].firm && onlySpace(text[words[k-1].end:words[k].start]); k++ {
		joint := k > i && k+1 < len(words) && theLexicon().lists.hasAt(words, k, "and") && isTitleWord(text, words[k+1])
		if !joint && !isTitleWord(text, words[k]) {
			break
		}
		if !joint {
			end = words[k].end
		}
	}
	return end
}

// fieldBehind returns the field after the comma of a title that begins a line: ", Motor
// Control" in "Embedded Developer, Motor Control. Acme in Leeds is …".
func fieldBehind(rest string) string {
	const most = 3 // words
	field, _, ends := strings.Cut(rest, ".")
	words := wordsOf(field)
	if !ends || !strings.HasPrefix(field, ", ") || len(words) > most || strings.Contains(field[1:], ",") || !isSubject(field[2:]) {
		return ""
	}
	if slices.ContainsFunc(words, func(w word) bool { return !isTitleWord(field, w) }) {
		return ""
	}
	return field
}

func onlySpace(gap string) bool {
	return strings.Trim(gap, " -/.&+#") == ""
}

func isTitleWord(text string, w word) bool {
	written := text[w.start:w.end]
	return startsUpper(written) && !slices.Contains([]string{"we", "the", "a", "an", "our", "as", "for", "i", "wir", "nous"}, w.text)
}
