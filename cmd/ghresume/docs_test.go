package main

import (
	"bytes"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/ghresume/ghresume/internal/atomicfile"
	"github.com/ghresume/ghresume/internal/cli"
	"github.com/ghresume/ghresume/internal/githubtest"
	"github.com/ghresume/ghresume/render"
	"github.com/ghresume/ghresume/resume"
)

// shellBlocks matches the commands in the documentation.
var shellBlocks = regexp.MustCompile("(?s)```sh\n(.*?)```")

// TestDocumentedCommandsRun types every ghresume command of README and docs, in the order
// of each page, in a folder with the files that the page mentions.
func TestDocumentedCommandsRun(t *testing.T) {
	skipOneByOne(t)
	pages, err := filepath.Glob("../../docs/*.md")
	if err != nil {
		t.Fatal(err)
	}
	typed := 0
	for _, page := range append(pages, "../../README.md") {
		text, err := os.ReadFile(page)
		if err != nil {
			t.Fatal(err)
		}
		t.Run(filepath.Base(page), func(t *testing.T) { typed += typeCommands(t, string(text)) })
	}
	if typed < 20 {
		t.Errorf("only %d commands were typed", typed)
	}
}

// typeCommands runs the commands of one page and returns their number.
func typeCommands(t *testing.T, page string) int {
	server := githubtest.Start(githubtest.Demo())
	defer server.Close()
	root, err := os.Getwd()
	if err != nil {
		t.Fatal(err)
	}
	documentedFolder(t, root)
	n, cache := 0, t.TempDir()
	for _, block := range shellBlocks.FindAllStringSubmatch(page, -1) {
		for line := range strings.Lines(block[1]) {
			args, ok := documentedCommand(line)
			if !ok {
				continue
			}
			n++
			var out, messages bytes.Buffer
			w := demoCLI(&cli.Env{Stdin: strings.NewReader(""), Stdout: &out, Stderr: &messages}, server.URL, cache)
			if status := run(t.Context(), w, args); status != cli.StatusDone && status != cli.StatusFindings {
				t.Errorf("%sstatus %d: %s", line, status, &messages)
			}
		}
	}
	return n
}

// documentedFolder makes a folder with the demo's profile, a posting and a JSON Resume.
func documentedFolder(t *testing.T, root string) {
	t.Helper()
	t.Chdir(t.TempDir())
	posting, err := os.ReadFile(filepath.Join(root, "demo/posting.txt"))
	if err != nil {
		t.Fatal(err)
	}
	files := map[string][]byte{
		"resume.toml": append(slices.Clone(demoProfile), "\n[[variants]]\nname = \"backend\"\n"...), "posting.txt": posting, "posting.html": append([]byte("<p>"), posting...),
		"jobs/one.txt": posting, "jobs/two.txt": posting, "README.md": []byte(render.StartMarker + "\n" + render.EndMarker + "\n"),
		"old.json": []byte(`{"basics": {"name": "Nora"}}`),
	}
	for name, data := range files {
		if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(name, data, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	if _, err := atomicfile.Write(atomicfile.File{Path: "resume.json", Data: mustJSONResume(t)}); err != nil {
		t.Fatal(err)
	}
	var messages bytes.Buffer
	w := &cli.Env{Stdin: strings.NewReader(""), Stdout: &messages, Stderr: &messages, Env: func(string) string { return "" }}
	if status := run(t.Context(), w, []string{"demo", "-o", "resume.pdf"}); status != cli.StatusDone {
		t.Fatalf("status %d: %s", status, &messages)
	}
}

func mustJSONResume(t *testing.T) []byte {
	t.Helper()
	data, err := json.Marshal(map[string]any{"$schema": "x", "basics": map[string]string{"name": "Nora"}})
	if err != nil {
		t.Fatal(err)
	}
	return data
}

// neverTyped matches commands that run until stopped, push, install, or need the network.
var neverTyped = regexp.MustCompile(`preview|publish|go install|completion|--links`)

// documentedCommand splits a line into arguments and does the shell's work: it replaces
// invented accounts by the demo's, picks new names for files that must not exist, and
// expands globs.
func documentedCommand(line string) (args []string, ok bool) {
	line, _, _ = strings.Cut(strings.TrimSpace(line), "#")
	words := strings.Fields(line)
	if len(words) < 2 || words[0] != "ghresume" || neverTyped.MatchString(line) {
		return nil, false
	}
	for _, word := range words[1:] {
		switch {
		case word == "octocat", word == "YOUR-LOGIN":
			word = "ada-demo"
		case word == "resume.toml" && words[1] == "import", word == "resume.json" && words[1] == "generate":
			word = "new-" + word
		}
		if found, err := filepath.Glob(word); err == nil && len(found) > 0 && strings.Contains(word, "*") {
			args = append(args, found...)
			continue
		}
		args = append(args, word)
	}
	if args[0] == "init" {
		args = append(args, "--yes", "-o", "started.toml")
	}
	return args, true
}

// TestProfilePageIsInStep keeps docs/profile.md in step with the types. Run it with
// -update to rewrite the page.
func TestProfilePageIsInStep(t *testing.T) {
	path, err := filepath.Abs("../../docs/profile.md")
	if err != nil {
		t.Fatal(err)
	}
	page := profilePage(t)
	if *update {
		if err := os.WriteFile(path, []byte(page), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	if have, err := os.ReadFile(path); err != nil || string(have) != page {
		t.Errorf("docs/profile.md is not what the types say; run `go test ./cmd/ghresume -run InStep -update` (%v)", err)
	}
}

// schemaNode is the part of the schema that the page prints.
type schemaNode struct {
	Description string
	Type        any
	Enum        []string
	Properties  json.RawMessage
	Items       *schemaNode
	Extra       any `json:"additionalProperties"`
}

func profilePage(t *testing.T) string {
	t.Helper()
	var root schemaNode
	if err := json.Unmarshal(schemaOfTypes(t), &root); err != nil {
		t.Fatal(err)
	}
	var b strings.Builder
	b.WriteString("# Every key of resume.toml\n\n```toml\n" + profileExample + "```\n\nDates are `2021`, `2021-03` or `2021-03-15`; unknown keys are errors. " +
		"This page is generated from the doc comments of package `resume`, as is the schema for editors (`ghresume schema`).\n")
	writeProfileTable(t, &b, "", root)
	return b.String()
}

// profileExample is the shortest profile that shows each kind of key.
const profileExample = `name = "Ada Lovelace"
title = "Backend Developer"
email = "ada@example.com"

[github]
user = "ada"

[[experience]]
title = "Engineer"
company = "Harbour Ltd"
start = "2021-03"
highlights = ["Cut the nightly import from 5 h to 40 min by batching writes"]

[layout]
theme = "classic"
`

// TestProfileExample: the example of the page is a valid profile.
func TestProfileExample(t *testing.T) {
	if _, err := resume.ParseProfile("resume.toml", []byte(profileExample)); err != nil {
		t.Error(err)
	}
}

// aboutTable returns the description of a table without the name, which is in the heading.
func aboutTable(header, description string) string {
	text := strings.Join(strings.Fields(description), " ")
	for _, name := range []string{header + ": ", "The table " + header + ": ", "The table " + header + "."} {
		text = strings.TrimPrefix(text, name)
	}
	if text == "" {
		return ""
	}
	return strings.ToUpper(text[:1]) + text[1:]
}

// writeProfileTable prints the keys of a table, then the tables in it.
func writeProfileTable(t *testing.T, b *strings.Builder, path string, node schemaNode) {
	t.Helper()
	type key struct {
		name string
		node schemaNode
	}
	var plain, tables []key
	decoder := json.NewDecoder(bytes.NewReader(node.Properties))
	_, _ = decoder.Token()
	for decoder.More() {
		name, err := decoder.Token()
		if err != nil {
			t.Fatal(err)
		}
		k := key{name: fmt.Sprint(name)}
		if err := decoder.Decode(&k.node); err != nil {
			t.Fatal(err)
		}
		if k.node.Properties != nil || k.node.Items != nil && k.node.Items.Properties != nil && k.node.Items.Type == "object" {
			tables = append(tables, k)
		} else {
			plain = append(plain, k)
		}
	}
	if len(plain) > 0 && plain[0].node.Description == "" { // free names, with some suggestions
		var names []string
		for _, k := range plain {
			names = append(names, "`"+k.name+"`")
		}
		fmt.Fprintf(b, "\nAny name will do, such as %s.\n", strings.Join(names, ", "))
		plain = nil
	}
	if len(plain) > 0 {
		b.WriteString("\n| key | meaning |\n| --- | --- |\n")
	}
	for _, k := range plain {
		text := k.node.Description
		if len(k.node.Enum) > 0 && !strings.Contains(text, k.node.Enum[0]) {
			text += " One of " + strings.Join(k.node.Enum, ", ") + "."
		}
		fmt.Fprintf(b, "| `%s` | %s |\n", k.name, strings.ReplaceAll(strings.Join(strings.Fields(text), " "), "|", "\\|"))
	}
	for _, k := range tables {
		full := strings.TrimPrefix(path+"."+k.name, ".")
		header, inner := "["+full+"]", k.node
		if k.node.Items != nil {
			header, inner = "[["+full+"]]", *k.node.Items
		}
		fmt.Fprintf(b, "\n## `%s`\n", header)
		if about := aboutTable(header, k.node.Description); about != "" {
			fmt.Fprintf(b, "\n%s\n", about)
		}
		writeProfileTable(t, b, full, inner)
	}
}
