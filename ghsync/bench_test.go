package ghsync_test

import (
	"context"
	"encoding/json"
	"fmt"
	"net/http"
	"testing"
	"time"

	"github.com/ghresume/ghresume/ghsync"
	"github.com/ghresume/ghresume/internal/githubtest"
	"github.com/ghresume/ghresume/resume"
)

// naiveMost is the largest number of repositories of an account that is also read in the
// naive way: 1,000 take three minutes.
const naiveMost = 120

// roundTrip is the usual time of a request to GitHub.
const roundTrip = 80 * time.Millisecond

// BenchmarkSync reads accounts of several sizes over a slow connection, with and without
// a token: cold, warm, and in the naive way, one REST call after another.
func BenchmarkSync(b *testing.B) {
	for _, size := range budgets {
		account := big(size.repositories, size.pulls, size.elsewhere)
		server := githubtest.Start(account)
		server.Delay(roundTrip)
		a := ghsync.Account{Login: account.Login, Now: now}
		cold := a
		b.Run(size.name+"/cold", func(b *testing.B) { a.Old = measure(b, server, size.token, cold) })
		b.Run(size.name+"/warm", func(b *testing.B) { measure(b, server, size.token, a) })
		if size.token != "" && size.repositories > 0 && size.repositories <= naiveMost {
			b.Run(size.name+"/naive", func(b *testing.B) {
				server.Reset()
				for b.Loop() {
					if err := naive(b.Context(), server.URL, account.Login); err != nil {
						b.Fatal(err)
					}
				}
				b.ReportMetric(float64(len(server.Requests()))/float64(b.N), "requests/op")
			})
		}
		server.Close()
	}
}

// measure fetches repeatedly and returns the last snapshot.
func measure(b *testing.B, server *githubtest.Server, token string, a ghsync.Account) (last *resume.Snapshot) {
	server.Reset()
	b.ReportAllocs()
	for b.Loop() {
		s, err := client(b, at(server, token)).Fetch(b.Context(), a)
		if err != nil {
			b.Fatal(err)
		}
		last = s
	}
	b.ReportMetric(float64(len(server.Requests()))/float64(b.N), "requests/op")
	return last
}

// naive reads what a resume needs as most tools do: the list of repositories, the
// languages and releases of each, the merged pull requests, and each repository that they
// went to.
func naive(ctx context.Context, api, login string) error {
	var repos []struct {
		Name string `json:"full_name"`
	}
	if err := allPages(ctx, api+"/users/"+login+"/repos?per_page=100", &repos); err != nil {
		return err
	}
	for _, r := range repos {
		for _, what := range []string{"/languages", "/releases"} {
			if err := get(ctx, api+"/repos/"+r.Name+what, nil); err != nil {
				return err
			}
		}
	}
	elsewhere := map[string]bool{}
	for page := 1; page <= 10; page++ {
		var found struct {
			Items []struct {
				Repository string `json:"repository_url"`
			}
		}
		if err := get(ctx, fmt.Sprintf("%s/search/issues?q=author:%s+is:merged&per_page=100&page=%d", api, login, page), &found); err != nil {
			return err
		}
		for _, item := range found.Items {
			elsewhere[item.Repository] = true
		}
		if len(found.Items) < 100 {
			break
		}
	}
	for address := range elsewhere {
		if err := get(ctx, address, nil); err != nil {
			return err
		}
	}
	return nil
}

// allPages reads a list page by page until a page is not full.
func allPages[T any](ctx context.Context, address string, into *[]T) error {
	for page := 1; ; page++ {
		var items []T
		if err := get(ctx, fmt.Sprintf("%s&page=%d", address, page), &items); err != nil {
			return err
		}
		*into = append(*into, items...)
		if len(items) < 100 {
			return nil
		}
	}
}

func get(ctx context.Context, address string, into any) error {
	req, err := http.NewRequestWithContext(ctx, http.MethodGet, address, nil)
	if err != nil {
		return err
	}
	req.Header.Set("Authorization", "Bearer "+githubtest.Token)
	res, err := http.DefaultClient.Do(req)
	if err != nil {
		return err
	}
	defer res.Body.Close()
	if into == nil {
		return nil
	}
	return json.NewDecoder(res.Body).Decode(into)
}
