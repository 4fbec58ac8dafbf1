package produce

import (
	"bytes"
	"maps"
	"regexp"
	"slices"
	"strings"
	"unicode"

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

// costs returns what a text would lose to the denial: repositories, else words. What has
// always been denied was never in the text, so that a loss of what is denied is certain,
// and a job does not fail run after run because somebody edited a description.
func (d denied) costs(old, now []byte) []string {
	if len(d.cuts) == 0 {
		return nil
	}
	kept := slices.DeleteFunc(repositoriesIn(d.host, now), func(name string) bool { return showsMerges(now, name) && !showsMerges(old, name) })
	hidden := slices.DeleteFunc(missingFrom(kept, repositoriesIn(d.host, old)), func(name string) bool { return !d.hides(name, old) })
	if len(hidden) > 0 {
		return hidden
	}
	if lost := d.withheld(poorerEntries(d.host, old, now)); len(lost) > 0 {
		return lost
	}
	if losesMuch(d.host, old, now) {
		return missingFrom(wordsIn(now), wordsIn(old))
	}
	return nil
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
	switch what, _, _ := strings.Cut(c.What, " of "); what {
	case "descriptions":
		return r.Description == ""
	case "stars":
		return r.Stars == 0
	case "counts":
		return strings.HasPrefix(c.What, "counts of releases") && r.Releases == nil
	case "downloads":
		return r.Downloads == nil
	}
	return false
}

// poorerEntries returns what entries of repositories lost and did not replace, by
// repository: an edit, a changed figure and another order are not losses.
func poorerEntries(host string, old, now []byte) map[string][]string {
	lost, had := map[string][]string{}, entriesIn(host, old)
	for name, words := range entriesIn(host, now) {
		if had[name] == nil || len(fewer(words, had[name])) > 0 {
			continue
		}
		if gone := fewer(had[name], words); len(gone) > 0 {
			lost[name] = gone
		}
	}
	return lost
}

// fewer returns the words that one text has more often than another, sorted.
func fewer(have, than map[string]int) []string {
	var out []string
	for word, n := range have {
		if n > than[word] {
			out = append(out, word)
		}
	}
	slices.Sort(out)
	return out
}

// entriesIn counts the words that a document has about each repository, in Markdown, HTML,
// DOCX or JSON. All figures are the same word, since they change.
func entriesIn(host string, document []byte) map[string]map[string]int {
	start := regexp.MustCompile(`(?m)^#{1,6} |^[-*|] |^ {4}\{|^ {2}"|<article|</?section|<li|<h[1-6]|<w:p>`)
	heading := regexp.MustCompile(`^(#{1,6} |[-*|] | {4}\{| {2}"|<article|</?section|<li|<h[1-6]|<w:p><w:pPr><w:pStyle w:val="Heading)`)
	text := unpacked(document)
	entries := map[string]map[string]int{}
	var entry map[string]int
	for _, block := range splitAt(text, start) {
		if names := repositoriesIn(host, block); len(names) > 0 {
			if entry = entries[names[0]]; entry == nil {
				entry = map[string]int{}
				entries[names[0]] = entry
			}
		} else if heading.Match(block) {
			entry = nil
		}
		if entry != nil {
			countWords(string(block), entry)
		}
	}
	return entries
}

// splitAt splits a text before each match.
func splitAt(text []byte, start *regexp.Regexp) [][]byte {
	var out [][]byte
	from := 0
	for _, at := range start.FindAllIndex(text, -1) {
		out, from = append(out, text[from:at[0]]), at[0]
	}
	return append(out, text[from:])
}

// figure stands for every figure.
const figure = "0"

func countWords(text string, into map[string]int) {
	for _, word := range strings.FieldsFunc(text, func(r rune) bool {
		return !unicode.IsLetter(r) && !unicode.IsDigit(r) && !strings.ContainsRune("+#★.,", r)
	}) {
		word = strings.Trim(word, ".,")
		if word != "" && unicode.IsDigit([]rune(word)[0]) {
			word = figure
		}
		if word != "" {
			into[word]++
		}
	}
}
