package ghsync

import (
	"encoding/json"
	"fmt"
	"slices"
	"strings"

	"github.com/ghresume/ghresume/internal/lazy"
)

// document is the text of a query. drops are fields that no part asks for any
// more, each as "Fragment.field".
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

// fragmentsOf are the names of the fragments that a text needs without the fields
// that are dropped, in the order of their use.
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

// spread finds the fragments that a text names; "... on Type" is none.
var spread = lazy.New(`\.\.\.([A-Z]\w*)`)

// dropFields is the text of a fragment without some of its fields.
func dropFields(name string, drops []string) string {
	text := fragments[name]
	for _, drop := range drops {
		if field, ours := strings.CutPrefix(drop, name+"."); ours {
			if from, to, ok := fieldIn(text, field); ok {
				text = text[:from] + text[to:]
			}
		}
	}
	return text
}

// fieldIn finds a field of a fragment, its alias, arguments and selection included.
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

// endOfField is where the selection that begins at start ends.
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

// continues tells that a field's arguments or selection follow.
func continues(rest string) bool {
	rest = strings.TrimLeft(rest, " \n")
	return strings.HasPrefix(rest, "{") || strings.HasPrefix(rest, "(")
}

// essential are the fields without which a fragment says nothing, or what is not
// so: a fork without isFork would pass for the person's own work.
var essential = map[string][]string{
	"Profile": {"login"}, "Brief": {"id", "nameWithOwner", "isPrivate", "isFork"}, "Repo": {"id", "nameWithOwner", "isPrivate", "isFork"},
	"Work": {}, "Merged": {"number", "mergedAt", "repository"}, "Committed": {"commitContributionsByRepository"},
	"ByRepository": {"contributions", "resourcePath"}, "Listing": {"id", "root", "workflows"}, "Folder": {"entries"}, "Folders": {"entries"}, "Downloads": {"id", "releases"},
	"File": {"text", "isTruncated"},
}

// droppable finds the fragments of a part that can do without a field: those of
// what lists hold, or, where the field is not in a list, those of the account.
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

// quote makes a GraphQL string of s; JSON's escapes are GraphQL's.
func quote(s string) string {
	b, err := json.Marshal(s)
	if err != nil {
		return `""`
	}
	return string(b)
}
