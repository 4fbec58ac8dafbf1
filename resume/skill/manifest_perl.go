package skill

import (
	"strings"

	"github.com/ghresume/ghresume/internal/lazy"
)

var cpanModule = lazy.New(`^(?:requires|recommends)\s+["']([\w:]+)["']`)

// readCpanfile reads the modules of a Perl project; those for tests and development are
// development dependencies.
func readCpanfile(_ string, content []byte) []Fact {
	var facts []Fact
	dev := false
	for line := range lines(content) {
		if strings.HasPrefix(line, "on ") {
			dev = strings.Contains(line, "test") || strings.Contains(line, "develop")
		} else if strings.HasPrefix(line, "}") {
			dev = false
		}
		if m := cpanModule.FindStringSubmatch(line); m != nil {
			facts = append(facts, Fact{Kind: "cpan", Name: m[1], Dev: dev, Snippet: line})
		}
	}
	return facts
}
