package resume

import (
	"encoding/json"
	"fmt"
	"maps"
	"slices"
	"strings"
)

// jsonObject is an object of a JSON Resume that knows which of its keys were
// read. null and "" count as absent: many editors write every key.
type jsonObject struct {
	in     *jsonReader
	path   string
	fields map[string]any
	read   map[string]bool
}

func (in *jsonReader) object(path string, value any) jsonObject {
	fields, ok := value.(map[string]any)
	if !ok && !isAbsent(value) {
		in.complain(path, "found "+describeJSON(value), "expected an object")
	}
	return jsonObject{in, path, fields, map[string]bool{}}
}

func (in *jsonReader) complain(path, message, hint string) {
	in.problems = append(in.problems, Problem{Field: path, Message: message, Hint: hint})
}

func (o jsonObject) complain(key, message, hint string) {
	path := o.path
	if key != "" {
		path = joinPath(path, key)
	}
	o.in.complain(path, message, hint)
}

func isAbsent(value any) bool {
	switch v := value.(type) {
	case nil:
		return true
	case string:
		return strings.TrimSpace(v) == ""
	case []any:
		return len(v) == 0
	case map[string]any:
		return len(v) == 0
	}
	return false
}

// take marks a key as read and returns its value.
func (o jsonObject) take(key string) any {
	o.read[key] = true
	return o.fields[key]
}

// text is the first of the keys that is set: newer names stand first.
func (o jsonObject) text(keys ...string) string {
	found := ""
	for _, key := range keys {
		if s := o.in.plain(joinPath(o.path, key), o.take(key)); found == "" {
			found = s
		}
	}
	return found
}

func (o jsonObject) peek(key string) string {
	s, _ := o.fields[key].(string)
	return strings.TrimSpace(s)
}

// plain is a value as text; numbers are taken for what they spell.
func (in *jsonReader) plain(path string, value any) string {
	switch v := value.(type) {
	case string:
		return strings.TrimSpace(v)
	case json.Number:
		return v.String()
	}
	if !isAbsent(value) {
		in.complain(path, "found "+describeJSON(value), "expected a text")
	}
	return ""
}

func (o jsonObject) flag(key string) bool {
	value, _ := o.take(key).(bool)
	return value
}

// date reads YYYY, YYYY-MM or YYYY-MM-DD, and the day of a time stamp.
func (o jsonObject) date(key string) Date {
	text := o.text(key)
	if text == "" {
		return Date{}
	}
	day, _, _ := strings.Cut(text, "T")
	d, err := ParseDate(day)
	if err != nil {
		o.complain(key, err.Error(), "left out; expected YYYY, YYYY-MM or YYYY-MM-DD")
	}
	return d
}

func (o jsonObject) list(key string) []any {
	value := o.take(key)
	list, ok := value.([]any)
	if !ok && !isAbsent(value) {
		o.complain(key, "found "+describeJSON(value), "expected a list")
	}
	return list
}

func (o jsonObject) object(key string) jsonObject {
	return o.in.object(joinPath(o.path, key), o.take(key))
}

// objects are the elements of a list that hold anything.
func (o jsonObject) objects(key string) []jsonObject {
	var out []jsonObject
	for i, value := range o.list(key) {
		if element := o.in.object(fmt.Sprintf("%s[%d]", joinPath(o.path, key), i), value); len(element.fields) > 0 {
			out = append(out, element)
		}
	}
	return out
}

func (o jsonObject) texts(key string) []string {
	var out []string
	for i, value := range o.list(key) {
		if s := o.in.plain(fmt.Sprintf("%s[%d]", joinPath(o.path, key), i), value); s != "" {
			out = append(out, s)
		}
	}
	return out
}

func (o jsonObject) highlights(key string) []Highlight {
	return each(o.texts(key), func(s string) Highlight { return Highlight{Text: s} })
}

// ignore marks keys that carry nothing for a profile.
func (o jsonObject) ignore(keys ...string) {
	for _, key := range keys {
		o.read[key] = true
	}
}

// drop says that what stands under the keys is left behind, and why.
func (o jsonObject) drop(why string, keys ...string) {
	for _, key := range keys {
		if value := o.take(key); !isAbsent(value) {
			o.complain(key, "left out: "+describeJSON(value), why)
		}
	}
}

// reportRest says which keys nobody read.
func (o jsonObject) reportRest() {
	for _, key := range slices.Sorted(maps.Keys(o.fields)) {
		if !o.read[key] && !isAbsent(o.fields[key]) {
			o.complain(key, "left out: "+describeJSON(o.fields[key]), "the JSON Resume schema does not name this field")
		}
	}
}

// describeJSON names a JSON value for people.
func describeJSON(value any) string {
	switch v := value.(type) {
	case json.Number:
		return "the number " + v.String()
	case nil:
		return "null"
	}
	return strings.Replace(describe(value), "a table", "an object", 1)
}
