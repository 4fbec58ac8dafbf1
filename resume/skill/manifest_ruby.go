package skill

import (
	"strings"

	"github.com/ghresume/ghresume/internal/lazy"
)

var (
	gemLine   = lazy.New(`^gem\s*\(?\s*["']([\w.-]+)["']`)
	gemGroup  = lazy.New(`^group\s*\(?(.*?)\)?\s+do\b`)
	gemInline = lazy.New(`group:?s?\s*(?:=>)?\s*\[?\s*:(?:test|development)`)
)

// readGemfile reads the gems; those in the groups test and development are development
// dependencies.
func readGemfile(_ string, content []byte) []Fact {
	var facts []Fact
	dev := false
	for line := range lines(content) {
		if m := gemGroup.FindStringSubmatch(line); m != nil {
			dev = strings.Contains(m[1], ":test") || strings.Contains(m[1], ":development")
		} else if line == "end" {
			dev = false
		} else if m := gemLine.FindStringSubmatch(line); m != nil {
			facts = append(facts, Fact{Kind: "gem", Name: m[1], Dev: dev || gemInline.MatchString(line), Snippet: line})
		}
	}
	return facts
}

var gemspecLine = lazy.New(`\.add_(runtime_|development_)?dependency[\s(]+["']([\w.-]+)["']`)

// readGemspec reads the dependencies of a gem.
func readGemspec(_ string, content []byte) []Fact {
	var facts []Fact
	for line := range lines(content) {
		if m := gemspecLine.FindStringSubmatch(line); m != nil && !strings.HasPrefix(line, "#") {
			facts = append(facts, Fact{Kind: "gem", Name: m[2], Dev: m[1] == "development_", Snippet: line})
		}
	}
	return facts
}

var mixDependency = lazy.New(`^[\[,\s]*\{:(\w+),`)

// readMix reads the dependencies of an Elixir project.
func readMix(_ string, content []byte) []Fact {
	var facts []Fact
	for line := range lines(content) {
		if m := mixDependency.FindStringSubmatch(line); m != nil {
			dev := strings.Contains(line, "only: :test") || strings.Contains(line, "only: :dev") || strings.Contains(line, "only: [:dev") || strings.Contains(line, "only: [:test")
			facts = append(facts, Fact{Kind: "hex", Name: m[1], Dev: dev, Snippet: line})
		}
	}
	return facts
}

// pinned matches a line of Rails' import map.
var pinned = lazy.New(`^pin\s+["']([^"']+)["']`)

// readImportmap reads the JavaScript packages that Rails serves without a bundler.
func readImportmap(_ string, content []byte) []Fact {
	var facts []Fact
	for line := range lines(content) {
		if m := pinned.FindStringSubmatch(line); m != nil {
			facts = append(facts, Fact{Kind: "npm", Name: m[1], Snippet: line})
		}
	}
	return facts
}
