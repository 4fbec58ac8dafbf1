package ghsync

import (
	"context"
	"errors"
	"fmt"
	"time"

	"github.com/google/go-github/v62/github"
)

// Reason is why GitHub could not be read.
type Reason string

// The reasons of an [Error].
const (
	UnknownUser Reason = "unknown user"
	BadToken    Reason = "bad token"
	RateLimited Reason = "rate limited"
	Offline     Reason = "offline"
	NotGitHub   Reason = "not GitHub"
	Refused     Reason = "refused"
	Unavailable Reason = "unavailable"
	Incomplete  Reason = "incomplete"
	TimedOut    Reason = "timed out"
)

// Error is a failure to read GitHub. It never holds a token.
type Error struct {
	Reason Reason
	// Reset is when a rate limit ends; zero when unknown or of no matter.
	Reset time.Time
	text  string
	hint  string
	cause error
}

func (e *Error) Error() string { return e.text }

// Unwrap returns the error underneath, if any.
func (e *Error) Unwrap() error { return e.cause }

// Hint says what the user can do.
func (e *Error) Hint() string { return e.hint }

func unknownUser(login string) *Error {
	return &Error{Reason: UnknownUser, text: fmt.Sprintf("GitHub knows no user %q", login),
		hint: "check the login: -u LOGIN, or user in [github] of resume.toml; organizations are not users"}
}

func badToken() *Error {
	return &Error{Reason: BadToken, text: "GitHub refuses the token (401 Bad credentials)",
		hint: "renew GH_TOKEN or GITHUB_TOKEN, run `gh auth login`, or unset them to go on without a token"}
}

func rateLimited(reset time.Time, anonymous bool) *Error {
	e := &Error{Reason: RateLimited, Reset: reset, text: "GitHub's rate limit is used up", hint: "try again later"}
	if !reset.IsZero() {
		e.text += "; it resets at " + reset.UTC().Format("2006-01-02 15:04:05 UTC")
		e.hint = "try again after the reset, or give it more time with --timeout"
	}
	if anonymous {
		e.hint = "set GH_TOKEN (5,000 requests an hour instead of 60), or try again after the reset"
	}
	return e
}

func offline(host string, cause error) *Error {
	return &Error{Reason: Offline, text: fmt.Sprintf("no answer from %s: %v", host, root(cause)), cause: cause,
		hint: "check the network and GITHUB_API_URL; --offline uses the saved snapshot"}
}

func notGitHub(url string) *Error {
	return &Error{Reason: NotGitHub, text: url + " answers with something that is not GitHub's JSON",
		hint: "check GITHUB_API_URL and GITHUB_GRAPHQL_URL, and whether a proxy or a login page stands in between"}
}

func unavailable(status int) *Error {
	return &Error{Reason: Unavailable, text: fmt.Sprintf("GitHub is out of order (status %d)", status),
		hint: "see https://www.githubstatus.com and try again later; --offline uses the saved snapshot"}
}

func incomplete(what string) *Error {
	return &Error{Reason: Incomplete, text: "GitHub answered only in part: " + what,
		hint: "try again later; --offline uses the saved snapshot"}
}

func refused(text string) *Error {
	return &Error{Reason: Refused, text: "GitHub refuses: " + text,
		hint: "check what the token may read; public data needs no permission"}
}

func timedOut(limit time.Duration) *Error {
	return &Error{Reason: TimedOut, text: fmt.Sprintf("GitHub was not read within %s", limit),
		hint: "give it more time with --timeout; --offline uses the saved snapshot"}
}

// root is the innermost error: "connection refused" without the layers around it.
func root(err error) error {
	for {
		next := errors.Unwrap(err)
		if next == nil {
			return err
		}
		err = next
	}
}

// explain turns what the libraries return into an [Error] of one line.
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
	if answer, ok := errors.AsType[*github.ErrorResponse](err); ok {
		return refused(fmt.Sprintf("%d %s", answer.Response.StatusCode, answer.Message))
	}
	return err
}

// errTimeout is the cause of a context that ran out of the total time budget.
var errTimeout = errors.New("time budget used up")

// isReason tells whether err is an [Error] for that reason.
func isReason(err error, reason Reason) bool {
	e, ok := errors.AsType[*Error](err)
	return ok && e.Reason == reason
}

// isStatus tells whether err is GitHub's REST answer with that status.
func isStatus(err error, status int) bool {
	answer, ok := errors.AsType[*github.ErrorResponse](err)
	return ok && answer.Response.StatusCode == status
}
