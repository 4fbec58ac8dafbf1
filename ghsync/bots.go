package ghsync

import (
	"github.com/ghresume/ghresume/internal/lazy"
	"github.com/ghresume/ghresume/resume"
)

// Tools that open pull requests in a person's name give themselves away by
// their branch or by the title that they always write.
var (
	botBranch = lazy.New(`^(renovate|dependabot|snyk-(fix|upgrade)|greenkeeper|pyup|depfu|whitesource-remediate|imgbot|pre-commit-ci-update-config|scala-steward)[/-]`)
	botTitle  = lazy.New(`(?i)^(\[(security|snyk|imgbot|pre-commit\.ci)\] |` +
		`(\w+(\([\w-]+\))?!?: )?(bump \S+ from \S+ to \S+|bump the \S+ group|(update|pin|lock) (dependency|module) \S+|lock file maintenance|update all (non-major )?dependencies)|` +
		`\w+\(deps(-dev)?\)!?: (bump|update|pin|lock|upgrade) )`)

	backportBranch = lazy.New(`(?i)^(backports?|cherry-?picks?|mergify/bp|auto-backport)[/_-]`)
	backportTitle  = lazy.New(`(?i)^(\[[^\]]*(back-?port|cherry-?pick)[^\]]*\]|back-?port\b|🍒|cherry-?pick(ed)?(:| (of )?#?\d)|\[(release[-/ ]?|v)?\d+(\.(\d+|x))+\]|\[(stable|lts|release)[-/ ]?[\w.]*\])|` +
		`\((back-?port|cherry-?pick)[^)]*\)\s*$|\bback-?port of #\d+`)
)

// kindOf tells whether a pull request is work of its own: "" for the person's
// own work, else [resume.PullBot] or [resume.PullBackport]. The branch is empty
// when unknown.
func kindOf(title, branch string) string {
	switch {
	case botBranch.MatchString(branch) || botTitle.MatchString(title):
		return resume.PullBot
	case backportBranch.MatchString(branch) || backportTitle.MatchString(title):
		return resume.PullBackport
	}
	return ""
}
