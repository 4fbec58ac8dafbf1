package preview

import (
	"bytes"
	"cmp"
	"context"
	"crypto/rand"
	"errors"
	"io/fs"
	"net"
	"path/filepath"
	"slices"
	"strings"
	"sync"

	"github.com/ghresume/ghresume/ghsync"
	"github.com/ghresume/ghresume/internal/boundedfile"
	"github.com/ghresume/ghresume/internal/cli"
	"github.com/ghresume/ghresume/internal/hint"
	"github.com/ghresume/ghresume/internal/load"
	"github.com/ghresume/ghresume/internal/produce"
	"github.com/ghresume/ghresume/internal/readfile"
	"github.com/ghresume/ghresume/render"
	"github.com/ghresume/ghresume/resume"
	"github.com/ghresume/ghresume/resume/match"
	"github.com/ghresume/ghresume/templates"
)

// Options says what a preview shows.
type Options struct {
	load.Request
	Template string
	Theme    string
	Job      string
}

// Session holds the sources of a preview. If a file becomes invalid, only the
// problems change: the last valid sources stay.
type Session struct {
	env     *cli.Env
	options *Options

	mu       sync.Mutex
	sources  *load.Sources // nil until it is valid once
	posting  string        // its text
	problems []Problem
	note     string // about GitHub

	taken *takenPosting // nil until a posting is read; for the watcher alone

	again chan struct{}           // tells the watcher to re-read everything
	end   context.CancelCauseFunc // ends the preview
}

// Open reads the sources of a preview. It discards stderr, because the page shows
// its messages.
func Open(env *cli.Env, o *Options) (*Session, error) {
	if o.Job == "-" {
		return nil, cli.UsageError("paste it into the page, or name a file", "--job -: a preview reads no posting from stdin")
	}
	if _, err := (&produce.Printing{}).LookOf(resume.Output{Theme: o.Theme}); err != nil {
		return nil, err
	}
	o.Template = cmp.Or(o.Template, produce.DefaultTemplate)
	d := &Session{env: env.Quiet(), options: o, again: make(chan struct{}, 1)}
	return d, d.open()
}

// Serve serves the page at a listener until ctx ends. ready gets its address.
func (d *Session) Serve(ctx context.Context, listener net.Listener, ready func(address string)) error {
	outer := ctx
	ctx, d.end = context.WithCancelCause(outer)
	defer d.end(nil)
	s := New(Backend{Menu: d.menu(), View: d.view, File: d.file}, listener.Addr().String(), rand.Text())
	if err := (Watcher{Files: d.files, Read: d.readAgain, Again: d.again}).Watch(ctx, s.Changed); err != nil {
		return cli.Failed(err, "")
	}
	go d.ask(ctx)
	ready(s.Address())
	if err := s.Serve(ctx, listener); err != nil {
		return cli.Failed(err, "")
	}
	if outer.Err() != nil {
		return nil
	}
	return context.Cause(ctx)
}

// endless returns an error if reading the posting was abandoned: it continues in the
// background until the program ends.
func (d *Session) endless() error {
	if d.taken == nil || !errors.Is(d.taken.err, readfile.ErrEndless) {
		return nil
	}
	return cli.UsageError("save the posting as text", "%s: %w", d.options.Job, d.taken.err)
}

// open reads all files for the first time.
func (d *Session) open() error {
	d.read()
	if err := d.endless(); err != nil {
		return err
	}
	m, _, _ := d.current()
	if m != nil && m.Source == nil && d.options.Login(d.env, m) == "" {
		return cli.UsageError("name an account with "+hint.Login+", or write a profile with `ghresume init`", "there is no %s and no account", load.DefaultProfile)
	}
	return nil
}

// ask reads GitHub if there is no snapshot. The page does not wait for it: meanwhile it
// shows the profile alone.
func (d *Session) ask(ctx context.Context) {
	m, _, _ := d.current()
	if m == nil || m.Snapshot != nil || d.options.Offline {
		return
	}
	login := d.options.Login(d.env, m)
	if login == "" {
		return
	}
	d.setNote("asking GitHub about " + login + " …")
	_, err := d.options.Sync(ctx, d.env, login, m) // sync saves the snapshot
	if err != nil {
		d.setNote(err.Error() + "; " + hint.Of(err).String())
	}
	d.again <- struct{}{}
}

// setNote sets the note about GitHub.
func (d *Session) setNote(note string) {
	d.mu.Lock()
	defer d.mu.Unlock()
	d.note = note
}

// current returns the last valid sources with the posting, and the current problems.
func (d *Session) current() (*load.Sources, string, []Problem) {
	d.mu.Lock()
	defer d.mu.Unlock()
	return d.sources, d.posting, d.problems
}

// read reads the files again.
func (d *Session) read() {
	m, err := d.options.LoadProfile(d.env)
	var snapshotErr error
	if err == nil {
		snapshotErr = d.addSnapshot(m)
	}
	posting, postingErr := d.readPosting()
	d.mu.Lock()
	defer d.mu.Unlock()
	d.problems = slices.Concat(problemsOf(err), problemsOf(snapshotErr), problemsOf(postingErr))
	if err == nil {
		d.sources = m
	}
	if postingErr == nil {
		d.posting = posting
	}
}

// readAgain reads changed files; a posting that cannot be read to its end ends the preview.
func (d *Session) readAgain() {
	d.read()
	if err := d.endless(); err != nil {
		d.end(err)
	}
}

// addSnapshot adds the saved snapshot, if there is one.
func (d *Session) addSnapshot(m *load.Sources) error {
	login := d.options.Login(d.env, m)
	if login == "" {
		return nil
	}
	path, err := d.options.SnapshotPath(d.env, login)
	if err != nil {
		return nil // no cache folder, no snapshot
	}
	s, err := ghsync.Load(path, login)
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	m.Snapshot = s
	return err
}

func (d *Session) readPosting() (string, error) {
	if d.options.Job == "" {
		return "", nil
	}
	data, err := boundedfile.Read(d.options.Job, MaxPosting)
	if err != nil || len(bytes.TrimSpace(data)) == 0 {
		return "", err
	}
	if d.taken == nil || !bytes.Equal(d.taken.file, data) {
		text, err := match.ExtractText(data)
		d.taken = &takenPosting{data, text, err}
	}
	return d.taken.text, d.taken.err
}

// takenPosting is the file of a posting and its text, which is extracted once: a PDF may be
// costly.
type takenPosting struct {
	file []byte
	text string
	err  error
}

// problemsOf lists the mistakes in an error.
func problemsOf(err error) []Problem {
	if err == nil {
		return nil
	}
	problems, ok := errors.AsType[resume.Problems](err)
	if !ok {
		return []Problem{{Text: err.Error(), Hint: hint.Of(err).String()}}
	}
	var out []Problem
	for _, p := range problems {
		out = append(out, Problem{Text: p.Error(), Hint: p.Hint})
	}
	return out
}

// menu returns what the page offers.
func (d *Session) menu() Menu {
	o := d.options
	return Menu{
		Profile: cmp.Or(o.Profile, load.DefaultProfile), Job: o.Job, Template: o.Template,
		Formats:   []string{string(resume.Chronological), string(resume.Combination), string(resume.Functional)},
		Templates: d.templates(), Themes: produce.ThemeNames(), Languages: templates.Languages(),
		Variants: d.variants(),
		Endings:  slices.DeleteFunc(render.Endings(), func(ending string) bool { return ending == ".svg" }), // a picture is not a resume
	}
}

// variants returns the names that the profile declares.
func (d *Session) variants() []string {
	m, _, _ := d.current()
	if m == nil {
		return nil
	}
	return load.VariantsOf(m.Profile)
}

// files returns the paths of the page's sources.
func (d *Session) files() []string {
	o := d.options
	profile := cmp.Or(o.Profile, load.DefaultProfile)
	paths := append([]string{profile, filepath.Join(filepath.Dir(profile), "skills.toml")}, load.LocaleFiles(filepath.Dir(profile))...)
	if o.Job != "" {
		paths = append(paths, o.Job)
	}
	if strings.HasSuffix(o.Template, ".tmpl") {
		paths = append(paths, o.Template)
	}
	if m, _, _ := d.current(); m != nil {
		if path, err := o.SnapshotPath(d.env, o.Login(d.env, m)); err == nil {
			paths = append(paths, path)
		}
	}
	return paths
}
