package produce

import (
	"slices"
	"strings"

	"github.com/ghresume/ghresume/internal/lazy"
	"github.com/ghresume/ghresume/resume"
)

// profile returns what a text loses of the person's name, bio, place or addresses if some of
// them are denied. Nothing tells which words they were, so a text that also says something new
// counts as edited.
func (u *unseen) profile(old, now []byte) []string {
	if !slices.ContainsFunc(u.cuts, ofPerson) || len(missingFrom(wordsIn(old), wordsIn(now))) > 0 {
		return nil
	}
	lost := append(missingFrom(wordsIn(now), wordsIn(old)), lostMatches(webAddress, old, now)...)
	if name := firstLine(old); name != firstLine(now) && firstLine(now) == u.snapshot.Login {
		lost = append(lost, name)
	}
	return lost
}

// webAddress matches an address with its scheme, and pageAddress one with a path.
var (
	webAddress  = lazy.New(`https?://[^\s()<>"'\\]+`)
	pageAddress = lazy.New(`[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+/[^\s()<>"'\\]+`)
)

// lostMatches returns what a pattern matches in the old text only, each once.
func lostMatches(pattern *lazy.Regexp, old, now []byte) []string {
	seen := map[string]bool{}
	for _, found := range pattern.FindAllString(string(readable(now)), -1) {
		seen[found] = true
	}
	var lost []string
	for _, found := range pattern.FindAllString(string(readable(old)), -1) {
		if !seen[found] {
			seen[found] = true
			lost = append(lost, found)
		}
	}
	return lost
}

// firstLine returns the first line with text, without the signs of a heading.
func firstLine(text []byte) string {
	for line := range strings.Lines(string(readable(text))) {
		if line = strings.Trim(line, "# \r\n"); line != "" && !strings.HasPrefix(line, "<!--") {
			return line
		}
	}
	return ""
}

// ofPerson reports whether a cut is about what a person says in the profile, not about the
// lists beside it, which workflow tokens never see.
func ofPerson(c resume.Cut) bool {
	return slices.Contains([]string{"Profile.name", "Profile.bio", "Profile.company", "Profile.location", "Profile.websiteUrl", "Profile.url"}, c.Field)
}

// roles returns the roles that entries of contributions lose if roles are denied.
func (u *unseen) roles(old, now []byte) []string {
	isDenied := func(c resume.Cut) bool { return strings.Contains(c.What, "roles in projects") }
	if !u.isAnonymous && !u.isPrivate() && !slices.ContainsFunc(u.cuts, isDenied) {
		return nil
	}
	var out []string
	before, after := splitEntries(u.host, old), splitEntries(u.host, now)
	for name, text := range after {
		if w, known := u.work(name); known && !hasRole(w) && lostWord([]byte(before[name]), []byte(text), roleNames()) {
			out = append(out, "the role in "+name)
		}
	}
	slices.Sort(out)
	return out
}

func hasRole(w resume.MergedWork) bool {
	return slices.ContainsFunc([]resume.Role{resume.RoleMember, resume.RoleCollaborator}, func(r resume.Role) bool { return strings.EqualFold(w.Role, string(r)) })
}
