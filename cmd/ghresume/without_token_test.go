package main

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/ghresume/ghresume/internal/cli"
	"github.com/ghresume/ghresume/internal/githubtest"
)

// TestAnAfternoonWithoutToken edits and prints a hundred times within an hour, with one
// hour's 60 requests. In between, the profile names other people's repositories, each of
// which takes a request.
func TestAnAfternoonWithoutToken(t *testing.T) {
	skipOneByOne(t)
	server := githubtest.Start(githubtest.Demo())
	defer server.Close()
	dir := t.TempDir()
	environment := map[string]string{"GITHUB_API_URL": server.URL, "GITHUB_GRAPHQL_URL": server.URL + "/graphql", "XDG_CACHE_HOME": dir, "HOME": dir}
	profile, resume := filepath.Join(dir, "resume.toml"), filepath.Join(dir, "README.md")
	text := "name = \"Ada\"\n[github]\nuser = \"ada-demo\"\n"
	most := map[string]int{"[[projects]]\nrepo = \"jackc/pgx\"\n": 10, "[[projects]]\nrepo = \"nobody/nothing\"\n": 1}
	for i := range 100 {
		allowed := 0
		switch i {
		case 0:
			allowed = 60
		case 30, 60:
			for entry, n := range most {
				text, allowed = text+entry, n
				delete(most, entry)
				break
			}
		}
		server.Reset()
		if err := os.WriteFile(profile, fmt.Appendf(nil, "%s[[sections]]\ntitle = \"Edit\"\nitems = [\"%d\"]\n", text, i), 0o600); err != nil {
			t.Fatal(err)
		}
		var messages bytes.Buffer
		w := &cli.Env{
			Stdin: strings.NewReader(""), Stdout: &messages, Stderr: &messages,
			Env: func(name string) string { return environment[name] },
			Now: func() time.Time { return demoTime.Add(time.Duration(i) * 35 * time.Second) },
		}
		status := run(t.Context(), w, []string{"generate", "-p", profile, "-o", resume})
		if got := len(server.Requests()); status != cli.StatusDone || got > allowed {
			t.Fatalf("run %d: status %d, %d requests:\n%s", i, status, got, &messages)
		}
		if !strings.Contains(messages.String(), "no repository \"nobody/nothing\"") == strings.Contains(text, "nobody/nothing") {
			t.Errorf("run %d: %s", i, &messages)
		}
	}
	printed, err := os.ReadFile(resume)
	for _, want := range []string{"jackc/pgx", "PostgreSQL driver and toolkit", "- 99"} {
		if err != nil || !strings.Contains(string(printed), want) {
			t.Errorf("%v: there is no %q in\n%s", err, want, printed)
		}
	}
}
