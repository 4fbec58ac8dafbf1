package convert

import (
	"slices"
	"strings"
)

// The titles of sections that JSON Resume has and a profile has not.
const (
	interestsTitle  = "Interests"
	referencesTitle = "References"
)

func (in *reader) interests(list []object) {
	var items []string
	for _, o := range list {
		name, names := o.line("name", "title", "interest"), strings.Join(o.names("keywords", "items"), ", ")
		more := strings.Join(paragraphsOf(o.paragraphs("summary", "description")), " ")
		if names != "" && more != "" {
			names, more = names+" – "+more, ""
		}
		items = append(items, labelled(name, names+more))
		o.ignore(noise...)
		o.rest()
	}
	in.section(interestsTitle, items, nil)
	in.attach("sections")
}

func (in *reader) references(list []object) {
	var items []string
	for _, o := range list {
		who := []string{o.line("name", "person"), o.line("position", "role", "title", "jobTitle"), o.line("relationship", "category"), o.name("company", "organization")}
		for _, key := range []string{"email", "phone", "website", "url", "telephone", "contact"} {
			who = append(who, o.address(key))
		}
		who = slices.DeleteFunc(who, func(s string) bool { return s == "" })
		text := strings.Join(paragraphsOf(o.paragraphs("reference", "summary", "description", "quote", "text", "testimonial")), " ")
		items = append(items, labelled(strings.Join(who, ", "), text))
		o.ignore(noise...)
		o.rest()
	}
	in.section(referencesTitle, items, nil)
	in.attach("sections")
}

// ownSections reads back the free sections that ghresume writes.
func (in *reader) ownSections(meta object) {
	for _, o := range meta.objects("sections") {
		title := o.raw("title")
		in.section(title, o.strings("items"), nil)
		for _, entry := range o.objects("entries") {
			in.placeFree(title, entry.any())
		}
	}
}

// otherSections makes sections of what the schema doesn't name.
func (in *reader) otherSections(root object) {
	for _, key := range root.node.keys {
		list, isList := root.node.values[key].([]any)
		if root.read[key] || !isList || len(list) == 0 {
			continue
		}
		title := humanized(key)
		for _, o := range root.objects(key) {
			in.anywhere(title, o)
		}
	}
	root.rest()
	in.attach("")
}
