// Package load reads what a resume is made of: the profile with its locales and
// technologies, and the snapshot, fresh from GitHub or saved.
package load

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"io/fs"
	"path/filepath"
	"strings"

	"github.com/ghresume/ghresume/internal/boundedfile"
	"github.com/ghresume/ghresume/internal/cli"
	"github.com/ghresume/ghresume/internal/hint"
	"github.com/ghresume/ghresume/resume"
	"github.com/ghresume/ghresume/resume/match"
	"github.com/ghresume/ghresume/resume/skill"
)

// Request says which profile and account to read, and how.
type Request struct {
	Profile string
	User    string
	Builtin []byte // a profile instead of a file; nil reads the file
	Fetching
}

// Sources is what a resume is made of.
type Sources struct {
	Profile  *resume.Profile // never nil
	Source   []byte          // the profile's text; nil without one
	Snapshot *resume.Snapshot
	Catalog  *skill.Catalog
	// Selection is the requested resume, and Chosen the profile for it; nil for the
	// general resume.
	Selection resume.Selection
	Chosen    *resume.Profile
	// otherLogin is the account of a resume.toml that was ignored because of -u.
	otherLogin string
	// Fonts are the fonts that are not embedded but were used, with their hashes; nil if
	// they are not recorded.
	Fonts   map[string]string
	Failure error // why GitHub could not be read; nil if it was, or was not needed
	// IsFirst means that there was no usable snapshot of the account before this read, or
	// that no file was written yet from one with denials.
	IsFirst bool
}

// Full returns the resume before its limits.
func (m *Sources) Full() *resume.Resume {
	return resume.BuildAll(cmp.Or(m.Chosen, m.Profile), m.Snapshot, m.Catalog)
}

// Selected returns the sources of one of the profile's resumes.
func (m *Sources) Selected(s resume.Selection) (*Sources, error) {
	chosen, err := m.Profile.Select(s)
	if _, private := errors.AsType[*resume.PrivateTextError](err); private {
		return nil, cli.AsUsage(err)
	}
	if err != nil {
		return nil, cli.UsageError(hint.Hint(m.Profile.VariantHint(s.Variant)), "--for: %w", err)
	}
	out := *m
	out.Selection, out.Chosen = s, chosen
	return &out, nil
}

// Load reads the profile and, from GitHub or the saved snapshot, the account that it
// names.
func (in *Request) Load(ctx context.Context, env *cli.Env) (*Sources, error) {
	m, err := in.LoadProfile(env)
	if err != nil {
		return nil, err
	}
	return m, in.AddGitHub(ctx, env, m)
}

// AddGitHub adds the snapshot, fresh or saved.
func (in *Request) AddGitHub(ctx context.Context, env *cli.Env, m *Sources) error {
	login := in.Login(env, m)
	if login == "" || in.NoGitHub {
		if m.Source == nil {
			return cli.UsageError("name an account with "+hint.Login+", or write a profile with `ghresume init`", "there is no %s and no account", DefaultProfile)
		}
		return nil
	}
	var err error
	m.Snapshot, err = in.Fetch(ctx, env, login, m)
	return err
}

// Login returns the account: the flag's, the profile's, or the owner of the repository
// that a workflow runs in.
func (in *Request) Login(env *cli.Env, m *Sources) string {
	if in.User != "" || m.Source != nil {
		return cmp.Or(in.User, m.Profile.Login())
	}
	return env.Env("GITHUB_REPOSITORY_OWNER")
}

// LoadProfile reads the profile and the skills.toml next to it. Without -p it ignores a
// resume.toml of an account other than that of -u, so that no one's name is put on
// someone else's work.
func (in *Request) LoadProfile(env *cli.Env) (*Sources, error) {
	m := &Sources{Profile: &resume.Profile{}, Catalog: skill.Default()}
	path := cmp.Or(in.Profile, DefaultProfile)
	source, err := in.Builtin, error(nil)
	if source == nil {
		source, err = boundedfile.Read(path, cli.MostWritten)
	}
	switch {
	case errors.Is(err, fs.ErrNotExist) && in.Profile == "":
		return m, nil
	case err != nil:
		return nil, cli.UsageError(cmp.Or(hint.Of(err), "write one with `ghresume init`, or name another with "+hint.Profile), "%w", err)
	}
	profile, err := resume.ParseProfile(path, source)
	if err != nil {
		return nil, err
	}
	if own := profile.Login(); in.Profile == "" && in.User != "" && !strings.EqualFold(own, in.User) {
		fmt.Fprintf(env.Stderr, "ghresume: %s is about another account than %s and was left out\nhint: -p %s uses it anyway\n", path, in.User, path)
		m.otherLogin = own
		return m, nil
	}
	m.Profile, m.Source = profile, source
	if in.Builtin != nil {
		return m, nil
	}
	if profile.Locales, err = OwnLocales(filepath.Dir(path)); err != nil {
		return nil, err
	}
	m.Catalog, err = OwnSkills(m.Catalog, filepath.Join(filepath.Dir(path), "skills.toml"))
	return m, err
}

// OwnSkills adds the user's technologies, if the file exists.
func OwnSkills(c *skill.Catalog, path string) (*skill.Catalog, error) {
	data, err := cli.ReadNamed(path, cli.MostWritten, "")
	if errors.Is(err, fs.ErrNotExist) {
		return c, nil
	}
	if err != nil {
		return nil, err
	}
	extended, err := c.With(path, data)
	if err != nil {
		return nil, cli.UsageError("see the built-in catalog for the format of an entry", "%w", err)
	}
	return extended, nil
}

// DefaultProfile is read if it exists and -p is not given.
const DefaultProfile = "resume.toml"

// VariantsOf returns the names that [[variants]] declares.
func VariantsOf(p *resume.Profile) []string {
	var names []string
	for _, v := range p.Variants {
		if v.Name != "" {
			names = append(names, v.Name)
		}
	}
	return names
}

// Claims returns the skills in the printed resume, in the full one and in the evidence.
func (m *Sources) Claims(printed, full *resume.Resume) *match.Inventory {
	if m.Snapshot == nil {
		return match.NewInventory(printed, full, nil, m.Catalog)
	}
	return match.NewInventory(printed, full, resume.Inferred(m.Profile, m.Snapshot, m.Catalog), m.Catalog)
}
