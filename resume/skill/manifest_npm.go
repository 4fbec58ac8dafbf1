package skill

import (
	"encoding/json"
	"fmt"
	"maps"
	"slices"
	"strings"
)

// readPackageJSON reads dependencies and development dependencies. Of the latter, those
// that a script runs are in use, and so are those of a private package that has no others:
// a bundler puts them into what is published.
func readPackageJSON(_ string, content []byte) []Fact {
	var file struct {
		Private          bool              `json:"private"`
		Scripts          map[string]string `json:"scripts"`
		Dependencies     map[string]any    `json:"dependencies"`
		DevDependencies  map[string]any    `json:"devDependencies"`
		PeerDependencies map[string]any    `json:"peerDependencies"`
		Optional         map[string]any    `json:"optionalDependencies"`
	}
	if json.Unmarshal(content, &file) != nil {
		return nil
	}
	facts := packages("npm", file.Dependencies, false)
	facts = append(facts, packages("npm", file.PeerDependencies, false)...)
	facts = append(facts, packages("npm", file.Optional, false)...)
	_, isApp := file.DevDependencies["electron"]
	bundled := len(facts) == 0 && (file.Private || isApp)
	for _, f := range packages("npm", file.DevDependencies, !bundled) {
		if script := running(file.Scripts, f.Name); script != "" {
			f.Dev, f.Snippet = false, script
		}
		facts = append(facts, f)
	}
	return facts
}

// running returns the script that runs a package's command, with its name.
func running(scripts map[string]string, name string) string {
	command := commandOf(name)
	for _, key := range slices.Sorted(maps.Keys(scripts)) {
		for word := range strings.FieldsSeq(scripts[key]) {
			if strings.Trim(word, `"'();&`) == command {
				return fmt.Sprintf("%q: %q", key, scripts[key])
			}
		}
	}
	return ""
}

// commandOf returns the usual command of a package: webpack of webpack-cli, playwright of
// @playwright/test, storybook of @storybook/cli.
func commandOf(name string) string {
	if scope, part, scoped := strings.Cut(name, "/"); scoped {
		if part == "cli" || part == "test" {
			return strings.TrimPrefix(scope, "@")
		}
		name = part
	}
	return strings.TrimSuffix(name, "-cli")
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
