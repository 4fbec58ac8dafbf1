package convert

import (
	"fmt"
	"maps"
	"reflect"
	"slices"
	"strconv"
	"strings"

	"github.com/ghresume/ghresume/internal/safe"
	"github.com/ghresume/ghresume/resume"
)

// dropInvalid removes what the profile parser rejects and keeps it in comments: a single
// key if the rest of its entry is valid without it, else the whole entry.
func (in *reader) dropInvalid() {
	for range maxMends {
		text := resume.EncodeProfile(in.profile, nil)
		_, problems := resume.ParseProfileLenient("", text)
		if len(problems) == 0 {
			return
		}
		removed := map[string][]int{}
		for _, problem := range slices.Backward(problems) {
			in.mendOne(problem, removed)
		}
		for list, indexes := range removed {
			in.dropEntries(pathSteps(list), indexes)
		}
	}
}

// maxMends limits the rounds: each may reveal further mistakes.
const maxMends = 5

// mendOne removes a key, or marks its entry for removal.
func (in *reader) mendOne(problem resume.Problem, removed map[string][]int) {
	steps := pathSteps(problem.Field)
	if len(steps) == 0 {
		return
	}
	list, index, isEntry := steps.entry()
	value, ok := steps.find(reflect.ValueOf(in.profile).Elem())
	if !ok {
		return
	}
	if isEntry && len(steps) == len(list)+1 {
		in.quoteEntry(list, index, value, problem)
		removed[list.String()] = append(removed[list.String()], index)
		return
	}
	where := ""
	if isEntry {
		where = list.String() + "[" + strconv.Itoa(index) + "]"
	}
	in.comments[where] = append(in.comments[where], invalidNote(steps[len(steps)-1].key, fmt.Sprint(value.Interface()), problem.Message))
	steps.clear(reflect.ValueOf(in.profile).Elem())
}

// invalidNote says what was removed; most messages already quote it.
func invalidNote(key, value, message string) string {
	if strings.Contains(message, strconv.Quote(value)) {
		return safe.Line(key + ": " + message)
	}
	return safe.Line(fmt.Sprintf("%s = %q %s", key, value, message))
}

// step is one part of a path: a key, and an index where index >= 0.
type step struct {
	key   string
	index int
}

type path []step

// pathSteps parses experience[1].highlights[0] and links."my blog".
func pathSteps(field string) path {
	var out path
	for field != "" {
		if field[0] == '[' {
			end := strings.IndexByte(field, ']')
			i, err := strconv.Atoi(field[1:max(1, end)])
			if err != nil {
				return nil
			}
			out = append(out, step{index: i})
			field = strings.TrimPrefix(field[end+1:], ".")
			continue
		}
		if field[0] == '"' {
			quoted, err := strconv.QuotedPrefix(field)
			if err != nil {
				return nil
			}
			key, _ := strconv.Unquote(quoted)
			out = append(out, step{key, -1})
			field = strings.TrimPrefix(field[len(quoted):], ".")
			continue
		}
		end := strings.IndexAny(field, ".[")
		if end < 0 {
			end = len(field)
		}
		out = append(out, step{field[:end], -1})
		field = strings.TrimPrefix(field[end:], ".")
	}
	return out
}

// entry returns the innermost list of tables in a path, and the index in it.
func (p path) entry() (list path, index int, ok bool) {
	for i := len(p) - 1; i > 0; i-- {
		if p[i].key == "" && p[i-1].key != "highlights" && p[i-1].key != "items" && p[i-1].key != "order" {
			return p[:i], p[i].index, true
		}
	}
	return nil, 0, false
}

func (p path) String() string {
	var b strings.Builder
	for i, s := range p {
		switch {
		case s.key == "":
			fmt.Fprintf(&b, "[%d]", s.index)
		case i > 0:
			b.WriteString("." + quoteKey(s.key))
		default:
			b.WriteString(quoteKey(s.key))
		}
	}
	return b.String()
}

// find returns the value at a path; an element of a map cannot be set through it.
func (p path) find(v reflect.Value) (reflect.Value, bool) {
	for _, s := range p {
		switch v.Kind() {
		case reflect.Struct:
			i := fieldIndex(v.Type(), s.key)
			if i < 0 {
				return v, false
			}
			v = v.Field(i)
		case reflect.Map:
			v = v.MapIndex(reflect.ValueOf(s.key))
		case reflect.Slice:
			if s.index < 0 || s.index >= v.Len() {
				return v, false
			}
			v = v.Index(s.index)
		default:
			return v, false
		}
		if !v.IsValid() {
			return v, false
		}
	}
	return v, true
}

func fieldIndex(t reflect.Type, key string) int {
	for i := range t.NumField() {
		if t.Field(i).Tag.Get("toml") == key {
			return i
		}
	}
	return -1
}

// clear removes the value at a path.
func (p path) clear(root reflect.Value) {
	parent, ok := p[:len(p)-1].find(root)
	if !ok {
		return
	}
	last := p[len(p)-1]
	switch parent.Kind() {
	case reflect.Map:
		parent.SetMapIndex(reflect.ValueOf(last.key), reflect.Value{})
	case reflect.Slice:
		remove(parent, last.index)
	case reflect.Struct:
		parent.Field(fieldIndex(parent.Type(), last.key)).SetZero()
	}
}

func remove(list reflect.Value, i int) {
	kept := reflect.AppendSlice(list.Slice3(0, i, i), list.Slice(i+1, list.Len()))
	list.Set(kept)
}

// quoteEntry keeps an entry as a comment at the end of the file.
func (in *reader) quoteEntry(list path, index int, value reflect.Value, problem resume.Problem) {
	note := fmt.Sprintf("An entry of %s %s, and stays out until it does:", list[len(list)-1].key, strings.Replace(problem.Message, "has neither", "needs", 1))
	lines := []string{strings.Replace(note, " nor ", " or ", 1)}
	for i := range value.NumField() {
		key := value.Type().Field(i).Tag.Get("toml")
		if field := value.Field(i); key != "" && key != "-" && !field.IsZero() {
			lines = append(lines, safe.Line(fmt.Sprintf("  %s = %v", key, printable(field))))
		}
	}
	lines = append(lines, in.comments[fmt.Sprintf("%s[%d]", list, index)]...)
	in.comments[""] = append(in.comments[""], lines...)
}

// dropEntries removes entries from a list, and shifts the comments on the others.
func (in *reader) dropEntries(list path, indexes []int) {
	value, ok := list.find(reflect.ValueOf(in.profile).Elem())
	if !ok {
		return
	}
	kept := reflect.MakeSlice(value.Type(), 0, value.Len())
	comments := map[string][]string{}
	slices.Sort(indexes)
	for i := range value.Len() {
		at := fmt.Sprintf("%s[%d]", list, i)
		if _, goes := slices.BinarySearch(indexes, i); !goes {
			if c, has := in.comments[at]; has {
				comments[fmt.Sprintf("%s[%d]", list, kept.Len())] = c
			}
			kept = reflect.Append(kept, value.Index(i))
		}
		delete(in.comments, at)
	}
	maps.Copy(in.comments, comments)
	value.Set(kept)
}

// printable returns a value as a comment shows it.
func printable(v reflect.Value) string {
	switch x := v.Interface().(type) {
	case string:
		return strconv.Quote(x)
	case resume.Date:
		return strconv.Quote(x.String())
	case []string:
		return strings.Join(x, ", ")
	case []resume.Highlight:
		var out []string
		for _, h := range x {
			out = append(out, strconv.Quote(h.Text))
		}
		return strings.Join(slices.Clip(out), ", ")
	}
	return fmt.Sprint(v.Interface())
}
