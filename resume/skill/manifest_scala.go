package skill

import (
	"strings"

	"github.com/ghresume/ghresume/internal/lazy"
)

// sbtDependency matches "group" %% "name" % version, perhaps with a scope.
var sbtDependency = lazy.New(`"([\w.-]+)"\s*%{1,3}\s*"([\w.-]+)"\s*%\s*([^,)]+)`)

// millDependency matches mvn"group::name:version" of Mill, ivy"…" in its older versions.
var millDependency = lazy.New(`(?:mvn|ivy)"([\w.-]+):{1,3}([\w.-]+)::?`)

// readSbt reads the dependencies of a build of sbt or Mill line by line: it is a program, and only running it would reveal more.
func readSbt(_ string, content []byte) []Fact {
	var facts []Fact
	for line := range lines(withoutBlockComments(content)) {
		if strings.HasPrefix(line, "//") {
			continue
		}
		for _, m := range millDependency.FindAllStringSubmatch(line, -1) {
			facts = append(facts, Fact{Kind: "maven", Name: m[1] + ":" + m[2], Snippet: line})
		}
		for _, m := range sbtDependency.FindAllStringSubmatch(line, -1) {
			_, scope, _ := strings.Cut(m[3], "%")
			dev := strings.HasPrefix(strings.ToLower(strings.Trim(scope, ` "`)), "test")
			facts = append(facts, Fact{Kind: "maven", Name: m[1] + ":" + m[2], Dev: dev, Snippet: line})
		}
	}
	return facts
}
