package skill

import (
	"strings"

	"github.com/BurntSushi/toml"
	"github.com/goccy/go-yaml"
)

// readConda reads the packages of a Conda environment, and those that pip installs in it.
func readConda(_ string, content []byte) []Fact {
	var file struct {
		Dependencies []any `yaml:"dependencies"`
	}
	if yaml.Unmarshal(content, &file) != nil {
		return nil
	}
	facts := condaList(onlyStrings(file.Dependencies))
	for _, item := range file.Dependencies {
		if installer, ok := item.(map[string]any); ok {
			pip, _ := installer["pip"].([]any)
			facts = append(facts, pythonList(onlyStrings(pip), false)...)
		}
	}
	return facts
}

// condaList returns the packages of a list such as "conda-forge::pytorch=2.4".
func condaList(list []string) []Fact {
	var facts []Fact
	for _, item := range list {
		if _, name, found := strings.Cut(item, "::"); found {
			item = name
		}
		facts = append(facts, pythonList([]string{item}, false)...)
	}
	return facts
}

// readPixi reads the packages of a Pixi workspace.
func readPixi(_ string, content []byte) []Fact {
	var file struct {
		Dependencies map[string]any `toml:"dependencies"`
		PyPI         map[string]any `toml:"pypi-dependencies"`
	}
	if _, err := toml.Decode(string(content), &file); err != nil {
		return nil
	}
	return append(pythonList(sortedKeys(file.Dependencies), false), pythonList(sortedKeys(file.PyPI), false)...)
}
