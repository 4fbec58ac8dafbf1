package ghsync

import (
	"bytes"
	"encoding/json"
	"slices"
	"strings"
	"time"
)

// selection is a field of a query, with the fields requested below it.
type selection struct {
	key    string // its name in the answer
	field  string // its name in the schema, as "Fragment.field" or "field"
	fields []selection
}

// wholeOnly returns the data of a part without the objects that lack a requested field
// that GitHub's schema never leaves null: the item of a list that they belong to is null
// instead. An object without its name or its visibility is not an answer, nor is one
// with a negative count.
func (p part) wholeOnly(data json.RawMessage, drops []string) json.RawMessage {
	asked := (&selectionParser{text: p.field, drops: append(slices.Clone(drops), p.drops...)}).next()
	decoder := json.NewDecoder(bytes.NewReader(data))
	decoder.UseNumber()
	var v any
	if decoder.Decode(&v) != nil {
		return data
	}
	gaps := false
	if _, ok := asked.whole(v, &gaps); !gaps {
		return data
	} else if !ok {
		return json.RawMessage("null")
	}
	if mended, err := json.Marshal(v); err == nil {
		return mended
	}
	return data
}

// whole returns the value of the field, null where something below is missing. ok is
// false if the object around it is not whole either; the gap ends at an item of a list.
func (s selection) whole(v any, gaps *bool) (_ any, ok bool) {
	switch value := v.(type) {
	case map[string]any:
		return v, s.isWhole(value, gaps)
	case []any:
		for i, item := range value {
			_, isObject := item.(map[string]any)
			if _, ok := s.whole(item, gaps); !ok && item != nil && !isObject {
				*gaps = true
				return v, false
			} else if !ok {
				value[i] = nil
			}
		}
		return v, true
	case nil:
		return nil, s.mayBeNull()
	}
	return v, s.isPlausible(v)
}

// isWhole reports whether an object has all that was requested of it. An object in a
// repository may be of another type than the one requested: then it has nothing.
func (s selection) isWhole(object map[string]any, gaps *bool) bool {
	if len(object) == 0 && strings.HasSuffix(s.field, "object") {
		return true
	}
	for _, f := range s.fields {
		value, has := object[f.key]
		if _, ok := f.whole(value, gaps); !ok || !has {
			*gaps = true
			return false
		}
	}
	return true
}

// nullable are the requested fields that the schema allows to be null.
var nullable = []string{
	"Profile.name", "bio", "company", "location", "websiteUrl", "description", "homepageUrl", "pushedAt", "primaryLanguage", "licenseInfo", "spdxId",
	"defaultBranchRef", "languages", "latestRelease", "publishedAt", "object", "entries", "text", "isBinary", "endCursor", "nodes", "edges",
}

// mayBeNull reports whether the schema allows null for the field. The fields of the query
// itself may be null: their readers know what that means.
func (s selection) mayBeNull() bool {
	fragment, name, inFragment := strings.Cut(s.field, ".")
	return !inFragment && (fragment == "node" || fragment == "user" || fragment == "repository") ||
		slices.Contains(nullable, s.field) || slices.Contains(nullable, name) || slices.Contains(nullable, fragment)
}

// isPlausible reports whether a value can be the field's: dates are dates, names are not
// empty, and nothing is counted below zero.
func (s selection) isPlausible(v any) bool {
	name := s.field[strings.LastIndexByte(s.field, '.')+1:]
	switch v := v.(type) {
	case json.Number:
		return !strings.HasPrefix(v.String(), "-")
	case string:
		if strings.HasSuffix(name, "At") {
			_, err := time.Parse(time.RFC3339, v)
			return err == nil
		}
		isName := slices.Contains([]string{"id", "nameWithOwner", "login", "url", "resourcePath", "tagName", "name", "__typename", "authorAssociation", "provider", "type"}, name)
		return v != "" || !isName || s.field == "Profile.name"
	}
	return true
}

// selectionParser reads the text of a query.
type selectionParser struct {
	text     string
	at       int
	fragment string // that the text is of, with a dot
	drops    []string
}

// next reads a field with all that is selected below it.
func (p *selectionParser) next() selection {
	name := p.word()
	s := selection{key: name, field: p.fragment + name}
	if p.skip(":") {
		s.field = p.fragment + p.word()
	}
	p.arguments()
	if p.skip("{") {
		s.fields = p.fields()
	}
	return s
}

// fields reads a selection up to its closing brace. The fields of fragments are those of
// the object itself.
func (p *selectionParser) fields() (out []selection) {
	for p.space(); p.at < len(p.text) && !p.skip("}"); p.space() {
		if !p.skip("...") {
			out = append(out, p.next())
			continue
		}
		if name := p.word(); name != "on" {
			inner := &selectionParser{text: dropFields(name, p.drops), fragment: name + ".", drops: p.drops}
			inner.at = strings.IndexByte(inner.text, '{') + 1
			out = append(out, inner.fields()...)
			continue
		}
		p.word()
		if p.skip("{") {
			out = append(out, p.fields()...)
		}
	}
	return out
}

func (p *selectionParser) space() {
	p.at = len(p.text) - len(strings.TrimLeft(p.text[p.at:], " \n,"))
}

// skip reports whether the text continues with a token, and passes it.
func (p *selectionParser) skip(token string) bool {
	p.space()
	found := strings.HasPrefix(p.text[p.at:], token)
	if found {
		p.at += len(token)
	}
	return found
}

func (p *selectionParser) word() string {
	p.space()
	rest := p.text[p.at:]
	end := strings.IndexFunc(rest, func(c rune) bool { return strings.ContainsRune(" \n,:(){}", c) })
	if end < 0 {
		end = len(rest)
	}
	p.at += max(end, 1) // a sign that is out of place is passed, too
	p.at = min(p.at, len(p.text))
	return rest[:end]
}

// arguments passes a field's arguments. Their strings may hold any sign.
func (p *selectionParser) arguments() {
	if !p.skip("(") {
		return
	}
	quoted := false
	for depth := 1; p.at < len(p.text) && depth > 0; p.at++ {
		switch c := p.text[p.at]; {
		case quoted && c == '\\':
			p.at++
		case c == '"':
			quoted = !quoted
		case quoted:
		case c == '(':
			depth++
		case c == ')':
			depth--
		}
	}
}
