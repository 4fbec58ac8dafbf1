package ghsync

import (
	"cmp"
	"fmt"
	"net/http"
	"strconv"
	"sync"
	"time"
)

// Usage is what a fetch cost.
type Usage struct {
	// REST and GraphQL count HTTP requests, including retries.
	REST    int `json:"rest"`
	GraphQL int `json:"graphql"`
	// Cached counts repositories that were already known and not requested again.
	Cached int `json:"cached"`
	// Points are the points deducted from GitHub's hourly limits.
	Points int `json:"points"`
}

// Add adds the cost of another call.
func (u *Usage) Add(other Usage) {
	u.REST += other.REST
	u.GraphQL += other.GraphQL
	u.Cached += other.Cached
	u.Points += other.Points
}

// usageCounter counts requests and writes a line for each.
type usageCounter struct {
	mu    sync.Mutex
	usage Usage
	trace func(string)
	used  map[string]int // points used by resource, as last reported
	// repeats counts the requests that were sent again after a fault or a refusal.
	repeats int
}

func newUsageCounter(config Config) *usageCounter {
	return &usageCounter{trace: config.trace, used: map[string]int{}}
}

func (u *usageCounter) answered(req *http.Request, res *http.Response, took time.Duration) {
	u.mu.Lock()
	defer u.mu.Unlock()
	u.count(req)
	points := u.points(res)
	u.trace(fmt.Sprintf("%s %s %d %dms %d points, %s left", req.Method, req.URL.RequestURI(), res.StatusCode,
		took.Milliseconds(), points, cmp.Or(res.Header.Get("X-Ratelimit-Remaining"), "?")))
}

func (u *usageCounter) failed(req *http.Request, err error, took time.Duration) {
	u.mu.Lock()
	defer u.mu.Unlock()
	u.count(req)
	u.trace(fmt.Sprintf("%s %s %v %dms", req.Method, req.URL.RequestURI(), root(err), took.Milliseconds()))
}

func (u *usageCounter) count(req *http.Request) {
	if isGraphQL(req) {
		u.usage.GraphQL++
		return
	}
	u.usage.REST++
}

// points returns the increase of GitHub's own count, at least 1 for the first response.
func (u *usageCounter) points(res *http.Response) int {
	used, err := strconv.Atoi(res.Header.Get("X-Ratelimit-Used"))
	if err != nil {
		return 0
	}
	resource := res.Header.Get("X-Ratelimit-Resource")
	points := 1
	if before, known := u.used[resource]; known {
		points = max(used-before, 0)
	}
	u.used[resource] = max(used, u.used[resource])
	u.usage.Points += points
	return points
}

// add adds what another client used.
func (u *usageCounter) add(other Usage) {
	u.mu.Lock()
	defer u.mu.Unlock()
	u.usage.Add(other)
}

func (u *usageCounter) cached(n int) {
	u.mu.Lock()
	defer u.mu.Unlock()
	u.usage.Cached += n
}

func (u *usageCounter) total() Usage {
	u.mu.Lock()
	defer u.mu.Unlock()
	return u.usage
}

// repeat records that a request is sent again.
func (u *usageCounter) repeat() {
	u.mu.Lock()
	defer u.mu.Unlock()
	u.repeats++
}

func (u *usageCounter) repeated() int {
	u.mu.Lock()
	defer u.mu.Unlock()
	return u.repeats
}

// requests returns the number of HTTP requests.
func (u *usageCounter) requests() int {
	all := u.total()
	return all.REST + all.GraphQL
}
