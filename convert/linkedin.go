package convert

import (
	"archive/zip"
	"fmt"
	"maps"
	"slices"
	"strings"

	"github.com/ghresume/ghresume/internal/lazy"
	"github.com/ghresume/ghresume/resume"
)

// linkedInTables maps the files of LinkedIn's data export that a resume needs to the names
// of their columns here. Everything else in the archive (messages, connections, searches)
// is private and is not opened.
var linkedInTables = map[string]map[string]string{
	"profile":         {"headline": "label", "geo location": "location"},
	"profile summary": {"profile summary": "summary"},
	"email addresses": {},
	"phonenumbers":    {},
	"phone numbers":   {},
	"positions":       {"company name": "company", "title": "position", "description": "summary", "started on": "startDate", "finished on": "endDate"},
	"education":       {"school name": "institution", "start date": "startDate", "end date": "endDate", "notes": "summary", "degree name": "degree"},
	"skills":          {},
	"languages":       {"proficiency": "fluency"},
	"certifications":  {"authority": "issuer", "started on": "startDate", "finished on": "expires"},
	"projects":        {"title": "name", "started on": "startDate", "finished on": "endDate", "start date": "startDate", "end date": "endDate"},
	"publications":    {"name": "title", "published on": "date"},
	"honors":          {"issued on": "date", "issue date": "date"},
	"volunteering":    {"company name": "organization", "role": "position", "description": "summary", "started on": "startDate", "finished on": "endDate"},
	"courses":         {},
	"organizations":   {"position": "subtitle", "started on": "startDate", "finished on": "endDate"},
	"patents":         {"issued on": "date", "filed on": "date"},
	"test scores":     {"date on": "date"},
}

// isLinkedIn recognizes the archive, complete or basic, and a single table from it.
func isLinkedIn(s *source) bool {
	if s.syntax == "CSV" {
		return s.table != ""
	}
	return s.syntax == "ZIP" && slices.ContainsFunc([]string{"profile", "positions", "education", "skills"}, func(name string) bool { return tableFile(s.files, name) != nil })
}

func readLinkedIn(in *reader, s *source) error {
	rows, err := in.linkedInRows(s)
	if err != nil {
		return err
	}
	if len(in.foreign) > 0 {
		in.doubt("The headings of %s are not English: the columns were taken by their order.", strings.Join(in.foreign, ", "))
		in.attach("name")
	}
	in.linkedInHeader(rows)
	for _, o := range in.rows(rows, "positions") {
		in.placeOnce(resume.ExperienceSection, o.running())
	}
	for _, o := range in.rows(rows, "education") {
		o.labelActivities()
		in.placeOnce(resume.EducationSection, o.course())
	}
	for _, o := range in.rows(rows, "skills") {
		name := withoutKind(o.name("name"))
		in.addSkills(skillGroup(name), []string{name})
	}
	for _, o := range in.rows(rows, "projects") {
		in.project(o)
	}
	for _, table := range []struct {
		name string
		kind resume.SectionKind
	}{
		{"certifications", resume.CertificationsSection}, {"languages", resume.LanguagesSection},
		{"honors", resume.AwardsSection}, {"publications", resume.PublicationsSection},
	} {
		for _, o := range in.rows(rows, table.name) {
			in.placeOnce(table.kind, o.record(table.kind))
		}
	}
	for _, o := range in.rows(rows, "volunteering") {
		in.placeOnce(resume.VolunteeringSection, o.running())
	}
	in.linkedInRest(rows)
	for _, name := range []string{"recommendations_received", "recommendations received"} {
		if s.files[name+".csv"] != nil {
			in.leave("Recommendations_Received.csv", "it is what others wrote about you: quote the best in a section of your own")
		}
	}
	return nil
}

// linkedInRows reads the needed tables.
func (in *reader) linkedInRows(s *source) (map[string][]*node, error) {
	out := map[string][]*node{}
	if s.syntax == "CSV" {
		if len(s.text) > maxTable {
			return nil, fmt.Errorf("has %d bytes; a table has at most %d MiB", len(s.text), maxTable>>20)
		}
		rows, err := in.linkedInTable(s.table, s.text)
		out[s.table] = rows
		return out, err
	}
	total := 0
	for _, name := range slices.Sorted(maps.Keys(linkedInTables)) {
		file := tableFile(s.files, name)
		if file == nil {
			continue
		}
		data, err := readZipped(file, maxTable)
		if err != nil {
			return nil, err
		}
		if total += len(data); total > maxTables {
			return nil, fmt.Errorf("has tables of more than %d MiB; a resume's are far smaller", maxTables>>20)
		}
		if out[name], err = in.linkedInTable(name, legacyText(data)); err != nil {
			return nil, err
		}
	}
	return out, nil
}

func (in *reader) linkedInTable(name, text string) ([]*node, error) {
	rows, isForeign, err := parseCSV(text, name, linkedInTables[name])
	if isForeign {
		in.foreign = append(in.foreign, humanized(name))
	}
	return rows, err
}

// tableFile returns the file of a table, by its name or its translation into another
// language.
func tableFile(files map[string]*zip.File, name string) *zip.File {
	if file := files[name+".csv"]; file != nil {
		return file
	}
	kind := map[string]resume.SectionKind{
		"positions": resume.ExperienceSection, "education": resume.EducationSection, "skills": resume.SkillsSection, "languages": resume.LanguagesSection, "projects": resume.ProjectsSection,
		"certifications": resume.CertificationsSection, "publications": resume.PublicationsSection, "honors": resume.AwardsSection, "volunteering": resume.VolunteeringSection, "profile": resume.SummarySection,
	}[name]
	for _, file := range slices.Sorted(maps.Keys(files)) {
		base, isTable := strings.CutSuffix(file, ".csv")
		if _, isOther := linkedInTables[base]; isTable && !isOther && kind != "" && kindOfTitle(base) == kind {
			return files[file]
		}
	}
	return nil
}

// The maximum sizes of one table and of all tables, in bytes. LinkedIn's have a few
// kilobytes.
const (
	maxTable  = 1 << 20
	maxTables = 2 << 20
)

func (in *reader) rows(tables map[string][]*node, name string) []object {
	var out []object
	for i, row := range tables[name] {
		if !isAbsent(row) {
			out = append(out, in.object(indexed(humanized(name)+".csv", i), row))
		}
	}
	return out
}

// running reads a role: on LinkedIn one without an end is current.
func (o object) running() entry {
	e := o.job()
	if e.end.IsZero() && !e.start.IsZero() && !e.unreadableEnd {
		e.end = presentDate
	}
	return e
}

// labelActivities separates the activities of students from their notes.
func (o object) labelActivities() {
	if text := o.raw("activities"); text != "" {
		o.node.set("activities", line(text))
	}
}

// placeOnce skips entries that the archive repeats.
func (in *reader) placeOnce(kind resume.SectionKind, e entry) {
	if in.isNew(string(kind), strings.ToLower(e.title), strings.ToLower(e.org), e.start.String(), e.end.String()) {
		in.place(kind, e)
	}
}

// linkedInHeader reads the header. Street, birth date and the account's other addresses
// are private and left out.
func (in *reader) linkedInHeader(rows map[string][]*node) {
	for _, o := range in.rows(rows, "profile") {
		basics := newNode()
		for _, pair := range [][2]string{{"first name", "firstName"}, {"last name", "lastName"}, {"label", "label"}, {"summary", "summary"}} {
			basics.set(pair[1], o.take(pair[0]))
		}
		place := o.name("location")
		if place == "" {
			place = o.name("country")
		}
		basics.set("location", place)
		o.ignore("country")
		in.basics(in.object("Profile.csv", basics))
		for _, handle := range splitNames(strings.Trim(o.raw("twitter handles"), "[]")) {
			in.link("twitter", "", handle)
		}
		in.linkedInSites(o.raw("websites"))
		o.drop("employers do not need it", "maiden name", "address", "birth date", "zip code", "contact instructions", "instant messengers")
		o.rest()
		in.attach("")
	}
	for _, o := range in.rows(rows, "profile summary") {
		if summary := o.paragraphs("summary"); in.profile.Summary == "" {
			in.profile.Summary = summary
		}
	}
	in.linkedInMail(in.rows(rows, "email addresses"))
	for _, o := range append(in.rows(rows, "phonenumbers"), in.rows(rows, "phone numbers")...) {
		if number := o.raw("number"); number != "" && in.profile.Phone == "" {
			in.phone(number)
		} else if number != "" {
			in.leave(o.path, "one number is enough")
		}
	}
}

func (in *reader) linkedInMail(addresses []object) {
	first := slices.IndexFunc(addresses, func(o object) bool { return o.flag("primary") })
	for i, o := range addresses {
		if i == max(0, first) {
			in.email(o.raw("email address"))
		} else {
			in.leave(o.path, "it is not the primary address")
		}
	}
}

// siteLabel matches LinkedIn's label of a website: [PORTFOLIO:https://…,OTHER:https://…].
var siteLabel = lazy.New(`(?:^|,)\s*(?:PERSONAL|COMPANY|BLOG|RSS|PORTFOLIO|OTHER)\s*:`)

func (in *reader) linkedInSites(text string) {
	for site := range strings.SplitSeq(siteLabel.ReplaceAllString(strings.Trim(text, "[] "), "\n"), "\n") {
		if site = strings.TrimSpace(site); site == "" {
			continue
		}
		if network := networkOf(site); !strings.Contains(network, ".") && !isRootOf(site) {
			in.link(network, site, "")
			continue
		}
		in.website(site)
	}
}

// withoutKind removes the suffix by which LinkedIn tells skills apart.
func withoutKind(name string) string {
	return strings.TrimSuffix(name, " (Programming Language)")
}

// linkedInRest turns the tables without a section in a profile into free sections.
func (in *reader) linkedInRest(rows map[string][]*node) {
	for _, o := range in.rows(rows, "courses") {
		name := o.line("name")
		if number := o.line("number"); number != "" {
			name += " (" + number + ")"
		}
		in.section("Courses", []string{name}, nil)
	}
	for _, name := range []string{"organizations", "patents", "test scores"} {
		for _, o := range in.rows(rows, name) {
			e := entry{}
			o.labels(&e, "score", "patent number", "application number", "inventors")
			more := o.any()
			more.highlights = append(e.highlights, more.highlights...)
			in.placeFree(humanized(name), more)
		}
	}
}
