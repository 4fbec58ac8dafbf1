package resume

import (
	"cmp"
	"fmt"
	"maps"
	"reflect"
	"slices"
	"strings"
)

// Selection identifies one of the resumes that a profile describes. The zero Selection is the
// complete resume without a variant, in the profile's language.
type Selection struct {
	// Variant is the name of one of [[variants]].
	Variant string
	// Language is a BCP 47 tag; empty means [layout] language.
	Language string
	// Privacy Public omits what hide under [privacy] names.
	Privacy Privacy
}

// Select returns a copy of the profile for one resume: the entries, bullets and wordings
// for the variant or for all, in the language, and without private data if the resume is
// public. The error tells what cannot be selected.
func (p *Profile) Select(s Selection) (*Profile, error) {
	out := *p
	variant, declared := strings.ToLower(s.Variant), p.variantNames()
	if s.Variant != "" && !declared[variant] {
		return nil, fmt.Errorf("there is no variant %q", s.Variant)
	}
	language := cmp.Or(s.Language, p.ownLanguage())
	if len(p.Wordings) > 0 {
		c := chooser{wordings: p.Wordings, variant: variant, declared: declared, language: language, own: p.ownLanguage()}
		chosen, _ := c.chosen("", reflect.ValueOf(out))
		out = chosen.Interface().(Profile)
		out.fallback = c.fallback
	}
	if s.Language != "" {
		out.Layout.Language = s.Language
		out.fallback = append(out.fallback, p.plainTexts(language)...)
	}
	for _, v := range out.Variants {
		if s.Variant != "" && strings.EqualFold(v.Name, s.Variant) {
			out.applyVariant(v)
		}
	}
	fields := reflect.ValueOf(&out).Elem()
	for i := range fields.NumField() {
		if f := fields.Field(i); f.CanSet() && f.Type() != reflect.TypeFor[[]Variant]() {
			f.Set(only(f, variant, declared))
		}
	}
	out.Chosen, out.Wordings = true, nil
	if s.Privacy == Public {
		return out.public(p)
	}
	return &out, nil
}

// ownLanguage returns the language of texts that do not name one.
func (p *Profile) ownLanguage() string { return cmp.Or(p.Layout.Language, "en") }

// locale returns the user's locale for the language of the profile: the one with exactly
// that tag, else the one for the language.
func (p *Profile) locale() []byte {
	if own, ok := p.Locales[p.ownLanguage()]; ok {
		return own
	}
	for _, tag := range slices.Sorted(maps.Keys(p.Locales)) {
		if sameLanguage(tag, p.ownLanguage()) {
			return p.Locales[tag]
		}
	}
	return nil
}

// plainTexts returns the sentences that have one wording only, if the language is not the
// profile's own.
func (p *Profile) plainTexts(language string) []string {
	if sameLanguage(language, p.ownLanguage()) {
		return nil
	}
	var out []string
	for t := range p.Texts() {
		if (t.Kind == ProseText || t.Kind == BulletText) && !p.hasWording(t.Field) {
			out = append(out, t.Field)
		}
	}
	return out
}

// hasWording reports whether a field, or one that contains it, has wordings.
func (p *Profile) hasWording(field string) bool {
	for field != "" {
		if _, ok := p.Wordings[field]; ok {
			return true
		}
		if _, ok := p.Wordings[field+".text"]; ok {
			return true
		}
		field = field[:max(0, strings.LastIndexAny(field, ".["))]
	}
	return false
}

// Fallback returns the fields of a selected profile whose text is not in the requested
// language, in the order of the file.
func (p *Profile) Fallback() []string {
	fields := maps.Collect(func(yield func(string, bool) bool) {
		for _, f := range p.fallback {
			if !yield(f, true) {
				return
			}
		}
	})
	return slices.SortedFunc(maps.Keys(fields), func(a, b string) int {
		return cmp.Or(cmp.Compare(p.Positions.Find(a).Offset, p.Positions.Find(b).Offset), cmp.Compare(a, b))
	})
}
