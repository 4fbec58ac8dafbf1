package skill

import (
	"bytes"
	"strings"

	"github.com/ghresume/ghresume/internal/lazy"
)

var opamPackage = lazy.New(`^"([\w.+-]+)"`)

// readOpam reads the packages on which an opam file depends, one on each line.
func readOpam(_ string, content []byte) []Fact {
	var facts []Fact
	listed := false
	for line := range lines(content) {
		if strings.HasPrefix(line, "depends:") || strings.HasPrefix(line, "depopts:") {
			listed, line = true, strings.TrimLeft(line[len("depends:"):], " [")
		}
		if m := opamPackage.FindStringSubmatch(line); listed && m != nil {
			facts = append(facts, opamFact(m[1], line))
		}
		listed = listed && !strings.HasSuffix(line, "]")
	}
	return facts
}

func opamFact(name, line string) Fact {
	dev := strings.Contains(line, "with-test") || strings.Contains(line, "with-doc") || strings.Contains(line, "with-dev-setup")
	return Fact{Kind: "opam", Name: name, Dev: dev, Snippet: line}
}

// readDune reads the packages in the depends fields of a dune-project: "(depends dream
// (lwt (>= 5)) (alcotest :with-test))".
func readDune(_ string, content []byte) []Fact {
	var facts []Fact
	for {
		_, rest, found := bytes.Cut(content, []byte("(depends"))
		if !found {
			return facts
		}
		facts, content = append(facts, duneList(string(rest))...), rest
	}
}

// duneList returns the packages up to the end of a list: the atoms in it, and the first
// atom of each list in it.
func duneList(text string) []Fact {
	var facts []Fact
	depth, begins := 0, false
	for line := range strings.Lines(text) {
		line, _, _ = strings.Cut(line, ";")
		line = strings.NewReplacer("(", " ( ", ")", " ) ").Replace(line)
		for atom := range strings.FieldsSeq(line) {
			switch {
			case atom == "(":
				depth, begins = depth+1, true
				continue
			case atom == ")" && depth == 0:
				return facts
			case atom == ")":
				depth--
			case depth == 0 || depth == 1 && begins:
				facts = append(facts, opamFact(atom, line))
			}
			begins = false
		}
	}
	return facts
}
