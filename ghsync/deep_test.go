package ghsync_test

import (
	"fmt"
	"slices"
	"testing"

	"github.com/ghresume/ghresume/ghsync"
	"github.com/ghresume/ghresume/internal/githubtest"
	"github.com/ghresume/ghresume/resume/skill"
)

// TestDeepFolders: files count two folders deep, those of infrastructure three.
func TestDeepFolders(t *testing.T) {
	files := map[string]string{
		"src/Api/Api.csproj":         `<Project Sdk="Microsoft.NET.Sdk.Web"><ItemGroup><PackageReference Include="Serilog" Version="3" /></ItemGroup></Project>`,
		"terraform/prod/main.tf":     `resource "aws_sqs_queue" "jobs" {}`,
		"deploy/aws/eu/cluster.tf":   `resource "aws_eks_cluster" "main" {}`,
		"ios/Weir/AppDelegate.swift": "import UIKit\n",
		"notes/old/deep/go.mod":      "module x\n\nrequire github.com/gin-gonic/gin v1.9.0\n",
	}
	account := githubtest.Account{Login: "deep", Repositories: []githubtest.Repository{
		{Name: "deep/parts", PushedAt: now, Languages: map[string]int64{"C#": 5000}, Files: files},
	}}
	server := start(t, account)
	s, _ := fetch(t, at(server, githubtest.Token), ghsync.Account{Login: "deep"})
	facts := s.Repositories[0].Facts
	for _, path := range []string{"src/Api/Api.csproj", "terraform/prod/main.tf", "deploy/aws/eu/cluster.tf", "ios/Weir/AppDelegate.swift"} {
		if !slices.ContainsFunc(facts, func(f skill.Fact) bool { return f.Path == path }) {
			t.Errorf("%s is not read: %+v", path, facts)
		}
	}
}

// TestCopiedCodeOfManyRepositories: of an account with more repositories than are read, the
// large ones that may contain copies of other people's code are searched nevertheless.
func TestCopiedCodeOfManyRepositories(t *testing.T) {
	account := githubtest.Account{Login: "many"}
	for i := range 60 {
		account.Repositories = append(account.Repositories, githubtest.Repository{Name: fmt.Sprintf("many/popular-%02d", i), Stars: 100, PushedAt: now, Languages: map[string]int64{"Go": 5000}})
	}
	copied := map[string]string{"main.py": "", "third_party/zlib/deflate.c": ""}
	account.Repositories = append(account.Repositories,
		githubtest.Repository{Name: "many/copies", PushedAt: now, Languages: map[string]int64{"Python": 5000, "C": 900_000}, Files: copied},
		githubtest.Repository{Name: "many/small", PushedAt: now, Languages: map[string]int64{"Python": 5000, "C": 900}, Files: copied},
		githubtest.Repository{Name: "many/kernel", PushedAt: now, Languages: map[string]int64{"C": 900_000, "Assembly": 5000}, Files: map[string]string{"main.c": ""}},
	)
	s, _ := fetch(t, at(start(t, account), githubtest.Token), ghsync.Account{Login: "many"})
	for _, r := range s.Repositories {
		vendored := slices.ContainsFunc(r.Facts, func(f skill.Fact) bool { return f.Kind == "vendored" && f.Name == "C" })
		if vendored != (r.Name == "many/copies") || r.Name == "many/kernel" && !r.FilesAt.IsZero() {
			t.Errorf("%s: copied C: %v, files of %v", r.Name, vendored, r.FilesAt)
		}
	}
}
