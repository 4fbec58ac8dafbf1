package cli

import (
	"net"
	"net/url"
	"strings"
	"sync"

	"github.com/cli/go-gh/v2/pkg/auth"
)

// credential is a token and its source: the name of a variable, or the login of the gh
// command. Its zero value is not a token.
type credential struct{ Token, Source string }

// ghLogin is the source of a token from the gh command.
const ghLogin = "the login of the gh command"

// Token returns the token for the GitHub in use, or "".
func Token(env *Env) string { return env.Credential().Token }

// Credential looks for a token where gh does, in the same order: in the variables for the
// host, then in gh's own login, from its file or the keyring.
func (e *Env) Credential() credential {
	name := Host(e)
	for _, variable := range tokenVariables(e, name) {
		if t := strings.TrimSpace(e.Env(variable)); t != "" {
			return credential{t, variable}
		}
	}
	if e.GhToken == nil {
		return credential{}
	}
	if t := e.GhToken(name); t != "" {
		return credential{t, ghLogin}
	}
	return credential{}
}

// AskGh returns a function that asks the gh command for its login at a host, once each:
// the system's keyring may have to be opened for it.
func AskGh() func(host string) string {
	var hosts sync.Map
	return func(host string) string {
		ask, _ := hosts.LoadOrStore(host, sync.OnceValue(func() string {
			t, _ := auth.TokenForHost(host)
			return t
		}))
		return ask.(func() string)()
	}
}

// TokenVariable returns the first variable that may hold a token for the GitHub in use.
func TokenVariable(env *Env) string { return tokenVariables(env, Host(env))[0] }

// tokenVariables returns the variables that may hold a token for a host. A token for
// github.com never goes to an Enterprise server.
func tokenVariables(env *Env, name string) []string {
	public := []string{"GH_TOKEN", "GITHUB_TOKEN"}
	if !auth.IsEnterprise(name) {
		return public
	}
	enterprise := []string{"GH_ENTERPRISE_TOKEN", "GITHUB_ENTERPRISE_TOKEN"}
	if isLoopback(name) || env.Env("GITHUB_ACTIONS") == "true" && hostOf(env.Env("GITHUB_SERVER_URL")) == name {
		return append(enterprise, public...) // a job's token is for its own server
	}
	return enterprise
}

// isLoopback reports whether a server is on this machine, so that tokens do not leave it.
func isLoopback(name string) bool {
	if bare, _, err := net.SplitHostPort(name); err == nil {
		name = bare
	}
	ip := net.ParseIP(strings.Trim(name, "[]"))
	return name == "localhost" || ip != nil && ip.IsLoopback()
}

// Host returns the GitHub in use: the host in GITHUB_API_URL or GH_HOST, else github.com.
func Host(env *Env) string {
	name := hostOf(env.Env("GITHUB_API_URL"))
	if name == "" {
		name = strings.ToLower(strings.TrimSpace(env.Env("GH_HOST")))
	}
	if name == "" || name == "api.github.com" {
		return "github.com"
	}
	if auth.IsTenancy(name) {
		return auth.NormalizeHostname(name) // api.acme.ghe.com is the API of acme.ghe.com
	}
	return name
}

// PageHosts returns the hosts that may serve the pages of repositories: the API may be
// reached through a proxy, while the pages are on the server or on github.com.
func PageHosts(env *Env) []string {
	hosts := []string{Host(env)}
	if env.Env("GITHUB_API_URL") != "" {
		if server := hostOf(env.Env("GITHUB_SERVER_URL")); server != "" {
			hosts = append(hosts, server)
		}
		hosts = append(hosts, "github.com")
	}
	return hosts
}

// hostOf returns the host of an address, with its port.
func hostOf(address string) string {
	u, err := url.Parse(address)
	if err != nil {
		return ""
	}
	return strings.ToLower(u.Host)
}

// APIURL returns the address of the API in use; "" is github.com's.
func APIURL(env *Env) string {
	if address := env.Env("GITHUB_API_URL"); address != "" {
		return address
	}
	switch name := Host(env); {
	case name == "github.com":
		return ""
	case auth.IsTenancy(name):
		return "https://api." + name
	default:
		return "https://" + name + "/api/v3"
	}
}

// TokenKind returns the kind of a token, according to its prefix.
func TokenKind(secret string) string {
	kinds := []struct{ prefix, name string }{
		{"github_pat_", "a fine-grained token"}, {"ghp_", "a classic token"}, {"gho_", "an OAuth token"},
		{"ghs_", "the token of a workflow or app"}, {"ghu_", "a user's token for an app"},
	}
	for _, kind := range kinds {
		if strings.HasPrefix(secret, kind.prefix) {
			return kind.name
		}
	}
	return "a token of an unknown kind"
}
