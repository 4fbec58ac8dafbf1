package action

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
	"time"

	"github.com/ghresume/ghresume/ghsync"
	"github.com/ghresume/ghresume/internal/english"
	"github.com/ghresume/ghresume/internal/publish"
	"github.com/ghresume/ghresume/internal/safe"
	"github.com/ghresume/ghresume/render"
	"github.com/ghresume/ghresume/resume"
	"github.com/ghresume/ghresume/resume/review"
)

// summary returns the job's summary; its first line is the result of the run.
func (r *Report) summary(err error) string {
	var b strings.Builder
	b.WriteString(r.headline(err) + "\n")
	r.writeEntries(&b)
	r.writeFindings(&b)
	r.writeGitHub(&b)
	if days, quiet := r.daysLeft(); quiet {
		fmt.Fprintf(&b, "\n%s\n", pauseText(days))
	}
	return b.String()
}

func (r *Report) headline(err error) string {
	paths, pictures := publish.WithoutPictures(r.Files)
	names := codeList(paths)
	switch p := r.Published; {
	case err != nil:
		return "**Failed**: " + strings.ReplaceAll(summaryText(Reason(err)), "\n", " — ")
	case p != nil && len(p.Newer) > 0:
		return fmt.Sprintf("**Nothing changed**: %s is newer on %s than in this run. The next run continues from there.", codeList(p.Newer), code(p.Branch))
	case p != nil && p.ClosedURL != "":
		return fmt.Sprintf("**Nothing changed.** Nothing is left of [the pull request](%s), which is closed.", p.ClosedURL)
	case len(r.Files) == 0 && p != nil && p.PullRequestURL != "":
		return fmt.Sprintf("**Nothing changed.** [The pull request](%s) stays open, since others have changed it.", p.PullRequestURL)
	case len(r.Files) == 0:
		return "**Nothing changed.**"
	case p == nil:
		return "**Written**: " + names + pictures
	case p.Opened:
		return fmt.Sprintf("**Proposed**: %s in [a new pull request](%s)%s", names, p.PullRequestURL, pictures)
	case p.PullRequestURL != "" && p.Commit != "":
		return fmt.Sprintf("**Updated**: %s in [the pull request](%s)%s", names, p.PullRequestURL, pictures)
	case p.PullRequestURL != "":
		return fmt.Sprintf("**Still proposed**: %s in [the pull request](%s)%s. Nothing is new since.", names, p.PullRequestURL, pictures)
	default:
		return fmt.Sprintf("**Committed**: %s in %s%s", names, link(p.Commit[:min(7, len(p.Commit))], p.CommitURL), pictures)
	}
}

func link(text, address string) string {
	if address == "" {
		return text
	}
	return "[" + text + "](" + address + ")"
}

func codeList(names []string) string {
	var out []string
	for _, name := range names {
		out = append(out, code(name))
	}
	return strings.Join(out, ", ")
}

func code(s string) string { return "`" + strings.ReplaceAll(safe.Line(s), "`", "'") + "`" }

// summaryText escapes text that is not ours for Markdown, without the secrets in addresses.
func summaryText(s string) string {
	return strings.NewReplacer("\\", "\\\\", "<", "&lt;", "&", "&amp;", "*", "\\*", "_", "\\_", "[", "\\[", "`", "\\`", "|", "\\|", "#", "\\#").Replace(safe.Message(s))
}

// writeEntries writes what changed in the Markdown files, entry by entry.
func (r *Report) writeEntries(b *strings.Builder) {
	if p := r.Published; p != nil && p.PullRequestURL != "" && p.Commit == "" {
		return // an earlier run reported it
	}
	for _, path := range r.Files {
		changes := r.Entries[path]
		if !render.IsMarkdown(path) {
			continue
		}
		const most = 40
		fmt.Fprintf(b, "\n### What changed in %s\n\n", code(path))
		for _, change := range changes[:min(most, len(changes))] {
			b.WriteString("- " + code(changeText(change)) + "\n")
		}
		if more := len(changes) - most; more > 0 {
			fmt.Fprintf(b, "- and %d more\n", more)
		}
		if len(changes) == 0 {
			b.WriteString("- No entry: the order or the layout\n")
		}
	}
}

// changeText formats a change as one line: "+ Projects › ledgerd", "Projects › ledgerd: ★
// 342 → ★ 343".
func changeText(c Change) string {
	names := []string{c.Section, c.Entry}
	name := strings.Join(slices.DeleteFunc(names, func(s string) bool { return s == "" }), " › ")
	switch {
	case c.Kind == Added:
		return "+ " + name
	case c.Kind == Removed:
		return "− " + name
	case len(c.Gone) == len(c.New):
		var pairs []string
		for i := range c.Gone {
			pairs = append(pairs, c.Gone[i]+" → "+c.New[i])
		}
		return name + ": " + strings.Join(pairs, ", ")
	}
	var parts []string
	for _, gone := range c.Gone {
		parts = append(parts, "− "+gone)
	}
	for _, fresh := range c.New {
		parts = append(parts, "+ "+fresh)
	}
	return name + ": " + strings.Join(parts, ", ")
}

func (r *Report) writeFindings(b *strings.Builder) {
	if len(r.Findings) == 0 {
		return
	}
	const most = 10
	fmt.Fprintf(b, "\n### Findings: %d\n\n", len(r.Findings))
	for _, f := range r.Findings[:min(most, len(r.Findings))] {
		fmt.Fprintf(b, "- %s %s: %s\n", severityMark(f.Severity), code(cmp.Or(f.Field, f.Rule)), summaryText(safe.Line(f.Message)))
	}
	if more := len(r.Findings) - most; more > 0 {
		fmt.Fprintf(b, "- and %d more: `ghresume check` lists them all\n", more)
	}
}

func severityMark(s review.Severity) string {
	switch s {
	case review.Error:
		return "🔴"
	case review.Warning:
		return "🟡"
	}
	return "🔵"
}

// writeGitHub writes what was read from GitHub, what it cost, and what was unavailable.
func (r *Report) writeGitHub(b *strings.Builder) {
	if r.New == nil {
		return
	}
	since, u := "New since the last run", r.Usage
	if r.Old == nil {
		since = "Found, without the snapshot of an earlier run"
	}
	fmt.Fprintf(b, "\n### GitHub\n\n- %s: %s\n", since, cmp.Or(strings.Join(ghsync.News(r.Old, r.New), ", "), "nothing"))
	fmt.Fprintf(b, "- Cost: %s (%d REST, %d GraphQL), %s\n", english.Count(u.REST+u.GraphQL, "request"), u.REST, u.GraphQL, english.Count(u.Points, "point"))
	fmt.Fprintf(b, "- Read %s\n", r.Sees)
	if r.NoProfile {
		fmt.Fprintf(b, "- Profile: %s\n", summaryText(noProfileText))
	}
	if text := r.New.NotOwnWork(); text != "" {
		fmt.Fprintf(b, "- Left out: %s\n", summaryText(text))
	}
	for _, cut := range r.New.Cut {
		fmt.Fprintf(b, "- %s: %s\n", cutTitle(cut), summaryText(cut.String()))
	}
	if len(r.Dropped) > 0 {
		fmt.Fprintf(b, "- Left out to fit the pages: %s\n", summaryText(safe.Line(strings.Join(r.Dropped, ", "))))
	}
}

// cutTitle says whether a part is missing, or as it was.
func cutTitle(c resume.Cut) string {
	if !c.Kept.IsZero() {
		return "Not refreshed"
	}
	return "Left out"
}

const (
	// pauseAfter is the time after which GitHub disables the schedules of a public
	// repository without activity.
	pauseAfter = 60 * 24 * time.Hour
	warnDays   = 14
)

// daysLeft returns how long the schedule will run without activity; ok is false if GitHub
// does not disable it.
func (r *Report) daysLeft() (days int, ok bool) {
	if r.Pushed.IsZero() {
		return 0, false
	}
	left := pauseAfter - r.Now.Sub(r.Pushed)
	return max(0, int(left.Hours()/24)), true
}

func pauseText(days int) string {
	const why = "in public repositories it does so after 60 days without activity. Push a real change, or enable the workflow again when it is paused."
	if days == 0 {
		return "GitHub may pause the schedule any day: " + why
	}
	return fmt.Sprintf("GitHub pauses the schedule in %s unless something happens here: %s", english.Count(days, "day"), why)
}
