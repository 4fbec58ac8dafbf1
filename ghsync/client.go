package ghsync

import (
	"net/http"
	"net/url"
	"slices"
	"strings"
	"sync"

	"github.com/google/go-github/v62/github"
	"golang.org/x/oauth2"

	"github.com/ghresume/ghresume/resume"
)

// client talks to one GitHub.
type client struct {
	rest    *github.Client
	graphql string // URL
	meter   *meter
	options Options

	mu   sync.Mutex
	cuts []resume.Cut
}

// cut notes something that could not be had, once.
func (c *client) cut(what, why string) {
	c.mu.Lock()
	defer c.mu.Unlock()
	if cut := (resume.Cut{What: what, Why: why}); !slices.Contains(c.cuts, cut) {
		c.cuts = append(c.cuts, cut)
	}
}

func newClient(o Options) (*client, error) {
	api := or(o.APIURL, "https://api.github.com")
	graphql := or(o.GraphQLURL, graphqlURL(api))
	base := http.DefaultTransport.(*http.Transport).Clone()
	base.MaxIdleConnsPerHost = maxAtOnce
	m := newMeter(o)
	guarded, err := withToken(base, o.Token, api, graphql)
	if err != nil {
		return nil, err
	}
	rest, err := github.NewClient(&http.Client{Transport: newTransport(guarded, o, m)}).WithEnterpriseURLs(api, api)
	if err != nil {
		return nil, badURL(api)
	}
	rest.UserAgent = "ghresume"
	return &client{rest: rest, graphql: graphql, meter: m, options: o}, nil
}

// graphqlURL is where GraphQL lives beside a REST API.
func graphqlURL(api string) string {
	api = strings.TrimSuffix(api, "/")
	if base, ok := strings.CutSuffix(api, "/api/v3"); ok {
		return base + "/api/graphql"
	}
	return api + "/graphql"
}

// tokenGuard sends the token to the API's own hosts and to nobody else,
// wherever a redirect leads.
type tokenGuard struct {
	hosts          map[string]bool // scheme://host
	signed, silent http.RoundTripper
}

func (g *tokenGuard) RoundTrip(req *http.Request) (*http.Response, error) {
	if g.hosts[req.URL.Scheme+"://"+req.URL.Host] {
		return g.signed.RoundTrip(req)
	}
	return g.silent.RoundTrip(req)
}

func withToken(base http.RoundTripper, token string, addresses ...string) (http.RoundTripper, error) {
	hosts := map[string]bool{}
	for _, address := range addresses {
		u, err := url.Parse(address)
		if err != nil || u.Host == "" || (u.Scheme != "http" && u.Scheme != "https") {
			return nil, badURL(address)
		}
		hosts[u.Scheme+"://"+u.Host] = true
	}
	if token == "" {
		return base, nil
	}
	source := oauth2.StaticTokenSource(&oauth2.Token{AccessToken: token})
	return &tokenGuard{hosts: hosts, signed: &oauth2.Transport{Source: source, Base: base}, silent: base}, nil
}

func badURL(address string) *Error {
	return &Error{Reason: NotGitHub, text: "not the address of an API: " + address,
		hint: "GITHUB_API_URL looks like https://api.github.com or https://HOST/api/v3"}
}
