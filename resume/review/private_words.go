package review

import (
	"strings"
	"unicode/utf8"
)

// topic is what a private phrase is about, with the words that tell, in all output
// languages. A phrase is private if its other words only join or qualify those.
type topic struct {
	what string
	// alone are words that tell by themselves; beside are words that mean other things,
	// too: it takes two of them.
	alone, beside func() map[string]bool
}

// family is the first of the topics: a number is one of its words, as in "two kids".
const family = 0

var topics = [...]topic{
	family: {"the family", wordSet("familyAlone"), wordSet("familyBeside")},
	{"the religion", wordSet("faithAlone"), wordSet("faithBeside")},
	{"the state of health", wordSet("healthAlone"), wordSet("healthBeside")},
	{"the orientation or origin", wordSet("originAlone"), wordSet("originBeside")},
	{"a political affiliation", wordSet("politicsAlone"), wordSet("politicsBeside")},
	{"the criminal record", wordSet("recordAlone"), wordSet("recordBeside")},
	{militaryService, wordSet("serviceAlone"), wordSet("serviceBeside")},
}

const militaryService = "military service"

var (
	// joiningWords may accompany the words of a topic.
	joiningWords = wordSet("joiningWords")
	// countingWords are numbers and words for none.
	countingWords = wordSet("countingWords")
	// purposeWords make a phrase one about other people: "for kids and parents".
	purposeWords = wordSet("purposeWords")
)

// phraseWords counts the words of a phrase by what they tell.
type phraseWords struct {
	alone, beside [len(topics)]int
	// counted means that there is a number, forOthers that there is one of purposeWords.
	counted, forOthers bool
}

// topicOf returns what a phrase is about if it is private life and nothing else.
func topicOf(phrase string) string {
	var p phraseWords
	for _, w := range wordsOf(phrase) {
		if !p.add(w.lower()) {
			return ""
		}
	}
	if p.forOthers && !p.counted {
		return "" // but "married for ten years" has a number
	}
	if p.counted {
		p.beside[family] += min(1, p.beside[family])
	}
	for i, t := range topics {
		if p.alone[i] > 0 || p.beside[i] > 1 {
			return t.what
		}
	}
	return ""
}

// add counts a word; it returns false for one that makes the phrase about something else.
func (p *phraseWords) add(w string) bool {
	w = strings.TrimSuffix(strings.TrimSuffix(w, "'s"), "’s")
	known := false
	for i, t := range topics {
		if t.alone()[w] {
			p.alone[i]++
			known = true
		} else if t.beside()[w] {
			p.beside[i]++
			known = true
		}
	}
	switch {
	case countingWords()[w] || isNumber(w):
		p.counted = true
	case purposeWords()[w]:
		p.forOthers = true
	case known || joiningWords()[w] || utf8.RuneCountInString(w) == 1:
	default:
		first, rest, joined := strings.Cut(w, "-")
		return joined && p.add(first) && p.add(rest)
	}
	return true
}

func isNumber(w string) bool { return strings.Trim(w, "0123456789.+-") == "" }
