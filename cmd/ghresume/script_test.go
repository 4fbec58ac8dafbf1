package main

import (
	"errors"
	"flag"
	"os"
	"os/exec"
	"path/filepath"
	"runtime/debug"
	"strconv"
	"testing"
	"time"

	"github.com/rogpeppe/go-internal/testscript"

	"github.com/ghresume/ghresume/internal/githubtest"
	"github.com/ghresume/ghresume/internal/racing"
)

var update = flag.Bool("update", false, "write what the scripts' cmp commands see into the scripts")

func TestMain(m *testing.M) {
	testscript.Main(m, map[string]func(){"ghresume": scriptMain})
}

// scriptMain is main with the clock of the scripts. Each run ends before collecting its
// garbage would pay; one that does not end, such as preview, collects it in time.
func scriptMain() {
	debug.SetGCPercent(-1)
	debug.SetMemoryLimit(256 << 20)
	w := processCLI()
	w.Now = func() time.Time { return demoTime }
	os.Exit(runToSignal(w, os.Args[1:]))
}

// TestScripts runs testdata/script. Each script has its own GitHub, which serves the
// demo's account; the command `github` breaks or queries it.
func TestScripts(t *testing.T) {
	params := testscript.Params{
		Dir:                 "testdata/script",
		UpdateScripts:       *update,
		RequireExplicitExec: true,
		Setup:               setupScript,
		Cmds:                map[string]func(*testscript.TestScript, bool, []string){"github": scriptGitHub, "exits": scriptExits},
	}
	if racing.Detector && testing.Short() {
		params.Dir, params.Files = "", concurrentScripts(t)
	}
	testscript.Run(t, params)
}

// concurrentScripts returns scripts of commands that use concurrency, one for each way into
// package ghsync and out of it: the race detector makes each program start slowly, and has
// nothing to find in the others. The action publishes with the client of publish.
func concurrentScripts(t *testing.T) []string {
	t.Helper()
	var out []string
	for _, name := range []string{"sync", "action", "preview", "generate_failures", "generate_no_token"} {
		found, err := filepath.Glob("testdata/script/" + name + ".txtar")
		if err != nil || len(found) == 0 {
			t.Fatalf("there is no script %s: %v", name, err)
		}
		out = append(out, found...)
	}
	return out
}

// skipOneByOne skips a test of commands without concurrency under the race detector.
func skipOneByOne(t *testing.T) {
	t.Helper()
	if racing.Detector && testing.Short() {
		t.Skip("does one thing after another")
	}
}

type serverKey struct{}

func setupScript(env *testscript.Env) error {
	server := githubtest.Start(githubtest.Demo())
	env.Defer(server.Close)
	env.Values[serverKey{}] = server
	env.Setenv("GITHUB_API_URL", server.URL)
	env.Setenv("GITHUB_GRAPHQL_URL", server.URL+"/graphql")
	env.Setenv("TOKEN", githubtest.Token)
	env.Setenv("XDG_CACHE_HOME", env.WorkDir+"/.cache")
	env.Setenv("HOME", env.WorkDir+"/home")
	return nil
}

// scriptGitHub is the command `github`: `github break KIND N` breaks the requests from the
// Nth on, `github mend` ends that, `github deny FIELD…` denies fields until `github allow`,
// `github requests N` expects N requests since the last such line; `github checkout REPO BRANCH` sets GITHUB_SHA as the runner does.
func scriptGitHub(ts *testscript.TestScript, neg bool, args []string) {
	server := ts.Value(serverKey{}).(*githubtest.Server)
	switch {
	case len(args) == 3 && args[0] == "break":
		server.Break(githubtest.Fault{Kind: githubtest.FaultKind(args[1]), Nth: number(ts, args[2]), Times: -1})
	case len(args) > 1 && args[0] == "deny":
		account := githubtest.Demo()
		for _, field := range args[1:] {
			account.Denied = append(account.Denied, githubtest.Denial{Field: field, Message: "Resource not accessible by integration"})
		}
		server.Set(account)
	case len(args) == 1 && args[0] == "allow":
		server.Set(githubtest.Demo())
	case len(args) == 1 && args[0] == "mend":
		server.Break()
	case len(args) == 2 && args[0] == "requests":
		if got := len(server.Requests()); (got == number(ts, args[1])) == neg {
			ts.Fatalf("GitHub got %d requests", got)
		}
		server.Reset()
	case len(args) == 5 && args[0] == "push":
		server.Push(args[1], args[2], args[3], ts.ReadFile(args[4]))
	case len(args) == 5 && args[0] == "holds":
		if text, ok := server.File(args[1], args[2], args[3]); (ok && text == ts.ReadFile(args[4])) == neg {
			ts.Fatalf("%s of %s holds %q", args[3], args[1], text)
		}
	case len(args) == 3 && args[0] == "checkout":
		ts.Setenv("GITHUB_SHA", server.Head(args[1], args[2]))
	case len(args) == 2 && args[0] == "refuse":
		server.Refuse(githubtest.Refusal(args[1]))
	case len(args) == 3 && args[0] == "retarget":
		server.Retarget(args[1], args[2])
	case len(args) == 3 && args[0] == "pushed":
		at, err := time.Parse(time.DateOnly, args[2])
		ts.Check(err)
		server.Set(demoWith(args[1], func(r *githubtest.Repository) { r.PushedAt = at }))
	case len(args) == 3 && args[0] == "stars":
		stars := number(ts, args[2])
		server.Set(demoWith(args[1], func(r *githubtest.Repository) { r.Stars = stars }))
	case len(args) == 2 && args[0] == "race":
		server.Race(number(ts, args[1]))
	case len(args) == 3 && args[0] == "proposals":
		if got := len(server.PullRequests(args[1])); (got == number(ts, args[2])) == neg {
			ts.Fatalf("%d pull requests are open", got)
		}
	default:
		ts.Fatalf("usage: github break KIND N | mend | deny FIELD… | allow | requests N | push REPO BRANCH PATH FILE | holds REPO BRANCH PATH FILE | checkout REPO BRANCH | refuse WHY | race N | proposals REPO N | retarget REPO BASE | pushed REPO DATE | stars REPO N")
	}
}

// demoWith returns the demo's account with a change to a repository.
func demoWith(repository string, change func(*githubtest.Repository)) githubtest.Account {
	account := githubtest.Demo()
	for i, r := range account.Repositories {
		if r.Name == repository {
			change(&account.Repositories[i])
		}
	}
	return account
}

// scriptExits is the command `exits STATUS ghresume …`: it expects that exit status and
// leaves stdout and stderr to the next lines.
func scriptExits(ts *testscript.TestScript, _ bool, args []string) {
	if len(args) < 2 || args[1] != "ghresume" {
		ts.Fatalf("usage: exits STATUS ghresume …")
	}
	got := 0
	if exit, ok := errors.AsType[*exec.ExitError](ts.Exec(args[1], args[2:]...)); ok {
		got = exit.ExitCode()
	}
	if got != number(ts, args[0]) {
		ts.Fatalf("exit status %d, want %s", got, args[0])
	}
}

func number(ts *testscript.TestScript, s string) int {
	n, err := strconv.Atoi(s)
	ts.Check(err)
	return n
}
