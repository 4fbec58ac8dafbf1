package action

import "testing"

func TestEvents(t *testing.T) {
	for _, test := range []struct {
		event   Event
		trusted bool
		branch  string
		origin  string // for the branch main
	}{
		{Event{"push", "refs/heads/main", "s"}, true, "main", "s"},
		{Event{"schedule", "refs/heads/a/b", "s"}, true, "a/b", "s"},
		{Event{"workflow_dispatch", "refs/tags/v1", "s"}, true, "", "s"},
		{Event{"pull_request", "refs/pull/7/merge", "s"}, false, "", "refs/heads/main"},
		{Event{"push", "refs/pull/7/head", "s"}, false, "", "refs/heads/main"},
		{Event{"pull_request_target", "refs/heads/main", "s"}, false, "main", "s"},
		{Event{"workflow_run", "refs/heads/main", "s"}, false, "main", "s"},
		{Event{"issue_comment", "refs/heads/main", "s"}, false, "main", "s"},
		{Event{"merge_group", "refs/heads/gh-readonly-queue/main/pr-7", "s"}, false, "gh-readonly-queue/main/pr-7", "refs/heads/main"},
		{Event{"repository_dispatch", "refs/heads/main", "s"}, true, "main", "s"},
		{Event{"gollum", "refs/heads/main", "s"}, false, "main", "s"}, // everyone may edit some wikis
		{Event{"watch", "refs/heads/main", "s"}, false, "main", "s"},
		{Event{"an event of next year", "refs/heads/main", "s"}, false, "main", "s"},
		{Event{}, true, "", ""},
	} {
		e := test.event
		if e.IsTrusted() != test.trusted || e.Branch() != test.branch || e.Origin("main") != test.origin {
			t.Errorf("%+v: trusted %t, branch %q, origin %q", e, e.IsTrusted(), e.Branch(), e.Origin("main"))
		}
	}
}
