package match

import (
	"slices"
	"strings"
)

// asksLanguage recognizes a sentence that asks for a human language: not "Dutch is not
// required".
func asksLanguage(s sentence) bool {
	return theLexicon().facts.has(s.words, "spoken") && slices.ContainsFunc(tonguesIn(s.text, s.words), func(m mark) bool {
		return levelAt(s, m.start, m.end, Required) != Mentioned
	})
}

// opensWithTongue recognizes an item that is little else than a human language: "Dutch, our
// farmers call".
func opensWithTongue(s sentence) bool {
	tongues := tonguesIn(s.text, s.words)
	return len(s.words) <= shortDemand && len(tongues) > 0 && tongues[0].first == 0 && levelAt(s, tongues[0].start, tongues[0].end, Required) != Mentioned
}

// tonguesIn returns the human languages that a sentence names, by their English names.
func tonguesIn(text string, words []word) []mark {
	return slices.DeleteFunc(theLexicon().tongues.find(words), func(m mark) bool {
		return text[m.start:m.end] == "polish" // the verb
	})
}

// tonguesAsked returns the human languages that sentences ask for, with their levels if
// they are those of the European framework: "English (B2)".
func tonguesAsked(sentences []string) []string {
	var out []string
	for _, text := range sentences {
		words := wordsOf(text)
		for _, m := range tonguesIn(text, words) {
			name := m.kind
			if level := frameworkLevel(words[m.next:]); level != "" {
				name += " (" + level + ")"
			}
			if !slices.ContainsFunc(out, func(o string) bool { return o == m.kind || strings.HasPrefix(o, m.kind+" (") }) {
				out = append(out, name)
			}
		}
	}
	return out
}

// frameworkLevel returns the first level among the words right after a language.
func frameworkLevel(after []word) string {
	const near = 8 // words
	for _, w := range after[:min(near, len(after))] {
		if len(w.text) == 2 && strings.ContainsRune("abc", rune(w.text[0])) && (w.text[1] == '1' || w.text[1] == '2') {
			return strings.ToUpper(w.text)
		}
	}
	return ""
}

// speakText compares the languages that are asked for with those of the resume.
func (r *Report) speakText() []string {
	asked := tonguesAsked(r.Languages)
	if len(asked) == 0 {
		return nil
	}
	answer := "the resume names no languages"
	if len(r.Speaks) > 0 {
		answer = "the resume has " + strings.Join(r.Speaks, ", ")
	}
	return []string{"asks for " + strings.Join(asked, ", ") + "; " + answer}
}
