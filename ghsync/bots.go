package ghsync

import (
	"github.com/ghresume/ghresume/internal/lazy"
	"github.com/ghresume/ghresume/resume"
)

// Tools that open pull requests in a person's name name their branches in a way
// of their own.
var (
	botBranch = lazy.New(`(?i)^(renovate(-bot)?[/-]|dependabot[/-]|snyk-(fix|upgrade)-|greenkeeper[/-]|pyup[/-]|depfu[/-]|whitesource-remediate[/-]|` +
		`imgbot($|[/-])|pre-commit-ci-update-config($|-)|scala-steward[/-])`)
	backportBranch = lazy.New(`(?i)^(mergify/bp/|(auto-)?(back-?ports?|cherry-?picks?)[/_-](.*[/_-])?((of-|pr-?)?\d+([/_-]|$)|v?\d+\.(\d+|x)|to-(release|stable|lts|v?\d)))`)
)

// Where the branch is not known the title speaks, in the exact form of a tool only:
// people write "Bump the retry limit" and "Backport button", too.
var (
	botTitle = lazy.New(`^(` +
		`((chore|fix|build|ci)(\([\w-]+\))?!?: )?[Bb]ump (\S+/\S+ from \S+ to \S+|\S+ from v?\d+\.\S* to v?\d+\.\S*)( in \S+)?( in the \S+ group.*)?|` +
		`((chore|fix|build|ci)(\([\w-]+\))?!?: )?[Bb]ump the \S+ group( in \S+)?( across \d+ director(y|ies))? with \d+ updates?|` +
		`((chore|fix|build|ci)(\([\w-]+\))?!?: )?[Uu]pdate \S+ requirement from \S+ to \S+( in \S+)?|` +
		`((chore|fix|build|ci)(\([\w-]+\))?!?: )?[Uu]pdate ((dependency|module) \S+|\S+ (action|digest|orb|plugin|monorepo|[Dd]ocker (tag|digest)))( to \S*\d\S*)( \[SECURITY\])?|` +
		`((chore|fix|build|ci)(\([\w-]+\))?!?: )?([Uu]pdate all (non-major )?dependencies|[Ll]ock file maintenance|[Pp]in dependenc(y \S+|ies))|` +
		`\[Snyk\] (Upgrade \S+|Security upgrade \S+|Fix for \d+ vulnerabilit).*|\[ImgBot\] Optimize images|\[pre-commit\.ci\] pre-commit autoupdate|` +
		`(chore|fix)\(package\): update \S+ to version \d\S*|(🚨 \[security\] )?Update .+ → .+ \((major|minor|patch)\)|` +
		`Scheduled (daily|weekly|biweekly|monthly) dependency update.*)$`)

	backportTitle = lazy.New(`^\[[Bb]ack-?port (to )?[\w./-]+\] |^\[[Cc]herry-?pick (to )?[\w./-]+\] |^\[\S+ (back-?port|cherry-?pick)\] |` +
		`^\[(v|release[-/ ]|stable[-/ ])?\d+(\.(\d+|x))+\] |^(Backport|Cherry-?[Pp]ick(ed)?):? (of )?(PR )?#\d+|^🍒|^Automated cherry pick of #\d+|` +
		`\((backport|cherry-?pick(ed)?( from)?) (of )?#\d+\)( \[.*\])?$|\bbackport of #\d+`)
)

// kindOf tells whether a pull request is work of its own: "" for the person's
// own work, else [resume.PullBot] or [resume.PullBackport]. The branch decides;
// the title only where the branch is empty, which means unknown.
func kindOf(title, branch string) string {
	text, bot, backport := branch, botBranch, backportBranch
	if branch == "" {
		text, bot, backport = title, botTitle, backportTitle
	}
	switch {
	case bot.MatchString(text):
		return resume.PullBot
	case backport.MatchString(text):
		return resume.PullBackport
	}
	return ""
}
