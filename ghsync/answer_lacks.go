package ghsync

import (
	"bytes"
	"encoding/json"
	"reflect"
	"slices"
)

// An answer may lack fields of some items of its list: those of one organization's
// repositories, or one that failed.

// isLocal reports whether an error is about a field, or an item of a list, that GitHub failed
// to give, and the rest of the part was returned: then less would not be more.
func (a *answer) isLocal(e graphqlError) bool {
	isLimit := e.Type == "RESOURCE_LIMITS_EXCEEDED" || e.Type == "MAX_NODE_LIMIT_EXCEEDED"
	return e.isHeavy() && !isLimit && !e.isDenial() && len(e.Path) > 1 && !a.isNull()
}

// failure returns the reason if something in the answer failed, or "".
func (a *answer) failure() string {
	if slices.ContainsFunc(a.errors, a.isLocal) {
		return gaveUp
	}
	return ""
}

// failedAt returns the reason if an item of the list failed, or something in it.
func (a *answer) failedAt(node int) string {
	if slices.ContainsFunc(a.errors, func(e graphqlError) bool {
		i, inList := e.node()
		return inList && i == node && a.isLocal(e)
	}) {
		return gaveUp
	}
	return ""
}

// lostAt returns the fields that an item of the list lacks.
func (a *answer) lostAt(node int) lostFields {
	lost := a.lost
	for _, d := range a.lacks {
		if d.nodes[node] {
			lost = append(lost[:len(lost):len(lost)], d.drops...)
		}
	}
	return lost
}

// item returns an item of the list that a path leads through, and how many it has; 0 if the
// list is null or the path leads through none.
func (a *answer) item(path []any, node int) (item any, length int) {
	value, err := decode(a.data)
	if err != nil || len(path) == 0 {
		return nil, 0
	}
	for _, step := range path[1:] {
		switch v := value.(type) {
		case map[string]any:
			name, _ := step.(string)
			value = v[name]
		case []any:
			if node < len(v) {
				item = v[node]
			}
			return item, len(v)
		}
	}
	return nil, 0
}

// namesIn returns a function that names the repositories at some items of a list.
func (p part) namesIn(a *answer, path []any) func([]int) []string {
	if p.names != nil {
		return p.names
	}
	return func(nodes []int) (names []string) {
		for _, i := range nodes {
			item, _ := a.item(path, i)
			object, _ := item.(map[string]any)
			if inside, ok := object["repository"].(map[string]any); ok {
				object = inside
			}
			if name, ok := object["nameWithOwner"].(string); ok {
				names = append(names, name)
			}
		}
		slices.Sort(names)
		return unique(names)
	}
}

// heldAnswer is an answer in which items are null because a field is denied to them.
type heldAnswer struct {
	data  json.RawMessage
	lacks []fieldsDenied
	drops []string
}

// holding returns the part without fields that some items of its list are denied: the others
// are taken from the answer that has them.
func (p part) holding(a *answer, drops []string) part {
	held := &heldAnswer{data: a.data, lacks: a.lacks, drops: drops}
	if before := p.held; before != nil {
		held.data, held.lacks = overlay(before.data, a.data), append(slices.Clone(before.lacks), a.lacks...)
		held.drops = append(slices.Clone(before.drops), drops...)
	}
	p.held, p.drops = held, append(slices.Clone(p.drops), drops...)
	return p
}

// complete puts the items of the answer that is held in the place of those without denied
// fields, nulls in the place of objects that lack what was requested, and says what is lost.
func (p part) complete(a *answer, dropped []string) {
	a.data = p.wholeOnly(a.data, dropped)
	if p.held != nil {
		a.data, a.lacks = overlay(p.held.data, a.data), append(slices.Clone(p.held.lacks), a.lacks...)
		p.drops = slices.DeleteFunc(slices.Clone(p.drops), func(drop string) bool { return slices.Contains(p.held.drops, drop) })
	}
	a.lost = p.lost(dropped)
	for _, d := range a.lacks {
		if len(d.nodes) == 0 {
			a.lost = append(a.lost, d.drops...)
		}
	}
}

func decode(data []byte) (v any, err error) {
	decoder := json.NewDecoder(bytes.NewReader(data))
	decoder.UseNumber()
	err = decoder.Decode(&v)
	return v, err
}

// overlay returns the second answer with the items of the first where they have the same,
// and more.
func overlay(first, second json.RawMessage) json.RawMessage {
	full, err := decode(first)
	if err != nil {
		return second
	}
	less, err := decode(second)
	if err != nil {
		return second
	}
	out, err := json.Marshal(overlaid(full, less))
	if err != nil {
		return second
	}
	return out
}

func overlaid(full, less any) any {
	switch less := less.(type) {
	case map[string]any:
		of, _ := full.(map[string]any)
		for name := range less {
			less[name] = overlaid(of[name], less[name])
		}
	case []any:
		of, _ := full.([]any)
		for i := range less {
			if i < len(of) && of[i] != nil && hasAll(of[i], less[i]) {
				less[i] = of[i]
			}
		}
	}
	return less
}

// hasAll reports whether a value has all that another one has.
func hasAll(value, part any) bool {
	switch part := part.(type) {
	case map[string]any:
		object, ok := value.(map[string]any)
		for name := range part {
			ok = ok && hasAll(object[name], part[name])
		}
		return ok
	case []any:
		list, _ := value.([]any)
		return len(list) == len(part) && !slices.ContainsFunc(part, func(v any) bool { return !slices.ContainsFunc(list, func(w any) bool { return hasAll(w, v) }) })
	}
	return reflect.DeepEqual(value, part)
}
