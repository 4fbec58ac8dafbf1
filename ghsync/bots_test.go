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
		"dependabot/github_actions/actions/checkout-5": resume.PullBot, "dependabot-docker-golang-1.24": resume.PullBot, "renovate-bot/main-vite-6.x": resume.PullBot,
		"renovate-eslint-9.x": resume.PullBot, "snyk-upgrade-0a1b2c": resume.PullBot, "pre-commit-ci-update-config-main": resume.PullBot, "pyup-update-flask-2-to-3": resume.PullBot,
		"create-pull-request/patch": resume.PullBot, "release-please--branches--main": resume.PullBot, "changeset-release/main": resume.PullBot,
		"all-contributors/add-ada": resume.PullBot, "update/cats-core-2.12.0": resume.PullBot,
		"automated-cherry-pick-of-#901-origin-release-1.31": resume.PullBackport, "mergify/copy/next/pr-31": resume.PullBackport, "backport/8.x/pr-77": resume.PullBackport,
		"backport-0f1e2d3-3.12": resume.PullBackport, "cherry-pick-55-to-release-2.4": resume.PullBackport,
		"renovate-config": "", "dependabot-groups": "", "dependabot-auto-merge": "", "pre-commit-hooks": "", "mergify-rules": "", "github-actions-matrix": "",
		"update/readme": "", "snyk-report": "", "release-notes": "", "imgbot-docs": "", "backports-page": "",
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
		"Bump ws from 8.0.0 to 8.0.1":                                     resume.PullBot,
		"build(deps): bump actions/checkout from 3 to 4":                  resume.PullBot,
		"Bump golang.org/x/net from 0.1.0 to 0.2.0 in /tools":             resume.PullBot,
		"Bump the docs group across 2 directories with 3 updates":         resume.PullBot,
		"Update dependency typescript to v5.4":                            resume.PullBot,
		"fix(deps): update module github.com/spf13/cobra to v1.8.1":       resume.PullBot,
		"Update actions/setup-go action to v5":                            resume.PullBot,
		"Update dependency ws to v8 [SECURITY]":                           resume.PullBot,
		"chore(deps): lock file maintenance":                              resume.PullBot,
		"[Snyk] Security upgrade express from 4.1 to 4.2":                 resume.PullBot,
		"[pre-commit.ci] pre-commit autoupdate":                           resume.PullBot,
		"[Backport 2.x] Close the file":                                   resume.PullBackport,
		"[8.x] Close the file (#123)":                                     resume.PullBackport,
		"Close the file (backport #123)":                                  resume.PullBackport,
		"Automated cherry pick of #99: close the file":                    resume.PullBackport,
		"Backport PR #55 on branch 1.2.x (BUG: close the file)":           resume.PullBackport,
		"build(deps): bump x from 1 to 2":                                 resume.PullBot,
		"chore(deps-dev): bump eslint and prettier in /web":               resume.PullBot,
		"[Security] Bump lodash from 4.17.15 to 4.17.19":                  resume.PullBot,
		"Update module example.com/foo to v2 (main)":                      resume.PullBot,
		"Update Rust crate serde to 1.0.200":                              resume.PullBot,
		"chore(deps): update pre-commit hook psf/black to v24":            resume.PullBot,
		"⬆️ Update dependency vite to v6":                                 resume.PullBot,
		"deps: update golang Docker tag to v1.24":                         resume.PullBot,
		"Bump vite from 5.0 to 6.0 in /site":                              resume.PullBot,
		"Configure Renovate":                                              resume.PullBot,
		"fix: package.json & package-lock.json to reduce vulnerabilities": resume.PullBot,
		"chore(main): release 1.4.0":                                      resume.PullBot,
		"Version Packages (next)":                                         resume.PullBot,
		"docs: add ada as a contributor for code":                         resume.PullBot,
		"[Backport] Close the file":                                       resume.PullBackport,
		"[BACKPORT 1.2] Close the file":                                   resume.PullBackport,
		"Backport of Close the file into release/1.4.x":                   resume.PullBackport,
		"fix: close the file [backport 2.1]":                              resume.PullBackport,
		"Cherry pick #31 to release-1.2":                                  resume.PullBackport,
		"[release-4.12] Close the file":                                   resume.PullBackport,
		"Bump the timeout":                                                "",
		"Bump timeout from 5.0 to 30.0":                                   "",
		"Bump version from 1.2.3 to 1.3.0":                                "",
		"chore: bump max retries from 3 to 5":                             "",
		"Backport of the parser to Go":                                    "",
		"Update docs to match version 2 of the API":                       "",
		"[Security] Bump the length of session keys":                      "",
		"chore(deps): explain how dependencies are chosen":                "",
		"Renovate config: group the linters":                              "",
		"Configure Renovate for the monorepo":                             "",
		"Release 1.4.0 of the docs":                                       "",
		"[main] section of the config is optional":                        "",
		"Update Rust crate layout":                                        "",
		"[pre-commit] add a hook for shell scripts":                       "",
		"Add dependabot":                                                  "",
		"[Security] Escape HTML in tooltips":                              "",
		"Update module documentation":                                     "",
		"Bump timeout from 5 to 30":                                       "",
		"Bump the retry limit to 10":                                      "",
		"Backport button":                                                 "",
		"Backport warnings: tell when a fix was never picked":             "",
		"feat(deps): update notifier that groups by owner":                "",
		"Update dependency injection guide":                               "",
		"Cherry-pick several commits at once":                             "",
		"Update the renovate config to pin digests":                       "",
		"[stable] channel: ship the installer":                            "",
	} {
		if got := kindOf(title, ""); got != want {
			t.Errorf("%s: %q, want %q", title, got, want)
		}
	}
}
