package main

import (
	"bytes"
	"strings"
	"testing"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"
)

// everyCommand calls f for each command that is ours.
func everyCommand(f func(*cobra.Command)) {
	root := newRoot(&cli{stdin: strings.NewReader(""), stdout: &bytes.Buffer{}, stderr: &bytes.Buffer{}, env: func(string) string { return "" }})
	var walk func(*cobra.Command)
	walk = func(c *cobra.Command) {
		f(c)
		for _, sub := range c.Commands() {
			walk(sub)
		}
	}
	walk(root)
}

// TestFlagsNameTheirValues: a back-quoted word in a flag's text becomes the
// name of its value, so a back-quoted command does harm.
func TestFlagsNameTheirValues(t *testing.T) {
	everyCommand(func(c *cobra.Command) {
		c.Flags().VisitAll(func(f *pflag.Flag) {
			if name, usage := pflag.UnquoteUsage(f); strings.ContainsAny(name, " \t") || strings.Contains(usage, "`") {
				t.Errorf("%s --%s prints as %q %q", c.CommandPath(), f.Name, name, usage)
			}
		})
	})
}

// TestSharedFlagsReadTheSame: one flag has one meaning. Those whose meaning
// differs by command are listed.
func TestSharedFlagsReadTheSame(t *testing.T) {
	differs := map[string]bool{"output": true, "format": true, "explain": true, "profile": true, "offline": true, "timeout": true, "job": true, "force": true, "help": true}
	usage := map[string]string{}
	everyCommand(func(c *cobra.Command) {
		c.LocalFlags().VisitAll(func(f *pflag.Flag) {
			text := f.Shorthand + f.Usage
			if before, seen := usage[f.Name]; seen && before != text && !differs[f.Name] {
				t.Errorf("%s --%s: %q, elsewhere %q", c.CommandPath(), f.Name, text, before)
			}
			usage[f.Name] = text
		})
	})
}

// TestEveryCommandShowsAnExample keeps help useful: what to type stands in it.
func TestEveryCommandShowsAnExample(t *testing.T) {
	everyCommand(func(c *cobra.Command) {
		alone := c.Name() == "version" || c.Name() == "action" // nothing to add, or not for people
		if c.Runnable() && c.Example == "" && !alone {
			t.Errorf("%s has no example", c.CommandPath())
		}
		if strings.HasSuffix(c.Short, ".") || c.Short == "" {
			t.Errorf("%s: %q", c.CommandPath(), c.Short)
		}
	})
}
