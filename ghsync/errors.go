package ghsync

import (
	"cmp"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"net/http"
	"strings"
	"time"

	"github.com/google/go-github/v62/github"

	"github.com/ghresume/ghresume/internal/hint"
)

// Reason is why GitHub could not be read. Each has its own remedy.
type Reason string

// The reasons of an [Error]: problems with the connection, the token, the account, or GitHub itself.
const (
	UnknownHost       Reason = "unknown host"       // the name has no address
	ConnectionRefused Reason = "connection refused" // nothing listens there
	NoAnswer          Reason = "no answer"          // no response, or a connection that was cut
	UnknownAuthority  Reason = "unknown authority"  // signed by an authority that this machine does not trust
	BadCertificate    Reason = "bad certificate"    // expired, or for another host
	ProxyPassword     Reason = "proxy password"     // the proxy returned 407
	ProxyUnreachable  Reason = "proxy unreachable"  // nothing listens at the proxy's address
	LoginPage         Reason = "login page"         // HTML instead of JSON: a captive portal or a proxy
	NotGitHub         Reason = "not GitHub"         // an address that is not GitHub's API
	MalformedToken    Reason = "malformed token"    // characters not allowed in a header
	TokenExpired      Reason = "token expired"      //
	BadToken          Reason = "bad token"          // refused
	NeedsToken        Reason = "needs a token"      // the server requires one
	Suspended         Reason = "suspended"          // the account of the token
	UnknownUser       Reason = "unknown user"       //
	IsOrganization    Reason = "organization"       // where a user was expected
	RateLimited       Reason = "rate limited"       //
	Refused           Reason = "refused"            //
	Unavailable       Reason = "unavailable"        //
	Incomplete        Reason = "incomplete"         //
	TimedOut          Reason = "timed out"          //
)

// Error is a failure to read GitHub. It never contains a token.
type Error struct {
	Reason Reason
	// Login is the requested account, Host the server, if relevant.
	Login, Host string
	// Reset is when a rate limit resets; zero if unknown or irrelevant.
	Reset time.Time
	text  string
	hint  hint.Hint
	cause error
}

func (e *Error) Error() string { return e.text }

// Unwrap returns the error underneath, if any.
func (e *Error) Unwrap() error { return e.cause }

// Hint says what the user of a command can do.
func (e *Error) Hint() string { return e.hint.String() }

// Advice is [Error.Hint] for readers other than a command line.
func (e *Error) Advice() hint.Hint { return e.hint }

func unknownUser(login string) *Error {
	return &Error{Reason: UnknownUser, Login: login, text: fmt.Sprintf("GitHub knows no user %q", login),
		hint: "check the login: " + hint.Login + ", or user in [github] of resume.toml; the account may have a new name or be suspended, and organizations are not users"}
}

func isOrganization(login string) *Error {
	return &Error{Reason: IsOrganization, Login: login, text: fmt.Sprintf("%q is an organization; organizations are not users", login),
		hint: "name a person with " + hint.Login + ", or in [github] of resume.toml; work in organizations is found from there"}
}

func malformedToken() *Error {
	return &Error{Reason: MalformedToken, text: "the token contains characters that no token has, such as a space or a line break",
		hint: "set " + hint.Token + " again, to the token alone"}
}

// badToken reports a token that a host does not know. A server of its own may answer
// nothing without one, and has several variables for it.
func badToken(host string) *Error {
	e := &Error{Reason: BadToken, Host: host, text: "GitHub rejected the token (401 Bad credentials)",
		hint: "renew it, or run " + hint.GhLogin + hint.Hint(" for "+host)}
	if host == publicAPI {
		e.hint = "renew " + hint.Token + ", or run " + hint.GhLogin + ", or go on without a token"
	}
	return e
}

// publicAPI is the host of the API of github.com.
const publicAPI = "api.github.com"

// tokenOf names what holds the token of a host.
func tokenOf(host string) hint.Hint {
	if host == publicAPI || strings.HasSuffix(host, ".ghe.com") {
		return hint.Token
	}
	return hint.EnterpriseToken
}

func tokenExpired() *Error {
	return &Error{Reason: TokenExpired, text: "GitHub rejected the token: it has expired",
		hint: "make a new one at https://github.com/settings/tokens, or run " + hint.GhLogin}
}

func serverNeedsToken(host string) *Error {
	return &Error{Reason: NeedsToken, Host: host, text: host + " answers only requests with a token (401)",
		hint: "set " + tokenOf(host) + ", or run " + hint.GhLogin + hint.Hint(" for "+host)}
}

func suspended(message string, anonymous bool) *Error {
	e := &Error{Reason: Suspended, text: "GitHub denied the request: " + message,
		hint: "the account that owns the token is suspended; use the token of another account, or none"}
	if anonymous {
		e.hint = onlyItsOwner
	}
	return e
}

// accountTakenDown reports an account that GitHub blocks for everybody.
func accountTakenDown(text string) *Error {
	return &Error{Reason: Refused, text: "GitHub denied the request: " + text, hint: onlyItsOwner}
}

// onlyItsOwner is the advice for an account that no token can read.
const onlyItsOwner = "GitHub has taken the account down; only its owner can ask for it back, at https://support.github.com; " +
	hint.Offline + " uses the saved snapshot, " + hint.NoGitHub + " writes the profile alone"

func rateLimited(reset time.Time, anonymous bool) *Error {
	e := &Error{Reason: RateLimited, Reset: reset, text: "GitHub's rate limit is used up", hint: "try again later"}
	if !reset.IsZero() {
		e.text += "; it resets at " + reset.UTC().Format("2006-01-02 15:04:05 UTC")
		e.hint = "try again after the reset, or give it more time with " + hint.Timeout
	}
	if anonymous {
		e.hint = "set " + hint.Token + " (5,000 requests an hour instead of 60), or try again after the reset"
	}
	e.hint += "; " + hint.Offline + " uses the saved snapshot now"
	return e
}

// tooFast reports a secondary limit, which GitHub does not count.
func tooFast(reset time.Time, sentence string) *Error {
	until := ""
	if !reset.IsZero() {
		until = ", and to wait until " + reset.UTC().Format("2006-01-02 15:04:05 UTC")
	}
	return &Error{Reason: RateLimited, Reset: reset, text: "GitHub asks for fewer requests at a time" + until + ": " + sentence,
		hint: "try again later, or give it more time with " + hint.Timeout + "; " + hint.Offline + " uses the saved snapshot now"}
}

func notGitHub(url string) *Error {
	return &Error{Reason: NotGitHub, text: url + " answers with something that is not GitHub's JSON",
		hint: "check GITHUB_API_URL and GITHUB_GRAPHQL_URL, and whether a proxy or login page intercepts the connection"}
}

// redirected reports a redirect of GraphQL to another host, which gets no token.
func redirected(req *http.Request) *Error {
	from := "GraphQL's address"
	if req.Response != nil && req.Response.Request != nil {
		from = req.Response.Request.URL.Redacted()
	}
	return &Error{Reason: NotGitHub, text: from + " redirects to " + req.URL.Redacted() + ", which gets no token",
		hint: "check GITHUB_API_URL and GITHUB_GRAPHQL_URL, and whether a proxy redirects the connection"}
}

func loginPage(url string) *Error {
	return &Error{Reason: LoginPage, text: url + " answers with a web page where GitHub's JSON belongs",
		hint: "a proxy or login page intercepts the connection: open a browser and log in to the network, or check GITHUB_API_URL"}
}

func unavailable(status int) *Error {
	return &Error{Reason: Unavailable, text: fmt.Sprintf("GitHub returned a server error (%d)", status),
		hint: "see https://www.githubstatus.com and try again later; " + hint.Offline + " uses the saved snapshot"}
}

func incomplete(what string) *Error {
	return &Error{Reason: Incomplete, text: "GitHub returned an incomplete response: " + what,
		hint: "try again later; " + hint.Offline + " uses the saved snapshot"}
}

func refused(text string) *Error {
	return &Error{Reason: Refused, text: "GitHub denied the request: " + text,
		hint: "check what the token may read; public data needs no permission"}
}

func timedOut(limit time.Duration) *Error {
	return &Error{Reason: TimedOut, text: fmt.Sprintf("GitHub could not be read within %s", limit),
		hint: "give it more time with " + hint.Timeout + "; " + hint.Offline + " uses the saved snapshot; run it again later"}
}

// anotherAccount reports an answer about an account that was not asked for.
func anotherAccount(asked, got string) *Error {
	return &Error{Reason: Incomplete, Login: asked, text: fmt.Sprintf("GitHub was asked for %q and answered about %q", asked, got),
		hint: "if that is the account's new name, use it: " + hint.Login + "; else try again later"}
}

// root returns the innermost error: "connection refused" without the layers around it.
func root(err error) error {
	for {
		next := errors.Unwrap(err)
		if next == nil {
			return err
		}
		err = next
	}
}

// explain turns an error of the libraries into an [Error] of one line.
func explain(ctx context.Context, err error, config Config) error {
	if err == nil {
		return nil
	}
	if own, ok := errors.AsType[*Error](err); ok {
		return own
	}
	if cause := context.Cause(ctx); errors.Is(cause, errTimeout) {
		return timedOut(config.timeout())
	} else if cause != nil {
		return cause
	}
	if limit, ok := errors.AsType[*github.RateLimitError](err); ok {
		return rateLimited(limit.Rate.Reset.Time, config.Token == "")
	}
	if odd := oddValue(err); odd != "" {
		return incomplete(odd)
	}
	if answer, ok := errors.AsType[*github.ErrorResponse](err); ok {
		text := fmt.Sprintf("%d %s", answer.Response.StatusCode, answer.Message)
		if isBlocked(err) {
			return accountTakenDown(text)
		}
		denied := refused(text)
		if config.Token == "" {
			denied.hint = "set " + hint.Token + ", since GitHub may block requests without one, or try again later"
		}
		return denied
	}
	return err
}

// oddValue says what in an answer has another type than GitHub's, or is not a time.
func oddValue(err error) string {
	if odd, ok := errors.AsType[*json.UnmarshalTypeError](err); ok {
		return fmt.Sprintf("%s is a %s", cmp.Or(odd.Field, "it"), odd.Value)
	}
	if odd, ok := errors.AsType[*time.ParseError](err); ok {
		return odd.Value + " is not a time"
	}
	return ""
}

// errTimeout is the cause of a context that ran out of the total time budget.
var errTimeout = errors.New("time budget used up")

// isReason reports whether err is an [Error] with that reason.
func isReason(err error, reason Reason) bool {
	e, ok := errors.AsType[*Error](err)
	return ok && e.Reason == reason
}

// isStatus reports whether err is a REST response of GitHub with that status.
func isStatus(err error, status int) bool {
	answer, ok := errors.AsType[*github.ErrorResponse](err)
	return ok && answer.Response.StatusCode == status
}
