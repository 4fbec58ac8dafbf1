package main

import (
	"bytes"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"github.com/ghresume/ghresume/internal/cli"
)

// everyCommand calls f for each command that is ours.
func everyCommand(f func(*cobra.Command)) {
	root := newRoot(&cli.Env{Stdin: strings.NewReader(""), Stdout: &bytes.Buffer{}, Stderr: &bytes.Buffer{}, Env: func(string) string { return "" }})
	var walk func(*cobra.Command)
	walk = func(c *cobra.Command) {
		f(c)
		for _, sub := range c.Commands() {
			walk(sub)
		}
	}
	walk(root)
}

// TestFlagsNameTheirValues: a back-quoted word in a flag's text becomes the name of its
// value, so a command must not be back-quoted.
func TestFlagsNameTheirValues(t *testing.T) {
	everyCommand(func(c *cobra.Command) {
		c.Flags().VisitAll(func(f *pflag.Flag) {
			if name, usage := pflag.UnquoteUsage(f); strings.ContainsAny(name, " \t") || strings.Contains(usage, "`") {
				t.Errorf("%s --%s prints as %q %q", c.CommandPath(), f.Name, name, usage)
			}
		})
	})
}

// TestSharedFlagsReadTheSame: a flag means the same everywhere. The exceptions are listed.
func TestSharedFlagsReadTheSame(t *testing.T) {
	differs := map[string]bool{"output": true, "format": true, "explain": true, "profile": true, "offline": true, "timeout": true, "job": true, "force": true, "help": true, "letter": true}
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

// TestCompletion asks for the words that a shell would offer.
func TestCompletion(t *testing.T) {
	cache := t.TempDir()
	folder := filepath.Join(cache, "ghresume", "github.com")
	if err := os.MkdirAll(folder, 0o700); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(folder, "octocat.json"), nil, 0o600); err != nil {
		t.Fatal(err)
	}
	for line, want := range map[string]string{
		"generate --template": "readme-brief",
		"generate --theme":    "timeline",
		"generate --language": "pl",
		"generate --user":     "octocat",
		"match --language":    "pl",
		"sync --user":         "octocat",
		"sync --format":       "json",
		"check --explain":     "email-missing",
		"check --fail-on":     "advice",
		"doctor --forget":     "octocat",
		"init":                "none",
		"templates eject":     "partials",
		"demo --theme":        "classic",
	} {
		var out bytes.Buffer
		w := &cli.Env{Stdin: strings.NewReader(""), Stdout: &out, Stderr: io.Discard, Env: func(name string) string { return map[string]string{"XDG_CACHE_HOME": cache}[name] }}
		status := run(t.Context(), w, append([]string{"__complete"}, append(strings.Fields(line), "")...))
		if status != cli.StatusDone || !slices.Contains(strings.Split(out.String(), "\n"), want) {
			t.Errorf("%s: there is no %q in %q", line, want, out.String())
		}
	}
}

// TestEveryCommandShowsAnExample: the help of each command shows what to type.
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
