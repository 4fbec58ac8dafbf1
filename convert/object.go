package convert

import (
	"fmt"
	"slices"
	"strings"

	"github.com/ghresume/ghresume/internal/safe"
	"github.com/ghresume/ghresume/resume"
)

// object is an object of a file that records which of its keys were read.
type object struct {
	in   *reader
	path string
	node *node
	read map[string]bool
}

func (in *reader) object(path string, n *node) object {
	return object{in: in, path: path, node: n, read: map[string]bool{}}
}

func (o object) at(key string) string {
	if o.path == "" {
		return key
	}
	return o.path + "." + key
}

func (o object) take(key string) any {
	o.read[key] = true
	return o.node.values[key]
}

func (o object) isEmpty() bool { return isAbsent(o.node) }

// raw returns the value of the first key that is set, as in the file. Other keys with the
// same value count as read too; else they are left for [object.rest].
func (o object) raw(keys ...string) string {
	found := ""
	for _, key := range keys {
		text, ok := scalar(o.node.values[key])
		if !ok {
			continue
		}
		if found == "" {
			found = strings.TrimSpace(text)
		}
		o.read[key] = o.read[key] || strings.EqualFold(found, strings.TrimSpace(text))
	}
	return found
}

// scalar returns a value as text; a list of one counts as its element.
func scalar(value any) (string, bool) {
	switch v := value.(type) {
	case string:
		return v, true
	case []any:
		if len(v) == 1 {
			return scalar(v[0])
		}
	}
	return "", false
}

// line returns a text as one line with inline Markdown.
func (o object) line(keys ...string) string { return line(o.raw(keys...)) }

// name returns a text as one line without markup.
func (o object) name(keys ...string) string { return unmarked(o.line(keys...)) }

// lines returns the texts under all keys, from lists or from strings that it splits.
func (o object) lines(split func(string) []string, keys ...string) []string {
	var out []string
	seen := map[string]bool{}
	for _, key := range keys {
		for _, text := range o.strings(key) {
			for _, part := range split(text) {
				if !seen[part] {
					seen[part] = true
					out = append(out, part)
				}
			}
		}
	}
	return out
}

// strings returns the texts under a key. For an object in a list it takes the name; what
// is not text is left for [object.rest].
func (o object) strings(key string) []string {
	if text, ok := scalar(o.node.values[key]); ok {
		o.read[key] = true
		return []string{text}
	}
	list, ok := o.node.values[key].([]any)
	if !ok {
		return nil
	}
	o.read[key] = true
	var out []string
	for i, value := range list {
		switch v := value.(type) {
		case string:
			out = append(out, v)
		case *node:
			item := o.in.object(fmt.Sprintf("%s[%d]", o.at(key), i), v)
			if text := item.raw("name", "text", "title", "bullet", "content", "value", "description", "label", "summary", "keyword"); text != "" {
				out = append(out, text)
			}
			item.skipLooks()
			item.rest()
		}
	}
	return out
}

// names returns short names: of technologies, of courses.
func (o object) names(keys ...string) []string {
	return o.lines(func(s string) []string {
		var out []string
		for _, name := range splitNames(prose(s)) {
			out = append(out, unmarked(withoutBullet(name)))
		}
		return out
	}, keys...)
}

// bullets returns highlights, each as one line.
func (o object) bullets(keys ...string) []string {
	return o.lines(func(s string) []string {
		before, items := splitList(s)
		if before = strings.Join(strings.Fields(before), " "); before != "" {
			items = append([]string{before}, items...)
		}
		return items
	}, keys...)
}

// flag reports whether one of the keys is true.
func (o object) flag(keys ...string) bool {
	yes := false
	for _, key := range keys {
		value := o.node.values[key]
		switch v := value.(type) {
		case bool:
			o.read[key] = true
			yes = yes || v
		case string:
			switch strings.ToLower(v) {
			case "true", "yes", "1", "ja", "oui", "sí", "si", "sim", "sì", "tak", "так", "是":
				o.read[key], yes = true, true
			case "false", "no", "0", "nein", "non", "não", "nee", "nie", "ні", "否":
				o.read[key] = true
			}
		}
	}
	return yes
}

// child returns the object under a key, or an empty one.
func (o object) child(key string) object {
	n, ok := o.node.values[key].(*node)
	if !ok {
		return o.in.object(o.at(key), newNode())
	}
	o.read[key] = true
	return o.in.object(o.at(key), n)
}

// objects returns the elements of a list that hold anything. A string in it is read as an
// object with that name, a single object as a list of one.
func (o object) objects(keys ...string) []object {
	var out []object
	for _, key := range keys {
		switch v := o.node.values[key].(type) {
		case []any:
			o.read[key] = true
			for i, value := range v {
				if element := o.in.element(fmt.Sprintf("%s[%d]", o.at(key), i), value); !element.isEmpty() {
					out = append(out, element)
				}
			}
		case *node:
			o.read[key] = true
			out = append(out, o.in.element(o.at(key), v))
		}
	}
	return out
}

func (in *reader) element(path string, value any) object {
	n, ok := value.(*node)
	if !ok {
		n = newNode()
		if text, isText := scalar(value); isText {
			n.set(nameOnly, text)
		}
	}
	return in.object(path, n)
}

// nameOnly is the key of an element that is a string instead of an object.
const nameOnly = "name"

// ignore marks as read the keys that a profile does not need.
func (o object) ignore(keys ...string) {
	for _, key := range keys {
		o.read[key] = true
	}
}

// drop reports that the values of the keys are left out, and why.
func (o object) drop(why string, keys ...string) {
	for _, key := range keys {
		if value := o.take(key); !isAbsent(value) {
			o.in.leave(o.at(key), why)
		}
	}
}

// rest reports the keys that were not read, to the user and in the profile.
func (o object) rest() {
	for _, key := range o.node.keys {
		if value := o.node.values[key]; !o.read[key] && !isAbsent(value) {
			o.in.leave(o.at(key), "a profile has no key for it")
			o.in.doubt("Not imported: %s: %s", key, describe(value))
		}
	}
}

// describe summarizes a value in a few words.
func describe(value any) string {
	switch v := value.(type) {
	case string:
		return safe.Line(v)
	case bool:
		return fmt.Sprint(v)
	case []any:
		return joinValues(v)
	case *node:
		var parts []any
		for _, key := range v.keys {
			if !isAbsent(v.values[key]) && !slices.Contains(looks, key) {
				parts = append(parts, key+": "+describe(v.values[key]))
			}
		}
		return joinValues(parts)
	}
	return ""
}

func joinValues(values []any) string {
	var out []string
	for _, v := range values {
		if text := describe(v); text != "" {
			out = append(out, text)
		}
	}
	return strings.Join(out, "; ")
}

func highlights(texts []string) []resume.Highlight {
	var out []resume.Highlight
	for _, text := range texts {
		if text != "" {
			out = append(out, resume.Highlight{Text: text})
		}
	}
	return out
}
