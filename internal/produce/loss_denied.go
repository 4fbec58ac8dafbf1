package produce

import (
	"bytes"
	"maps"
	"slices"
	"strings"

	"github.com/ghresume/ghresume/ghsync"
	"github.com/ghresume/ghresume/resume"
)

// denied is what a policy keeps from the first read of an account: no earlier one
// tells whether the files that are there had it.
type denied struct {
	host     string
	snapshot *resume.Snapshot
	cuts     []resume.Cut
}

// deniedFirst returns what is denied on the first read of an account, nothing on others.
func deniedFirst(host string, s *resume.Snapshot, isFirst bool) denied {
	d := denied{host: host, snapshot: s}
	if s != nil && isFirst {
		d.cuts = slices.DeleteFunc(slices.Clone(s.Cut), func(c resume.Cut) bool { return !ghsync.IsDenied(c) })
	}
	return d
}

// names returns the denied parts, for a message.
func (d denied) names() []string {
	var out []string
	for _, c := range d.cuts {
		if !slices.Contains(out, c.String()) { // a field of two types
			out = append(out, c.String())
		}
	}
	return out
}

// costs returns what a text would lose to the denial: repositories, else words. A text
// cannot lose what was always denied, since it never had it: so a job does not fail run
// after run because somebody edited a description.
func (d denied) costs(old, now []byte) []string {
	if len(d.cuts) == 0 {
		return nil
	}
	hidden := slices.DeleteFunc(goneFrom(d.host, old, now), func(name string) bool { return !d.hides(name, old) })
	if len(hidden) > 0 {
		return hidden
	}
	if lost := d.merges(old, now); len(lost) > 0 {
		return lost
	}
	if lost := d.withheld(poorerEntries(d.host, old, now)); len(lost) > 0 {
		return lost
	}
	if lost := d.unproven(old, now); len(lost) > 0 {
		return lost
	}
	if changed := d.ranks(old, now); len(changed) > 0 {
		return changed
	}
	if losesMuch(d.host, old, now) {
		return missingFrom(wordsIn(now), wordsIn(old))
	}
	return nil
}

// merges returns the denied merged pull requests in private repositories that the old text
// shows: the new one has commits there instead.
func (d denied) merges(old, now []byte) (lost []string) {
	for _, c := range d.cuts {
		name, isOfMerges := strings.CutPrefix(c.What, "merged pull requests in ")
		if isOfMerges && showsMerges(old, name) && !showsMerges(now, name) {
			lost = append(lost, c.What)
		}
	}
	return lost
}

// goneFrom returns the repositories that only the old text shows, also if the new one has
// pull requests in them where the old one had a project.
func goneFrom(host string, old, now []byte) []string {
	kept := slices.DeleteFunc(repositoriesIn(host, now), func(name string) bool { return showsMerges(now, name) && !showsMerges(old, name) })
	return missingFrom(kept, repositoriesIn(host, old))
}

// hides reports whether a denial keeps a repository away: the snapshot does not have it,
// and it or its owner is named, or the denial of repositories of others names no owner.
func (d denied) hides(name string, old []byte) bool {
	if d.isKnown(name, old) {
		return false
	}
	owner, _, _ := strings.Cut(name, "/")
	return slices.ContainsFunc(d.cuts, func(c resume.Cut) bool {
		isAny := c.Part == resume.CutWorks && !strings.Contains(c.Why, "`") && !strings.EqualFold(owner, d.snapshot.Login)
		return isAny || strings.EqualFold(c.What, name) || strings.Contains(strings.ToLower(c.Why), "`"+strings.ToLower(owner)+"`")
	})
}

// isKnown reports whether the snapshot has what the old text showed: the repository, or
// the merged pull requests in it.
func (d denied) isKnown(name string, old []byte) bool {
	if slices.ContainsFunc(d.snapshot.Repositories, func(r resume.Repository) bool { return strings.EqualFold(r.Name, name) }) {
		return true
	}
	return showsMerges(old, name) &&
		slices.ContainsFunc(d.snapshot.Contributions, func(w resume.MergedWork) bool { return strings.EqualFold(w.Repository, name) })
}

// showsMerges reports whether a text shows merged pull requests in a repository, rather
// than a project.
func showsMerges(text []byte, name string) bool {
	return bytes.Contains(unpacked(text), []byte("/"+name+"/pulls?"))
}

// withheld describes what entries lost, if that is due to a denial: one entry
// lost what is denied of its repository, or two lost something while any of their data is.
func (d denied) withheld(lost map[string][]string) []string {
	isDue := len(lost) > 1 && slices.ContainsFunc(d.cuts, ofEntries)
	for _, r := range d.snapshot.Repositories {
		isDue = isDue || len(lost[r.Name]) > 0 && slices.ContainsFunc(d.cuts, func(c resume.Cut) bool { return isWithheld(c, r) })
	}
	if !isDue {
		return nil
	}
	var out []string
	for _, name := range slices.Sorted(maps.Keys(lost)) {
		what := "text about "
		if slices.Contains(lost[name], figure) {
			what = "figures of "
		}
		out = append(out, what+name)
	}
	return out
}

// ofEntries reports whether a cut is about data that is printed with a repository.
func ofEntries(c resume.Cut) bool {
	return slices.Contains([]resume.CutPart{resume.CutRepositories, resume.CutContributions, resume.CutNamed,
		resume.CutWorks, resume.CutDetails, resume.CutDownloads, resume.CutFiles}, c.Part)
}

// isWithheld reports whether a cut is about something that a repository lacks.
func isWithheld(c resume.Cut, r resume.Repository) bool {
	if c.Part == resume.CutNamed {
		return strings.EqualFold(c.What, r.Name)
	}
	switch what, _, _ := strings.Cut(c.What, " of "); what {
	case "descriptions":
		return r.Description == ""
	case "main languages":
		return r.Language == ""
	case "stars":
		return r.Stars == 0
	case "counts":
		return strings.HasPrefix(c.What, "counts of releases") && r.Releases == nil
	case "downloads":
		return r.Downloads == nil
	case "when repositories were pushed to", "when some repositories were pushed to":
		return r.PushedAt.IsZero()
	}
	return false
}
