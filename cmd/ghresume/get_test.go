package main

import (
	"archive/tar"
	"bytes"
	"compress/gzip"
	"crypto/sha256"
	"fmt"
	"net/http"
	"net/http/httptest"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
)

// getTools are the programs that the script may use; go is a stub.
var getTools = strings.Fields("bash git curl awk grep sort tail tr xargs cat cut find mkdir rm cp mv mktemp chmod basename sha256sum tar gzip sh")

// TestGetGhresume runs the script that downloads the action's binary, against releases
// served on loopback.
func TestGetGhresume(t *testing.T) {
	skipOneByOne(t)
	if runtime.GOOS != "linux" {
		t.Skip("the script's programs are linked as Linux has them")
	}
	site := newReleaseSite(t)
	const runnersFolder = "/home/runner/work/_actions/ghresume/ghresume/"
	for name, c := range map[string]struct {
		env  map[string]string
		want string // the binary's output, or the beginning of the summary
	}{
		"the moving tag":            {map[string]string{"ACTION_REF": "v1"}, "release v1.2.3"},
		"a release's tag":           {map[string]string{"ACTION_REF": "v1.2.3"}, "release v1.2.3"},
		"a pinned commit":           {map[string]string{"ACTION_REF": site.commit, "GH": site.commit}, "release v1.2.3"},
		"of several, the highest":   {map[string]string{"ACTION_REF": "v2"}, "release v2.10.0"},
		"a tag, verified":           {map[string]string{"ACTION_REF": "v1", "GH": site.commit}, "release v1.2.3"},
		"a replaced asset":          {map[string]string{"ACTION_REF": site.commit, "GH": "another"}, "built"},
		"a replaced asset of a tag": {map[string]string{"ACTION_REF": "v1", "GH": "another"}, "built"},
		"a replaced one, and no go": {map[string]string{"ACTION_REF": "v1", "GH": "another", "NO_GO": "1"}, "**Failed**: the provenance of ghresume_linux_amd64.tar.gz is not that of commit " + site.commit},
		"a pin without gh":          {map[string]string{"ACTION_REF": site.commit}, "built"},
		"the runner's folder":       {map[string]string{"ACTION_REF": "v4", "ACTION_REPOSITORY": "actions/checkout", "ACTION_PATH": runnersFolder + "v1"}, "release v1.2.3"},
		"on Windows":                {map[string]string{"ACTION_PATH": `D:\a\_actions\ghresume\ghresume\v1`}, "release v1.2.3"},
		"a version":                 {map[string]string{"ACTION_REF": "main", "WANTED_VERSION": "1.2.3"}, "release v1.2.3"},
		"a branch":                  {map[string]string{"ACTION_REF": "main"}, "built"},
		"an old moving tag":         {map[string]string{"ACTION_REF": "v0"}, "built"},
		"the folder itself":         {map[string]string{"ACTION_REF": "", "ACTION_REPOSITORY": ""}, "built"},
		"another action's names":    {map[string]string{"ACTION_REF": "v1", "ACTION_REPOSITORY": "actions/setup-go"}, "built"},
		"a fork without releases":   {map[string]string{"ACTION_REF": "v1", "ACTION_REPOSITORY": "somebody/ghresume"}, "built"},
		"another machine":           {map[string]string{"ACTION_REF": "v1", "RUNNER_ARCH": "ARM64"}, "built"},
		"no site":                   {map[string]string{"ACTION_REF": "v1", "SERVER_URL": "http://127.0.0.1:1"}, "built"},
		"no go":                     {map[string]string{"ACTION_REF": "main", "NO_GO": "1"}, "**Failed**: there is no release for main on linux/amd64, and there is no Go"},
		"no site and no go":         {map[string]string{"ACTION_REF": "v1", "SERVER_URL": "http://127.0.0.1:1", "NO_GO": "1"}, "**Failed**: the releases at http://127.0.0.1:1/ghresume/ghresume cannot be read"},
		"a build that fails":        {map[string]string{"ACTION_REF": "main", "GO_FAILS": "1"}, "**Failed**: ghresume could not be built"},
		"a wrong checksum":          {map[string]string{"ACTION_REF": "v1.2.4"}, "**Failed**: the checksum of ghresume_linux_amd64.tar.gz of v1.2.4 does not match"},
		"a version that is not":     {map[string]string{"WANTED_VERSION": "v9.9.9"}, "**Failed**: the release v9.9.9 cannot be had"},
		"a version that is a trick": {map[string]string{"WANTED_VERSION": "v1\n::warning::mine"}, "**Failed**: the input `version` is not a version"},
	} {
		t.Run(name, func(t *testing.T) {
			site.home = t.TempDir()
			if got := site.get(t, c.env); !strings.HasPrefix(got, c.want) {
				t.Errorf("got %q, want %q", got, c.want)
			}
		})
	}
}

// TestGetGhresumeKeepsItsBuild: a build is made once, and saved where the workflow's cache
// finds it.
func TestGetGhresumeKeepsItsBuild(t *testing.T) {
	if runtime.GOOS != "linux" {
		t.Skip("the script's programs are linked as Linux has them")
	}
	site := newReleaseSite(t)
	if got := site.get(t, map[string]string{"ACTION_REF": "main"}); got != "built" {
		t.Fatal(got)
	}
	if got := site.get(t, map[string]string{"ACTION_REF": "main", "NO_GO": "1"}); got != "built" {
		t.Errorf("the build was not kept: %q", got)
	}
	if err := os.WriteFile(filepath.Join(site.source, "main.go"), []byte("package other"), 0o644); err != nil {
		t.Fatal(err)
	}
	if got := site.get(t, map[string]string{"ACTION_REF": "main", "NO_GO": "1"}); !strings.HasPrefix(got, "**Failed**") {
		t.Errorf("other sources, but the old build: %q", got)
	}
	if got := site.get(t, map[string]string{"ACTION_REF": "main"}); got != "built" {
		t.Error(got)
	}
	kept, _ := filepath.Glob(filepath.Join(site.home, ".cache/ghresume/bin/*"))
	if len(kept) != 2 { // the build and its digest
		t.Fatalf("kept: %v", kept)
	}
	mustDo(t, os.WriteFile(kept[0], []byte("#!/bin/sh\necho another\n"), 0o755))
	if got := site.get(t, map[string]string{"ACTION_REF": "main"}); got != "built" {
		t.Errorf("what is kept was changed, and ran: %q", got)
	}
}

// releaseSite serves ghresume's repository and releases.
type releaseSite struct {
	url, commit, source, home, tools string
}

func newReleaseSite(t *testing.T) *releaseSite {
	t.Helper()
	s := &releaseSite{source: t.TempDir(), home: t.TempDir(), tools: t.TempDir()}
	for _, tool := range getTools {
		path, err := exec.LookPath(tool)
		if err != nil {
			t.Skip(err)
		}
		mustDo(t, os.Symlink(path, filepath.Join(s.tools, tool)))
	}
	mustDo(t, os.WriteFile(filepath.Join(s.source, "main.go"), []byte("package main"), 0o644))
	root := t.TempDir()
	repository := filepath.Join(root, "ghresume/ghresume")
	mustDo(t, os.MkdirAll(repository, 0o755))
	s.commit = gitScript(t, repository, "init --bare -q", "first", "tag v0", "second", "tag -a v1.2.3 -m release", "tag v1", "third", "tag v1.2.4", "fourth", "tag v2.9.0", "tag v2.10.0", "tag v2", "update-server-info")
	for _, tag := range []string{"v1.2.3", "v1.2.4", "v2.9.0", "v2.10.0"} {
		archive := packed(t, "#!/bin/sh\necho release "+tag+"\n")
		sum := sha256.Sum256(archive)
		if tag == "v1.2.4" {
			sum[0]++
		}
		folder := filepath.Join(repository, "releases/download", tag)
		mustDo(t, os.MkdirAll(folder, 0o755))
		mustDo(t, os.WriteFile(filepath.Join(folder, "ghresume_linux_amd64.tar.gz"), archive, 0o644))
		mustDo(t, os.WriteFile(filepath.Join(folder, "checksums.txt"), fmt.Appendf(nil, "%x  ghresume_linux_amd64.tar.gz\n", sum), 0o644))
	}
	server := httptest.NewServer(http.FileServer(http.Dir(root)))
	t.Cleanup(server.Close)
	s.url = server.URL
	return s
}

// gitScript makes a repository; a line without a space is a commit with that message. It
// returns the commit "second".
func gitScript(t *testing.T, dir string, lines ...string) (commit string) {
	t.Helper()
	run := func(args ...string) string {
		cmd := exec.Command("git", append([]string{"-C", dir, "-c", "user.name=Ada", "-c", "user.email=ada@beispiel.example"}, args...)...)
		out, err := cmd.CombinedOutput()
		if err != nil {
			t.Fatalf("git %v: %v: %s", args, err, out)
		}
		return strings.TrimSpace(string(out))
	}
	for _, line := range lines {
		if strings.Contains(line, " ") || strings.Contains(line, "-") {
			run(strings.Fields(line)...)
			continue
		}
		made := run("commit-tree", "-m", line, run("hash-object", "-w", "-t", "tree", "/dev/null"))
		run("update-ref", "HEAD", made)
		if line == "second" {
			commit = made
		}
	}
	return commit
}

// packed returns a release's archive with the given program.
func packed(t *testing.T, program string) []byte {
	t.Helper()
	var b bytes.Buffer
	z := gzip.NewWriter(&b)
	w := tar.NewWriter(z)
	mustDo(t, w.WriteHeader(&tar.Header{Name: "ghresume", Mode: 0o755, Size: int64(len(program))}))
	_, err := w.Write([]byte(program))
	mustDo(t, err)
	mustDo(t, w.Close())
	mustDo(t, z.Close())
	return b.Bytes()
}

// get runs the script and returns the binary's output, or why there is no binary.
func (s *releaseSite) get(t *testing.T, env map[string]string) string {
	t.Helper()
	dir := t.TempDir()
	stub := "#!/bin/sh\n[ -z \"$GO_FAILS\" ] || exit 1\nprintf '#!/bin/sh\\necho built\\n' > \"$3\"\nchmod +x \"$3\"\n" // go build -o FILE
	path := s.tools
	if env["NO_GO"] == "" {
		mustDo(t, os.WriteFile(filepath.Join(dir, "go"), []byte(stub), 0o755))
		path += ":" + dir
	}
	if env["GH"] != "" { // knows the provenance of that commit
		verify := "#!/bin/sh\ncase \"$*\" in *\"--repo ghresume/ghresume --source-digest $GH \"*) ;; *) echo none; exit 1 ;; esac\n"
		mustDo(t, os.WriteFile(filepath.Join(dir, "gh"), []byte(verify), 0o755))
		if env["NO_GO"] != "" {
			path += ":" + dir
		}
	}
	all := map[string]string{
		"ACTION_PATH": s.source, "ACTION_REPOSITORY": "ghresume/ghresume", "SERVER_URL": s.url, "PATH": path, "HOME": s.home,
		"RUNNER_TEMP": dir, "GITHUB_OUTPUT": filepath.Join(dir, "output"), "GITHUB_STEP_SUMMARY": filepath.Join(dir, "summary"),
	}
	cmd := exec.Command("bash", "../../.github/get-ghresume.sh")
	for _, more := range []map[string]string{all, env} {
		for name, value := range more {
			cmd.Env = append(cmd.Env, name+"="+value)
		}
	}
	log, err := cmd.CombinedOutput()
	if err != nil {
		summary, _ := os.ReadFile(all["GITHUB_STEP_SUMMARY"])
		if !strings.Contains(string(log), "::error title=ghresume::") || !strings.Contains(string(summary), " — hint: ") {
			t.Errorf("the failure does not explain itself: %s", log)
		}
		return string(summary)
	}
	output, err := os.ReadFile(all["GITHUB_OUTPUT"])
	mustDo(t, err)
	path, cache, _ := strings.Cut(strings.TrimPrefix(string(output), "path="), "\ncache=")
	if want := filepath.Join(s.home, ".cache"); strings.TrimSpace(cache) != want {
		t.Errorf("the cache is in %q, want %q", cache, want)
	}
	said, err := exec.Command(path).Output()
	mustDo(t, err)
	return strings.TrimSpace(string(said))
}

func mustDo(t *testing.T, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}
