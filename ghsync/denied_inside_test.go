package ghsync_test

import (
	"strings"
	"testing"

	"github.com/ghresume/ghresume/ghsync"
	"github.com/ghresume/ghresume/internal/githubtest"
)

// TestDenialsInsideAField: what is denied inside a field takes that field along, not
// another one of the same name.
func TestDenialsInsideAField(t *testing.T) {
	good, _ := fetch(t, at(start(t, rich()), githubtest.Token), ghsync.Account{Login: "ada-demo"})
	want := content(t, good)
	for field, told := range map[string]string{"Language.name": "anguages", "SocialAccount.url": "accounts on other networks", "Topic.name": "topics"} {
		account := rich()
		account.Denied = []githubtest.Denial{{Field: field, Message: integration}}
		server := start(t, account)
		for _, full := range []bool{false, true} {
			s, _ := fetch(t, at(server, githubtest.Token), ghsync.Account{Login: "ada-demo", Old: good, Full: full})
			if got := content(t, s); got != want {
				t.Errorf("%s, full %t: %s", field, full, firstDifference(got, want))
			}
			for _, c := range s.Cut {
				if !strings.Contains(c.What, told) {
					t.Errorf("%s, full %t: cut %v", field, full, c)
				}
			}
		}
	}
}
