package review

import (
	"os"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"
)

// TestPatternLists reports lists that no code uses, and expressions that do not compile.
func TestPatternLists(t *testing.T) {
	source := sourceOf(t)
	for name, l := range patternLists() {
		asPattern := strings.Contains(source, "pattern("+strconv.Quote(name)+")")
		if !asPattern && !strings.Contains(source, "("+strconv.Quote(name)+")") {
			t.Errorf("patterns: no code uses the list %q; call pattern(%q), words(%q), wordSet(%q) or phraseSet(%q), or delete it", name, name, name, name, name)
		}
		if len(l.lines) == 0 {
			t.Errorf("patterns: the list %q is empty", name)
		}
		if !asPattern {
			continue
		}
		if _, err := regexp.Compile(l.expression()); err != nil {
			t.Errorf("patterns: %s: %v", name, err)
		}
		for _, line := range l.lines {
			if strings.TrimRight(line, " ") != line {
				t.Errorf("patterns: %s: %q ends in a blank, which editors remove; write [ ]", name, line)
			}
			if m, err := regexp.Compile(l.flags + line); err == nil && !strings.HasPrefix(line, "\t") && m.MatchString("") {
				t.Errorf("patterns: %s: %q matches the empty text, so everything", name, line)
			}
		}
	}
}

// sourceOf returns the code of this package.
func sourceOf(t *testing.T) string {
	t.Helper()
	files, err := filepath.Glob("*.go")
	if err != nil {
		t.Fatal(err)
	}
	var all strings.Builder
	for _, file := range files {
		text, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		all.Write(text)
	}
	return all.String()
}
