package githubtest

import (
	"net/http"
	"strconv"
	"strings"
	"time"
)

// limits are the remaining points, by resource: core, search, graphql.
type limits map[string]int

// resourceOf returns the resource that a path counts against.
func resourceOf(path string) string {
	switch {
	case strings.HasPrefix(path, "/search/"):
		return "search"
	case strings.HasSuffix(path, "/graphql"):
		return "graphql"
	}
	return "core"
}

// grant returns the points of a resource per hour, for searches per minute.
func grant(resource string, signed bool) int {
	switch resource {
	case "search":
		if signed {
			return 30
		}
		return 10
	case "graphql":
		if signed {
			return 5000
		}
		return 0
	}
	if signed {
		return 5000
	}
	return 60
}

// spend deducts points from a limit and sets the headers. ok is false if none are left.
func (s *Server) spend(h http.Header, path string, points int, signed bool) (ok bool) {
	if path == "/rate_limit" {
		return true
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	resource := resourceOf(path)
	most, key := grant(resource, signed), resource+strconv.FormatBool(signed)
	if s.spent == nil {
		s.spent = limits{}
	}
	if ok = s.spent[key]+points <= most; ok {
		s.spent[key] += points
	}
	h.Set("X-RateLimit-Limit", strconv.Itoa(most))
	h.Set("X-RateLimit-Remaining", strconv.Itoa(max(0, most-s.spent[key])))
	h.Set("X-RateLimit-Used", strconv.Itoa(s.spent[key]))
	h.Set("X-RateLimit-Reset", strconv.FormatInt(time.Now().Add(time.Hour).Unix(), 10))
	h.Set("X-RateLimit-Resource", resource)
	return ok
}

// limitReached returns REST's response once a limit is used up; GraphQL's is a 200.
func limitReached(path string) answer {
	if resourceOf(path) == "graphql" {
		return ok(object{"errors": []any{object{"type": "RATE_LIMIT", "code": "graphql_rate_limit", "message": "API rate limit already exceeded."}}})
	}
	return problem(http.StatusForbidden, "API rate limit exceeded for 127.0.0.1.")
}
