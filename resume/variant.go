package resume

import (
	"cmp"
	"fmt"
	"maps"
	"reflect"
	"slices"
	"strings"
	"sync"

	"github.com/ghresume/ghresume/internal/english"
	"github.com/ghresume/ghresume/resume/skill"
)

// VariantHint is the hint for a name that none of [[variants]] has.
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

// applyVariant applies the settings of a variant.
func (p *Profile) applyVariant(v Variant) {
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
	overlay(reflect.ValueOf(&p.Layout).Elem(), reflect.ValueOf(v.Layout))
}

// overlay copies the fields that are set in over to table.
func overlay(table, over reflect.Value) {
	for i := range table.NumField() {
		switch value := over.Field(i); {
		case isUnset(value):
		case value.Kind() == reflect.Struct:
			overlay(table.Field(i), value)
		default:
			table.Field(i).Set(value)
		}
	}
}

// variantNames returns the names that [[variants]] declares, in lower case.
func (p *Profile) variantNames() map[string]bool {
	names := map[string]bool{}
	for _, v := range p.Variants {
		if v.Name != "" {
			names[strings.ToLower(v.Name)] = true
		}
	}
	return names
}

// only returns a copy of a list, or of a table in it, without what is only for other
// variants; anything else is returned as is.
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

// isFor reports whether something with these tags is printed: a tag that is not a
// declared variant marks a preference for certain jobs, and hides nothing.
func isFor(tags []string, name string, declared map[string]bool) bool {
	for _, tag := range tags {
		if tag = strings.ToLower(tag); tag == name || !declared[tag] {
			return true
		}
	}
	return len(tags) == 0
}

// variants checks the declarations, and that every tag is a variant, a skill or a word of
// a job title.
func (v *validator) variants(p *Profile) {
	seen := map[string]bool{}
	for i, variant := range p.Variants {
		at := fmt.Sprintf("variants[%d]", i)
		switch name := strings.ToLower(variant.Name); {
		case name == "" && len(variant.For) == 0:
			v.addProblem(at, "has neither a name nor tags", `add name = "backend" or for = ["go", "backend"]`)
		case name != "" && seen[name]:
			v.addProblem(at+".name", fmt.Sprintf("%q is declared twice", variant.Name), "give each variant a name of its own")
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
	v.tags("", reflect.ValueOf(*p), p)
	for _, field := range slices.Sorted(maps.Keys(p.Wordings)) {
		for _, w := range p.Wordings[field] {
			for _, tag := range w.For {
				v.tag(field, tag, p)
			}
		}
	}
}

// tags visits all tags of the profile.
func (v *validator) tags(path string, value reflect.Value, p *Profile) {
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
				v.tag(element, list.Index(k).String(), p)
			case list.Type().Elem().Kind() == reflect.Struct:
				v.tags(element, list.Index(k), p)
			}
		}
	}
}

func (v *validator) tag(field, tag string, p *Profile) {
	if v.tagWords == nil {
		v.tagWords = p.tagWords()
	}
	lower := strings.ToLower(tag)
	if _, isSkill := skill.Default().Lookup(tag); !v.tagWords[lower] && !isSkill {
		v.addProblem(field, fmt.Sprintf("%q is neither a variant nor a skill nor a word of a job's title", tag), v.tagHint(lower, p))
	}
}

// tagWords returns the words that a tag may be besides the skills of the catalog: the
// variants, words of titles, and the skills that the profile lists.
func (p *Profile) tagWords() map[string]bool {
	words := p.variantNames()
	maps.Copy(words, titleWords())
	for t := range p.Texts() {
		switch {
		case t.Section == SkillsSection, t.Key == "skills":
			words[strings.ToLower(t.Value)] = true
		case t.Key == "title" && t.Kind == LabelText:
			maps.Copy(words, setOf(strings.Fields(t.Value)))
		}
	}
	return words
}

// tagHint names the variant, word or skill that is nearest to a tag.
func (v *validator) tagHint(tag string, p *Profile) string {
	if len(v.problems) >= enoughHints {
		return p.VariantHint(tag)
	}
	known := slices.Concat(slices.Sorted(maps.Keys(p.variantNames())), slices.Sorted(maps.Keys(v.tagWords)))
	for _, t := range skill.Default().All() {
		known = append(known, t.Name)
	}
	if near := english.Nearest(tag, known); near != "" {
		return fmt.Sprintf("did you mean %q?", near)
	}
	return p.VariantHint(tag)
}

// titleWords are words that job titles consist of.
var titleWords = sync.OnceValue(func() map[string]bool {
	return setOf(strings.Fields(`
	junior middle senior staff principal lead head chief intern graduate expert
	backend back-end frontend front-end fullstack full-stack full software platform data cloud devops sre reliability site system systems
	embedded security mobile web api infrastructure network machine learning ml ai analytics research quality test qa game desktop firmware database
	engineer developer programmer architect administrator analyst scientist consultant manager management director cto mentor
	startup remote consulting enterprise`))
})
