package ghsync

import (
	"fmt"
	"net/http"
	"net/http/httptest"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/ghresume/ghresume/resume"
)

// TestTokenStaysWithItsHost: the token is sent only to its own host, wherever a response
// redirects the client, and no error contains it.
func TestTokenStaysWithItsHost(t *testing.T) {
	const token = "ghp_secretsecretsecret"
	var mu sync.Mutex
	elsewhere, here := []string{}, 0
	stranger := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		mu.Lock()
		defer mu.Unlock()
		elsewhere = append(elsewhere, r.Header.Get("Authorization")+r.URL.RawQuery)
		_, _ = w.Write([]byte(`{"login": "ada", "type": "User"}`))
	}))
	defer stranger.Close()
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		mu.Lock()
		defer mu.Unlock()
		if r.Header.Get("Authorization") == "Bearer "+token {
			here++
		}
		http.Redirect(w, r, stranger.URL+r.URL.Path, http.StatusTemporaryRedirect)
	}))
	defer server.Close()
	c, err := New(SpeedUp(Config{APIURL: server.URL, Token: token, Timeout: 10 * time.Second}, 1000))
	if err != nil {
		t.Fatal(err)
	}
	_, err = c.Fetch(t.Context(), Account{Login: "ada", Now: time.Now()})
	mu.Lock() // an abandoned request may still be answered
	defer mu.Unlock()
	if here == 0 || len(elsewhere) == 0 {
		t.Fatalf("%d requests with the token, %d elsewhere", here, len(elsewhere))
	}
	if strings.Contains(strings.Join(elsewhere, " "), token) || err != nil && strings.Contains(err.Error(), token) {
		t.Errorf("the token is out: %v, %v", elsewhere, err)
	}
}

// TestTokenThatComesBackIsNotPrinted: an answer may contain the headers of its request.
func TestTokenThatComesBackIsNotPrinted(t *testing.T) {
	const token = "ghp_secretsecretsecret"
	for _, format := range []string{
		`{"message": "bad header %s"}`,
		`{"errors": [{"type": "FORBIDDEN", "message": "bad header %s"}], "data": null}`,
		`<html>%s</html>`,
	} {
		for _, status := range []int{200, 400, 403, 404, 502} {
			server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
				w.WriteHeader(status)
				_, _ = fmt.Fprintf(w, format, r.Header.Get("Authorization"))
			}))
			defer server.Close()
			c, err := New(SpeedUp(Config{APIURL: server.URL, Token: token, Timeout: 10 * time.Second}, 10000))
			if err != nil {
				t.Fatal(err)
			}
			switch _, err = c.Fetch(t.Context(), Account{Login: "ada", Now: time.Now()}); {
			case err == nil:
				t.Errorf("%d %s: no error", status, format)
			case strings.Contains(err.Error(), token):
				t.Errorf("%d %s: %v", status, format, err)
			}
		}
	}
}

// TestPrivateWorkStaysOut: whatever GitHub answers, a private repository is in a snapshot
// only if the profile allows that and names it.
func TestPrivateWorkStaysOut(t *testing.T) {
	snapshot := func() *resume.Snapshot {
		return &resume.Snapshot{Login: "ada", Repositories: []resume.Repository{{Name: "ada/open"}, {Name: "ada/secret", Private: true}, {Name: "ada/other", Private: true}}}
	}
	for _, test := range []struct {
		account Account
		want    string
	}{
		{Account{}, "ada/open"},
		{Account{Private: true}, "ada/open"},
		{Account{Include: []string{"ada/secret"}}, "ada/open"},
		{Account{Private: true, Include: []string{"ada/secret"}}, "ada/open ada/secret"},
	} {
		s := snapshot()
		keepPublic(s, test.account)
		var names []string
		for _, r := range s.Repositories {
			names = append(names, r.Name)
		}
		if got := strings.Join(names, " "); got != test.want {
			t.Errorf("private %t, include %v: %s", test.account.Private, test.account.Include, got)
		}
	}
}
