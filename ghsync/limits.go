package ghsync

import (
	"bytes"
	"context"
	"encoding/json"
	"net/http"
	"strconv"
	"sync"
	"time"
)

// limited tells whether an answer is a refusal for asking too much: 429, the
// 403s of the primary and secondary limits, or GraphQL's RATE_LIMITED in a 200.
func limited(res *http.Response, body []byte) bool {
	switch res.StatusCode {
	case http.StatusTooManyRequests:
		return true
	case http.StatusForbidden:
		return res.Header.Get("Retry-After") != "" || res.Header.Get("X-Ratelimit-Remaining") == "0" ||
			bytes.Contains(body, []byte("rate limit"))
	case http.StatusOK:
		return bytes.Contains(body, []byte("RATE_LIMITED")) && saysRateLimited(body)
	}
	return false
}

func saysRateLimited(body []byte) bool {
	var answer struct {
		Errors []struct {
			Type string `json:"type"`
		} `json:"errors"`
	}
	if json.Unmarshal(body, &answer) != nil {
		return false
	}
	for _, e := range answer.Errors {
		if e.Type == "RATE_LIMITED" {
			return true
		}
	}
	return false
}

// afterLimit says how long to wait: Retry-After, else until the reset, else a minute.
// The server's own Date is the clock, for this machine's may be wrong.
func (t *transport) afterLimit(res *http.Response) verdict {
	server, err := http.ParseTime(res.Header.Get("Date"))
	if err != nil {
		server = time.Now()
	}
	pause := time.Minute
	var reset time.Time
	if seconds, err := strconv.Atoi(res.Header.Get("Retry-After")); err == nil {
		pause = time.Duration(max(seconds, 1)) * time.Second
	} else if unix, err := strconv.ParseInt(res.Header.Get("X-Ratelimit-Reset"), 10, 64); err == nil && res.Header.Get("X-Ratelimit-Remaining") == "0" {
		reset = time.Unix(unix, 0)
		pause = max(reset.Sub(server), 0) + time.Second
	}
	if reset.IsZero() {
		reset = server.Add(pause)
	}
	return verdict{kind: wait, pause: pause, err: rateLimited(reset, t.config.Token == "")}
}

// gate holds all requests back while GitHub asks to wait.
type gate struct {
	mu    sync.Mutex
	until time.Time
}

// closeFor holds requests back for d; false when the context ends before that.
func (g *gate) closeFor(ctx context.Context, d time.Duration) bool {
	until := time.Now().Add(d)
	if deadline, ok := ctx.Deadline(); ok && until.After(deadline) {
		return false
	}
	g.mu.Lock()
	defer g.mu.Unlock()
	if until.After(g.until) {
		g.until = until
	}
	return true
}

// pass waits until the gate is open.
func (g *gate) pass(ctx context.Context) error {
	for {
		g.mu.Lock()
		left := time.Until(g.until)
		g.mu.Unlock()
		if left <= 0 {
			return ctx.Err()
		}
		if err := sleep(ctx, left); err != nil {
			return err
		}
	}
}
