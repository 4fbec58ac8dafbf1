package produce

import (
	"maps"
	"regexp"
	"slices"

	"github.com/ghresume/ghresume/resume/skill"
)

// fewEdited is how many technologies an edit of the profile may drop at once.
const fewEdited = 2

// lostFacts describes what a file that was made with GitHub would lose if it were made from
// the profile alone: repositories, what it says of those that the profile names, the
// account's page, technologies.
func lostFacts(host string, old, now []byte) []string {
	if lost := lostRepositories(host, old, now); len(lost) > 0 {
		return lost
	}
	lost := lostAccounts(host, old, now)
	poorer := poorerEntries(host, old, now)
	isDue := len(lost) > 0 || len(poorer) > 1
	for _, name := range slices.Sorted(maps.Keys(poorer)) {
		lost = append(lost, "text about "+name)
		isDue = isDue || slices.Contains(poorer[name], "★") || showsMerges(old, name) && !showsMerges(now, name)
	}
	if skills := technologiesLost(skill.Default(), string(readable(old)), string(readable(now))); len(skills) > fewEdited {
		return append(lost, skills...)
	}
	if !isDue {
		return nil // an entry was edited
	}
	return lost
}

// lostAccounts returns the pages of accounts on GitHub that only the old text shows.
func lostAccounts(host string, old, now []byte) []string {
	account := regexp.MustCompile(`^(?:github\.com|` + regexp.QuoteMeta(host) + `)/[^/]+$`)
	return slices.DeleteFunc(lostMatches(pageAddress, old, now), func(found string) bool { return !account.MatchString(found) })
}
