package main

import (
	"context"
	"fmt"
	"slices"

	"github.com/spf13/cobra"

	"github.com/ghresume/ghresume/internal/atomicfile"
	"github.com/ghresume/ghresume/render"
	"github.com/ghresume/ghresume/resume"
)

// generateOptions are the flags of `ghresume generate`.
type generateOptions struct {
	inputs
	outputs  []string
	template string
	job      string
	theme    string
	explain  bool
	force    bool
	// allowBoxes writes a PDF that shows boxes in the place of many letters.
	allowBoxes bool
}

func newGenerate(w *cli) *cobra.Command {
	var o generateOptions
	cmd := &cobra.Command{
		Use:   "generate",
		Short: "Write the resume",
		Long: `Write the resume from the profile and the GitHub account that it names.

Without -o the Markdown goes to stdout. The ending of each -o picks the form:
.md, .html, .pdf, .docx, .txt, .json (JSON Resume) or .svg, a picture that the file's
name picks (languages.svg). A Markdown file is changed only between
<!-- ghresume:start --> and <!-- ghresume:end -->; a new one gets these markers. All files
are written, or none.`,
		Example: `  ghresume generate -u octocat                      from GitHub alone, to stdout
  ghresume generate -o README.md -o resume.pdf      from resume.toml
  ghresume generate --job posting.txt -o resume.pdf tailored to a posting
  ghresume generate --for backend -o backend.pdf    one of the profile's variants
  ghresume generate --offline                       from the snapshot of the last run`,
		Args: noArguments,
		RunE: func(cmd *cobra.Command, _ []string) error { return generateRun(cmd.Context(), w, &o) },
	}
	o.addFlags(cmd, w)
	cmd.Flags().StringArrayVarP(&o.outputs, "output", "o", nil, "a file to write; may repeat (default: Markdown on stdout)")
	addTemplateFlag(cmd, &o.template)
	cmd.Flags().StringVar(&o.job, "job", "", "a job posting to tailor the resume to; - reads stdin")
	cmd.Flags().StringVar(&o.variant, "for", "", "the variant to print, one of [[variants]]")
	cmd.Flags().BoolVar(&o.explain, "explain", false, "say on stderr what --job moved or chose, and why")
	addThemeFlag(cmd, &o.theme)
	cmd.Flags().BoolVar(&o.allowBoxes, "allow-boxes", false, "write a PDF though no font has many of its letters")
	cmd.Flags().BoolVar(&o.force, "force", false, "replace a file that ghresume did not write")
	return cmd
}

// generateRun is the main job: inputs, resume, Markdown, documents, files.
func generateRun(ctx context.Context, w *cli, o *generateOptions) error {
	look, err := o.look()
	if err != nil {
		return err
	}
	m, err := o.load(ctx, w)
	if err != nil {
		return err
	}
	full, err := o.tailor(w, m.full(), m.catalogue)
	if err != nil {
		return err
	}
	for range full.Texts() {
		return o.print(w, m, full, look)
	}
	return usageError("fill it in; `ghresume check` says what is missing", "%s: there is nothing to print yet", m.profile.File)
}

// print writes the files of a resume, or Markdown to stdout.
func (o *generateOptions) print(w *cli, m *sources, full *resume.Resume, look render.Look) error {
	p, err := newPrint(w, full.Limit(), m, look)
	if err != nil {
		return err
	}
	if len(o.outputs) == 0 {
		return toStdout(w, p)
	}
	files, err := printFiles(w, p, o.outputs, o.force)
	if err != nil {
		return err
	}
	if err := m.refusePoorer(w, files); err != nil {
		return err
	}
	if err := makeFolders(files, o.outputs); err != nil {
		return err
	}
	changed, err := atomicfile.Write(files...)
	if err != nil {
		return err
	}
	tellWritten(w, pathsOf(files), changed)
	return nil
}

// tellWritten says what became of each file.
func tellWritten(w *cli, paths, changed []string) {
	for _, path := range paths {
		state := "unchanged"
		if slices.Contains(changed, path) {
			state = "written"
		}
		fmt.Fprintf(w.stderr, "ghresume: %s %s\n", path, state)
	}
}
