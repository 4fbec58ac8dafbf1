package resume

import (
	"cmp"
	"fmt"
	"maps"
	"reflect"
	"slices"
	"strings"

	"golang.org/x/text/language"

	"github.com/ghresume/ghresume/internal/lazy"
)

// Wording is one of several wordings of a text: for a language, for some variants, or for
// both. In the file, wordings are a table by language, a table with text and for, or a list:
//
//	summary = {en = "Writes servers.", de = "Schreibt Server."}
//	title   = ["Developer", {text = "Team Lead", for = ["lead"]}]
type Wording struct {
	// Language is a BCP 47 tag; empty means every language.
	Language string
	// For are the variants or kinds of job that it is meant for; empty means all.
	For []string
	// Value has the type of the field: a string, a [Highlight], or a list of them.
	Value any
}

// wordable reports whether a field of this type may have several wordings.
func wordable(t reflect.Type) bool {
	if t.Kind() == reflect.Slice {
		t = t.Elem()
	}
	return t.Kind() == reflect.String || t == highlightType
}

// reword decodes a field with several wordings; it returns false if there are none.
func (d *decoder) reword(field string, target reflect.Value, value any) bool {
	if !d.textual || !wordable(target.Type()) || !hasWordings(target.Type(), value) {
		return false
	}
	d.textual = false // the value of a wording is plain
	found := d.wordingsOf(field, target.Type(), value)
	d.textual = true
	if len(found) > 0 {
		d.wordings[field] = found
		target.Set(reflect.ValueOf(found[0].Value))
	}
	return true
}

// hasWordings reports whether a value is a table of wordings, or a list with such a
// table, rather than a plain value.
func hasWordings(t reflect.Type, value any) bool {
	if list := reflect.ValueOf(value); list.Kind() == reflect.Slice {
		if t.Kind() == reflect.Slice || t == highlightType {
			return false
		}
		return slices.ContainsFunc(elementsOf(list), func(e any) bool { return hasWordings(t, e) })
	}
	table, ok := value.(map[string]any)
	return ok && (byLanguage(table) || t.Kind() == reflect.String && textKey(table) != "")
}

func elementsOf(list reflect.Value) []any {
	var out []any
	for i := range list.Len() {
		out = append(out, list.Index(i).Interface())
	}
	return out
}

// byLanguage reports whether all keys of a table are languages.
func byLanguage(table map[string]any) bool {
	for key := range table {
		if !textLanguage.MatchString(key) || !isLanguage(key) {
			return false
		}
	}
	return len(table) > 0
}

// textLanguage matches a key that means a language: nearly all others of three letters
// are words, such as "for" and "txt".
var textLanguage = lazy.New(`^(?:[a-z]{2}|ast|ckb|fil|gsw|haw|yue)(?:-[A-Za-z0-9]+)*$`)

func isLanguage(name string) bool {
	tag, err := language.Parse(name)
	_, confidence := tag.Base()
	return err == nil && confidence == language.Exact
}

// textKey returns the key of the text in the table of a wording: text or, for links, url.
func textKey(table map[string]any) string {
	for _, key := range []string{"text", "url"} {
		if _, ok := table[key]; ok {
			return key
		}
	}
	return ""
}

// wordingsOf returns the wordings in a value, those of a table in the order of its keys.
func (d *decoder) wordingsOf(field string, t reflect.Type, value any) []Wording {
	var out []Wording
	table, isTable := value.(map[string]any)
	switch {
	case isTable && byLanguage(table):
		for _, key := range slices.Sorted(maps.Keys(table)) {
			for _, w := range d.wordingsOf(joinPath(field, key), t, table[key]) {
				w.Language = key
				out = append(out, w)
			}
		}
	case isTable && t.Kind() == reflect.String && textKey(table) != "":
		return d.taggedWordings(field, t, table)
	case reflect.ValueOf(value).Kind() == reflect.Slice && hasWordings(t, value):
		for i, element := range elementsOf(reflect.ValueOf(value)) {
			out = append(out, d.wordingsOf(fmt.Sprintf("%s[%d]", field, i), t, element)...)
		}
	default:
		fresh, before := reflect.New(t).Elem(), len(d.problems)
		if d.assign(field, fresh, value); len(d.problems) == before {
			out = append(out, Wording{Value: fresh.Interface()})
		}
	}
	return out
}

// taggedWordings decodes {text = …, for = […]}.
func (d *decoder) taggedWordings(field string, t reflect.Type, table map[string]any) []Wording {
	var tags []string
	for _, key := range slices.Sorted(maps.Keys(table)) {
		switch key {
		case textKey(table):
		case "for":
			d.assign(joinPath(field, key), reflect.ValueOf(&tags).Elem(), table[key])
		default:
			d.unknownKey(joinPath(field, key), key, []string{textKey(table), "for"})
		}
	}
	out := d.wordingsOf(joinPath(field, textKey(table)), t, table[textKey(table)])
	for i := range out {
		out[i].For = append(slices.Clone(tags), out[i].For...)
	}
	return out
}

// keepWordings stores the wordings of a decoded profile, and sets every field to the one
// in the profile's own language.
func (p *Profile) keepWordings(wordings map[string][]Wording) {
	if len(wordings) == 0 {
		return
	}
	p.Wordings = wordings
	*p = *p.In("")
}

// In returns a copy of the profile with the wordings of a language, for all variants.
func (p *Profile) In(language string) *Profile {
	out := *p
	if len(p.Wordings) > 0 {
		c := chooser{wordings: p.Wordings, language: cmp.Or(language, p.ownLanguage()), own: p.ownLanguage(), every: true}
		chosen, _ := c.chosen("", reflect.ValueOf(out))
		out = chosen.Interface().(Profile)
	}
	return &out
}

// TextLanguages returns the other languages in which the profile has texts, sorted.
func (p *Profile) TextLanguages() []string {
	seen := map[string]bool{}
	for _, list := range p.Wordings {
		for _, w := range list {
			if w.Language != "" {
				seen[w.Language] = true
			}
		}
	}
	return slices.Sorted(maps.Keys(seen))
}

// chooser chooses wordings.
type chooser struct {
	wordings map[string][]Wording
	variant  string
	declared map[string]bool
	language string // as requested
	own      string // the profile's, to fall back to
	every    bool   // for all variants; no text is dropped
	fallback []string
}

// pick returns the best wording for the variant and the language; false if there is none.
func (c *chooser) pick(field string, list []Wording) (Wording, bool) {
	best, bestRank := -1, 0
	for i, w := range list {
		if !c.every && !isFor(w.For, c.variant, c.declared) {
			continue
		}
		rank := 2 * c.nearness(w.Language)
		if c.variant != "" && slices.ContainsFunc(w.For, func(tag string) bool { return strings.EqualFold(tag, c.variant) }) {
			rank++
		}
		if c.every && len(w.For) == 0 {
			rank += 100 // a wording without tags represents all
		}
		if best < 0 || rank > bestRank {
			best, bestRank = i, rank
		}
	}
	if best < 0 {
		return Wording{}, false
	}
	if l := list[best].Language; l != "" && !sameLanguage(l, c.language) {
		c.fallback = append(c.fallback, field)
	}
	return list[best], true
}

// nearness rates how suitable a language is for the requested one.
func (c *chooser) nearness(language string) int {
	switch {
	case strings.EqualFold(language, c.language):
		return 5
	case language != "" && sameLanguage(language, c.language):
		return 4
	case language == "":
		return 3
	case sameLanguage(language, c.own):
		return 2
	case sameLanguage(language, "en"):
		return 1
	}
	return 0
}

// sameLanguage reports whether two tags are equal except for their regions; scripts
// count.
func sameLanguage(a, b string) bool {
	x, errX := language.Parse(a)
	y, errY := language.Parse(b)
	baseX, _ := x.Base()
	baseY, _ := y.Base()
	scriptX, _ := x.Script()
	scriptY, _ := y.Script()
	return errX == nil && errY == nil && baseX == baseY && scriptX == scriptY
}

// chosen returns a copy of a value in which every field has the chosen wording; ok is
// false for a text that has none.
func (c *chooser) chosen(field string, v reflect.Value) (out reflect.Value, ok bool) {
	if list, has := c.wordings[field]; has {
		w, found := c.pick(field, list)
		if !found {
			return reflect.Zero(v.Type()), false
		}
		v = reflect.ValueOf(w.Value)
	}
	switch v.Kind() {
	case reflect.Struct:
		return c.chosenTable(field, v), true
	case reflect.Slice:
		return c.chosenList(field, v), true
	case reflect.Map:
		return c.chosenMap(field, v), true
	}
	return v, true
}

func (c *chooser) chosenTable(field string, v reflect.Value) reflect.Value {
	out := reflect.New(v.Type()).Elem()
	out.Set(v)
	for i := range v.NumField() {
		key := v.Type().Field(i).Tag.Get("toml")
		if v.Type() == highlightType {
			key, _, _ = strings.Cut(v.Type().Field(i).Tag.Get("json"), ",")
		}
		if key != "" && key != "-" {
			value, _ := c.chosen(joinPath(field, key), v.Field(i))
			out.Field(i).Set(value)
		}
	}
	return out
}

func (c *chooser) chosenList(field string, v reflect.Value) reflect.Value {
	if v.IsNil() {
		return v
	}
	out := reflect.MakeSlice(v.Type(), 0, v.Len())
	for i := range v.Len() {
		at := fmt.Sprintf("%s[%d]", field, i)
		value, ok := c.chosen(at, v.Index(i))
		if _, hasText := c.wordings[joinPath(at, "text")]; hasText && v.Type().Elem() == highlightType && value.Field(0).String() == "" {
			ok = false
		}
		if ok {
			out = reflect.Append(out, value)
		}
	}
	return out
}

func (c *chooser) chosenMap(field string, v reflect.Value) reflect.Value {
	if v.IsNil() {
		return v
	}
	out := reflect.MakeMap(v.Type())
	for _, key := range v.MapKeys() {
		if value, ok := c.chosen(joinPath(field, key.String()), v.MapIndex(key)); ok {
			out.SetMapIndex(key, value)
		}
	}
	return out
}
