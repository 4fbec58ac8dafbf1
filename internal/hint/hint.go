// Package hint writes advice in the words of its reader: a command line has flags, a
// workflow has inputs.
package hint

import (
	"errors"
	"strings"
)

// Hint is advice. It names settings by the slots of this package, since a command calls
// them flags and a workflow inputs: "give it more time with " + hint.Timeout. A clause is
// left out if the reader does not have its slot or, without a command line, if it contains
// a command with flags to type. Clauses end at "; " and ", or ".
type Hint string

// The slots: what the reader can set.
const (
	Login       = mark + "login" + mark
	Profile     = mark + "profile" + mark
	Output      = mark + "output" + mark
	Token       = mark + "token" + mark
	Branch      = mark + "branch" + mark
	PullRequest = mark + "pull request" + mark
	Repository  = mark + "repository" + mark
	Strict      = mark + "strict" + mark
	Force       = mark + "force" + mark
	Full        = mark + "full" + mark
	Timeout     = mark + "timeout" + mark
	Offline     = mark + "offline" + mark
	NoGitHub    = mark + "no github" + mark
	Snapshot    = mark + "snapshot" + mark
	Git         = mark + "git" + mark
	Folder      = mark + "folder" + mark
	Yes         = mark + "yes" + mark
	AllowBoxes  = mark + "allow boxes" + mark
	GhLogin     = mark + "gh login" + mark
	// EnterpriseToken is the token for a GitHub Enterprise Server.
	EnterpriseToken = mark + "enterprise token" + mark
)

// mark encloses a slot. Strangers' text cannot contain it, since control characters are
// removed.
const mark = "\x00"

// Voice is the program that gives the advice.
type Voice int

// The voices. Command is `ghresume generate` and similar commands.
const (
	Command Voice = iota
	Action
)

// words returns the names of the slots in a voice; a slot without a name is not available.
func words(v Voice) map[string]string {
	if v == Action {
		return map[string]string{
			Login: "the input `user`", Profile: "the input `profile`", Output: "the input `output`", Token: "the input `token`", Branch: "the input `branch`",
			PullRequest: "pull-request: \"true\"", EnterpriseToken: "the input `token`", Strict: "the input `strict`", Full: "the input `full`",
		}
	}
	return map[string]string{
		Login: "-u LOGIN", Profile: "-p FILE", Output: "-o", Token: "GH_TOKEN or GITHUB_TOKEN", Branch: "--branch", PullRequest: "--pull-request",
		Repository: "--repo OWNER/NAME", Strict: "--strict", Force: "--force", Full: "--full", Timeout: "--timeout", Offline: "--offline",
		NoGitHub: "--no-github", Snapshot: "--snapshot", Git: "--git", Folder: "--dir", Yes: "--yes", AllowBoxes: "--allow-boxes", GhLogin: "`gh auth login`", EnterpriseToken: "GH_ENTERPRISE_TOKEN",
	}
}

// In returns the advice in a voice.
func (h Hint) In(v Voice) string {
	names := words(v)
	var out strings.Builder
	for _, c := range clauses(string(h)) {
		text, ok := fill(c.text, names)
		if !ok || v == Action && hasTypedFlag(c.text) {
			continue
		}
		if out.Len() > 0 {
			out.WriteString(c.joint)
		}
		out.WriteString(text)
	}
	return out.String()
}

// Without returns the advice without the clauses that contain a slot.
func (h Hint) Without(slot Hint) Hint {
	var kept string
	for _, c := range clauses(string(h)) {
		if strings.Contains(c.text, string(slot)) {
			continue
		}
		if kept != "" {
			kept += c.joint
		}
		kept += c.text
	}
	return Hint(kept)
}

// For returns the advice in the voice of a command without the clauses that name a flag, such
// as "--force" or "-u", which the command does not have.
func (h Hint) For(has func(flag string) bool) string {
	for slot, name := range words(Command) {
		if flag, _, _ := strings.Cut(name, " "); strings.HasPrefix(flag, "-") && !has(flag) {
			h = h.Without(Hint(slot))
		}
	}
	return h.In(Command)
}

// String returns the advice in the voice of a command.
func (h Hint) String() string { return h.In(Command) }

// clause is a part of a hint, and what joins it to the one before.
type clause struct{ joint, text string }

func clauses(s string) []clause {
	var out []clause
	joint := ""
	for {
		at, next := len(s), ""
		for _, j := range []string{"; ", ", or "} {
			if i := strings.Index(s, j); i >= 0 && i < at {
				at, next = i, j
			}
		}
		out = append(out, clause{joint, s[:at]})
		if next == "" {
			return out
		}
		s, joint = s[at+len(next):], next
	}
}

// fill replaces the slots of a clause with their names; ok is false if one has none.
func fill(text string, names map[string]string) (filled string, ok bool) {
	parts := strings.Split(text, mark)
	for i := 1; i < len(parts); i += 2 {
		name, known := names[mark+parts[i]+mark]
		if !known {
			return "", false
		}
		parts[i] = name
	}
	return strings.Join(parts, ""), true
}

// hasTypedFlag reports whether a clause contains a command with flags: "`ghresume check
// --rules` lists them".
func hasTypedFlag(text string) bool {
	quoted := strings.Split(text, "`")
	for i := 1; i < len(quoted); i += 2 {
		if strings.Contains(quoted[i], " -") {
			return true
		}
	}
	return false
}

// Of returns the advice that an error carries, or "".
func Of(err error) Hint {
	type advisor interface {
		error
		Advice() Hint
	}
	type hinter interface {
		error
		Hint() string
	}
	if a, ok := errors.AsType[advisor](err); ok {
		return a.Advice()
	}
	if h, ok := errors.AsType[hinter](err); ok {
		return Hint(h.Hint())
	}
	return ""
}
