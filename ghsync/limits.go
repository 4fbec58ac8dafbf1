package ghsync

import (
	"bytes"
	"encoding/json"
	"net/http"
	"strconv"
	"strings"
	"time"
)

// limited reports whether a response means that a rate limit is exceeded: a 429, the 403s
// of the primary and secondary limits, or either of them in the errors of a 200.
func limited(res *http.Response, body []byte) bool {
	switch res.StatusCode {
	case http.StatusTooManyRequests:
		return true
	case http.StatusForbidden:
		return res.Header.Get("Retry-After") != "" || res.Header.Get("X-Ratelimit-Remaining") == "0" || mentionsLimit(body)
	case http.StatusOK:
		return mentionsLimit(body) && errorsSayLimit(body)
	}
	return false
}

// mentionsLimit reports whether a body contains the words of a limit.
func mentionsLimit(body []byte) bool {
	lower := bytes.ToLower(body)
	return bytes.Contains(lower, []byte("rate limit")) || bytes.Contains(lower, []byte("rate_limit"))
}

// errorsSayLimit reports whether GraphQL's errors mean a limit: of any type, or without a
// type and data.
func errorsSayLimit(body []byte) bool {
	var answer struct {
		Data   json.RawMessage
		Errors []struct{ Type, Code, Message string }
	}
	if json.Unmarshal(body, &answer) != nil {
		return false
	}
	bare := len(answer.Data) == 0 || string(answer.Data) == "null"
	for _, e := range answer.Errors {
		typed := strings.HasPrefix(strings.ToUpper(e.Type), "RATE_LIMIT") || strings.Contains(e.Code, "rate_limit")
		if typed || bare && strings.Contains(strings.ToLower(e.Message), "rate limit") {
			return true
		}
	}
	return false
}

// afterLimit returns how long to wait: Retry-After, else until the reset of an exhausted
// limit, else a minute, which doubles. It uses the server's Date because this machine's
// clock may be wrong. waits counts the earlier waits.
func (t *transport) afterLimit(res *http.Response, body []byte, waits int) verdict {
	server, err := http.ParseTime(res.Header.Get("Date"))
	if err != nil {
		server = time.Now()
	}
	growing := time.Minute << min(waits, 6)
	pause, reset := growing, time.Time{}
	if after, ok := retryAfter(res.Header.Get("Retry-After"), server); ok {
		pause, reset = after, server.Add(after)
	} else if unix, err := strconv.ParseInt(res.Header.Get("X-Ratelimit-Reset"), 10, 64); err == nil && res.Header.Get("X-Ratelimit-Remaining") == "0" {
		reset = time.Unix(unix, 0)
		pause = max(reset.Sub(server), 0) + time.Second
		if waits > 0 && pause <= time.Second { // past, but the limit persists
			pause = growing
		}
	}
	if !reset.After(server) { // past, which tells nothing
		reset = time.Time{}
	}
	if isSecondary(res, body) {
		return verdict{kind: wait, pause: pause, err: tooFast(reset, limitSentence(body))}
	}
	return verdict{kind: wait, pause: pause, err: rateLimited(reset, t.config.Token == "")}
}

// isSecondary reports whether a refusal is about the pace of requests, not about their
// number.
func isSecondary(res *http.Response, body []byte) bool {
	return res.Header.Get("X-Ratelimit-Remaining") != "0" && bytes.Contains(bytes.ToLower(body), []byte("secondary rate limit"))
}

// limitSentence returns the first sentence of GitHub's message about a limit.
func limitSentence(body []byte) string {
	var answer struct {
		Message string
		Errors  []struct{ Message string }
	}
	if err := json.Unmarshal(body, &answer); err == nil && answer.Message == "" && len(answer.Errors) > 0 {
		answer.Message = answer.Errors[0].Message
	}
	return graphqlError{Message: answer.Message}.sentence()
}

// retryAfter parses both forms of the header: seconds, or a date.
func retryAfter(header string, server time.Time) (time.Duration, bool) {
	if seconds, err := strconv.Atoi(header); err == nil {
		return time.Duration(max(seconds, 1)) * time.Second, true
	}
	if date, err := http.ParseTime(header); err == nil {
		return max(date.Sub(server), time.Second), true
	}
	return 0, false
}
