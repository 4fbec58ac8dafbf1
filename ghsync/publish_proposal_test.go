package ghsync_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"golang.org/x/sync/errgroup"

	"github.com/ghresume/ghresume/ghsync"
	"github.com/ghresume/ghresume/internal/githubtest"
)

const proposed = "ghresume/refresh-main"

// withProposal returns [committing] with an open pull request.
func withProposal(t *testing.T) (*githubtest.Server, *ghsync.Client, ghsync.Publishing) {
	t.Helper()
	server, o := committing(t)
	p := publishing()
	p.PullRequest = true
	if _, err := o.Publish(t.Context(), p); err != nil {
		t.Fatal(err)
	}
	return server, o, p
}

func TestPublishKeepsOnePullRequest(t *testing.T) {
	server, o := committing(t)
	p := publishing()
	p.PullRequest = true
	out, err := o.Publish(t.Context(), p)
	if err != nil || out.PullRequestURL == "" || out.Commit == "" {
		t.Fatalf("%+v, %v", out, err)
	}
	again, err := o.Publish(t.Context(), p)
	if err != nil || again.PullRequestURL != out.PullRequestURL || again.Commit != "" || len(again.Changed) != 1 {
		t.Errorf("unchanged: %+v, %v", again, err)
	}
	render := p.Render
	p.Render = func(path string, old []byte) ([]byte, error) {
		data, err := render(path, old)
		return append(data, "newer\n"...), err
	}
	if again, err = o.Publish(t.Context(), p); err != nil || again.Commit == "" || len(server.PullRequests(profileRepository)) != 1 {
		t.Errorf("updated: %+v, %v", again, err)
	}
	if text, _ := server.File(profileRepository, "main", "README.md"); text != "old\n" {
		t.Errorf("the base was changed to %q", text)
	}
	p.Render = withdrawing
	if out, err := o.Publish(t.Context(), p); err != nil || out.ClosedURL == "" || len(server.PullRequests(profileRepository)) != 0 {
		t.Errorf("nothing differs, but the pull request is open: %v", err)
	}
	p.Render = render
	if again, err = o.Publish(t.Context(), p); err != nil || again.PullRequestURL == "" || again.PullRequestURL == out.PullRequestURL {
		t.Errorf("a new pull request: %+v, %v", again, err)
	}
}

// withdrawing removes the new lines, so that nothing differs from the base any longer.
func withdrawing(_ string, old []byte) ([]byte, error) {
	return []byte(strings.TrimSuffix(strings.TrimSuffix(string(old), "newer\n"), "new\n")), nil
}

// writing replaces these files.
func writing(files map[string]string) ghsync.Publishing {
	p := ghsync.Publishing{Repository: profileRepository, Message: "Refresh", PullRequest: true}
	for _, path := range []string{"README.md", "resume.pdf"} {
		if _, ok := files[path]; ok {
			p.Paths = append(p.Paths, path)
		}
	}
	p.Render = func(path string, _ []byte) ([]byte, error) { return []byte(files[path]), nil }
	return p
}

// TestProposalTakesBackWhatNoLongerDiffers: such a file is reset in the proposal.
func TestProposalTakesBackWhatNoLongerDiffers(t *testing.T) {
	server, o := committing(t)
	publish := func(files map[string]string) *ghsync.Published {
		t.Helper()
		out, err := o.Publish(t.Context(), writing(files))
		if err != nil {
			t.Fatal(err)
		}
		return out
	}
	publish(map[string]string{"README.md": "new\n", "resume.pdf": "pdf 1"})
	out := publish(map[string]string{"README.md": "old\n", "resume.pdf": "pdf 2"})
	if !slices.Equal(out.Paths(), []string{"resume.pdf"}) {
		t.Errorf("changed: %v", out.Changed)
	}
	for path, want := range map[string]string{"README.md": "old\n", "resume.pdf": "pdf 2"} {
		if text, _ := server.File(profileRepository, proposed, path); text != want {
			t.Errorf("the proposal's %s holds %q", path, text)
		}
	}
}

// TestProposalLeavesToTheBaseWhatItGotMeanwhile: an older proposal neither reverts nor
// copies it.
func TestProposalLeavesToTheBaseWhatItGotMeanwhile(t *testing.T) {
	server, o := committing(t)
	first := map[string]string{"README.md": "new\n"}
	if _, err := o.Publish(t.Context(), writing(first)); err != nil {
		t.Fatal(err)
	}
	server.Push(profileRepository, "main", "resume.pdf", "pdf")
	commits := server.Commits()
	if _, err := o.Publish(t.Context(), writing(map[string]string{"README.md": "new\n", "resume.pdf": "pdf"})); err != nil {
		t.Fatal(err)
	}
	if made := server.Commits() - commits; made != 0 {
		t.Errorf("%d commits", made)
	}
	p := publishing() // a README that only the base has starts from the base's version
	p.PullRequest, p.Paths = true, []string{"docs.md"}
	server.Push(profileRepository, "main", "docs.md", "theirs\n")
	if _, err := o.Publish(t.Context(), p); err != nil {
		t.Fatal(err)
	}
	if text, _ := server.File(profileRepository, proposed, "docs.md"); text != "theirs\nnew\n" {
		t.Errorf("the proposal's docs.md holds %q", text)
	}
}

// TestProposalKeepsWhatReviewersWrite: a reviewer's commits to the proposal stay.
func TestProposalKeepsWhatReviewersWrite(t *testing.T) {
	server, o, p := withProposal(t)
	server.Push(profileRepository, proposed, "README.md", "older, by a reviewer\n")
	if _, err := o.Publish(t.Context(), p); err != nil {
		t.Fatal(err)
	}
	if text, _ := server.File(profileRepository, proposed, "README.md"); text != "older, by a reviewer\nnew\n" {
		t.Errorf("the proposal holds %q", text)
	}
}

// TestProposalLeavesNoBranchBehind: the branch exists as long as the proposal.
func TestProposalLeavesNoBranchBehind(t *testing.T) {
	server, o := committing(t)
	p := publishing()
	p.PullRequest = true
	server.Refuse(githubtest.NoPullRequests)
	if out, err := o.Publish(t.Context(), p); err == nil || out.Commit != "" {
		t.Errorf("%+v, %v", out, err)
	}
	if n := server.Branches(profileRepository); n != 1 {
		t.Errorf("refused: %d branches", n)
	}
	server.Refuse("")
	if _, err := o.Publish(t.Context(), p); err != nil || server.Branches(profileRepository) != 2 {
		t.Errorf("open: %d branches, %v", server.Branches(profileRepository), err)
	}
	p.Render = withdrawing
	if _, err := o.Publish(t.Context(), p); err != nil || server.Branches(profileRepository) != 1 {
		t.Errorf("closed: %d branches, %v", server.Branches(profileRepository), err)
	}
}

// TestProposalOfAForkIsLeftAlone: its branch may have the same name as ours.
func TestProposalOfAForkIsLeftAlone(t *testing.T) {
	server, o := committing(t)
	server.ProposeFromFork(profileRepository, proposed)
	p := publishing()
	p.PullRequest = true
	p.Render = func(_ string, old []byte) ([]byte, error) { return old, nil }
	if _, err := o.Publish(t.Context(), p); err != nil || len(server.PullRequests(profileRepository)) != 1 {
		t.Errorf("open: %v, %v", server.PullRequests(profileRepository), err)
	}
	p.Render = publishing().Render
	out, err := o.Publish(t.Context(), p)
	if err != nil || len(server.PullRequests(profileRepository)) != 2 || out.PullRequestURL == "" {
		t.Errorf("open: %v, %+v, %v", server.PullRequests(profileRepository), out, err)
	}
}

// TestProposalSurvivesFaultsThatPass: exactly one pull request is open afterwards.
func TestProposalSurvivesFaultsThatPass(t *testing.T) {
	for _, kind := range []githubtest.FaultKind{githubtest.ServerError, githubtest.BadGateway, githubtest.Reset, githubtest.CutBody, githubtest.Partial} {
		for n := range 6 {
			server, o := committing(t)
			p := publishing()
			p.PullRequest = true
			server.Break(githubtest.Fault{Kind: kind, Nth: n + 1})
			out, err := o.Publish(t.Context(), p)
			if err != nil || out.PullRequestURL == "" || out.Commit == "" || len(server.PullRequests(profileRepository)) != 1 {
				t.Errorf("%s at request %d: %+v, %v", kind, n+1, out, err)
			}
			if text, _ := server.File(profileRepository, proposed, "README.md"); text != "old\nnew\n" {
				t.Errorf("%s at request %d: the proposal holds %q", kind, n+1, text)
			}
		}
	}
}

// TestProposalStaysForWhatReviewersAdded: a reviewer's other files keep it open.
func TestProposalStaysForWhatReviewersAdded(t *testing.T) {
	server, o, p := withProposal(t)
	server.Push(profileRepository, proposed, "notes.md", "an hour's work\n")
	p.Render = withdrawing
	out, err := o.Publish(t.Context(), p)
	if err != nil || out.PullRequestURL == "" || out.ClosedURL != "" || len(out.Changed) != 0 {
		t.Errorf("%+v, %v", out, err)
	}
	for path, want := range map[string]string{"notes.md": "an hour's work\n", "README.md": "old\n"} {
		if text, _ := server.File(profileRepository, proposed, path); text != want {
			t.Errorf("the proposal's %s holds %q", path, text)
		}
	}
}

// TestProposalThatAPersonTookOver: a pull request that someone retargeted keeps its
// branch; a closed one is over, and its branch starts over.
func TestProposalThatAPersonTookOver(t *testing.T) {
	for what, keeps := range map[string]bool{"another base": true, "closed": false} {
		server, o, p := withProposal(t)
		server.Push(profileRepository, proposed, "notes.md", "an hour's work\n")
		if keeps {
			server.Push(profileRepository, "develop", "README.md", "other\n")
			server.Retarget(profileRepository, "develop")
		} else {
			server.ClosePullRequests(profileRepository, "main")
		}
		if out, err := o.Publish(t.Context(), p); err != nil || out.PullRequestURL == "" {
			t.Errorf("%s: %+v, %v", what, out, err)
		}
		if _, ok := server.File(profileRepository, proposed, "notes.md"); ok != keeps {
			t.Errorf("%s: the reviewer's file is there: %t", what, ok)
		}
	}
}

// TestProposalGoesOnFromABranchOfItsName: it is not reset if it has no pull request.
func TestProposalGoesOnFromABranchOfItsName(t *testing.T) {
	server, o := committing(t)
	server.Push(profileRepository, proposed, "README.md", "old\n")
	server.Push(profileRepository, proposed, "notes.md", "an hour's work\n")
	p := publishing()
	p.PullRequest = true
	if out, err := o.Publish(t.Context(), p); err != nil || out.PullRequestURL == "" {
		t.Errorf("%+v, %v", out, err)
	}
	if _, ok := server.File(profileRepository, proposed, "notes.md"); !ok {
		t.Error("what was on the branch is lost")
	}
}

// TestProposalsSideBySide: jobs with other files share one proposal, whether they meet at
// its start, after an earlier one was closed, or later.
func TestProposalsSideBySide(t *testing.T) {
	for n := range 60 {
		server, o := committing(t)
		o = client(t, ghsync.SpeedUp(at(server, githubtest.Token), 100))
		if n%2 == 1 {
			p := publishing()
			p.PullRequest = true
			if _, err := o.Publish(t.Context(), p); err != nil {
				t.Fatal(err)
			}
			server.ClosePullRequests(profileRepository, "main")
		}
		server.Delay(2 * time.Millisecond)
		var group errgroup.Group
		for job := range 2 {
			group.Go(func() error {
				time.Sleep(time.Duration(job*(n%12)) * time.Millisecond)
				p := publishing()
				p.PullRequest, p.Paths = true, []string{fmt.Sprintf("%d.md", job)}
				_, err := o.Publish(t.Context(), p)
				return err
			})
		}
		if err := group.Wait(); err != nil {
			t.Error(err)
		}
		for job := range 2 {
			if _, ok := server.File(profileRepository, proposed, fmt.Sprintf("%d.md", job)); !ok {
				t.Errorf("round %d: the file of job %d is lost", n, job)
			}
		}
		if open := len(server.PullRequests(profileRepository)); open != 1 {
			t.Errorf("round %d: %d pull requests", n, open)
		}
	}
}

// TestProposalOfAnotherJobStays: a job without changes leaves it alone.
func TestProposalOfAnotherJobStays(t *testing.T) {
	server, o := committing(t)
	if _, err := o.Publish(t.Context(), writing(map[string]string{"resume.pdf": "pdf"})); err != nil {
		t.Fatal(err)
	}
	out, err := o.Publish(t.Context(), writing(map[string]string{"README.md": "old\n"}))
	if err != nil || out.ClosedURL != "" || len(server.PullRequests(profileRepository)) != 1 {
		t.Errorf("%+v, %v", out, err)
	}
}

// TestWithdrawingSurvivesFaultsThatPass: the proposal is closed and its branch removed.
func TestWithdrawingSurvivesFaultsThatPass(t *testing.T) {
	for _, kind := range []githubtest.FaultKind{githubtest.ServerError, githubtest.BadGateway, githubtest.Reset, githubtest.CutBody, githubtest.Partial} {
		for n := range 6 {
			server, o, p := withProposal(t)
			server.Break(githubtest.Fault{Kind: kind, Nth: n + 1})
			p.Render = withdrawing
			out, err := o.Publish(t.Context(), p)
			if err != nil || out.ClosedURL == "" || len(server.PullRequests(profileRepository)) != 0 || server.Branches(profileRepository) != 1 {
				t.Errorf("%s at request %d: %+v, %d branches, %v", kind, n+1, out, server.Branches(profileRepository), err)
			}
		}
	}
}

// between replaces what is in brackets, like a block between markers.
func between(text string) func(string, []byte) ([]byte, error) {
	return func(_ string, old []byte) ([]byte, error) {
		before, rest, _ := strings.Cut(string(old), "[")
		_, after, _ := strings.Cut(rest, "]")
		return []byte(before + "[" + text + "]" + after), nil
	}
}

// TestProposalOfNothingIsClosed: even if the base's text around the block has changed.
func TestProposalOfNothingIsClosed(t *testing.T) {
	server, o := committing(t)
	server.Push(profileRepository, "main", "README.md", "prose [a]\n")
	p := publishing()
	p.PullRequest, p.Render = true, between("b")
	if _, err := o.Publish(t.Context(), p); err != nil {
		t.Fatal(err)
	}
	server.Push(profileRepository, "main", "README.md", "better prose [a]\n")
	p.Render = between("a")
	for range 2 { // reverts the changes; closes
		if _, err := o.Publish(t.Context(), p); err != nil {
			t.Fatal(err)
		}
	}
	if open := server.PullRequests(profileRepository); len(open) != 0 || server.Branches(profileRepository) != 1 {
		t.Errorf("open: %v", open)
	}
}

// TestProposalWithAnotherOneFromItsBranch: the branch of a pull request that someone
// retargeted is theirs, even if a newer one from it is over.
func TestProposalWithAnotherOneFromItsBranch(t *testing.T) {
	for _, news := range []bool{true, false} {
		server, o, p := withProposal(t)
		server.Push(profileRepository, proposed, "notes.md", "an hour's work\n")
		server.Push(profileRepository, "develop", "README.md", "other\n")
		server.Retarget(profileRepository, "develop")
		if _, err := o.Publish(t.Context(), p); err != nil {
			t.Fatal(err)
		}
		server.ClosePullRequests(profileRepository, "main")
		if !news {
			p.Render = withdrawing
		}
		if _, err := o.Publish(t.Context(), p); err != nil {
			t.Fatal(err)
		}
		if _, ok := server.File(profileRepository, proposed, "notes.md"); !ok {
			t.Errorf("news %t: the reviewer's commit on an open pull request is lost", news)
		}
	}
}

// TestWithdrawingLeavesALatePush: a push while the proposal is withdrawn is not lost.
func TestWithdrawingLeavesALatePush(t *testing.T) {
	server, o, p := withProposal(t)
	server.Race(1)
	p.Render = withdrawing
	if out, err := o.Publish(t.Context(), p); err != nil || out.ClosedURL == "" {
		t.Errorf("%+v, %v", out, err)
	}
	if _, ok := server.File(profileRepository, proposed, "elsewhere.txt"); !ok {
		t.Error("the late push is lost")
	}
}
