package review

import (
	_ "embed"
	"strings"
	"sync"
)

//go:embed verbs.txt
var verbList string

// verbForm is what a first word reveals about time.
type verbForm int

const (
	notAVerb  verbForm = iota
	base               // build
	past               // built
	either             // cut: both
	thirdForm          // builds
	gerund             // building
)

type verb struct {
	base string // build
	past string // built
	form verbForm
}

// verbs returns the strong verbs in all their forms.
var verbs = sync.OnceValue(func() map[string]verb {
	forms := map[string]verb{}
	for line := range strings.Lines(verbList) {
		fields := strings.Fields(line)
		if len(fields) == 0 || fields[0] == "#" {
			continue
		}
		root, did := fields[0], regularPast(fields[0])
		if len(fields) > 1 {
			did = fields[1]
		}
		put := func(word string, form verbForm) {
			if _, taken := forms[word]; !taken {
				forms[word] = verb{root, did, form}
			}
		}
		if did == root {
			put(root, either)
		}
		put(did, past)
		put(root, base)
		put(thirdPerson(root), thirdForm)
		put(gerundOf(root, did), gerund)
	}
	return forms
})

func regularPast(root string) string {
	switch {
	case strings.HasSuffix(root, "e"):
		return root + "d"
	case endsConsonantY(root):
		return root[:len(root)-1] + "ied"
	}
	return root + "ed"
}

func thirdPerson(root string) string {
	switch {
	case endsConsonantY(root):
		return root[:len(root)-1] + "ies"
	case strings.HasSuffix(root, "s"), strings.HasSuffix(root, "x"), strings.HasSuffix(root, "ch"), strings.HasSuffix(root, "sh"):
		return root + "es"
	}
	return root + "s"
}

func gerundOf(root, did string) string {
	switch {
	case strings.HasSuffix(root, "ee"):
		return root + "ing"
	case strings.HasSuffix(root, "e"):
		return root[:len(root)-1] + "ing"
	case len(did) == len(root)+3 && strings.HasSuffix(did, "ed"):
		return did[:len(did)-2] + "ing"
	case strings.Contains(" cut set put run win spin begin split get swim forget ", " "+root+" "):
		return root + root[len(root)-1:] + "ing"
	}
	return root + "ing"
}

func endsConsonantY(s string) bool {
	return len(s) > 1 && strings.HasSuffix(s, "y") && !strings.ContainsRune("aeiou", rune(s[len(s)-2]))
}

// verbOf parses a word as a verb, with or without a prefix such as re- or co-.
func verbOf(w string) verb {
	w = strings.ToLower(strings.ReplaceAll(w, "’", "'"))
	if v, ok := verbs()[w]; ok {
		return v
	}
	for _, prefix := range []string{"re-", "co-", "pre-", "out-", "over-", "self-", "cross-",
		"pair-", "hand-", "soft-", "live-", "de-", "re", "co", "pre", "out", "over"} {
		if rest, ok := strings.CutPrefix(w, prefix); ok {
			if v, ok := verbs()[rest]; ok {
				return verb{prefix + v.base, prefix + v.past, v.form}
			}
		}
	}
	if _, last, ok := strings.Cut(w, "-"); ok {
		if v, ok := verbs()[last]; ok && v.form == past {
			return v
		}
	}
	if len(w) > 4 && strings.HasSuffix(w, "ed") && !strings.HasSuffix(w, "eed") {
		return verb{w, w, past}
	}
	return verb{}
}

// opener returns the word that carries the verb of a bullet: the first word, or the
// second after an adverb ("Successfully migrated").
func opener(t text) (word, verb) {
	words := wordsOf(t.value)
	if len(words) == 0 {
		return word{}, verb{}
	}
	first := words[0]
	if v := verbOf(first.text); v.form != notAVerb {
		return first, v
	}
	if len(words) > 1 && isAdverb(first.lower()) {
		if v := verbOf(words[1].text); v.form != notAVerb {
			return words[1], v
		}
	}
	return first, verb{}
}

func isAdverb(w string) bool {
	return len(w) > 4 && strings.HasSuffix(w, "ly") && w != "daily" && w != "weekly" && w != "monthly" ||
		w == "also" || w == "then" || w == "twice"
}
