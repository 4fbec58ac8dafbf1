package resume

import (
	"fmt"
	"maps"
	"reflect"
	"slices"
	"strings"
	"time"

	"github.com/ghresume/ghresume/internal/english"
)

// decoder assigns a TOML tree to a Go value. It does not leave that to the TOML library,
// because it collects every mistake instead of stopping at the first.
type decoder struct {
	problems []Problem
	textual  bool // the value is a text, which may have several wordings
	wordings map[string][]Wording
}

func (d *decoder) addProblem(field, message, hint string) {
	d.problems = append(d.problems, Problem{Field: field, Message: message, Hint: hint})
}

var (
	dateType      = reflect.TypeFor[Date]()
	highlightType = reflect.TypeFor[Highlight]()
)

// assign sets target to value; a mismatch is recorded and leaves target unchanged.
func (d *decoder) assign(field string, target reflect.Value, value any) {
	switch {
	case d.reword(field, target, value):
	case target.Type() == dateType:
		d.date(field, target, value)
	case target.Type() == highlightType && reflect.TypeOf(value).Kind() == reflect.String:
		target.FieldByName("Text").SetString(value.(string))
	case target.Type() == highlightType && reflect.TypeOf(value).Kind() != reflect.Map:
		d.mismatch(field, value, `a string or {text = "…", for = ["…"]}`)
	default:
		d.assignKind(field, target, value)
	}
}

func (d *decoder) assignKind(field string, target reflect.Value, value any) {
	switch target.Kind() {
	case reflect.Pointer:
		fresh := reflect.New(target.Type().Elem())
		before := len(d.problems)
		if d.assign(field, fresh.Elem(), value); len(d.problems) == before {
			target.Set(fresh)
		}
	case reflect.Struct:
		d.table(field, target, value)
	case reflect.Map:
		d.mapping(field, target, value)
	case reflect.Slice:
		d.list(field, target, value)
	case reflect.String:
		assignPlain(d, field, value, "a string", target.SetString)
	case reflect.Bool:
		assignPlain(d, field, value, "true or false", target.SetBool)
	case reflect.Int:
		assignPlain(d, field, value, "a whole number", target.SetInt)
	case reflect.Float64:
		if whole, ok := value.(int64); ok {
			value = float64(whole)
		}
		assignPlain(d, field, value, "a number", target.SetFloat)
	}
}

func assignPlain[T any](d *decoder, field string, value any, want string, set func(T)) {
	if v, ok := value.(T); ok {
		set(v)
		return
	}
	d.mismatch(field, value, want)
}

func (d *decoder) mismatch(field string, value any, want string) {
	d.addProblem(field, "found "+describe(value), "expected "+want)
}

func (d *decoder) table(field string, target reflect.Value, value any) {
	table, ok := value.(map[string]any)
	if !ok {
		d.mismatch(field, value, "a table")
		return
	}
	keys := keysOf(target.Type())
	for _, key := range slices.Sorted(maps.Keys(table)) {
		path := joinPath(field, key)
		if i, known := keys[key]; known {
			d.assignField(path, target, i, table[key])
		} else {
			d.unknownKey(path, key, slices.Sorted(maps.Keys(keys)))
		}
	}
}

// assignField assigns one field of a table, and determines whether it holds texts.
func (d *decoder) assignField(path string, table reflect.Value, i int, value any) {
	around := d.textual
	f := table.Type().Field(i)
	d.textual = fieldOf(f).kind != "" && fieldOf(f).kind != "-" || f.Type == reflect.TypeFor[[]Highlight]()
	d.assign(path, table.Field(i), value)
	d.textual = around
}

func (d *decoder) unknownKey(path, key string, known []string) {
	hint := "the keys here are " + listed(known)
	if near := d.nearest(key, known); near != "" {
		hint = fmt.Sprintf("did you mean %q?", near)
	}
	d.addProblem(path, fmt.Sprintf("unknown key %q", shorten(key, 60)), hint)
}

func (d *decoder) mapping(field string, target reflect.Value, value any) {
	table, ok := value.(map[string]any)
	if !ok {
		d.mismatch(field, value, "a table")
		return
	}
	fresh := reflect.MakeMapWithSize(target.Type(), len(table))
	for _, key := range slices.Sorted(maps.Keys(table)) {
		element := reflect.New(target.Type().Elem()).Elem()
		d.assign(joinPath(field, key), element, table[key])
		fresh.SetMapIndex(reflect.ValueOf(key), element)
	}
	target.Set(fresh)
}

func (d *decoder) list(field string, target reflect.Value, value any) {
	items := reflect.ValueOf(value)
	if items.Kind() != reflect.Slice {
		d.mismatch(field, value, wantList(target.Type().Elem()))
		return
	}
	fresh := reflect.MakeSlice(target.Type(), items.Len(), items.Len())
	for i := range items.Len() {
		d.assign(fmt.Sprintf("%s[%d]", field, i), fresh.Index(i), items.Index(i).Interface())
	}
	target.Set(fresh)
}

func wantList(element reflect.Type) string {
	if element.Kind() == reflect.Struct && element != highlightType {
		return "a list of tables, written [[…]]"
	}
	return `a list of strings: ["…", "…"]`
}

// date parses "2021-03", 2021 and TOML's own dates.
func (d *decoder) date(field string, target reflect.Value, value any) {
	want := `expected YYYY, YYYY-MM, YYYY-MM-DD or "present"`
	var date Date
	var err error
	switch v := value.(type) {
	case string:
		date, err = ParseDate(v)
		if meansPresent(v) {
			want = `write "present"; it is printed in the language of the resume`
		}
	case int64:
		date, err = ParseDate(fmt.Sprint(v))
	case time.Time:
		date = Date{Year: v.Year(), Month: int(v.Month()), Day: v.Day()}
	default:
		err = fmt.Errorf("found %s", describe(value))
	}
	if err != nil {
		d.addProblem(field, err.Error(), want)
		return
	}
	target.Set(reflect.ValueOf(date))
}

// keysOf maps the keys of a table to the fields of its type.
func keysOf(t reflect.Type) map[string]int {
	keys := map[string]int{}
	for i := range t.NumField() {
		key := t.Field(i).Tag.Get("toml")
		if key == "" {
			key, _, _ = strings.Cut(t.Field(i).Tag.Get("json"), ",")
		}
		if key != "-" && key != "" {
			keys[key] = i
		}
	}
	return keys
}

// describe names a TOML value in messages.
func describe(value any) string {
	switch v := value.(type) {
	case string:
		return fmt.Sprintf("the string %q", shorten(v, 40))
	case int64:
		return fmt.Sprintf("the number %d", v)
	case float64:
		return fmt.Sprintf("the number %v", v)
	case bool:
		return fmt.Sprintf("%v", v)
	case time.Time:
		return "the date " + v.Format(time.DateOnly)
	case map[string]any:
		return "a table"
	}
	return "a list"
}

func shorten(s string, most int) string {
	if runes := []rune(s); len(runes) > most {
		return string(runes[:most]) + "…"
	}
	return s
}

// mostCandidates is how many words are compared to find the intended one.
const mostCandidates = 100

// enoughHints is the number of mistakes after which the decoder stops searching for
// intended words.
const enoughHints = 100

func (d *decoder) nearest(word string, known []string) string {
	if len(d.problems) >= enoughHints {
		return ""
	}
	return english.Nearest(word, known[:min(len(known), mostCandidates)])
}

// listed lists words for a hint, as many as fit on a line.
func listed(words []string) string {
	const most = 30
	if len(words) > most {
		return strings.Join(words[:most], ", ") + ", …"
	}
	return strings.Join(words, ", ")
}
