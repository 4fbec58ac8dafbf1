package review

import (
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/ghresume/ghresume/resume/skill"
)

var proofreadingRules = []Rule{
	{
		Name: "misspelling", Area: Language, Severity: Warning, on: onWriting, knows: (*language).spells,
		Reason: "A misspelled word costs more interviews than a missing skill.",
		Bad:    `summary = "Backend developer. Five years of managment in payments."`,
		Good:   `summary = "Backend developer. Five years of management in payments."`,
		check:  checkSpelling,
	},
	{
		Name: "product-case", Area: Language, Severity: Warning, Habit: true, on: onWriting,
		Reason: "People who work with a product write its name as its makers do.",
		Bad:    `summary = "Backend developer. Five years of Javascript and Postgresql in payments."`,
		Good:   `summary = "Backend developer. Five years of JavaScript and PostgreSQL in payments."`,
		check:  checkProductCase,
	},
	{
		Name: "doubled-word", Area: Language, Severity: Warning, on: onWriting,
		Reason: "Writers overlook a doubled word; readers do not.",
		Bad:    `summary = "Backend developer with nine years in the the payments trade."`,
		Good:   `summary = "Backend developer with nine years in the payments trade."`,
		check:  checkDoubledWords,
	},
	{
		Name: "word-slip", Area: Language, Severity: Warning, on: onWriting, knows: func(l *language) bool { return len(l.slips) > 0 },
		Reason: "It's and its, then and than: spell checkers pass them, readers do not.",
		Bad:    `summary = "Backend developer. Moved the shop to it's own platform."`,
		Good:   `summary = "Backend developer. Moved the shop to its own platform. It's the fastest of its kind."`,
		check:  checkSlips,
	},
	{
		Name: "article", Area: Language, Severity: Warning, English: true, on: onWriting,
		Reason: "A before a consonant's sound, an before a vowel's: a user, an API, an hour.",
		Bad:    `summary = "Backend developer. Built a API for an university."`,
		Good:   `summary = "Backend developer. Built an API for a university in an hour, with a one-line and a European example."`,
		check:  checkArticles,
	},
}

func checkSpelling(r *reading) []Finding {
	var found []Finding
	for _, t := range r.texts {
		if r.foreign[t.field] {
			found = append(found, r.misspelledWords(t)...)
			continue
		}
		for _, w := range wordsOf(t.clear) {
			if r.Foreign && (strings.Contains(w.text, "-") || w.from == 0 && isSmallStart(w.text)) {
				continue // the end of a printed line may have broken the word
			}
			for _, part := range w.parts() {
				found = append(found, r.misspelled(t, part)...)
			}
		}
	}
	return found
}

// parts returns the words between hyphens: "e-comerce".
func (w word) parts() []word {
	if !strings.Contains(w.text, "-") {
		return []word{w}
	}
	var parts []word
	from := w.from
	for part := range strings.SplitSeq(w.text, "-") {
		parts = append(parts, word{part, from, from + len(part)})
		from += len(part) + 1
	}
	return parts
}

func (r *reading) misspelled(t text, w word) []Finding {
	lower := w.lower()
	right := spelling().right(strings.TrimSuffix(strings.TrimSuffix(lower, "'s"), "’s"))
	if right == "" || r.names[lower] || hasInnerCapital(w.text) && strings.ToUpper(w.text) != w.text {
		return nil
	}
	suffix := ""
	for _, s := range []string{"'s", "’s"} {
		if strings.HasSuffix(lower, s) {
			suffix = s
		}
	}
	if _, known := r.Catalog.Lookup(w.text); known || nearNamesOf(r.Catalog).meant(lower) != "" && !r.isWord(w.text) {
		return nil // misspelled-technology reports it
	}
	first, _, several := strings.Cut(right, ",")
	f := t.within(w.from, w.to, fmt.Sprintf("%q is misspelled", w.text), fmt.Sprintf("write %q", matchCase(w.text, first)+suffix))
	if unicode.IsUpper(firstRune(w.text)) && !opensSentence(t.value, w.from) && t.kind != title {
		f = advice(f)
		f.Message += ", unless it is a name"
		return []Finding{f}
	}
	if several {
		return []Finding{f}
	}
	return []Finding{fixable(f, matchCase(w.text, first)+suffix)}
}

func firstRune(s string) rune {
	r, _ := utf8.DecodeRuneInString(s)
	return r
}

// opensSentence reports whether the word at i is the first of a sentence, where any word
// is capitalized.
func opensSentence(s string, i int) bool {
	before := strings.TrimRightFunc(s[:i], func(r rune) bool { return unicode.IsSpace(r) || strings.ContainsRune(`"'“‘(•-–—*`, r) })
	return before == "" || strings.ContainsRune(".!?:;", lastRune(before))
}

func checkProductCase(r *reading) []Finding {
	var found []Finding
	for _, t := range r.texts {
		for _, m := range r.Catalog.Find(t.clear) {
			if f, ok := r.wrongCase(t, m); ok {
				found = append(found, f)
			}
		}
		found = append(found, r.splitNames(t)...)
	}
	return found
}

// wrongCase compares a technology in a text with the makers' spelling.
func (r *reading) wrongCase(t text, m skill.Match) (Finding, bool) {
	if m.Text != m.Name && squeeze(m.Text) == squeeze(m.Name) && !strings.EqualFold(m.Text, m.Name) {
		return r.otherSigns(t, m)
	}
	if m.Text == m.Name || !strings.EqualFold(m.Text, m.Name) || m.Group == skill.Practices || r.written[m.Text] || len(m.Text) < 3 {
		return Finding{}, false
	}
	if known, _ := r.Catalog.Lookup(m.Name); known.Prints(m.Text) {
		return Finding{}, false
	}
	if l := r.knownLanguage(t.field); l != nil && (l.others[m.Text] || l.forms[m.Text]) {
		return Finding{}, false // "su larga scala", "un tableau de bord"
	}
	// A capital may begin a sentence or a title even if the makers write a small letter;
	// text all in capitals is a style.
	if m.Text == capitalize(m.Name) || m.Text == strings.ToUpper(t.value[m.Start:m.End]) && t.value == strings.ToUpper(t.value) {
		return Finding{}, false
	}
	if isSmallName(m.Text) || sameHead(m.Text, m.Name) || partOfName(t.clear, m.Start, m.End) {
		return Finding{}, false
	}
	f := t.within(m.Start, m.End, fmt.Sprintf("%q is written %q", m.Text, m.Name), "write the name as its makers do")
	if m.Text == strings.ToUpper(m.Text) {
		return advice(f), hasInnerCapital(m.Name) // NGINX and UNIX: their makers write them so, too
	}
	if len(m.Text) < 6 && m.Name == capitalize(m.Text) {
		return advice(f), true // a command of that name may be intended
	}
	return fixable(f, m.Name), true
}

// otherSigns reports a name without its makers' dots and dashes: "NodeJs".
func (r *reading) otherSigns(t text, m skill.Match) (Finding, bool) {
	if m.Group == skill.Practices || r.written[m.Text] || strings.ContainsAny(m.Text, " -/") || !unicode.IsUpper(firstRune(m.Text)) || partOfName(t.clear, m.Start, m.End) {
		return Finding{}, false
	}
	f := t.within(m.Start, m.End, fmt.Sprintf("%q is written %q; both are seen", m.Text, m.Name), "write the name as its makers do")
	return advice(f), true
}

// partOfName reports whether the text is part of a longer name: "l-flexbox-css",
// "css/main".
func partOfName(s string, from, to int) bool {
	return from > 0 && strings.ContainsRune("-_/.@#", rune(s[from-1])) || to < len(s) && strings.ContainsRune("-_/@#", rune(s[to]))
}

// isPlainWord reports whether w has small letters only, so is neither a name nor a
// number.
func isPlainWord(w string) bool {
	return strings.IndexFunc(w, func(r rune) bool { return !unicode.IsLower(r) }) < 0
}
