package ghsync_test

import (
	"context"
	"fmt"
	"time"

	"github.com/ghresume/ghresume/ghsync"
	"github.com/ghresume/ghresume/internal/githubtest"
)

func ExampleClient_Fetch() {
	server := githubtest.Start(githubtest.Demo()) // instead of https://api.github.com
	defer server.Close()
	client, err := ghsync.New(ghsync.Config{Token: githubtest.Token, APIURL: server.URL})
	if err != nil {
		fmt.Println(err)
		return
	}
	snapshot, err := client.Fetch(context.Background(), ghsync.Account{Login: "ada-demo", Now: time.Date(2026, 11, 2, 6, 0, 0, 0, time.UTC)})
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(snapshot.User.Name, len(snapshot.Repositories) > 0, client.Usage().REST+client.Usage().GraphQL < 8)
	// Output: Ada Beispiel true true
}
