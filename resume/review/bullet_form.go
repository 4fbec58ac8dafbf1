package review

import (
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/ghresume/ghresume/internal/english"
	"github.com/ghresume/ghresume/internal/lazy"
)

func checkBulletLength(r *reading) []Finding {
	var found []Finding
	for _, l := range r.lists {
		if keywords := l.keywords(); keywords >= 2 && keywords*2 > len(l.items) {
			found = append(found, advice(at(l.field, fmt.Sprintf("%d of the bullets have three words or fewer; they read as a list of skills", keywords), `move names of technologies to skills = ["…"] of the entry`)))
			continue
		}
		for _, t := range l.items {
			if f, ok := bulletLength(t, l.role != nil); ok {
				found = append(found, f)
			}
		}
	}
	return found
}

// keywords counts the bullets of three words or fewer.
func (l list) keywords() int {
	n := 0
	for _, t := range l.items {
		if countWords(t.value) <= 3 {
			n++
		}
	}
	return n
}

// mostSentences is how many sentences a bullet may have.
const mostSentences = 3

// bulletLength judges one bullet; outside of experience short ones are fine.
func bulletLength(t text, role bool) (Finding, bool) {
	n := countWords(t.value)
	if several := len(sentencesOf(t.value)); several > mostSentences && n > several*2 {
		return advice(at(t.field, fmt.Sprintf("the bullet has %d sentences", several), "one bullet, one achievement: split it")), true
	}
	words := english.Count(n, "word")
	const add, cut = "say what you did, how, and with what result, in at least six words", "cut it to thirty words, or split it in two"
	switch {
	case n == 0 || n >= 6 && n <= 30 || n < 6 && !role:
		return Finding{}, false
	case n <= 3:
		return at(t.field, "the bullet has "+words, add), true
	case n < 6:
		return advice(at(t.field, "the bullet has "+words+"; a strong one can be that short", add)), true
	case n <= 40:
		return advice(at(t.field, "the bullet has "+words+"; thirty are plenty", cut)), true
	}
	return at(t.field, "the bullet has "+words, cut), true
}

// The maximum number of words in a bullet and in a paragraph.
const (
	bulletBlock    = 60
	paragraphBlock = 120
)

var paragraphEnd = lazy.New(`\n\s*\n`)

func checkBlocks(r *reading) []Finding {
	var found []Finding
	for _, t := range r.texts {
		limit := paragraphBlock
		if t.kind != prose {
			limit = bulletBlock
		}
		for _, paragraph := range paragraphEnd.Split(t.value, -1) {
			if n := countWords(paragraph); n > limit {
				found = append(found, at(t.field, fmt.Sprintf("a block of %d words", n), "turn it into bullets and keep what the reader needs"))
				break
			}
		}
	}
	return found
}

func checkFullStops(r *reading) []Finding {
	var found []Finding
	for _, l := range r.lists {
		var with, without []text
		for _, t := range l.items {
			switch s := strings.TrimRightFunc(t.value, unicode.IsSpace); {
			case s == "":
			case strings.HasSuffix(s, ".") && !endsAbbreviation(s), strings.HasSuffix(s, "。"):
				with = append(with, t)
			case isWordRune(lastRune(s)) || strings.ContainsRune(`)%"”’]+`, lastRune(s)):
				without = append(without, t)
			}
		}
		if len(with) == 0 || len(without) == 0 || len(with)+len(without) < 3 {
			continue
		}
		found = append(found, stopMixture(with, without))
	}
	return found
}

// stopMixture reports the bullet that differs from the others.
func stopMixture(with, without []text) Finding {
	odd, message, hint := without[0], "the bullet ends without a period, unlike the others in its list", "add the period"
	if len(with) <= len(without) {
		odd, message, hint = with[0], "the bullet ends with a period, unlike the others in its list", "drop the period"
	}
	f := odd.within(len(strings.TrimRightFunc(odd.value, unicode.IsSpace))-1, len(odd.value), message, hint)
	// Bullets of several sentences need full stops; short ones do not.
	several := 0
	for _, t := range with {
		if len(sentencesOf(t.value)) > 1 {
			several++
		}
	}
	if several == len(with) || len(with) == len(without) {
		f = advice(f)
	}
	return f
}

func endsAbbreviation(s string) bool {
	last := strings.ToLower(strings.TrimSuffix(s[strings.LastIndexAny(s, " (")+1:], "."))
	return abbreviations[last] || strings.Contains(last, ".")
}

func lastRune(s string) rune {
	r, _ := utf8.DecodeLastRuneInString(s)
	return r
}

func checkSmallStarts(r *reading) []Finding {
	var found []Finding
	for _, l := range r.lists {
		var small []text
		capitals := 0
		for _, t := range l.items {
			words := wordsOf(t.value)
			if len(words) == 0 || strings.HasPrefix(t.clear, "_") || strings.HasPrefix(t.value, "<") {
				continue
			}
			first, _ := utf8.DecodeRuneInString(words[0].text)
			switch {
			case unicode.IsUpper(first):
				capitals++
			case isSmall(first) && !hasInnerCapital(words[0].text) && !r.names[words[0].lower()] && !isSmallName(words[0].text):
				small = append(small, t)
			}
		}
		if len(small) == 0 || capitals < len(small) {
			continue
		}
		for _, t := range small {
			w := wordsOf(t.value)[0]
			found = append(found, t.within(w.from, w.to, fmt.Sprintf("the bullet begins with a small letter: %q", w.text), "begin with a capital, as the others do"))
		}
	}
	return found
}

// hasInnerCapital reports whether w has a capital after its first letter: GitHub, iOS.
func hasInnerCapital(w string) bool {
	_, size := utf8.DecodeRuneInString(w)
	return strings.IndexFunc(w[size:], unicode.IsUpper) >= 0
}

func isSmallStart(w string) bool { return isSmall(firstRune(w)) }

// isSmall reports whether a letter is a small one. Georgian has no capitals in ordinary text.
func isSmall(r rune) bool { return unicode.IsLower(r) && !unicode.Is(unicode.Georgian, r) }
