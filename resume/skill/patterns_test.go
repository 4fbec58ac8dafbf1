package skill

import (
	"slices"
	"strings"
	"testing"
)

// TestPatternIndexMissesNothing compares the index with asking each pattern.
func TestPatternIndexMissesNothing(t *testing.T) {
	x := Default().proofs()
	fill := strings.NewReplacer("**/", "a/b/", "*", "lamp", "?", "x", "[0-9]", "7")
	var files []string
	for _, w := range slices.Concat(x.files, x.beside) {
		files = append(files, strings.TrimPrefix(fill.Replace(w.pattern), "/"), "web/"+strings.TrimPrefix(fill.Replace(w.pattern), "/"))
	}
	for _, m := range manifests {
		files = append(files, strings.TrimPrefix(fill.Replace(m.pattern), "/"))
	}
	for _, file := range files {
		near := x.filePatterns.near(file)
		for i, w := range x.files {
			if w.provedBy(file) && !slices.Contains(near, i) {
				t.Errorf("%s: %s is not near", file, w.pattern)
			}
		}
		beside := x.besidePatterns.near(file)
		for i, w := range x.beside {
			if fitsFile(w.pattern, file) && !slices.Contains(beside, i) {
				t.Errorf("%s: %s is not near", file, w.pattern)
			}
		}
		if want := slices.IndexFunc(manifests, func(m manifest) bool { return fits(m.pattern, file) }); manifestOf(file) != want {
			t.Errorf("%s: manifest %d, want %d", file, manifestOf(file), want)
		}
	}
}

// TestFewPatternsAreTried checks that an ordinary file is compared with few patterns.
func TestFewPatternsAreTried(t *testing.T) {
	x := Default().proofs()
	if n := len(x.filePatterns.near("src/lamp/bulb.go")); n > len(x.files)/5 {
		t.Errorf("%d of %d", n, len(x.files))
	}
	if n := len(manifestPatterns().near("src/lamp/bulb.go")); n > len(manifests)/5 {
		t.Errorf("%d of %d", n, len(manifests))
	}
}
