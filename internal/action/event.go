// Package action is what a run of the GitHub Action knows of itself: what its
// inputs ask for, what its event may do, and what the job is told in the end. The
// command does the work.
package action

import (
	"slices"
	"strings"
)

// Event is what started the run.
type Event struct {
	Name string // GITHUB_EVENT_NAME
	Ref  string // GITHUB_REF
	SHA  string // GITHUB_SHA
}

// ReadEvent reads the environment that GitHub sets.
func ReadEvent(env func(string) string) Event {
	return Event{env("GITHUB_EVENT_NAME"), env("GITHUB_REF"), env("GITHUB_SHA")}
}

// Branch is the branch that the workflow runs on; a tag is none.
func (e Event) Branch() string {
	branch, ok := strings.CutPrefix(e.Ref, "refs/heads/")
	if !ok {
		return ""
	}
	return branch
}

// IsTag tells a run for a tag.
func (e Event) IsTag() bool { return strings.HasPrefix(e.Ref, "refs/tags/") }

// strangers are events that people without any right to the repository cause, or
// that follow a run which they caused. Some run on the default branch and with its
// rights, whatever the workflow has checked out.
var strangers = []string{
	"pull_request", "pull_request_target", "pull_request_review", "pull_request_review_comment", "merge_group",
	"workflow_run", "issue_comment", "issues", "discussion", "discussion_comment", "fork", "watch", "commit_comment",
}

// IsTrusted reports whether the event alone allows a commit: only people who may
// write to the repository cause it.
func (e Event) IsTrusted() bool { return !slices.Contains(strangers, e.Name) && !e.isUnmerged() }

// isUnmerged tells a run on the state of a pull request, or of a queue of those to be merged.
func (e Event) isUnmerged() bool {
	return strings.HasPrefix(e.Ref, "refs/pull/") || strings.HasPrefix(e.Ref, "refs/heads/gh-readonly-queue/")
}

// Origin is the commit or branch whose files may become a commit on a branch: that
// of the run, or the branch's own where the run's is not merged. Empty outside of
// GitHub Actions.
func (e Event) Origin(branch string) string {
	if e.isUnmerged() {
		return "refs/heads/" + branch
	}
	return e.SHA
}
