package ghsync

import (
	"fmt"
	"strings"

	"github.com/ghresume/ghresume/internal/hint"
)

// refusal turns GitHub's error into one that says what to change.
func (p *publication) refusal(e graphqlError) error {
	message := strings.ToLower(e.Message)
	holds := func(words ...string) bool {
		for _, word := range words {
			if strings.Contains(message, word) {
				return true
			}
		}
		return false
	}
	switch {
	case e.Type == "STALE_DATA", holds("but it did not", "point to", "already exists"):
		return errMoved
	case e.Type == "SERVICE_UNAVAILABLE", holds("something went wrong"):
		return errHeavy
	case holds("not permitted to create or approve pull requests"):
		return &Error{Reason: Refused, text: "GitHub Actions may not open pull requests in " + p.Repository,
			hint: "Settings › Actions › General › allow GitHub Actions to create and approve pull requests, then run again"}
	case e.Type == "BRANCH_PROTECTION_RULE_VIOLATION", holds("protected", "rule violation", "gh006", "gh013", "changes must be made through a pull request"):
		return p.protected(firstLine(e.Message))
	case holds("could not resolve to a repository"):
		return unknownRepository(p.Repository)
	case e.Type == "NOT_FOUND":
		return errMoved // a branch or pull request is gone
	case e.Type == "FORBIDDEN", holds("not accessible by", "must have push access", "permission", "archived"):
		return p.denied(firstLine(e.Message))
	}
	return refused(firstLine(e.Message))
}

// exposes refuses to commit files that must not be public.
func (p *publication) exposes() *Error {
	verb := "is"
	if len(p.Private) > 1 {
		verb = "are"
	}
	return &Error{Reason: Refused, text: fmt.Sprintf("%s %s private, and the repository %s is public: nothing was committed", strings.Join(p.Private, ", "), verb, p.Repository),
		hint: "publish a public version, with privacy = \"public\" in its [[outputs]], or allow it: commit = true in [privacy]"}
}

// protected says what to do if a rule of the repository forbids the commit.
func (p *publication) protected(message string) *Error {
	branch, advice := p.base(), hint.Hint("propose the change instead: "+hint.PullRequest)
	if p.PullRequest {
		branch = proposalBranch(branch)
		advice = hint.Hint("Settings › Rules and Settings › Branches: leave " + branch + " out of the rule, or let the token bypass it")
	}
	return &Error{Reason: Refused, text: fmt.Sprintf("the branch %s of %s is protected: %s", branch, p.Repository, message), hint: advice}
}

// denied says which permission is missing.
func (p *publication) denied(message string) *Error {
	needed := "contents: write"
	if p.PullRequest {
		needed += " and pull-requests: write"
	}
	return &Error{Reason: Refused, text: fmt.Sprintf("the token may not write to %s: %s", p.Repository, message),
		hint: hint.Hint("give the job `permissions: " + needed + "`, or use a token that may write the repository's contents")}
}

func firstLine(s string) string {
	line, _, _ := strings.Cut(strings.TrimSpace(s), "\n")
	return line
}

// tooOld is the refusal of a server from before commits could be made through GraphQL.
func tooOld(cause error) *Error {
	return &Error{Reason: Refused, cause: cause, text: "this server is too old to make commits through its API: " + cause.Error(),
		hint: "update the server, or use " + hint.Git + " to push with your own git, or let the workflow commit: `commit: \"false\"`, and git in a step after it"}
}

func needsToken() *Error {
	return &Error{Reason: BadToken, text: "a commit needs a token",
		hint: "set " + hint.Token + ", or run " + hint.GhLogin + ", or use " + hint.Git + " to push with your own git"}
}

func unknownRepository(name string) *Error {
	return &Error{Reason: Refused, text: fmt.Sprintf("the token cannot see a repository %q", name),
		hint: "name another with " + hint.Repository + ", or check that the token may read it"}
}

func foreignSource(path, origin string) *Error {
	return &Error{Reason: Refused, text: fmt.Sprintf("%s here differs from the one in %s; nothing was committed", path, origin),
		hint: "commit the file first; a job may check out a pull request's files, or make some, and they are not committed unseen"}
}

func unknownBranch(repository, branch string) *Error {
	return &Error{Reason: Refused, text: fmt.Sprintf("%s has no branch %q", repository, branch),
		hint: "check " + hint.Branch + "; an empty repository needs a first commit"}
}

func branchBusy(p Publishing, times int) *Error {
	return &Error{Reason: Refused, text: fmt.Sprintf("a branch of %s moved %d times while the commit was made", p.Repository, times),
		hint: "run it again when nobody else pushes"}
}

func unfinished(p Publishing, times int) *Error {
	return &Error{Reason: Unavailable, text: fmt.Sprintf("GitHub gave up %d times on the commit to %s", times, p.Repository),
		hint: "see https://www.githubstatus.com and run it again: nothing is committed twice"}
}
