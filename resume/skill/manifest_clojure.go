package skill

import (
	"strings"

	"github.com/ghresume/ghresume/internal/lazy"
)

var (
	// depsLibrary matches "ring/ring-core {:mvn/version …" of deps.edn.
	depsLibrary = lazy.New(`([A-Za-z][\w.-]*)/([\w.-]+)\s+\{:(?:mvn|git|local|sha|deps)\b`)
	// leinLibrary matches `[compojure "1.7.0"` of project.clj and shadow-cljs.edn.
	leinLibrary = lazy.New(`\[([A-Za-z][\w.-]*)(?:/([\w.-]+))?\s+"[^"]+"`)
)

// readClojure reads the libraries of deps.edn, project.clj and their like, which are
// Maven artifacts; those of aliases and profiles are development dependencies.
func readClojure(_ string, content []byte) []Fact {
	var facts []Fact
	dev := false
	for line := range lines(content) {
		if strings.HasPrefix(line, ";") {
			continue
		}
		dev = dev || strings.Contains(line, ":aliases") || strings.Contains(line, ":profiles")
		found := depsLibrary.FindAllStringSubmatch(line, -1)
		for _, m := range append(found, leinLibrary.FindAllStringSubmatch(line, -1)...) {
			artifact := m[2]
			if artifact == "" {
				artifact = m[1]
			}
			facts = append(facts, Fact{Kind: "maven", Name: m[1] + ":" + artifact, Dev: dev, Snippet: line})
		}
	}
	return facts
}
