package ghsync

import (
	"bytes"
	"context"
	"io"
	"net/http"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	"github.com/google/go-github/v62/github"
)

// silentGitHub accepts requests and never answers those with more than most items.
type silentGitHub struct {
	most     int
	requests int
	sizes    []int
}

func (g *silentGitHub) RoundTrip(req *http.Request) (*http.Response, error) {
	var body []byte
	if req.Body != nil {
		body, _ = io.ReadAll(req.Body)
	}
	size := bytes.Count(body, []byte("x"))
	g.requests++
	g.sizes = append(g.sizes, size)
	if size > g.most || g.most < 0 {
		<-req.Context().Done()
		return nil, req.Context().Err()
	}
	return &http.Response{StatusCode: 200, Header: http.Header{}, Body: io.NopCloser(strings.NewReader(`{"data": {"p0": {}, "p1": {}}}`)), Request: req}, nil
}

// readingFrom returns a read whose requests go to a RoundTripper.
func readingFrom(base http.RoundTripper) *reading {
	config := Config{Token: "ghp_x"}
	usage := newUsageCounter(config)
	rest := github.NewClient(&http.Client{Transport: newTransport(base, config, usage)})
	return &reading{Client: &Client{config: config, rest: rest, graphql: "https://api.github.com/graphql", usage: usage}, portions: newPortions()}
}

// sized returns a part of that many items.
func sized(n int) part {
	return part{
		kind: "items", size: n, field: strings.Repeat("x", n),
		read: func(*answer) error { return nil },
		less: func() []part {
			if n == 1 {
				return nil
			}
			return []part{sized(n / 2), sized(n - n/2)}
		},
	}
}

// TestSilence: an answer that does not begin is like one that GitHub gave up on: half as much
// is asked for at once, and the silence does not count as GitHub's work.
func TestSilence(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		server := &silentGitHub{most: 4}
		begin := time.Now()
		if err := readingFrom(server).ask(t.Context(), sized(8)); err != nil {
			t.Fatal(err)
		}
		if took := time.Since(begin); took > 25*time.Second || server.requests > 3 {
			t.Errorf("it took %v and %d requests of %v items", took, server.requests, server.sizes)
		}
	})
}

// TestDeadSilence: if GitHub answers nothing, however little is asked for, a read ends soon.
func TestDeadSilence(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		server := &silentGitHub{most: -1}
		begin := time.Now()
		err := readingFrom(server).ask(t.Context(), sized(64))
		if took := time.Since(begin); !isReason(err, NoAnswer) || took > 65*time.Second {
			t.Errorf("after %v and %d requests: %v", took, server.requests, err)
		}
	})
}

// TestSilenceWithinTheTimeout: the total time that a run may take holds for silence, too.
func TestSilenceWithinTheTimeout(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		ctx, cancel := context.WithTimeout(t.Context(), 30*time.Second)
		defer cancel()
		begin := time.Now()
		err := readingFrom(&silentGitHub{most: -1}).ask(ctx, sized(64))
		if took := time.Since(begin); err == nil || took > 30*time.Second {
			t.Errorf("after %v: %v", took, err)
		}
	})
}
