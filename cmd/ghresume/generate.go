package main

import (
	"cmp"
	"context"
	"fmt"
	"text/tabwriter"

	"github.com/spf13/cobra"

	"github.com/ghresume/ghresume/internal/cli"
	"github.com/ghresume/ghresume/internal/load"
	"github.com/ghresume/ghresume/internal/produce"
	"github.com/ghresume/ghresume/resume"
	"github.com/ghresume/ghresume/resume/match"
)

// generateOptions are the flags of `ghresume generate`.
type generateOptions struct {
	produce.Printing
	list   bool
	record string
	watch  bool
}

func newGenerate(env *cli.Env) *cobra.Command {
	var o generateOptions
	cmd := &cobra.Command{
		Use:   "generate",
		Short: "Write the resume",
		Long: `Write the resume from the profile and the GitHub account that it names.

Without -o it makes all files of the profile's [[outputs]] or, if there are none,
prints Markdown to stdout. --for, --language and --privacy select among the outputs;
with -o they say what to print. The ending of each file picks the form: .md, .html,
.pdf, .docx, .txt, .json (JSON Resume) or .svg (a picture named after the file, such as
languages.svg). A Markdown file is changed only between <!-- ghresume:start --> and
<!-- ghresume:end -->; a new one gets these markers. All files are written, or none.`,
		Example: `  ghresume generate -u octocat                      from GitHub alone, to stdout
  ghresume generate -o README.md -o resume.pdf      from resume.toml
  ghresume generate --job posting.txt -o resume.pdf tailored to a posting
  ghresume generate --for backend -o backend.pdf    one of the profile's variants
  ghresume generate --list                          what the profile's outputs would make
  ghresume generate --offline                       from the snapshot of the last run`,
		Args: noArguments,
		RunE: func(cmd *cobra.Command, _ []string) error { return generateRun(cmd.Context(), env, &o) },
	}
	addInputFlags(cmd, env, &o.Request)
	cmd.Flags().StringArrayVarP(&o.Outputs, "output", "o", nil, "a file to write; may repeat (default: the profile's [[outputs]], or Markdown on stdout)")
	cmd.Flags().StringVar(&o.OutputDir, "output-dir", "", "the `folder` to write the files to")
	cmd.Flags().StringVar(&o.Letter, "letter", "", "make a letter: one of [[letters]] or a Markdown `file`")
	cmd.Flags().BoolVar(&o.WithResume, "with-resume", false, "put the resume after the letter, in one PDF")
	complete(cmd, "letter", func() []string { return append(produce.LetterNames(profileOf(cmd)), cli.Matching("*.md")...) })
	cmd.Flags().StringVar(&o.record, "record", "", "store everything this resume was made from in applications/, under this `name`")
	cmd.Flags().BoolVar(&o.list, "list", false, "show what would be made, and make nothing")
	cmd.Flags().BoolVar(&o.watch, "watch", false, "make the files again whenever their sources change, until Ctrl-C")
	addTemplateFlag(cmd, &o.Template)
	cmd.Flags().StringVar(&o.Job, "job", "", "a job posting to tailor the resume to; - reads stdin")
	addSelectionFlags(cmd, &o.Variant, &o.Language)
	addPrivacyFlag(cmd, &o.Privacy)
	cmd.Flags().BoolVar(&o.Explain, "explain", false, "explain on stderr what --job moved or chose")
	addThemeFlag(cmd, &o.Theme)
	cmd.Flags().BoolVar(&o.AllowBoxes, "allow-boxes", false, "write the PDF even if many letters print as boxes because no font has them")
	cmd.Flags().BoolVar(&o.Force, "force", false, "replace a file that ghresume did not write")
	return cmd
}

// generateRun reads the inputs, prints the resumes and writes the files.
func generateRun(ctx context.Context, env *cli.Env, o *generateOptions) error {
	if err := o.check(); err != nil {
		return err
	}
	m, err := o.LoadProfile(env)
	if err != nil {
		return err
	}
	editions, err := o.Editions(m.Profile)
	if err != nil {
		return err
	}
	if err := o.CheckWithResume(editions); err != nil {
		return err
	}
	for _, e := range editions {
		if _, err := m.Selected(e.Selection()); err != nil {
			return err
		}
	}
	if o.list {
		return listEditions(env, editions)
	}
	if o.Job == "-" {
		if o.Stdin, err = cli.ReadFileOrStdin(env, o.Job, match.MaxSize); err != nil {
			return err
		}
	}
	o.Shown = produce.Shown(env, editions)
	if err := o.AddGitHub(ctx, env, m); err != nil {
		return err
	}
	if o.record != "" {
		return o.makeRecorded(ctx, env, m, editions)
	}
	if err := o.make(env, m, editions); err != nil || !o.watch {
		return err
	}
	return o.keepFresh(ctx, env, m)
}

// check validates the flags alone.
func (o *generateOptions) check() error {
	switch {
	case o.Privacy != "" && o.Privacy != string(resume.Public) && o.Privacy != string(resume.Private):
		return cli.UsageError("expected public or private", "--privacy: %q is not known", o.Privacy)
	case o.watch && o.record != "":
		return cli.UsageError("record what you send", "--watch and --record cannot be combined")
	case o.watch && o.Job == "-":
		return cli.UsageError("name a file", "--watch cannot read a posting from stdin again")
	}
	return nil
}

// make writes the files of all editions, or Markdown to stdout.
func (o *generateOptions) make(env *cli.Env, m *load.Sources, editions []produce.Edition) error {
	if len(editions[0].Files) == 0 {
		p, err := o.PrintEdition(env, m, editions[0])
		if err != nil {
			return err
		}
		return produce.ToStdout(env, p)
	}
	files, err := o.PrintEditions(env, m, editions, nil)
	if err != nil {
		return err
	}
	if files, err = produce.WithoutLoss(&o.Fetching, env, m, files); err != nil {
		return err
	}
	if err := o.Write(env, files); err != nil {
		return err
	}
	o.Printed(env, m)
	return nil
}

// listEditions shows what would be made.
func listEditions(env *cli.Env, editions []produce.Edition) error {
	table := tabwriter.NewWriter(env.Stdout, 0, 0, 2, ' ', 0)
	fmt.Fprintln(table, "FILE\tVARIANT\tTEMPLATE\tTHEME\tLANGUAGE\tPRIVACY\tPOSTING")
	for _, e := range editions {
		if len(e.Files) == 0 {
			e.Files = []string{"(stdout)"}
		}
		for _, file := range e.Files {
			fmt.Fprintf(table, "%s\t%s\t%s\t%s\t%s\t%s\t%s\n", file, orDash(e.Variant), e.Template, orDash(e.Theme), orDash(e.Language), orDash(string(e.Privacy)), orDash(e.Posting))
		}
	}
	return table.Flush()
}

func orDash(s string) string { return cmp.Or(s, "-") }
