package githubtest

import (
	"bytes"
	"encoding/json"
	"fmt"
	"net/http"
	"strings"
	"testing"
)

// ask sends a query like a client that looks only at the data.
func ask(t *testing.T, s *Server, query string) (data map[string]any, errors string) {
	t.Helper()
	body, err := json.Marshal(map[string]string{"query": query})
	if err != nil {
		t.Fatal(err)
	}
	req, err := http.NewRequestWithContext(t.Context(), http.MethodPost, s.URL+"/graphql", bytes.NewReader(body))
	if err != nil {
		t.Fatal(err)
	}
	req.Header.Set("Authorization", "Bearer "+Token)
	res, err := http.DefaultClient.Do(req)
	if err != nil {
		t.Fatal(err)
	}
	defer res.Body.Close()
	var answer struct {
		Data   map[string]any
		Errors json.RawMessage
	}
	if err := json.NewDecoder(res.Body).Decode(&answer); err != nil {
		t.Fatal(err)
	}
	return answer.Data, string(answer.Errors)
}

// A client that ignores errors gets no data wherever GitHub would send none.
func TestACarelessClientGetsNothing(t *testing.T) {
	account := Demo()
	account.Denied = []Denial{{Field: "User.socialAccounts", Message: "Resource not accessible by integration"}}
	account.Lacks = []string{"Repository.isDisabled"}
	account.Heavy = []Heavy{{Field: "topic", Most: 50, As: GivenUp}}
	server := Start(account)
	defer server.Close()
	ids := strings.Repeat(`"R_x", `, 101)
	for query, want := range map[string]string{
		`{ user(login: "ada-demo") { login socialAccounts(first: 5) { nodes { url } } } }`: "FORBIDDEN",
		`{ user(login: "ada-demo") { repositories(first: 5) { nodes { isDisabled } } } }`:  "undefinedField",
		`{ user(login: "ada-demo") { repositories(first: 5) { nodes { sparkle } } } }`:     "undefinedField",
		`{ user(login: "ada-demo") { repositories { nodes { name } } } }`:                  "MISSING_PAGINATION_BOUNDARIES",
		`{ user(login: "ada-demo") { repositories(first: 101) { nodes { name } } } }`:      "EXCESSIVE_PAGINATION",
		`{ user(login: "ada-demo") { repositories(first: 0) { nodes { name } } } }`:        "EXCESSIVE_PAGINATION",
		`{ user(login: "ada-demo") { repositories(first: 100) { nodes { languages(first: 100) { edges { node { name } } } releases(first: 100) { nodes { releaseAssets(first: 100) { nodes { id } } } } } } } }`: "MAX_NODE_LIMIT_EXCEEDED",
		`{ nodes(ids: [` + ids + `]) { id } }`: "ARGUMENT_LIMIT",
		`{ user(login: "ada-demo") { contributionsCollection(from: "2020-01-01T00:00:00Z", to: "2021-06-01T00:00:00Z") { contributionYears } } }`: "1 year",
		`{ user(login: "nobody") { login } }`: "NOT_FOUND",
		`{ user(login: "ada-demo") { repositories(first: 50) { nodes { repositoryTopics(first: 9) { nodes { topic { name } } } } } } }`: "RESOURCE_LIMITS_EXCEEDED",
	} {
		data, errors := ask(t, server, query)
		if !strings.Contains(errors, want) || data["user"] != nil || data["nodes"] != nil {
			t.Errorf("%s\n%v, errors %s, want %s", query, data, errors, want)
		}
	}
	if data, errors := ask(t, server, `{ user(login: "ada-demo") { login releases: repositories { totalCount } } }`); errors != "" || data["user"] == nil {
		t.Errorf("a count needs no page: %s", errors)
	}
}

// The limits are GitHub's, and can be used up.
func TestLimitsEnd(t *testing.T) {
	server := Start(Demo())
	defer server.Close()
	for i := range 62 {
		res, err := http.Get(server.URL + "/users/ada-demo")
		if err != nil {
			t.Fatal(err)
		}
		res.Body.Close()
		want, left := http.StatusOK, fmt.Sprint(max(0, 59-i))
		if i >= 60 {
			want = http.StatusForbidden
		}
		if got := res.Header.Get("X-RateLimit-Remaining"); res.StatusCode != want || got != left {
			t.Fatalf("request %d: %d, %s left", i+1, res.StatusCode, got)
		}
	}
	query := `{ user(login: "ada-demo") { repositories(first: 100) { nodes { languages(first: 1) { edges { size } } topics: repositoryTopics(first: 1) { nodes { topic { name } } } } } } }`
	for i := range 2600 {
		if _, errors := ask(t, server, query); errors != "" {
			if !strings.Contains(errors, "graphql_rate_limit") || i < 2490 || i > 2510 {
				t.Errorf("query %d: %s", i+1, errors)
			}
			return
		}
	}
	t.Error("GraphQL has no end")
}
