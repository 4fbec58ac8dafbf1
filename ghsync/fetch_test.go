package ghsync_test

import (
	"testing"
	"time"

	"github.com/ghresume/ghresume/ghsync"
	"github.com/ghresume/ghresume/internal/githubtest"
	"github.com/ghresume/ghresume/resume"
)

var now = time.Date(2026, 11, 1, 12, 0, 0, 0, time.UTC)

func start(t *testing.T, a githubtest.Account) *githubtest.Server {
	t.Helper()
	server := githubtest.Start(a)
	t.Cleanup(server.Close)
	return server
}

func fetch(t *testing.T, o ghsync.Options) (*resume.Snapshot, ghsync.Usage) {
	t.Helper()
	o.Now = now
	s, usage, err := ghsync.Fetch(t.Context(), o)
	if err != nil {
		t.Fatal(err)
	}
	return s, usage
}

func TestAnonymous(t *testing.T) {
	server := start(t, githubtest.Demo())
	s, usage := fetch(t, ghsync.Options{Login: "ADA-demo", APIURL: server.URL})
	if s.Login != "ada-demo" || len(s.Repositories) != 8 || s.Pinned != nil {
		t.Errorf("login %q, %d repositories, pinned %v", s.Login, len(s.Repositories), s.Pinned)
	}
	if usage.REST > 50 || usage.GraphQL != 0 {
		t.Errorf("usage %+v", usage)
	}
	redis := s.Contributions[5]
	if redis.Repository != "redis/go-redis" || redis.Merged != 1 || redis.Backports != 1 || *redis.Stars != 21_300 {
		t.Errorf("contribution %+v", redis)
	}
}
