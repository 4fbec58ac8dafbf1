package skill

import (
	"cmp"

	"golang.org/x/mod/modfile"
	"golang.org/x/mod/module"
)

// readGoMod reads the direct requirements; indirect ones are other people's choice.
func readGoMod(_ string, content []byte) []Fact {
	file, err := modfile.ParseLax("go.mod", content, lenientVersion)
	if err != nil {
		return nil
	}
	var facts []Fact
	for _, r := range file.Require {
		if !r.Indirect {
			facts = append(facts, Fact{Kind: "go", Name: r.Mod.Path, Snippet: r.Mod.String()})
		}
	}
	return facts
}

// lenientVersion accepts any version: one wrong line must not hide the others.
func lenientVersion(path, version string) (string, error) {
	_, major, _ := module.SplitPathVersion(path)
	if module.CanonicalVersion(version) != "" && module.CheckPathMajor(version, major) == nil {
		return version, nil
	}
	return cmp.Or(module.PathMajorPrefix(major), "v0") + ".0.0", nil
}
