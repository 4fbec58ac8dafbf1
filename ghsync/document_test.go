package ghsync

import (
	"strings"
	"testing"
)

// Every field of every fragment can be found and left out, and the rest stays.
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
