package skill

import (
	"path"
	"strings"
)

// registries are the registries of packages as people call them, in the order in which an
// example is taken.
var registries = []struct{ kind, name string }{
	{"go", "Go"}, {"npm", "npm"}, {"pypi", "PyPI"}, {"maven", "Maven"}, {"gem", "RubyGems"}, {"nuget", "NuGet"}, {"composer", "Packagist"},
	{"crate", "crates.io"}, {"hex", "Hex"}, {"pub", "pub.dev"}, {"swift", "Swift"}, {"cpp", "C++"}, {"nix", "Nix"},
	{"hackage", "Hackage"}, {"opam", "opam"}, {"cran", "CRAN"}, {"julia", "Julia"}, {"cpan", "CPAN"},
}

// ProvedBy returns an example of what in a repository proves a technology: "code in Go",
// "the file Chart.yaml", "a dependency such as django (PyPI)". It is empty if nothing in a
// repository does.
func (c *Catalog) ProvedBy(name string) string {
	e := c.entries[name]
	switch {
	case name == "Kubernetes":
		return "its manifests"
	case name == "GitHub Actions":
		return "a workflow in .github/workflows"
	case name == "SQL":
		return "migrations in SQL"
	case name == "iOS" || name == "macOS":
		return "an app for " + name + " in Xcode"
	case e.Group == Languages && notProgramming[name]:
		return "" // markup counts on request only
	case e.Linguist != "" && e.Group == Languages:
		return "code in " + name
	}
	for _, registry := range registries {
		for pattern := range strings.FieldsSeq(e.packages()[registry.kind]) {
			if registry.kind == "go" { // "example.com/m*" also matches the packages of m
				pattern = strings.TrimRight(strings.TrimSuffix(pattern, "*"), "/-")
			}
			if !strings.Contains(pattern, "*") && !strings.HasPrefix(pattern, "@types/") {
				return "a dependency such as " + pattern + " (" + registry.name + ")"
			}
		}
	}
	for _, registry := range registries {
		for pattern := range strings.FieldsSeq(e.packages()[registry.kind]) {
			if start, wild := strings.CutSuffix(pattern, "*"); wild && !strings.Contains(start, "*") {
				return "a dependency that begins with " + strings.TrimRight(start, ":/-._") + " (" + registry.name + ")"
			}
		}
	}
	for pattern := range strings.FieldsSeq(e.Files) {
		if file := path.Base(pattern); !strings.ContainsAny(file, "*?{[") {
			return "the file " + strings.TrimPrefix(file, "/")
		}
	}
	for _, other := range []struct{ patterns, what string }{
		{e.Image, "the container image "}, {e.Terraform, "the Terraform resource "}, {e.Action, "the action "}, {e.Chart, "the Helm chart "},
	} {
		for pattern := range strings.FieldsSeq(other.patterns) {
			if !strings.Contains(pattern, "*") {
				return other.what + pattern
			}
		}
	}
	return ""
}
