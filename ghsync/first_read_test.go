package ghsync_test

import (
	"net/http"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/ghresume/ghresume/ghsync"
	"github.com/ghresume/ghresume/internal/githubtest"
	"github.com/ghresume/ghresume/resume"
)

// TestDuplicatesAreMissing: a pull request that comes twice stands in the place of another.
func TestDuplicatesAreMissing(t *testing.T) {
	server := start(t, rich())
	twice := func(o map[string]any) {
		for list, count := range map[string]string{"nodes": "issueCount", "items": "total_count"} {
			if items, ok := o[list].([]any); ok && o[count] != nil && len(items) > 2 {
				items[1] = items[0]
			}
		}
	}
	address := altering(t, server, twice)
	for _, token := range []string{githubtest.Token, ""} {
		s, _ := fetch(t, ghsync.SpeedUp(ghsync.Config{APIURL: address, Token: token}, 1000), ghsync.Account{Login: "ada-demo"})
		if !slices.ContainsFunc(s.Cut, func(c resume.Cut) bool { return c.Part == resume.CutContributions && c.Count == 1 }) {
			t.Errorf("token %q: nothing says that one is missing: %v", token, s.Cut)
		}
	}
}

// TestListedOnly: the technologies of a repository that GitHub lists but does not find
// stay, or are said to be missing and come with the next read.
func TestListedOnly(t *testing.T) {
	server := start(t, rich())
	config := at(server, githubtest.Token)
	good, _ := fetch(t, config, ghsync.Account{Login: "ada-demo"})
	want := content(t, good)
	address := altering(t, server, func(o map[string]any) {
		parts, _ := o["data"].(map[string]any)
		for name, part := range parts {
			nodes, _ := part.([]any)
			if len(nodes) == 0 {
				continue
			}
			if node, isNode := nodes[0].(map[string]any); isNode && node["root"] != nil {
				nodes[0] = nil
				o["errors"] = []any{map[string]any{"type": "NOT_FOUND", "path": []any{name, 0}, "message": "Could not resolve to a node"}}
			}
		}
	})
	broken := ghsync.SpeedUp(ghsync.Config{APIURL: address, Token: githubtest.Token}, 1000)
	s, _ := fetch(t, broken, ghsync.Account{Login: "ada-demo", Old: good, Full: true})
	if got := content(t, s); got != want {
		t.Errorf("after a good read: %s", firstDifference(got, want))
	}
	first, _ := fetch(t, broken, ghsync.Account{Login: "ada-demo"})
	if !slices.ContainsFunc(first.Cut, func(c resume.Cut) bool { return c.Part == resume.CutFiles && ghsync.IsGap(c) }) {
		t.Errorf("nothing says that files are missing: %v", first.Cut)
	}
	if !first.FullAt.IsZero() {
		t.Error("the next read believes the rest of a first read with gaps")
	}
	s, _ = fetch(t, config, ghsync.Account{Login: "ada-demo", Old: first})
	if got := content(t, s); got != want || len(s.Cut) > 0 {
		t.Errorf("the next read: %s; cut %v", firstDifference(got, want), s.Cut)
	}
}

// TestRESTBlockedLater: what is denied of a repository that was read before stays, unless
// the list says that the repository is disabled.
func TestRESTBlockedLater(t *testing.T) {
	server := start(t, rich())
	good, _ := fetch(t, at(server, ""), ghsync.Account{Login: "ada-demo"})
	want := content(t, good)
	for _, status := range []int{http.StatusNotFound, http.StatusUnavailableForLegalReasons} {
		server.Reset()
		address := before(t, server, func(_ int, w http.ResponseWriter, r *http.Request) bool {
			return strings.Contains(r.URL.Path, "/repos/ada-demo/punchcard/") && refusing(w, status, `{"message": "Repository access blocked"}`)
		})
		s, _ := fetch(t, ghsync.SpeedUp(ghsync.Config{APIURL: address}, 1000), ghsync.Account{Login: "ada-demo", Old: good, Full: true})
		if got := content(t, s); got != want {
			t.Errorf("%d: %s", status, firstDifference(got, want))
		}
	}
}

// TestPinnedIsReadOnce: a pinned repository of an organization with merged pull requests is
// looked up by name, not by ID, too.
func TestPinnedIsReadOnce(t *testing.T) {
	server := start(t, rich())
	s, _ := fetch(t, at(server, githubtest.Token), ghsync.Account{Login: "ada-demo"})
	nodeLists := regexp.MustCompile(`nodes\(ids: [^)]*\)`) // files are not read by such lists
	for _, repo := range s.Repositories {
		if !slices.Contains(s.Pinned, repo.Name) || strings.HasPrefix(repo.Name, "ada-demo/") {
			continue
		}
		for _, query := range server.Queries() {
			if lists := nodeLists.FindAllString(query, -1); slices.ContainsFunc(lists, func(ids string) bool { return strings.Contains(ids, `"`+repo.ID+`"`) }) {
				t.Errorf("%s is also read by ID", repo.Name)
			}
		}
	}
}

// TestFirstReadsSayWhatIsNull: a first read cannot keep what a list lacks, so it says so; then
// no file loses it.
func TestFirstReadsSayWhatIsNull(t *testing.T) {
	server := start(t, rich())
	good, _ := fetch(t, at(server, githubtest.Token), ghsync.Account{Login: "ada-demo"})
	first := func(items []any) any { return append([]any{nil}, items[1:]...) }
	for field, c := range map[string]struct {
		part resume.CutPart
		cut  func([]any) any
	}{
		"socialAccounts": {resume.CutProfile, first},
		"releases":       {resume.CutDownloads, func([]any) any { return nil }},
		"releaseAssets":  {resume.CutDownloads, func([]any) any { return nil }},
	} {
		address := altering(t, server, shorten(field, "nodes", c.cut))
		config := ghsync.SpeedUp(ghsync.Config{APIURL: address, Token: githubtest.Token}, 1000)
		s, _ := fetch(t, config, ghsync.Account{Login: "ada-demo"})
		if !slices.ContainsFunc(s.Cut, func(cut resume.Cut) bool { return cut.Part == c.part }) {
			t.Errorf("%s: nothing says so: %v", field, s.Cut)
		}
		kept, _ := fetch(t, config, ghsync.Account{Login: "ada-demo", Old: good, Full: true})
		if got, want := content(t, kept), content(t, good); got != want {
			t.Errorf("%s: a full read lost %s", field, firstDifference(got, want))
		}
	}
}

// TestDownloadsOfPinnedRepositories: those of an organization are looked up by name; if their
// downloads are not given, the snapshot says so.
func TestDownloadsOfPinnedRepositories(t *testing.T) {
	account := rich()
	for i := range account.Repositories {
		account.Repositories[i].Releases = nil
	}
	account.Repositories = append(account.Repositories, githubtest.Repository{Name: "guild/loom", ID: "R_loom", Organization: true, PushedAt: now, Stars: 90,
		Releases: []githubtest.Release{{Tag: "v1", At: now, Downloads: 40}}})
	account.Pinned = append(account.Pinned, "guild/loom")
	address := altering(t, start(t, account), shorten("releases", "nodes", func([]any) any { return nil }))
	s, _ := fetch(t, ghsync.SpeedUp(ghsync.Config{APIURL: address, Token: githubtest.Token}, 1000), ghsync.Account{Login: "ada-demo"})
	if !slices.ContainsFunc(s.Cut, func(c resume.Cut) bool { return c.Part == resume.CutDownloads }) {
		t.Errorf("nothing says so: %v", s.Cut)
	}
}

// TestGapsOfTwoReadsAreGaps: what the first read did not get is not kept by the second, but
// still missing; the third counts it as lasting.
func TestGapsOfTwoReadsAreGaps(t *testing.T) {
	account := rich()
	good, _ := fetch(t, at(start(t, account), githubtest.Token), ghsync.Account{Login: "ada-demo"})
	for _, field := range []string{"text", "issueCount"} {
		account := rich()
		account.Heavy = []githubtest.Heavy{{Field: field, Most: 0, As: githubtest.GivenUp}}
		server := start(t, account)
		config := ghsync.SpeedUp(at(server, githubtest.Token), 1000)
		var s *resume.Snapshot
		for run := 1; run <= 3; run++ {
			s, _ = fetch(t, config, ghsync.Account{Login: "ada-demo", Old: s})
			if hasGap := slices.ContainsFunc(s.Cut, ghsync.IsGap); hasGap != (run < 3) {
				t.Errorf("%s: read %d: %v", field, run, s.Cut)
			}
		}
		server.Set(rich())
		if healed, _ := fetch(t, config, ghsync.Account{Login: "ada-demo", Old: s, Full: true}); content(t, healed) != content(t, good) {
			t.Errorf("%s: %s", field, firstDifference(content(t, healed), content(t, good)))
		}
	}
}
