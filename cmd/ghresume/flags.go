package main

import (
	"slices"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"github.com/ghresume/ghresume/internal/boundedfile"
	"github.com/ghresume/ghresume/internal/cli"
	"github.com/ghresume/ghresume/internal/hint"
	"github.com/ghresume/ghresume/internal/load"
	"github.com/ghresume/ghresume/internal/produce"
	"github.com/ghresume/ghresume/resume"
	"github.com/ghresume/ghresume/templates"
)

// Flags that several commands share are the same everywhere: one name, one
// text, one completion. A word in back quotes names the flag's value in the help.

// addTemplateFlag adds -t.
func addTemplateFlag(cmd *cobra.Command, template *string) {
	cmd.Flags().StringVarP(template, "template", "t", "", "a built-in `template` (ghresume templates lists them) or a .tmpl file (default resume)")
	complete(cmd, "template", func() []string { return append(templateNames(), cli.Matching("*.tmpl")...) })
}

// addThemeFlag adds --theme.
func addThemeFlag(cmd *cobra.Command, theme *string) {
	cmd.Flags().StringVar(theme, "theme", "", "the look of HTML, PDF and DOCX: "+strings.Join(produce.ThemeNames(), ", "))
	complete(cmd, "theme", produce.ThemeNames)
}

// addSelectionFlags adds --for and --language.
func addSelectionFlags(cmd *cobra.Command, variant, language *string) {
	cmd.Flags().StringVar(variant, "for", "", "the `variant` to print, one of [[variants]]")
	complete(cmd, "for", func() []string { return variantNames(cmd) })
	cmd.Flags().StringVar(language, "language", "", "the language to print in, as a tag such as de or pt-BR (default: [layout] language)")
	complete(cmd, "language", func() []string { return languageNames(cmd) })
}

// addPrivacyFlag adds --privacy.
func addPrivacyFlag(cmd *cobra.Command, privacy *string) {
	cmd.Flags().StringVar(privacy, "privacy", "", "public (without what [privacy] hides) or private (default: as the profile says)")
	complete(cmd, "privacy", func() []string { return []string{string(resume.Public), string(resume.Private)} })
}

// profileOf returns the profile that a command line names, for completions; an unusable
// one is empty.
func profileOf(cmd *cobra.Command) *resume.Profile {
	path := load.DefaultProfile
	if flag := cmd.Flags().Lookup("profile"); flag != nil && flag.Value.String() != "" {
		path = flag.Value.String()
	}
	data, _ := boundedfile.Read(path, cli.MostWritten)
	if p, _ := resume.ParseProfileLenient(path, data); p != nil {
		return p
	}
	return &resume.Profile{}
}

func variantNames(cmd *cobra.Command) []string { return load.VariantsOf(profileOf(cmd)) }

// languageNames returns the output languages, those of the profile's texts first.
func languageNames(cmd *cobra.Command) []string {
	names := profileOf(cmd).TextLanguages()
	for _, l := range templates.Languages() {
		if !slices.Contains(names, l) {
			names = append(names, l)
		}
	}
	return names
}

// addUserFlag adds -u, which completes to the accounts that have a saved snapshot.
func addUserFlag(cmd *cobra.Command, env *cli.Env, user *string) {
	cmd.Flags().VarP((*loginFlag)(user), "user", "u", "the GitHub account (default: the one that the profile names)")
	complete(cmd, "user", func() []string { return load.SavedLogins(env) })
}

// addFormatFlag adds --format with its values, the first being the default.
func addFormatFlag(cmd *cobra.Command, format *string, words ...string) {
	cmd.Flags().StringVar(format, "format", words[0], strings.Join(words, ", "))
	complete(cmd, "format", func() []string { return words })
}

// complete offers values for a flag.
func complete(cmd *cobra.Command, flag string, words func() []string) {
	_ = cmd.RegisterFlagCompletionFunc(flag, func(*cobra.Command, []string, string) ([]string, cobra.ShellCompDirective) {
		return words(), cobra.ShellCompDirectiveNoFileComp
	}) // fails only for an unknown flag, which tests would notice
}

// completeArgument offers values for the only argument of a command.
func completeArgument(cmd *cobra.Command, words func() []string) {
	cmd.ValidArgsFunction = func(_ *cobra.Command, args []string, _ string) ([]string, cobra.ShellCompDirective) {
		if len(args) > 0 {
			return nil, cobra.ShellCompDirectiveNoFileComp
		}
		return words(), cobra.ShellCompDirectiveNoFileComp
	}
}

func templateNames() []string {
	var names []string
	for _, info := range templates.List() {
		names = append(names, info.Name)
	}
	return names
}

// loginFlag is a flag that takes an account as people paste it.
type loginFlag string

func (f *loginFlag) String() string { return string(*f) }

// Type names the value in the help.
func (f *loginFlag) Type() string { return "login" }

// Set reads the account.
func (f *loginFlag) Set(text string) error {
	name, err := resume.ParseLogin(text)
	if err != nil {
		return cli.WrongInput(err)
	}
	*f = loginFlag(name)
	return nil
}

// noArguments refuses unexpected arguments.
func noArguments(cmd *cobra.Command, args []string) error {
	if len(args) == 0 {
		return nil
	}
	advice := hint.Hint("see `" + cmd.CommandPath() + " --help`")
	if near := cmd.SuggestionsFor(args[0]); len(near) > 0 {
		advice = hint.Hint("did you mean `" + cmd.CommandPath() + " " + near[0] + "`?")
	}
	kind := "argument"
	if cmd.HasSubCommands() {
		kind = "command"
	}
	return cli.UsageError(advice, "unknown %s %q", kind, args[0])
}

// addInputFlags adds the flags of a command that reads a profile and an account.
func addInputFlags(cmd *cobra.Command, env *cli.Env, in *load.Request) {
	addSourceFlags(cmd, env, in)
	addFetchingFlags(cmd, &in.Fetching)
}

// addSourceFlags adds the flags that name the profile and the account.
func addSourceFlags(cmd *cobra.Command, env *cli.Env, in *load.Request) {
	cmd.Flags().StringVarP(&in.Profile, "profile", "p", "", "the profile (default resume.toml, if there is one)")
	addUserFlag(cmd, env, &in.User)
}

// addFetchingFlags adds the flags that control how GitHub is read.
func addFetchingFlags(cmd *cobra.Command, f *load.Fetching) {
	flags := cmd.Flags()
	flags.StringVar(&f.Snapshot, "snapshot", "", "`file` that caches the GitHub data (default: in the user's cache folder)")
	flags.BoolVar(&f.Offline, "offline", false, "use the saved snapshot, if there is one, and no network")
	flags.BoolVar(&f.NoGitHub, "no-github", false, "use the profile alone")
	addOnlineFlags(cmd, f)
}

// addOnlineFlags adds the flags of a command that always uses GitHub.
func addOnlineFlags(cmd *cobra.Command, f *load.Fetching) {
	flags := cmd.Flags()
	flags.BoolVar(&f.Full, "full", false, "re-read everything, not only what changed")
	flags.BoolVar(&f.Strict, "strict", false, "fail if some data is unavailable")
	flags.BoolVarP(&f.Verbose, "verbose", "v", false, "print a line for each request")
	addTimeout(flags, &f.Timeout, 5*time.Minute)
}
