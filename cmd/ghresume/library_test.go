package main

import (
	"bytes"
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/ghresume/ghresume/ghsync"
	"github.com/ghresume/ghresume/internal/cli"
	"github.com/ghresume/ghresume/internal/githubtest"
	"github.com/ghresume/ghresume/render"
	"github.com/ghresume/ghresume/resume"
)

// writeResume is the program of docs/library.md, word for word.
func writeResume(ctx context.Context, client *ghsync.Client, account ghsync.Account, path string) error {
	text, err := os.ReadFile("resume.toml")
	if err != nil {
		return err
	}
	profile, err := resume.ParseProfile("resume.toml", text)
	if err != nil {
		return err
	}
	snapshot, err := client.Fetch(ctx, account)
	if err != nil {
		return err
	}
	printed, err := render.New(resume.Build(profile, snapshot), render.Look{})
	if err != nil {
		return err
	}
	file, err := printed.File(render.Output{Path: path})
	if err != nil {
		return err
	}
	return os.WriteFile(path, file.Data, 0o644)
}

// libraryProfile uses everything that a document has besides its text.
const libraryProfile = `name = "Ada Beispiel"
title = "Backend Developer"
email = "ada@example.com"
location = "Austin, TX"
summary = "Ada writes servers in Go."
[links]
linkedin = "ada-beispiel"
[github]
user = "ada-demo"
[[experience]]
title = "Developer"
company = "Works"
start = "2019"
highlights = ["Cut the build from 9 to 3 minutes"]
[layout]
theme = "classic"
accent = "#305080"
max_pages = 1
`

// TestLibraryIsTheProgram: the program of docs/library.md writes the same bytes as the
// command, in every form.
func TestLibraryIsTheProgram(t *testing.T) {
	skipOneByOne(t)
	page, err := os.ReadFile("../../docs/library.md")
	if err != nil {
		t.Fatal(err)
	}
	source, err := os.ReadFile("library_test.go")
	if err != nil {
		t.Fatal(err)
	}
	_, program, _ := strings.Cut(string(source), "func writeResume")
	program, _, _ = strings.Cut(program, "\n}\n")
	if !strings.Contains(string(page), "```go\nfunc writeResume"+program+"\n}\n```\n") {
		t.Error("docs/library.md holds another program than this file")
	}
	server := githubtest.Start(githubtest.Demo())
	defer server.Close()
	t.Chdir(t.TempDir())
	if err := os.WriteFile("resume.toml", []byte(libraryProfile), 0o644); err != nil {
		t.Fatal(err)
	}
	client, err := ghsync.New(ghsync.Config{Token: githubtest.Token, APIURL: server.URL, GraphQLURL: server.URL + "/graphql"})
	if err != nil {
		t.Fatal(err)
	}
	for _, folder := range []string{"library", "command"} {
		if err := os.Mkdir(folder, 0o755); err != nil {
			t.Fatal(err)
		}
	}
	for _, form := range render.Forms() {
		path := filepath.Join("library", exampleOf(form))
		if err := writeResume(t.Context(), client, ghsync.Account{Login: "ada-demo", Now: demoTime}, path); err != nil {
			t.Fatal(err)
		}
		compareWithCommand(t, server.URL, path)
	}
}

func compareWithCommand(t *testing.T, api, path string) {
	t.Helper()
	other := filepath.Join("command", filepath.Base(path))
	var messages bytes.Buffer
	w := demoCLI(&cli.Env{Stdin: strings.NewReader(""), Stdout: &messages, Stderr: &messages}, api, t.TempDir())
	w.Now = func() time.Time { return demoTime }
	if status := run(t.Context(), w, []string{"generate", "-o", other}); status != cli.StatusDone {
		t.Fatalf("%s: status %d: %s", other, status, &messages)
	}
	ours, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	theirs, err := os.ReadFile(other)
	if err != nil || !bytes.Equal(ours, theirs) {
		t.Errorf("%s: the library writes %d bytes, the command %d others: %v", path, len(ours), len(theirs), err)
	}
}

// exampleOf returns an example file name of a form.
func exampleOf(f render.Form) string {
	if f.Ending == ".svg" {
		return "header.svg" // the name selects the picture
	}
	return "resume" + f.Ending
}
