package ghsync_test

import (
	"slices"
	"testing"

	"github.com/ghresume/ghresume/ghsync"
	"github.com/ghresume/ghresume/internal/githubtest"
	"github.com/ghresume/ghresume/resume"
)

// withoutTrees makes repositories come without branch, commits and files, as GitHub does
// without an error when it is degraded.
func withoutTrees(isHit func(id string) bool) func(map[string]any) {
	return func(o map[string]any) {
		id, _ := o["id"].(string)
		if !isHit(id) {
			return
		}
		for _, name := range []string{"defaultBranchRef", "history", "root", "workflows", "src", "services", "packages", "apps", "infra"} {
			if _, has := o[name]; has {
				o[name] = nil
			}
		}
	}
}

// TestRepositoriesWithoutTheirTrees: a repository that is not empty has a branch and files.
// If they are null without an error, what was known stays, a first read says what it lacks,
// and the next good read has everything.
func TestRepositoriesWithoutTheirTrees(t *testing.T) {
	account := rich()
	server := start(t, account)
	before, _ := fetch(t, at(server, githubtest.Token), ghsync.Account{Login: "ada-demo"})
	var hit []string
	for _, r := range before.Repositories {
		if len(r.Facts) > 0 && len(hit) < 3 {
			hit = append(hit, r.ID)
		}
	}
	later := now.AddDate(0, 0, 1)
	for i := range account.Repositories {
		account.Repositories[i].PushedAt = later
	}
	server.Set(account)
	good, _ := fetch(t, at(server, githubtest.Token), ghsync.Account{Login: "ada-demo"})
	config := ghsync.Config{APIURL: altering(t, server, withoutTrees(func(id string) bool { return slices.Contains(hit, id) })), Token: githubtest.Token}
	for mode, a := range map[string]ghsync.Account{"refresh": {Old: before}, "full": {Old: before, Full: true}, "first": {}} {
		a.Login = "ada-demo"
		server.Reset()
		s, _ := fetch(t, config, a)
		for _, r := range s.Repositories {
			if was := find(before, r.ID); a.Old != nil && (!slices.Equal(r.Facts, was.Facts) || r.DefaultBranch != was.DefaultBranch || count(r.Commits) != count(was.Commits)) {
				t.Errorf("%s: %s lost something: %+v, had %+v", mode, r.Name, r, was)
			}
		}
		if a.Old == nil && !slices.ContainsFunc(s.Cut, func(c resume.Cut) bool {
			return c.Part == resume.CutFiles && ghsync.IsGap(c) && len(c.Names) == len(hit)
		}) {
			t.Errorf("%s: nothing says that files are missing: %v", mode, s.Cut)
		}
		server.Reset()
		next, _ := fetch(t, at(server, githubtest.Token), ghsync.Account{Login: "ada-demo", Old: s})
		if is, want := content(t, next), content(t, good); is != want || len(next.Cut) > 0 {
			t.Errorf("%s: a good refresh gives %s; cut %v", mode, firstDifference(is, want), next.Cut)
		}
	}
}

func find(s *resume.Snapshot, id string) resume.Repository {
	i := slices.IndexFunc(s.Repositories, func(r resume.Repository) bool { return r.ID == id })
	if i < 0 {
		return resume.Repository{}
	}
	return s.Repositories[i]
}

// TestFoldersWithoutTheirObjects: an entry of a folder that is a folder has an object.
func TestFoldersWithoutTheirObjects(t *testing.T) {
	account := rich()
	account.Repositories[0].Files = map[string]string{"README.md": "x", "web/package.json": `{"dependencies": {"react": "1"}}`, "infra/aws/prod/main.tf": "terraform {}\n"}
	account.Repositories[0].Languages = map[string]int64{"TypeScript": 9000}
	server := start(t, account)
	good, _ := fetch(t, at(server, githubtest.Token), ghsync.Account{Login: "ada-demo"})
	for _, folder := range []string{"web", "aws", "prod"} {
		config := ghsync.Config{APIURL: altering(t, server, func(o map[string]any) {
			if _, asked := o["object"]; asked && o["name"] == folder && o["type"] == "tree" {
				o["object"] = nil
			}
		}), Token: githubtest.Token}
		server.Reset()
		s, _ := fetch(t, config, ghsync.Account{Login: "ada-demo"})
		if !slices.ContainsFunc(s.Cut, func(c resume.Cut) bool { return c.Part == resume.CutFiles && ghsync.IsGap(c) }) {
			t.Errorf("%s: nothing says that files are missing: %v", folder, s.Cut)
		}
		server.Reset()
		next, _ := fetch(t, at(server, githubtest.Token), ghsync.Account{Login: "ada-demo", Old: s})
		if is, want := content(t, next), content(t, good); is != want || len(next.Cut) > 0 {
			t.Errorf("%s: a good refresh gives %s; cut %v", folder, firstDifference(is, want), next.Cut)
		}
	}
}
