package convert

import (
	"slices"
	"strings"
)

// The titles of sections that JSON Resume has and a profile does not.
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
		items = append(items, labeled(name, names+more))
		o.skipLooks()
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
		items = append(items, labeled(strings.Join(who, ", "), text))
		o.skipLooks()
		o.rest()
	}
	in.section(referencesTitle, items, nil)
	in.attach("sections")
}

// ownSections reads back the free sections that ghresume writes, and those that JSON
// Resume has no name for.
func (in *reader) ownSections(meta object) {
	for _, o := range meta.objects("sections") {
		title := o.raw("title")
		in.section(title, o.strings("items"), nil)
		for _, entry := range o.objects("entries") {
			in.placeFree(title, entry.any())
		}
	}
	for _, o := range meta.objects("lists") {
		in.otherList(humanized(o.raw("section")), o, "entries")
	}
}

// otherSections turns what the schema does not define into free sections.
func (in *reader) otherSections(root object) {
	for _, key := range root.node.keys {
		if root.read[key] {
			continue
		}
		switch v := root.node.values[key].(type) {
		case []any:
			in.otherList(humanized(key), root, key)
		case *node:
			if in.otherGroup(humanized(key), in.object(root.at(key), v)) {
				root.read[key] = true
			}
		}
	}
	root.rest()
	in.attach("")
}

func (in *reader) otherList(title string, parent object, key string) {
	if list := parent.node.values[key].([]any); namesKeys(list, parent.node) {
		return // an order of sections, or what to hide
	}
	for _, o := range parent.objects(key) {
		for _, role := range o.roles() {
			in.anywhere(title, role)
		}
	}
}

// namesKeys reports whether a list consists of names of other keys.
func namesKeys(list []any, of *node) bool {
	for _, value := range list {
		if name, ok := value.(string); !ok || !of.has(name) {
			return false
		}
	}
	return true
}

// otherGroup reads the lists of an object, and reports whether there were any; its other
// values are mostly settings.
func (in *reader) otherGroup(title string, group object) bool {
	found := false
	for _, key := range group.node.keys {
		if _, isList := group.node.values[key].([]any); !isList || namesKeys(group.node.values[key].([]any), group.node) {
			continue
		}
		found = true
		for _, o := range group.objects(key) {
			if o.node.has(nameOnly) && len(o.node.keys) == 1 {
				in.section(title, []string{labeled(humanized(key), o.line(nameOnly))}, nil)
			} else {
				in.anywhere(title, o)
			}
		}
	}
	if found {
		group.rest()
		in.attach("")
	}
	return found
}
