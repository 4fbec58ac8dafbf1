package review

import (
	"fmt"
	"maps"
	"strings"
	"sync"
	"unicode"

	"github.com/ghresume/ghresume/resume/skill"
)

// builtinSplits maps a name in two words, "java script", to the one of its makers.
var builtinSplits = sync.OnceValue(func() map[string]string { return splitsOf(skill.Default()) })

func (r *reading) splits() map[string]string {
	if r.Catalog == skill.Default() {
		return builtinSplits()
	}
	return splitsOf(r.Catalog)
}

// shortestPart is how many letters tell a part of a name from an ordinary word.
const shortestPart = 2

// alsoPlain are names whose parts are as often two plain words: an open API, a fast API.
const alsoPlain = " openapi fastapi opensource openid devops gitops mysql "

// splitsOf returns the names of one word that capitals divide in two.
func splitsOf(c *skill.Catalog) map[string]string {
	splits := map[string]string{}
	for _, t := range c.All() {
		if t.Group == skill.Practices {
			continue
		}
		for name := range strings.FieldsSeq(t.Name) {
			if at := innerCapital(name); at >= shortestPart && len(name)-at >= shortestPart && isLetters(name) && !isOneOf(alsoPlain, strings.ToLower(name)) {
				splits[strings.ToLower(name[:at]+" "+name[at:])] = name
			}
		}
	}
	maps.DeleteFunc(splits, func(split, _ string) bool {
		known, ok := c.Lookup(split)
		return ok && strings.EqualFold(known.Name, split) // a product of two words
	})
	return splits
}

// innerCapital returns where the second part of a name begins: 4 in JavaScript, 0 if it
// has one part.
func innerCapital(name string) int {
	for i, c := range name {
		if i > 0 && unicode.IsUpper(c) && unicode.IsLower(rune(name[i-1])) {
			return i
		}
	}
	return 0
}

// splitNames finds technologies in two words that their makers write in one.
func (r *reading) splitNames(t text) []Finding {
	var found []Finding
	words := wordsOf(t.clear)
	for i := 1; i < len(words); i++ {
		a, b := words[i-1], words[i]
		name := r.splits()[a.lower()+" "+b.lower()]
		if name == "" || t.clear[a.to:b.from] != " " || !unicode.IsUpper(firstRune(a.text)) || !unicode.IsUpper(firstRune(b.text)) || r.written[a.text] && r.written[b.text] {
			continue
		}
		found = append(found, advice(t.within(a.from, b.to, fmt.Sprintf("%q is written %q", t.value[a.from:b.to], name), "write the name as its makers do")))
	}
	return found
}
