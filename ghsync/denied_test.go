package ghsync_test

import (
	"strings"
	"testing"

	"github.com/ghresume/ghresume/ghsync"
	"github.com/ghresume/ghresume/internal/githubtest"
	"github.com/ghresume/ghresume/resume"
)

// denying returns the demo account with fields that are denied to tokens.
func denying(denials ...githubtest.Denial) githubtest.Account {
	a := githubtest.Demo()
	a.Denied = denials
	return a
}

const integration = "Resource not accessible by integration"

// TestDeniedFields: a denied field makes its parents null. Everything else is read, the
// denial is reported once, in GitHub's words, and a refresh costs no more.
func TestDeniedFields(t *testing.T) {
	good, _ := goodSnapshot(t, ghsync.Account{Login: "ada-demo"})
	for _, field := range []string{
		"User.socialAccounts", "User.pinnedItems", "User.pullRequests", "User.repositoryDiscussionComments",
		"Repository.releases", "Repository.repositoryTopics", "Repository.licenseInfo", "PullRequest.authorAssociation",
		"CommitContributionsByRepository.repository",
	} {
		t.Run(field, func(t *testing.T) {
			t.Parallel()
			server := start(t, denying(githubtest.Denial{Field: field, Message: integration}))
			config := at(server, githubtest.Token)
			s, _ := fetch(t, config, ghsync.Account{Login: "ada-demo"})
			if len(s.Repositories) != len(good.Repositories) || len(s.Contributions) != len(good.Contributions) || s.User.Name != good.User.Name {
				t.Fatalf("%d repositories, %d contributions, name %q", len(s.Repositories), len(s.Contributions), s.User.Name)
			}
			for _, c := range s.Cut {
				if !c.Lasting || !strings.Contains(c.Why, integration) {
					t.Errorf("cut %+v", c)
				}
			}
			server.Reset()
			again, _ := fetch(t, config, ghsync.Account{Login: "ada-demo", Old: s})
			if n := len(server.Requests()); n > 2 {
				t.Errorf("a refresh costs %d requests", n)
			}
			if told := again.NewCuts(s); len(told) > 0 {
				t.Errorf("told again: %v", told)
			}
			// What was known before the field was denied is kept.
			kept, _ := fetch(t, config, ghsync.Account{Login: "ada-demo", Old: good, Full: true})
			if len(kept.User.Social) != len(good.User.Social) || len(kept.Pinned) != len(good.Pinned) {
				t.Errorf("social %v, pinned %v", kept.User.Social, kept.Pinned)
			}
		})
	}
}

// TestDeniedLists: lists that everything depends on are kept from the old snapshot with
// their age; without an old snapshot the read fails.
func TestDeniedLists(t *testing.T) {
	good, _ := goodSnapshot(t, ghsync.Account{Login: "ada-demo"})
	server := start(t, denying(githubtest.Denial{Field: "User.repositories", Message: integration}))
	c := client(t, at(server, githubtest.Token))
	if s, err := c.Fetch(t.Context(), ghsync.Account{Login: "ada-demo", Now: now}); err == nil {
		t.Errorf("a snapshot of %d repositories", len(s.Repositories))
	}
	s, err := c.Fetch(t.Context(), ghsync.Account{Login: "ada-demo", Now: now, Old: good, Full: true})
	if err != nil {
		t.Fatal(err)
	}
	wantNotPoorer(t, "denied", good, s)
	if cut := s.NewCuts(good); len(cut) == 0 || !cut[0].Kept.Equal(good.TakenAt) || !strings.Contains(cut[0].String(), "kept from the snapshot of") {
		t.Errorf("cut %v", cut)
	}
}

// TestOneOrganizationKeepsTheTokenOut: an organization that denies the token hides only
// its own work, and its public work is read without the token.
func TestOneOrganizationKeepsTheTokenOut(t *testing.T) {
	const policy = "`difference-works` forbids access via a personal access token (classic). Please use another."
	good, _ := goodSnapshot(t, ghsync.Account{Login: "ada-demo"})
	server := start(t, denying(
		githubtest.Denial{Field: "PullRequest.repository", Owner: "difference-works", Message: policy},
		githubtest.Denial{Field: "CommitContributionsByRepository.repository", Owner: "difference-works", Message: policy},
		githubtest.Denial{Field: "CreatedCommitContribution.repository", Owner: "difference-works", Message: policy},
	))
	s, _ := fetch(t, at(server, githubtest.Token), ghsync.Account{Login: "ada-demo"})
	if len(s.Contributions) != len(good.Contributions) {
		t.Errorf("%d contributions, want %d", len(s.Contributions), len(good.Contributions))
	}
	own := func(s *resume.Snapshot) int {
		for _, r := range s.Repositories {
			if r.Name == "ada-demo/punchcard" {
				return count(r.OwnCommits)
			}
		}
		return -1
	}
	if own(s) != own(good) {
		t.Errorf("%d commits of her own, want %d", own(s), own(good))
	}
	for _, r := range server.Requests() {
		if !r.Signed && r.Path == "/graphql" {
			t.Error("GraphQL was asked without the token")
		}
	}
	for _, c := range s.Cut {
		if strings.Contains(c.Why, "single sign-on") || strings.Contains(c.Why, "Please") {
			t.Errorf("cut %v", c)
		}
	}
}

// TestUnsearchableAccount: searches do not find a private profile; its own list is read.
func TestUnsearchableAccount(t *testing.T) {
	good, _ := goodSnapshot(t, ghsync.Account{Login: "ada-demo"})
	account := githubtest.Demo()
	account.Unsearchable = true
	server := start(t, account)
	config := at(server, githubtest.Token)
	s, _ := fetch(t, config, ghsync.Account{Login: "ada-demo"})
	if len(s.Contributions) != len(good.Contributions) || s.Unsearched == 0 {
		t.Errorf("%d contributions, %d not found by search", len(s.Contributions), s.Unsearched)
	}
	server.Reset()
	fetch(t, config, ghsync.Account{Login: "ada-demo", Old: s})
	if n := len(server.Requests()); n > 2 {
		t.Errorf("a refresh costs %d requests", n)
	}
	account.PullRequests = append(account.PullRequests, githubtest.PullRequest{Repository: "golang/go", Number: 60000, Title: "More", Branch: "more", MergedAt: now})
	server.Set(account)
	again, _ := fetch(t, config, ghsync.Account{Login: "ada-demo", Old: s})
	if merged(again) != merged(s)+1 {
		t.Errorf("%d merges after one more, were %d", merged(again), merged(s))
	}
}

func merged(s *resume.Snapshot) int {
	n := 0
	for _, w := range s.Contributions {
		n += w.Merged
	}
	return n
}

// TestNamedRepositories: any owner's are looked up, under their current names.
func TestNamedRepositories(t *testing.T) {
	account := githubtest.Demo()
	account.Repositories = append(account.Repositories,
		githubtest.Repository{Name: "friend/new-name", Formerly: []string{"friend/old-name"}, Stars: 5, PushedAt: now, Languages: map[string]int64{"Go": 1}, Files: map[string]string{"go.mod": "module x\n"}})
	server := start(t, account)
	for _, token := range []string{githubtest.Token, ""} {
		a := ghsync.Account{Login: "ada-demo", Include: []string{"friend/old-name", "nobody/nothing", "ada-demo/ledgerd"}}
		s, _ := fetch(t, at(server, token), a)
		for range 2 {
			named := map[string]string{}
			for _, n := range s.Named {
				named[n.Name] = n.Repository
			}
			if len(named) != 3 || named["friend/old-name"] != "friend/new-name" || named["nobody/nothing"] != "" || named["ada-demo/ledgerd"] != "ada-demo/ledgerd" {
				t.Errorf("token %q: %v", token, named)
			}
			var found *resume.Repository
			for i := range s.Repositories {
				if s.Repositories[i].Name == "friend/new-name" {
					found = &s.Repositories[i]
				}
			}
			if found == nil || found.Stars != 5 || token != "" && len(found.Facts) == 0 {
				t.Errorf("token %q: %+v", token, found)
			}
			a.Old = s
			s, _ = fetch(t, at(server, token), a)
		}
	}
}
