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
	byWord, byStart map[string][]phrase
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
	return &phrases{byWord: map[string][]phrase{}, byStart: map[string][]phrase{}}
}

func (x *phrases) add(lists map[string][]string) {
	for _, kind := range slices.Sorted(maps.Keys(lists)) {
		for _, text := range lists[kind] {
			p := phrase{kind: kind, words: phraseWords(text)}
			if first := p.words[0]; first.open {
				x.byStart[startOf(first.text)] = append(x.byStart[startOf(first.text)], p)
			} else {
				x.byWord[first.text] = append(x.byWord[first.text], p)
			}
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
	for _, list := range [2][]phrase{x.byWord[words[i].text], x.byStart[startOf(words[i].text)]} {
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
	for i, w := range words {
		for _, list := range [2][]phrase{x.byWord[w.text], x.byStart[startOf(w.text)]} {
			if slices.ContainsFunc(list, func(p phrase) bool { return p.kind == kind && p.length(words, i) > 0 }) {
				return true
			}
		}
	}
	return false
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
