package ghsync_test

import (
	"crypto/ecdsa"
	"crypto/elliptic"
	"crypto/rand"
	"crypto/tls"
	"crypto/x509"
	"crypto/x509/pkix"
	"errors"
	"io"
	"log"
	mathbig "math/big"
	"net"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/ghresume/ghresume/ghsync"
	"github.com/ghresume/ghresume/internal/githubtest"
)

// secure starts a server with a certificate for 127.0.0.1 that expires after valid; it
// counts connections.
func secure(t *testing.T, valid time.Duration) (url string, connections *int) {
	t.Helper()
	key, err := ecdsa.GenerateKey(elliptic.P256(), rand.Reader)
	if err != nil {
		t.Fatal(err)
	}
	template := &x509.Certificate{
		SerialNumber: mathbig.NewInt(1), Subject: pkix.Name{CommonName: "test"}, IsCA: true, BasicConstraintsValid: true,
		NotBefore: time.Now().Add(-time.Hour), NotAfter: time.Now().Add(valid), IPAddresses: []net.IP{net.IPv4(127, 0, 0, 1)},
	}
	der, err := x509.CreateCertificate(rand.Reader, template, template, &key.PublicKey, key)
	if err != nil {
		t.Fatal(err)
	}
	count := 0
	server := httptest.NewUnstartedServer(http.NotFoundHandler())
	server.TLS = &tls.Config{Certificates: []tls.Certificate{{Certificate: [][]byte{der}, PrivateKey: key}}}
	server.Config.ErrorLog = log.New(io.Discard, "", 0)
	server.Config.ConnState = func(_ net.Conn, state http.ConnState) {
		if state == http.StateNew {
			count++
		}
	}
	server.StartTLS()
	t.Cleanup(server.Close)
	return server.URL, &count
}

// reasonOf fetches an account and returns the reason for its failure.
func reasonOf(t *testing.T, config ghsync.Config, login string) ghsync.Reason {
	t.Helper()
	c, err := ghsync.New(ghsync.SpeedUp(config, 1000))
	if err == nil {
		_, err = c.Fetch(t.Context(), ghsync.Account{Login: login, Now: now})
	}
	own, ok := errors.AsType[*ghsync.Error](err)
	if !ok || own.Hint() == "" || own.Error() == "" {
		t.Fatalf("got %v", err)
	}
	return own.Reason
}

func TestCertificatesAreToldApartAndAskedOnce(t *testing.T) {
	for _, test := range []struct {
		valid time.Duration
		want  ghsync.Reason
	}{{time.Hour, ghsync.UnknownAuthority}, {-time.Minute, ghsync.BadCertificate}} {
		url, connections := secure(t, test.valid)
		if got := reasonOf(t, ghsync.Config{APIURL: url}, "ada"); got != test.want {
			t.Errorf("valid for %s: %s, want %s", test.valid, got, test.want)
		}
		if *connections != 1 {
			t.Errorf("valid for %s: %d connections", test.valid, *connections)
		}
	}
}

func TestTokensOfAFile(t *testing.T) {
	path := filepath.Join(t.TempDir(), "token")
	if err := os.WriteFile(path, []byte("ghp_abc\nghp_def"), 0o600); err != nil {
		t.Fatal(err)
	}
	token, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if got := reasonOf(t, ghsync.Config{Token: string(token)}, "ada"); got != ghsync.MalformedToken {
		t.Errorf("got %s", got)
	}
}

// answering starts a server with one answer for everything.
func answering(t *testing.T, status int, body string) ghsync.Config {
	t.Helper()
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) {
		w.WriteHeader(status)
		_, _ = io.WriteString(w, body)
	}))
	t.Cleanup(server.Close)
	return ghsync.Config{APIURL: server.URL, Timeout: time.Minute}
}

func TestReasonsOfAnswers(t *testing.T) {
	for _, test := range []struct {
		status      int
		body, token string
		want        ghsync.Reason
	}{
		{200, "<!DOCTYPE html><title>Welcome to the hotel</title>", "", ghsync.LoginPage},
		{200, "hello", "", ghsync.NotGitHub},
		{407, "", "", ghsync.ProxyPassword},
		{401, `{"message": "Requires authentication"}`, "", ghsync.NeedsToken},
		{401, `{"message": "Bad credentials"}`, "ghp_x", ghsync.BadToken},
		{401, `{"message": "Your token has expired"}`, "ghp_x", ghsync.TokenExpired},
		{403, `{"message": "Sorry. Your account was suspended"}`, "ghp_x", ghsync.Suspended},
		{404, `{"message": "Not Found"}`, "", ghsync.UnknownUser},
		{403, `{"message": "Repository access blocked"}`, "", ghsync.Refused},
	} {
		config := answering(t, test.status, test.body)
		config.Token = test.token
		if got := reasonOf(t, config, "ada"); got != test.want {
			t.Errorf("%d %s: %s, want %s", test.status, test.body, got, test.want)
		}
	}
}

func TestHostsThatAreNotThere(t *testing.T) {
	if got := reasonOf(t, ghsync.Config{APIURL: "https://no-such-host.invalid"}, "ada"); got != ghsync.UnknownHost {
		t.Errorf("got %s", got)
	}
}

func TestOrganizationIsNotAPerson(t *testing.T) {
	server := start(t, githubtest.Demo())
	for _, token := range []string{"", githubtest.Token} {
		if got := reasonOf(t, at(server, token), "difference-works"); got != ghsync.IsOrganization {
			t.Errorf("token %q: %s", token, got)
		}
	}
}

// TestAdviceForAnAccountThatIsTakenDown: without a token nothing is said about tokens, since
// none helps.
func TestAdviceForAnAccountThatIsTakenDown(t *testing.T) {
	for body, status := range map[string]int{
		`{"message": "Sorry. Your account was suspended"}`:                          403,
		`{"message": "Repository access blocked", "block": {"reason": "tos"}}`:      403,
		`{"message": "Unavailable for legal reasons", "block": {"reason": "dmca"}}`: 451,
	} {
		_, err := client(t, answering(t, status, body)).Fetch(t.Context(), ghsync.Account{Login: "ada", Now: now})
		own, ok := errors.AsType[*ghsync.Error](err)
		if !ok || !strings.Contains(own.Hint(), "taken the account down") || strings.Contains(own.Hint(), "TOKEN") {
			t.Errorf("%d %s: %v", status, body, err)
		}
	}
}
