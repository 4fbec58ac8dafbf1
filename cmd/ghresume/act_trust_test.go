package main

import (
	"fmt"
	"net/http/httptest"
	"net/http/httputil"
	"net/url"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/ghresume/ghresume/render"
)

// TestForksPullRequestWithAct runs the action with the head of a fork's pull request
// checked out, for the events that follow it: nothing of it reaches the branch, whether the
// workflow names one or not.
func TestForksPullRequestWithAct(t *testing.T) {
	const step = "      - uses: ghresume/ghresume@v1\n        continue-on-error: true\n"
	job := newActJob(t, map[string]string{
		workflowPath: "name: Resume\non: [pull_request, pull_request_target, workflow_run, issue_comment]\njobs:\n  resume:\n    runs-on: ubuntu-latest\n    steps:\n" +
			"      - run: cp -R \"$HEAD/.\" .\n" + step + step + "        with:\n          branch: main\n",
		"README.md": "Mine.\n\n" + render.StartMarker + "\n" + render.EndMarker + "\n", "resume.toml": string(demoProfile),
	})
	mustDo(t, os.WriteFile(filepath.Join(job.dir, "resume.toml"), []byte("name = \"Mallory\"\n[github]\nuser = \"ada-demo\"\n"), 0o644))
	mustDo(t, os.WriteFile(filepath.Join(job.dir, "skills.toml"), []byte("\"Evil\" = {group = \"Tools\", exact = \"Evil\"}\n"), 0o644))
	job.git("add", ".")
	job.git("commit", "-qm", "hello")
	event := filepath.Join(t.TempDir(), "event.json")
	mustDo(t, os.WriteFile(event, fmt.Appendf(nil, `{"number": 7, "pull_request": {"number": 7, "base": {"ref": "main", "sha": %q},
		"head": {"ref": "patch", "sha": "0123456789012345678901234567890123456789", "repo": {"full_name": "mallory/notes", "fork": true}}},
		"repository": {"full_name": %q, "default_branch": "main"}, "issue": {"number": 7, "pull_request": {}}, "comment": {"body": "hello"}}`,
		job.server.Head(actRepository, "main"), actRepository), 0o644))

	head := job.server.Head(actRepository, "main")
	common := append(job.args[1:], "--env", "HEAD="+job.dir)
	for _, name := range []string{"pull_request", "pull_request_target", "workflow_run", "issue_comment"} {
		job.args = append([]string{name, "-e", event}, common...)
		log := job.run("success")
		job.wants(log, "a run triggered by "+name+" commits nothing; name a branch to commit anyway", name)
		job.wants(log, "resume.toml here differs from the one in ", name+" with a branch")
		if job.server.Head(actRepository, "main") != head {
			t.Fatalf("%s: the pull request reached the branch:\n%s", name, job.readme())
		}
	}
}

// TestReplacedReleaseWithAct pins the action by commit, and replaces the asset of its
// release together with the checksums: another program than the commit's is never run.
func TestReplacedReleaseWithAct(t *testing.T) {
	job := newActJob(t, map[string]string{
		workflowPath: "", "resume.toml": string(demoProfile),
		"README.md": "Mine.\n\n" + render.StartMarker + "\n" + render.EndMarker + "\n",
	})
	site := newReleaseSite(t)
	text := "name: Resume\non: workflow_dispatch\njobs:\n  resume:\n    runs-on: ubuntu-latest\n    steps:\n      - uses: ghresume/ghresume@" + site.commit + "\n"
	mustDo(t, os.WriteFile(filepath.Join(job.dir, workflowPath), []byte(text), 0o644))
	for i, arg := range job.args {
		job.args[i] = strings.Replace(arg, "ghresume/ghresume@v1=", "ghresume/ghresume@"+site.commit+"=", 1)
	}
	job.args = append(job.args, site.asGitHub(t)...)

	gh := t.TempDir()
	t.Setenv("PATH", gh+string(os.PathListSeparator)+os.Getenv("PATH"))
	verify := func(status int) {
		mustDo(t, os.WriteFile(filepath.Join(gh, "gh"), fmt.Appendf(nil, "#!/bin/sh\necho \"asked: $*\"\nexit %d\n", status), 0o755))
	}
	verify(1)
	log := job.run("success")
	job.wants(log, "--source-digest "+site.commit, "the question")
	job.wants(log, "the provenance of ghresume_linux_amd64.tar.gz is not that of commit "+site.commit, "the replaced asset")
	job.wants(log, "committed README.md to main", "the program that was built instead")
	if strings.Contains(log, "release v1.2.3") {
		t.Error("the replaced program ran")
	}
	verify(0)
	job.wants(job.run("success"), "release v1.2.3", "the release with its provenance")
}

// asGitHub returns arguments of act that make github.com this site, for git and curl.
func (s *releaseSite) asGitHub(t *testing.T) []string {
	t.Helper()
	to, err := url.Parse(s.url)
	mustDo(t, err)
	secure := httptest.NewTLSServer(httputil.NewSingleHostReverseProxy(to))
	t.Cleanup(secure.Close)
	home := t.TempDir()
	rc := "insecure\nconnect-to = github.com:443:" + strings.TrimPrefix(secure.URL, "https://") + "\n"
	mustDo(t, os.WriteFile(filepath.Join(home, ".curlrc"), []byte(rc), 0o644))
	return []string{"--env", "CURL_HOME=" + home, "--env", "GIT_CONFIG_COUNT=1",
		"--env", "GIT_CONFIG_KEY_0=url." + s.url + "/.insteadOf", "--env", "GIT_CONFIG_VALUE_0=https://github.com/"}
}
