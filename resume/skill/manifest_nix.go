package skill

import (
	"strings"

	"github.com/ghresume/ghresume/internal/lazy"
)

var (
	flakeInput  = lazy.New(`["'](?:github|gitlab|git\+https):/*(?:[\w.-]+/)*?([\w.-]+)/([\w.-]+)[^"']*["']`)
	flakeOutput = lazy.New(`^(?:\w+\.)?(nixosConfigurations|homeConfigurations|darwinConfigurations|nixosModules)\b`)
)

// readFlake reads the inputs of a flake, and the kinds of systems it builds.
func readFlake(_ string, content []byte) []Fact {
	var facts []Fact
	for line := range lines(content) {
		if strings.HasPrefix(line, "#") {
			continue
		}
		if m := flakeInput.FindStringSubmatch(line); m != nil {
			for _, name := range m[1:] {
				facts = append(facts, Fact{Kind: "nix", Name: strings.ToLower(name), Snippet: line})
			}
		}
		if m := flakeOutput.FindStringSubmatch(line); m != nil {
			facts = append(facts, Fact{Kind: "nix", Name: strings.ToLower(m[1]), Snippet: line})
		}
	}
	return facts
}
