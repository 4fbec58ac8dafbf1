package review

import (
	"fmt"
	"io"
	"strings"
)

// WriteRules lists all rules, one a line.
func WriteRules(w io.Writer) error {
	var b strings.Builder
	for _, rule := range Rules() {
		fmt.Fprintf(&b, "%-26s %-8s %-8s %s\n", rule.Name, rule.Area, rule.Severity, rule.Reason)
	}
	_, err := io.WriteString(w, b.String())
	return err
}

// Explanation is the rule for people: the reason, a bad and a good example.
func (rule Rule) Explanation() string {
	var b strings.Builder
	fmt.Fprintf(&b, "%s (area %s; severity up to %s)\n\n%s\n", rule.Name, rule.Area, rule.Severity, rule.Reason)
	if rule.English {
		b.WriteString("Applies to English text only.\n")
	}
	fmt.Fprintf(&b, "\nBad:\n%s\nGood:\n%s\n", indent(rule.Bad), indent(rule.Good))
	fmt.Fprintf(&b, "Switch it off: [check] ignore = [%q], or for one line: # ghresume:ignore %s\n", rule.Name, rule.Name)
	return b.String()
}

func indent(s string) string {
	return "    " + strings.ReplaceAll(strings.TrimRight(s, "\n"), "\n", "\n    ") + "\n"
}

// WriteRulesPage writes docs/rules.md.
func WriteRulesPage(w io.Writer) error {
	var b strings.Builder
	b.WriteString(rulesHead)
	for _, area := range Areas() {
		fmt.Fprintf(&b, "\n## %s\n", strings.ToUpper(string(area[:1]))+string(area[1:]))
		for _, rule := range Rules() {
			if rule.Area != area {
				continue
			}
			fmt.Fprintf(&b, "\n### %s\n\n%s (%s%s)\n\nBad:\n\n```toml\n%s\n```\n\nGood:\n\n```toml\n%s\n```\n",
				rule.Name, rule.Reason, rule.Severity, englishOnly(rule), strings.TrimRight(rule.Bad, "\n"), strings.TrimRight(rule.Good, "\n"))
		}
	}
	_, err := io.WriteString(w, b.String())
	return err
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
