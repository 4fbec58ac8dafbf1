package ghsync_test

import (
	"context"
	"fmt"
	"time"

	"github.com/ghresume/ghresume/ghsync"
	"github.com/ghresume/ghresume/internal/githubtest"
)

func ExampleFetch() {
	server := githubtest.Start(githubtest.Demo()) // in place of https://api.github.com
	defer server.Close()
	snapshot, usage, err := ghsync.Fetch(context.Background(), ghsync.Options{
		Login: "ada-demo", Token: githubtest.Token, APIURL: server.URL, Now: time.Date(2026, 11, 2, 6, 0, 0, 0, time.UTC),
	})
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(snapshot.User.Name, len(snapshot.Repositories) > 0, usage.REST+usage.GraphQL < 8)
	// Output: Ada Beispiel true true
}
