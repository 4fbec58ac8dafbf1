package main

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
	"github.com/ghresume/ghresume/internal/hint"
	"github.com/ghresume/ghresume/internal/preview"
	"github.com/ghresume/ghresume/internal/readfile"
	"github.com/ghresume/ghresume/render"
	"github.com/ghresume/ghresume/resume"
	"github.com/ghresume/ghresume/resume/match"
	"github.com/ghresume/ghresume/templates"
)

// showing says what a preview shows.
type showing struct {
	inputs
	template string
	theme    string
	job      string
}

// previewSession holds the sources of a preview. If a file becomes invalid, only the
// problems change: the last valid material stays.
type previewSession struct {
	world   *cli
	options *showing

	mu       sync.Mutex
	material *sources // nil until it is valid once
	posting  string   // its text
	problems []preview.Problem
	note     string // about GitHub

	taken *takenPosting // nil until a posting is read; for the watcher alone

	again chan struct{} // tells the watcher to re-read everything
}

// openSession reads the sources of a preview. It discards stderr, because the page shows
// its messages.
func openSession(w *cli, o *showing) (*previewSession, error) {
	if o.job == "-" {
		return nil, usageError("paste it into the page, or name a file", "--job -: a preview reads no posting from stdin")
	}
	if _, err := (&printing{}).lookOf(resume.Output{Theme: o.theme}); err != nil {
		return nil, err
	}
	o.template = cmp.Or(o.template, defaultTemplate)
	d := &previewSession{world: w.quiet(), options: o, again: make(chan struct{}, 1)}
	return d, d.open()
}

// serve serves the page at a listener until ctx ends. ready gets its address.
func (d *previewSession) serve(ctx context.Context, listener net.Listener, ready func(address string)) error {
	s := preview.New(preview.Backend{Menu: d.menu(), View: d.view, File: d.file}, listener.Addr().String(), rand.Text())
	if err := (preview.Watcher{Files: d.files, Read: d.read, Again: d.again}).Watch(ctx, s.Changed); err != nil {
		return failed(err, "")
	}
	go d.ask(ctx)
	ready(s.Address())
	if err := s.Serve(ctx, listener); err != nil {
		return failed(err, "")
	}
	return nil
}

// open reads all files for the first time.
func (d *previewSession) open() error {
	d.read()
	if d.taken != nil && errors.Is(d.taken.err, readfile.ErrEndless) {
		return usageError("save the posting as text", "%s: %w", d.options.job, d.taken.err)
	}
	m, _, _ := d.look()
	if m != nil && m.source == nil && d.options.login(d.world, m) == "" {
		return usageError("name an account with "+hint.Login+", or write a profile with `ghresume init`", "there is no %s and no account", defaultProfile)
	}
	return nil
}

// ask reads GitHub if there is no snapshot. The page does not wait for it: meanwhile it
// shows the profile alone.
func (d *previewSession) ask(ctx context.Context) {
	m, _, _ := d.look()
	if m == nil || m.snapshot != nil || d.options.offline {
		return
	}
	login := d.options.login(d.world, m)
	if login == "" {
		return
	}
	d.setNote("asking GitHub about " + login + " …")
	_, err := d.options.sync(ctx, d.world, login, m) // sync saves the snapshot
	if err != nil {
		d.setNote(err.Error() + "; " + hint.Of(err).String())
	}
	d.again <- struct{}{}
}

// setNote sets the note about GitHub.
func (d *previewSession) setNote(note string) {
	d.mu.Lock()
	defer d.mu.Unlock()
	d.note = note
}

// look returns the last valid material with the posting, and the current problems.
func (d *previewSession) look() (*sources, string, []preview.Problem) {
	d.mu.Lock()
	defer d.mu.Unlock()
	return d.material, d.posting, d.problems
}

// read reads the files again.
func (d *previewSession) read() {
	m, err := d.options.loadProfile(d.world)
	var snapshotErr error
	if err == nil {
		snapshotErr = d.addSnapshot(m)
	}
	posting, postingErr := d.readPosting()
	d.mu.Lock()
	defer d.mu.Unlock()
	d.problems = slices.Concat(problemsOf(err), problemsOf(snapshotErr), problemsOf(postingErr))
	if err == nil {
		d.material = m
	}
	if postingErr == nil {
		d.posting = posting
	}
}

// addSnapshot adds the saved snapshot, if there is one.
func (d *previewSession) addSnapshot(m *sources) error {
	login := d.options.login(d.world, m)
	if login == "" {
		return nil
	}
	path, err := d.options.snapshotPath(d.world, login)
	if err != nil {
		return nil // no cache folder, no snapshot
	}
	s, err := ghsync.Load(path, login)
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	m.snapshot = s
	return err
}

func (d *previewSession) readPosting() (string, error) {
	if d.options.job == "" {
		return "", nil
	}
	data, err := boundedfile.Read(d.options.job, preview.MaxPosting)
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
func problemsOf(err error) []preview.Problem {
	if err == nil {
		return nil
	}
	problems, ok := errors.AsType[resume.Problems](err)
	if !ok {
		return []preview.Problem{{Text: err.Error(), Hint: hint.Of(err).String()}}
	}
	var out []preview.Problem
	for _, p := range problems {
		out = append(out, preview.Problem{Text: p.Error(), Hint: p.Hint})
	}
	return out
}

// menu returns what the page offers.
func (d *previewSession) menu() preview.Menu {
	o := d.options
	return preview.Menu{
		Profile: cmp.Or(o.profile, defaultProfile), Job: o.job, Template: o.template,
		Formats:   []string{string(resume.Chronological), string(resume.Combination), string(resume.Functional)},
		Templates: d.templates(), Themes: themeNames(), Languages: templates.Languages(),
		Variants: d.variants(),
		Endings:  slices.DeleteFunc(render.Endings(), func(ending string) bool { return ending == ".svg" }), // a picture is not a resume
	}
}

// variants returns the names that the profile declares.
func (d *previewSession) variants() []string {
	m, _, _ := d.look()
	if m == nil {
		return nil
	}
	return variantsOf(m.profile)
}

// files returns the paths of the page's sources.
func (d *previewSession) files() []string {
	o := d.options
	profile := cmp.Or(o.profile, defaultProfile)
	paths := append([]string{profile, filepath.Join(filepath.Dir(profile), "skills.toml")}, localeFiles(filepath.Dir(profile))...)
	if o.job != "" {
		paths = append(paths, o.job)
	}
	if strings.HasSuffix(o.template, ".tmpl") {
		paths = append(paths, o.template)
	}
	if m, _, _ := d.look(); m != nil {
		if path, err := o.snapshotPath(d.world, o.login(d.world, m)); err == nil {
			paths = append(paths, path)
		}
	}
	return paths
}
