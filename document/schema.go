package document

import (
	"encoding/json"
	"fmt"
	"html/template"
)

// Job, School and Credential are the entries of a resume as schema.org describes them.
// Dates are YYYY, YYYY-MM or empty.
type (
	Job        struct{ Title, Company, Start, End string }
	School     struct{ Name, Degree, End string }
	Credential struct{ Name, Issuer, Date string }
)

// thing is an object of a schema.org type.
type thing map[string]any

func typed(name string, fields thing) thing {
	out := thing{"@type": name}
	for key, value := range fields {
		if value != "" && value != nil {
			out[key] = value
		}
	}
	return out
}

// structuredData returns the schema.org Person, which search engines read.
func (m Meta) structuredData() (template.JS, error) {
	p := m.Person
	person := typed("Person", thing{
		"name": p.Name, "jobTitle": p.JobTitle, "email": p.Email, "telephone": p.Telephone, "address": p.Address, "url": p.URL,
	})
	person["@context"] = "https://schema.org"
	for key, list := range map[string][]any{
		"sameAs": anyOf(p.SameAs), "knowsAbout": anyOf(p.KnowsAbout), "worksFor": p.jobs(), "alumniOf": p.schools(), "hasCredential": p.credentials(),
	} {
		if len(list) > 0 {
			person[key] = list
		}
	}
	data, err := json.Marshal(person)
	if err != nil {
		return "", fmt.Errorf("JSON-LD: %w", err)
	}
	return template.JS(data), nil // json.Marshal escapes <, > and &
}

func anyOf(texts []string) []any {
	var out []any
	for _, t := range texts {
		out = append(out, t)
	}
	return out
}

func (p Person) jobs() []any {
	var out []any
	for _, j := range p.Jobs {
		out = append(out, typed("EmployeeRole", thing{
			"roleName": j.Title, "startDate": j.Start, "endDate": j.End, "worksFor": typed("Organization", thing{"name": j.Company}),
		}))
	}
	return out
}

func (p Person) schools() []any {
	var out []any
	for _, s := range p.Schools {
		out = append(out, typed("EducationalOrganization", thing{"name": s.Name}))
	}
	return out
}

func (p Person) credentials() []any {
	var out []any
	for _, s := range p.Schools {
		if s.Degree != "" {
			out = append(out, credential("degree", s.Degree, "EducationalOrganization", s.Name, s.End))
		}
	}
	for _, c := range p.Credentials {
		out = append(out, credential("certificate", c.Name, "Organization", c.Issuer, c.Date))
	}
	return out
}

func credential(category, name, kind, by, date string) thing {
	fields := thing{"credentialCategory": category, "name": name, "dateCreated": date}
	if by != "" {
		fields["recognizedBy"] = typed(kind, thing{"name": by})
	}
	return typed("EducationalOccupationalCredential", fields)
}
