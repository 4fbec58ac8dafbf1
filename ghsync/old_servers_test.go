package ghsync_test

import (
	"errors"
	"fmt"
	"strings"
	"testing"

	"github.com/ghresume/ghresume/ghsync"
	"github.com/ghresume/ghresume/internal/githubtest"
)

// TestFieldsThatOlderServersLack: a missing field is requested once. The read continues
// without it and says so, and a refresh does not request it again.
func TestFieldsThatOlderServersLack(t *testing.T) {
	good, requests := goodSnapshot(t, ghsync.Account{Login: "ada-demo"})
	for _, field := range []string{
		"User.socialAccounts", "User.pinnedItems", "User.pullRequests", "User.repositoryDiscussionComments", "User.contributionsCollection",
		"Repository.isDisabled", "Repository.isTemplate", "Repository.latestRelease", "Repository.repositoryTopics", "Repository.updatedAt",
		"PullRequest.authorAssociation", "PullRequest.headRefName", "CommitContributionsByRepository.repository", "Blob.isBinary",
	} {
		t.Run(field, func(t *testing.T) {
			t.Parallel()
			account := githubtest.Demo()
			account.Lacks = []string{field}
			server := start(t, account)
			s, _ := fetch(t, at(server, githubtest.Token), ghsync.Account{Login: "ada-demo"})
			if len(s.Repositories) < len(good.Repositories)-1 || len(s.Contributions) != len(good.Contributions) || s.User.Name != good.User.Name {
				t.Errorf("%d repositories, %d contributions, name %q", len(s.Repositories), len(s.Contributions), s.User.Name)
			}
			_, name, _ := strings.Cut(field, ".")
			if len(s.Cut) == 0 {
				t.Error("nothing says that the field is missing")
			}
			if n := len(server.Requests()); n > requests+3 {
				t.Errorf("%d requests instead of %d", n, requests)
			}
			server.Reset()
			most := 2
			if field == "User.contributionsCollection" { // the current year is requested
				most = 3
			}
			again, _ := fetch(t, at(server, githubtest.Token), ghsync.Account{Login: "ada-demo", Old: s})
			if told := again.NewCuts(s); len(told) > 0 || len(server.Requests()) > most {
				t.Errorf("a refresh makes %d requests and tells %v again", len(server.Requests()), told)
			}
			for _, r := range server.Requests() {
				if strings.Contains(r.Body, " "+name+" ") && !strings.HasSuffix(field, ".repository") {
					t.Errorf("%s is asked for again", name)
				}
			}
		})
	}
}

// TestServersThatLackMuch: a server that lacks all counts of a person's work, and what is
// inside some fields, still gives the rest, and a refresh costs no more than elsewhere.
func TestServersThatLackMuch(t *testing.T) {
	account := rich()
	account.Lacks = []string{"User.repositoryDiscussionComments", "ContributionsCollection.contributionYears", "Topic.name", "Language.name", "CommitContributionsByRepository.resourcePath"}
	server := start(t, account)
	s, _ := fetch(t, at(server, githubtest.Token), ghsync.Account{Login: "ada-demo"})
	good, _ := goodSnapshot(t, ghsync.Account{Login: "ada-demo"})
	if len(s.Contributions) < len(good.Contributions) || len(s.Commits) == 0 || s.Repositories[0].Stars != good.Repositories[0].Stars {
		t.Errorf("%d contributions, %d spans of commits", len(s.Contributions), len(s.Commits))
	}
	for _, c := range s.Cut {
		if !c.Lasting || !strings.HasPrefix(c.Why, "this server does not have the field ") {
			t.Errorf("cut %+v", c)
		}
	}
	server.Reset()
	if fetch(t, at(server, githubtest.Token), ghsync.Account{Login: "ada-demo", Old: s}); len(server.Requests()) > 2 {
		t.Errorf("a refresh costs %d requests", len(server.Requests()))
	}
}

// TestProposalsOnServersWithoutUpdateRefs: on servers from before 2024 a proposal's
// branch is still moved and removed, but not if someone else has pushed to it.
func TestProposalsOnServersWithoutUpdateRefs(t *testing.T) {
	for pushes, branches := range map[int]int{0: 1, 1: 2} {
		server := start(t, githubtest.Account{Login: "ada", Lacks: []string{"Mutation.updateRefs"},
			Repositories: []githubtest.Repository{{Name: profileRepository, Files: map[string]string{"README.md": "old\n"}}}})
		o := client(t, ghsync.SpeedUp(at(server, githubtest.Token), 1000))
		p := publishing()
		p.PullRequest = true
		for range 2 { // opens one; then starts over from a closed one
			server.ClosePullRequests(profileRepository, "main")
			server.Push(profileRepository, "main", "other.txt", fmt.Sprint(server.Commits()))
			if out, err := o.Publish(t.Context(), p); err != nil || !out.Opened {
				t.Fatalf("%+v, %v", out, err)
			}
		}
		p.Render = withdrawing
		server.Race(pushes) // someone pushes right after the pull request is closed
		if out, err := o.Publish(t.Context(), p); err != nil || out.ClosedURL == "" || server.Branches(profileRepository) != branches {
			t.Errorf("%d pushes: %+v, %v, %d branches", pushes, out, err, server.Branches(profileRepository))
		}
	}
}

// TestCommitsOnServersTooOldForThem: the error says so, and what to do instead.
func TestCommitsOnServersTooOldForThem(t *testing.T) {
	server := start(t, githubtest.Account{Login: "ada", Lacks: []string{"Mutation.createCommitOnBranch"},
		Repositories: []githubtest.Repository{{Name: profileRepository, Files: map[string]string{"README.md": "old\n"}}}})
	_, err := client(t, at(server, githubtest.Token)).Publish(t.Context(), publishing())
	failure, ok := errors.AsType[*ghsync.Error](err)
	if !ok || !strings.Contains(failure.Error(), "this server is too old to make commits through its API") || !strings.Contains(failure.Hint(), "--git") {
		t.Errorf("%v", err)
	}
}
