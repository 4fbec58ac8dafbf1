package skill

import "github.com/BurntSushi/toml"

// readJulia reads the packages of a Julia project, which are names with a UUID.
func readJulia(_ string, content []byte) []Fact {
	var file struct {
		Deps     map[string]string `toml:"deps"`
		WeakDeps map[string]string `toml:"weakdeps"`
		Extras   map[string]string `toml:"extras"`
	}
	if _, err := toml.Decode(string(content), &file); err != nil {
		return nil
	}
	facts := packages("julia", file.Deps, false)
	facts = append(facts, packages("julia", file.WeakDeps, true)...)
	return append(facts, packages("julia", file.Extras, true)...)
}
