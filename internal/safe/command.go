package safe

import "strings"

// CommandData escapes s as the message of a workflow command: the runner restores its
// lines, and none of them can begin a command.
func CommandData(s string) string {
	return strings.NewReplacer("%", "%25", "\r", "%0D", "\n", "%0A").Replace(Message(s))
}

// CommandProperty escapes s as the value of a property of a workflow command.
func CommandProperty(s string) string {
	return strings.NewReplacer(":", "%3A", ",", "%2C").Replace(CommandData(s))
}
