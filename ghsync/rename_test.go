package ghsync_test

import (
	"net/http"
	"strings"
	"testing"
	"time"

	"github.com/ghresume/ghresume/ghsync"
	"github.com/ghresume/ghresume/internal/githubtest"
)

// TestAnAccountWithANewName: GitHub leads from the old name to the new one by REST alone.
// The account is read under its new name, which is said, with a token and without.
func TestAnAccountWithANewName(t *testing.T) {
	for _, token := range []string{"", githubtest.Token} {
		account := githubtest.Demo()
		server := start(t, account)
		address := before(t, server, func(_ int, w http.ResponseWriter, r *http.Request) bool {
			rest, isOld := strings.CutPrefix(strings.TrimPrefix(r.URL.Path, "/api/v3"), "/users/ada-once")
			switch {
			case isOld && rest == "":
				http.Redirect(w, r, "/api/v3/users/ada-demo", http.StatusMovedPermanently)
			case isOld:
				return refusing(w, 404, `{"message": "Not Found"}`)
			default:
				return false
			}
			return true
		})
		good, _ := fetch(t, at(server, token), ghsync.Account{Login: "ada-demo"})
		old := *good
		old.Login = "ada-once"
		for _, known := range []bool{false, true} {
			var notices []string
			c := client(t, ghsync.Config{APIURL: address, Token: token, Timeout: time.Minute, Notice: func(s string) { notices = append(notices, s) }})
			a := ghsync.Account{Login: "ada-once", Now: now}
			if known {
				a.Old = &old
			}
			server.Reset()
			s, err := c.Fetch(t.Context(), a)
			if err != nil {
				t.Errorf("token %q, known %t: %v", token, known, err)
				continue
			}
			if said := strings.Join(notices, "\n"); s.Login != "ada-demo" || len(s.Repositories) != len(good.Repositories) || !strings.Contains(said, "is now called ada-demo") {
				t.Errorf("token %q, known %t: %s, %d repositories, said %q", token, known, s.Login, len(s.Repositories), said)
			}
		}
	}
}
