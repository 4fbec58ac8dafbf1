package githubtest

import (
	"net/http"
	"strconv"
	"strings"
	"time"
)

// limits are what is left of GitHub's limits, by resource: core, search, graphql.
type limits map[string]int

// resourceOf is the limit that a path counts against.
func resourceOf(path string) string {
	switch {
	case strings.HasPrefix(path, "/search/"):
		return "search"
	case strings.HasSuffix(path, "/graphql"):
		return "graphql"
	}
	return "core"
}

// grant is how much there is of a resource: an hour's, of searches a minute's.
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

// spend takes points off a limit and says so in the headers. ok is false when
// nothing is left.
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

// limitReached is REST's refusal when a limit is used up; GraphQL's is a 200.
func limitReached(path string) answer {
	if resourceOf(path) == "graphql" {
		return ok(object{"errors": []any{object{"type": "RATE_LIMIT", "code": "graphql_rate_limit", "message": "API rate limit already exceeded."}}})
	}
	return problem(http.StatusForbidden, "API rate limit exceeded for 127.0.0.1.")
}
