package ghsync_test

import (
	"bytes"
	"encoding/json"
	"errors"
	"io"
	"maps"
	"net/http"
	"net/http/httptest"
	"net/http/httputil"
	"net/url"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/ghresume/ghresume/ghsync"
	"github.com/ghresume/ghresume/internal/githubtest"
	"github.com/ghresume/ghresume/resume"
)

// content returns what a snapshot says about an account, except how and when it was read.
func content(t *testing.T, s *resume.Snapshot) string {
	t.Helper()
	out := *s
	out.TakenAt, out.FullAt, out.ProfileAt, out.Turns, out.API, out.Unsearched, out.Cut = time.Time{}, time.Time{}, time.Time{}, nil, "", 0, nil
	out.Commits = slices.DeleteFunc(slices.Clone(s.Commits), func(c resume.CommitSpan) bool { return len(c.Commits) == 0 })
	for i := range out.Commits {
		out.Commits[i].ReadAt = time.Time{}
	}
	return bytesOf(t, out)
}

// rich returns an account in which every requested field has a value.
func rich() githubtest.Account {
	a := githubtest.Demo()
	a.Reviews, a.Issues, a.Answers = 31, 12, 9
	for i := range a.Repositories {
		r := &a.Repositories[i]
		r.History, r.UpdatedAt = 4000+i, r.PushedAt.Add(time.Hour)
	}
	a.Repositories[2].Template, a.Repositories[3].Disabled = true, true
	a.Repositories = append(a.Repositories, githubtest.Repository{Name: "night-watch/lamp", Organization: true, CreatedAt: now.AddDate(-3, 0, 0),
		PushedAt: now, Description: "Told by commits alone", Languages: map[string]int64{"Zig": 900}, Commits: []githubtest.Commits{{Year: 2025, Count: 77}}})
	return a
}

// deniable are the requested fields, by type.
var deniable = map[string][]string{
	"User": {"name", "bio", "company", "location", "websiteUrl", "url", "createdAt", "socialAccounts", "pinnedItems", "pullRequests",
		"repositories", "contributionsCollection", "repositoryDiscussionComments"},
	"Repository": {"description", "url", "homepageUrl", "stargazerCount", "forkCount", "isPrivate", "isFork", "isArchived", "pushedAt", "updatedAt",
		"primaryLanguage", "owner", "isEmpty", "isDisabled", "isTemplate", "createdAt", "licenseInfo", "defaultBranchRef", "languages",
		"repositoryTopics", "releases", "latestRelease", "object", "nameWithOwner", "id"},
	"PullRequest":                     {"number", "title", "headRefName", "mergedAt", "additions", "deletions", "authorAssociation", "repository"},
	"ContributionsCollection":         {"commitContributionsByRepository", "contributionYears", "totalCommitContributions"},
	"CommitContributionsByRepository": {"repository", "contributions", "resourcePath"},
	"Query":                           {"search", "nodes", "node", "repository"},
	"Tree":                            {"entries"},
	"TreeEntry":                       {"object", "name", "type"},
	"Blob":                            {"text", "isBinary", "byteSize"},
}

// essential are the fields without which a read is of little use: then its cost does not
// matter.
var essential = []string{"Query.search", "Query.nodes", "Repository.id", "Repository.nameWithOwner", "Repository.isPrivate", "Repository.isFork",
	"User.repositories", "PullRequest.number", "PullRequest.mergedAt"}

// TestWhatIsDeniedIsKept: if GitHub suddenly denies a field, its old values are kept, in
// a refresh and in a full read; or the read fails. A short run, which looks for races, does
// one of both for each field.
func TestWhatIsDeniedIsKept(t *testing.T) {
	server := start(t, rich())
	good, _ := fetch(t, at(server, githubtest.Token), ghsync.Account{Login: "ada-demo"})
	want := content(t, good)
	for _, kind := range slices.Sorted(maps.Keys(deniable)) {
		for i, field := range deniable[kind] {
			t.Run(kind+"."+field, func(t *testing.T) {
				t.Parallel()
				account := rich()
				account.Denied = []githubtest.Denial{{Field: kind + "." + field, Message: integration}}
				server := start(t, account)
				for _, full := range []bool{false, true} {
					if testing.Short() && full != (i%2 == 0) {
						continue
					}
					config := ghsync.SpeedUp(at(server, githubtest.Token), 5000)
					s, err := client(t, config).Fetch(t.Context(), ghsync.Account{Login: "ada-demo", Now: now, Old: good, Full: full})
					if own, ok := errors.AsType[*ghsync.Error](err); ok && own.Reason == ghsync.Refused {
						continue
					} else if err != nil {
						t.Fatal(err)
					}
					if got := content(t, s); got != want {
						t.Errorf("full %t: %s", full, firstDifference(got, want))
					}
					// A lasting denial is reported once and costs nothing.
					server.Reset()
					again, _ := fetch(t, config, ghsync.Account{Login: "ada-demo", Old: s})
					if got := content(t, again); got != want {
						t.Errorf("full %t, refreshed: %s", full, firstDifference(got, want))
					}
					if n := len(server.Requests()); n > 2 && !slices.Contains(essential, kind+"."+field) {
						t.Errorf("full %t: a refresh costs %d requests; cut %v", full, n, again.Cut)
					}
				}
			})
		}
	}
}

// altering starts a proxy of a server that changes the data of GraphQL's answers.
func altering(t *testing.T, server *githubtest.Server, change func(object map[string]any)) string {
	return alteringServer(t, server, func() func(map[string]any) { return change }).URL
}

// alteringServer starts such a proxy whose change differs from time to time; nil changes
// nothing.
func alteringServer(t *testing.T, server *githubtest.Server, changeNow func() func(object map[string]any)) *httptest.Server {
	t.Helper()
	target, err := url.Parse(server.URL)
	if err != nil {
		t.Fatal(err)
	}
	proxy := httputil.NewSingleHostReverseProxy(target)
	proxy.ModifyResponse = func(res *http.Response) error {
		change := changeNow()
		if change == nil {
			return nil
		}
		body, err := io.ReadAll(res.Body)
		if err != nil {
			return err
		}
		var answer any
		if err := json.Unmarshal(body, &answer); err != nil {
			return err
		}
		forEachObject(answer, change)
		if body, err = json.Marshal(answer); err != nil {
			return err
		}
		res.Body, res.ContentLength = io.NopCloser(bytes.NewReader(body)), int64(len(body))
		res.Header.Del("Content-Length")
		return nil
	}
	front := httptest.NewServer(proxy)
	t.Cleanup(front.Close)
	return front
}

func forEachObject(v any, visit func(map[string]any)) {
	switch v := v.(type) {
	case map[string]any:
		visit(v)
		for _, child := range v {
			forEachObject(child, visit)
		}
	case []any:
		for _, child := range v {
			forEachObject(child, visit)
		}
	}
}

func empty(list string) func(map[string]any) {
	return func(o map[string]any) {
		if page, ok := o[list].(map[string]any); ok {
			page["totalCount"], page["nodes"], page["pageInfo"] = 0, []any{}, map[string]any{"hasNextPage": false, "endCursor": nil}
		}
	}
}

// emptySearch removes all results, as if the account had never merged anything.
func emptySearch(o map[string]any) {
	if _, ok := o["issueCount"]; ok {
		o["issueCount"], o["nodes"], o["pageInfo"] = 0, []any{}, map[string]any{"hasNextPage": false, "endCursor": nil}
	}
	if _, ok := o["pullRequests"]; ok {
		o["pullRequests"] = map[string]any{"totalCount": 0, "nodes": []any{}}
	}
}

// noCommits hides the commits of all years.
func noCommits(o map[string]any) {
	if _, ok := o["commitContributionsByRepository"]; ok {
		o["commitContributionsByRepository"] = []any{}
	}
}

// TestListsThatComeEmpty: a list that is empty, seemingly complete, although its items
// still exist, removes nothing.
func TestListsThatComeEmpty(t *testing.T) {
	account := rich()
	busy := &account.Repositories[0]
	busy.Commits[len(busy.Commits)-1].Count = 330 // of the current year
	server := start(t, account)
	good, _ := fetch(t, at(server, githubtest.Token), ghsync.Account{Login: "ada-demo"})
	lists := map[string]func(map[string]any){"repositories": empty("repositories"), "search": emptySearch, "commits": noCommits}
	for name, change := range lists {
		for _, full := range []bool{false, true} {
			address := altering(t, server, change)
			s, _ := fetch(t, ghsync.Config{APIURL: address, Token: githubtest.Token}, ghsync.Account{Login: "ada-demo", Old: good, Full: full})
			s.Activity = good.Activity // its counts are truly zero
			if got, want := content(t, s), content(t, good); got != want {
				t.Errorf("%s, full %t: %s", name, full, firstDifference(got, want))
			}
			if (full || name == "commits") && !slices.ContainsFunc(s.Cut, func(c resume.Cut) bool { return c.Kept.Equal(good.TakenAt) || name == "commits" }) {
				t.Errorf("%s, full %t: nothing says so: %v", name, full, s.Cut)
			}
			for range 2 {
				s, _ = fetch(t, at(server, githubtest.Token), ghsync.Account{Login: "ada-demo", Old: s})
			}
			if got, want := content(t, s), content(t, good); got != want || len(s.Cut) > 0 {
				t.Errorf("%s, full %t: a healthy read gives another snapshot: %s; cut %v", name, full, firstDifference(got, want), s.Cut)
			}
		}
	}
}

// TestWhatIsRefusedWithoutATokenIsKept: so is what can never be read without one.
func TestWhatIsRefusedWithoutATokenIsKept(t *testing.T) {
	server := start(t, rich())
	for _, token := range []string{githubtest.Token, ""} {
		good, _ := fetch(t, at(server, token), ghsync.Account{Login: "ada-demo"})
		want := content(t, good)
		for _, path := range []string{"/nothing", "/orgs", "/social_accounts", "/search/issues", "/search/repositories", "/languages", "/releases", "/contents/", "/git/trees/"} {
			for _, status := range []int{403, 404, 422, 451} {
				address := before(t, server, func(_ int, w http.ResponseWriter, r *http.Request) bool {
					return strings.Contains(r.URL.Path, path) && refusing(w, status, `{"message": "Not for you"}`)
				})
				server.Reset()
				s, err := client(t, ghsync.SpeedUp(ghsync.Config{APIURL: address}, 5000)).Fetch(t.Context(), ghsync.Account{Login: "ada-demo", Now: now, Old: good, Full: true})
				if err != nil || path == "/languages" && status == 451 { // taken down, as the snapshot then says
					continue
				}
				if got := content(t, s); got != want {
					t.Errorf("of token %q: %s answers %d: %s", token, path, status, firstDifference(got, want))
				}
			}
		}
	}
}
