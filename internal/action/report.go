package action

import (
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"os"
	"strconv"
	"strings"
	"time"

	"github.com/ghresume/ghresume/ghsync"
	"github.com/ghresume/ghresume/internal/hint"
	"github.com/ghresume/ghresume/internal/safe"
	"github.com/ghresume/ghresume/resume"
	"github.com/ghresume/ghresume/resume/review"
)

// Report is everything to report about a run.
type Report struct {
	// Env holds the paths for outputs and summary.
	Env func(string) string
	Now time.Time
	// NoProfile means that there is no profile, although the workflow does not ask to run
	// without one.
	NoProfile bool
	// Files are those that differ; Published is nil if nothing was to be committed.
	Files     []string
	Published *ghsync.Published
	// Pushed is the time of the last push to the repository; zero if unknown or irrelevant.
	Pushed time.Time
	// Entries are the changes in each Markdown file, Dropped the entries omitted to fit the
	// page limit.
	Entries  map[string][]Change
	Dropped  []string
	Findings []review.Finding
	Usage    ghsync.Usage // of all requests
	// Old and New are the snapshots before and after; New is nil if GitHub was not read.
	Old, New *resume.Snapshot
	// Sees describes what the token can see.
	Sees string
}

// Write writes outputs, summary and annotations; err is the error that ended the run.
func (r *Report) Write(out io.Writer, err error) error {
	var problems resume.Problems
	switch {
	case errors.As(err, &problems):
		rep := review.Report{Findings: review.Unreadable(problems[0].File, problems)}
		if err := rep.WriteGitHub(out); err != nil {
			return err
		}
	case err != nil:
		fmt.Fprintf(out, "::error title=ghresume::%s\n", safe.CommandData(Reason(err)))
	}
	if r.NoProfile {
		fmt.Fprintf(out, "::notice title=ghresume::%s\n", safe.CommandData(noProfileText))
	}
	if days, quiet := r.daysLeft(); quiet && days <= warnDays && r.Env("GITHUB_EVENT_NAME") == "schedule" {
		fmt.Fprintf(out, "::warning title=ghresume::%s\n", safe.CommandData(pauseText(days)))
	}
	if err := appendTo(r.Env("GITHUB_OUTPUT"), r.outputs()); err != nil {
		return err
	}
	if err := appendTo(r.Env("GITHUB_STEP_SUMMARY"), r.summary(err)); err != nil {
		return err
	}
	return nil
}

const noProfileText = "there is no resume.toml; the resume is made from GitHub alone"

// Reason formats an error and its hint in one or two lines.
func Reason(err error) string {
	text := err.Error()
	if advice := hint.Of(err).In(hint.Action); advice != "" && !strings.Contains(text, "hint: ") {
		text += "\nhint: " + advice
	}
	return text
}

func appendTo(path, text string) error {
	if path == "" {
		return nil
	}
	file, err := os.OpenFile(path, os.O_APPEND|os.O_CREATE|os.O_WRONLY, 0o644)
	if err != nil {
		return err
	}
	if _, err := file.WriteString(text); err != nil {
		file.Close()
		return err
	}
	return file.Close()
}

// outputs returns the outputs of action.yml.
func (r *Report) outputs() string {
	var b strings.Builder
	commit, pull := "", ""
	if r.Published != nil {
		commit, pull = r.Published.Commit, r.Published.PullRequestURL
	}
	for _, o := range [][2]string{
		{"changed", strconv.FormatBool(len(r.Files) > 0)}, {"commit", commit}, {"pull-request-url", pull},
		{"findings", strconv.Itoa(len(r.Findings))}, {"requests", strconv.Itoa(r.Usage.REST + r.Usage.GraphQL)}, {"files", strings.Join(r.Files, "\n")},
	} {
		b.WriteString(outputText(o[0], o[1]))
	}
	return b.String()
}

// outputText formats one output. Its delimiter cannot occur in the value, since it contains
// the value's hash.
func outputText(name, value string) string {
	sum := sha256.Sum256([]byte(value))
	end := "ghresume_" + hex.EncodeToString(sum[:8])
	return name + "<<" + end + "\n" + value + "\n" + end + "\n"
}
