package ghsync

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"math/rand/v2"
	"net/http"
	"strings"
	"time"
)

const (
	maxAtOnce    = 6 // more would trigger GitHub's secondary limits
	maxTries     = 4 // per request, for transient faults
	maxWaits     = 5 // per request, and in a row, for rate limits
	tryTimeout   = 25 * time.Second
	readTimeout  = 20 * time.Second // until an answer begins, if nothing is written
	mostWork     = 10 * time.Second // GitHub stops its own work after that
	maxAnswer    = 64 << 20         // bytes
	firstBackoff = 300 * time.Millisecond
)

// transport is the RoundTripper of both REST and GraphQL: at most maxAtOnce requests,
// complete bodies, and retries after limits and transient faults.
type transport struct {
	base   http.RoundTripper
	slots  chan struct{}
	gate   *rateGate
	work   *workMeter
	usage  *usageCounter
	config Config
}

func newTransport(base http.RoundTripper, config Config, usage *usageCounter) *transport {
	return &transport{
		base: base, slots: make(chan struct{}, maxAtOnce), gate: &rateGate{}, work: &workMeter{}, usage: usage,
		config: config,
	}
}

// RoundTrip sends a request until it has a complete JSON answer or gives up.
func (t *transport) RoundTrip(req *http.Request) (*http.Response, error) {
	tries, waits := 0, 0
	for {
		res, body, err := t.once(req)
		v := t.judge(req, res, body, err, max(waits, t.gate.waits()))
		if v.kind == accept {
			t.gate.open()
		} else if v.kind != wait {
			t.gate.release()
		}
		switch v.kind {
		case accept:
			res.Body = io.NopCloser(bytes.NewReader(body))
			hideOtherLimits(res)
			return res, nil
		case wait:
			isNew, ok := t.gate.close(req.Context(), t.config.delay(v.pause), v.err, isSearchLimit(res))
			if waits++; !ok || waits > maxWaits {
				return nil, v.err
			}
			t.usage.repeat()
			if isNew {
				t.config.notice(fmt.Sprintf("GitHub asks to wait %s", v.pause.Round(time.Second)))
			}
		case again:
			if tries++; tries >= maxTriesOf(req, err) {
				return nil, v.err
			}
			t.usage.repeat()
			if err := sleep(req.Context(), t.config.delay(backoff(tries))); err != nil {
				return nil, err
			}
		case fail:
			return nil, v.err
		}
	}
}

func isSearchLimit(res *http.Response) bool {
	return res.Header.Get("X-Ratelimit-Resource") == "search"
}

// hideOtherLimits keeps go-github from mistaking the reset of another limit for that of
// REST: it distinguishes them by path, and paths begin differently on GitHub Enterprise.
func hideOtherLimits(res *http.Response) {
	if resource := res.Header.Get("X-Ratelimit-Resource"); resource != "" && resource != "core" {
		res.Header.Del("X-Ratelimit-Reset") // go-github ignores a limit without a reset
	}
}

// maxTriesOf returns how often a request is sent. Less may be had where there was no answer
// in time.
func maxTriesOf(req *http.Request, err error) int {
	isLate := err != nil && isTimeout(err)
	switch {
	case mayAskForLess(req) && isLate:
		return 1
	case mayAskForLess(req), isLate && req.Method == http.MethodGet:
		return 2
	}
	return maxTries
}

// once sends the request and reads the whole response.
func (t *transport) once(req *http.Request) (*http.Response, []byte, error) {
	if err := t.enter(req.Context(), isGraphQL(req)); err != nil {
		return nil, nil, err
	}
	defer func() { <-t.slots }()
	start := time.Now()
	if isGraphQL(req) {
		defer func() { t.work.end(min(time.Since(start), mostWork)) }()
	}
	ctx, cancel := context.WithTimeout(req.Context(), tryTimeout)
	defer cancel()
	try := req.Clone(ctx)
	if req.GetBody != nil {
		body, err := req.GetBody()
		if err != nil {
			return nil, nil, err
		}
		try.Body = body
	}
	res, err := t.begin(try, cancel)
	if err != nil {
		t.usage.failed(req, err, time.Since(start))
		return nil, nil, err
	}
	defer res.Body.Close()
	body, err := io.ReadAll(io.LimitReader(res.Body, maxAnswer))
	body = withoutToken(body, t.config.Token)
	t.usage.answered(req, res, time.Since(start))
	return res, body, err
}

// begin sends the request and waits for the beginning of its answer.
func (t *transport) begin(try *http.Request, cancel context.CancelFunc) (*http.Response, error) {
	if try.Method != http.MethodGet && !mayAskForLess(try) {
		return t.base.RoundTrip(try)
	}
	timer := time.AfterFunc(readTimeout, cancel)
	res, err := t.base.RoundTrip(try)
	if !timer.Stop() && err != nil {
		err = context.DeadlineExceeded
	}
	return res, err
}

// withoutToken removes the token from an answer: a proxy may send the headers of a request
// back, and messages of answers are printed. What is shorter than any token of GitHub's is
// left, since it may be a word.
func withoutToken(body []byte, token string) []byte {
	if len(token) < shortestToken {
		return body
	}
	return bytes.ReplaceAll(body, []byte(token), []byte("[token]"))
}

const shortestToken = 20

// enter waits for the gate, a free slot and, for GraphQL, its share of GitHub's time.
func (t *transport) enter(ctx context.Context, graphql bool) error {
	select {
	case t.slots <- struct{}{}:
	case <-ctx.Done():
		return ctx.Err()
	}
	err := t.gate.pass(ctx)
	if err == nil && graphql {
		if err = t.work.begin(ctx, t.config); err != nil {
			t.gate.release()
		}
	}
	if err != nil {
		<-t.slots
	}
	return err
}

// verdict is what to do after one try.
type verdict struct {
	kind  int
	pause time.Duration
	err   error
}

const (
	accept = iota
	again  // a transient fault: back off and try again
	wait   // a limit: wait for pause and try again
	fail
)

func (t *transport) judge(req *http.Request, res *http.Response, body []byte, err error, waits int) verdict {
	switch {
	case req.Context().Err() != nil:
		return verdict{kind: fail, err: req.Context().Err()}
	case isReason(err, NotGitHub):
		return verdict{kind: fail, err: err}
	case err != nil:
		return noAnswer(unreachable(req.URL.Host, err))
	case res.StatusCode == http.StatusProxyAuthRequired:
		return verdict{kind: fail, err: unreachable(req.URL.Host, errors.New(res.Status))}
	case res.StatusCode == http.StatusUnauthorized:
		return verdict{kind: fail, err: t.unauthorized(req, body)}
	case res.StatusCode == http.StatusForbidden && bytes.Contains(body, []byte("suspended")):
		return verdict{kind: fail, err: suspended(message(body), req.Header.Get("Authorization") == "")}
	case limited(res, body):
		return t.afterLimit(res, body, waits)
	case res.StatusCode >= 500 && (mayAskForLess(req) || isGraphQL(req) && isGatewayError(res.StatusCode)):
		return verdict{kind: accept} // perhaps too heavy: the caller asks for less
	case res.StatusCode >= 500:
		return verdict{kind: again, err: unavailable(res.StatusCode)}
	case res.StatusCode < 300 && len(body) > 0 && !json.Valid(body):
		return verdict{kind: again, err: notJSON(req, body)}
	case res.StatusCode < 300 && !isGraphQL(req) && isEmpty(body):
		return verdict{kind: again, err: incomplete("it is empty")}
	}
	return verdict{kind: accept}
}

func noAnswer(err *Error) verdict {
	if err.isLasting() {
		return verdict{kind: fail, err: err}
	}
	return verdict{kind: again, err: err}
}

// unauthorized distinguishes a refused token from a server that requires one.
func (t *transport) unauthorized(req *http.Request, body []byte) *Error {
	switch {
	case t.config.Token == "":
		return serverNeedsToken(req.URL.Hostname())
	case bytes.Contains(bytes.ToLower(body), []byte("expired")):
		return tokenExpired()
	}
	return badToken(req.URL.Hostname())
}

// notJSON distinguishes an HTML page from other text that is not JSON.
func notJSON(req *http.Request, body []byte) *Error {
	address := req.URL.Scheme + "://" + req.URL.Host
	if text := bytes.TrimSpace(body); len(text) > 0 && text[0] == '<' {
		return loginPage(address)
	}
	return notGitHub(address)
}

// message returns the message of GitHub's error.
func message(body []byte) string {
	var answer struct{ Message string }
	if json.Unmarshal(body, &answer) != nil || answer.Message == "" {
		return "no reason given"
	}
	return firstLine(answer.Message)
}

// isEmpty reports whether an answer has nothing that could be read. No list or object that
// is read by REST is ever given so: go-github would take it for an empty one.
func isEmpty(body []byte) bool {
	text := bytes.TrimSpace(body)
	return len(text) == 0 || string(text) == "null"
}

func isGatewayError(status int) bool {
	return status == http.StatusBadGateway || status == http.StatusGatewayTimeout
}

// lessKey marks the context of requests whose caller can ask for less.
type lessKey struct{}

// asksForLess marks requests whose caller asks for less after a fault that size may
// cause: the same request is tried only twice.
func asksForLess(ctx context.Context) context.Context { return context.WithValue(ctx, lessKey{}, true) }

func mayAskForLess(req *http.Request) bool { return req.Context().Value(lessKey{}) != nil }

func isGraphQL(req *http.Request) bool { return strings.HasSuffix(req.URL.Path, "/graphql") }

// backoff returns a pause that triples with each try, with jitter to spread requests.
func backoff(try int) time.Duration {
	d := firstBackoff
	for range try - 1 {
		d *= 3
	}
	return d/2 + rand.N(d/2)
}

func sleep(ctx context.Context, d time.Duration) error {
	timer := time.NewTimer(d)
	defer timer.Stop()
	select {
	case <-timer.C:
		return nil
	case <-ctx.Done():
		return ctx.Err()
	}
}
