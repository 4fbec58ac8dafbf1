package ghsync

import (
	"testing"
)

// TestIncludedCuts: a field that all repositories lack is not reported for some, too.
func TestIncludedCuts(t *testing.T) {
	r := &reading{}
	r.cutLost([]string{"Brief.pushedAt", "Brief.description"}, "Forbidden")
	r.lose([]string{"Brief.pushedAt"}, "Forbidden")
	var told []string
	for _, c := range r.cuts.all(nil) {
		told = append(told, c.What)
	}
	want := []string{"descriptions of some repositories", "when repositories were pushed to"}
	if len(told) != 2 || told[0] != want[0] || told[1] != want[1] {
		t.Errorf("told %q, want %q", told, want)
	}
	if got := ofSome("Brief.pushedAt"); got != "when some repositories were pushed to" {
		t.Errorf("got %q", got)
	}
}
