package main

import (
	"bytes"
	"cmp"
	"context"
	"fmt"
	"os/exec"
	"strings"
)

// git runs git and returns its output; an error is one line of its message.
func git(ctx context.Context, args ...string) (string, error) {
	var out, complaint bytes.Buffer
	cmd := exec.CommandContext(ctx, "git", args...)
	cmd.Stdout, cmd.Stderr = &out, &complaint
	if err := cmd.Run(); err != nil {
		return "", fmt.Errorf("git %s: %s", args[0], cmp.Or(gist(complaint.String()), err.Error()))
	}
	return strings.TrimSpace(out.String()), nil
}

// gist returns the line of git's message that says why; the first line about a refused
// push only says where to.
func gist(complaint string) string {
	first := ""
	for line := range strings.Lines(complaint) {
		line = strings.TrimSpace(line)
		for _, mark := range []string{"remote: ", "! ", "fatal: ", "error: "} {
			if text, ok := strings.CutPrefix(line, mark); ok {
				return text
			}
		}
		first = cmp.Or(first, line)
	}
	return first
}
