package ghresume

import (
	"bytes"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

// unwanted are words to avoid in prose, and what to write instead.
var unwanted = []struct {
	what    *regexp.Regexp
	instead string
}{
	{regexp.MustCompile(`\b(?:shall|Shall)\b`), `"is to", "must" or "will"`},
	{regexp.MustCompile(`\banew\b`), `"again", or the prefix "re-"`},
	{regexp.MustCompile(`\b[Ss]tands? in (?:between|for)\b`), `"replaces" or "is between"`},
	{regexp.MustCompile(`[^e] (?:is|are) no [a-z]+`), `"is not a"`},
	{regexp.MustCompile(`\b[Tt]he guide\b`), `the source by its name, or "resume practice"`},
	{regexp.MustCompile(`(?i)\b(?:colour|neighbour|behaviour|favour|honour|labelled\b|cancelled\b|organis(?:e|ation|ing)|recognis|summaris|normalis|optimis(?:e|ing)\b|analys(?:e|ing)\b|licence|grey\b|centre\b|catalogue|modell(?:ed|ing)|travell(?:ed|ing)|fulfil\b|artefact|whilst|judgement|defence|dialogue\b|towards\b|spelt\b|practis(?:e|ing)|categoris|prioritis|initialis|serialis|capitalis|sanitis|emphasis(?:e|ed)\b|minimis|maximis|customis|specialis(?:e|ed)\b|symbolis|realis(?:e|ing)\b|visualis|generalis(?:e|ed)\b)`), "the American spelling"},
}

// fine matches exceptions that are good English.
var fine = regexp.MustCompile(`\bno (?:longer|more|less|such)\b`)

// quoting matches files that quote others, or are about words.
var quoting = regexp.MustCompile(`/testdata/|^words_test\.go$|/(?:spelling|near_words|verbs)\.txt$|/locales/|/patterns/|/section_titles\.txt$|/slip_table\.go$|^convert/(?:title|body|job|europass\w*)\.go$|/githubtest/demo\.go$|/catalog/|LICENSE|NOTICES|^go\.(?:mod|sum)$|\.(?:svg|pdf|png|ttf|gz)$`)

// TestWords checks every text of the tree for words that a native reader would stumble
// over.
func TestWords(t *testing.T) {
	for _, path := range textFiles(t) {
		data, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		if bytes.IndexByte(data, 0) >= 0 {
			continue
		}
		for _, u := range unwanted {
			for _, at := range u.what.FindAllIndex(data, -1) {
				if word := string(data[at[0]:at[1]]); !fine.Match(data[at[0]:min(len(data), at[1]+1)]) {
					t.Errorf("%s:%d: %q: write %s", path, 1+bytes.Count(data[:at[0]], []byte("\n")), strings.TrimSpace(word), u.instead)
				}
			}
		}
	}
}

// textFiles returns the files that git tracks, or in an unpacked archive all files.
func textFiles(t *testing.T) []string {
	t.Helper()
	var paths []string
	if out, err := exec.Command("git", "ls-files").Output(); err == nil {
		paths = strings.Fields(string(out))
	} else if paths, err = filepath.Glob("*/*"); err != nil {
		t.Fatal(err)
	}
	var out []string
	for _, path := range paths {
		if info, err := os.Stat(path); err == nil && info.Mode().IsRegular() && !quoting.MatchString(path) {
			out = append(out, filepath.ToSlash(path))
		}
	}
	if len(out) < 200 {
		t.Fatalf("%d files are too few to be the repository", len(out))
	}
	return out
}
