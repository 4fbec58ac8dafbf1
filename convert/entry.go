package convert

import (
	"reflect"
	"slices"
	"strings"

	"github.com/ghresume/ghresume/resume"
)

// entry is an entry of any section of any tool before its kind in a profile is known: a
// role, a course, a project, a talk.
type entry struct {
	title, org    string
	location, url string
	about         string // what the organization does
	role          string // the user's part, besides a title
	start, end    resume.Date
	expected      bool // the end is in the future
	unreadableEnd bool
	reversed      string // says that the end was before the start
	summary       string
	highlights    []string
	skills        []string
	grade         string
	authors       []string
	doi           string
	repo          string
	doubts        []string
}

// place puts an entry into its section. Data without a key in this kind of entry becomes
// a highlight, except in short entries, which have none.
func (in *reader) place(kind resume.SectionKind, e entry) {
	in.pending = append(in.pending, e.doubts...)
	if e.expected && kind != resume.EducationSection {
		in.doubt("end = %q is in the future, according to the file", e.end)
	}
	switch kind {
	case resume.ExperienceSection:
		in.placeExperience(e)
	case resume.ProjectsSection:
		in.placeProject(e)
	case resume.EducationSection:
		in.placeEducation(e)
	case resume.VolunteeringSection:
		in.placeVolunteering(e)
	default:
		in.placeRecord(kind, e)
	}
}

func (in *reader) placeExperience(e entry) {
	p := in.profile
	p.Experience = append(p.Experience, resume.Experience{
		Title: e.title, Company: e.org, Location: e.location, URL: e.url, About: e.about, Start: e.start, End: e.end,
		Summary: e.summary, Highlights: highlights(e.extras("Grade", e.grade)), Skills: e.skills,
	})
	in.attachEntry("experience", len(p.Experience)-1, e)
}

func (in *reader) placeVolunteering(e entry) {
	p := in.profile
	if e.about != "" {
		e.highlights = append([]string{e.about}, e.highlights...)
	}
	p.Volunteering = append(p.Volunteering, resume.Volunteering{
		Title: e.title, Organization: e.org, Location: e.location, URL: e.url, Start: e.start, End: e.end,
		Description: e.summary, Highlights: highlights(e.extras(technologies, strings.Join(e.skills, ", "))),
	})
	in.attachEntry("volunteering", len(p.Volunteering)-1, e)
}

func (in *reader) placeEducation(e entry) {
	p := in.profile
	out := resume.Education{
		Degree: e.title, Institution: e.org, Location: e.location, URL: e.url, Start: e.start, End: e.end, Grade: e.grade,
	}
	if e.expected {
		out.Expected, out.End = e.end, resume.Date{}
	}
	texts := e.extras(technologies, strings.Join(e.skills, ", "))
	out.Highlights = highlights(prepended(e.summary, prepended(e.about, texts)))
	p.Education = append(p.Education, out)
	in.attachEntry("education", len(p.Education)-1, e)
}

func (in *reader) placeProject(e entry) {
	p := in.profile
	out := resume.ProjectEntry{
		Repo: e.repo, Name: e.title, Description: e.summary, URL: e.url, Role: e.role, Start: e.start, End: e.end, Skills: e.skills,
	}
	out.Role = joinNonEmpty(e.role, e.org, e.location) // printed beside the dates
	out.Highlights = highlights(prepended(e.about, e.extras("", "")))
	p.Projects = append(p.Projects, out)
	in.attachEntry("projects", len(p.Projects)-1, e)
}

// technologies is the label of skills in entries that have no key for them.
const technologies = "Technologies"

// prepended puts a text before the others, unless it is empty.
func prepended(text string, others []string) []string {
	if text == "" || slices.Contains(others, text) {
		return others
	}
	return append(paragraphsOf(text), others...)
}

func paragraphsOf(text string) []string {
	var out []string
	for l := range strings.Lines(text) {
		if l = strings.TrimSpace(l); l != "" {
			out = append(out, l)
		}
	}
	return out
}

// extras returns the highlights, and a labeled text that has no key.
func (e entry) extras(label, text string) []string {
	out := slices.Clone(e.highlights)
	add := func(label, text string) {
		if text != "" {
			out = append(out, labeled(label, text))
		}
	}
	add(label, text)
	add("Authors", strings.Join(e.authors, ", "))
	add("DOI", e.doi)
	return out
}

func joinNonEmpty(texts ...string) string {
	return strings.Join(slices.DeleteFunc(texts, func(s string) bool { return s == "" }), ", ")
}

func labeled(label, text string) string {
	if label == "" || text == "" {
		return label + text
	}
	return strings.TrimSuffix(label, ":") + ": " + text
}

// placeRecord fills the short sections.
func (in *reader) placeRecord(kind resume.SectionKind, e entry) {
	p := in.profile
	switch kind {
	case resume.CertificationsSection:
		c := resume.Certification{Name: e.title, Issuer: e.org, URL: e.url, Description: e.inOneLine()}
		c.Date, c.Expires = e.end, resume.Date{}
		if !e.start.IsZero() {
			c.Date, c.Expires = e.start, e.end
		}
		if c.Expires.Present {
			c.Expires = resume.Date{}
		}
		p.Certifications = append(p.Certifications, c)
		in.attachTo("certifications", len(p.Certifications)-1)
	case resume.AwardsSection:
		p.Awards = append(p.Awards, resume.Award{Title: e.title, Issuer: e.org, Date: e.oneDate(in), URL: e.url, Description: e.inOneLine()})
		in.attachTo("awards", len(p.Awards)-1)
	case resume.PublicationsSection:
		authors, doi := e.authors, e.doi
		e.authors, e.doi = nil, ""
		p.Publications = append(p.Publications, resume.Publication{
			Title: e.title, Authors: authors, Publisher: e.org, Date: e.oneDate(in), URL: e.url, DOI: doi, Description: e.inOneLine(),
		})
		in.attachTo("publications", len(p.Publications)-1)
	case resume.LanguagesSection:
		p.Languages = append(p.Languages, resume.Language{Name: e.title, Fluency: e.fluency()})
		in.attachTo("languages", len(p.Languages)-1)
	}
}

// oneDate returns the only date of a short entry; a start is kept in a comment.
func (e entry) oneDate(in *reader) resume.Date {
	if e.end.IsZero() || e.end.Present {
		return e.start
	}
	if !e.start.IsZero() && e.start != e.end {
		in.doubt("It began %s; a profile has only one date for it.", e.start)
	}
	return e.end
}

// inOneLine returns everything that a short entry has no key for.
func (e entry) inOneLine() string {
	parts := prepended(e.about, prepended(e.summary, e.extras(technologies, strings.Join(e.skills, ", "))))
	for _, more := range []string{e.location, e.role, e.grade} {
		if more != "" {
			parts = append(parts, more)
		}
	}
	return joinSentences(parts)
}

// joinSentences joins texts and ends each of them.
func joinSentences(parts []string) string {
	var b strings.Builder
	for i, part := range parts {
		if i > 0 {
			if last := parts[i-1]; strings.ContainsAny(last[len(last)-1:], ".!?:;") {
				b.WriteByte(' ')
			} else {
				b.WriteString("; ")
			}
		}
		b.WriteString(part)
	}
	return b.String()
}

func (e entry) fluency() string {
	return joinNonEmpty(e.org, e.summary, strings.Join(e.highlights, ", "), strings.Join(e.skills, ", "))
}

// free returns the entry for a free section.
func (e entry) free() resume.FreeEntry {
	out := resume.FreeEntry{
		Title: e.title, Subtitle: e.org, Location: e.location, URL: e.url, Start: e.start, End: e.end, Description: e.summary, Skills: e.skills,
	}
	if out.Title == "" && out.Subtitle == "" {
		out.Title, out.Description = firstLineOf(e.summary)
	}
	texts := prepended(e.about, e.extras("Grade", e.grade))
	if e.role != "" {
		texts = append(texts, e.role)
	}
	if out.Title == "" && out.Subtitle == "" && len(texts) > 0 {
		out.Title, texts = texts[0], texts[1:]
	}
	out.Highlights = highlights(texts)
	return out
}

func firstLineOf(text string) (first, rest string) {
	first, rest, _ = strings.Cut(text, "\n")
	return first, rest
}

// placeFree adds an entry to a free section.
func (in *reader) placeFree(title string, e entry) {
	in.pending = append(in.pending, e.doubts...)
	if lines := prepended(e.summary, e.highlights); reflect.DeepEqual(e, entry{summary: e.summary, highlights: e.highlights, doubts: e.doubts}) {
		in.section(title, lines, nil)
		in.attach("sections")
		return
	}
	s := in.freeSection(title)
	s.Entries = append(s.Entries, e.free())
	in.attachTo(indexed("sections", in.sections[strings.ToLower(title)])+".entries", len(s.Entries)-1)
}

func (in *reader) attachEntry(list string, i int, e entry) {
	if e.unreadableEnd {
		in.openEnds = append(in.openEnds, indexed(list, i))
	}
	if e.reversed != "" {
		in.refused = append(in.refused, resume.Problem{Field: indexed(list, i) + ".end", Message: e.reversed, Hint: "one of the two dates is wrong: check both"})
	}
	in.attachTo(list, i)
}
