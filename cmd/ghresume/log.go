package main

import (
	"cmp"
	"fmt"
	"path/filepath"
	"slices"
	"strings"
	"text/tabwriter"

	"github.com/BurntSushi/toml"
	"github.com/spf13/cobra"

	"github.com/ghresume/ghresume/internal/boundedfile"
	"github.com/ghresume/ghresume/internal/cli"
	"github.com/ghresume/ghresume/internal/english"
	"github.com/ghresume/ghresume/internal/hint"
	"github.com/ghresume/ghresume/internal/load"
)

// logOptions are the flags of `ghresume log`.
type logOptions struct {
	load.Request
	outputDir string
}

func newLog(env *cli.Env) *cobra.Command {
	var o logOptions
	cmd := &cobra.Command{
		Use:   "log [NAME]",
		Short: "Show what was sent to whom",
		Long: `Show what was sent to whom, from the records that ` + "`ghresume generate --record NAME`" + `
stores in applications/ next to the profile. With a name: what the posting asked for,
what was sent, and what has changed since. --output-dir makes the same files again, if
the version and the fonts are the same.`,
		Example: `  ghresume log
  ghresume log acme
  ghresume log acme --output-dir again`,
		Args: func(_ *cobra.Command, args []string) error {
			if len(args) > 1 {
				return cli.UsageError("`ghresume log` lists the names", "expected one name, got %d", len(args))
			}
			return nil
		},
		ValidArgsFunction: func(*cobra.Command, []string, string) ([]string, cobra.ShellCompDirective) {
			records, _ := readRecords(load.DefaultProfile)
			var names []string
			for _, r := range records {
				names = append(names, filepath.Base(r.folder))
			}
			return names, cobra.ShellCompDirectiveNoFileComp
		},
		RunE: func(_ *cobra.Command, args []string) error { return logRun(env, &o, args) },
	}
	cmd.Flags().StringVarP(&o.Profile, "profile", "p", load.DefaultProfile, "the profile next to the records")
	cmd.Flags().StringVar(&o.outputDir, "output-dir", "", "the `folder` to write the files to")
	return cmd
}

func logRun(env *cli.Env, o *logOptions, args []string) error {
	records, err := readRecords(o.Profile)
	if err != nil {
		return err
	}
	if len(args) == 0 {
		if o.outputDir != "" {
			return cli.UsageError("`ghresume log` lists the names", "--output-dir needs the name of a record")
		}
		return listRecords(env, records)
	}
	r, err := findRecord(records, args[0])
	if err != nil {
		return err
	}
	if o.outputDir != "" {
		return r.remake(env, o)
	}
	return r.show(env, o)
}

// readRecords returns the records next to a profile, oldest first.
func readRecords(profile string) ([]*record, error) {
	files, _ := filepath.Glob(filepath.Join(filepath.Dir(profile), applications, "*", "record.toml")) // the pattern is valid
	var out []*record
	for _, file := range files {
		data, err := boundedfile.Read(file, cli.MostMade)
		if err != nil {
			return nil, cli.Failed(err, "")
		}
		r := &record{folder: filepath.Dir(file)}
		if _, err := toml.Decode(string(data), r); err != nil {
			return nil, cli.UsageError("it was changed after `ghresume generate --record` wrote it", "%s: %w", file, err)
		}
		out = append(out, r)
	}
	slices.SortStableFunc(out, func(a, b *record) int { return cmp.Or(cmp.Compare(a.Date, b.Date), cmp.Compare(a.folder, b.folder)) })
	return out, nil
}

// findRecord returns the last record of a name, the one in a folder of that name, or the
// only one whose name begins with it.
func findRecord(records []*record, name string) (*record, error) {
	var names []string
	var begins []*record
	for _, r := range slices.Backward(records) {
		if slug := slugOf(name); slug != "" && strings.HasPrefix(slugOf(r.Name), slug) {
			begins = append(begins, r)
		}
		folder := filepath.Base(r.folder)
		if strings.EqualFold(r.Name, name) || folder == filepath.Base(filepath.Clean(name)) || slugOf(r.Name) == slugOf(name) {
			return r, nil
		}
		names = append(names, r.Name)
	}
	if len(begins) == 1 {
		return begins[0], nil
	}
	advice := hint.Hint("`ghresume log` lists the records")
	if near := english.Nearest(name, names); near != "" {
		advice = hint.Hint(fmt.Sprintf("did you mean %q?", near))
	}
	return nil, cli.UsageError(advice, "there is no record of %q", name)
}

func listRecords(env *cli.Env, records []*record) error {
	if len(records) == 0 {
		fmt.Fprintln(env.Stderr, "ghresume: nothing was recorded yet\nhint: `ghresume generate --job posting.txt --record Acme` keeps what is sent")
		return nil
	}
	table := tabwriter.NewWriter(env.Stdout, 0, 0, 2, ' ', 0)
	for _, r := range records {
		fmt.Fprintf(table, "%s\t%s\t%s\t%s\n", r.Date, r.Name, orDash(r.variants()), strings.Join(r.fileNames(), ", "))
	}
	return table.Flush()
}

// variants lists the variants of the files, each once.
func (r *record) variants() string {
	var out []string
	for _, f := range r.Outputs {
		if f.Variant != "" && !slices.Contains(out, f.Variant) {
			out = append(out, f.Variant)
		}
	}
	return strings.Join(out, ", ")
}

func (r *record) fileNames() []string {
	var out []string
	for _, f := range r.Outputs {
		out = append(out, f.File)
	}
	return out
}
