package ghsync

import (
	"fmt"
	"net/http"
	"strconv"
	"sync"
	"time"
)

// Usage is what a fetch cost.
type Usage struct {
	// REST and GraphQL count HTTP requests, repeated ones included.
	REST    int `json:"rest"`
	GraphQL int `json:"graphql"`
	// Cached counts repositories that were known already and not asked for again.
	Cached int `json:"cached"`
	// Points are what GitHub took off the hourly limits.
	Points int `json:"points"`
}

// Add counts what another call cost, too.
func (u *Usage) Add(other Usage) {
	u.REST += other.REST
	u.GraphQL += other.GraphQL
	u.Cached += other.Cached
	u.Points += other.Points
}

// meter counts requests and writes a line for each.
type meter struct {
	mu    sync.Mutex
	usage Usage
	trace func(string)
	used  map[string]int // points used by resource, as last told
}

func newMeter(o Options) *meter {
	return &meter{trace: o.trace, used: map[string]int{}}
}

func (m *meter) answered(req *http.Request, res *http.Response, took time.Duration) {
	m.mu.Lock()
	defer m.mu.Unlock()
	m.count(req)
	points := m.points(res)
	m.trace(fmt.Sprintf("%s %s %d %dms %d points, %s left", req.Method, req.URL.RequestURI(), res.StatusCode,
		took.Milliseconds(), points, or(res.Header.Get("X-Ratelimit-Remaining"), "?")))
}

func (m *meter) failed(req *http.Request, err error, took time.Duration) {
	m.mu.Lock()
	defer m.mu.Unlock()
	m.count(req)
	m.trace(fmt.Sprintf("%s %s %v %dms", req.Method, req.URL.RequestURI(), root(err), took.Milliseconds()))
}

func (m *meter) count(req *http.Request) {
	if isGraphQL(req) {
		m.usage.GraphQL++
		return
	}
	m.usage.REST++
}

// points is by how much GitHub's own count went up, at least 1 for the first answer.
func (m *meter) points(res *http.Response) int {
	used, err := strconv.Atoi(res.Header.Get("X-Ratelimit-Used"))
	if err != nil {
		return 0
	}
	resource := res.Header.Get("X-Ratelimit-Resource")
	points := 1
	if before, known := m.used[resource]; known {
		points = max(used-before, 0)
	}
	m.used[resource] = max(used, m.used[resource])
	m.usage.Points += points
	return points
}

func (m *meter) cached(n int) {
	m.mu.Lock()
	defer m.mu.Unlock()
	m.usage.Cached += n
}

func (m *meter) total() Usage {
	m.mu.Lock()
	defer m.mu.Unlock()
	return m.usage
}

// requests is how many HTTP requests were made.
func (m *meter) requests() int {
	u := m.total()
	return u.REST + u.GraphQL
}

func or(s, otherwise string) string {
	if s == "" {
		return otherwise
	}
	return s
}
