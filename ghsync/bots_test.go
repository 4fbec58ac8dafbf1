package ghsync

import (
	"testing"

	"github.com/ghresume/ghresume/resume"
)

func TestKindByBranch(t *testing.T) {
	for branch, want := range map[string]string{
		"renovate/go-1.x": resume.PullBot, "dependabot/npm_and_yarn/ws-8": resume.PullBot, "snyk-fix-0123abcd": resume.PullBot,
		"imgbot": resume.PullBot, "pre-commit-ci-update-config": resume.PullBot, "depfu/update/rails-7": resume.PullBot,
		"backport-31-to-release-1.2": resume.PullBackport, "backport/v9.5": resume.PullBackport, "mergify/bp/stable/pr-12": resume.PullBackport,
		"cherry-pick-1234-to-main": resume.PullBackport, "backport-pr-8": resume.PullBackport, "auto-backport-of-77-on-4.x": resume.PullBackport,
		"renovate": "", "renovation": "", "backport-button": "", "cherry-pick-many": "", "backport-2fa": "", "fix-dependabot-config": "", "main": "",
	} {
		// Whatever the title says, a known branch decides.
		for _, title := range []string{"Add a cache", "Bump ws from 8.0.0 to 8.0.1", "[Backport 1.x] Add a cache"} {
			if got := kindOf(title, branch); got != want {
				t.Errorf("%s on %s: %q, want %q", title, branch, got, want)
			}
		}
	}
}

func TestKindByTitle(t *testing.T) {
	for title, want := range map[string]string{
		"Bump ws from 8.0.0 to 8.0.1":                               resume.PullBot,
		"build(deps): bump actions/checkout from 3 to 4":            resume.PullBot,
		"Bump golang.org/x/net from 0.1.0 to 0.2.0 in /tools":       resume.PullBot,
		"Bump the docs group across 2 directories with 3 updates":   resume.PullBot,
		"Update dependency typescript to v5.4":                      resume.PullBot,
		"fix(deps): update module github.com/spf13/cobra to v1.8.1": resume.PullBot,
		"Update actions/setup-go action to v5":                      resume.PullBot,
		"Update dependency ws to v8 [SECURITY]":                     resume.PullBot,
		"chore(deps): lock file maintenance":                        resume.PullBot,
		"[Snyk] Security upgrade express from 4.1 to 4.2":           resume.PullBot,
		"[pre-commit.ci] pre-commit autoupdate":                     resume.PullBot,
		"[Backport 2.x] Close the file":                             resume.PullBackport,
		"[8.x] Close the file (#123)":                               resume.PullBackport,
		"Close the file (backport #123)":                            resume.PullBackport,
		"Automated cherry pick of #99: close the file":              resume.PullBackport,
		"Backport PR #55 on branch 1.2.x (BUG: close the file)":     resume.PullBackport,
		"[Security] Escape HTML in tooltips":                        "",
		"Update module documentation":                               "",
		"Bump timeout from 5 to 30":                                 "",
		"Bump the retry limit to 10":                                "",
		"Backport button":                                           "",
		"Backport warnings: tell when a fix was never picked":       "",
		"feat(deps): update notifier that groups by owner":          "",
		"Update dependency injection guide":                         "",
		"Cherry-pick several commits at once":                       "",
		"Update the renovate config to pin digests":                 "",
		"[stable] channel: ship the installer":                      "",
	} {
		if got := kindOf(title, ""); got != want {
			t.Errorf("%s: %q, want %q", title, got, want)
		}
	}
}
