package review

import (
	"fmt"
	"os"
	"strings"
	"testing"
)

func TestRulesPageIsInStep(t *testing.T) {
	const file = "../../docs/rules.md"
	want := rulesPage()
	if *update {
		if err := os.WriteFile(file, []byte(want), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	old, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	if string(old) != want {
		t.Errorf("%s is not in step with the rules; run go test ./resume/review -update", file)
	}
}

// rulesPage returns docs/rules.md.
func rulesPage() string {
	var b strings.Builder
	b.WriteString(rulesHead)
	for _, area := range areas() {
		fmt.Fprintf(&b, "\n## %s\n", strings.ToUpper(string(area[:1]))+string(area[1:]))
		for _, rule := range Rules() {
			if rule.Area != area {
				continue
			}
			fmt.Fprintf(&b, "\n### %s\n\n%s (%s%s)\n\nBad:\n\n```toml\n%s\n```\n\nGood:\n\n```toml\n%s\n```\n",
				rule.Name, rule.Reason, rule.Severity, englishOnly(rule), strings.TrimRight(rule.Bad, "\n"), strings.TrimRight(rule.Good, "\n"))
		}
	}
	return b.String()
}

func englishOnly(rule Rule) string {
	if rule.English {
		return ", English only"
	}
	return ""
}

const rulesHead = `<!-- Written by ` + "`go test ./resume/review -update`" + `; a test keeps it in step with the rules. -->

# The rules of ` + "`ghresume check`" + `

Each rule has a severity: an **error** must be corrected, a **warning** is a mistake that readers notice, and **advice** is
a remark where the rule cannot be sure. The severity given here is the worst that the rule says.

Switch a rule off in the profile, or for a single line, or by a comment above the first key for the whole file:

` + "```toml" + `
[check]
ignore = ["gap-in-experience"]
words = ["ghresume"]           # spelled right, whatever the dictionary says

[[experience]]
end = "2019-04"                # ghresume:ignore gap-in-experience
` + "```" + `
`
