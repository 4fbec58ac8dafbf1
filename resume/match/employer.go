package match

import (
	"slices"
	"strings"

	"github.com/ghresume/ghresume/internal/lazy"
)

// employerPatterns find the names that a text uses for its employer.
var employerPatterns = []*lazy.Regexp{
	lazy.New(`(?:^|[#*\s])(?:About|Why|Join|Joining|Working at|Life at|Company:|Employer:)\s+` + employerName),
	lazy.New(`^(?:At|Here at)\s+` + employerName + `,`),
	lazy.New(`\b` + employerName + ` (?:is (?:hiring|looking for|seeking|on a mission|growing|an? (?:\w+[- ]){0,4}(?:company|platform|startup|start-up|provider|leader|organi[sz]ation|agency|consultancy|bank|studio))|was founded|Inc\.?|LLC|Ltd\.?|GmbH|AG)\b`),
	lazy.New(`(?:^|\s)(?:Über|À propos de|Sobre|Chi è|Over|O)\s+` + employerName + `\s*$`),
}

// employerName matches one to three capitalized words.
const employerName = `([A-Z][\w.&-]*(?:\s[A-Z][\w.&-]*){0,2})`

// employersOf returns the names that the posting uses for its employer, in lower case. A
// name that the text only asks for ("Kafka is a must") is not one of them.
func employersOf(lines []passage) []string {
	var out []string
	add := func(name string) {
		name = strings.ToLower(strings.TrimSpace(strings.Trim(name, ".,:!?")))
		first, _, _ := strings.Cut(name, " ")
		if name != "" && !slices.Contains([]string{"the", "this", "us", "you", "our"}, first) && !slices.Contains(out, name) {
			out = append(out, name)
		}
	}
	if len(lines) > 1 && len(strings.Fields(lines[1].text)) <= 3 && !namesRole(lines[1].text) && !lines[1].bullet && (lines[1].section == intro || lines[1].section == unknown) {
		add(lines[1].text)
	}
	if len(lines) > 0 {
		if _, employer, at := strings.Cut(lines[0].text, " @ "); at {
			add(employer)
		}
		if first, _, several := strings.Cut(lines[0].text, " | "); several && !namesRole(first) {
			add(first)
		}
	}
	const enough = 400 // lines; employers are named early
	for _, line := range lines[:min(len(lines), enough)] {
		for _, pattern := range employerPatterns {
			for _, m := range pattern.FindAllStringSubmatch(line.text[:min(len(line.text), 2000)], -1) {
				add(m[1])
			}
		}
	}
	return out
}
