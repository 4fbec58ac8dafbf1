// Package action is a run of the GitHub Action: it reads inputs and event, makes the
// files, decides what may be committed, and writes the job's summary and outputs.
package action

import (
	"slices"
	"strings"
)

// Event is the event that started the run.
type Event struct {
	Name string // GITHUB_EVENT_NAME
	Ref  string // GITHUB_REF
	SHA  string // GITHUB_SHA
}

// ReadEvent reads the environment that GitHub sets.
func ReadEvent(env func(string) string) Event {
	return Event{env("GITHUB_EVENT_NAME"), env("GITHUB_REF"), env("GITHUB_SHA")}
}

// Branch returns the branch that the workflow runs on, "" for a tag.
func (e Event) Branch() string {
	branch, ok := strings.CutPrefix(e.Ref, "refs/heads/")
	if !ok {
		return ""
	}
	return branch
}

// IsTag reports whether the run is for a tag.
func (e Event) IsTag() bool { return strings.HasPrefix(e.Ref, "refs/tags/") }

// trusted are the events that only people with write access to the repository can cause.
// Anyone can cause the other events, directly or through another run, and some of them
// run on the default branch with its permissions, whatever the workflow has checked out.
// The empty name means a run outside of GitHub Actions.
var trusted = []string{"", "push", "schedule", "workflow_dispatch", "repository_dispatch", "release", "create", "delete", "deployment"}

// IsTrusted reports whether the event by itself allows a commit.
func (e Event) IsTrusted() bool { return slices.Contains(trusted, e.Name) && !e.isUnmerged() }

// isUnmerged reports whether the run is for a pull request or for a merge queue.
func (e Event) isUnmerged() bool {
	return strings.HasPrefix(e.Ref, "refs/pull/") || strings.HasPrefix(e.Ref, "refs/heads/gh-readonly-queue/")
}

// Origin returns the commit or branch whose files may be committed to a branch: the commit
// of the run or, if that is not merged, the branch itself. It is empty outside of GitHub
// Actions.
func (e Event) Origin(branch string) string {
	if e.isUnmerged() {
		return "refs/heads/" + branch
	}
	return e.SHA
}
