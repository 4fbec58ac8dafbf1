package ghsync

import (
	"cmp"
	"context"
	"net/http"
	"net/url"
	"strings"
	"time"

	"github.com/google/go-github/v62/github"
	"golang.org/x/oauth2"
)

// Config says which GitHub server a [Client] uses, and with which token.
type Config struct {
	// Token authenticates; empty means to read as anyone can, within 60 requests an hour.
	Token string
	// APIURL and GraphQLURL are GITHUB_API_URL and GITHUB_GRAPHQL_URL; empty means github.com,
	// and the GraphQL address that belongs to the REST one.
	APIURL, GraphQLURL string
	// Timeout is the total time of one call of a method; 0 means five minutes.
	Timeout time.Duration
	// Notice and Trace may be nil. Notice receives messages for waiting users, Trace one line per request.
	Notice, Trace func(string)

	// speedup divides all pauses; tests cannot wait.
	speedup int
}

// Client talks to one GitHub server. Its methods return errors of type [*Error], the context's
// errors, or those of functions that the caller passed in.
type Client struct {
	config  Config
	rest    *github.Client
	graphql string // URL
	usage   *usageCounter
}

// New returns a client. It makes no requests yet.
func New(config Config) (*Client, error) {
	api := cmp.Or(config.APIURL, "https://api.github.com")
	graphql := cmp.Or(config.GraphQLURL, graphqlURL(api))
	base := http.DefaultTransport.(*http.Transport).Clone()
	base.MaxIdleConnsPerHost = maxAtOnce
	usage := newUsageCounter(config)
	if !isHeaderValue(config.Token) {
		return nil, malformedToken()
	}
	guarded, err := withToken(base, config.Token, api, graphql)
	if err != nil {
		return nil, err
	}
	rest, err := github.NewClient(&http.Client{Transport: newTransport(guarded, config, usage)}).WithEnterpriseURLs(api, api)
	if err != nil {
		return nil, badURL(api)
	}
	rest.UserAgent = "ghresume"
	return &Client{config: config, rest: rest, graphql: graphql, usage: usage}, nil
}

// isHeaderValue reports whether a token is all visible ASCII, as every real token is.
func isHeaderValue(token string) bool {
	return strings.IndexFunc(token, func(r rune) bool { return r <= ' ' || r > '~' }) < 0
}

// Usage returns the cost of all calls so far, including failed ones.
func (c *Client) Usage() Usage { return c.usage.total() }

// limit bounds a call by the total timeout.
func (c *Client) limit(ctx context.Context) (context.Context, context.CancelFunc) {
	return context.WithTimeoutCause(ctx, c.config.timeout(), errTimeout)
}

// delay returns how long a pause of d takes.
func (c Config) delay(d time.Duration) time.Duration { return d / time.Duration(max(1, c.speedup)) }

func (c Config) timeout() time.Duration { return cmp.Or(c.Timeout, 5*time.Minute) }

func (c Config) notice(s string) {
	if c.Notice != nil {
		c.Notice(s)
	}
}

func (c Config) trace(s string) {
	if c.Trace != nil {
		c.Trace(s)
	}
}

// graphqlURL returns the GraphQL address that belongs to a REST API.
func graphqlURL(api string) string {
	api = strings.TrimSuffix(api, "/")
	if base, ok := strings.CutSuffix(api, "/api/v3"); ok {
		return base + "/api/graphql"
	}
	return api + "/graphql"
}

// tokenGuard sends the token to the API's own hosts only, wherever a redirect leads.
type tokenGuard struct {
	hosts          map[string]bool // scheme://host
	signed, silent http.RoundTripper
}

func (g *tokenGuard) RoundTrip(req *http.Request) (*http.Response, error) {
	if g.hosts[req.URL.Scheme+"://"+req.URL.Host] {
		return g.signed.RoundTrip(req)
	}
	if req.Method == http.MethodPost { // GraphQL has no use without a token
		return nil, redirected(req)
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

// badURL names the address without the user and password in it.
func badURL(address string) *Error {
	if scheme, rest, found := strings.Cut(address, "://"); found {
		address = scheme + "://" + rest[strings.LastIndexByte(rest, '@')+1:]
	}
	return &Error{Reason: NotGitHub, text: "not the address of an API: " + address,
		hint: "GITHUB_API_URL looks like https://api.github.com or https://HOST/api/v3"}
}
