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

	"github.com/ghresume/ghresume/internal/atomicfile"
	"github.com/ghresume/ghresume/internal/boundedfile"
	"github.com/ghresume/ghresume/internal/cli"
	"github.com/ghresume/ghresume/internal/load"
	"github.com/ghresume/ghresume/render"
	"github.com/ghresume/ghresume/resume"
	"github.com/ghresume/ghresume/resume/skill"
)

// initOptions are the flags of `ghresume init`.
type initOptions struct {
	load.Request
	answers
	output   string
	from     string
	workflow bool
	yes      bool
	named    bool // LOGIN was given, even if only "none"
}

//go:embed init/resume.yml
var workflowText []byte

// workflow returns the workflow that keeps README.md up to date. A release pins itself by
// commit, as the workflow pins the other actions.
func workflow(version, commit string) []byte {
	if commit == "" {
		return workflowText
	}
	return bytes.Replace(workflowText, []byte("ghresume/ghresume@v1"), []byte("ghresume/ghresume@"+commit+" # "+version), 1)
}

// workflowPath is where GitHub expects the workflow.
const workflowPath = ".github/workflows/resume.yml"

func newInit(env *cli.Env) *cobra.Command {
	var o initOptions
	cmd := &cobra.Command{
		Use:   "init [LOGIN]",
		Short: "Write a profile to start from",
		Long: `Write a profile to start from, with what GitHub knows about you and with comments
that say what belongs in a good resume. Without an account ("none", or no LOGIN) it
is a form to fill in: every section with an example. On a terminal it asks for what
GitHub cannot know; every answer is also a flag, and --yes asks nothing. An existing
file is never replaced.`,
		Example: `  ghresume init                 asks for your account and the rest
  ghresume init octocat
  ghresume init octocat --yes --workflow
  ghresume init none --yes      a form to fill in
  ghresume init --from resume.json`,
		Args: func(_ *cobra.Command, args []string) error {
			if len(args) > 1 {
				return cli.UsageError("`ghresume init LOGIN`", "expected one login, got %d arguments", len(args))
			}
			return nil
		},
		RunE: func(cmd *cobra.Command, args []string) error {
			o.named = len(args) == 1
			if o.named && args[0] != noAccount {
				if err := (*loginFlag)(&o.User).Set(args[0]); err != nil {
					return err
				}
			}
			return initRun(cmd.Context(), env, &o)
		},
	}
	completeArgument(cmd, func() []string { return append(load.SavedLogins(env), noAccount) })
	flags := cmd.Flags()
	flags.StringVarP(&o.output, "output", "o", load.DefaultProfile, "the profile to write")
	flags.StringVar(&o.from, "from", "", "start from a file of another tool instead of GitHub (see import)")
	flags.BoolVar(&o.workflow, "workflow", false, "also write "+workflowPath+", which keeps README.md fresh")
	flags.BoolVarP(&o.yes, "yes", "y", false, "ask nothing")
	o.answers.addFlags(flags)
	addFetchingFlags(cmd, &o.Fetching)
	return cmd
}

func initRun(ctx context.Context, env *cli.Env, o *initOptions) error {
	paths := []string{o.output}
	if o.workflow {
		paths = append(paths, workflowPath)
	}
	if cli.IsStdout(o.output) {
		return cli.UsageError("name a file, such as "+load.DefaultProfile, "-o %s does not name a file", o.output)
	}
	for _, path := range paths {
		if err := cli.RefuseExisting(path, false); err != nil {
			return err
		}
	}
	if err := o.answers.check(); err != nil {
		return err
	}
	if o.asksLogin(env) {
		if err := o.askLogin(ctx, env); err != nil {
			return err
		}
	}
	p, doubts, err := o.draft(ctx, env)
	if err != nil {
		return err
	}
	o.answers.fill(p)
	if env.Asks && !o.yes {
		if err := o.answers.ask(ctx, env, p); err != nil {
			return err
		}
	}
	if err := o.write(p, doubts); err != nil {
		return err
	}
	cli.ReportWritten(env, paths, paths)
	return o.printNextSteps(env, p)
}

// draft returns a profile from GitHub or from another tool's file, with the comments of
// the import, or an empty one.
func (o *initOptions) draft(ctx context.Context, env *cli.Env) (*resume.Profile, map[string]string, error) {
	if o.from != "" {
		imported, err := readImport(env, o.from)
		if err != nil {
			return nil, nil, err
		}
		if o.User != "" {
			imported.Profile.GitHub.User = o.User
		}
		return imported.Profile, imported.Comments, nil
	}
	if o.User == "" || o.NoGitHub {
		return &resume.Profile{GitHub: resume.GitHub{User: o.User}}, nil, nil
	}
	m := &load.Sources{Profile: &resume.Profile{}, Catalog: skill.Default()}
	snapshot, err := o.Fetch(ctx, env, o.User, m)
	if err != nil {
		return nil, nil, err
	}
	p := resume.Draft(snapshot, m.Catalog)
	return p, nil, nil
}

// write writes all files or none.
func (o *initOptions) write(p *resume.Profile, doubts map[string]string) error {
	comments := profileComments(p)
	if o.from != "" {
		comments = importComments(p, doubts)
	}
	files := []atomicfile.File{{Path: o.output, Data: resume.EncodeProfile(p, comments)}}
	if o.workflow {
		if err := os.MkdirAll(filepath.Dir(workflowPath), 0o755); err != nil {
			return cli.Failed(err, "")
		}
		files = append(files, atomicfile.File{Path: workflowPath, Data: workflow(version, commit)})
	}
	_, err := atomicfile.Write(files...)
	return err
}

// printNextSteps prints the commands to type next.
func (o *initOptions) printNextSteps(env *cli.Env, p *resume.Profile) error {
	profile := ""
	if o.output != load.DefaultProfile {
		profile = " -p " + o.output
	}
	steps := []string{"ghresume check" + profile, "ghresume generate" + profile + " -o resume.pdf"}
	if p.Login() != "" || o.workflow || cli.Exists("README.md") {
		steps = append([]string{"ghresume check" + profile}, o.readmeSteps(profile)...)
	}
	_, err := fmt.Fprintf(env.Stdout, "Review it, then run:\n\n  %s\n", strings.Join(steps, "\n  "))
	if err != nil {
		return cli.Failed(err, "")
	}
	return nil
}

// readmeSteps returns the commands that put the resume into the README of a profile and
// commit it.
func (o *initOptions) readmeSteps(profile string) []string {
	var steps []string
	if readme, err := boundedfile.Read("README.md", cli.MostMade); err == nil && !render.HasMarkers(readme) {
		steps = append(steps, fmt.Sprintf(`printf '\n%s\n%s\n' >> README.md`, render.StartMarker, render.EndMarker))
	}
	add := o.output + " README.md"
	if o.workflow {
		add += " " + workflowPath
	}
	return append(steps, "ghresume generate"+profile+" -t readme -o README.md", "git add "+add+` && git commit -m "Add my resume" && git push`)
}
