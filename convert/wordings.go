package convert

import (
	"fmt"
	"reflect"
	"slices"
	"strings"

	"golang.org/x/text/language"

	"github.com/ghresume/ghresume/internal/cldr"
	"github.com/ghresume/ghresume/internal/safe"
	"github.com/ghresume/ghresume/resume"
)

// ownLanguage returns the main language of a profile in several languages: English, else
// the first. Keys without a language count as English if no key names it.
func ownLanguage(languages []string) string {
	if slices.Contains(languages, "en") || slices.Contains(languages, "") {
		return "en"
	}
	return languages[0]
}

// readLanguages reads a file once for each of its languages and merges the profiles.
func readLanguages(file string, f format, src *source, languages []string, whole *node) (*Imported, error) {
	own := ownLanguage(languages)
	tags := slices.Clone(languages)
	if i := slices.Index(tags, ""); i >= 0 && !slices.Contains(tags, own) {
		tags[i] = own
	}
	m := merger{own: max(0, slices.Index(tags, own)), tags: tags}
	for _, l := range languages {
		src.tree = inLanguage(whole, l, languages).(*node)
		imported, err := readOne(file, f, src)
		if err != nil {
			return nil, err
		}
		m.all = append(m.all, imported)
	}
	return m.merged(), nil
}

// merger merges the profiles of a file in several languages into one.
type merger struct {
	own  int // index of the profile's own language
	tags []string
	all  []*Imported
	out  *Imported
	seen map[string]bool
}

func (m *merger) merged() *Imported {
	m.out, m.seen = m.all[m.own], map[string]bool{}
	p := m.out.Profile
	p.Wordings = map[string][]resume.Wording{}
	if own := m.tags[m.own]; own != "en" && p.Layout.Language == "" {
		p.Layout.Language = own
	}
	var profiles []reflect.Value
	for _, imported := range m.all {
		profiles = append(profiles, reflect.ValueOf(*imported.Profile))
		m.addNotes(imported)
	}
	m.table("", profiles)
	m.dropRefused()
	if len(p.Wordings) > 0 {
		m.out.Profile = p.In("")
	}
	return m.out
}

// addNotes adds what was left out or doubtful in the other languages.
func (m *merger) addNotes(imported *Imported) {
	for _, problem := range imported.Left {
		if !slices.Contains(m.out.Left, problem) {
			m.out.Left = append(m.out.Left, problem)
		}
	}
	for path, lines := range imported.Comments {
		for line := range strings.Lines(lines) {
			m.comment(path, line)
		}
	}
}

func (m *merger) comment(path, line string) {
	if !strings.Contains(m.out.Comments[path], line) {
		m.out.Comments[path] += line
	}
}

func (m *merger) table(path string, tables []reflect.Value) {
	for i := range tables[0].NumField() {
		f := tables[0].Type().Field(i)
		key := f.Tag.Get("toml")
		if key == "" || key == "-" || path == "" && key == "layout" {
			continue
		}
		text := f.Tag.Get("text")
		isText := text != "" && text != "-" || f.Type == reflect.TypeFor[[]resume.Highlight]()
		m.value(strings.TrimPrefix(path+"."+key, "."), isText, each(tables, func(t reflect.Value) reflect.Value { return t.Field(i) }))
	}
}

func each(values []reflect.Value, f func(reflect.Value) reflect.Value) []reflect.Value {
	var out []reflect.Value
	for _, v := range values {
		out = append(out, f(v))
	}
	return out
}

func (m *merger) value(path string, isText bool, values []reflect.Value) {
	own := values[m.own]
	kind := own.Type()
	if kind.Kind() == reflect.Slice {
		kind = kind.Elem()
	}
	switch isWording := kind.Kind() == reflect.String || kind == reflect.TypeFor[resume.Highlight](); {
	case isText && isWording:
		m.wordings(path, values)
	case own.Kind() == reflect.Map:
		m.mapping(path, isText, values)
	case own.Kind() == reflect.Struct && own.Type() != reflect.TypeFor[resume.Date]():
		m.table(path, values)
	case own.Kind() == reflect.Slice:
		m.list(path, values)
	default:
		m.noteOthers(path, path, values)
	}
}

// list pairs the entries of lists of the same shape; otherwise it puts those of the other
// languages into comments.
func (m *merger) list(path string, lists []reflect.Value) {
	for _, list := range lists {
		if list.Len() != lists[m.own].Len() {
			m.noteOthers(path, path, lists)
			return
		}
	}
	for i := range lists[m.own].Len() {
		m.value(indexed(path, i), false, each(lists, func(l reflect.Value) reflect.Value { return l.Index(i) }))
	}
}

func (m *merger) mapping(path string, isText bool, maps []reflect.Value) {
	zero := reflect.Zero(maps[m.own].Type().Elem())
	done := map[string]bool{}
	for _, table := range maps {
		for _, key := range table.MapKeys() {
			if done[key.String()] {
				continue
			}
			done[key.String()] = true
			values := each(maps, func(t reflect.Value) reflect.Value {
				if v := t.MapIndex(key); v.IsValid() {
					return v
				}
				return zero
			})
			if at := path + "." + quoteKey(key.String()); maps[m.own].MapIndex(key).IsValid() {
				m.value(at, isText, values)
			} else {
				m.noteOthers(path, at, values)
			}
		}
	}
}

// wordings records the wordings of a text if they differ. A text without a language
// beside an English one applies to all other languages, which a list of wordings cannot
// express.
func (m *merger) wordings(path string, values []reflect.Value) {
	var out []resume.Wording
	var plain reflect.Value
	for i, v := range values {
		switch {
		case v.Len() == 0:
		case m.tags[i] == "":
			plain = v
		default:
			out = append(out, resume.Wording{Language: m.tags[i], Value: v.Interface()})
		}
	}
	same := func(w resume.Wording) bool { return reflect.DeepEqual(w.Value, plain.Interface()) }
	if plain.IsValid() && !slices.ContainsFunc(out, same) {
		if plain.Kind() != reflect.String {
			m.noteOthers(path, path, values)
			return
		}
		out = append([]resume.Wording{{Value: plain.Interface()}}, out...)
	}
	differs := slices.ContainsFunc(out, func(w resume.Wording) bool { return !reflect.DeepEqual(w.Value, out[0].Value) })
	if differs || len(out) > 0 && values[m.own].Len() == 0 {
		m.out.Profile.Wordings[path] = out
	}
}

// noteOthers puts texts of the other languages that the profile cannot hold into
// comments.
func (m *merger) noteOthers(path, field string, values []reflect.Value) {
	for i, v := range values {
		if text := allText(v); text != "" && text != allText(values[m.own]) && !m.seen[field+text] {
			m.seen[field+text] = true
			m.comment(commentPath(path), "# "+safe.Line(fmt.Sprintf("In %s, %s: %s", wordingIn(m.tags[i]), field, text))+"\n")
		}
	}
}

// commentPath returns the table to which a path belongs.
func commentPath(path string) string {
	if i := strings.LastIndexByte(path, ']'); i >= 0 {
		return path[:i+1]
	}
	return path
}

func wordingIn(tag string) string {
	base, _ := language.Make(tag).Base()
	if name := cldr.Language(base); tag != "" && name != "" {
		return name
	}
	return "the file's own language"
}

// allText returns all the text in a value.
func allText(v reflect.Value) string {
	if d, isDate := v.Interface().(resume.Date); isDate {
		return d.String()
	}
	var parts []string
	switch v.Kind() {
	case reflect.String:
		return v.String()
	case reflect.Slice:
		for i := range v.Len() {
			parts = append(parts, allText(v.Index(i)))
		}
	case reflect.Struct:
		for i := range v.NumField() {
			if v.Type().Field(i).IsExported() {
				parts = append(parts, allText(v.Field(i)))
			}
		}
	case reflect.Map:
		for _, key := range v.MapKeys() {
			parts = append(parts, key.String()+": "+allText(v.MapIndex(key)))
		}
		slices.Sort(parts)
	}
	return strings.Join(slices.DeleteFunc(parts, func(s string) bool { return s == "" }), "; ")
}

// dropRefused moves wordings that the profile parser rejects into comments.
func (m *merger) dropRefused() {
	p := m.out.Profile
	_, problems := resume.ParseProfileLenient("", resume.EncodeProfile(p, nil))
	for _, problem := range problems {
		for field, list := range p.Wordings {
			if problem.Field != field && !strings.HasPrefix(problem.Field, field+".") {
				continue
			}
			for _, w := range list {
				m.comment(commentPath(field), "# "+safe.Line(fmt.Sprintf("In %s, %s: %s", wordingIn(w.Language), field, allText(reflect.ValueOf(w.Value))))+"\n")
			}
			delete(p.Wordings, field)
		}
	}
}
