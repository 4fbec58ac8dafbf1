package review

import (
	"slices"
	"strings"
	"sync"
)

// languagesOf maps a function word to the languages that use it.
var languagesOf = sync.OnceValue(func() map[string][]string {
	languages := map[string][]string{}
	for language, lists := range languageLists() {
		for _, w := range wordsIn(lists["functionWords"]) {
			languages[w] = append(languages[w], language)
		}
	}
	return languages
})

// tally is how many words of a text belong to each language.
type tally map[string]int

func tallyOf(texts ...text) tally {
	counts := tally{}
	for _, t := range texts {
		for _, w := range wordsOf(t.clear) {
			for _, language := range languagesOf()[w.lower()] {
				counts[language]++
			}
		}
	}
	return counts
}

// most returns the language other than English with the most words; a tie goes to the
// language of the profile, otherwise to none.
func (c tally) most(own string) (language string, n int) {
	for other, count := range c {
		switch {
		case other == "en" || count < n:
		case count > n || other == own:
			language, n = other, count
		case language != own:
			language = ""
		}
	}
	return language, n
}

// languageOf returns the language of a profile: the one that it declares, if that is not
// English, or else the one that its words look like; "" means another language. A profile
// that declares English may be written in another language throughout.
func languageOf(declared string, texts []text) string {
	base, _, _ := strings.Cut(strings.ToLower(declared), "-")
	if base != "" && base != "en" {
		return base
	}
	latin, other := 0, 0
	for _, t := range texts {
		for _, w := range wordsOf(t.clear) {
			if w.text[0] < 0xC8 {
				latin++
			} else {
				other++
			}
		}
	}
	counts := tallyOf(texts...)
	if language, n := counts.most(""); n > 3 && n > counts["en"] {
		return language
	}
	if other > latin {
		return ""
	}
	return "en"
}

// readLanguages finds the language of every text: a bullet may be in another one than the
// profile.
func (r *reading) readLanguages() {
	own := languageOf(r.Profile.Layout.Language, r.texts)
	r.english = own == "en"
	r.language, r.foreign = map[string]string{}, map[string]bool{}
	for _, t := range r.texts {
		language := t.languageIn(own)
		r.language[t.field], r.foreign[t.field] = language, language != "en"
		r.hasEnglish = r.hasEnglish || language == "en"
	}
	for _, l := range r.lists {
		if !slices.ContainsFunc(l.items, func(t text) bool { return r.foreign[t.field] }) {
			r.language[l.field] = "en"
		}
	}
}

// isElsewhere reports whether a rule for English must be silent about a field.
func (r *reading) isElsewhere(field string) bool {
	return r.foreign[field] || !r.english && r.language[field] != "en"
}

// languageIn returns the language of a text in a profile of a language.
func (t text) languageIn(own string) string {
	counts := tallyOf(t)
	other, n := counts.most(own)
	switch {
	case own == "en" && !t.isForeign():
		return "en"
	case own == "en":
		return other
	case counts[own] == 0 && t.isEnglish(counts["en"]):
		return "en"
	case counts[own] == 0 && n > 2:
		return other
	}
	return own
}

// surelyEnglish is how many words make a line English within a profile in another language,
// one of them a function word.
const surelyEnglish = 3

// isEnglish reports whether a text without function words of the profile's own language is
// in English; a capitalized word may be a name.
func (t text) isEnglish(functionWords int) bool {
	n := 0
	for _, w := range wordsOf(t.clear) {
		lower := w.lower()
		switch {
		case !isASCII(lower) && w.text == lower:
			return false
		case slices.Contains(languagesOf()[lower], "en"), isPlainWord(w.text) && spelling().common[lower], verbs()[lower].form != notAVerb:
			n++
		}
	}
	return functionWords > 0 && n >= surelyEnglish
}

// foreignWords returns short words that no English text contains. It leaves out words of
// the lists that are English too, and those of one letter.
var foreignWords = sync.OnceValue(func() map[string]bool {
	foreign := setOf(words("foreignWords")())
	for w, languages := range languagesOf() {
		foreign[w] = foreign[w] || len(w) > 1 && !slices.Contains(languages, "en")
	}
	for _, w := range strings.Fields("die do is an on as at to al met bin per com in et sur by an i w z na he like past men as") {
		delete(foreign, w)
	}
	return foreign
})

// isForeign reports whether a text is in another language: more of its words are foreign
// than English.
func (t text) isForeign() bool {
	english, foreign, small := 0, 0, 0
	for _, w := range wordsOf(t.clear) {
		lower := w.lower()
		switch {
		case foreignWords()[lower]:
			small++
			foreign++
		case spelling().common[lower] || slices.Contains(languagesOf()[lower], "en"):
			english++
		case !isASCII(lower) && w.text == lower: // a capitalized word may be a name
			foreign++
		}
	}
	return small > 0 && foreign > english
}
