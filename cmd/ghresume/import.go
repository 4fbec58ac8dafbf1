package main

import (
	"errors"
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"github.com/ghresume/ghresume/convert"
	"github.com/ghresume/ghresume/internal/atomicfile"
	"github.com/ghresume/ghresume/internal/cli"
	"github.com/ghresume/ghresume/internal/hint"
	"github.com/ghresume/ghresume/internal/lazy"
	"github.com/ghresume/ghresume/internal/safe"
	"github.com/ghresume/ghresume/resume"
)

// importOptions are the flags of `ghresume import`.
type importOptions struct {
	output string
	force  bool
}

func newImport(env *cli.Env) *cobra.Command {
	var o importOptions
	cmd := &cobra.Command{
		Use:   "import FILE",
		Short: "Turn another tool's resume into a profile",
		Long: `Turn a resume from another tool into a profile. The file is recognized by its
content: ` + strings.Join(convert.Names(), ", ") + `.

What a profile cannot hold is named on stderr, field by field; what is doubtful, such
as an unreadable date, becomes a comment in the profile. Without -o the profile goes to
stdout. With - as FILE, it reads stdin. LinkedIn's export may be the ZIP archive or its folder.`,
		Example: `  ghresume import resume.json -o resume.toml
  ghresume import Complete_LinkedInDataExport.zip -o resume.toml
  ghresume import Jane_Doe_CV.yaml -o resume.toml`,
		Args: func(_ *cobra.Command, args []string) error {
			if len(args) != 1 {
				return cli.UsageError("`ghresume import resume.json -o resume.toml`", "expected one file, got %d arguments", len(args))
			}
			return nil
		},
		RunE: func(_ *cobra.Command, args []string) error { return importRun(env, &o, args[0]) },
	}
	cmd.Flags().StringVarP(&o.output, "output", "o", "", "the profile to write (default: stdout)")
	cmd.Flags().BoolVar(&o.force, "force", false, "replace a profile that exists")
	return cmd
}

func importRun(env *cli.Env, o *importOptions, path string) error {
	if err := cli.RefuseExisting(o.output, o.force); err != nil {
		return err
	}
	imported, err := readImport(env, path)
	if err != nil {
		return err
	}
	text := resume.EncodeProfile(imported.Profile, imported.Comments)
	if cli.IsStdout(o.output) {
		if _, err := env.Stdout.Write(text); err != nil {
			return cli.Failed(err, "")
		}
		return nil
	}
	changed, err := atomicfile.Write(atomicfile.File{Path: o.output, Data: text})
	if err != nil {
		return err
	}
	cli.ReportWritten(env, []string{o.output}, changed)
	return nil
}

// readImport reads a file, or stdin for "-", and reports what is left out.
func readImport(env *cli.Env, path string) (*convert.Imported, error) {
	data, err := readImportFile(env, path)
	if err != nil {
		return nil, err
	}
	imported, err := convert.Read(path, data)
	var unknown *convert.UnknownError
	if errors.As(err, &unknown) && unknown.IsDocument {
		return nil, cli.UsageError("save it as DOCX or PDF, which import reads", "%w", err)
	}
	if unknown != nil {
		return nil, cli.UsageError(hint.Hint("it reads "+strings.Join(convert.Names(), " · ")), "%w", err)
	}
	if err != nil {
		if strings.Contains(err.Error(), "line ") {
			return nil, cli.UsageError("correct the file there, or check that it is the right one", "%w", err)
		}
		return nil, cli.UsageError("is this the right file?", "%w", err)
	}
	if imported.Format != "JSON Resume" || env.Terminal { // the usual format of a .json file is not worth a message
		fmt.Fprintf(env.Stderr, "ghresume: %s: read as %s\n", safe.Line(path), imported.Format)
	}
	reportLeftOut(env, imported.Left)
	if n := len(imported.Comments); n > 0 {
		fmt.Fprintf(env.Stderr, "hint: look at the comments in the profile: they say what was doubtful\n")
	}
	return imported, nil
}

// reportLeftOut reports what a profile cannot hold. What is left out of every entry of a list,
// such as the level of skills, is one line.
func reportLeftOut(env *cli.Env, left resume.Problems) {
	times := map[resume.Problem]int{}
	anyEntry := func(p resume.Problem) resume.Problem {
		p.Field = indexes.ReplaceAllString(p.Field, "[]")
		return p
	}
	for _, p := range left {
		times[anyEntry(p)]++
	}
	for _, p := range left {
		alike := anyEntry(p)
		switch n := times[alike]; {
		case n == 1:
			fmt.Fprintf(env.Stderr, "ghresume: %v (%s)\n", p, hint.Hint(p.Hint))
		case n > 1:
			fmt.Fprintf(env.Stderr, "ghresume: %v %d times (%s)\n", alike, n, hint.Hint(p.Hint))
			times[alike] = 0
		}
	}
}

var indexes = lazy.New(`\[\d+\]`)
