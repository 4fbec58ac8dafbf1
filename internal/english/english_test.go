package english

import "testing"

func TestCount(t *testing.T) {
	for want, of := range map[string]struct {
		n    int
		noun string
	}{
		"0 pages": {0, "page"}, "1 page": {1, "page"}, "2 repositories": {2, "repository"}, "1 repository": {1, "repository"}, "60 days": {60, "day"}, "3 keys": {3, "key"}, "2 boys": {2, "boy"},
		"3 merged pull requests": {3, "merged pull request"},
	} {
		if got := Count(of.n, of.noun); got != want {
			t.Errorf("got %q, want %q", got, want)
		}
	}
}

func TestNearest(t *testing.T) {
	known := []string{"email", "Name", "location"}
	for word, want := range map[string]string{"emial": "email", "NAME": "Name", "locaton": "location", "xyzzy": "", "": ""} {
		if got := Nearest(word, known); got != want {
			t.Errorf("%q: got %q, want %q", word, got, want)
		}
	}
}
