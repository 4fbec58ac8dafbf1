package convert

import "github.com/ghresume/ghresume/resume/skill"

// skills keeps groups; a skill without keywords goes to the group of its technology.
func (in *reader) skills(root object, keys ...string) {
	for _, key := range keys {
		if n, ok := root.node.values[key].(*node); ok { // {"Languages": ["Go"], …}
			root.read[key] = true
			in.skillGroups(in.object(root.at(key), n))
			continue
		}
		for _, text := range root.plainStrings(key) {
			for _, name := range splitNames(line(text)) {
				in.addSkills(skillGroup(name), []string{unmarked(name)})
			}
		}
		for _, o := range root.objects(key) {
			if o.node.has(nameOnly) && len(o.node.keys) == 1 {
				for _, name := range splitNames(o.name(nameOnly)) {
					in.addSkills(skillGroup(name), []string{name})
				}
				continue
			}
			in.skill(o)
		}
	}
	in.attach("skills")
}

// plainStrings returns a text under a key that is not in a list.
func (o object) plainStrings(key string) []string {
	if text, ok := o.node.values[key].(string); ok {
		o.read[key] = true
		return []string{text}
	}
	return nil
}

func (in *reader) skillGroups(o object) {
	for _, group := range o.node.keys {
		if names := o.names(group); len(names) > 0 {
			in.addSkills(humanized(group), names)
		}
	}
	o.rest()
}

func (in *reader) skill(o object) {
	name := o.name("name", "category", "title", "label", "group", "skill", "area", "type")
	names := o.names(append([]string{"items", "list", "summary", "description", "details"}, skillKeys...)...)
	if len(names) == 0 && name != "" {
		names, name = splitNames(name), ""
	}
	for _, n := range names {
		group := name
		if group == "" {
			group = skillGroup(n)
		}
		in.addSkills(group, []string{n})
	}
	o.drop("evidence says more than a level", "level", "rating", "levelNum", "proficiency", "percent", "percentage", "score", "yearsOfExperience", "years")
	o.skipLooks()
	o.rest()
}

// otherSkills is the group of skills that belong to no other.
const otherSkills = "Other"

func skillGroup(name string) string {
	if t, ok := skill.Default().Lookup(name); ok {
		return string(t.Group)
	}
	return otherSkills
}
