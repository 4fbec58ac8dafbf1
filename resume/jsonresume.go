package resume

import (
	"bytes"
	"cmp"
	"encoding/json"
	"fmt"
	"reflect"
	"strings"

	"github.com/ghresume/ghresume/internal/degree"
	"github.com/ghresume/ghresume/internal/emoji"
	"github.com/ghresume/ghresume/internal/markup"
	"github.com/ghresume/ghresume/internal/safe"
)

// jsonResumeSchema is the schema that the output of [EncodeJSONResume] refers to.
const jsonResumeSchema = "https://raw.githubusercontent.com/jsonresume/resume-schema/v1.0.0/schema.json"

const (
	generator          = "ghresume"
	contributionType   = "contribution"
	interestsTitle     = "Interests"
	referencesTitle    = "References"
	jsonResumeDateTime = "2006-01-02T15:04:05"
)

// EncodeJSONResume encodes the resume as JSON Resume 1.x: the printed sections, with
// GitHub's facts as additional properties.
func EncodeJSONResume(r *Resume) ([]byte, error) {
	out := jsonResume{Schema: jsonResumeSchema, Basics: jsonBasicsOf(r), Meta: jsonMeta{Version: "v1.0.0", Generator: generator}}
	if !r.TakenAt.IsZero() {
		out.Meta.LastModified = r.TakenAt.UTC().Format(jsonResumeDateTime)
	}
	for _, section := range r.Sections {
		out.add(r, section)
		if section.Kind == ContributionsSection {
			out.Meta.GitHub = jsonTotalsOf(r.ContributionTotals)
		}
	}
	cleanTexts(reflect.ValueOf(&out))
	var b bytes.Buffer
	encoder := json.NewEncoder(&b)
	encoder.SetEscapeHTML(false)
	encoder.SetIndent("", "  ")
	if err := encoder.Encode(out); err != nil {
		return nil, fmt.Errorf("JSON Resume: %w", err)
	}
	return b.Bytes(), nil
}

// cleanTexts removes from every string below v what no document prints either. It copies
// lists first, because they may be the resume's own.
func cleanTexts(v reflect.Value) {
	switch v.Kind() {
	case reflect.String:
		text := safe.Text(v.String())
		if !strings.Contains(text, "://") {
			text = emoji.Replace(text) // only GitHub has short codes
		}
		v.SetString(text)
	case reflect.Pointer:
		if !v.IsNil() {
			cleanTexts(v.Elem())
		}
	case reflect.Interface:
		if !v.IsNil() {
			inner := reflect.New(v.Elem().Type()).Elem()
			inner.Set(v.Elem())
			cleanTexts(inner)
			v.Set(inner)
		}
	case reflect.Slice:
		if !v.IsNil() {
			own := reflect.MakeSlice(v.Type(), v.Len(), v.Len())
			reflect.Copy(own, v)
			v.Set(own)
		}
		for i := range v.Len() {
			cleanTexts(v.Index(i))
		}
	case reflect.Struct:
		for i := range v.NumField() {
			cleanTexts(v.Field(i))
		}
	}
}

func jsonBasicsOf(r *Resume) jsonBasics {
	out := jsonBasics{Name: r.Name, Label: r.Title, Email: r.Email, Phone: r.Phone, URL: webURL(r.Website)}
	if r.Location != "" {
		out.Location = jsonPlaceOf(r.Location)
	}
	if r.Street != "" {
		out.Location = cmp.Or(out.Location, &jsonLocation{})
		out.Location.Address = r.Street
	}
	for _, link := range r.Links {
		if link.Network == ContactNetwork {
			out.Profiles = append(out.Profiles, jsonProfile{Network: link.Label, URL: webURL(link.URL), Contact: true})
			continue
		}
		user := link.Text[strings.LastIndex(link.Text, "/")+1:]
		out.Profiles = append(out.Profiles, jsonProfile{Network: link.Label, Username: user, URL: webURL(link.URL)})
	}
	return out
}

// webURL returns an address that the schema accepts as a URI, or "".
func webURL(address string) string {
	if address == "" {
		return ""
	}
	return quoteSpaces.Replace(absolute(address))
}

var quoteSpaces = strings.NewReplacer(" ", "%20", "\t", "%09", "\n", "%0A", `"`, "%22", "<", "%3C", ">", "%3E", `\`, "%5C", "^", "%5E", "`", "%60", "{", "%7B", "|", "%7C", "}", "%7D")

// add fills in the content of one section.
func (out *jsonResume) add(r *Resume, s Section) {
	switch s.Kind {
	case SummarySection:
		out.Basics.Summary = cmp.Or(ownText(r.Summary), ownText(r.Objective), r.Bio)
		out.Basics.Objective = ownText(r.Objective)
	case SkillsSection:
		out.Skills = each(r.Skills, jsonSkillOf)
	case ExperienceSection:
		var roles []Experience
		for _, company := range r.employers() {
			roles = append(roles, company.Roles...)
		}
		out.Work = each(inWrittenOrder(roles, r.asWritten().Experience, sameRole), jsonWorkOf)
	case ProjectsSection:
		out.Projects = append(out.Projects, each(r.Projects, jsonProjectOf)...)
	case ContributionsSection:
		out.Projects = append(out.Projects, each(r.Contributions, jsonContributionOf)...)
	case EducationSection:
		out.Education = each(inWrittenOrder(r.Education, r.asWritten().Education, sameCourse), jsonEducationOf)
	case Free:
		out.addFree(s)
	default:
		out.addRecords(r, s.Kind)
	}
}

// addRecords fills in the short sections.
func (out *jsonResume) addRecords(r *Resume, kind SectionKind) {
	switch kind {
	case CertificationsSection:
		out.Certificates = each(r.Certifications, func(c Certification) jsonCertificate {
			return jsonCertificate{c.Name, c.Issuer, jsonDate(c.Date), jsonDate(c.Expires), webURL(c.URL), ownText(c.Description)}
		})
	case LanguagesSection:
		out.Languages = each(r.Languages, func(l Language) jsonLanguage { return jsonLanguage{l.Name, l.Fluency} })
	case AwardsSection:
		out.Awards = each(r.Awards, func(a Award) jsonAward {
			return jsonAward{a.Title, a.Issuer, jsonDate(a.Date), webURL(a.URL), ownText(a.Description)}
		})
	case PublicationsSection:
		out.Publications = each(r.Publications, func(p Publication) jsonPublication {
			return jsonPublication{p.Title, p.Authors, p.Publisher, jsonDate(p.Date), webURL(p.URL), p.DOI, ownText(p.Description)}
		})
	case VolunteeringSection:
		out.Volunteer = each(inWrittenOrder(r.Volunteering, r.asWritten().Volunteering, sameVolunteering), func(v Volunteering) jsonVolunteer {
			return jsonVolunteer{v.Organization, v.Title, v.Location, webURL(v.URL), jsonDate(v.Start), jsonDate(v.End), v.End.Present, ownText(v.Description), texts(v.Highlights)}
		})
	default: // a section that JSON Resume lacks
		for _, list := range r.lists(kind) {
			out.Meta.Lists = append(out.Meta.Lists, jsonList{kind, list.Interface()})
		}
	}
}

// addFree puts interests and references where the schema has them, other custom sections
// into meta.
func (out *jsonResume) addFree(s Section) {
	switch s.Title {
	case interestsTitle:
		out.Interests = each(s.Items, func(item string) jsonInterest {
			name, keywords, ok := strings.Cut(item, ": ")
			if !ok {
				return jsonInterest{Name: item}
			}
			return jsonInterest{name, strings.Split(keywords, ", ")}
		})
	case referencesTitle:
		out.References = each(s.Items, func(item string) jsonReference {
			name, reference, ok := strings.Cut(item, ": ")
			if !ok {
				return jsonReference{Reference: item}
			}
			return jsonReference{name, reference}
		})
	default:
		out.Meta.Sections = append(out.Meta.Sections, jsonFreePart{s.Title, append([]string{}, each(s.Items, ownText)...), each(s.Entries, jsonEntryOf)})
	}
}

func jsonEntryOf(e FreeEntry) FreeEntry {
	e.Description = ownText(e.Description)
	e.Highlights = each(e.Highlights, func(h Highlight) Highlight { return Highlight{Text: ownText(h.Text), For: h.For} })
	return e
}

func jsonSkillOf(g SkillGroup) jsonSkill {
	return jsonSkill{Name: g.Name, Keywords: append([]string{}, each(g.Skills, func(s Skill) string { return s.Name })...)}
}

func jsonWorkOf(e Experience) jsonWork {
	return jsonWork{
		Name: e.Company, Position: e.Title, Location: e.Location, URL: webURL(e.URL),
		Start: jsonDate(e.Start), End: jsonDate(e.End), Current: e.End.Present, About: ownText(e.About),
		Summary: ownText(e.Summary), Highlights: texts(e.Highlights), Keywords: e.Skills,
	}
}

func jsonEducationOf(e Education) jsonEducation {
	kind, area := degree.Split(e.Degree)
	out := jsonEducation{
		Institution: e.Institution, StudyType: kind, Area: area, Location: e.Location, URL: webURL(e.URL),
		Start: jsonDate(e.Start), End: cmp.Or(jsonDate(e.Expected), jsonDate(e.End)), Expected: !e.Expected.IsZero(),
		Score: e.Grade, Courses: texts(e.Highlights),
	}
	if degree.Join(kind, area) != e.Degree {
		out.Degree = e.Degree
	}
	return out
}

func jsonProjectOf(p Project) jsonProject {
	out := jsonProject{
		Name: p.Name, Description: ownTextIf(p.OwnWords, p.Description), Highlights: texts(p.Highlights), Keywords: p.Technologies,
		Start: jsonDate(p.Start), End: jsonDate(p.End), Current: p.End.Present, URL: webURL(p.URL),
	}
	switch {
	case p.Role != "":
		out.Roles = strings.Split(p.Role, ", ")
	case p.Work != (Work{}):
		out.Roles = []string{p.Work.Role.title()}
	}
	if p.Repository != "" {
		out.GitHub = &jsonGitHub{
			Repository: p.Repository, Stars: p.Stars, Releases: p.Releases, Downloads: p.Downloads,
			License: p.License, LastPush: DateOf(p.LastPush).String(),
			Merged: p.Work.Merged, Commits: p.Work.Commits, First: p.Work.First.String(), Last: p.Work.Last.String(), Proof: p.Work.Proof,
		}
	}
	return out
}

func jsonContributionOf(c Contribution) jsonProject {
	return jsonProject{
		Name: c.Repository, Type: contributionType, Roles: []string{c.Role.title()},
		Description: ownTextIf(c.OwnWords, c.Description), Highlights: texts(c.Highlights),
		Start: jsonDate(c.First), End: jsonDate(c.Last), URL: webURL(c.URL),
		GitHub: &jsonGitHub{
			Repository: c.Repository, Stars: c.Stars, Merged: c.Merged, Commits: c.Commits,
			First: c.First.String(), Last: c.Last.String(), Proof: c.Proof,
		},
	}
}

// title returns the role as a title for JSON Resume.
func (r Role) title() string {
	switch r {
	case RoleMember:
		return "Member"
	case RoleCollaborator:
		return "Collaborator"
	}
	return "Contributor"
}

// jsonTotalsOf returns nil if there are no totals.
func jsonTotalsOf(t ContributionTotals) *jsonTotals {
	out := &jsonTotals{
		Merged: t.Pulls, Repositories: t.Repositories, Since: t.Since.String(),
		Reviews: t.Reviews.N, Issues: t.Issues.N, Answers: t.Answers.N, ActiveYears: t.ActiveYears,
	}
	if *out == (jsonTotals{}) {
		return nil
	}
	return out
}

// ownText returns the user's own words: Markdown, whatever HTML they contain.
func ownText(text string) string { return markup.Markdown(strings.TrimSpace(text)) }

// ownTextIf returns ownText for the user's own words; GitHub's data is text.
func ownTextIf(own bool, text string) string {
	if own {
		return ownText(text)
	}
	return text
}

// jsonDate omits "present": in JSON Resume a missing end means that.
func jsonDate(d Date) string {
	if d.Present {
		return ""
	}
	return d.String()
}

func texts(highlights []Highlight) []string {
	return each(highlights, func(h Highlight) string { return ownText(h.Text) })
}

// each maps a list; an empty one becomes nil.
func each[T, U any](list []T, f func(T) U) []U {
	var out []U
	for _, element := range list {
		out = append(out, f(element))
	}
	return out
}
