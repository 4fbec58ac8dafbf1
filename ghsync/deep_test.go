package ghsync_test

import (
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
