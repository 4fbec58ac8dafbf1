package main

import (
	"bytes"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/ghresume/ghresume/internal/githubtest"
	"github.com/ghresume/ghresume/render"
)

// TestWorkflowWithAct runs the workflow of `ghresume init --workflow` as GitHub's runner
// would: act reads it, uses this folder as ghresume/ghresume@v1, and runs the steps
// against a GitHub on loopback.
func TestWorkflowWithAct(t *testing.T) {
	job := newActJob(t, map[string]string{
		workflowPath: string(workflowText), "README.md": "Mine.\n\n" + render.StartMarker + "\n" + render.EndMarker + "\n", "resume.toml": string(demoProfile),
	})

	log := job.run("success")
	job.wants(log, "committed README.md to main", "the first run")
	if text := job.readme(); !strings.HasPrefix(text, "Mine.\n") || !strings.Contains(text, "[ledgerd]") {
		t.Errorf("the branch holds %q", text)
	}
	commits := job.server.Commits()
	job.wants(job.run("success"), "nothing differs from main", "the second run")
	if made := job.server.Commits() - commits; made != 0 {
		t.Errorf("the second run made %d commits", made)
	}

	account := githubtest.Demo()
	account.Repositories[0].Stars += 100
	job.server.Set(account)
	job.server.Race(2)
	log = job.run("success")
	job.wants(log, "rendering again on its new state", "the race")
	job.wants(log, "committed README.md to main", "the star")
	if _, ok := job.server.File(actRepository, "main", "elsewhere.txt"); !ok {
		t.Error("what the others pushed is lost")
	}

	before := job.readme()
	account.Repositories[0].Stars += 100
	job.server.Set(account)
	for why, want := range map[githubtest.Refusal]string{githubtest.ReadOnly: "permissions: contents: write", githubtest.Protected: `pull-request: "true"`} {
		job.server.Refuse(why)
		job.wants(job.run("failure"), want, string(why))
	}
	job.server.Refuse("")
	job.server.Break(githubtest.Fault{Kind: githubtest.ServerError, Nth: 1, Times: -1})
	job.wants(job.run("failure"), "GitHub returned a server error", "a failing API")
	if job.readme() != before {
		t.Error("a failure changed the branch")
	}
}

// TestOneStepWithAct runs a workflow whose only step is the action.
func TestOneStepWithAct(t *testing.T) {
	job := newActJob(t, map[string]string{
		workflowPath: "name: Resume\non: workflow_dispatch\njobs:\n  resume:\n    runs-on: ubuntu-latest\n    steps:\n      - uses: ghresume/ghresume@v1\n",
		"README.md":  "Mine.\n\n" + render.StartMarker + "\n" + render.EndMarker + "\n", "resume.toml": string(demoProfile),
	})
	log := job.run("success")
	job.wants(log, "there is no checkout here; read 2 files from "+actRepository, "no checkout")
	job.wants(log, "committed README.md to main", "no checkout")
	if text := job.readme(); !strings.HasPrefix(text, "Mine.\n") || !strings.Contains(text, "Ada Beispiel") {
		t.Errorf("the branch holds %q", text)
	}
}

// TestCohortWithAct runs the reusable workflow for a class: each person has a job, and one
// account that cannot be read does not fail the other jobs.
func TestCohortWithAct(t *testing.T) {
	page, err := os.ReadFile("../../docs/action.md")
	mustDo(t, err)
	workflow := regexp.MustCompile("(?s)```yaml\n(name: Resumes\n.*?)```").FindSubmatch(page)
	if workflow == nil {
		t.Fatal("docs/action.md shows no class")
	}
	files := map[string]string{workflowPath: strings.Replace(string(workflow[1]), `"ada"`, `"ada-demo"`, 1)}
	for _, person := range []string{"ada-demo", "grace", "linus"} {
		files["people/"+person+"/resume.toml"] = "name = \"" + person + "\"\n"
	}
	job := newActJob(t, files)
	log := job.run("failure")
	for _, want := range []string{"[resumes/Cohort/resume-3]", `GitHub knows no user "grace"`, `GitHub knows no user "linus"`,
		"committed people/ada-demo/README.md, people/ada-demo/resume.pdf to main"} {
		job.wants(log, want, "the class")
	}
	for path, want := range map[string]bool{"people/ada-demo/README.md": true, "people/ada-demo/resume.pdf": true, "people/grace/README.md": false} {
		if _, ok := job.server.File(actRepository, "main", path); ok != want {
			t.Errorf("%s is on the branch: %t", path, ok)
		}
	}
}

const actRepository = "ada-demo/notes"

// actJob is a repository with the workflow, and the GitHub that hosts it.
type actJob struct {
	t      *testing.T
	server *githubtest.Server
	dir    string
	args   []string
}

func newActJob(t *testing.T, files map[string]string) *actJob {
	t.Helper()
	if _, err := exec.LookPath("act"); err != nil {
		t.Skip("act is not installed; .ci/act installs and runs it")
	}
	j := &actJob{t: t, server: githubtest.Start(githubtest.Demo()), dir: t.TempDir()}
	t.Cleanup(j.server.Close)
	for path, text := range files {
		mustDo(t, os.MkdirAll(filepath.Dir(filepath.Join(j.dir, path)), 0o755))
		mustDo(t, os.WriteFile(filepath.Join(j.dir, path), []byte(text), 0o644))
		j.server.Push(actRepository, "main", path, text)
	}
	j.git("init", "-q", "-b", "main")
	j.git("remote", "add", "origin", "https://github.com/"+actRepository)
	j.git("add", ".")
	j.git("commit", "-qm", "start")
	root, err := filepath.Abs("../..")
	mustDo(t, err)
	builds, err := exec.Command("go", "env", "GOCACHE").Output()
	mustDo(t, err)
	j.args = []string{"workflow_dispatch", "-P", "ubuntu-latest=-self-hosted", "--local-repository", "ghresume/ghresume@v1=" + root,
		"--local-repository", "actions/cache@" + cachePin(t) + "=" + noCache(t),
		"--env", "GITHUB_API_URL=" + j.server.URL, "--env", "GITHUB_GRAPHQL_URL=" + j.server.URL + "/graphql",
		"--env", "XDG_CACHE_HOME=" + t.TempDir(), "--env", "GOCACHE=" + strings.TrimSpace(string(builds)),
		"--env", "RUNNER_TEMP=" + t.TempDir(), "-s", "GITHUB_TOKEN=" + githubtest.Token}
	return j
}

// git runs git in the job's repository.
func (j *actJob) git(args ...string) {
	j.t.Helper()
	cmd := exec.Command("git", append([]string{"-c", "user.name=Ada", "-c", "user.email=ada@beispiel.example"}, args...)...)
	cmd.Dir = j.dir
	if out, err := cmd.CombinedOutput(); err != nil {
		j.t.Fatalf("git %v: %v: %s", args, err, out)
	}
}

// cachePin returns the commit of actions/cache in the workflow.
func cachePin(t *testing.T) string {
	t.Helper()
	found := regexp.MustCompile(`actions/cache@([0-9a-f]{40})`).FindSubmatch(workflowText)
	if found == nil {
		t.Fatal("the workflow has no pinned actions/cache")
	}
	return string(found[1])
}

// noCache makes a stub of actions/cache, which is not on this machine.
func noCache(t *testing.T) string {
	t.Helper()
	dir := t.TempDir()
	mustDo(t, os.WriteFile(filepath.Join(dir, "action.yml"), []byte("name: none\ndescription: none\nruns:\n  using: composite\n  steps:\n    - run: 'true'\n      shell: bash\n"), 0o644))
	return dir
}

// run runs the workflow and checks how the job ends.
func (j *actJob) run(want string) string {
	j.t.Helper()
	cmd := exec.Command("act", j.args...)
	cmd.Dir = j.dir
	cmd.Env = slices.DeleteFunc(os.Environ(), func(v string) bool { // the test may itself run in a workflow
		return strings.HasPrefix(v, "GITHUB_") || strings.HasPrefix(v, "ACTIONS_") || strings.HasPrefix(v, "RUNNER_") || strings.HasPrefix(v, "GH_")
	})
	var log bytes.Buffer
	cmd.Stdout, cmd.Stderr = &log, &log
	err := cmd.Run()
	if (err == nil) != (want == "success") {
		j.t.Fatalf("want %s: %v\n%s", want, err, &log)
	}
	if strings.Contains(log.String(), githubtest.Token) {
		j.t.Error("the token is printed")
	}
	j.t.Log(log.String())
	return log.String()
}

func (j *actJob) wants(log, text, what string) {
	j.t.Helper()
	if !strings.Contains(log, text) {
		j.t.Errorf("%s: the log lacks %q:\n%s", what, text, log)
	}
}

// readme returns the README on the branch.
func (j *actJob) readme() string {
	text, _ := j.server.File(actRepository, "main", "README.md")
	return text
}
