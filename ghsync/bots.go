package ghsync

import (
	"strings"

	"github.com/ghresume/ghresume/internal/lazy"
	"github.com/ghresume/ghresume/resume"
)

// Tools that open pull requests on a user's behalf have their own branch names. People's
// branches can be about the tools: dependabot-groups.
var (
	botBranch = lazy.New(`(?i)^(` + strings.Join([]string{
		`(renovate(-bot)?|dependabot|greenkeeper|pyup|depfu|whitesource-remediate|scala-steward|create-pull-request|changeset-release|all-contributors|fossabot)/`,
		`dependabot-(npm_and_yarn|pip|go_modules|github_actions|docker|bundler|cargo|composer|maven|gradle|nuget|hex|pub|terraform|submodules|swift|uv)-`,
		`(renovate(-bot)?|greenkeeper)-(.*-)?v?\d+(\.(\d+|x))*$`,
		`(snyk-(fix|upgrade)|pyup(-scheduled)?-update|release-please-|pre-commit-ci-update-config)-`,
		`(imgbot|pre-commit-ci-update-config)(/|$)`,
		`update/[\w.-]+-\d+\.\d+[\w.-]*$`, // Scala Steward
	}, "|") + `)`)

	backportBranch = lazy.New(`(?i)^(mergify/(bp|copy)/|automated-cherry-pick-of-|` +
		`(auto-)?(back-?ports?|cherry-?picks?)[/_-](.*[/_-])?((of-|pr-?)?\d+([/_-]|$)|v?\d+\.(\d+|x)|to-(release|stable|lts|v?\d)))`)
)

// If the branch is unknown, the title decides, but only in the exact form of a tool:
// people write "Bump the retry limit" and "Backport button", too.
var (
	botTitle = lazy.New(`^(` + strings.Join([]string{
		// Dependabot. "Bump timeout from 5 to 30" was written by a person.
		titlePattern(`(\[[Ss]ecurity\] )?[Bb]ump \S+ from v?\d+\.\d+\.\S+ to v?\d\S*`) + inFolder,
		titlePattern(`[Bb]ump \S+/\S+ from \S+ to \S+`) + inFolder,
		titlePattern(`[Bb]ump \S+ from v?\d\S* to v?\d\S* in /\S*`) + inFolder,
		titlePattern(`[Bb]ump the \S+ group`) + inFolder + `( across \d+ director(y|ies))? with \d+ updates?` + inFolder,
		titlePattern(`[Uu]pdate \S+ requirement from .+ to .+`),
		dependencies + `[Bb]ump \S+ from \S+ to \S+` + inFolder,
		dependencies + `[Bb]ump \S+(, \S+)* and \S+( in /\S*)?`,
		// Renovate.
		titlePattern(`[Uu]pdate (dependency|module|[Rr]ust crate|[Hh]elm release|pre-commit hook) \S+ to \S*\d\S*`) + onBranch,
		titlePattern(`[Uu]pdate \S+ (action|digest|orb|plugin|monorepo|[Dd]ocker (tag|digest)) to \S*\d\S*`) + onBranch,
		dependencies + `[Uu]pdate .+ to \S*\d\S*` + onBranch,
		titlePattern(`([Uu]pdate all (non-major )?dependencies|[Ll]ock file maintenance|[Pp]in dependenc(y \S+|ies)|[Rr]eplace dependency \S+ with \S+.*)`) + onBranch,
		titlePattern(`([Cc]onfigure Renovate|[Mm]igrate (Renovate config|config renovate\S*))`),
		// Others.
		`\[Snyk\] (Upgrade \S+|Security upgrade \S+|Fix for \d+ vulnerabilit).*`,
		`fix: upgrade \S+ from v?\d+\.\d+\.\S+ to v?\d\S*`, `fix: \S+( & \S+)* to reduce vulnerabilities`,
		`\[ImgBot\] Optimize images`, `\[pre-commit\.ci\] pre-commit (autoupdate|suggestions)`,
		`(chore|fix)\(package\): update \S+ to version \d\S*`, `(🚨 \[security\] )?Update .+ → .+ \((major|minor|patch)\)`,
		`Scheduled (daily|weekly|biweekly|monthly) dependency update.*`,
		`chore\((main|master)\): release( \S+)? v?\d+\.\d+\.\d+\S*`, `Version Packages( \(\w+\))?`,
		`docs: add \S+ as a contributor for .+`,
		`(\[create-pull-request\] automated change|Changes by create-pull-request action)`,
		`(New Crowdin (updates|translations).*|Translations update from (Hosted )?Weblate)`,
	}, "|") + `)$`)

	backportTitle = lazy.New(strings.Join([]string{
		`^\[([Bb]ack-?port|BACKPORT|[Cc]herry-?pick)( (to )?[\w./-]+)?\] `, `^\[\S+ ([Bb]ack-?port|[Cc]herry-?pick)\] `, ` \[[Bb]ack-?port (to )?[\w./#-]+\]$`,
		`^\[(v|release[-/ ]|stable[-/ ])?\d+(\.(\d+|x))+\] `,
		`^([Bb]ackport|[Cc]herry[- ]?[Pp]ick(ed)?):? (of )?(PR )?#\d+`, `^Backport of .+ into (release|stable)[-/]\S+$`, `^🍒`, `^Automat(ed|ic) (cherry[- ]pick|backport) of #\d+`,
		`\((backport|copy|cherry-?pick(ed)?( from)?) (of )?(PR )?#\d+\)( \[.*\])?$`, `\bbackport of #\d+`,
	}, "|"))
)

// dependencies matches how tools begin a title in the style of conventional commits.
const dependencies = arrow + `\w+\(deps[\w-]*\)!?: `

// Where in a repository a tool made changes, and on which branch.
const (
	inFolder = `( in /?\S+)?( in the \S+ group.*)?`
	onBranch = `( \[SECURITY\])?( \((major|minor|patch|[\w./-]+)\))?( \[SECURITY\])?`
)

// arrow matches the sign that some repositories put before updates.
const arrow = `((⬆️?|:arrow_up:) ?)?`

// titlePattern returns the pattern of a tool's title with the prefix that a repository may require.
func titlePattern(title string) string { return arrow + `([\w-]+(\([\w./ -]+\))?!?: )?` + title }

// kindOf returns the kind of a pull request: "" for the user's own work, else
// [resume.PullBot] or [resume.PullBackport]. The branch decides; the title does so only
// if the branch is empty, which means unknown.
func kindOf(title, branch string) string {
	text, bot, backport := branch, botBranch, backportBranch
	if branch == "" {
		text, bot, backport = title, botTitle, backportTitle
	}
	switch isRelease := branch == "" && strings.Contains(strings.ToLower(title), "bump version "); {
	case isRelease: // the user's, in the form of an update
	case bot.MatchString(text):
		return resume.PullBot
	case backport.MatchString(text):
		return resume.PullBackport
	}
	return ""
}
