package ghsync_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/ghresume/ghresume/ghsync"
	"github.com/ghresume/ghresume/internal/githubtest"
	"github.com/ghresume/ghresume/resume"
)

// notFound puts null and the error of what does not exist in the place of a repository that
// was asked for by itself, or in a list of IDs.
func notFound(name string, times int) func(map[string]any) {
	return func(o map[string]any) {
		data, _ := o["data"].(map[string]any)
		lose := func(value any, path ...any) bool {
			node, _ := value.(map[string]any)
			if times == 0 || node["nameWithOwner"] != name {
				return false
			}
			times--
			errors, _ := o["errors"].([]any)
			o["errors"] = append(errors, map[string]any{"type": "NOT_FOUND", "path": path, "message": "Could not resolve to it"})
			return true
		}
		for alias, value := range data {
			if lose(value, alias) {
				data[alias] = nil
			}
			list, _ := value.([]any)
			for i := range list {
				if lose(list[i], alias, i) {
					list[i] = nil
				}
			}
		}
	}
}

// TestNotFoundByMistake: a repository of others that GitHub does not find by its ID, but by
// its name, is there; one that it does not find by either is gone with the next refresh.
func TestNotFoundByMistake(t *testing.T) {
	for _, name := range []string{"jackc/pgx", "night-watch/lamp"} {
		for _, times := range []int{1} {
			server := start(t, rich())
			good, _ := fetch(t, at(server, githubtest.Token), ghsync.Account{Login: "ada-demo"})
			want := content(t, good)
			faulty := altering(t, server, notFound(name, times))
			server.Reset()
			s, _ := fetch(t, ghsync.Config{APIURL: faulty, Token: githubtest.Token}, ghsync.Account{Login: "ada-demo", Old: good})
			if got := content(t, s); got != want {
				t.Errorf("%s, %d times: %s, cut %v", name, times, firstDifference(got, want), s.Cut)
			}
			if n := len(server.Requests()); n > 3 {
				t.Errorf("%s, %d times: %d requests", name, times, n)
			}
			s, _ = fetch(t, at(server, githubtest.Token), ghsync.Account{Login: "ada-demo", Old: s})
			if got := content(t, s); got != want || len(s.Cut) > 0 {
				t.Errorf("%s, %d times, next read: %s, cut %v", name, times, firstDifference(got, want), s.Cut)
			}
			for how, change := range map[string]func(*githubtest.Repository){
				"deleted":    func(r *githubtest.Repository) { *r = githubtest.Repository{Name: "gone/gone", Private: true} },
				"private":    func(r *githubtest.Repository) { r.Private = true },
				"made again": func(r *githubtest.Repository) { r.ID = "R_again" },
			} {
				account := rich()
				i := slices.IndexFunc(account.Repositories, func(r githubtest.Repository) bool { return r.Name == name })
				account.Repositories = slices.Clone(account.Repositories)
				change(&account.Repositories[i])
				if account.PullRequests = slices.Clone(account.PullRequests); how != "private" {
					account.PullRequests = slices.DeleteFunc(account.PullRequests, func(p githubtest.PullRequest) bool { return p.Repository == name })
				}
				server.Set(account)
				s, _ := fetch(t, at(server, githubtest.Token), ghsync.Account{Login: "ada-demo", Old: good})
				shown := fmt.Sprint(hasRepository(s, name), slices.ContainsFunc(s.Contributions, func(w resume.MergedWork) bool { return w.Repository == name }))
				if strings.Contains(shown, "true") && (how != "made again" || name == "jackc/pgx") {
					t.Errorf("%s, %s: shown %s, cut %v", name, how, shown, s.Cut)
				}
			}
		}
	}
}

// TestNotFoundInAWholeRead: what was known, is named or pinned is asked for once more, and
// told if it is not found again.
func TestNotFoundInAWholeRead(t *testing.T) {
	const name = "night-watch/lamp"
	account := rich()
	account.Pinned = []string{name}
	server := start(t, account)
	good, _ := fetch(t, at(server, githubtest.Token), ghsync.Account{Login: "ada-demo"})
	for _, a := range []ghsync.Account{{}, {Old: good, Full: true}, {Old: good, Full: true, Include: []string{name}}} {
		for times, wants := range map[int]bool{1: true, -1: false} {
			faulty := altering(t, server, notFound(name, times))
			a.Login = "ada-demo"
			s, _ := fetch(t, ghsync.Config{APIURL: faulty, Token: githubtest.Token}, a)
			if has := hasRepository(s, name); has != wants || len(s.Cut) > 0 == wants {
				t.Errorf("%d times, include %v, known %t: there %t, cut %v", times, a.Include, a.Old != nil, has, s.Cut)
			}
		}
	}
}

// TestCommitsInWhatIsNotFound: a repository that GitHub does not find among those with
// commits is not the account, and keeps no commits of others away.
func TestCommitsInWhatIsNotFound(t *testing.T) {
	server := start(t, rich())
	good, _ := fetch(t, at(server, githubtest.Token), ghsync.Account{Login: "ada-demo"})
	account := rich()
	for _, field := range []string{"CommitContributionsByRepository.repository", "CreatedCommitContribution.repository"} {
		account.Denied = append(account.Denied, githubtest.Denial{Field: field, Owner: "night-watch", Message: "Could not resolve to it", Type: "NOT_FOUND"})
	}
	server.Set(account)
	for _, full := range []bool{false, true} {
		s, _ := fetch(t, at(server, githubtest.Token), ghsync.Account{Login: "ada-demo", Old: good, Full: full})
		for i, span := range good.Commits {
			if full && span.From.Year() != 2025 && fmt.Sprint(s.Commits[i].Commits) != fmt.Sprint(span.Commits) {
				t.Errorf("%v is now %v", span, s.Commits[i])
			}
		}
		if !hasRepository(s, "night-watch/lamp") {
			t.Errorf("full %t: it is lost, cut %v", full, s.Cut)
		}
	}
}
