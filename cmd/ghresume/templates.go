package main

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"text/tabwriter"

	"github.com/spf13/cobra"

	"github.com/ghresume/ghresume/internal/atomicfile"
	"github.com/ghresume/ghresume/internal/hint"
	"github.com/ghresume/ghresume/templates"
)

func newTemplates(w *cli) *cobra.Command {
	cmd := &cobra.Command{
		Use:   "templates",
		Short: "List the built-in templates, or copy one to customize",
		Example: `  ghresume templates
  ghresume templates eject resume -o mine.md.tmpl
  ghresume generate -t mine.md.tmpl`,
		Args: noArguments,
		RunE: func(*cobra.Command, []string) error { return templatesList(w) },
	}
	cmd.AddCommand(newTemplatesEject(w))
	return cmd
}

func templatesList(w *cli) error {
	table := tabwriter.NewWriter(w.stdout, 0, 0, 2, ' ', 0)
	for _, info := range templates.List() {
		fmt.Fprintf(table, "%s\t%s\n", info.Name, info.About)
	}
	return table.Flush()
}

func newTemplatesEject(w *cli) *cobra.Command {
	var file string
	cmd := &cobra.Command{
		Use:   "eject NAME",
		Short: "Copy a built-in template to customize",
		Long: `Copy a built-in template to customize. "partials" are the parts that all of them
share: copy one into your template and change it there.`,
		Example: `  ghresume templates eject resume -o mine.md.tmpl
  ghresume templates eject partials`,
		Args: func(cmd *cobra.Command, args []string) error {
			if len(args) != 1 {
				return usageError("name one: `ghresume templates eject resume`", "ghresume templates eject: expected the name of one template")
			}
			return nil
		},
		ValidArgsFunction: func(*cobra.Command, []string, string) ([]string, cobra.ShellCompDirective) {
			return append(templateNames(), "partials"), cobra.ShellCompDirectiveNoFileComp
		},
		RunE: func(_ *cobra.Command, args []string) error { return templatesEject(w, args[0], file) },
	}
	cmd.Flags().StringVarP(&file, "output", "o", "", "file to write; it must not exist")
	return cmd
}

func templatesEject(w *cli, name, file string) error {
	source, err := templates.Source(name)
	if unknown, ok := errors.AsType[*templates.UnknownTemplateError](err); ok {
		return usageError(hint.Hint(unknown.Hint()), "%w", err)
	}
	if err != nil {
		return err
	}
	if file == "" {
		_, err := fmt.Fprint(w.stdout, source)
		return err
	}
	if _, err := os.Lstat(file); !errors.Is(err, fs.ErrNotExist) {
		return usageError("choose another name, or remove it first", "%s: exists already", file)
	}
	_, err = atomicfile.Write(atomicfile.File{Path: file, Data: []byte(source)})
	return err
}
