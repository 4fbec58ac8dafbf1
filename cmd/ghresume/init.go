package main

import (
	"bytes"
	"context"
	_ "embed"
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"

	"github.com/ghresume/ghresume/render"
	"github.com/ghresume/ghresume/resume"
	"github.com/ghresume/ghresume/resume/skill"
)

// initOptions are the flags of `ghresume init`.
type initOptions struct {
	inputs
	answers
	output   string
	from     string
	workflow bool
	yes      bool
}

//go:embed init/resume.yml
var workflowText []byte

// workflow is the workflow that keeps README.md fresh. A release pins itself by
// its commit, as the workflow pins the other actions.
func workflow(version, commit string) []byte {
	if commit == "" {
		return workflowText
	}
	return bytes.Replace(workflowText, []byte("ghresume/ghresume@v1"), []byte("ghresume/ghresume@"+commit+" # "+version), 1)
}

// workflowPath is where GitHub looks for the workflow.
const workflowPath = ".github/workflows/resume.yml"

func newInit(w *world) *cobra.Command {
	var o initOptions
	cmd := &cobra.Command{
		Use:   "init [LOGIN]",
		Short: "Write a profile to start from",
		Long: `Write a profile to start from, with what GitHub knows of you and with comments
that say what a good resume holds. On a terminal it asks the few things that
GitHub cannot know; every answer is also a flag, and --yes asks nothing.
A file that exists is never replaced.`,
		Example: `  ghresume init octocat
  ghresume init octocat --yes --workflow
  ghresume init --from resume.json`,
		Args: func(_ *cobra.Command, args []string) error {
			if len(args) > 1 {
				return usageError("`ghresume init LOGIN`", "expected one login, got %d arguments", len(args))
			}
			return nil
		},
		RunE: func(cmd *cobra.Command, args []string) error {
			if len(args) == 1 {
				if err := (*loginFlag)(&o.user).Set(args[0]); err != nil {
					return err
				}
			}
			return initRun(cmd.Context(), w, &o)
		},
	}
	flags := cmd.Flags()
	flags.StringVarP(&o.output, "output", "o", defaultProfile, "the profile to write")
	flags.StringVar(&o.from, "from", "", "start from a JSON Resume instead of GitHub")
	flags.BoolVar(&o.workflow, "workflow", false, "also write "+workflowPath+", which keeps README.md fresh")
	flags.BoolVarP(&o.yes, "yes", "y", false, "ask nothing")
	o.answers.addFlags(flags)
	o.fetching.addFlags(cmd)
	return cmd
}

func initRun(ctx context.Context, w *world, o *initOptions) error {
	paths := []string{o.output}
	if o.workflow {
		paths = append(paths, workflowPath)
	}
	for _, path := range paths {
		if err := refuseExisting(path, false); err != nil {
			return err
		}
	}
	p, err := o.draft(ctx, w)
	if err != nil {
		return err
	}
	o.answers.fill(p)
	if w.asks && !o.yes {
		if err := o.answers.ask(ctx, w, p); err != nil {
			return err
		}
	}
	if err := o.write(p); err != nil {
		return err
	}
	tellWritten(w, paths, paths)
	return o.tellNext(w)
}

// draft is a profile from GitHub or from a JSON Resume.
func (o *initOptions) draft(ctx context.Context, w *world) (*resume.Profile, error) {
	if o.from != "" {
		p, err := readJSONResume(w, o.from)
		if err == nil && o.user != "" {
			p.GitHub.User = o.user
		}
		return p, err
	}
	m := &material{profile: &resume.Profile{}, catalogue: skill.Default()}
	login := o.login(w, m)
	if login == "" {
		return nil, usageError("`ghresume init octocat`, or `ghresume init --from resume.json`", "whose profile shall it be?")
	}
	snapshot, err := o.fetch(ctx, w, login, m)
	if err != nil {
		return nil, err
	}
	return resume.Draft(snapshot, m.catalogue), nil
}

// write writes all files or none.
func (o *initOptions) write(p *resume.Profile) error {
	files := []output{{o.output, resume.EncodeProfile(p, teaching(p))}}
	if o.workflow {
		if err := os.MkdirAll(filepath.Dir(workflowPath), 0o755); err != nil {
			return failed(err, "")
		}
		files = append(files, output{workflowPath, workflow(version, commit)})
	}
	_, err := writeAll(files)
	return err
}

// tellNext prints the commands to type next.
func (o *initOptions) tellNext(w *world) error {
	profile, add := "", o.output+" README.md"
	if o.output != defaultProfile {
		profile = " -p " + o.output
	}
	if o.workflow {
		add += " " + workflowPath
	}
	var b strings.Builder
	b.WriteString("Read it, mend it, then:\n\n")
	if readme, err := os.ReadFile("README.md"); err == nil && !render.HasMarkers(readme) {
		fmt.Fprintf(&b, "  printf '\\n%s\\n%s\\n' >> README.md\n", render.StartMarker, render.EndMarker)
	}
	fmt.Fprintf(&b, "  ghresume check%s\n  ghresume generate%s -t readme -o README.md\n  git add %s && git commit -m \"Add my resume\" && git push\n", profile, profile, add)
	if _, err := w.stdout.Write([]byte(b.String())); err != nil {
		return failed(err, "")
	}
	return nil
}
