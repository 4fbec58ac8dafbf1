package skill

import (
	"fmt"
	"strings"

	"github.com/BurntSushi/toml"
)

// readCargo reads Cargo.toml: dependencies, the workspace's, and features that name a
// database.
func readCargo(_ string, content []byte) []Fact {
	type table map[string]any
	var file struct {
		Dependencies      table `toml:"dependencies"`
		DevDependencies   table `toml:"dev-dependencies"`
		BuildDependencies table `toml:"build-dependencies"`
		Workspace         struct {
			Dependencies table `toml:"dependencies"`
		} `toml:"workspace"`
		Features map[string][]string `toml:"features"`
		Target   map[string]struct {
			Dependencies table `toml:"dependencies"`
		} `toml:"target"`
	}
	if _, err := toml.Decode(string(content), &file); err != nil {
		return nil
	}
	facts := append(crates(file.Dependencies, false), crates(file.Workspace.Dependencies, false)...)
	for _, target := range sortedKeys(file.Target) {
		facts = append(facts, crates(file.Target[target].Dependencies, false)...)
	}
	for _, name := range sortedKeys(file.Features) {
		facts = append(facts, forwarded(file.Features[name])...)
	}
	facts = append(facts, crates(file.DevDependencies, true)...)
	return append(facts, crates(file.BuildDependencies, true)...)
}

// databaseCrates serve several databases; their features say which.
var databaseCrates = set("sqlx sea-orm diesel diesel-async deadpool-diesel sea-query")

func crates(table map[string]any, dev bool) []Fact {
	var facts []Fact
	for _, alias := range sortedKeys(table) {
		name := alias
		details, _ := table[alias].(map[string]any)
		if real, ok := details["package"].(string); ok {
			name = real
		}
		facts = append(facts, Fact{Kind: "crate", Name: name, Dev: dev})
		if databaseCrates[name] {
			facts = append(facts, features(name, details)...)
		}
	}
	return facts
}

// forwarded returns the databases that a package's own features enable: "diesel/sqlite".
func forwarded(list []string) []Fact {
	var facts []Fact
	for _, item := range list {
		crate, feature, found := strings.Cut(item, "/")
		if crate = strings.TrimSuffix(crate, "?"); found && databaseCrates[crate] {
			facts = append(facts, features(crate, map[string]any{"features": []any{feature}})...)
		}
	}
	return facts
}

// features returns the databases that a crate's features enable.
func features(crate string, details map[string]any) []Fact {
	schemes := map[string]string{"postgres": "postgres", "postgresql": "postgres", "sqlx-postgres": "postgres", "mysql": "mysql", "sqlx-mysql": "mysql", "sqlite": "sqlite", "sqlx-sqlite": "sqlite"}
	list, _ := details["features"].([]any)
	var facts []Fact
	for _, f := range onlyStrings(list) {
		if scheme := schemes[f]; scheme != "" {
			facts = append(facts, Fact{Kind: kindScheme, Name: scheme, Snippet: fmt.Sprintf("%s = { features = [%q] }", crate, f)})
		}
	}
	return facts
}
