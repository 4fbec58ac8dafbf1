package convert

import (
	"slices"
	"strings"

	"github.com/ghresume/ghresume/resume"
)

// isJSONResume recognizes versions 0.0 to 1.x, as JSON or YAML.
func isJSONResume(s *source) bool {
	t := s.tree
	schema, _ := t.values["$schema"].(string)
	lists := 0
	for _, key := range []string{"work", "education", "skills", "volunteer", "awards", "publications", "languages", "interests", "references", "projects", "certificates"} {
		if _, isList := t.values[key].([]any); isList {
			lists++
		}
	}
	if basics, ok := t.values["basics"].(*node); ok {
		return lists > 0 || len(basics.keys) == 0 || slices.ContainsFunc([]string{"name", "label", "email", "phone", "summary", "location", "profiles"}, basics.hasKey)
	}
	return lists > 0 && (strings.Contains(schema, "jsonresume") || strings.Contains(schema, "resume-schema") || lists > 2 && t.has("work"))
}

func readJSONResume(in *reader, s *source) error {
	if len(s.tree.keys) > maxSections {
		return errTooLarge
	}
	plainKeys(s.tree)
	root := in.object("", s.tree)
	basics := root.child("basics")
	in.basics(basics)
	if in.profile.Summary == "" {
		in.profile.Summary = root.paragraphs("summary", "about", "personalStatement", "profile")
	}
	in.jsonSections(root)
	in.reportOtherNames(s.tree)
	root.ignore("$schema", "meta", "schema", "version", "theme", "lastModified", "locale")
	in.ownSections(root.child("meta"))
	in.otherSections(root)
	return nil
}

// reportOtherNames reports sections with another name than the schema's.
func (in *reader) reportOtherNames(tree *node) {
	for _, names := range [][]string{
		{"work", "experience", "employment", "workExperience"}, {"volunteer", "volunteering"}, {"skills", "technologies", "techStack"},
		{"projects", "personalProjects", "sideProjects"}, {"awards", "honors", "achievements"}, {"certificates", "certifications", "licenses"},
	} {
		for _, name := range names[1:] {
			if tree.has(name) {
				in.left = append(in.left, resume.Problem{Field: name, Message: "read as " + names[0], Hint: "JSON Resume has no section of that name"})
			}
		}
	}
}

// jsonSections reads the sections of the schema.
func (in *reader) jsonSections(root object) {
	in.jobs(resume.ExperienceSection, root.objects("work", "experience", "employment", "workExperience"))
	in.jobs(resume.VolunteeringSection, root.objects("volunteer", "volunteering"))
	for _, o := range root.objects("education") {
		in.place(resume.EducationSection, o.course())
	}
	in.skills(root, "skills", "technologies", "techStack")
	for _, o := range root.objects("projects", "personalProjects", "sideProjects") {
		in.project(o)
	}
	in.records(root, resume.AwardsSection, "awards", "honors", "achievements")
	in.records(root, resume.CertificationsSection, "certificates", "certifications", "licenses")
	in.records(root, resume.PublicationsSection, "publications")
	in.records(root, resume.LanguagesSection, "languages")
	in.interests(root.objects("interests", "hobbies"))
	in.references(root.objects("references"))
}

// knownKeys are also found when written as "Title" or "personal-statement".
var knownKeys = strings.Fields("title items name keywords label position company organization startDate endDate start end date location url website " +
	"summary description highlights technologies institution degree area studyType score personalStatement email phone language fluency network username")

// plainKeys renames known keys as in the schema, in everything below n.
func plainKeys(n *node) {
	for _, key := range slices.Clone(n.keys) {
		switch v := n.values[key].(type) {
		case *node:
			plainKeys(v)
		case []any:
			for _, element := range v {
				if inner, ok := element.(*node); ok {
					plainKeys(inner)
				}
			}
		}
		if plain := camelCase(key); plain != key && slices.Contains(knownKeys, plain) {
			n.rename(key, plain)
		}
	}
}

// camelCase returns a key in JSON's usual style.
func camelCase(key string) string {
	words := strings.Fields(humanized(key))
	if len(words) == 0 {
		return key
	}
	return strings.ToLower(words[0][:1]) + words[0][1:] + strings.Join(words[1:], "")
}
