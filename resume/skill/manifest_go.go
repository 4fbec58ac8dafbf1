package skill

import "golang.org/x/mod/modfile"

// readGoMod takes the direct requirements; indirect ones are other people's choice.
func readGoMod(_ string, content []byte) []Fact {
	file, err := modfile.ParseLax("go.mod", content, nil)
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
