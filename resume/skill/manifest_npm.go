package skill

import (
	"encoding/json"
	"maps"
	"slices"
)

// readPackageJSON reads dependencies and development dependencies.
func readPackageJSON(_ string, content []byte) []Fact {
	var file struct {
		Dependencies     map[string]any `json:"dependencies"`
		DevDependencies  map[string]any `json:"devDependencies"`
		PeerDependencies map[string]any `json:"peerDependencies"`
		Optional         map[string]any `json:"optionalDependencies"`
	}
	if json.Unmarshal(content, &file) != nil {
		return nil
	}
	facts := packages("npm", file.Dependencies, false)
	facts = append(facts, packages("npm", file.PeerDependencies, false)...)
	facts = append(facts, packages("npm", file.Optional, false)...)
	return append(facts, packages("npm", file.DevDependencies, true)...)
}

// readComposer reads PHP's composer.json.
func readComposer(_ string, content []byte) []Fact {
	var file struct {
		Require    map[string]any `json:"require"`
		RequireDev map[string]any `json:"require-dev"`
	}
	if json.Unmarshal(content, &file) != nil {
		return nil
	}
	return append(packages("composer", file.Require, false), packages("composer", file.RequireDev, true)...)
}

// packages returns facts for the keys of a table, by name.
func packages[V any](kind string, table map[string]V, dev bool) []Fact {
	var facts []Fact
	for _, name := range slices.Sorted(maps.Keys(table)) {
		facts = append(facts, Fact{Kind: kind, Name: name, Dev: dev})
	}
	return facts
}
