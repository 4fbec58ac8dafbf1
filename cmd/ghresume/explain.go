package main

import (
	"cmp"
	"context"
	"encoding/json"
	"fmt"
	"maps"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"github.com/ghresume/ghresume/internal/cli"
	"github.com/ghresume/ghresume/internal/english"
	"github.com/ghresume/ghresume/internal/hint"
	"github.com/ghresume/ghresume/internal/load"
	"github.com/ghresume/ghresume/resume"
	"github.com/ghresume/ghresume/resume/skill"
)

type explainOptions struct {
	load.Request
	dir    string
	format string
}

func newExplain(env *cli.Env) *cobra.Command {
	var o explainOptions
	cmd := &cobra.Command{
		Use:   "explain [SKILL]",
		Short: "Show what proves a skill: repository, file and line",
		Long: `Show what proves each skill, or one of them: repository, file and line. With --dir
it reads a folder on this machine instead of GitHub, without network access.`,
		Example: `  ghresume explain -u octocat
  ghresume explain Kafka
  ghresume explain --dir ~/src/service --format json`,
		Args: atMostOneSkill,
		RunE: func(cmd *cobra.Command, args []string) error { return explainRun(cmd.Context(), env, &o, args) },
	}
	addInputFlags(cmd, env, &o.Request)
	cmd.Flags().StringVar(&o.dir, "dir", "", "read the code in this folder instead of GitHub")
	addFormatFlag(cmd, &o.format, "text", "json")
	return cmd
}

func explainRun(ctx context.Context, env *cli.Env, o *explainOptions, args []string) error {
	if o.format != "text" && o.format != "json" {
		return cli.UsageError("expected text or json", "--format: %q is not known", o.format)
	}
	m, err := o.material(ctx, env)
	if err != nil {
		return err
	}
	report := explainReport{Skills: explained(m)}
	if m.Snapshot != nil && len(args) == 0 {
		report.NotOwnWork = m.Snapshot.NotOwnWork()
	}
	if len(args) == 1 {
		if report.Skills, err = only(report.Skills, m.Catalog, args[0]); err != nil {
			return err
		}
	}
	if o.format == "json" {
		out := json.NewEncoder(env.Stdout)
		out.SetIndent("", "  ")
		return out.Encode(report)
	}
	_, err = env.Stdout.Write([]byte(report.text()))
	return err
}

// material returns the sources: the account's, or those of the folder of --dir.
func (o *explainOptions) material(ctx context.Context, env *cli.Env) (*load.Sources, error) {
	if o.dir == "" {
		m, err := o.Load(ctx, env)
		if err == nil && m.Snapshot == nil {
			err = cli.UsageError("name an account with "+hint.Login+", or a folder with "+hint.Folder, "no GitHub account given")
		}
		return m, err
	}
	m, err := o.LoadProfile(env)
	if err != nil {
		return nil, err
	}
	m.Snapshot, err = readCheckout(o.dir, m.Catalog, env.Now().UTC())
	return m, err
}

// explainReport is what `explain --format json` prints.
type explainReport struct {
	Skills []explainedSkill `json:"skills"`
	// NotOwnWork says which merged pull requests do not count, and why.
	NotOwnWork string `json:"not_own_work,omitempty"`
}

type explainedSkill struct {
	Name  string `json:"name"`
	Group string `json:"group"`
	// Proven means that there is enough evidence to print it.
	Proven bool `json:"claimed"`
	// Written means that the profile lists it.
	Written bool `json:"written"`
	// Rank counts from 1 within the group; 0 for a skill without evidence.
	Rank     int              `json:"rank"`
	Evidence []skill.Evidence `json:"evidence"`
}

// explained returns the skills found in code, then those that only the profile lists.
func explained(m *load.Sources) []explainedSkill {
	written := writtenSkills(m)
	out, ranks := []explainedSkill{}, map[skill.Group]int{}
	for _, s := range resume.Inferred(m.Profile, m.Snapshot, m.Catalog) {
		ranks[s.Group]++
		_, byHand := written[s.Name]
		delete(written, s.Name)
		out = append(out, explainedSkill{s.Name, string(s.Group), s.Proven, byHand, ranks[s.Group], s.Evidence})
	}
	for _, name := range slices.Sorted(maps.Keys(written)) {
		out = append(out, explainedSkill{Name: name, Group: written[name], Written: true, Evidence: []skill.Evidence{}})
	}
	slices.SortStableFunc(out, func(a, b explainedSkill) int { return cmp.Compare(groupRank(a.Group), groupRank(b.Group)) })
	return out
}

// groupRank returns the position of a group in print; the user's own groups come last.
func groupRank(group string) int {
	if i := slices.Index(skill.Groups(), skill.Group(group)); i >= 0 {
		return i
	}
	return len(skill.Groups())
}

// writtenSkills maps the profile's skills by canonical name to their group.
func writtenSkills(m *load.Sources) map[string]string {
	written := map[string]string{}
	for group, names := range m.Profile.Skills {
		for _, name := range names {
			written[canonicalName(m.Catalog, name)] = group
		}
	}
	return written
}

func canonicalName(c *skill.Catalog, name string) string {
	if t, ok := c.Lookup(name); ok {
		return t.Name
	}
	return strings.TrimSpace(name)
}

// only returns the requested skill; a technology without evidence is also a valid answer.
func only(all []explainedSkill, c *skill.Catalog, asked string) ([]explainedSkill, error) {
	name := canonicalName(c, asked)
	for _, s := range all {
		if strings.EqualFold(s.Name, name) {
			return []explainedSkill{s}, nil
		}
	}
	if t, ok := c.Lookup(asked); ok {
		return []explainedSkill{{Name: t.Name, Group: string(t.Group), Evidence: []skill.Evidence{}}}, nil
	}
	var names []string
	for _, t := range c.All() {
		names = append(names, t.Name)
	}
	advice := hint.Hint("add your own technologies to skills.toml")
	if near := english.Nearest(asked, names); near != "" {
		advice = hint.Hint(fmt.Sprintf("did you mean %q? Add your own technologies to skills.toml", near))
	}
	return nil, cli.UsageError(advice, "unknown skill %q", asked)
}

func atMostOneSkill(cmd *cobra.Command, args []string) error {
	if len(args) > 1 {
		return cli.UsageError("one at a time; without a name, `"+hint.Hint(cmd.CommandPath())+"` shows all of them", "%d skills are named", len(args))
	}
	return nil
}
