package ghsync

import (
	"io"
	"net/http"
	"strings"
	"sync"
	"testing"
	"testing/synctest"
	"time"
)

// pacedGitHub answers with a delay, and records its work.
type pacedGitHub struct {
	took time.Duration
	mu   sync.Mutex
	done []work
	peak int
	busy int
}

func (g *pacedGitHub) RoundTrip(req *http.Request) (*http.Response, error) {
	g.mu.Lock()
	g.busy++
	g.peak = max(g.peak, g.busy)
	g.mu.Unlock()
	time.Sleep(g.took)
	g.mu.Lock()
	defer g.mu.Unlock()
	g.busy--
	g.done = append(g.done, work{time.Now(), g.took})
	return &http.Response{StatusCode: 200, Header: http.Header{}, Body: io.NopCloser(strings.NewReader("{}")), Request: req}, nil
}

// mostWork returns the largest work within any minute.
func (g *pacedGitHub) mostWork() time.Duration {
	var most time.Duration
	for _, first := range g.done {
		var sum time.Duration
		for _, w := range g.done {
			if after := w.at.Sub(first.at); after >= 0 && after < time.Minute {
				sum += w.took
			}
		}
		most = max(most, sum)
	}
	return most
}

// TestPace: GitHub allows a minute of work per minute. The slower its responses, the
// fewer requests are sent at once; fast ones are never delayed.
func TestPace(t *testing.T) {
	for _, c := range []struct {
		path     string
		took     time.Duration
		requests int
		within   time.Duration // for all requests
	}{
		{"/graphql", 200 * time.Millisecond, 200, 7 * time.Second}, // 40 s of work
		{"/graphql", time.Second, 30, 5 * time.Second},
		{"/graphql", 2 * time.Second, 60, 3 * time.Minute},    // 120 s of work
		{"/graphql", 9 * time.Second, 40, 9 * time.Minute},    // 360 s of work
		{"/users/ada", 9 * time.Second, 40, 63 * time.Second}, // REST has no such budget
	} {
		t.Run(c.path+" "+c.took.String(), func(t *testing.T) {
			synctest.Test(t, func(t *testing.T) {
				github := &pacedGitHub{took: c.took}
				config := Config{Token: "ghp_x"}
				client := &http.Client{Transport: newTransport(github, config, newUsageCounter(config))}
				begin := time.Now()
				var all sync.WaitGroup
				for range c.requests {
					all.Go(func() {
						res, err := client.Get("https://api.github.com" + c.path)
						if err != nil {
							t.Error(err)
							return
						}
						res.Body.Close()
					})
				}
				all.Wait()
				if most := github.mostWork(); most > time.Minute && c.path == "/graphql" {
					t.Errorf("%v of work in a minute", most)
				}
				if took := time.Since(begin); took > c.within || github.peak > maxAtOnce {
					t.Errorf("%d requests took %v, %d at once", len(github.done), took, github.peak)
				}
			})
		})
	}
}

// TestPaceAfterASlowResponse: one slow response does not make others wait for a minute if
// what is in flight is fast.
func TestPaceAfterASlowResponse(t *testing.T) {
	var m workMeter
	m.take()
	m.take()
	m.end(25 * time.Second)
	if wait := m.take(); wait <= 0 || wait > time.Second {
		t.Errorf("beside one in flight: %v", wait)
	}
	m.end(100 * time.Millisecond)
	if wait := m.take(); wait > 0 {
		t.Errorf("after it: %v", wait)
	}
}
