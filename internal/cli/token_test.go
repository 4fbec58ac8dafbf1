package cli

import (
	"os"
	"path/filepath"
	"runtime"
	"testing"
)

// TestTokenGoesToItsHost: tokens are looked up in gh's order, and none is sent to another
// host.
func TestTokenGoesToItsHost(t *testing.T) {
	const enterprise, tenant, loopback = "https://git.corp.example/api/v3", "https://api.acme.ghe.com", "http://127.0.0.1:8080"
	for _, test := range []struct {
		name string
		env  map[string]string
		want credential
	}{
		{"nothing", nil, credential{}},
		{"github.com", map[string]string{"GH_TOKEN": "a", "GITHUB_TOKEN": "b"}, credential{"a", "GH_TOKEN"}},
		{"the second", map[string]string{"GITHUB_TOKEN": " b\r\n"}, credential{"b", "GITHUB_TOKEN"}},
		{"an Enterprise token is not for github.com", map[string]string{"GH_ENTERPRISE_TOKEN": "e"}, credential{}},
		{"nor the other way round", map[string]string{"GITHUB_API_URL": enterprise, "GH_TOKEN": "a", "GITHUB_TOKEN": "b"}, credential{}},
		{"Enterprise", map[string]string{"GITHUB_API_URL": enterprise, "GH_TOKEN": "a", "GITHUB_ENTERPRISE_TOKEN": "f", "GH_ENTERPRISE_TOKEN": "e"}, credential{"e", "GH_ENTERPRISE_TOKEN"}},
		{"GH_HOST", map[string]string{"GH_HOST": "git.corp.example", "GH_TOKEN": "a", "GITHUB_ENTERPRISE_TOKEN": "f"}, credential{"f", "GITHUB_ENTERPRISE_TOKEN"}},
		{"a tenant", map[string]string{"GITHUB_API_URL": tenant, "GH_TOKEN": "a", "GH_ENTERPRISE_TOKEN": "e"}, credential{"a", "GH_TOKEN"}},
		{"a job's own server", map[string]string{"GITHUB_API_URL": enterprise, "GITHUB_ACTIONS": "true", "GITHUB_SERVER_URL": "https://git.corp.example", "GH_TOKEN": "a"}, credential{"a", "GH_TOKEN"}},
		{"another server than the job's", map[string]string{"GITHUB_API_URL": enterprise, "GITHUB_ACTIONS": "true", "GITHUB_SERVER_URL": "https://github.com", "GH_TOKEN": "a"}, credential{}},
		{"this machine", map[string]string{"GITHUB_API_URL": loopback, "GH_TOKEN": "a"}, credential{"a", "GH_TOKEN"}},
		{"this machine as Enterprise", map[string]string{"GITHUB_API_URL": loopback, "GH_TOKEN": "a", "GH_ENTERPRISE_TOKEN": "e"}, credential{"e", "GH_ENTERPRISE_TOKEN"}},
	} {
		t.Run(test.name, func(t *testing.T) {
			isolate(t)
			for name, value := range test.env {
				t.Setenv(name, value)
			}
			if got := (&Env{Env: os.Getenv, GhToken: AskGh()}).Credential(); got != test.want {
				t.Errorf("got %+v, want %+v", got, test.want)
			}
		})
	}
}

// isolate removes the test machine's settings for GitHub from the environment.
func isolate(t *testing.T) {
	for _, name := range []string{"GH_TOKEN", "GITHUB_TOKEN", "GH_ENTERPRISE_TOKEN", "GITHUB_ENTERPRISE_TOKEN", "GH_HOST", "GITHUB_API_URL", "GITHUB_SERVER_URL", "GITHUB_ACTIONS"} {
		t.Setenv(name, "")
	}
	t.Setenv("GH_CONFIG_DIR", t.TempDir())
	t.Setenv("GH_PATH", filepath.Join(t.TempDir(), "no-gh"))
}

// TestTokenFromTheKeyring uses a gh that keeps its logins in the keyring, by host.
func TestTokenFromTheKeyring(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("gh is a shell script here")
	}
	isolate(t)
	gh := filepath.Join(t.TempDir(), "gh")
	script := "#!/bin/sh\necho >>\"$0.asked\"\n[ \"$1 $2 $4 $5\" = 'auth token --hostname acme.ghe.com' ] && echo gho_from_keyring\n"
	if err := os.WriteFile(gh, []byte(script), 0o755); err != nil {
		t.Fatal(err)
	}
	t.Setenv("GH_PATH", gh)
	t.Setenv("GITHUB_API_URL", "https://api.acme.ghe.com")
	w := &Env{Env: os.Getenv, GhToken: AskGh()}
	for range 3 {
		if got := w.Credential(); got != (credential{"gho_from_keyring", ghLogin}) {
			t.Errorf("got %+v", got)
		}
	}
	if asked, err := os.ReadFile(gh + ".asked"); err != nil || string(asked) != "\n" {
		t.Errorf("gh was asked %d times, %v", len(asked), err)
	}
}

func TestAPIOfHost(t *testing.T) {
	for host, want := range map[string]string{
		"": "", "github.com": "", "api.github.com": "",
		"acme.ghe.com": "https://api.acme.ghe.com", "git.corp.example": "https://git.corp.example/api/v3",
	} {
		isolate(t)
		t.Setenv("GH_HOST", host)
		if got := APIURL(&Env{Env: os.Getenv}); got != want {
			t.Errorf("GH_HOST=%s: %q, want %q", host, got, want)
		}
	}
}
