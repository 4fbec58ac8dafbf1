package match

import (
	"embed"
	"maps"
	"path"
	"slices"
	"strings"
	"sync"

	"github.com/BurntSushi/toml"
)

//go:embed locales/*.toml
var localeFiles embed.FS

// locale holds the phrases of postings in one language: a file of the folder locales. Those
// under Alone are headings only if they are all of it.
type locale struct {
	Headings, Alone, Cues, Lists, Facts, Tongues, Seniority map[string][]string
}

// lexicon holds the phrases of all languages; postings mix them.
type lexicon struct {
	headings, alone, cues, lists, facts, tongues, seniority *phrases
}

// theLexicon reads the locales on the first call.
var theLexicon = sync.OnceValue(func() *lexicon {
	x := &lexicon{newPhrases(), newPhrases(), newPhrases(), newPhrases(), newPhrases(), newPhrases(), newPhrases()}
	files, err := localeFiles.ReadDir("locales")
	if err != nil {
		panic(err) // embedded: a test reads every file
	}
	for _, file := range files {
		var l locale
		if _, err := toml.DecodeFS(localeFiles, path.Join("locales", file.Name()), &l); err != nil {
			panic(err)
		}
		x.headings.add(l.Headings)
		x.alone.add(l.Alone)
		x.cues.add(l.Cues)
		x.lists.add(l.Lists)
		x.facts.add(l.Facts)
		x.tongues.add(l.Tongues)
		x.seniority.add(l.Seniority)
	}
	return x
})

// phrases finds phrases by their first word, or by its first letters if it has a star.
type phrases struct {
	byWord, byStart map[string]*continuations
}

// continuations are the phrases that begin alike: of one word, by their second word, and
// those whose second word has a star.
type continuations struct {
	single, open []phrase
	bySecond     map[string][]phrase
}

func (c *continuations) add(p phrase) {
	switch {
	case len(p.words) == 1:
		c.single = append(c.single, p)
	case p.words[1].open:
		c.open = append(c.open, p)
	default:
		c.bySecond[p.words[1].text] = append(c.bySecond[p.words[1].text], p)
	}
}

// candidates returns the phrases that may begin at a word.
func (x *phrases) candidates(words []word, i int) [6][]phrase {
	var out [6][]phrase
	for k, c := range [2]*continuations{x.byWord[words[i].text], x.byStart[startOf(words[i].text)]} {
		if c == nil {
			continue
		}
		out[3*k] = c.single
		if i+1 < len(words) {
			out[3*k+1], out[3*k+2] = c.bySecond[words[i+1].text], c.open
		}
	}
	return out
}

// phrase is a run of words with a meaning.
type phrase struct {
	kind  string
	words []pattern
}

// pattern is a word of a phrase, or its first letters.
type pattern struct {
	text string
	open bool
}

func (p pattern) fits(w word) bool {
	return p.text == w.text || p.open && strings.HasPrefix(w.text, p.text)
}

// mark is a phrase found in a text.
type mark struct {
	kind        string
	first, next int // its words: first to next-1
	start, end  int // bytes
}

func newPhrases() *phrases {
	return &phrases{byWord: map[string]*continuations{}, byStart: map[string]*continuations{}}
}

func (x *phrases) add(lists map[string][]string) {
	for _, kind := range slices.Sorted(maps.Keys(lists)) {
		for _, text := range lists[kind] {
			p := phrase{kind: kind, words: phraseWords(text)}
			list, key := x.byWord, p.words[0].text
			if p.words[0].open {
				list, key = x.byStart, startOf(key)
			}
			if list[key] == nil {
				list[key] = &continuations{bySecond: map[string][]phrase{}}
			}
			list[key].add(p)
		}
	}
}

// phraseWords returns the folded words of a phrase; a star after one stands for its rest.
func phraseWords(text string) []pattern {
	var out []pattern
	for _, w := range wordsOf(text) {
		out = append(out, pattern{w.text, strings.HasPrefix(text[w.end:], "*")})
	}
	return out
}

// startOf returns the key of a word with a star: its first three letters.
func startOf(w string) string {
	n := 0
	for i := range w {
		if n == 3 {
			return w[:i]
		}
		n++
	}
	return w
}

// find returns the phrases of a text, of each kind the longest at each word; they may
// overlap.
func (x *phrases) find(words []word) []mark {
	var out []mark
	for i := range words {
		out = x.appendAt(out, words, i)
	}
	return out
}

// at returns the phrases that begin at a word, of each kind the longest.
func (x *phrases) at(words []word, i int) []mark { return x.appendAt(nil, words, i) }

func (x *phrases) appendAt(out []mark, words []word, i int) []mark {
	from := len(out)
	for _, list := range x.candidates(words, i) {
		for _, p := range list {
			n := p.length(words, i)
			if n == 0 {
				continue
			}
			m := mark{p.kind, i, i + n, words[i].start, words[i+n-1].end}
			if k := slices.IndexFunc(out[from:], func(o mark) bool { return o.kind == p.kind }); k < 0 {
				out = append(out, m)
			} else if m.next > out[from+k].next {
				out[from+k] = m
			}
		}
	}
	return out
}

// length returns how many words, from i on, the phrase covers; 0 if it is not there.
func (p phrase) length(words []word, i int) int {
	if i+len(p.words) > len(words) {
		return 0
	}
	for k, want := range p.words {
		if got := words[i+k]; k > 0 && got.firm || !want.fits(got) {
			return 0
		}
	}
	return len(p.words)
}

// has reports whether a text contains a phrase of the kind.
func (x *phrases) has(words []word, kind string) bool {
	for i := range words {
		for _, list := range x.candidates(words, i) {
			if slices.ContainsFunc(list, func(p phrase) bool { return p.kind == kind && p.length(words, i) > 0 }) {
				return true
			}
		}
	}
	return false
}

// hasAt reports whether a phrase of the kind begins at a word.
func (x *phrases) hasAt(words []word, i int, kind string) bool {
	return slices.ContainsFunc(x.at(words, i), func(m mark) bool { return m.kind == kind })
}

// only returns the marks of some kinds.
func only(marks []mark, kinds ...string) []mark {
	var out []mark
	for _, m := range marks {
		if slices.Contains(kinds, m.kind) {
			out = append(out, m)
		}
	}
	return out
}

// longest drops the marks that a longer one covers or overlaps.
func longest(marks []mark) []mark {
	sorted := slices.Clone(marks)
	slices.SortStableFunc(sorted, func(a, b mark) int { return (b.end - b.start) - (a.end - a.start) })
	var out []mark
	for _, m := range sorted {
		if !slices.ContainsFunc(out, func(o mark) bool { return m.start < o.end && o.start < m.end }) {
			out = append(out, m)
		}
	}
	slices.SortFunc(out, func(a, b mark) int { return a.start - b.start })
	return out
}
