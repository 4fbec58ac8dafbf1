package ghsync_test

import (
	"errors"
	"net/http"
	"net/http/httptest"
	"reflect"
	"testing"
	"time"

	"github.com/ghresume/ghresume/ghsync"
	"github.com/ghresume/ghresume/internal/githubtest"
)

func TestAccessOfTokens(t *testing.T) {
	account := githubtest.Demo()
	account.Repositories = append(account.Repositories, githubtest.Repository{Name: "ada-demo/secret", Private: true})
	server := start(t, account)
	reset := time.Unix(4102444800, 0)
	for token, want := range map[string]ghsync.Access{
		"": {Private: -1, REST: ghsync.Limit{Left: 60, Total: 60}, Search: ghsync.Limit{Left: 10, Total: 10}},
		githubtest.Token: {Login: "ada-demo", Scopes: []string{"read:user", "public_repo"}, Scoped: true, Private: 1,
			REST: ghsync.Limit{Left: 5000, Total: 5000}, Search: ghsync.Limit{Left: 30, Total: 30}, GraphQL: ghsync.Limit{Left: 5000, Total: 5000}},
	} {
		got, err := client(t, at(server, token)).Access(t.Context())
		if err != nil {
			t.Fatal(err)
		}
		for _, limit := range []*ghsync.Limit{&got.REST, &got.Search, &got.GraphQL} {
			if !limit.Reset.Equal(reset) {
				t.Errorf("resets at %s", limit.Reset)
			}
			limit.Reset = time.Time{}
		}
		if !reflect.DeepEqual(*got, want) {
			t.Errorf("token %q: %+v", token, *got)
		}
	}
}

// TestAccessOfAWorkflow: its token belongs to nobody and expires; GitHub denies /user.
func TestAccessOfAWorkflow(t *testing.T) {
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("GitHub-Authentication-Token-Expiration", "2026-11-09 10:00:00 UTC")
		if r.URL.Path != "/api/v3/rate_limit" {
			w.WriteHeader(http.StatusForbidden)
			w.Write([]byte(`{"message": "Resource not accessible by integration"}`))
			return
		}
		w.Write([]byte(`{"resources": {}}`))
	}))
	t.Cleanup(server.Close)
	got, err := client(t, ghsync.Config{Token: "ghs_x", APIURL: server.URL}).Access(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	want := ghsync.Access{Private: -1, Expires: time.Date(2026, 11, 9, 10, 0, 0, 0, time.UTC)}
	if !reflect.DeepEqual(*got, want) {
		t.Errorf("%+v", *got)
	}
}

func TestAccessWithABadToken(t *testing.T) {
	_, err := client(t, at(start(t, githubtest.Demo()), "ghp_wrong")).Access(t.Context())
	if own, ok := errors.AsType[*ghsync.Error](err); !ok || own.Reason != ghsync.BadToken {
		t.Errorf("got %v", err)
	}
}
