package main

import (
	"cmp"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"

	"github.com/spf13/cobra"

	"github.com/ghresume/ghresume/internal/hint"
	"github.com/ghresume/ghresume/resume"
)

// importOptions are the flags of `ghresume import`.
type importOptions struct {
	output string
	force  bool
}

func newImport(w *world) *cobra.Command {
	var o importOptions
	cmd := &cobra.Command{
		Use:   "import FILE",
		Short: "Turn a JSON Resume into a profile",
		Long: `Turn a JSON Resume (https://jsonresume.org), version 1 or older, into a profile.

What a profile can't hold is named on stderr, field by field. Without -o the
profile goes to stdout. FILE - reads stdin.`,
		Example: `  ghresume import resume.json -o resume.toml`,
		Args: func(_ *cobra.Command, args []string) error {
			if len(args) != 1 {
				return usageError("`ghresume import resume.json -o resume.toml`", "expected one JSON Resume, got %d arguments", len(args))
			}
			return nil
		},
		RunE: func(_ *cobra.Command, args []string) error { return importRun(w, &o, args[0]) },
	}
	cmd.Flags().StringVarP(&o.output, "output", "o", "", "the profile to write (default: stdout)")
	cmd.Flags().BoolVar(&o.force, "force", false, "replace a profile that exists")
	return cmd
}

func importRun(w *world, o *importOptions, path string) error {
	if err := refuseExisting(o.output, o.force); err != nil {
		return err
	}
	profile, err := readJSONResume(w, path)
	if err != nil {
		return err
	}
	text := resume.EncodeProfile(profile, nil)
	tellMistakes(w, cmp.Or(o.output, "the profile"), text)
	if o.output == "" {
		if _, err := w.stdout.Write(text); err != nil {
			return failed(err, "")
		}
		return nil
	}
	changed, err := writeAll([]output{{o.output, text}})
	if err != nil {
		return err
	}
	tellWritten(w, []string{o.output}, changed)
	return nil
}

// refuseExisting keeps a file that the person may have written by hand.
func refuseExisting(path string, force bool) error {
	if path == "" || force {
		return nil
	}
	if _, err := os.Lstat(path); err == nil {
		return usageError("write to another file with "+hint.Output+", or replace it with "+hint.Force, "%s exists", path)
	} else if !errors.Is(err, fs.ErrNotExist) {
		return failed(err, "")
	}
	return nil
}

// readJSONResume reads a file, or stdin for "-", and says what is left behind.
func readJSONResume(w *world, path string) (*resume.Profile, error) {
	data, err := readFileOrStdin(w, path, resume.MaxJSONResumeSize)
	if err != nil {
		return nil, err
	}
	profile, left, err := resume.DecodeJSONResume(path, data)
	if err != nil {
		return nil, usageError("see https://jsonresume.org/schema for what it holds", "%w", err)
	}
	for _, p := range left {
		fmt.Fprintf(w.stderr, "ghresume: %v (%s)\n", p, hint.Hint(p.Hint))
	}
	return profile, nil
}

// readFileOrStdin reads at most one byte more than the limit, so that the reader sees that there is more.
func readFileOrStdin(w *world, path string, limit int64) ([]byte, error) {
	in := w.stdin
	if path != "-" {
		file, err := os.Open(path)
		if err != nil {
			return nil, usageError("check the name of the file", "%w", err)
		}
		defer file.Close()
		in = file
	}
	data, err := io.ReadAll(io.LimitReader(in, limit+1))
	if err != nil {
		return nil, failed(err, "")
	}
	return data, nil
}

// tellMistakes names what must be mended before the profile can be used.
func tellMistakes(w *world, file string, text []byte) {
	_, problems := resume.ReadProfile(file, text)
	for _, p := range problems {
		w.complain(p, hint.Hint(p.Hint))
	}
}
