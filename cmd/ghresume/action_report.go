package main

import (
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"os"
	"strconv"
	"strings"

	"github.com/ghresume/ghresume/internal/hint"
	"github.com/ghresume/ghresume/internal/safe"
	"github.com/ghresume/ghresume/resume"
	"github.com/ghresume/ghresume/resume/review"
)

// report writes outputs, summary and annotations; err is what the run ended with.
func (a *actionJob) report(err error) error {
	var problems resume.Problems
	switch {
	case errors.As(err, &problems):
		rep := review.Report{Findings: review.Unreadable(problems[0].File, problems)}
		if err := rep.WriteGitHub(a.stdout); err != nil {
			return failed(err, "")
		}
	case err != nil:
		fmt.Fprintf(a.stdout, "::error title=ghresume::%s\n", safe.CommandData(reasonOf(err)))
	}
	if a.lacksProfile() {
		fmt.Fprintf(a.stdout, "::notice title=ghresume::%s\n", safe.CommandData(noProfileText))
	}
	if days, quiet := a.daysLeft(); quiet && days <= warnDays && a.env("GITHUB_EVENT_NAME") == "schedule" {
		fmt.Fprintf(a.stdout, "::warning title=ghresume::%s\n", safe.CommandData(pauseText(days)))
	}
	if err := appendTo(a.env("GITHUB_OUTPUT"), a.outputs()); err != nil {
		return failed(err, "")
	}
	if err := appendTo(a.env("GITHUB_STEP_SUMMARY"), a.summary(err)); err != nil {
		return failed(err, "")
	}
	return nil
}

const noProfileText = "there is no " + defaultProfile + "; the resume is made from GitHub alone"

// lacksProfile tells that there is no profile, although the workflow does not say
// that there shall be none.
func (a *actionJob) lacksProfile() bool {
	return a.material != nil && a.material.source == nil && input(a.world, "PROFILE") != ""
}

// reasonOf is an error and its hint in one line or two.
func reasonOf(err error) string {
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

// outputs are the outputs of action.yml.
func (a *actionJob) outputs() string {
	var b strings.Builder
	commit, pull := "", ""
	if a.published != nil {
		commit, pull = a.published.Commit, a.published.PullRequestURL
	}
	for _, o := range [][2]string{
		{"changed", strconv.FormatBool(len(a.files) > 0)}, {"commit", commit}, {"pull-request-url", pull},
		{"findings", strconv.Itoa(len(a.findings))}, {"requests", strconv.Itoa(a.usage.REST + a.usage.GraphQL)}, {"files", strings.Join(a.files, "\n")},
	} {
		b.WriteString(outputText(o[0], o[1]))
	}
	return b.String()
}

// outputText is one output. The line that ends it cannot occur in the value, whose hash it holds.
func outputText(name, value string) string {
	sum := sha256.Sum256([]byte(value))
	end := "ghresume_" + hex.EncodeToString(sum[:8])
	return name + "<<" + end + "\n" + value + "\n" + end + "\n"
}
