package resume

import (
	"cmp"
	"fmt"
	"iter"
	"reflect"
	"slices"
	"strings"
)

// Text is one text of a profile or a resume, and its place.
type Text struct {
	// Field is its path: experience[1].highlights[0]. In a profile it is the path used by
	// [Positions].
	Field string
	// Entry is the path of the enclosing entry (experience[1]); empty in the header.
	Entry string
	// Key is the last name in the path, without its index: highlights.
	Key string
	// Section is its section; empty in the header and for settings.
	Section SectionKind
	// Index is the number of the entry in its section.
	Index int
	Kind  TextKind
	Value string
	// Date is Value as a date, for a DateText.
	Date Date
}

// TextKind is the kind of a text.
type TextKind string

// The kinds of text.
const (
	NameText    TextKind = "name"    // a proper name: of a person, a company, a place, a technology
	LabelText   TextKind = "label"   // a few words without a verb: a title, a degree, a heading
	ProseText   TextKind = "prose"   // sentences
	BulletText  TextKind = "bullet"  // one statement
	DateText    TextKind = "date"    // a [Date]
	AddressText TextKind = "address" // an e-mail or web address, a telephone number, a repository
)

// Texts iterates over all texts in the profile, in the order of the type; keys without a fixed
// name come in the order of the file. A field without a kind of text is a setting and is
// skipped.
func (p *Profile) Texts() iter.Seq[Text] {
	return func(yield func(Text) bool) {
		w := walker{places: p.Positions, yield: yield}
		for f, value := range textFields(reflect.ValueOf(*p)) {
			w.section, w.sectionPath = f.section, f.key
			if !w.walk(f.key, f, value) {
				return
			}
		}
	}
}

// Texts iterates over all texts of the resume: the header, then the sections in print order.
// Paths are those of the joined resume: experience[0].roles[1].title.
func (r *Resume) Texts() iter.Seq[Text] {
	return func(yield func(Text) bool) {
		w := walker{yield: yield}
		for f, value := range textFields(reflect.ValueOf(*r)) {
			if f.section == "" && !w.walk(f.key, f, value) {
				return
			}
		}
		for i, s := range r.Sections {
			if !w.printed(r, i, s) {
				return
			}
		}
	}
}

// printed visits one section of a resume: its heading, then its entries.
func (w *walker) printed(r *Resume, i int, s Section) bool {
	w.section, w.sectionPath, w.entry, w.index = s.Kind, "", "", 0
	path := fmt.Sprintf("sections[%d]", i)
	if s.Kind == Free {
		w.entry, w.index = path, i
	}
	if !w.walk(path, textField{}, reflect.ValueOf(s)) {
		return false
	}
	for f, value := range textFields(reflect.ValueOf(*r)) {
		w.sectionPath = f.key
		if f.section == s.Kind && !w.walk(f.key, f, value) {
			return false
		}
	}
	return true
}

// walker visits a value down to its texts.
type walker struct {
	places      Positions
	yield       func(Text) bool
	section     SectionKind
	sectionPath string // the path of the list whose elements are the section's entries
	entry       string
	index       int
}

// walk returns false if the consumer stops the iteration.
func (w *walker) walk(path string, f textField, value reflect.Value) bool {
	if value.IsZero() { // most of a profile's tables are unset: whole branches are skipped
		return true
	}
	if date, ok := value.Interface().(Date); ok {
		return w.text(path, f, date.String(), date)
	}
	switch value.Kind() {
	case reflect.String:
		return w.text(path, f, value.String(), Date{})
	case reflect.Struct:
		return w.table(path, f, value)
	case reflect.Slice:
		return w.list(path, f, value)
	case reflect.Map:
		return w.mapping(path, f, value)
	}
	return true
}

func (w *walker) text(path string, f textField, value string, date Date) bool {
	if f.kind == "" || value == "" {
		return true
	}
	return w.yield(Text{
		Field: path, Entry: w.entry, Key: f.key, Section: w.section, Index: w.index,
		Kind: f.kind, Value: value, Date: date,
	})
}

func (w *walker) table(path string, around textField, value reflect.Value) bool {
	for f, inner := range textFields(value) {
		if value.Type() == highlightType {
			f.key = around.key
			if !w.walk(path, f, inner) {
				return false
			}
		} else if !w.walk(joinPath(path, f.key), f, inner) {
			return false
		}
	}
	return true
}

func (w *walker) list(path string, f textField, value reflect.Value) bool {
	for i := range value.Len() {
		at := fmt.Sprintf("%s[%d]", path, i)
		if path == w.sectionPath {
			w.entry, w.index = at, i
		}
		if !w.walk(at, f, value.Index(i)) {
			return false
		}
	}
	if path == w.sectionPath {
		w.entry, w.index = "", 0
	}
	return true
}

// mapping visits a map with names chosen by the user. The names are labels themselves,
// except those of networks and sections, which are built in.
func (w *walker) mapping(path string, f textField, value reflect.Value) bool {
	keys := value.MapKeys()
	slices.SortFunc(keys, func(a, b reflect.Value) int {
		return cmp.Or(
			cmp.Compare(w.places[joinPath(path, a.String())].Offset, w.places[joinPath(path, b.String())].Offset),
			cmp.Compare(a.String(), b.String()))
	})
	for i, key := range keys {
		at := joinPath(path, key.String())
		if path == w.sectionPath && f.section != "" {
			w.entry, w.index = at, i
			if !w.text(at, textField{key: f.key, kind: LabelText}, key.String(), Date{}) {
				return false
			}
		}
		if !w.walk(at, f, value.MapIndex(key)) {
			return false
		}
	}
	w.entry, w.index = "", 0
	return true
}

// textField holds the properties that a field's tags give its texts.
type textField struct {
	key     string // in the profile, else the name in lower case
	kind    TextKind
	need    string // "required", or "either": one of the fields so marked must be set
	section SectionKind
}

// textFields yields the fields of a table that may hold texts: all but those marked "-".
func textFields(table reflect.Value) iter.Seq2[textField, reflect.Value] {
	return func(yield func(textField, reflect.Value) bool) {
		for i := range table.NumField() {
			field := table.Type().Field(i)
			if f := fieldOf(field); field.IsExported() && f.key != "-" && f.kind != "-" && !yield(f, table.Field(i)) {
				return
			}
		}
	}
}

func fieldOf(f reflect.StructField) textField {
	kind, need, _ := strings.Cut(f.Tag.Get("text"), ",")
	return textField{
		key:  cmp.Or(f.Tag.Get("toml"), strings.ToLower(f.Name)),
		kind: TextKind(kind), need: need, section: SectionKind(f.Tag.Get("section")),
	}
}
