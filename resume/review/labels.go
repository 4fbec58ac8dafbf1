package review

import "fmt"

// namesAsTexts are the names in the profile: of the person, companies, schools,
// certificates. No language rule touches them; characters and placeholders do.
func (r *reading) namesAsTexts() []text {
	var all []text
	put := func(field, value string) {
		if value != "" {
			all = append(all, text{field: field, value: value, kind: title, clear: value})
		}
	}
	p := r.Profile
	put("name", p.Name)
	put("location", p.Location)
	for i, e := range p.Experience {
		put(fmt.Sprintf("experience[%d].company", i), e.Company)
		put(fmt.Sprintf("experience[%d].location", i), e.Location)
	}
	for i, e := range p.Projects {
		put(fmt.Sprintf("projects[%d].name", i), e.Name)
	}
	for i, e := range p.Education {
		put(fmt.Sprintf("education[%d].institution", i), e.Institution)
	}
	for i, e := range p.Certifications {
		put(fmt.Sprintf("certifications[%d].name", i), e.Name)
		put(fmt.Sprintf("certifications[%d].issuer", i), e.Issuer)
	}
	for i, e := range p.Awards {
		put(fmt.Sprintf("awards[%d].title", i), e.Title)
	}
	for i, e := range p.Publications {
		put(fmt.Sprintf("publications[%d].title", i), e.Title)
	}
	for i, e := range p.Volunteering {
		put(fmt.Sprintf("volunteering[%d].organization", i), e.Organization)
	}
	for _, s := range r.skills {
		put(s.field, s.name)
	}
	return all
}
