package skill

import "github.com/goccy/go-yaml"

// readPubspec reads the packages of a Dart project.
func readPubspec(_ string, content []byte) []Fact {
	var file struct {
		Dependencies    map[string]any `yaml:"dependencies"`
		DevDependencies map[string]any `yaml:"dev_dependencies"`
	}
	if yaml.Unmarshal(content, &file) != nil {
		return nil
	}
	return append(packages("pub", file.Dependencies, false), packages("pub", file.DevDependencies, true)...)
}
