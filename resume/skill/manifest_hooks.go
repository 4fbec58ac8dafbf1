package skill

import (
	"strings"

	"github.com/goccy/go-yaml"
)

// nodeHooks are tools for commits that come from npm; the others come from PyPI.
var nodeHooks = set(`prettier eslint stylelint commitlint biome`)

// readHooks reads the tools that pre-commit runs: "ruff-format" is Ruff.
func readHooks(_ string, content []byte) []Fact {
	var file struct {
		Repos []struct {
			Repo  string `yaml:"repo"`
			Hooks []struct {
				ID string `yaml:"id"`
			} `yaml:"hooks"`
		} `yaml:"repos"`
	}
	if yaml.Unmarshal(content, &file) != nil {
		return nil
	}
	var facts []Fact
	for _, repo := range file.Repos {
		for _, hook := range repo.Hooks {
			name := hook.ID
			for _, job := range []string{"-format", "-check", "-lint", "-fix", "-jupyter"} {
				name = strings.TrimSuffix(name, job)
			}
			kind := kindConfigured
			if nodeHooks[name] {
				kind = "npm"
			}
			facts = append(facts, Fact{Kind: kind, Name: name, Snippet: "id: " + hook.ID})
		}
	}
	return facts
}
