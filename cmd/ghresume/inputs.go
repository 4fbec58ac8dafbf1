package main

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"io/fs"
	"path/filepath"
	"strings"

	"github.com/ghresume/ghresume/internal/boundedfile"
	"github.com/ghresume/ghresume/internal/hint"
	"github.com/ghresume/ghresume/resume"
	"github.com/ghresume/ghresume/resume/match"
	"github.com/ghresume/ghresume/resume/skill"
)

// inputs are the flags that name the profile and the account.
type inputs struct {
	profile string
	user    string
	builtin []byte // a profile instead of a file; nil reads the file
	fetching
}

// sources is what a resume is made of.
type sources struct {
	profile  *resume.Profile // never nil
	source   []byte          // the profile's text; nil without one
	snapshot *resume.Snapshot
	catalog  *skill.Catalog
	// selection is the requested resume, and chosen the profile for it; nil for the
	// general resume.
	selection resume.Selection
	chosen    *resume.Profile
	// otherLogin is the account of a resume.toml that was ignored because of -u.
	otherLogin string
	// fonts are the fonts that are not embedded but were used, with their hashes; nil if
	// they are not recorded.
	fonts   map[string]string
	failure error // why GitHub could not be read; nil if it was, or was not needed
	// isFirst tells whether nothing was known of the account before this read.
	isFirst bool
}

// full returns the resume before its limits.
func (m *sources) full() *resume.Resume {
	return resume.BuildAll(cmp.Or(m.chosen, m.profile), m.snapshot, m.catalog)
}

// selected returns the sources of one of the profile's resumes.
func (m *sources) selected(s resume.Selection) (*sources, error) {
	chosen, err := m.profile.Select(s)
	if _, private := errors.AsType[*resume.PrivateTextError](err); private {
		return nil, asUsage(err)
	}
	if err != nil {
		return nil, usageError(hint.Hint(m.profile.VariantHint(s.Variant)), "--for: %w", err)
	}
	out := *m
	out.selection, out.chosen = s, chosen
	return &out, nil
}

// load reads the profile and, from GitHub or the saved snapshot, the account that it
// names.
func (in *inputs) load(ctx context.Context, w *cli) (*sources, error) {
	m, err := in.loadProfile(w)
	if err != nil {
		return nil, err
	}
	return m, in.addGitHub(ctx, w, m)
}

// addGitHub adds the snapshot, fresh or saved.
func (in *inputs) addGitHub(ctx context.Context, w *cli, m *sources) error {
	login := in.login(w, m)
	if login == "" || in.noGitHub {
		if m.source == nil {
			return usageError("name an account with "+hint.Login+", or write a profile with `ghresume init`", "there is no %s and no account", defaultProfile)
		}
		return nil
	}
	var err error
	m.snapshot, err = in.fetch(ctx, w, login, m)
	return err
}

// login returns the account: the flag's, the profile's, or the owner of the repository
// that a workflow runs in.
func (in *inputs) login(w *cli, m *sources) string {
	if in.user != "" || m.source != nil {
		return cmp.Or(in.user, m.profile.Login())
	}
	return w.env("GITHUB_REPOSITORY_OWNER")
}

// loadProfile reads the profile and the skills.toml next to it. Without -p it ignores a
// resume.toml of another account than -u, so that nobody's name is put on someone else's
// work.
func (in *inputs) loadProfile(w *cli) (*sources, error) {
	m := &sources{profile: &resume.Profile{}, catalog: skill.Default()}
	path := cmp.Or(in.profile, defaultProfile)
	source, err := in.builtin, error(nil)
	if source == nil {
		source, err = boundedfile.Read(path, mostWritten)
	}
	switch {
	case errors.Is(err, fs.ErrNotExist) && in.profile == "":
		return m, nil
	case err != nil:
		return nil, usageError(cmp.Or(hint.Of(err), "write one with `ghresume init`, or name another with "+hint.Profile), "%w", err)
	}
	profile, err := resume.ParseProfile(path, source)
	if err != nil {
		return nil, err
	}
	if own := profile.Login(); in.profile == "" && in.user != "" && !strings.EqualFold(own, in.user) {
		fmt.Fprintf(w.stderr, "ghresume: %s is about another account than %s and was left out\nhint: -p %s uses it anyway\n", path, in.user, path)
		m.otherLogin = own
		return m, nil
	}
	m.profile, m.source = profile, source
	if in.builtin != nil {
		return m, nil
	}
	if profile.Locales, err = ownLocales(filepath.Dir(path)); err != nil {
		return nil, err
	}
	m.catalog, err = ownSkills(m.catalog, filepath.Join(filepath.Dir(path), "skills.toml"))
	return m, err
}

// ownSkills adds the user's technologies, if the file exists.
func ownSkills(c *skill.Catalog, path string) (*skill.Catalog, error) {
	data, err := readNamed(path, mostWritten, "")
	if errors.Is(err, fs.ErrNotExist) {
		return c, nil
	}
	if err != nil {
		return nil, err
	}
	extended, err := c.With(path, data)
	if err != nil {
		return nil, usageError("see the built-in catalog for the format of an entry", "%w", err)
	}
	return extended, nil
}

// defaultProfile is read if it exists and -p is not given.
const defaultProfile = "resume.toml"

// variantsOf returns the names that [[variants]] declares.
func variantsOf(p *resume.Profile) []string {
	var names []string
	for _, v := range p.Variants {
		if v.Name != "" {
			names = append(names, v.Name)
		}
	}
	return names
}

// claims gathers what the printed resume, the full one and the evidence hold.
func (m *sources) claims(printed, full *resume.Resume) *match.Inventory {
	if m.snapshot == nil {
		return match.NewInventory(printed, full, nil, m.catalog)
	}
	return match.NewInventory(printed, full, resume.Inferred(m.profile, m.snapshot, m.catalog), m.catalog)
}
