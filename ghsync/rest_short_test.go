package ghsync_test

import (
	"encoding/json"
	"io"
	"net/http"
	"slices"
	"strings"
	"sync/atomic"
	"testing"

	"github.com/ghresume/ghresume/ghsync"
	"github.com/ghresume/ghresume/internal/githubtest"
)

// changingOnce returns the address of a server whose first answer to a path is changed.
func changingOnce(t *testing.T, server *githubtest.Server, path string, change func(any) any) string {
	t.Helper()
	var done atomic.Bool
	return before(t, server, func(_ int, w http.ResponseWriter, r *http.Request) bool {
		if !strings.Contains(r.URL.Path, path) || !done.CompareAndSwap(false, true) {
			return false
		}
		res, err := http.Get(server.URL + r.URL.String())
		if err != nil {
			t.Error(err)
			return false
		}
		defer res.Body.Close()
		body, _ := io.ReadAll(res.Body)
		var answer any
		if err := json.Unmarshal(body, &answer); err != nil {
			t.Error(err)
		}
		body, _ = json.Marshal(change(answer))
		return refusing(w, res.StatusCode, string(body))
	})
}

// TestShortAnswersWithoutAToken: an answer that once lacks items, with or without a count,
// makes nothing poorer; what a first read lacks is there after the next one.
func TestShortAnswersWithoutAToken(t *testing.T) {
	server := start(t, rich())
	good, _ := fetch(t, at(server, ""), ghsync.Account{Login: "ada-demo"})
	want := content(t, good)
	half := func(answer any) any {
		switch answer := answer.(type) {
		case []any:
			return answer[:len(answer)/2]
		case map[string]any:
			items, _ := answer["items"].([]any)
			answer["items"] = items[:len(items)/2]
		}
		return answer
	}
	timedOut := func(answer any) any {
		answer.(map[string]any)["incomplete_results"] = true
		return half(answer)
	}
	for _, c := range []struct {
		path   string
		change func(any) any
	}{
		{"/social_accounts", half}, {"/orgs", half}, {"/releases", half}, {"ada-demo/repos", half}, {"/search/issues", half}, {"/search/issues", timedOut},
		{"/search/repositories", half}, {"/search/repositories", timedOut},
	} {
		address := changingOnce(t, server, c.path, c.change)
		server.Reset()
		s, _ := fetch(t, ghsync.SpeedUp(ghsync.Config{APIURL: address}, 1000), ghsync.Account{Login: "ada-demo", Old: good, Full: true})
		if got := content(t, s); got != want {
			t.Errorf("%s after a good read: %s", c.path, firstDifference(got, want))
		}
		if slices.Contains([]string{"/social_accounts", "/orgs", "/releases"}, c.path) {
			continue // nothing shows a first read that they are short
		}
		address = changingOnce(t, server, c.path, c.change)
		server.Reset()
		s, _ = fetch(t, ghsync.SpeedUp(ghsync.Config{APIURL: address}, 1000), ghsync.Account{Login: "ada-demo"})
		if len(s.Cut) <= len(good.Cut) && content(t, s) != want {
			t.Errorf("%s: nothing says that a first read lacks something", c.path)
		}
		server.Reset()
		s, _ = fetch(t, at(server, ""), ghsync.Account{Login: "ada-demo", Old: s})
		if got := content(t, s); got != want || len(s.Cut) != len(good.Cut) {
			t.Errorf("%s of a first read: %s, cut %v", c.path, firstDifference(got, want), s.Cut)
		}
	}
}
