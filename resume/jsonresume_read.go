package resume

import (
	"bytes"
	"cmp"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/ghresume/ghresume/resume/skill"
)

// MaxJSONResumeSize is the largest JSON Resume that is read, in bytes.
const MaxJSONResumeSize = 4 << 20

// DecodeJSONResume reads a JSON Resume, version 1 or the older 0.x, into a
// profile. What a profile can't hold, or what is not written as the schema
// says, comes back as problems: nothing is lost silently. The error means that
// the data is no JSON Resume at all; file is the name that messages show.
func DecodeJSONResume(file string, data []byte) (*Profile, Problems, error) {
	tree, err := parseJSON(data)
	if err != nil {
		return nil, nil, fmt.Errorf("%s: %w", file, err)
	}
	in := jsonReader{profile: &Profile{Positions: Positions{}}}
	root := in.object("", tree)
	in.basics(root.object("basics"))
	in.work(root)
	in.education(root)
	in.skills(root)
	in.records(root)
	in.projects(root)
	in.free(root)
	root.ignore("$schema", "meta")
	root.reportRest()
	for i := range in.problems {
		in.problems[i].File = file
	}
	return in.profile, in.problems, nil
}

func parseJSON(data []byte) (any, error) {
	if len(data) > MaxJSONResumeSize {
		return nil, fmt.Errorf("the file has %d bytes; a JSON Resume has at most 4 MiB", len(data))
	}
	decoder := json.NewDecoder(bytes.NewReader(bytes.TrimPrefix(data, []byte("\ufeff"))))
	decoder.UseNumber()
	var tree any
	if err := decoder.Decode(&tree); err != nil {
		return nil, fmt.Errorf("is not JSON: %w", err)
	}
	if _, err := decoder.Token(); !errors.Is(err, io.EOF) {
		return nil, errors.New("holds more than one JSON value")
	}
	if _, ok := tree.(map[string]any); !ok {
		return nil, errors.New("is not a JSON Resume: expected an object with basics, work, …")
	}
	return tree, nil
}

// jsonReader fills a profile and notes what it leaves behind.
type jsonReader struct {
	profile  *Profile
	problems Problems
}

func (in *jsonReader) basics(b jsonObject) {
	p := in.profile
	p.Name, p.Title = b.text("name"), b.text("label")
	p.Email, p.Phone, p.Website = b.text("email"), b.text("phone"), b.text("url", "website")
	p.Summary, p.Objective = b.text("summary"), b.text("objective")
	if p.Objective == p.Summary {
		p.Summary = ""
	}
	p.Location = in.location(b)
	for _, profile := range b.objects("profiles") {
		in.link(profile)
	}
	b.drop("a resume has no picture", "image", "picture")
	b.reportRest()
}

// location is the city and country: no employer needs the street.
func (in *jsonReader) location(b jsonObject) string {
	l := b.object("location")
	l.drop("a resume needs no street address", "address", "postalCode")
	var parts []string
	for _, part := range []string{l.text("city"), l.text("region"), l.text("countryCode")} {
		if part != "" && !slices.Contains(parts, part) {
			parts = append(parts, part)
		}
	}
	l.reportRest()
	return strings.Join(parts, ", ")
}

func (in *jsonReader) link(o jsonObject) {
	network := networkKey(o.text("network"))
	value := linkValue(network, o.text("url"), o.text("username"))
	switch _, taken := in.profile.Links[network]; {
	case network == "" || value == "":
		o.complain("", "has no network or no address", "")
	case taken:
		o.complain("", fmt.Sprintf("is another account on %s: %s", network, value), "a profile holds one per network; the first is taken")
	default:
		if in.profile.Links == nil {
			in.profile.Links = map[string]string{}
		}
		in.profile.Links[network] = value
	}
	o.reportRest()
}

// linkValue is the user name where the address follows from it, else the address.
func linkValue(network, address, user string) string {
	address = cmp.Or(address, NewLink(network, user).URL)
	short := strings.TrimPrefix(address, networks[network].prefix)
	if address != "" && NewLink(network, short).URL == address {
		return short
	}
	return cmp.Or(address, user)
}

func (in *jsonReader) work(root jsonObject) {
	for _, o := range root.objects("work") {
		in.profile.Experience = append(in.profile.Experience, Experience{
			Title: o.text("position"), Company: o.text("name", "company"), Location: o.text("location"),
			URL: o.text("url", "website"), Start: o.date("startDate"), End: o.date("endDate"),
			Summary: o.text("summary"), Highlights: o.highlights("highlights"), Skills: o.texts("keywords"),
		})
		o.drop("a profile says what you did, not what the company does", "description")
		o.reportRest()
	}
	for _, o := range root.objects("volunteer") {
		in.profile.Volunteering = append(in.profile.Volunteering, Volunteering{
			Title: o.text("position"), Organization: o.text("organization"), Location: o.text("location"),
			URL: o.text("url", "website"), Start: o.date("startDate"), End: o.date("endDate"),
			Description: o.text("summary"), Highlights: o.highlights("highlights"),
		})
		o.reportRest()
	}
}

func (in *jsonReader) education(root jsonObject) {
	for _, o := range root.objects("education") {
		e := Education{
			Degree: degree(o.text("studyType"), o.text("area")), Institution: o.text("institution"),
			Location: o.text("location"), URL: o.text("url", "website"), Start: o.date("startDate"), End: o.date("endDate"),
			Grade: o.text("score", "gpa"), Highlights: o.highlights("courses"),
		}
		if o.flag("expected") {
			e.Expected, e.End = e.End, Date{}
		}
		in.profile.Education = append(in.profile.Education, e)
		o.reportRest()
	}
}

func degree(kind, area string) string {
	if kind == "" || area == "" {
		return kind + area
	}
	return kind + " in " + area
}

// skills keeps groups; a skill without keywords goes to the group of its technology.
func (in *jsonReader) skills(root jsonObject) {
	for _, o := range root.objects("skills") {
		name, keywords := o.text("name"), o.texts("keywords")
		if len(keywords) == 0 && name != "" {
			keywords, name = []string{name}, skillGroup(name)
		}
		in.addSkills(cmp.Or(name, otherSkills), keywords)
		o.drop("evidence says more than a level", "level")
		o.reportRest()
	}
}

// otherSkills is the group of what no group names.
const otherSkills = "Other"

func skillGroup(name string) string {
	if t, ok := skill.Default().Lookup(name); ok {
		return string(t.Group)
	}
	return otherSkills
}

func (in *jsonReader) addSkills(group string, names []string) {
	p := in.profile
	if p.Skills == nil {
		p.Skills = map[string][]string{}
	}
	if _, known := p.Skills[group]; !known {
		p.Positions[joinPath("skills", group)] = Position{Offset: len(p.Skills) + 1}
	}
	for _, name := range names {
		if !slices.Contains(p.Skills[group], name) {
			p.Skills[group] = append(p.Skills[group], name)
		}
	}
}

// records reads the short sections.
func (in *jsonReader) records(root jsonObject) {
	p := in.profile
	for _, o := range root.objects("awards") {
		p.Awards = append(p.Awards, Award{Title: o.text("title"), Issuer: o.text("awarder"), Date: o.date("date"), URL: o.text("url"), Description: o.text("summary")})
		o.reportRest()
	}
	for _, o := range root.objects("certificates") {
		p.Certifications = append(p.Certifications, Certification{Name: o.text("name"), Issuer: o.text("issuer"), Date: o.date("date"), Expires: o.date("expires"), URL: o.text("url")})
		o.reportRest()
	}
	for _, o := range root.objects("publications") {
		p.Publications = append(p.Publications, Publication{Title: o.text("name"), Publisher: o.text("publisher"), Date: o.date("releaseDate"), URL: o.text("url", "website"), Description: o.text("summary")})
		o.reportRest()
	}
	for _, o := range root.objects("languages") {
		p.Languages = append(p.Languages, Language{Name: o.text("language", "name"), Fluency: o.text("fluency", "level")})
		o.reportRest()
	}
}
