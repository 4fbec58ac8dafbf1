package ghsync

import (
	"encoding/json"
	"fmt"
	"slices"
	"strings"

	"github.com/ghresume/ghresume/internal/lazy"
)

// document returns the text of a query. drops are fields to leave out of all parts, each
// as "Fragment.field".
func document(parts []part, drops []string) string {
	var b strings.Builder
	b.WriteString("query {\n")
	for i, p := range parts {
		fmt.Fprintf(&b, "%s: %s\n", alias(i), p.field)
		drops = append(drops[:len(drops):len(drops)], p.drops...)
	}
	b.WriteString("}\n")
	for _, name := range fragmentsOf(b.String(), drops) {
		b.WriteString(dropFields(name, drops))
	}
	return b.String()
}

// fragmentsOf returns the names of the fragments that a text needs without the dropped
// fields, in the order of their use.
func fragmentsOf(text string, drops []string) []string {
	var names []string
	for text != "" {
		var more string
		for _, m := range spread.FindAllStringSubmatch(text, -1) {
			if !slices.Contains(names, m[1]) {
				names = append(names, m[1])
				more += dropFields(m[1], drops)
			}
		}
		text = more
	}
	return names
}

// spread matches the fragments that a text uses, but not "... on Type".
var spread = lazy.New(`\.\.\.([A-Z]\w*)`)

// dropFields returns the text of a fragment without some of its fields.
func dropFields(name string, drops []string) string {
	text := fragments[name]
	for _, drop := range drops {
		if field, ours := strings.CutPrefix(drop, name+"."); ours {
			if from, to, ok := fieldIn(text, field); ok {
				text = text[:from] + text[to:]
			}
		}
	}
	if open := strings.IndexByte(text, '{'); strings.TrimSpace(text[open+1:]) == "}" {
		text = text[:open] + "{ __typename }\n" // GraphQL has no empty selections
	}
	return text
}

// fieldIn finds a field of a fragment, including its alias, arguments and selection.
func fieldIn(fragment, field string) (from, to int, ok bool) {
	open := strings.IndexByte(fragment, '{')
	for at := open + 1; at < len(fragment); {
		start := at + len(fragment[at:]) - len(strings.TrimLeft(fragment[at:], " \n"))
		end := endOfField(fragment, start)
		if end <= start {
			return 0, 0, false
		}
		name, _, _ := strings.Cut(strings.TrimSpace(fragment[start:end]), "(")
		name, _, _ = strings.Cut(name, " ")
		if strings.TrimSuffix(name, ":") == field {
			return start, end, true
		}
		at = end
	}
	return 0, 0, false
}

// endOfField returns where the selection that begins at start ends.
func endOfField(text string, start int) int {
	depth, at := 0, start
	for ; at < len(text); at++ {
		switch c := text[at]; {
		case c == '(' || c == '{':
			depth++
		case c == ')' || c == '}':
			if depth--; depth < 0 {
				return at
			}
		case depth == 0 && (c == ' ' || c == '\n') && !continues(text[at:]) && text[at-1] != ':':
			return at
		}
	}
	return at
}

// continues reports whether a field's arguments or selection follow.
func continues(rest string) bool {
	rest = strings.TrimLeft(rest, " \n")
	return strings.HasPrefix(rest, "{") || strings.HasPrefix(rest, "(")
}

// essential are the fields without which a fragment is useless or misleading: a fork
// without isFork would pass for the user's own work.
var essential = map[string][]string{
	"Profile": {"login"}, "Brief": {"id", "nameWithOwner", "isPrivate", "isFork"}, "Repo": {"id", "nameWithOwner", "isPrivate", "isFork"},
	"Work": {}, "Merged": {"number", "mergedAt", "repository"}, "Counted": {"contributions"}, "EachRepository": {"each"}, "Listing": {"id", "root", "workflows"}, "Folder": {"entries"}, "Folders": {"entries"}, "Downloads": {"id", "releases"},
	"File": {"text", "isTruncated"},
}

// deniedFields returns the fields that a part can do without according to a denial: the
// innermost one of a fragment on its path, since a field's own selection has no name here.
func (p part) deniedFields(e graphqlError) []string {
	if e.field() == "" {
		return nil
	}
	steps := e.names()
	for i := len(steps) - 1; i >= 0; i-- {
		if !p.isInSelection(steps[:i], steps[i]) {
			return p.droppable(steps[i], e.isInList())
		}
	}
	return nil
}

// isInSelection reports whether a name is in the selection that a fragment writes out for
// one of the fields above.
func (p part) isInSelection(above []string, name string) bool {
	for _, fragment := range fragmentsOf(p.field, p.drops) {
		text := fragments[fragment]
		for _, field := range above {
			if from, to, ok := fieldIn(text, field); ok && slices.Contains(strings.Fields(text[from:to])[1:], name) {
				return true
			}
		}
	}
	return false
}

// droppable returns the fragments of a part that can do without a field: those of list
// items or, if the field is not in a list, those of the account.
func (p part) droppable(field string, inList bool) []string {
	var out, ofUser []string
	if field == "" {
		return nil
	}
	for _, name := range fragmentsOf(p.field, p.drops) {
		_, _, has := fieldIn(fragments[name], field)
		switch isOfUser := strings.Contains(fragments[name], " on User {"); {
		case !has || slices.Contains(essential[name], field):
		case isOfUser:
			ofUser = append(ofUser, name+"."+field)
		default:
			out = append(out, name+"."+field)
		}
	}
	if len(ofUser) > 0 && (!inList || len(out) == 0) {
		return ofUser
	}
	return out
}

// quote returns s as a GraphQL string; JSON's escapes are valid there.
func quote(s string) string {
	b, err := json.Marshal(s)
	if err != nil {
		return `""`
	}
	return string(b)
}
