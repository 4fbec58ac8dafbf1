package skill

import (
	"strings"

	"github.com/goccy/go-yaml"

	"github.com/ghresume/ghresume/internal/lazy"
)

// cabalField matches the start of a field of a Cabal file, as in "ghc-options: -Wall".
var cabalField = lazy.New(`^\s*([\w-]+)\s*:`)

// readCabal reads the packages that a Cabal file lists; those of tests and benchmarks are
// development dependencies.
func readCabal(_ string, content []byte) []Fact {
	var facts []Fact
	listed, dev := false, false
	for line := range rawLines(content) {
		text, _, _ := strings.Cut(line, "--")
		if m := cabalField.FindStringSubmatch(text); m != nil {
			listed = strings.EqualFold(m[1], "build-depends")
			_, text, _ = strings.Cut(text, ":")
		} else if text != "" && text[0] != ' ' && text[0] != '\t' {
			listed, dev = false, strings.HasPrefix(text, "test-suite") || strings.HasPrefix(text, "benchmark")
		}
		if listed {
			facts = append(facts, hackageFacts(text, dev)...)
		}
	}
	return facts
}

// hackageFacts returns the packages of a list such as "aeson >= 2, text, hasql:pool".
func hackageFacts(list string, dev bool) []Fact {
	var facts []Fact
	for item := range strings.SplitSeq(list, ",") {
		item = strings.TrimSpace(item)
		if end := strings.IndexAny(item, " <>=^:{(&|"); end >= 0 {
			item = item[:end]
		}
		if item != "" {
			facts = append(facts, Fact{Kind: "hackage", Name: item, Dev: dev})
		}
	}
	return facts
}

// readHpack reads the packages of a package.yaml, from which hpack writes a Cabal file.
func readHpack(_ string, content []byte) []Fact {
	type component struct {
		Dependencies []any `yaml:"dependencies"`
	}
	var file struct {
		Dependencies []any                `yaml:"dependencies"`
		Library      component            `yaml:"library"`
		Executables  map[string]component `yaml:"executables"`
		Tests        map[string]component `yaml:"tests"`
	}
	if yaml.Unmarshal(content, &file) != nil {
		return nil
	}
	used := append(file.Dependencies, file.Library.Dependencies...)
	for _, name := range sortedKeys(file.Executables) {
		used = append(used, file.Executables[name].Dependencies...)
	}
	facts := hackageFacts(strings.Join(onlyStrings(used), ","), false)
	for _, name := range sortedKeys(file.Tests) {
		facts = append(facts, hackageFacts(strings.Join(onlyStrings(file.Tests[name].Dependencies), ","), true)...)
	}
	return facts
}
