package convert

import (
	"strings"

	"github.com/ghresume/ghresume/resume"
)

// isReactiveResume recognizes the exports of https://rxresu.me, versions 3 to 5.
func isReactiveResume(s *source) bool {
	t := s.tree
	sections, ok := t.values["sections"].(*node)
	if !ok || !t.has("basics") {
		return false
	}
	for _, value := range sections.values {
		if section, isObject := value.(*node); isObject && (section.has("items") || section.has("content")) {
			return true
		}
	}
	return t.has("metadata")
}

// readReactiveResume reads all versions, which differ in names. Hidden items are left out
// and reported.
func readReactiveResume(in *reader, s *source) error {
	root := in.object("", s.tree)
	basics, sections := root.child("basics"), root.child("sections")
	in.customFields(basics)
	profiles := sections.child("profiles")
	for _, o := range in.visible(profiles, "profiles") {
		in.reactiveAccount(o)
	}
	in.basics(basics)
	for _, summary := range []object{sections.child("summary"), root.child("summary")} {
		if in.profile.Summary == "" && !in.isHidden(summary) {
			in.profile.Summary = summary.paragraphs("content", "body")
		}
	}
	for _, key := range sections.node.keys {
		in.reactiveSection(sections.child(key), key, key)
	}
	in.reactiveCustom(root, sections)
	in.reactiveDesign(root.child("metadata"))
	root.ignore("picture", "metadata", "id", "name", "slug", "title", "isPublic", "public", "createdAt", "updatedAt", "user", "userId", "image", "visibility", "locked", "tags", "sections", "summary", "$schema", "version")
	root.rest()
	in.attach("")
	return nil
}

// customFields reads lines of the header: {name, value} in version 4, {text, link} in 5.
func (in *reader) customFields(basics object) {
	for _, o := range basics.objects("customFields") {
		label, link := labeled(o.name("name"), o.name("value", "text")), o.address("link")
		if value := o.raw("value"); link == "" && isWeb(value) && strings.Contains(value, "/") {
			link = value
		}
		in.contact(label, link)
		o.skipLooks()
		o.rest()
	}
}

// reactiveAccount returns an account whose address is in an object, or a text.
func (in *reader) reactiveAccount(o object) {
	in.link(o.name("network"), o.address("url", "website"), o.raw("username"))
	o.skipLooks()
	o.rest()
}

// visible returns the items of a section that are not hidden.
func (in *reader) visible(section object, path string) []object {
	if in.isHidden(section) {
		if !isAbsent(section.node.values["items"]) {
			in.leave("sections."+path, "it is hidden in the file")
		}
		return nil
	}
	var out []object
	for _, o := range section.objects("items") {
		if in.isHidden(o) {
			in.leave(o.path, "it is hidden in the file")
			continue
		}
		out = append(out, o)
	}
	return out
}

func (in *reader) isHidden(o object) bool {
	visible, said := o.node.values["visible"].(bool)
	return said && !visible || o.flag("hidden")
}

var reactiveKinds = map[string]resume.SectionKind{
	"work": resume.ExperienceSection, "experience": resume.ExperienceSection, "education": resume.EducationSection, "projects": resume.ProjectsSection,
	"volunteer": resume.VolunteeringSection, "awards": resume.AwardsSection, "certifications": resume.CertificationsSection,
	"publications": resume.PublicationsSection, "languages": resume.LanguagesSection, "skills": resume.SkillsSection,
}

// reactiveSection reads a section by its type; its heading may be custom.
func (in *reader) reactiveSection(section object, key, kindName string) {
	items := in.visible(section, key)
	title := section.name("name", "title")
	if kindName == "profiles" || kindName == "summary" || kindName == "custom" || len(items) == 0 {
		return
	}
	kind, known := reactiveKinds[kindName]
	if known && title != "" && !strings.EqualFold(title, string(kind)) && kindOfTitle(title) == kind && in.titles[kind] == "" && !isUsualTitle(title) {
		in.titles[kind] = title
	}
	switch {
	case kind == resume.SkillsSection:
		for _, o := range items {
			in.reactiveSkill(o)
		}
		in.attach("skills")
	case kindName == "interests":
		in.interests(items)
	case kindName == "references":
		in.references(items)
	case known:
		for _, o := range items {
			in.reactiveItem(kind, o)
		}
	default:
		for _, o := range items {
			o.ignore("level", "levelNum")
			if o.node.has("summary") {
				o.node.rename("description", "subtitle") // in version 4
			}
			in.anywhere(firstOf(title, humanized(key)), o)
		}
	}
}

// isUsualTitle reports whether a heading is the tool's default.
func isUsualTitle(title string) bool {
	switch strings.ToLower(title) {
	case "work experience", "experience", "volunteer experience", "volunteering", "volunteer", "certifications", "awards":
		return true
	}
	return false
}

func (in *reader) reactiveItem(kind resume.SectionKind, o object) {
	switch kind {
	case resume.ExperienceSection, resume.VolunteeringSection:
		in.reactiveJob(kind, o)
	case resume.EducationSection:
		in.place(kind, o.course())
	case resume.ProjectsSection:
		in.project(o)
	case resume.LanguagesSection:
		o.ignore("level", "levelNum", "icon")
		o.node.rename("description", "fluency")
		in.place(kind, o.record(kind))
	default:
		in.place(kind, o.record(kind))
	}
}

// reactiveJob reads a role; version 5 has several at one company.
func (in *reader) reactiveJob(kind resume.SectionKind, o object) {
	for i, role := range o.roles() {
		if i == 0 && role.path != o.path {
			role.ignore("period") // of all roles together
		}
		role.node.rename("description", "summary") // what the user did, in version 5
		in.place(kind, role.job())
	}
}

func (in *reader) reactiveSkill(o object) {
	name, level := o.name("name"), o.line("description", "proficiency")
	names := o.names("keywords")
	group := name
	if len(names) == 0 {
		names, group = splitNames(name), ""
	}
	for _, n := range names {
		if group == "" {
			in.addSkills(skillGroup(n), []string{n})
		} else {
			in.addSkills(group, []string{n})
		}
	}
	if level != "" {
		in.leave(o.at("description"), "evidence says more than a level")
		in.doubt("%s: %s", name, level)
	}
	o.ignore("level", "levelNum")
	o.skipLooks()
	o.rest()
}

// reactiveCustom reads the custom sections: under "custom" in versions 3 and 4 (or by
// their id), in a list with a type in version 5.
func (in *reader) reactiveCustom(root, sections object) {
	custom := sections.child("custom")
	for _, key := range custom.node.keys {
		in.reactiveSection(custom.child(key), "custom."+key, "")
	}
	for _, o := range root.objects("customSections") {
		kindName := o.raw("type")
		if kindName == "summary" || kindName == "cover-letter" {
			in.reactiveTexts(o)
			continue
		}
		items := in.visible(o, o.path)
		title := o.name("title", "name")
		for _, item := range items {
			in.anywhere(firstOf(title, humanized(kindName)), item)
		}
	}
}

// reactiveTexts turns items that are texts into a free section.
func (in *reader) reactiveTexts(section object) {
	title := firstOf(section.name("title", "name"), humanized(section.raw("type")))
	for _, o := range in.visible(section, section.path) {
		in.section(title, paragraphsOf(o.paragraphs("content", "recipient", "summary", "description")), nil)
		o.skipLooks()
		o.rest()
	}
	in.attach("sections")
}

// reactiveDesign reads the settings that [layout] has too.
func (in *reader) reactiveDesign(meta object) {
	l := &in.profile.Layout
	page := meta.child("page")
	l.Paper = map[string]string{"a4": "a4", "letter": "letter"}[strings.ToLower(firstOf(page.raw("format"), meta.raw("format")))]
	l.Accent = hexColor(firstOf(meta.child("theme").raw("primary"), meta.child("design").child("colors").raw("primary")))
	in.language(firstOf(meta.raw("locale"), meta.raw("language"), page.raw("locale")))
}
