package ghsync_test

import (
	"bytes"
	"encoding/json"
	"io"
	"maps"
	"net/http"
	"net/http/httptest"
	"net/http/httputil"
	"net/url"
	"slices"
	"testing"

	"github.com/ghresume/ghresume/ghsync"
	"github.com/ghresume/ghresume/internal/githubtest"
	"github.com/ghresume/ghresume/resume"
)

// spoilingAnswers starts a proxy of a server that changes GraphQL's answers, including their errors.
func spoilingAnswers(t *testing.T, server *githubtest.Server, change func(answer map[string]any)) string {
	t.Helper()
	target, err := url.Parse(server.URL)
	if err != nil {
		t.Fatal(err)
	}
	proxy := httputil.NewSingleHostReverseProxy(target)
	proxy.ModifyResponse = func(res *http.Response) error {
		body, err := io.ReadAll(res.Body)
		if err != nil {
			return err
		}
		var answer map[string]any
		if json.Unmarshal(body, &answer) == nil && answer["data"] != nil {
			change(answer)
			if body, err = json.Marshal(answer); err != nil {
				return err
			}
		}
		res.Body, res.ContentLength = io.NopCloser(bytes.NewReader(body)), int64(len(body))
		res.Header.Del("Content-Length")
		return nil
	}
	front := httptest.NewServer(proxy)
	t.Cleanup(front.Close)
	return front.URL
}

// failingOnce makes one value of a field null in every answer, with an error of no type.
func failingOnce(field string) func(map[string]any) {
	return func(answer map[string]any) {
		if path := pathTo(answer["data"], field); path != nil {
			parent := answer["data"]
			for _, step := range path[:len(path)-1] {
				parent = child(parent, step)
			}
			parent.(map[string]any)[field] = nil
			errors, _ := answer["errors"].([]any)
			answer["errors"] = append(errors, map[string]any{"message": "Something went wrong while executing your query. Please include `A1:B2` when reporting this issue.", "path": path})
		}
	}
}

func child(v, step any) any {
	if name, ok := step.(string); ok {
		return v.(map[string]any)[name]
	}
	return v.([]any)[step.(int)]
}

// pathTo returns the path to the first value of a field that is not null.
func pathTo(v any, field string) []any {
	switch v := v.(type) {
	case map[string]any:
		if v[field] != nil {
			return []any{field}
		}
		for _, name := range slices.Sorted(maps.Keys(v)) {
			if rest := pathTo(v[name], field); rest != nil {
				return append([]any{name}, rest...)
			}
		}
	case []any:
		for i := range v {
			if rest := pathTo(v[i], field); rest != nil {
				return append([]any{i}, rest...)
			}
		}
	}
	return nil
}

// TestOneFailedField: one value that GitHub fails to give is left out, with its reason, and
// asked for again by the next read. It makes nothing else smaller.
func TestOneFailedField(t *testing.T) {
	server := start(t, rich())
	good, _ := fetch(t, at(server, githubtest.Token), ghsync.Account{Login: "ada-demo"})
	first := len(server.Requests())
	want := content(t, good)
	for _, field := range []string{"bio", "name", "description", "homepageUrl", "pushedAt", "primaryLanguage", "licenseInfo", "spdxId", "defaultBranchRef", "languages", "latestRelease",
		"publishedAt", "history", "root", "src", "object", "entries", "text", "isBinary", "f0", "target"} {
		t.Run(field, func(t *testing.T) {
			t.Parallel()
			server := start(t, rich())
			config := ghsync.SpeedUp(ghsync.Config{APIURL: spoilingAnswers(t, server, failingOnce(field)), Token: githubtest.Token}, 1000)
			for mode, a := range map[string]ghsync.Account{"refresh": {Old: good}, "full": {Old: good, Full: true}, "first": {}} {
				a.Login = "ada-demo"
				server.Reset()
				s, _ := fetch(t, config, a)
				if n, most := len(server.Requests()), 2*first; n > most {
					t.Errorf("%s: %d requests, want at most %d", mode, n, most)
				}
				if is := content(t, s); a.Old != nil && is != want {
					t.Errorf("%s: %s; cut %v", mode, firstDifference(is, want), s.Cut)
				} else if is != want && !slices.ContainsFunc(s.Cut, ghsync.IsGap) {
					t.Errorf("%s: nothing says that something is missing: %s", mode, firstDifference(is, want))
				}
				if i := slices.IndexFunc(s.Cut, func(c resume.Cut) bool { return c.Lasting || c.Kept.IsZero() == (a.Old != nil) }); i >= 0 {
					t.Errorf("%s: cut %+v", mode, s.Cut[i])
				}
				server.Reset()
				next, _ := fetch(t, at(server, githubtest.Token), ghsync.Account{Login: "ada-demo", Old: s})
				if is := content(t, next); is != want || len(next.Cut) > 0 {
					t.Errorf("%s: a good refresh gives %s; cut %v", mode, firstDifference(is, want), next.Cut)
				}
			}
		})
	}
}

// failingItem makes one item of lists with a name null in every answer, with such an error.
// The list is that below a field.
func failingItem(field, list string) func(map[string]any) {
	return func(answer map[string]any) {
		data := answer["data"].(map[string]any)
		for _, name := range slices.Sorted(maps.Keys(data)) {
			path, v := []any{name}, data[name]
			if object, ok := v.(map[string]any); ok && field != "" {
				path, v = append(path, field), object[field]
			}
			if object, ok := v.(map[string]any); ok && list != "" {
				path, v = append(path, list), object[list]
			}
			if items, ok := v.([]any); ok && len(items) > 1 && items[0] != nil {
				items[0] = nil
				errors, _ := answer["errors"].([]any)
				answer["errors"] = append(errors, map[string]any{"type": "INTERNAL", "message": "Something went wrong.", "path": append(path, 0)})
			}
		}
	}
}

// TestOneFailedItem: one item of a list that GitHub fails to give is kept from the snapshot or
// told, and read when GitHub gives it again.
func TestOneFailedItem(t *testing.T) {
	good, _ := fetch(t, at(start(t, rich()), githubtest.Token), ghsync.Account{Login: "ada-demo"})
	want := content(t, good)
	for name, fails := range map[string]func(map[string]any){
		"repositories": failingItem("repositories", "nodes"), "search": failingItem("", "nodes"), "nodes by ID": failingItem("", ""), "pins": failingItem("pinnedItems", "nodes"),
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			server := start(t, rich())
			config := ghsync.SpeedUp(ghsync.Config{APIURL: spoilingAnswers(t, server, fails), Token: githubtest.Token}, 1000)
			for mode, a := range map[string]ghsync.Account{"refresh": {Old: good}, "full": {Old: good, Full: true}, "first": {}} {
				a.Login = "ada-demo"
				server.Reset()
				s, _ := fetch(t, config, a)
				if n := len(server.Requests()); n > 12 {
					t.Errorf("%s: %d requests; cut %v", mode, n, s.Cut)
				}
				if is := content(t, s); a.Old != nil && is != want {
					t.Errorf("%s: %s; cut %v", mode, firstDifference(is, want), s.Cut)
				} else if is != want && !slices.ContainsFunc(s.Cut, ghsync.IsGap) {
					t.Errorf("%s: nothing says that something is missing: %s; cut %v", mode, firstDifference(is, want), s.Cut)
				}
				server.Reset()
				next, _ := fetch(t, at(server, githubtest.Token), ghsync.Account{Login: "ada-demo", Old: s})
				if is := content(t, next); is != want || len(next.Cut) > 0 {
					t.Errorf("%s: a good refresh gives %s; cut %v", mode, firstDifference(is, want), next.Cut)
				}
			}
		})
	}
}
