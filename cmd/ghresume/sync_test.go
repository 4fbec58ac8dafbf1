package main

import (
	"testing"

	"github.com/ghresume/ghresume/resume"
)

// TestNews: the first read of an account without work says what it read.
func TestNews(t *testing.T) {
	none := &resume.Snapshot{Login: "newbie"}
	one := &resume.Snapshot{Login: "newbie", Repositories: []resume.Repository{{ID: "R_1", Name: "newbie/first"}}}
	for _, c := range []struct {
		old, now *resume.Snapshot
		want     string
	}{
		{nil, none, "no repositories, no merged pull requests"},
		{none, none, "nothing new"},
		{nil, one, "1 repository"},
		{none, one, "1 repository"},
	} {
		if got := newsOf(c.old, c.now); got != c.want {
			t.Errorf("got %q, want %q", got, c.want)
		}
	}
}
