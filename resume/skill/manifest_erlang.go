package skill

import (
	"strings"

	"github.com/BurntSushi/toml"

	"github.com/ghresume/ghresume/internal/lazy"
)

var rebarDependency = lazy.New(`^[\[{,\s]*(?:deps,\s*\[)?\s*\{(\w+),\s*(?:"|\{(?:git|hg|pkg))`)

// readRebar reads the dependencies of an Erlang project.
func readRebar(_ string, content []byte) []Fact {
	var facts []Fact
	listed, dev := false, false
	for line := range lines(content) {
		line, _, _ = strings.Cut(line, "%")
		dev = dev || strings.Contains(line, "profiles")
		listed = listed || strings.Contains(line, "{deps")
		if m := rebarDependency.FindStringSubmatch(line); listed && m != nil {
			facts = append(facts, Fact{Kind: "hex", Name: m[1], Dev: dev, Snippet: line})
		}
		listed = listed && !strings.HasSuffix(strings.TrimSpace(line), "]}.")
	}
	return facts
}

// readGleam reads the dependencies of a Gleam project.
func readGleam(_ string, content []byte) []Fact {
	var file struct {
		Dependencies    map[string]any `toml:"dependencies"`
		DevDependencies map[string]any `toml:"dev-dependencies"`
	}
	if _, err := toml.Decode(string(content), &file); err != nil {
		return nil
	}
	return append(packages("hex", file.Dependencies, false), packages("hex", file.DevDependencies, true)...)
}
