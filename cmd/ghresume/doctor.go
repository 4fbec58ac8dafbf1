package main

import (
	"context"
	"errors"
	"fmt"
	"runtime"
	"slices"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"github.com/ghresume/ghresume/internal/cli"
	"github.com/ghresume/ghresume/internal/hint"
	"github.com/ghresume/ghresume/internal/load"
	"github.com/ghresume/ghresume/internal/safe"
	"github.com/ghresume/ghresume/resume"
)

// doctorOptions are the flags of `ghresume doctor`.
type doctorOptions struct {
	load.Request
	outputs []string
	forget  bool
}

func newDoctor(env *cli.Env) *cobra.Command {
	var o doctorOptions
	cmd := &cobra.Command{
		Use:   "doctor [--forget [LOGIN]]",
		Short: "Diagnose the setup: token, rate limits, profile, files",
		Long: `Diagnose the setup: versions, the token and what it can read, the rate limits that
are left, the profile, and which files would be written. Nothing is
written and nothing secret is printed, so that you can paste the output into a bug
report. The exit status is 1 if a check fails.

With --forget it deletes the stored GitHub data of one account, or of all accounts,
and lists what it deleted.`,
		Example: `  ghresume doctor
  ghresume doctor --forget octocat
  ghresume doctor -o README.md -o resume.pdf   would these be written?`,
		Args: func(cmd *cobra.Command, args []string) error {
			if o.forget && len(args) == 1 {
				return nil
			}
			return noArguments(cmd, args)
		},
		RunE: func(cmd *cobra.Command, args []string) error {
			if o.forget {
				return o.forgetRun(env, strings.Join(args, ""))
			}
			return doctorRun(cmd.Context(), env, &o)
		},
	}
	flags := cmd.Flags()
	addSourceFlags(cmd, env, &o.Request)
	flags.StringArrayVarP(&o.outputs, "output", "o", nil, "a file that generate would write; may repeat (default: those here that have markers)")
	flags.StringVar(&o.Snapshot, "snapshot", "", "`file` that caches the GitHub data (default: in the user's cache folder)")
	flags.BoolVar(&o.Offline, "offline", false, "do not contact GitHub")
	flags.BoolVar(&o.forget, "forget", false, "delete the stored GitHub data of LOGIN, or of every account")
	addTimeout(flags, &o.Timeout, 20*time.Second)
	completeArgument(cmd, func() []string { return load.SavedLogins(env) })
	return cmd
}

func doctorRun(ctx context.Context, env *cli.Env, o *doctorOptions) error {
	d := &doctor{env: env, options: o}
	d.note(good, "version", "ghresume %s, %s, %s/%s", versionString(), runtime.Version(), runtime.GOOS, runtime.GOARCH)
	m := d.profile()
	client, login := d.github(ctx), o.Login(env, m)
	d.account(ctx, client, login)
	if login != "" {
		d.snapshot(login)
	}
	d.files()
	return d.print()
}

// The levels of a remark: all is well, good to know, will fail.
const (
	good  = "ok"
	aside = "note"
	bad   = "bad"
)

// remark is one line of the doctor, with advice.
type remark struct {
	level, topic, text string
	hint               hint.Hint
}

// doctor collects remarks.
type doctor struct {
	env     *cli.Env
	options *doctorOptions
	remarks []remark
}

func (d *doctor) note(level, topic, format string, args ...any) {
	d.remarks = append(d.remarks, remark{level, topic, fmt.Sprintf(format, args...), ""})
}

// advise adds a hint to the last remark.
func (d *doctor) advise(advice hint.Hint) { d.remarks[len(d.remarks)-1].hint = advice }

// failing adds an error with its hint.
func (d *doctor) failing(topic string, err error) {
	d.note(bad, topic, "%v", err)
	d.advise(hint.Of(err))
}

// print prints every remark as one line, with its hint below.
func (d *doctor) print() error {
	var b strings.Builder
	for _, r := range d.remarks {
		fmt.Fprintf(&b, "%-4s  %-10s  %s\n", r.level, safe.Line(r.topic), safe.Line(safe.Message(r.text)))
		if r.hint != "" {
			fmt.Fprintf(&b, "      %-10s  hint: %s\n", "", safe.Line(safe.Message(r.hint.String())))
		}
	}
	if _, err := fmt.Fprint(d.env.Stdout, b.String()); err != nil {
		return cli.Failed(err, "")
	}
	if slices.ContainsFunc(d.remarks, func(r remark) bool { return r.level == bad }) {
		return cli.ErrFindings
	}
	return nil
}

// profile reads the profile and the user's own technologies; if one is invalid, neither is
// used.
func (d *doctor) profile() *load.Sources {
	m, err := d.options.LoadProfile(d.env)
	if problems, ok := errors.AsType[resume.Problems](err); ok {
		for _, p := range problems {
			d.note(bad, "profile", "%v", p)
			d.advise(hint.Hint(p.Hint))
		}
	} else if err != nil {
		d.failing("profile", err)
	}
	switch {
	case err != nil:
		return &load.Sources{Profile: &resume.Profile{}}
	case m.Source == nil:
		d.note(aside, "profile", "none in use; a resume comes from GitHub alone")
		d.advise("write one with `ghresume init`, or name one with " + hint.Profile)
	default:
		d.note(good, "profile", "%s, %d bytes", m.Profile.File, len(m.Source))
	}
	return m
}
