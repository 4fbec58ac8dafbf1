package ghsync

import (
	"cmp"
	"fmt"

	"github.com/ghresume/ghresume/internal/english"
	"github.com/ghresume/ghresume/resume"
)

// News describes what is new since old: "2 repositories",
// "3 merged pull requests", "+41 stars". Without an old snapshot everything is new.
func News(old, now *resume.Snapshot) []string {
	stars := "%+d %s"
	if old == nil {
		stars = "%d %s"
		old = &resume.Snapshot{Login: now.Login}
	}
	var out []string
	say := func(n int, noun, suffix string) {
		if n > 0 {
			out = append(out, english.Count(n, noun)+suffix)
		}
	}
	before, after := ownByID(old), ownByID(now)
	say(missingFrom(before, after), "repository", "")
	say(missingFrom(after, before), "repository", " gone")
	merged, was := mergedCount(now), mergedCount(old)
	say(merged-was, "merged pull request", "")
	say(was-merged, "merged pull request", " gone")
	if n := starDelta(before, after); n != 0 {
		out = append(out, fmt.Sprintf(stars, n, word(n, "star", "stars")))
	}
	say(releaseDelta(before, after), "release", "")
	return out
}

// ownByID returns the account's own repositories by ID, so that a new name is not new.
func ownByID(s *resume.Snapshot) map[string]resume.Repository {
	m := map[string]resume.Repository{}
	for _, r := range s.Repositories {
		if ownedBy(s.Login, r.Name) {
			m[cmp.Or(r.ID, r.Name)] = r
		}
	}
	return m
}

func missingFrom(have, want map[string]resume.Repository) int {
	n := 0
	for id := range want {
		if _, ok := have[id]; !ok {
			n++
		}
	}
	return n
}

func mergedCount(s *resume.Snapshot) int {
	n := 0
	for _, w := range s.Contributions {
		n += w.Merged
	}
	return n
}

func starDelta(before, after map[string]resume.Repository) int {
	n := 0
	for id, r := range after {
		n += r.Stars - before[id].Stars
	}
	return n
}

// releaseDelta counts new releases if both snapshots know the number.
func releaseDelta(before, after map[string]resume.Repository) int {
	n := 0
	for id, r := range after {
		if was := before[id].Releases; was != nil && r.Releases != nil {
			n += max(0, *r.Releases-*was)
		}
	}
	return n
}

func word(n int, one, many string) string {
	if n == 1 || n == -1 {
		return one
	}
	return many
}
