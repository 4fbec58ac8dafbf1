package resume

import (
	"cmp"
	"fmt"
	"maps"
	"reflect"
	"slices"
	"strings"
	"unicode"
)

// EncodeProfile returns a profile as TOML that [ParseProfile] can read. Unset keys are
// left out. A comment is placed above the key or the first table that its path names
// ("summary", "experience"), or above one table of a list ("experience[2]"); the comment
// for "" is placed at the end. Comments are whole lines including their "#".
func EncodeProfile(p *Profile, comments map[string]string) []byte {
	e := &encoder{comments: maps.Clone(comments), places: p.Positions, wordings: p.Wordings}
	e.table(place{}, reflect.ValueOf(*p))
	e.comment("")
	return []byte(strings.TrimLeft(e.text.String(), "\n"))
}

type encoder struct {
	text     strings.Builder
	comments map[string]string
	places   Positions // the user's order of keys whose names are free
	wordings map[string][]Wording
}

// comment prints the comment of a path once.
func (e *encoder) comment(path string) {
	text, ok := e.comments[path]
	if !ok {
		return
	}
	delete(e.comments, path)
	if path == "" {
		e.text.WriteByte('\n')
	}
	e.text.WriteString(strings.TrimRight(text, "\n") + "\n")
}

// place is the location of a table: at is its path with indexes, path the same without.
type place struct{ path, at string }

func (p place) key(key string) place { return place{joinPath(p.path, key), joinPath(p.at, key)} }

// table prints the keys of a table, then its subtables: in TOML every key after a header
// belongs to that header.
func (e *encoder) table(p place, value reflect.Value) {
	for _, f := range e.fieldsOf(p.path, value) {
		if !isTable(f.value.Type()) {
			e.comment(joinPath(p.path, f.key))
			fmt.Fprintf(&e.text, "%s = %s\n", bareOrQuoted(f.key), e.literal(joinPath(p.at, f.key), f.value))
		}
	}
	for _, f := range e.fieldsOf(p.path, value) {
		if isTable(f.value.Type()) {
			e.tables(p.key(f.key), f.value)
		}
	}
}

func (e *encoder) tables(p place, value reflect.Value) {
	if value.Kind() != reflect.Slice {
		e.open(p, "["+p.path+"]", e.hasPlain(p.path, value))
		e.table(p, value)
		return
	}
	for i := range value.Len() {
		element := place{p.path, fmt.Sprintf("%s[%d]", p.at, i)}
		e.open(element, "[["+p.path+"]]", true)
		e.table(element, value.Index(i))
	}
}

// open prints a header; a table that contains only tables needs none.
func (e *encoder) open(p place, header string, needed bool) {
	if !needed {
		return
	}
	e.text.WriteByte('\n')
	e.comment(p.path)
	if p.at != p.path {
		e.comment(p.at)
	}
	e.text.WriteString(header + "\n")
}

// field is a key with its value.
type field struct {
	key   string
	value reflect.Value
}

// fieldsOf returns the keys of a table that are set: in the order of the type or, for a
// map, in the user's order, else by name.
func (e *encoder) fieldsOf(path string, table reflect.Value) []field {
	var out []field
	if table.Kind() == reflect.Map {
		for _, key := range table.MapKeys() {
			out = append(out, field{key.String(), table.MapIndex(key)})
		}
		slices.SortFunc(out, func(a, b field) int {
			return cmp.Or(cmp.Compare(e.places[joinPath(path, a.key)].Offset, e.places[joinPath(path, b.key)].Offset), cmp.Compare(a.key, b.key))
		})
		return out
	}
	for i := range table.NumField() {
		key := table.Type().Field(i).Tag.Get("toml")
		if value := table.Field(i); key != "-" && !isUnset(value) {
			out = append(out, field{key, value})
		}
	}
	return out
}

// hasPlain reports whether a table contains anything but tables.
func (e *encoder) hasPlain(path string, table reflect.Value) bool {
	return slices.ContainsFunc(e.fieldsOf(path, table), func(f field) bool { return !isTable(f.value.Type()) })
}

func isUnset(v reflect.Value) bool {
	return v.IsZero() || (v.Kind() == reflect.Slice || v.Kind() == reflect.Map) && v.Len() == 0
}

// isTable reports whether a value gets its own header.
func isTable(t reflect.Type) bool {
	if t.Kind() == reflect.Slice {
		t = t.Elem()
	}
	return t.Kind() == reflect.Map || t.Kind() == reflect.Struct && t != dateType && t != highlightType
}

// literal formats a value as written after "=", with all its wordings.
func (e *encoder) literal(at string, v reflect.Value) string {
	if list := e.wordings[at]; len(list) > 0 {
		return e.wordingsLiteral(list)
	}
	switch x := v.Interface().(type) {
	case Date:
		return quoteTOML(x.String())
	case Highlight:
		return e.highlightLiteral(at, x)
	}
	switch v.Kind() {
	case reflect.Pointer:
		return e.literal("", v.Elem())
	case reflect.String:
		return textLiteral(v.String())
	case reflect.Slice:
		return e.listLiteral(at, v)
	}
	return fmt.Sprint(v.Interface())
}

func (e *encoder) highlightLiteral(at string, h Highlight) string {
	text := e.literal(at+".text", reflect.ValueOf(h.Text))
	if list := e.wordings[at+".text"]; len(h.For) == 0 && len(list) == 0 {
		return quoteTOML(h.Text)
	} else if len(list) == 0 {
		text = quoteTOML(h.Text)
	}
	if len(h.For) == 0 {
		return "{text = " + text + "}"
	}
	return "{text = " + text + ", for = " + e.listLiteral("", reflect.ValueOf(h.For)) + "}"
}

// wordingsLiteral formats wordings as a table by language if none has tags, else as a
// list.
func (e *encoder) wordingsLiteral(list []Wording) string {
	tagged := slices.ContainsFunc(list, func(w Wording) bool { return len(w.For) > 0 || w.Language == "" })
	var items []string
	for _, w := range list {
		text := strings.TrimSpace(e.literal("", reflect.ValueOf(w.Value)))
		switch {
		case !tagged:
			text = bareOrQuoted(w.Language) + " = " + text
		case w.Language != "":
			text = "{" + bareOrQuoted(w.Language) + " = " + text + "}"
		}
		if len(w.For) > 0 {
			text = "{text = " + text + ", for = " + e.listLiteral("", reflect.ValueOf(w.For)) + "}"
		}
		items = append(items, text)
	}
	switch {
	case !tagged:
		return "{" + strings.Join(items, ", ") + "}"
	case len(items) == 1:
		return items[0]
	}
	return "[" + strings.Join(items, ", ") + "]"
}

// lineWidth is the width beyond which a list of strings is broken into one per line.
const lineWidth = 96

func (e *encoder) listLiteral(at string, v reflect.Value) string {
	items := make([]string, v.Len())
	for i := range items {
		element := fmt.Sprintf("%s[%d]", at, i)
		items[i] = e.literal(element, v.Index(i))
		if v.Index(i).Kind() == reflect.String && len(e.wordings[element]) == 0 {
			items[i] = quoteTOML(v.Index(i).String())
		}
	}
	line := "[" + strings.Join(items, ", ") + "]"
	if len(line) <= lineWidth && v.Type().Elem() != highlightType {
		return line
	}
	return "[\n  " + strings.Join(items, ",\n  ") + ",\n]"
}

// textLiteral keeps the line breaks of a text, as people would write it.
func textLiteral(s string) string {
	if !strings.Contains(s, "\n") {
		return quoteTOML(s)
	}
	lines := strings.Split(s, "\n")
	for i, line := range lines {
		quoted := quoteTOML(line)
		lines[i] = quoted[1 : len(quoted)-1]
		if !strings.Contains(line, `""`) && !strings.ContainsRune(line, '\\') && !strings.HasSuffix(line, `"`) {
			lines[i] = strings.ReplaceAll(lines[i], `\"`, `"`) // a single quote mark does not end the string here
		}
	}
	return "\"\"\"\n" + strings.Join(lines, "\n") + `"""`
}

// quoteTOML returns a basic string. Go's own quoting has escapes that TOML lacks.
func quoteTOML(s string) string {
	var b strings.Builder
	b.WriteByte('"')
	for _, r := range strings.ToValidUTF8(s, "\uFFFD") {
		switch {
		case r == '"' || r == '\\':
			b.WriteString(`\` + string(r))
		case r == '\n':
			b.WriteString(`\n`)
		case r == '\t':
			b.WriteString(`\t`)
		case unicode.IsControl(r):
			fmt.Fprintf(&b, `\u%04X`, r)
		default:
			b.WriteRune(r)
		}
	}
	b.WriteByte('"')
	return b.String()
}

func bareOrQuoted(key string) string {
	if key == "" || strings.IndexFunc(key, func(r rune) bool { return !isBare(r) }) >= 0 {
		return quoteTOML(key)
	}
	return key
}
