package review

import (
	"slices"
	"strings"
	"sync"
)

// functionWords lists the most frequent short words of the languages in which resumes on
// GitHub are written; a word that two languages share is in neither list.
var functionWords = map[string]string{
	"en": "the and of for with to by from using which that this our an at as into across through",
	"de": "und der die das mit für von ist ein eine einer den dem im zur zum bei auf als sowie auch nicht",
	"fr": "les des une dans pour avec sur du aux par est et le au ses cette développement",
	"es": "los las una para con por del el al y desarrollo como más sus",
	"pt": "os uma para com por dos das na ao e desenvolvimento como mais em um",
	"it": "gli una per con del della dei di il nel alla sviluppo come che",
	"nl": "het een van voor met en de aan bij op ook naar zijn",
	"pl": "i w na z do oraz dla przez się jest od aplikacji",
	"sv": "och för med av som till på är ett den inom",
	"tr": "ve bir için ile olarak bu",
	"id": "dan yang untuk dengan dari di pada",
}

// languagesOf maps a function word to the languages that use it.
var languagesOf = sync.OnceValue(func() map[string][]string {
	languages := map[string][]string{}
	for language, list := range functionWords {
		for _, w := range strings.Fields(list) {
			languages[w] = append(languages[w], language)
		}
	}
	return languages
})

// isEnglish reports whether the English rules apply: the profile declares English, or
// declares nothing and the words do not look like another language. They do not apply to
// a profile that declares English but is plainly written in another language.
func isEnglish(language string, texts []text) bool {
	base, _, _ := strings.Cut(strings.ToLower(language), "-")
	if base != "" && base != "en" {
		return false
	}
	counts := map[string]int{}
	latin, other := 0, 0
	for _, t := range texts {
		for _, w := range wordsOf(t.clear) {
			for _, language := range languagesOf()[w.lower()] {
				counts[language]++
			}
			if w.text[0] < 0xC8 {
				latin++
			} else {
				other++
			}
		}
	}
	for lang, n := range counts {
		if lang != "en" && n > 3 && n > counts["en"] {
			return false
		}
	}
	return other <= latin
}

// foreignWords returns short words that no English text contains. It leaves out words of
// the lists that are English too, and those of one letter.
var foreignWords = sync.OnceValue(func() map[string]bool {
	foreign := setOf(words("foreignWords")())
	for language, list := range functionWords {
		for _, w := range strings.Fields(list) {
			foreign[w] = foreign[w] || language != "en" && len(w) > 1
		}
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
