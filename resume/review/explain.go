package review

import (
	"fmt"
	"io"
	"strings"
)

// WriteRules lists all rules, one per line.
func WriteRules(w io.Writer) error {
	var b strings.Builder
	for _, rule := range Rules() {
		fmt.Fprintf(&b, "%-26s %-8s %-8s %s\n", rule.Name, rule.Area, rule.Severity, rule.Reason)
	}
	_, err := io.WriteString(w, b.String())
	return err
}

// Explanation returns the rule for users: the reason, a bad and a good example.
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
