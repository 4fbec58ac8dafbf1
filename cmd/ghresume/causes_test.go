package main

import (
	"bytes"
	"crypto/ecdsa"
	"crypto/elliptic"
	"crypto/rand"
	"crypto/tls"
	"crypto/x509"
	"errors"
	"io"
	"log"
	"math/big"
	"net"
	"net/http"
	"net/http/httptest"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"github.com/ghresume/ghresume/internal/cli"
	"github.com/ghresume/ghresume/internal/githubtest"
)

// stranger is a user's machine, with the obstacles between it and GitHub.
type stranger struct {
	env  []string
	args []string
	// prepare may be nil; it is called with the folder in which the command runs.
	prepare func(t *testing.T, dir string)
	// requests counts what reached the server; nil if this is not counted.
	requests *atomic.Int32
	most     int32
}

// answering returns a server that gives every request the same response.
func answering(t *testing.T, status int, body string) stranger {
	t.Helper()
	n := &atomic.Int32{}
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) {
		n.Add(1)
		w.WriteHeader(status)
		_, _ = io.WriteString(w, body)
	}))
	t.Cleanup(server.Close)
	return stranger{env: []string{"GITHUB_API_URL=" + server.URL, "GITHUB_GRAPHQL_URL=" + server.URL + "/graphql", "GH_TOKEN=ghp_x"}, requests: n, most: 2} // two parts are requested at once
}

// certified returns a server with an untrusted certificate that expires at end.
func certified(t *testing.T, end time.Time) stranger {
	t.Helper()
	key, err := ecdsa.GenerateKey(elliptic.P256(), rand.Reader)
	if err != nil {
		t.Fatal(err)
	}
	template := &x509.Certificate{SerialNumber: big.NewInt(1), NotBefore: end.Add(-time.Hour), NotAfter: end, IPAddresses: []net.IP{net.IPv4(127, 0, 0, 1)}}
	der, err := x509.CreateCertificate(rand.Reader, template, template, &key.PublicKey, key)
	if err != nil {
		t.Fatal(err)
	}
	n := &atomic.Int32{}
	server := httptest.NewUnstartedServer(http.NotFoundHandler())
	server.TLS = &tls.Config{Certificates: []tls.Certificate{{Certificate: [][]byte{der}, PrivateKey: key}}}
	server.Config.ErrorLog = log.New(io.Discard, "", 0)
	server.Config.ConnState = func(_ net.Conn, state http.ConnState) {
		if state == http.StateNew {
			n.Add(1)
		}
	}
	server.StartTLS()
	t.Cleanup(server.Close)
	return stranger{env: []string{"GITHUB_API_URL=" + server.URL}, requests: n, most: 1}
}

// proxied returns a machine that uses a proxy.
func proxied(address string) stranger {
	return stranger{env: []string{"GITHUB_API_URL=https://ghe.example/api/v3", "HTTPS_PROXY=" + address, "GH_ENTERPRISE_TOKEN=x"}}
}

func (s stranger) with(args ...string) stranger {
	s.args = args
	return s
}

func gitIn(t *testing.T, dir string, args ...string) {
	t.Helper()
	cmd := exec.CommandContext(t.Context(), "git", append([]string{"-c", "user.name=a", "-c", "user.email=a@b.example", "-c", "init.defaultBranch=main"}, args...)...)
	cmd.Dir = dir
	if out, err := cmd.CombinedOutput(); err != nil {
		t.Fatalf("git %s: %v\n%s", args, err, out)
	}
}

// detached makes a clone with a detached HEAD.
func detached(t *testing.T, dir string) {
	gitIn(t, dir, "init", "--quiet")
	gitIn(t, dir, "commit", "--quiet", "--allow-empty", "-m", "one")
	gitIn(t, dir, "checkout", "--quiet", "--detach")
}

// TestEveryCauseHasAHintOfItsOwn runs a user's first command with an obstacle in the way:
// each cause is named once, with what helps against it.
func TestEveryCauseHasAHintOfItsOwn(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("the messages of its network are its own")
	}
	silent, err := net.Listen("tcp", "127.0.0.1:0") // accepts, and never responds
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = silent.Close() })
	wantsPassword := answering(t, http.StatusProxyAuthRequired, "")
	account := githubtest.Start(githubtest.Demo())
	t.Cleanup(account.Close)
	demo := stranger{env: []string{"GITHUB_API_URL=" + account.URL, "GITHUB_GRAPHQL_URL=" + account.URL + "/graphql", "GH_TOKEN=" + githubtest.Token}}
	limited := answering(t, http.StatusForbidden, `{"message": "API rate limit exceeded for 192.0.2.1."}`)
	limited.most = 10

	for name, test := range map[string]struct {
		stranger
		text, hint string
	}{
		"no name":            {stranger{env: []string{"GITHUB_API_URL=https://no-such-host.invalid"}}, "no address was found for no-such-host.invalid", "spelling in GITHUB_API_URL"},
		"refused":            {stranger{env: []string{"GITHUB_API_URL=http://127.0.0.1:1"}}, "127.0.0.1:1 refused the connection", "host and port in GITHUB_API_URL"},
		"timeout":            {stranger{env: []string{"GITHUB_API_URL=http://" + silent.Addr().String()}}.with("--timeout", "1s"), "GitHub could not be read within 1s", "--timeout"},
		"unknown authority":  {certified(t, time.Now().Add(time.Hour)), "an authority that this machine does not know", "SSL_CERT_FILE"},
		"expired":            {certified(t, time.Now().Add(-time.Minute)), "has expired", "date and time"},
		"proxy's password":   {proxied(strings.TrimPrefix(wantsPassword.env[0], "GITHUB_API_URL=")), "the proxy wants a password", "http://USER:PASSWORD@HOST:PORT"},
		"proxy is not there": {proxied("http://127.0.0.1:1"), "the proxy on the way to ghe.example cannot be reached", "HTTPS_PROXY"},
		"captive portal":     {stranger{env: answering(t, 200, "<html>Welcome to the hotel").env}, "web page where GitHub's JSON belongs", "log in to the network"},
		"token with a line":  {stranger{env: []string{"GH_TOKEN=ghp_a\nb"}}, "the token contains characters", "to the token alone"},
		"token expired":      {answering(t, 401, `{"message": "Your token has expired"}`), "it has expired", "settings/tokens"},
		"token refused":      {answering(t, 401, `{"message": "Bad credentials"}`), "rejected the token (401 Bad credentials)", "renew"},
		"limit":              {limited.with("--timeout", "5s"), "rate limit", "--no-github prints without a network"},
		"nearest login":      {demo.with("-u", "ada-dem0", "-p", "resume.toml"), `knows no user "ada-dem0"`, `did you mean "ada-demo"?`},
		"unknown login":      {demo.with("-u", "zzzzzzzz"), `knows no user "zzzzzzzz"`, "check the login"},
		"suspended":          {answering(t, 403, `{"message": "Sorry. Your account was suspended."}`), "account was suspended", "only its owner can ask for it back"},
		"organization":       {demo.with("-u", "difference-works"), `"difference-works" is an organization`, "name a person"},
		"no folder":          {demo.with("-u", "ada-demo", "-o", "no/such/resume.pdf"), "no/such/resume.pdf: there is no folder no/such", "make the folder"},
		"not a repository":   {stranger{args: []string{"publish", "--git", "resume.toml"}}, "not a git repository", "in a clone of your repository"},
		"detached HEAD":      {stranger{args: []string{"publish", "--git", "resume.toml"}, prepare: detached}, "HEAD is detached", "--branch"},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			messages := test.run(t)
			at := strings.LastIndex(messages, "hint: ")
			if at < 0 || !strings.Contains(messages[:at], test.text) || !strings.Contains(messages[at:], test.hint) || strings.Contains(messages, "ghp_") {
				t.Errorf("want %q, then %q; got\n%s", test.text, test.hint, messages)
			}
			if test.requests != nil && test.requests.Load() > test.most {
				t.Errorf("tried %d times", test.requests.Load())
			}
		})
	}
}

// run runs the command as the user types it and returns stderr; the command must fail.
func (s stranger) run(t *testing.T) string {
	t.Helper()
	dir := t.TempDir()
	if err := os.WriteFile(filepath.Join(dir, "resume.toml"), []byte("name = \"Ada\"\n[github]\nuser = \"ada-demo\"\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	if s.prepare != nil {
		s.prepare(t, dir)
	}
	args := s.args
	if len(args) == 0 || strings.HasPrefix(args[0], "-") {
		args = append([]string{"generate", "--strict"}, args...)
	}
	cmd := exec.CommandContext(t.Context(), linkedProgram(t), args...)
	var messages bytes.Buffer
	cmd.Dir, cmd.Stderr = dir, &messages
	cmd.Env = append([]string{"PATH=" + os.Getenv("PATH"), "HOME=" + dir, "XDG_CACHE_HOME=" + filepath.Join(dir, "cache"), "GH_CONFIG_DIR=" + dir}, s.env...)
	if exit, ok := errors.AsType[*exec.ExitError](cmd.Run()); !ok || exit.ExitCode() != cli.StatusFailed {
		t.Errorf("it did not fail with status 3: %v", exit)
	}
	return messages.String()
}
