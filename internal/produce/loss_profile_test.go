package produce

import (
	"slices"
	"strings"
	"testing"

	"github.com/ghresume/ghresume/internal/load"
	"github.com/ghresume/ghresume/resume"
)

// TestDeniedProfile: what is denied of the person takes nothing from a file, but a text that
// says something else was edited, and what is not denied may go.
func TestDeniedProfile(t *testing.T) {
	const old = "# Ada Lovelace\n\nTurin · [ada.test](https://ada.test) · [github.com/ada](https://github.com/ada)\n\n## Summary\n\nBuilds looms.\n\n[loom](https://github.com/ada/loom)\n"
	for name, c := range map[string]struct {
		field, now string
		want       []string
	}{
		"bio":     {"Profile.bio", "# Ada Lovelace\n\nTurin · [ada.test](https://ada.test) · [github.com/ada](https://github.com/ada)\n\n[loom](https://github.com/ada/loom)\n", []string{"Builds", "Summary", "looms"}},
		"name":    {"Profile.name", "# ada\n\nTurin · [ada.test](https://ada.test) · [github.com/ada](https://github.com/ada)\n\n## Summary\n\nBuilds looms.\n\n[loom](https://github.com/ada/loom)\n", []string{"Lovelace", "Ada Lovelace"}},
		"website": {"Profile.websiteUrl", "# Ada Lovelace\n\nTurin · [github.com/ada](https://github.com/ada)\n\n## Summary\n\nBuilds looms.\n\n[loom](https://github.com/ada/loom)\n", []string{"https://ada.test"}},
		"address": {"Profile.url", "# Ada Lovelace\n\nTurin · [ada.test](https://ada.test)\n\n## Summary\n\nBuilds looms.\n\n[loom](https://github.com/ada/loom)\n", []string{"https://github.com/ada"}},
		"edited":  {"Profile.bio", "# Ada Lovelace\n\nTurin\n\n## Summary\n\nDesigns engines.\n", nil},
		"a list":  {"Profile.socialAccounts", "# Ada Lovelace\n", nil},
	} {
		u := &unseen{"github.com", &resume.Snapshot{Login: "ada"}, []resume.Cut{{Part: resume.CutDetails, Field: c.field, Lasting: true}}, false}
		got := u.profile([]byte(old), []byte(c.now))
		for _, want := range c.want {
			if !slices.Contains(got, want) {
				t.Errorf("%s: %q lacks %q", name, got, want)
			}
		}
		if (len(got) > 0) != (len(c.want) > 0) {
			t.Errorf("%s: %q, want %q", name, got, c.want)
		}
	}
}

// TestDeniedRoles: a role that is denied is not lost, with a token, too.
func TestDeniedRoles(t *testing.T) {
	snapshot := unseenSnapshot()
	snapshot.API = "graphql"
	snapshot.Cut = []resume.Cut{{Part: resume.CutDetails, What: "roles in projects", Why: "denied", Lasting: true}}
	u := unseenFirst("github.com", &load.Sources{Snapshot: snapshot, IsFirst: true})
	if got := u.roles([]byte(unseenReadme), []byte(unseenReadme)); len(got) != 0 {
		t.Errorf("nothing was lost, but %q is reported", got)
	}
	if got := u.roles([]byte(unseenReadme), []byte(strings.Replace(unseenReadme, ", Member", "", 1))); !slices.Equal(got, []string{"the role in guild/oven"}) {
		t.Errorf("got %q", got)
	}
}
