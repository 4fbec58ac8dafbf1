package review

import (
	"flag"
	"os"
	"slices"
	"strings"
	"testing"
)

// dictionary is a list of English words, one a line, such as Debian's package
// wamerican-large installs in /usr/share/dict/american-english-large. With it,
//
//	go test ./resume/review -run NearWords -dictionary FILE
//
// rewrites near_words.txt, which is due when the catalog gets names.
var dictionary = flag.String("dictionary", "", "write near_words.txt from this list of words")

func TestNearWords(t *testing.T) {
	if *dictionary != "" {
		list, err := os.ReadFile(*dictionary)
		if err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile("near_words.txt", []byte(filled(wordsNearNames(string(list)))), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	words := strings.Fields(nearWordList)
	if !slices.IsSorted(words) {
		t.Error("near_words.txt is not sorted")
	}
	// A name added to or removed from the catalog makes few words stale, and those are
	// harmless.
	if got := wordsNearNames(strings.Join(words, "\n")); len(got)*100 < len(words)*95 {
		t.Errorf("only %d of %d words are near a name; rewrite near_words.txt", len(got), len(words))
	}
}

// wordsNearNames returns the words of a list that would be taken for a misspelled
// technology.
func wordsNearNames(list string) []string {
	var near []string
	for word := range strings.Lines(list) {
		w := strings.ToLower(strings.TrimSpace(word))
		if isASCIIWord(w) && (builtinNames().meant(w) != "" || len(w) == shortestName-1 && len(builtinNames().partnersNear(w)) > 0) {
			near = append(near, w)
		}
	}
	slices.Sort(near)
	return slices.Compact(near)
}

// filled puts words on lines of up to 119 characters.
func filled(words []string) string {
	var b strings.Builder
	column := 0
	for i, w := range words {
		switch {
		case i == 0:
		case column+1+len(w) > 119:
			b.WriteByte('\n')
			column = 0
		default:
			b.WriteByte(' ')
			column++
		}
		b.WriteString(w)
		column += len(w)
	}
	return b.String() + "\n"
}
