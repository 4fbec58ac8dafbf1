package main

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"text/tabwriter"

	"github.com/spf13/cobra"

	"github.com/ghresume/ghresume/internal/atomicfile"
	"github.com/ghresume/ghresume/internal/cli"
	"github.com/ghresume/ghresume/internal/hint"
	"github.com/ghresume/ghresume/internal/locale"
	"github.com/ghresume/ghresume/templates"
)

func newTemplates(env *cli.Env) *cobra.Command {
	cmd := &cobra.Command{
		Use:   "templates",
		Short: "List the built-in templates, or copy one to customize",
		Example: `  ghresume templates
  ghresume templates eject resume -o mine.md.tmpl
  ghresume generate -t mine.md.tmpl`,
		Args: noArguments,
		RunE: func(*cobra.Command, []string) error { return templatesList(env) },
	}
	cmd.AddCommand(newTemplatesEject(env))
	return cmd
}

func templatesList(env *cli.Env) error {
	table := tabwriter.NewWriter(env.Stdout, 0, 0, 2, ' ', 0)
	for _, info := range templates.List() {
		fmt.Fprintf(table, "%s\t%s\n", info.Name, info.About)
	}
	return table.Flush()
}

func newTemplatesEject(env *cli.Env) *cobra.Command {
	var file, language string
	cmd := &cobra.Command{
		Use:   "eject NAME",
		Short: "Copy a built-in template to customize",
		Long: `Copy a built-in template to customize. "partials" are the blocks that all of
them share: copy one into your template and change it there. --locale copies the
localized words of a language: headings, months, plural forms. Save them next to the
profile as locale.fi.toml to use them for Finnish.`,
		Example: `  ghresume templates eject resume -o mine.md.tmpl
  ghresume templates eject partials
  ghresume templates eject --locale fi -o locale.fi.toml`,
		Args: func(cmd *cobra.Command, args []string) error {
			if language != "" && len(args) == 0 {
				return nil
			}
			if len(args) != 1 || language != "" {
				return cli.UsageError("name one: `ghresume templates eject resume`", "ghresume templates eject: expected the name of one template")
			}
			return nil
		},
		ValidArgsFunction: func(*cobra.Command, []string, string) ([]string, cobra.ShellCompDirective) {
			return append(templateNames(), "partials"), cobra.ShellCompDirectiveNoFileComp
		},
		RunE: func(_ *cobra.Command, args []string) error {
			if language != "" {
				return localeEject(env, language, file)
			}
			return templatesEject(env, args[0], file)
		},
	}
	cmd.Flags().StringVar(&language, "locale", "", "copy the localized words of a `language` instead of a template")
	complete(cmd, "locale", templates.Languages)
	cmd.Flags().StringVarP(&file, "output", "o", "", "file to write; it must not exist")
	return cmd
}

func templatesEject(env *cli.Env, name, file string) error {
	source, err := templates.Source(name)
	if unknown, ok := errors.AsType[*templates.UnknownTemplateError](err); ok {
		return cli.UsageError(hint.Hint(unknown.Hint()), "%w", err)
	}
	if err != nil {
		return err
	}
	return eject(env, source, file)
}

// localeEject copies the locale file of a language.
func localeEject(env *cli.Env, language, file string) error {
	source, err := locale.Source(language)
	if err != nil {
		return cli.UsageError(`expected a tag such as "fi" or "pt-BR"`, "--locale: %w", err)
	}
	return eject(env, source, file)
}

// eject prints a text, or writes it to a new file.
func eject(env *cli.Env, source, file string) error {
	if file == "" {
		_, err := fmt.Fprint(env.Stdout, source)
		return err
	}
	if _, err := os.Lstat(file); !errors.Is(err, fs.ErrNotExist) {
		return cli.UsageError("choose another name, or remove it first", "%s: exists already", file)
	}
	_, err := atomicfile.Write(atomicfile.File{Path: file, Data: []byte(source)})
	return err
}
