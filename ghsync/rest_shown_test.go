package ghsync_test

import (
	"testing"

	"github.com/ghresume/ghresume/ghsync"
)

// TestShownFilesAreReadFirst: a first read without a token reads the files of what files made
// earlier show, although many others have more stars now, within the same budget.
func TestShownFilesAreReadFirst(t *testing.T) {
	account := big(12, 3, 2)
	for i := range account.Repositories {
		account.Repositories[i].Stars = 10 * i
	}
	server := start(t, account)
	plain, _ := fetch(t, at(server, ""), ghsync.Account{Login: "busy"})
	for _, repo := range plain.Repositories {
		if !repo.FilesAt.IsZero() || repo.Empty || repo.Disabled || repo.Fork || repo.Archived {
			continue
		}
		server.Reset()
		s, usage := fetch(t, at(server, ""), ghsync.Account{Login: "busy", Shown: []string{"gone/away", repo.Name}})
		for _, now := range s.Repositories {
			if now.Name == repo.Name && now.FilesAt.IsZero() {
				t.Errorf("the files of %s are not read", repo.Name)
			}
		}
		if usage.REST > 60 {
			t.Errorf("%d requests", usage.REST)
		}
		return
	}
	t.Fatal("all files are read anyway")
}
