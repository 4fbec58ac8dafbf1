package produce

import (
	"bytes"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"github.com/ghresume/ghresume/internal/load"
	"github.com/ghresume/ghresume/resume"
)

// unseen compares files with the first read of an account without a token. Nothing tells
// whether a token made them, so what they have and the read cannot see counts as lost, but
// not what the read knows to be gone, changed or outranked.
type unseen struct {
	host     string
	snapshot *resume.Snapshot
}

// unseenFirst returns nil if a token was used, or if the read builds on an earlier one.
func unseenFirst(host string, m *load.Sources) *unseen {
	s := m.Snapshot
	if s == nil || !m.IsFirst || s.API != "rest" || s.Pinned != nil || s.Commits != nil {
		return nil
	}
	return &unseen{host, s}
}

// costs returns what a text would lose that only a token shows.
func (u *unseen) costs(old, now []byte) []string {
	var out []string
	for _, lost := range []func(old, now []byte) []string{u.repositories, u.technologies, u.details, u.merges, u.figures} {
		out = append(out, lost(old, now)...)
	}
	return out
}

// repositories returns those that only the old text shows and that the read may have
// missed.
func (u *unseen) repositories(old, now []byte) []string {
	return slices.DeleteFunc(goneFrom(u.host, old, now), func(name string) bool { return !u.mayMiss(name, old) })
}

// mayMiss reports whether the read cannot tell that a repository is gone or outranked.
func (u *unseen) mayMiss(name string, old []byte) bool {
	text := unpacked(old)
	_, isKnown := repositoryNamed(u.snapshot, name)
	switch {
	case bytes.Contains(text, []byte("/"+name+"/commits?")): // commits without a pull request
		return true
	case showsMerges(old, name):
		if w, have := u.work(name); have {
			return w.Stars == nil
		}
		return u.lacks(resume.CutContributions) && !u.wouldFind(splitEntries(u.host, old)[name])
	case isKnown || u.wasAsked(name):
		return false
	case u.owns(name):
		return u.lacks(resume.CutRepositories)
	}
	return linksPage(text, name)
}

// wouldFind reports whether the search for merged pull requests, which returns the newest
// first, got beyond the last year of an entry.
func (u *unseen) wouldFind(entry string) bool {
	oldest, last := u.snapshot.TakenAt.Year(), 0
	for _, w := range u.snapshot.Contributions {
		for _, p := range w.Pulls {
			oldest = min(oldest, p.MergedAt.Year())
		}
	}
	for _, text := range regexp.MustCompile(`\b(?:19|20)[0-9]{2}\b`).FindAllString(entry, -1) {
		if year, _ := strconv.Atoi(text); year <= u.snapshot.TakenAt.Year() {
			last = max(last, year)
		}
	}
	return last > oldest
}

func (u *unseen) owns(name string) bool {
	owner, _, _ := strings.Cut(name, "/")
	return strings.EqualFold(owner, u.snapshot.Login)
}

func (u *unseen) work(name string) (resume.MergedWork, bool) {
	i := slices.IndexFunc(u.snapshot.Contributions, func(w resume.MergedWork) bool { return strings.EqualFold(w.Repository, name) })
	if i < 0 {
		return resume.MergedWork{}, false
	}
	return u.snapshot.Contributions[i], true
}

// wasAsked reports whether the profile names a repository, so that GitHub was asked for it.
func (u *unseen) wasAsked(name string) bool {
	return slices.ContainsFunc(u.snapshot.Named, func(n resume.NamedRepository) bool { return strings.EqualFold(n.Name, name) })
}

func (u *unseen) lacks(part resume.CutPart) bool {
	return slices.ContainsFunc(u.snapshot.Cut, func(c resume.Cut) bool { return c.Part == part })
}

// linksPage reports whether a text links the page of a repository, not one below it as a
// bullet of the profile may.
func linksPage(text []byte, name string) bool {
	return regexp.MustCompile(`/` + regexp.QuoteMeta(name) + `(?:[^A-Za-z0-9_./-]|[.]?$)`).Match(text)
}

// details returns the releases, downloads and roles that entries of repositories lose.
func (u *unseen) details(old, now []byte) []string {
	var out []string
	before, after := splitEntries(u.host, old), splitEntries(u.host, now)
	for name, text := range after {
		if before[name] == "" {
			continue
		}
		if r, known := repositoryNamed(u.snapshot, name); known && r.Releases == nil && countFigures(before[name]) > countFigures(text) {
			out = append(out, "figures of "+name)
		}
		if w, known := u.work(name); known && !hasRole(w) && lostWord([]byte(before[name]), []byte(text), roleNames()) {
			out = append(out, "the role in "+name)
		}
	}
	slices.Sort(out)
	return out
}

func countFigures(text string) int {
	words := map[string]int{}
	countWords(text, words)
	return words[figure]
}

func hasRole(w resume.MergedWork) bool {
	return slices.ContainsFunc([]resume.Role{resume.RoleMember, resume.RoleCollaborator}, func(r resume.Role) bool { return strings.EqualFold(w.Role, string(r)) })
}

// merges tells if much less merged work is shown than before because the search for it was
// not read to its end. New merges push out old ones, but few at a time.
func (u *unseen) merges(old, now []byte) []string {
	if !u.lacks(resume.CutContributions) {
		return nil
	}
	was, is := 0, 0
	after := splitEntries(u.host, now)
	for name, text := range splitEntries(u.host, old) {
		if _, known := u.work(name); known && after[name] != "" {
			was, is = was+mergesIn(text), is+mergesIn(after[name])
		}
	}
	if 10*is < 9*was {
		return []string{"merged pull requests"}
	}
	return nil
}
