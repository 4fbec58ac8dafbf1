package convert

import (
	"strings"
)

// labeledLines returns the lines of lists, each behind the label of its group, "Languages:
// Go, SQL". A label ends with a colon, or is bold and what follows it is not.
func labeledLines(lines []paperLine) []string {
	var out []string
	label := ""
	for i, l := range lines {
		text := strings.Join(strings.Fields(l.text), " ")
		if first, rest, ok := l.boldLabel(); ok {
			text = first + ": " + rest
		}
		switch {
		case strings.HasSuffix(text, ":"):
			label = text
			continue
		case l.bold && i+1 < len(lines) && !lines[i+1].bold && !strings.ContainsAny(text, ",:|•·"):
			label = text + ":"
			continue
		case label != "" && !strings.Contains(text, ": "):
			text = label + " " + text
		}
		out = append(out, text)
	}
	return out
}

// boldLabel splits a line whose first item is bold and stands apart from the others.
func (l paperLine) boldLabel() (label, rest string, ok bool) {
	if len(l.items) < 2 || !l.items[0].Bold || l.items[1].Bold || strings.Contains(l.text, ":") {
		return "", "", false
	}
	var texts []string
	for _, i := range l.items[1:] {
		texts = append(texts, i.Text)
	}
	return l.items[0].Text, strings.Join(texts, " "), true
}
