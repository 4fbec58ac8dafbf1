package produce

import (
	"regexp"
	"slices"
	"strings"

	"github.com/ghresume/ghresume/resume"
)

// isPrivate reports whether the profile is private, so that GitHub hides organizations and
// commits, which make repositories of others projects.
func (u *unseen) isPrivate() bool {
	return slices.ContainsFunc(u.cuts, func(c resume.Cut) bool {
		return c.Part == resume.CutActivity && strings.Contains(c.What, "organizations")
	})
}

// projects returns the repositories of others that a text would no longer show as projects.
func (u *unseen) projects(old, now []byte) []string {
	if !u.isPrivate() {
		return nil
	}
	isProject := func(text []byte, name string) bool {
		heading := regexp.MustCompile(`(?:#{2,4} \[[^\]]*\]\(|<h[2-4][^>]*><a href=")https?://[^/]+/` + regexp.QuoteMeta(name) + `[")]`)
		return heading.Match(unpacked(text))
	}
	return slices.DeleteFunc(repositoriesIn(u.host, old), func(name string) bool {
		return u.owns(name) || !isProject(old, name) || isProject(now, name)
	})
}

// printedLines matches a number of changed lines, as "+1.2k −567" is.
const printedLines = `\+` + number + `[^0-9A-Za-z<]*[-−]`

// lines returns the work of which a text would lose the changed lines, because they are
// unknown.
func (u *unseen) lines(old, now []byte) []string {
	var out []string
	hasLines := regexp.MustCompile(printedLines).MatchString
	before, after := splitEntries(u.host, old), splitEntries(u.host, now)
	for _, w := range u.snapshot.Contributions {
		if w.LacksLines() && after[w.Repository] != "" && hasLines(before[w.Repository]) && !hasLines(after[w.Repository]) {
			out = append(out, "the changed lines in "+w.Repository)
		}
	}
	slices.Sort(out)
	return out
}
