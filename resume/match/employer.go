package match

import (
	"slices"
	"strings"

	"github.com/ghresume/ghresume/internal/lazy"
)

// employerPatterns find the names that a text uses for its employer. A line without any of
// the hints is not searched.
var employerPatterns = []struct {
	pattern *lazy.Regexp
	hints   []string
}{
	{lazy.New(`(?:^|[#*\s])(?:About|Why|Join|Joining|Working at|Life at|Company:|Employer:)\s+` + employerName),
		[]string{"About", "Why", "Join", "Working at", "Life at", "Company:", "Employer:"}},
	{lazy.New(`^(?:At|Here at)\s+` + employerName + `(?:,|\s+(?:we|you)\b)`), []string{"At ", "Here at "}},
	{lazy.New(`\b` + employerName + ` (?:is (?:hiring|looking for|seeking|on a mission|growing|an? (?:\w+[- ]){0,4}(?:company|platform|startup|start-up|provider|leader|organi[sz]ation|agency|consultancy|bank|studio))|was founded|Inc\.?|LLC|Ltd\.?|GmbH|AG)\b`),
		[]string{" is hiring", " is looking", " is seeking", " is on", " is growing", " is a", " was founded", " Inc", " LLC", " Ltd", " GmbH", " AG"}},
	{lazy.New(`(?:^|\s)(?:Über|À propos de|Sobre|Chi è|Over|O)\s+` + employerName + `\s*$`), []string{"Über ", "À propos de ", "Sobre ", "Chi è ", "Over ", "O "}},
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
			first, _, _ = strings.Cut(first, " (") // "Acme (YC S20)"
			add(first)
		}
	}
	const enough = 400 // lines; employers are named early
	for _, line := range lines[:min(len(lines), enough)] {
		text := line.text[:min(len(line.text), 2000)]
		for _, p := range employerPatterns {
			if !slices.ContainsFunc(p.hints, func(hint string) bool { return strings.Contains(text, hint) }) {
				continue
			}
			for _, m := range p.pattern.FindAllStringSubmatch(text, -1) {
				add(m[1])
			}
		}
	}
	return out
}
