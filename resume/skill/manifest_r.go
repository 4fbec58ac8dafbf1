package skill

import (
	"strings"

	"github.com/ghresume/ghresume/internal/lazy"
)

var (
	// descriptionField matches a field of an R package's DESCRIPTION.
	descriptionField = lazy.New(`^([A-Za-z@/]+):(.*)`)
	// rLibrary matches library(dplyr) and dplyr::filter.
	rLibrary = lazy.New(`\b(?:library|require)\(\s*["']?([A-Za-z][\w.]*)|\b([A-Za-z][\w.]*)::`)
)

// readDescription reads the packages that an R package needs; those that it only suggests
// are development dependencies.
func readDescription(_ string, content []byte) []Fact {
	var facts []Fact
	field := ""
	for line := range rawLines(content) {
		if m := descriptionField.FindStringSubmatch(line); m != nil {
			field, line = m[1], m[2]
		}
		switch field {
		case "Depends", "Imports", "LinkingTo", "Suggests":
			facts = append(facts, cranFacts(line, field == "Suggests")...)
		}
	}
	return facts
}

// cranFacts returns the packages of a list such as "dplyr (>= 1.0), shiny".
func cranFacts(list string, dev bool) []Fact {
	var facts []Fact
	for item := range strings.SplitSeq(list, ",") {
		name, _, _ := strings.Cut(strings.TrimSpace(item), " ")
		name, _, _ = strings.Cut(name, "(")
		if name != "" && name != "R" {
			facts = append(facts, Fact{Kind: "cran", Name: name, Dev: dev})
		}
	}
	return facts
}

// readRSource reads the packages that the files of an application load.
func readRSource(_ string, content []byte) []Fact {
	var facts []Fact
	seen := map[string]bool{}
	for line := range lines(content) {
		if strings.HasPrefix(line, "#") {
			continue
		}
		for _, m := range rLibrary.FindAllStringSubmatch(line, -1) {
			if name := m[1] + m[2]; !seen[name] {
				seen[name] = true
				facts = append(facts, Fact{Kind: "cran", Name: name, Snippet: line})
			}
		}
	}
	return facts
}
