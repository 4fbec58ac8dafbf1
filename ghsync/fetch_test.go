package ghsync_test

import (
	"testing"
	"time"

	"github.com/ghresume/ghresume/ghsync"
	"github.com/ghresume/ghresume/internal/githubtest"
	"github.com/ghresume/ghresume/resume"
)

var now = time.Date(2026, 11, 1, 12, 0, 0, 0, time.UTC)

// start serves an account, and validates all queries that it was asked.
func start(t *testing.T, a githubtest.Account) *githubtest.Server {
	t.Helper()
	server := githubtest.Start(a)
	t.Cleanup(func() {
		server.Close()
		wantValid(t, server.Queries())
	})
	return server
}

// at returns the configuration of a client for a server.
func at(server *githubtest.Server, token string) ghsync.Config {
	return ghsync.Config{APIURL: server.URL, Token: token}
}

func client(t testing.TB, config ghsync.Config) *ghsync.Client {
	t.Helper()
	c, err := ghsync.New(config)
	if err != nil {
		t.Fatal(err)
	}
	return c
}

func fetch(t testing.TB, config ghsync.Config, a ghsync.Account) (*resume.Snapshot, ghsync.Usage) {
	t.Helper()
	a.Now = now
	c := client(t, config)
	s, err := c.Fetch(t.Context(), a)
	if err != nil {
		t.Fatal(err)
	}
	return s, c.Usage()
}

func TestAnonymous(t *testing.T) {
	server := start(t, githubtest.Demo())
	s, usage := fetch(t, at(server, ""), ghsync.Account{Login: "ADA-demo"})
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
