package ghsync

import (
	"strings"
	"testing"
)

// TestFieldNames: every field that can be left out has a plain English name.
func TestFieldNames(t *testing.T) {
	for fragment, text := range fragments {
		open := strings.IndexByte(text, '{')
		for at := open + 1; ; {
			start := at + len(text[at:]) - len(strings.TrimLeft(text[at:], " \n"))
			end := endOfField(text, start)
			if end <= start {
				break
			}
			field := strings.TrimRight(strings.FieldsFunc(text[start:end], func(r rune) bool { return r == ' ' || r == '(' || r == '\n' })[0], ":")
			p := part{field: "node { ..." + fragment + " }"}
			for _, drop := range p.droppable(field, true) {
				if name := fieldName(drop); strings.HasPrefix(name, "the field") && !strings.Contains(drop, "...") {
					t.Errorf("%s has no name", drop)
				}
			}
			at = end
		}
	}
}

// TestDropFields: every field of every fragment can be left out without other changes.
func TestDropFields(t *testing.T) {
	for name, text := range fragments {
		for _, field := range []string{"nameWithOwner", "releases", "latestRelease", "socialAccounts", "pinnedItems", "repository", "root", "title", "isPrivate"} {
			_, _, has := fieldIn(text, field)
			without := dropFields(name, []string{name + "." + field})
			if has != (without != text) || strings.Count(without, "{") != strings.Count(without, "}") {
				t.Errorf("%s without %s:\n%s", name, field, without)
			}
			if _, _, still := fieldIn(without, field); still {
				t.Errorf("%s still holds %s:\n%s", name, field, without)
			}
		}
	}
	if got := dropFields("Merged", []string{"Merged.title"}); strings.Contains(got, "title") || !strings.Contains(got, "repository { ...Brief }") {
		t.Errorf("got %s", got)
	}
}
