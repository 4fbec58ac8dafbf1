package review

import (
	"embed"
	"io/fs"
	"path"
	"strings"
	"sync"

	"github.com/ghresume/ghresume/internal/lazy"
)

// The files in patterns/languages hold what the rules look for in one language each, named by
// its code: a language is added by a file. All lists but functionWords may be missing.
//
//	functionWords  the most frequent short words, by which texts in the language are known
//	me, us         the pronouns of the first person
//	active         a good bullet, for hints
//	passive        expressions of the passive voice; DEED is any of deeds
//	impersonal     openings of a bullet that name nobody; they are advice
//	deeds          participles of engineering work, which are expressions, too
//	clause         words after which a clause with its own subject begins
//	cliches        empty phrases
//	references     words for references, and
//	given          what promises them: "on request", "gladly", "can be had"
//	slips          a right word, and where another stands instead of it, as a group
//	fromTo         the words before two figures: "von auf"; for what shrinks and what grows, and with
//	               the units of time, each behind its seconds
//	misspellings   words that are certainly wrong, each before the right one
//	words, endings words that resumes use; ung+en adds a form to those in -ung. A long word that is
//	               one slip away from one of them is misspelled
//	others         words that only look as if they, or the name of a technology, were misspelled
//	capitals       "nouns" if nouns begin with a capital
//	joints         what compounds have between two words, in a language that has compounds
//
//go:embed patterns/languages/*.txt
var languageFiles embed.FS

// language is what the rules know of a language other than English.
type language struct {
	// me and us match the pronouns of the first person; passive and impersonal match what
	// hides who did it. Group 1 is the place; nil means that nothing is known.
	me, us, passive, impersonal *lazy.Regexp
	// cliches matches empty phrases.
	cliches *lazy.Regexp
	// references matches the words for references, given how they are promised.
	references, given *lazy.Regexp
	// directions tell which way figures went; nil means that nothing is known.
	directions *directions
	// slips are real words that the words around them reveal as wrong.
	slips []slipElsewhere
	// clause matches the words after which another subject may act.
	clause *lazy.Regexp
	// active is a good bullet.
	active string
	// misspelled maps certain misspellings to the right words; forms are the words with and
	// without their endings, and letters those that occur in them; accented maps forms without
	// their accents to the forms; others are words that only look like slips.
	misspelled, accented map[string]string
	forms, others        map[string]bool
	letters              []rune
	// capitalNouns means that nouns, too, begin with a capital.
	capitalNouns bool
	// joints are what compounds have between two words, "" among them; none means that the
	// language has no compounds.
	joints []string
}

// languageLists returns the lists of each language.
var languageLists = sync.OnceValue(func() map[string]map[string]*patternList {
	all := map[string]map[string]*patternList{}
	files, _ := fs.Glob(languageFiles, "patterns/languages/*.txt")
	for _, file := range files {
		text, _ := languageFiles.ReadFile(file)
		lists := map[string]*patternList{}
		addLists(lists, string(text))
		all[strings.TrimSuffix(path.Base(file), ".txt")] = lists
	}
	return all
})

// languages returns the languages other than English by code.
var languages = sync.OnceValue(func() map[string]*language {
	all := map[string]*language{}
	for code, lists := range languageLists() {
		if code != "en" {
			all[code] = newLanguage(lists)
		}
	}
	return all
})

func newLanguage(lists map[string]*patternList) *language {
	deeds := strings.Join(wordsIn(lists["deeds"]), "|")
	whole := func(l *patternList, separate string) *lazy.Regexp {
		if l == nil {
			return nil
		}
		return lazy.Of(func() string {
			either := strings.ReplaceAll(strings.Join(l.lines, separate), " ", separate)
			if separate == "" {
				either = strings.Join(l.lines, "|")
			}
			return wholeWords(strings.ReplaceAll(either, "DEED", "(?:"+deeds+")"))
		})
	}
	l := &language{
		me: whole(lists["me"], "|"), us: whole(lists["us"], "|"), clause: whole(lists["clause"], ""),
		passive: whole(lists["passive"], ""), impersonal: whole(lists["impersonal"], ""),
		cliches: whole(lists["cliches"], ""), references: whole(lists["references"], "|"), given: whole(lists["given"], "|"),
		slips: slipsOf(lists["slips"]), directions: directionsOf(lists), capitalNouns: lists["capitals"] != nil,
	}
	if lists["active"] != nil {
		l.active = lists["active"].lines[0]
	}
	l.addWords(lists)
	return l
}

// wordsIn returns the words of a list, which may be nil. What is within brackets is one
// word.
func wordsIn(l *patternList) []string {
	if l == nil {
		return nil
	}
	return strings.Fields(strings.Join(l.lines, " "))
}

// wholeWords returns an expression that matches one of two or more between other characters
// than those of words, as group 1.
func wholeWords(either string) string {
	return `(?i)(?:^|[^\pL\pN_/.@-])(` + either + `)(?:[^\pL\pN_]|$)`
}

// knownLanguage returns the language of a field, or nil if it is English or not known.
func (r *reading) knownLanguage(field string) *language { return languages()[r.language[field]] }

// wholeMatches returns all matches of an expression by [wholeWords], also those that one space
// separates.
func wholeMatches(re *lazy.Regexp, s string) [][]int {
	var all [][]int
	for from := 0; from < len(s); {
		m := re.FindStringSubmatchIndex(s[from:])
		if m == nil {
			break
		}
		for i := range m {
			if m[i] >= 0 {
				m[i] += from
			}
		}
		all = append(all, m)
		from = m[3]
	}
	return all
}
