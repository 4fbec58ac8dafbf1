package convert

import (
	"strings"

	"github.com/ghresume/ghresume/resume"
)

// isFRESH recognizes FRESH resumes (https://github.com/fresh-standard).
func isFRESH(s *source) bool {
	meta, _ := s.tree.child("meta").values["format"].(string)
	if strings.HasPrefix(strings.ToUpper(meta), "FRESH") {
		return true
	}
	employment, isObject := s.tree.values["employment"].(*node)
	return isObject && employment.has("history")
}

func readFRESH(in *reader, s *source) error {
	root := in.object("", s.tree)
	in.freshHeader(root)
	for _, o := range root.child("employment").objects("history") {
		in.place(resume.ExperienceSection, o.job())
	}
	for _, key := range []string{"service", "affiliation"} {
		for _, o := range root.child(key).objects("history") {
			in.place(resume.VolunteeringSection, o.job())
		}
	}
	for _, o := range root.child("education").objects("history") {
		in.place(resume.EducationSection, o.course())
	}
	in.freshSkills(root.child("skills"))
	for _, o := range root.objects("projects") {
		o.node.rename("media", "links")
		in.project(o)
	}
	for _, o := range root.objects("recognition") {
		o.node.rename("from", "issuer")
		in.place(resume.AwardsSection, o.record(resume.AwardsSection))
	}
	in.records(root, resume.PublicationsSection, "writing")
	for _, o := range root.objects("languages") {
		o.drop("evidence says more than years", "years")
		in.place(resume.LanguagesSection, o.record(resume.LanguagesSection))
	}
	in.interests(root.objects("interests"))
	in.freshReferences(root.objects("references", "testimonials"))
	in.profile.Summary = strings.Trim(in.profile.Summary+"\n\n"+root.child("employment").paragraphs("summary"), "\n")
	for _, group := range []string{"education", "service", "affiliation", "skills"} {
		in.freshRest(root.child(group))
	}
	for _, o := range append(root.objects("reading", "speaking"), root.objects("governance", "samples", "extracurricular")...) {
		key, _, _ := strings.Cut(o.path, "[")
		in.placeFree(humanized(key), o.any())
	}
	root.ignore("meta", "disposition")
	in.otherSections(root)
	return nil
}

func (in *reader) freshHeader(root object) {
	info, contact := root.child("info"), root.child("contact")
	basics := newNode()
	for _, key := range []string{"email", "phone", "website"} {
		basics.set(key, contact.take(key))
	}
	basics.set("name", root.take("name"))
	basics.set("label", info.take("label"))
	basics.set("summary", info.take("brief"))
	basics.set("location", root.take("location"))
	basics.set("profiles", root.take("social"))
	in.basics(in.object("", basics))
	for _, o := range contact.objects("other") {
		if value := o.raw("value"); !in.knows(value) {
			in.contact(labeled(o.name("label"), value), "")
		}
	}
	info.ignore("image")
	contact.ignore("other")
	in.freshRest(info)
	in.freshRest(contact)
}

func (in *reader) freshSkills(skills object) {
	for _, o := range skills.objects("sets") {
		in.skill(o)
	}
	for _, o := range skills.objects("list") {
		in.skill(o)
	}
	in.attach("skills")
}

// freshRest keeps what a group has besides its lists in a comment.
func (in *reader) freshRest(o object) {
	o.ignore("history", "sets", "list", "level", "degree")
	o.rest()
	in.attach("")
}

func (in *reader) freshReferences(list []object) {
	for _, o := range list {
		o.ignore("private", "category", "type")
		for _, c := range o.objects("contact") {
			o.node.set(c.raw("label"), c.raw("value"))
		}
	}
	in.references(list)
}
