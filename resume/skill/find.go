package skill

import (
	"cmp"
	"slices"
	"strings"
	"unicode/utf8"
)

// textIndex finds spellings by their first token.
type textIndex struct {
	byFirst map[string][]spelling // longest first
}

// spelling is one way to write a technology in a text.
type spelling struct {
	tokens []token // only text and gap count
	name   string
	group  Group
	exact  string // set if the case counts
	need   need
	// narrower marks words for a version, part or edition.
	narrower bool
	// after and before are words that cancel a match.
	after, before []string
}

// need is the context that an ambiguous spelling requires.
type need byte

const (
	nothing  need = iota
	cue           // a technology next to it, or a cue near it
	neighbor      // a technology next to it
)

func newTextIndex(c *Catalog) *textIndex {
	x := &textIndex{byFirst: map[string][]spelling{}}
	for _, name := range c.names {
		x.addEntry(name, c.entries[name])
	}
	for _, list := range x.byFirst {
		slices.SortStableFunc(list, func(a, b spelling) int {
			return cmp.Or(cmp.Compare(len(b.tokens), len(a.tokens)), cmp.Compare(a.need, b.need), cmp.Compare(len(b.exact), len(a.exact)), cmp.Compare(a.name, b.name))
		})
	}
	return x
}

func (x *textIndex) addEntry(name string, e entry) {
	base := spelling{name: name, group: e.Group, after: strings.Fields(e.Not), before: strings.Fields(e.NotBefore)}
	free := split(e.Alias)
	if e.Exact == "" {
		free = append(free, name)
	}
	for _, text := range free {
		x.add(base, text)
	}
	part := base
	part.narrower = true
	for _, text := range split(e.Narrower) {
		x.add(part, text)
	}
	guarded := base
	guarded.need = needOf(e.Ctx)
	for _, text := range split(e.Exact) {
		guarded.exact = text
		x.add(guarded, text)
	}
	listed := base
	listed.need = neighbor
	for _, text := range split(e.Listed) {
		x.add(listed, text)
	}
}

func needOf(ctx string) need {
	switch ctx {
	case "list":
		return cue
	case "strict":
		return neighbor
	}
	return nothing
}

// add indexes a spelling; one of several words is also found when written as one.
func (x *textIndex) add(s spelling, text string) {
	s.tokens = tokenize(text)
	if len(s.tokens) == 0 {
		return
	}
	x.byFirst[s.tokens[0].text] = append(x.byFirst[s.tokens[0].text], s)
	if joined := strings.ReplaceAll(text, " ", ""); joined != text && s.exact == "" && len(joined) > 4 {
		s.tokens = tokenize(joined)
		x.byFirst[s.tokens[0].text] = append(x.byFirst[s.tokens[0].text], s)
	}
}

// Find returns the technologies named in a text, in the order of the text. The longest
// spelling wins; ordinary words count only if the surrounding text is about technology.
// Addresses are skipped. The matches do not overlap.
func (c *Catalog) Find(text string) []Match {
	tokens := tokenize(text)
	found := c.texts().candidates(text, tokens)
	resolveAmbiguous(text, tokens, found)
	var out []Match
	for _, f := range found {
		if f.accepted {
			f.takeVersion(tokens)
			out = append(out, Match{Name: f.name, Group: f.group, Text: text[f.start:f.end], Start: f.start, End: f.end, Narrower: f.isNarrower})
		}
	}
	return out
}

// takeVersion adds the version that directly follows.
func (f *candidate) takeVersion(tokens []token) {
	if f.group == Practices {
		return
	}
	if end := versionEnd(tokens, f.next); end > 0 {
		f.end, f.isNarrower = end, true
	}
}

// candidate is a spelling found in a text, perhaps an ordinary word.
type candidate struct {
	*spelling
	first, next int // its tokens: first to next-1
	start, end  int // bytes
	accepted    bool
	isNarrower  bool
}

func (x *textIndex) candidates(text string, tokens []token) []candidate {
	var out []candidate
	for i := 0; i < len(tokens); {
		if s, n := x.longest(text, tokens, i); s != nil {
			versioned := s.narrower || n == 1 && len(s.tokens) == 1 && endsInDigit(tokens[i].text) && s.tokens[0].text != tokens[i].text
			out = append(out, candidate{spelling: s, first: i, next: i + n, start: tokens[i].start, end: tokens[i+n-1].end, isNarrower: versioned})
			i += n
			continue
		}
		i++
	}
	return out
}

// longest returns the longest spelling that starts at token i, and its length in tokens.
func (x *textIndex) longest(text string, tokens []token, i int) (*spelling, int) {
	list := x.byFirst[tokens[i].text]
	if list == nil {
		if s, n := x.versioned(text, tokens, i); s != nil {
			return s, n
		}
		return x.declined(text, tokens, i)
	}
	if !leftEdge(tokens, i) {
		return nil, 0
	}
	for k := range list {
		s := &list[k]
		if n := len(s.tokens); s.at(text, tokens, i) && rightEdge(tokens, i+n) && !s.ruledOut(tokens, i, i+n) {
			return s, n
		}
	}
	return nil, 0
}

// caseEndings are what Polish adds to a name: Dockera, TypeScriptu, Flutterem.
var caseEndings = []string{"owi", "iem", "em", "a", "u"}

// declined finds names with an ending that Polish adds. Short names and ordinary words
// are too much alike.
func (x *textIndex) declined(text string, tokens []token, i int) (*spelling, int) {
	word := tokens[i].text
	if first := text[tokens[i].start]; first < 'A' || first > 'Z' || !leftEdge(tokens, i) || !rightEdge(tokens, i+1) {
		return nil, 0
	}
	const shortest = 6 // letters
	for _, ending := range caseEndings {
		name, found := strings.CutSuffix(word, ending)
		if !found || len(name) < shortest {
			continue
		}
		for k, s := range x.byFirst[name] {
			if len(s.tokens) == 1 && s.need == nothing && s.exact == "" && !s.narrower {
				return &x.byFirst[name][k], 1
			}
		}
	}
	return nil, 0
}

func endsInDigit(word string) bool { return word[len(word)-1] >= '0' && word[len(word)-1] <= '9' }

// versioned finds names with a version attached: Python3, Angular14.
func (x *textIndex) versioned(text string, tokens []token, i int) (*spelling, int) {
	word := tokens[i].text
	if !endsInDigit(word) {
		return nil, 0
	}
	name := strings.TrimRight(word, "0123456789")
	if len(name) < 3 || !leftEdge(tokens, i) || !rightEdge(tokens, i+1) {
		return nil, 0
	}
	for k, s := range x.byFirst[name] {
		if len(s.tokens) == 1 && s.need == nothing && s.exact == "" {
			return &x.byFirst[name][k], 1
		}
	}
	return nil, 0
}

func (s *spelling) at(text string, tokens []token, i int) bool {
	if i+len(s.tokens) > len(tokens) {
		return false
	}
	for k, want := range s.tokens {
		got := tokens[i+k]
		if got.text != want.text || k > 0 && (got.gap > loose || got.gap != want.gap) {
			return false
		}
	}
	if s.exact == "" {
		return true
	}
	written := text[tokens[i].start:tokens[i+len(s.tokens)-1].end]
	return len(s.tokens) == 1 && written == s.exact || len(s.tokens) > 1 && sameCase(s.exact, written)
}

// sameCase reports whether two spellings are equal letter by letter; spaces and hyphens
// are equal.
func sameCase(a, b string) bool { return a == b || strip.Replace(a) == strip.Replace(b) }

var strip = strings.NewReplacer(" ", "", "-", "", "\t", "")

// leftEdge rejects what is attached to something else: example.go, @types/node, C++ after
// a word.
func leftEdge(tokens []token, i int) bool {
	if i == 0 || tokens[i].gap != glued {
		return true
	}
	before := tokens[i-1]
	if tokens[i].text == "." {
		return !endsInWord(before.text)
	}
	switch before.text {
	case ".", "@", "#", "$", "\\", "_":
		return before.text == "." && (i < 2 || tokens[i-1].gap != glued || !endsInWord(tokens[i-2].text)) && tokens[i-1].gap == glued && i >= 2
	}
	return true
}

// rightEdge rejects C in C++ and F in F#; a plus at the end of a word ("5+ years") is not
// part of a name.
func rightEdge(tokens []token, i int) bool {
	if i >= len(tokens) || tokens[i].gap != glued {
		return true
	}
	switch tokens[i].text {
	case "#":
		return false
	case "+":
		return i+1 < len(tokens) && tokens[i+1].gap == glued && endsInWord(tokens[i+1].text)
	}
	return true
}

func endsInWord(s string) bool {
	r, _ := utf8.DecodeLastRuneInString(s)
	return isWord(r)
}

func (s *spelling) ruledOut(tokens []token, first, next int) bool {
	if next < len(tokens) && tokens[next].gap != apart && slices.Contains(s.after, tokens[next].text) {
		return true
	}
	return first > 0 && tokens[first].gap != apart && slices.Contains(s.before, tokens[first-1].text)
}
