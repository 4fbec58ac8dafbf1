package produce

import (
	"regexp"
	"slices"
	"strings"

	"github.com/ghresume/ghresume/resume"
	"github.com/ghresume/ghresume/resume/skill"
)

// textLine is a line of a document with its words, in which all figures are the same.
type textLine struct {
	text  string
	words []string
}

// changedLines returns the lines of an old text that a new one has neither as they were nor
// with more words in between.
func changedLines(old, now []byte) []textLine {
	var out []textLine
	lines := linesIn(now)
	if linesOfPDF(now) != nil {
		lines = withNext(lines)
	}
	after := indexLines(lines)
	for _, line := range linesIn(old) {
		if !after.has(line) {
			out = append(out, line)
		}
	}
	return out
}

// lineIndex finds the lines that have a word.
type lineIndex map[string][]textLine

func indexLines(lines []textLine) lineIndex {
	index := lineIndex{}
	for _, line := range lines {
		for _, word := range slices.Compact(slices.Sorted(slices.Values(line.words))) {
			index[word] = append(index[word], line)
		}
	}
	return index
}

// has reports whether a line has these words in this order.
func (x lineIndex) has(line textLine) bool {
	rarest := slices.MinFunc(line.words, func(a, b string) int { return len(x[a]) - len(x[b]) })
	return slices.ContainsFunc(x[rarest], func(l textLine) bool { return isWithin(line.words, l.words) })
}

// isWithin reports whether a list has these words in this order, perhaps with others in
// between.
func isWithin(words, list []string) bool {
	for _, word := range list {
		if len(words) > 0 && words[0] == word {
			words = words[1:]
		}
	}
	return len(words) == 0
}

// linesIn returns the lines of a document that have words.
func linesIn(document []byte) []textLine {
	text := string(readable(document))
	if linesOfPDF(document) == nil {
		text = lineEnds().ReplaceAllString(text, "\n")
		text = regexp.MustCompile(`<[^<>]*>`).ReplaceAllString(text, " ")
		text = regexp.MustCompile(`",\n\s*"`).ReplaceAllString(text, `", "`) // a list in JSON
	}
	var out []textLine
	for line := range strings.Lines(text) {
		if words := wordsOf(line); len(words) > 0 {
			out = append(out, textLine{strings.TrimSpace(line), words})
		}
	}
	return out
}

// withNext adds to each line the next one: more words move where lines of a PDF end.
func withNext(lines []textLine) []textLine {
	out := slices.Clone(lines)
	for i := range out[:max(0, len(out)-1)] {
		out[i].words = slices.Concat(lines[i].words, lines[i+1].words)
	}
	return out
}

// lineEnds matches what ends a line in HTML and DOCX.
func lineEnds() *regexp.Regexp {
	return regexp.MustCompile(`</(?:p|li|h[1-6]|dd|dt|div|tr|section|article|w:p)>|<br ?/?>`)
}

// wordsOf returns the words of a text in their order; a figure is "0".
func wordsOf(text string) []string {
	var out []string
	eachWord(text, func(word string) {
		if strings.Trim(word, "#") != "" { // not a heading's mark
			out = append(out, word)
		}
	})
	return out
}

// rearranged describes changed lines, each by its beginning.
func rearranged(lines []textLine) []string {
	var out []string
	for _, line := range lines {
		out = append(out, `"`+line.beginning()+`"`)
	}
	return out
}

// beginning returns the first words of a line, without the marks of its format.
func (l textLine) beginning() string {
	const most = 40 // letters
	text := strings.Join(strings.Fields(strings.Trim(strings.NewReplacer("**", "", `"`, "").Replace(l.text), `#-*|, `)), " ")
	if letters := []rune(text); len(letters) > most {
		text = string(letters[:most])
		if i := strings.LastIndexByte(text, ' '); i > 0 {
			text = text[:i]
		}
		text += "…"
	}
	return text
}

// ranks returns the lines of technologies that have others, or another order, although the
// repositories still prove them, if what decides about the order is denied.
func (d denied) ranks(old, now []byte) []string {
	if !slices.ContainsFunc(d.cuts, d.isOfRank) {
		return nil
	}
	catalog := skill.Default()
	changed := slices.DeleteFunc(changedLines(old, now), func(l textLine) bool { return len(technologiesIn(catalog, l.text)) < 2 })
	return rearranged(changed)
}

// isOfRank reports whether a cut is about something that decides about the order of
// technologies in many repositories.
func (d denied) isOfRank(c resume.Cut) bool {
	switch c.Part {
	case resume.CutRepositories:
		return true
	case resume.CutCommits:
		return !strings.HasPrefix(c.What, "commits in ")
	case resume.CutFiles:
		return 10*c.Count > len(d.snapshot.Repositories)
	case resume.CutDetails:
		return slices.ContainsFunc([]string{"topics", "languages", "default branches", "counts of commits", "archived", "pushed to", "disabled", "empty"},
			func(what string) bool { return strings.Contains(c.What, what) })
	}
	return false
}
