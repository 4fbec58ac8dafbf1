package skill

import "github.com/ghresume/ghresume/internal/lazy"

// denoImport matches "npm:preact@10", "jsr:@hono/hono" and "https://esm.sh/preact@10".
var denoImport = lazy.New(`"(?:npm:|jsr:|https://esm\.sh/)/?((?:@[\w.-]+/)?[\w.-]+)`)

// readDeno reads the packages that deno.json or an import map names, line by line: the
// file may have comments.
func readDeno(_ string, content []byte) []Fact {
	var facts []Fact
	for line := range lines(content) {
		for _, m := range denoImport.FindAllStringSubmatch(line, -1) {
			facts = append(facts, Fact{Kind: "npm", Name: m[1], Snippet: line})
		}
	}
	return facts
}
