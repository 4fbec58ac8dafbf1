package resume

import "testing"

// TestNothingToBuildFrom: what a caller does not have is nil.
func TestNothingToBuildFrom(t *testing.T) {
	if r := Build(nil, nil); r == nil || len(r.Sections) != 0 {
		t.Errorf("built %+v", r)
	}
	p := &Profile{Skills: map[string][]string{"Languages": {"Go"}}}
	if r := BuildAll(p, nil, nil); len(r.Skills) != 1 {
		t.Errorf("built %+v", r.Skills)
	}
	if found := Inferred(nil, nil, nil); len(found) != 0 {
		t.Errorf("inferred %+v", found)
	}
}
