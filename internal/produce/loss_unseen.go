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

// unseen compares files with a first read that had no token or was denied items of a list.
// Nothing tells whether an earlier, fuller read made the files, so what they have and this
// one cannot see counts as lost, but not what it knows to be gone, changed or outranked.
type unseen struct {
	host        string
	snapshot    *resume.Snapshot
	cuts        []resume.Cut
	isAnonymous bool
}

// unseenFirst returns nil if the read is complete, or builds on an earlier one.
func unseenFirst(host string, m *load.Sources) *unseen {
	s := m.Snapshot
	if s == nil || !m.IsFirst {
		return nil
	}
	if s.API == "rest" && s.Pinned == nil && s.Commits == nil {
		return &unseen{host, s, s.Cut, true}
	}
	if cuts := deniedFirst(host, s, true).cuts; len(cuts) > 0 {
		return &unseen{host, s, cuts, false}
	}
	if slices.ContainsFunc(s.Contributions, resume.MergedWork.LacksLines) {
		return &unseen{host, s, nil, false}
	}
	return nil
}

// names says what the read did not see, for a message.
func (u *unseen) names() []string {
	if len(u.cuts) == 0 {
		return []string{"the changed lines of work that a policy hides from the token"}
	}
	return denied{cuts: u.cuts}.names()
}

// costs returns what a text would lose although it may still be so.
func (u *unseen) costs(old, now []byte) []string {
	return slices.Concat(u.repositories(old, now), u.technologies(old, now), u.details(old, now), u.lines(old, now), u.projects(old, now), u.roles(old, now), u.merges(old, now), u.figures(old, now), u.links(old, now), u.profile(old, now))
}

// mayCome reports whether another read without a token may find what was lost: nothing
// shows that a token made the text.
func (u *unseen) mayCome(old, now []byte) bool {
	isAnothers := func(name string) bool { return !u.owns(name) && !showsMerges(old, name) }
	return len(u.details(old, now))+len(u.roles(old, now)) == 0 && len(u.figures(old, now)) == 0 && !slices.ContainsFunc(u.repositories(old, now), isAnothers)
}

// repositories returns those that only the old text shows and that the read may have
// missed.
func (u *unseen) repositories(old, now []byte) []string {
	gone := goneFrom(u.host, old, now)
	if merged := slices.DeleteFunc(slices.Clone(gone), func(name string) bool { return !showsMerges(old, name) }); u.isAnonymous && len(merged) > 1 && len(u.snapshot.Contributions) == 0 {
		return merged // GitHub's search finds nothing by an account that it hides
	}
	return slices.DeleteFunc(gone, func(name string) bool { return !u.mayMiss(name, old) })
}

// mayMiss reports whether the read cannot tell that a repository is gone or outranked.
func (u *unseen) mayMiss(name string, old []byte) bool {
	text := unpacked(old)
	r, isKnown := repositoryNamed(u.snapshot, name)
	switch {
	case bytes.Contains(text, []byte("/"+name+"/commits?")): // commits without a pull request
		return u.isAnonymous || r.OwnCommits == nil && (u.lacks(resume.CutCommits) || u.isPrivate())
	case showsMerges(old, name):
		if w, have := u.work(name); have {
			return w.Stars == nil
		}
		return u.lacksMerges(name) && !u.wouldFind(splitEntries(u.host, old)[name])
	case isKnown:
		return u.lacksPins()
	case u.wasAsked(name):
		return false
	case u.owns(name):
		return u.lacks(resume.CutRepositories)
	}
	return (u.isAnonymous || u.lacksPins()) && linksPage(text, name)
}

// lacksMerges reports whether merged pull requests in a repository may be missing: none is
// if only those of other owners are denied.
func (u *unseen) lacksMerges(name string) bool {
	owner, _, _ := strings.Cut(strings.ToLower(name), "/")
	return slices.ContainsFunc(u.cuts, func(c resume.Cut) bool {
		return c.Part == resume.CutContributions && (!strings.Contains(c.Why, "`") || strings.Contains(strings.ToLower(c.Why), "`"+owner+"`"))
	})
}

// lacksPins reports whether pins are denied.
func (u *unseen) lacksPins() bool {
	return slices.ContainsFunc(u.cuts, func(c resume.Cut) bool { return strings.Contains(c.What, "pinned") })
}

// wouldFind reports whether the search for merged pull requests, which returns the newest
// first, got beyond the last year of an entry.
func (u *unseen) wouldFind(entry string) bool {
	if !u.isAnonymous {
		return false
	}
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
	return slices.ContainsFunc(u.cuts, func(c resume.Cut) bool { return c.Part == part })
}

// linksPage reports whether a text links the page of a repository, not one below it as a
// bullet of the profile may.
func linksPage(text []byte, name string) bool {
	return regexp.MustCompile(`/` + regexp.QuoteMeta(name) + `(?:[^A-Za-z0-9_./-]|[.]?$)`).Match(text)
}

// details returns the releases and downloads that entries of repositories lose.
func (u *unseen) details(old, now []byte) []string {
	if !u.isAnonymous {
		return nil // see denied.withheld
	}
	var out []string
	before, after := splitEntries(u.host, old), splitEntries(u.host, now)
	for name, text := range after {
		if before[name] == "" {
			continue
		}
		if r, known := repositoryNamed(u.snapshot, name); known && r.Releases == nil && countFigures(before[name]) > countFigures(text) {
			out = append(out, "figures of "+name)
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

// merges tells if much less merged work is shown than before because the search for it was
// not read to its end. New merges push out old ones, but few at a time.
func (u *unseen) merges(old, now []byte) []string {
	if !u.lacksMerges("") {
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

// links tells which accounts on other sites a text loses if they are unknown.
func (u *unseen) links(old, now []byte) []string {
	isDenied := slices.ContainsFunc(u.cuts, func(c resume.Cut) bool { return strings.Contains(c.What, "accounts") })
	if u.snapshot.User.Social != nil && !isDenied {
		return nil
	}
	return slices.DeleteFunc(lostMatches(pageAddress, old, now), func(found string) bool {
		return strings.HasPrefix(found, u.host+"/") || strings.HasPrefix(found, "github.com/")
	})
}
