package convert

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/ghresume/ghresume/internal/safe"
	"github.com/ghresume/ghresume/resume"
)

// reader fills a profile, and records what it leaves out and what it doubts.
type reader struct {
	profile  *resume.Profile
	left     resume.Problems
	refused  resume.Problems     // dates that a profile refuses
	comments map[string][]string // by path of the profile
	pending  []string            // doubts about the entry that is being read
	openEnds []string            // paths of entries whose end could not be read
	titles   map[resume.SectionKind]string
	order    []string
	format   string          // a more exact name of the format
	foreign  []string        // tables with headings in another language
	sections map[string]int  // where the free sections are, by title in lower case
	seen     map[string]bool // what was read already, see [reader.isNew]
}

func newReader() *reader {
	return &reader{
		profile:  &resume.Profile{Positions: resume.Positions{}, Links: map[string]string{}, Skills: map[string][]string{}},
		comments: map[string][]string{}, titles: map[resume.SectionKind]string{}, seen: map[string]bool{}, sections: map[string]int{},
	}
}

// leave reports that a profile has no place for a field of the file.
func (in *reader) leave(field, why string) {
	in.left = append(in.left, resume.Problem{Field: field, Message: "left out", Hint: why})
}

// doubt adds something to check to the comments on the current entry.
func (in *reader) doubt(format string, values ...any) {
	in.pending = append(in.pending, safe.Line(fmt.Sprintf(format, values...)))
}

// isNew reports whether something of a kind occurs for the first time.
func (in *reader) isNew(parts ...string) bool {
	key := strings.Join(parts, "\x00")
	if in.seen[key] {
		return false
	}
	in.seen[key] = true
	return true
}

// attach adds the doubts about an entry to the comments above it.
func (in *reader) attach(path string) {
	for _, doubt := range in.pending {
		if in.isNew("doubt", path, doubt) {
			in.comments[path] = append(in.comments[path], doubt)
		}
	}
	in.pending = nil
}

// attachTo adds them above the i-th table of a list.
func (in *reader) attachTo(list string, i int) { in.attach(fmt.Sprintf("%s[%d]", list, i)) }

// section adds to a free section, which may already exist.
func (in *reader) section(title string, items []string, entries []resume.FreeEntry) {
	items = slices.DeleteFunc(slices.Clone(items), func(s string) bool { return s == "" })
	if len(items)+len(entries) == 0 {
		return
	}
	s := in.freeSection(title)
	s.Items = append(s.Items, items...)
	s.Entries = append(s.Entries, entries...)
}

func (in *reader) freeSection(title string) *resume.FreeSection {
	sections, key := &in.profile.Sections, strings.ToLower(title)
	i, known := in.sections[key]
	if !known {
		*sections = append(*sections, resume.FreeSection{Title: title})
		i = len(*sections) - 1
		in.sections[key] = i
	}
	return &(*sections)[i]
}

// addSkills adds to a group of skills; groups keep the order of the file.
func (in *reader) addSkills(group string, names []string) {
	p := in.profile
	if len(names) == 0 {
		return
	}
	if _, known := p.Skills[group]; !known {
		p.Positions["skills."+quoteKey(group)] = resume.Position{Offset: len(p.Skills) + 1}
	}
	for _, name := range names {
		if in.isNew("skill", group, name) {
			p.Skills[group] = append(p.Skills[group], name)
		}
	}
}

func indexed(list string, i int) string { return fmt.Sprintf("%s[%d]", list, i) }

// quoteKey returns a key as part of a path.
func quoteKey(key string) string {
	if key == "" || strings.Trim(key, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_-") != "" {
		return strconv.Quote(key)
	}
	return key
}
