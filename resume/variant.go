package resume

import (
	"cmp"
	"fmt"
	"reflect"
	"slices"
	"strings"
	"sync"

	"github.com/ghresume/ghresume/internal/english"
	"github.com/ghresume/ghresume/resume/skill"
)

// Variant is a copy of the profile for one kind of job: the entries and bullets
// that are for it or for all, with the wording and the layout that the variant
// sets. The empty name is the resume for everybody, without what is for declared
// variants alone. The error says which variants there are.
func (p *Profile) Variant(name string) (*Profile, error) {
	out := *p
	declared := p.variantNames()
	if name != "" {
		i := slices.IndexFunc(p.Variants, func(v Variant) bool { return strings.EqualFold(v.Name, name) })
		if i < 0 {
			return nil, fmt.Errorf("there is no variant %q", name)
		}
		out.dress(p.Variants[i])
	}
	fields := reflect.ValueOf(&out).Elem()
	for i := range fields.NumField() {
		if f := fields.Field(i); f.Type() != reflect.TypeFor[[]Variant]() {
			f.Set(only(f, strings.ToLower(name), declared))
		}
	}
	out.Chosen = true
	return &out, nil
}

// VariantHint names the variants that [Profile.Variant] knows.
func (p *Profile) VariantHint(name string) string {
	var names []string
	for _, v := range p.Variants {
		if v.Name != "" {
			names = append(names, v.Name)
		}
	}
	switch near := english.Nearest(name, names); {
	case near != "":
		return fmt.Sprintf("did you mean %q?", near)
	case len(names) == 0:
		return `declare it: [[variants]] with name = "…"`
	}
	return "expected " + listed(names)
}

// dress takes over what a variant sets.
func (p *Profile) dress(v Variant) {
	p.Title = cmp.Or(v.Title, p.Title)
	if v.Summary != "" || v.Objective != "" {
		p.Summary, p.Objective = v.Summary, v.Objective
	}
	p.Format = cmp.Or(v.Format, p.Format)
	p.Layout.Theme = cmp.Or(v.Theme, p.Layout.Theme)
	if len(v.Order) > 0 {
		p.Layout.Order = v.Order
	}
	if v.MaxPages != nil {
		p.Layout.MaxPages = v.MaxPages
	}
}

// variantNames are the names that [[variants]] declares, in lower case.
func (p *Profile) variantNames() map[string]bool {
	names := map[string]bool{}
	for _, v := range p.Variants {
		if v.Name != "" {
			names[strings.ToLower(v.Name)] = true
		}
	}
	return names
}

// only is a copy of a list, or of a table in it, without what is for other
// variants alone; anything else it is itself.
func only(v reflect.Value, name string, declared map[string]bool) reflect.Value {
	if v.Kind() != reflect.Slice || v.Type().Elem().Kind() != reflect.Struct {
		return v
	}
	out := reflect.MakeSlice(v.Type(), 0, v.Len())
	for i := range v.Len() {
		if !isFor(tagsOf(v.Index(i)), name, declared) {
			continue
		}
		entry := reflect.New(v.Type().Elem()).Elem()
		entry.Set(v.Index(i))
		for k := range entry.NumField() {
			entry.Field(k).Set(only(entry.Field(k), name, declared))
		}
		out = reflect.Append(out, entry)
	}
	if out.Len() == 0 {
		return reflect.Zero(v.Type())
	}
	return out
}

func tagsOf(entry reflect.Value) []string {
	if f := entry.FieldByName("For"); f.IsValid() {
		return f.Interface().([]string)
	}
	return nil
}

// isFor says whether what carries these tags is printed: a tag that is no
// declared variant says for which jobs something is preferred, and hides nothing.
func isFor(tags []string, name string, declared map[string]bool) bool {
	for _, tag := range tags {
		if tag = strings.ToLower(tag); tag == name || !declared[tag] {
			return true
		}
	}
	return len(tags) == 0
}

// variants checks the declarations, and that every tag is a variant, a skill or
// a word of a job's title.
func (v *validator) variants(p *Profile) {
	seen := map[string]bool{}
	for i, variant := range p.Variants {
		at := fmt.Sprintf("variants[%d]", i)
		switch name := strings.ToLower(variant.Name); {
		case name == "" && len(variant.For) == 0:
			v.complain(at, "has neither a name nor tags", `add name = "backend" or for = ["go", "backend"]`)
		case name != "" && seen[name]:
			v.complain(at+".name", fmt.Sprintf("%q is declared twice", variant.Name), "give each variant a name of its own")
		default:
			seen[name] = true
		}
	}
	known := setOf(sectionNames(p.Sections))
	for i, variant := range p.Variants {
		at := fmt.Sprintf("variants[%d]", i)
		v.theme(at+".theme", variant.Theme)
		v.oneOf(at+".format", string(variant.Format), string(Chronological), string(Combination), string(Functional))
		v.limit(at+".max_pages", variant.MaxPages)
		for k, section := range variant.Order {
			if !known[strings.ToLower(section)] {
				v.section(fmt.Sprintf("%s.order[%d]", at, k), section, sectionNames(p.Sections))
			}
		}
	}
	if declared := p.variantNames(); len(declared) > 0 {
		v.tags("", reflect.ValueOf(*p), p, declared)
	}
}

// tags walks all tags of the profile.
func (v *validator) tags(path string, value reflect.Value, p *Profile, declared map[string]bool) {
	for i := range value.NumField() {
		f := fieldOf(value.Type().Field(i))
		at := joinPath(path, f.key)
		list := value.Field(i)
		if f.key == "-" || list.Kind() != reflect.Slice {
			continue
		}
		for k := range list.Len() {
			element := fmt.Sprintf("%s[%d]", at, k)
			switch {
			case f.key == "for":
				v.tag(element, list.Index(k).String(), p, declared)
			case list.Type().Elem().Kind() == reflect.Struct:
				v.tags(element, list.Index(k), p, declared)
			}
		}
	}
}

func (v *validator) tag(field, tag string, p *Profile, declared map[string]bool) {
	_, isSkill := skill.Default().Lookup(tag)
	if declared[strings.ToLower(tag)] || isSkill || titleWords()[strings.ToLower(tag)] || p.claims(tag) {
		return
	}
	v.complain(field, fmt.Sprintf("%q is neither a variant nor a skill nor a word of a job's title", tag), p.VariantHint(tag))
}

// claims says whether [skills] lists a word.
func (p *Profile) claims(word string) bool {
	for _, names := range p.Skills {
		if slices.ContainsFunc(names, func(n string) bool { return strings.EqualFold(n, word) }) {
			return true
		}
	}
	return false
}

// titleWords are the words that titles of jobs are made of.
var titleWords = sync.OnceValue(func() map[string]bool {
	return setOf(strings.Fields(`
	junior middle senior staff principal lead head chief intern graduate expert
	backend back-end frontend front-end fullstack full-stack full software platform data cloud devops sre reliability site system systems
	embedded security mobile web api infrastructure network machine learning ml ai analytics research quality test qa game desktop firmware database
	engineer developer programmer architect administrator analyst scientist consultant manager management director cto mentor
	startup remote consulting enterprise`))
})
