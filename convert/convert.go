// Package convert turns files of other tools into profiles. [Read] makes from the bytes of
// a file a profile, comments on what was doubtful, and a list of what a profile cannot
// hold. The package uses no files, network or clock.
//
// A file that has none of the formats of [Names] is an [*UnknownError]. Sizes are in bytes.
// The formats are those that the tools themselves write: https://jsonresume.org/schema,
// https://docs.rendercv.com, https://github.com/fresh-standard, https://europass.europa.eu.
package convert

import (
	"cmp"
	"fmt"
	"strings"

	"github.com/ghresume/ghresume/resume"
)

var presentDate = resume.Date{Present: true}

// Imported is the result of importing a file.
type Imported struct {
	// Format is the tool or format that the file was recognized as: "RenderCV".
	Format string
	// Profile passes [resume.ParseProfile] once it is encoded.
	Profile *resume.Profile
	// Comments say what was doubtful, for [resume.EncodeProfile].
	Comments map[string]string
	// Left lists the fields of the file that a profile cannot hold, and the sections that
	// were read although the format does not define them.
	Left resume.Problems
	// Refused lists the dates of the file that a profile refuses, which it lacks: an end
	// before its start.
	Refused resume.Problems
}

// MaxSize is the maximum size of a file of any format, in bytes. Most formats allow less.
const MaxSize = 64 << 20

// format is one kind of file: how it is recognized and how it is read.
type format struct {
	name string
	max  int // bytes
	is   func(*source) bool
	read func(*reader, *source) error
}

// formats are tried in this order.
func formats() []format {
	return []format{
		{"LinkedIn's data export", MaxSize, isLinkedIn, readLinkedIn},
		{"Reactive Resume", 4 << 20, isReactiveResume, readReactiveResume},
		{"YAMLResume", maxYAML, isYAMLResume, readYAMLResume},
		{"RenderCV", maxYAML, isRenderCV, readRenderCV},
		{"FRESH", 4 << 20, isFRESH, readFRESH},
		{"Europass", 8 << 20, isEuropass, readEuropass},
		{"DOCX", 16 << 20, isDOCX, readDOCX},
		{"PDF", 32 << 20, isPDF, readPDF},
		{"JSON Resume", 4 << 20, isJSONResume, readJSONResume},
	}
}

// Names returns the formats that [Read] supports.
func Names() []string {
	var out []string
	for _, f := range formats() {
		out = append(out, f.name)
	}
	return out
}

// UnknownError means that a file is in none of the formats; it says what the file looks like.
type UnknownError struct {
	File, Looks string
	// IsDocument means that it is a page that could be saved as DOCX or PDF.
	IsDocument bool
}

func (e *UnknownError) Error() string {
	return fmt.Sprintf("%s: %s; import does not read this format", e.File, e.Looks)
}

// Read recognizes a file by its content and turns it into a profile. file is the name for
// messages.
func Read(file string, data []byte) (*Imported, error) {
	src, err := newSource(data)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", file, err)
	}
	languages, whole := languagesIn(src.tree), src.tree
	if len(languages)*len(data) > maxText {
		languages = nil // too long to be read so often: all but one language become comments
	}
	if len(languages) > 0 {
		src.tree = inLanguage(whole, ownLanguage(languages), languages).(*node)
	}
	for _, f := range formats() {
		if !f.is(src) {
			continue
		}
		if len(data) > f.max {
			return nil, fmt.Errorf("%s: has %d bytes; a %s file has at most %d MiB", file, len(data), f.name, f.max>>20)
		}
		read := func() (*Imported, error) { return readOne(file, f, src) }
		if len(languages) > 0 {
			read = func() (*Imported, error) { return readLanguages(file, f, src, languages, whole) }
		}
		imported, err := read()
		if err != nil {
			return nil, err
		}
		if err := checkLength(imported.Profile, imported.Comments); err != nil {
			return nil, fmt.Errorf("%s: %w", file, err)
		}
		return imported, nil
	}
	return nil, &UnknownError{file, src.looks(), src.isDocument()}
}

// readOne reads a file of a known format.
func readOne(file string, f format, src *source) (*Imported, error) {
	in := newReader()
	if err := f.read(in, src); err != nil {
		return nil, fmt.Errorf("%s: %w", file, err)
	}
	if src.guessed {
		in.comments["name"] = append(in.comments["name"], "The file does not say its encoding: check letters with accents.")
	}
	if err := checkLength(in.profile, nil); err != nil {
		return nil, fmt.Errorf("%s: %w", file, err)
	}
	if !hasText(in.profile) && !isAbsent(src.tree) { // an empty form makes an empty profile
		return nil, fmt.Errorf("%s: looks like %s, but contains nothing for a resume", file, f.name)
	}
	return in.finish(file, cmp.Or(in.format, f.name)), nil
}

// hasText reports whether a profile has any text besides its layout.
func hasText(p *resume.Profile) bool {
	for t := range p.Texts() {
		if t.Value != "" && !strings.HasPrefix(t.Field, "layout") {
			return true
		}
	}
	return len(p.Skills) > 0
}

// checkLength returns an error if the profile would be too long for its parser.
func checkLength(p *resume.Profile, comments map[string]string) error {
	if n := len(resume.EncodeProfile(p, comments)); n > resume.MaxProfileSize {
		return fmt.Errorf("makes a profile of %d bytes; a profile has at most 1 MiB", n)
	}
	return nil
}

// finish returns a profile that passes the parser.
func (in *reader) finish(file, format string) *Imported {
	in.arrange()
	in.closeOpenEnds()
	in.dropInvalid()
	for i := range in.left {
		in.left[i].File = file
	}
	comments := map[string]string{}
	for path, doubts := range in.comments {
		if len(doubts) > 0 {
			comments[path] = "# " + strings.Join(doubts, "\n# ") + "\n"
		}
	}
	return &Imported{Format: format, Profile: in.profile, Comments: comments, Left: in.left, Refused: in.refused}
}

// arrange writes the headings and the order of the file into [layout].
func (in *reader) arrange() {
	l := &in.profile.Layout
	for kind, title := range in.titles {
		if l.Titles == nil {
			l.Titles = map[string]string{}
		}
		l.Titles[string(kind)] = title
	}
	hasSummary := in.profile.Summary+in.profile.Objective+in.profile.Links["github"] != ""
	if len(in.order) > 0 && hasSummary && !containsFold(in.order, string(resume.SummarySection)) {
		l.Order = append(l.Order, string(resume.SummarySection)) // what the file has no section for would be printed last
	}
	filled := map[string]bool{}
	for _, s := range in.profile.Sections {
		filled[strings.ToLower(s.Title)] = true
	}
	for _, name := range in.order {
		if (filled[strings.ToLower(name)] || kindOfTitle(name) != resume.Free) && in.isNew("order", strings.ToLower(name)) {
			l.Order = append(l.Order, name) // nothing unless something follows
		}
	}
}

// closeOpenEnds removes the start of an entry whose end could not be read if no other
// entry began later: it would be printed as current.
func (in *reader) closeOpenEnds() {
	for _, path := range in.openEnds {
		start := in.startOf(path)
		if start == nil || start.IsZero() || !in.beganLast(path, *start) {
			continue
		}
		in.comments[path] = append(in.comments[path], fmt.Sprintf("start = %q needs a readable end: without one it would count as current", *start))
		*start = resume.Date{}
	}
}

func (in *reader) startOf(path string) *resume.Date {
	list, index, _ := strings.Cut(strings.TrimSuffix(path, "]"), "[")
	i := 0
	if _, err := fmt.Sscan(index, &i); err != nil {
		return nil
	}
	starts := in.starts(list)
	return starts[i]
}

func (in *reader) beganLast(path string, start resume.Date) bool {
	list, _, _ := strings.Cut(path, "[")
	for _, other := range in.starts(list) {
		if other.Compare(start) > 0 {
			return false
		}
	}
	return true
}

func (in *reader) starts(list string) []*resume.Date {
	var out []*resume.Date
	p := in.profile
	switch list {
	case "experience":
		for i := range p.Experience {
			out = append(out, &p.Experience[i].Start)
		}
	case "education":
		for i := range p.Education {
			out = append(out, &p.Education[i].Start)
		}
	case "volunteering":
		for i := range p.Volunteering {
			out = append(out, &p.Volunteering[i].Start)
		}
	case "projects":
		for i := range p.Projects {
			out = append(out, &p.Projects[i].Start)
		}
	}
	return out
}
