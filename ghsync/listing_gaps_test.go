package ghsync

import (
	"encoding/json"
	"testing"
)

// TestListingShowsItsGaps: a folder that is listed twice in one answer shows that a list is
// not whole.
func TestListingShowsItsGaps(t *testing.T) {
	const src, blob = `{"name": "src", "type": "tree", "object": {"entries": [{"name": "a.go", "type": "blob"}, {"name": "b.go", "type": "blob"}]}}`, `{"name": "go.mod", "type": "blob"}`
	for name, test := range map[string]struct {
		answer string
		want   bool
	}{
		"whole":                  {`{"root": {"entries": [` + blob + `, ` + src + `]}, "src": {"entries": [{"name": "a.go"}, {"name": "b.go"}]}}`, false},
		"a root without it":      {`{"root": {"entries": [` + blob + `]}, "src": {"entries": [{"name": "a.go"}, {"name": "b.go"}]}}`, true},
		"half of the folder":     {`{"root": {"entries": [` + blob + `, ` + src + `]}, "src": {"entries": [{"name": "a.go"}]}}`, true},
		"a null in the root":     {`{"root": {"entries": [null, ` + src + `]}}`, true},
		"no names of the folder": {`{"root": {"entries": [` + blob + `, {"name": "src", "type": "tree"}]}, "src": {"entries": [{"name": "a.go"}]}}`, false},
		"no root":                {`{"src": {"entries": [{"name": "a.go"}]}}`, false},
	} {
		var listed gqlListing
		if err := json.Unmarshal([]byte(test.answer), &listed); err != nil {
			t.Fatal(err)
		}
		if got := listed.hasGaps(); got != test.want {
			t.Errorf("%s: %t", name, got)
		}
	}
}
