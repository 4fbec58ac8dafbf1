package ghsync

import (
	"testing"
)

// TestIncludedCuts: a field that all repositories lack is not reported for some, too.
func TestIncludedCuts(t *testing.T) {
	r := &reading{}
	r.cutLost([]fieldsDenied{{why: "Forbidden", drops: []string{"Brief.pushedAt", "Brief.description"}, nodes: map[int]bool{0: true}}}, nil)
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

// TestSweptParts: a part that is null because another one failed is asked for again; each
// reason of a part that is denied is told.
func TestSweptParts(t *testing.T) {
	r := &reading{portions: newPortions()}
	var told []string
	p := part{field: "user(login: \"ada\") { ...Figures }", miss: func(t problem) error { told = append(told, t.why); return nil }}
	denied := func(name, why string) graphqlError {
		return graphqlError{Type: "FORBIDDEN", Message: why, Path: []any{"p0", "list", 0.0, name}}
	}
	a := &answer{swept: true, errors: []graphqlError{denied("repository", "one policy"), denied("repository", "another")}}
	if again, err := r.readAnswer(p, a); err != nil || len(again) != 1 || told != nil {
		t.Errorf("again %d, told %q, %v", len(again), told, err)
	}
	a.swept = false
	if again, err := r.readAnswer(p, a); err != nil || len(again) != 0 || len(told) != 2 || told[0] != "one policy" || told[1] != "another" {
		t.Errorf("again %d, told %q, %v", len(again), told, err)
	}
}
