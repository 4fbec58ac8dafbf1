package review

import "github.com/ghresume/ghresume/internal/lazy"

// start is how phrases begin that are private whatever follows: "married to a doctor",
// "voted Green".
type start struct {
	what    string
	pattern *lazy.Regexp
	// anywhere means that bullets about work do not begin like this.
	anywhere bool
}

var starts = []start{
	{"the family", pattern("familyStarts"), false},
	{"the religion", pattern("faithStarts"), false},
	{"the state of health", pattern("healthStarts"), false},
	{"a political affiliation", pattern("politicsStarts"), true},
	{"the criminal record", pattern("recordStarts"), true},
	{militaryService, pattern("serviceStarts"), false},
}

// beforeStarts matches the words that may precede such a start.
var beforeStarts = pattern("beforeStarts")

// companion matches phrases that are private only beside others that are: a nationality that
// may also be a language, a sign of the zodiac.
var companion = pattern("companion")

// startOf returns what a phrase is about by its beginning; in a bullet only what no work
// begins with counts.
func startOf(phrase string, inBullet bool) string {
	rest := phrase[len(beforeStarts.FindString(phrase)):]
	for _, s := range starts {
		if inBullet && !s.anywhere {
			continue
		}
		if m := s.pattern.FindStringIndex(rest); m != nil && m[0] == 0 {
			return s.what
		}
	}
	return ""
}
