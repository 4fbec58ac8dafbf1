package ghsync_test

import (
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/vektah/gqlparser/v2"
	"github.com/vektah/gqlparser/v2/validator"
	"github.com/vektah/gqlparser/v2/validator/rules"
	"golang.org/x/sync/errgroup"

	"github.com/ghresume/ghresume/ghsync"
	"github.com/ghresume/ghresume/internal/githubtest"
)

const profileRepository = "ada/ada"

// committing starts a GitHub with the repository ada/ada, which has a README.
func committing(t *testing.T) (*githubtest.Server, *ghsync.Client) {
	t.Helper()
	server := start(t, githubtest.Account{Login: "ada", Repositories: []githubtest.Repository{
		{Name: profileRepository, Files: map[string]string{"README.md": "old\n"}},
	}})
	return server, client(t, ghsync.SpeedUp(at(server, githubtest.Token), 1000))
}

// publishing appends "new" to the existing content of the README.
func publishing() ghsync.Publishing {
	return ghsync.Publishing{
		Repository: profileRepository, Message: "Refresh the resume\n\nAll of it.", Paths: []string{"README.md"},
		Render: func(_ string, old []byte) ([]byte, error) {
			return []byte(strings.TrimSuffix(string(old), "new\n") + "new\n"), nil
		},
	}
}

func TestPublishCommitsOnce(t *testing.T) {
	server, o := committing(t)
	out, err := o.Publish(t.Context(), publishing())
	if err != nil || out.Commit == "" || !slices.Equal(out.Paths(), []string{"README.md"}) || out.Branch != "main" {
		t.Fatalf("%+v, %v", out, err)
	}
	if text, _ := server.File(profileRepository, "main", "README.md"); text != "old\nnew\n" {
		t.Errorf("the branch holds %q", text)
	}
	commits := server.Commits()
	out, err = o.Publish(t.Context(), publishing())
	if err != nil || out.Commit != "" || len(out.Changed) > 0 || server.Commits() != commits {
		t.Errorf("the second run: %+v, %v", out, err)
	}
}

func TestPublishSurvivesARace(t *testing.T) {
	server, o := committing(t)
	server.Race(3)
	if _, err := o.Publish(t.Context(), publishing()); err != nil {
		t.Fatal(err)
	}
	for _, path := range []string{"README.md", "elsewhere.txt"} {
		if _, ok := server.File(profileRepository, "main", path); !ok {
			t.Errorf("%s is lost", path)
		}
	}
	server.Race(100)
	server.Push(profileRepository, "main", "README.md", "again\n")
	_, err := o.Publish(t.Context(), publishing())
	if err == nil || !strings.Contains(err.Error(), "moved 16 times") {
		t.Errorf("got %v", err)
	}
}

// TestPublishKnowsTheCommitsOfOthers: another commit with the same content is not ours,
// nor is one on top of a commit whose response was lost.
func TestPublishKnowsTheCommitsOfOthers(t *testing.T) {
	server, o := committing(t)
	p := publishing()
	render, first := p.Render, true
	p.Render = func(path string, old []byte) ([]byte, error) {
		if first {
			first = false
			server.Push(profileRepository, "main", "README.md", "old\nnew\n")
		}
		return render(path, old)
	}
	if out, err := o.Publish(t.Context(), p); err != nil || out.Commit != "" || len(out.Changed) > 0 {
		t.Errorf("nothing was committed, but: %+v, %v", out, err)
	}

	server, _ = committing(t)
	o = client(t, ghsync.SpeedUp(at(server, githubtest.Token), 0)) // the check is late enough for the push
	server.Break(githubtest.Fault{Kind: githubtest.BadGateway, Nth: 3})
	theirs := make(chan string)
	go func() {
		for server.Commits() < 2 {
			time.Sleep(time.Millisecond)
		}
		server.Push(profileRepository, "main", "other.txt", "x")
		theirs <- server.Head(profileRepository, "main")
	}()
	out, err := o.Publish(t.Context(), publishing())
	if id := <-theirs; err != nil || out.Commit == id {
		t.Errorf("somebody else's commit is told as ours: %+v, %v", out, err)
	}
}

// TestPublishKnowsItsOwnCommitAgain: even if the response was lost.
func TestPublishKnowsItsOwnCommitAgain(t *testing.T) {
	server, o := committing(t)
	server.Break(githubtest.Fault{Kind: githubtest.CutBody, Nth: 4})
	out, err := o.Publish(t.Context(), publishing())
	if err != nil || out.Commit == "" || len(out.Changed) != 1 {
		t.Errorf("%+v, %v", out, err)
	}
}

// TestPublishHandsOverWhatIsThere: Render gets the branch's content byte for byte.
func TestPublishHandsOverWhatIsThere(t *testing.T) {
	for name, held := range map[string]string{
		"Latin-1": "caf\xe9\n", "long": strings.Repeat("long\n", 200_000), "binary": "%PDF\x00\xff", "empty": "",
	} {
		server, o := committing(t)
		server.Push(profileRepository, "main", "README.md", held)
		if _, err := o.Publish(t.Context(), publishing()); err != nil {
			t.Errorf("%s: %v", name, err)
		}
		if text, _ := server.File(profileRepository, "main", "README.md"); text != held+"new\n" {
			t.Errorf("%s: the branch holds %d bytes, want %d", name, len(text), len(held)+4)
		}
		p := publishing()
		p.Paths = []string{"other.md"}
		p.Render = func(_ string, old []byte) ([]byte, error) { return []byte("fresh"), rejectOld(old) }
		if _, err := o.Publish(t.Context(), p); err != nil {
			t.Errorf("%s: %v", name, err)
		}
	}
}

func rejectOld(old []byte) error {
	if old != nil {
		return errors.New("there is no such file")
	}
	return nil
}

func TestPublishSaysWhatToChange(t *testing.T) {
	for why, want := range map[githubtest.Refusal]string{
		githubtest.ReadOnly: "contents: write", githubtest.Protected: "--pull-request", githubtest.NoPullRequests: "Settings › Actions",
	} {
		server, o := committing(t)
		server.Refuse(why)
		p := publishing()
		p.PullRequest = why == githubtest.NoPullRequests
		_, err := o.Publish(t.Context(), p)
		hinted, ok := errors.AsType[*ghsync.Error](err)
		if !ok || !strings.Contains(hinted.Hint(), want) || strings.Contains(err.Error(), "\n") {
			t.Errorf("%s: got %v", why, err)
		}
		if text, _ := server.File(profileRepository, "main", "README.md"); text != "old\n" {
			t.Errorf("%s: the branch was changed", why)
		}
	}
}

func TestPublishRefusesWhatIsNotThere(t *testing.T) {
	server, o := committing(t)
	p := publishing()
	p.Repository = "ada/nothing"
	if _, err := o.Publish(t.Context(), p); err == nil || !strings.Contains(err.Error(), `cannot see a repository "ada/nothing"`) {
		t.Errorf("got %v", err)
	}
	p = publishing()
	p.Branch = "nowhere"
	if _, err := o.Publish(t.Context(), p); err == nil || !strings.Contains(err.Error(), `no branch "nowhere"`) {
		t.Errorf("got %v", err)
	}
	o = client(t, ghsync.Config{APIURL: server.URL})
	if _, err := o.Publish(t.Context(), p); err == nil || !strings.Contains(err.Error(), "needs a token") {
		t.Errorf("got %v", err)
	}
}

// TestPublishIsAllOrNothing: after any fault the branch is unchanged or complete.
func TestPublishIsAllOrNothing(t *testing.T) {
	for _, kind := range githubtest.FaultKinds() {
		for n := range 5 {
			server, o := committing(t)
			server.Break(githubtest.Fault{Kind: kind, Nth: n + 1, Times: -1})
			out, err := o.Publish(t.Context(), publishing())
			text, _ := server.File(profileRepository, "main", "README.md")
			if text != "old\n" && text != "old\nnew\n" || err == nil && (out.Commit == "" || text != "old\nnew\n") {
				t.Errorf("%s from request %d on: %q, %+v, %v", kind, n+1, text, out, err)
			}
		}
	}
}

// TestPublishQueriesAreValid: GitHub's own schema accepts them.
func TestPublishQueriesAreValid(t *testing.T) {
	schema := publishedSchema(t, schemas[0])
	server, o := committing(t)
	p := publishing()
	for _, p.PullRequest = range []bool{false, true, true} {
		server.Push(profileRepository, "main", "README.md", "moved\n")
		if _, err := o.Publish(t.Context(), p); err != nil {
			t.Fatal(err)
		}
	}
	p.Render = withdrawing
	if _, err := o.Publish(t.Context(), p); err != nil { // closes it and deletes the branch
		t.Fatal(err)
	}
	p.Render = publishing().Render
	for range 2 { // opens one; then starts over from a closed one
		if _, err := o.Publish(t.Context(), p); err != nil {
			t.Fatal(err)
		}
		server.ClosePullRequests(profileRepository, "main")
	}
	server.Break(githubtest.Fault{Kind: githubtest.BadGateway, Nth: 3}) // the response to a commit is lost
	p = publishing()
	p.Commit, p.Sources = server.Head(profileRepository, "main"), []ghsync.Source{{Path: "README.md"}}
	server.Push(profileRepository, "main", "other.txt", "x")
	if _, err := o.Publish(t.Context(), p); err != nil {
		t.Fatal(err)
	}
	seen := 0
	for _, r := range server.Requests() {
		query, errs := gqlparser.LoadQueryWithRules(schema, r.Body, rules.NewDefaultRules())
		if len(errs) > 0 {
			t.Errorf("%v in\n%s", errs, r.Body)
			continue
		}
		if _, err := validator.VariableValues(schema, query.Operations[0], r.Variables); err != nil {
			t.Errorf("%v in\n%s\n%v", err, r.Body, r.Variables)
		}
		seen++
	}
	if seen < 10 {
		t.Errorf("only %d queries seen", seen)
	}
	for _, field := range []string{"createCommitOnBranch", "createRef", "updateRefs", "createPullRequest", "closePullRequest"} {
		if !slices.ContainsFunc(server.Requests(), func(r githubtest.Request) bool { return strings.Contains(r.Body, field) }) {
			t.Errorf("no request has %s", field)
		}
	}
}

// TestPublishSurvivesFaultsThatPass: at any request, with nothing committed twice.
func TestPublishSurvivesFaultsThatPass(t *testing.T) {
	for _, kind := range []githubtest.FaultKind{githubtest.ServerError, githubtest.BadGateway, githubtest.Reset, githubtest.Partial} {
		for n := range 4 {
			server, o := committing(t)
			commits := server.Commits()
			server.Break(githubtest.Fault{Kind: kind, Nth: n + 1})
			out, err := o.Publish(t.Context(), publishing())
			if err != nil || out.Commit == "" || len(out.Changed) != 1 {
				t.Errorf("%s at request %d: %+v, %v", kind, n+1, out, err)
			}
			if made := server.Commits() - commits; made != 2 { // the initial one, and ours
				t.Errorf("%s at request %d: %d commits", kind, n+1, made)
			}
		}
	}
}

// TestPublishSideBySide: the jobs of a class commit to one branch, each its own file.
func TestPublishSideBySide(t *testing.T) {
	server, o := committing(t)
	o = client(t, ghsync.SpeedUp(at(server, githubtest.Token), 20))
	server.Delay(10 * time.Millisecond) // 0.2 s, sped up like the pauses
	const jobs = 15                     // each can lose to all others and still has a try left
	var group errgroup.Group
	for n := range jobs {
		group.Go(func() error {
			p := publishing()
			p.Paths = []string{fmt.Sprintf("people/%d/README.md", n)}
			_, err := o.Publish(t.Context(), p)
			return err
		})
	}
	if err := group.Wait(); err != nil {
		t.Error(err)
	}
	for n := range jobs {
		if _, ok := server.File(profileRepository, "main", fmt.Sprintf("people/%d/README.md", n)); !ok {
			t.Errorf("the file of job %d is lost", n)
		}
	}
}
