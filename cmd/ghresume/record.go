package main

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"path/filepath"
	"slices"
	"strings"
	"time"
	"unicode"

	"github.com/BurntSushi/toml"

	"github.com/ghresume/ghresume/ghsync"
	"github.com/ghresume/ghresume/internal/atomicfile"
	"github.com/ghresume/ghresume/internal/boundedfile"
	"github.com/ghresume/ghresume/internal/cli"
	"github.com/ghresume/ghresume/internal/load"
	"github.com/ghresume/ghresume/internal/produce"
	"github.com/ghresume/ghresume/render"
	"github.com/ghresume/ghresume/resume"
)

// applications is the folder next to a profile that holds the records of what was sent.
const applications = "applications"

// record is record.toml in the folder of one application. Everything else that is needed
// to make the files again is next to it, as plain files.
type record struct {
	Name    string `toml:"name"`
	Date    string `toml:"date"`
	Version string `toml:"ghresume"`
	// Commit is the profile's; "+changes" follows if the file differs from it.
	Commit     string         `toml:"commit,omitempty"`
	Login      string         `toml:"login,omitempty"`
	AllowBoxes bool           `toml:"allow_boxes,omitempty"`
	Outputs    []recordedFile `toml:"outputs"`
	Fonts      []recordedFont `toml:"fonts,omitempty"`

	folder string
}

// recordedFile is one file that was made: a [resume.Output] with every flag applied.
type recordedFile struct {
	File     string         `toml:"file"`
	Variant  string         `toml:"variant,omitempty"`
	Template string         `toml:"template,omitempty"`
	Theme    string         `toml:"theme,omitempty"`
	Language string         `toml:"language,omitempty"`
	Privacy  resume.Privacy `toml:"privacy,omitempty"`
	Posting  string         `toml:"posting,omitempty"`
	Letter   string         `toml:"letter,omitempty"`
	// WithResume means that the resume follows the letter.
	WithResume bool `toml:"with_resume,omitempty"`
	// Before names a copy of the previous file, if the new one depends on it.
	Before string `toml:"before,omitempty"`
	SHA256 string `toml:"sha256"`
}

func (f recordedFile) output() resume.Output {
	return resume.Output{Variant: f.Variant, Template: f.Template, Theme: f.Theme, Language: f.Language, Privacy: f.Privacy, Posting: f.Posting, Letter: f.Letter, WithResume: f.WithResume}
}

// recordedFont is a font that is not embedded in the program.
type recordedFont struct {
	Name   string `toml:"name"`
	SHA256 string `toml:"sha256"`
}

// recorder collects what belongs in the record of one application.
type recorder struct {
	record
	files []atomicfile.File
}

// newRecorder starts the record of an application; its folder must not exist.
func (o *generateOptions) newRecorder(ctx context.Context, env *cli.Env, m *load.Sources) (*recorder, error) {
	if m.Source == nil {
		return nil, cli.UsageError("write one with `ghresume init`", "--record: there is no profile to store the record next to")
	}
	date := env.Today(m.Snapshot).UTC().Format(time.DateOnly)
	r := &recorder{record: record{Name: o.record, Date: date, Version: versionString(), Commit: profileCommit(ctx, m.Profile.File), AllowBoxes: o.AllowBoxes}}
	slug := slugOf(o.record)
	if slug == "" {
		return nil, cli.UsageError("expected a name such as Acme", "--record: %q has no letters", o.record)
	}
	r.folder = filepath.Join(filepath.Dir(m.Profile.File), applications, date+"-"+slug)
	if cli.Exists(r.folder) {
		return nil, cli.UsageError("choose another name", "--record: %s exists already", r.folder)
	}
	return r, nil
}

// slugOf makes a name usable as part of a path.
func slugOf(name string) string {
	words := strings.FieldsFunc(strings.ToLower(name), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
	return strings.Join(words, "-")
}

// profileCommit returns the commit that holds the profile, as far as git knows.
func profileCommit(ctx context.Context, profile string) string {
	folder, name := filepath.Dir(profile), filepath.Base(profile)
	head, err := git(ctx, "-C", folder, "log", "-1", "--format=%H", "--", name)
	if err != nil || head == "" {
		return ""
	}
	if _, err := git(ctx, "-C", folder, "diff", "--quiet", "HEAD", "--", name); err != nil {
		return head + "+changes"
	}
	return head
}

// add keeps a file in the folder of the record, and returns its name there: a different
// one if a file of that name has other content (en/README.md and de/README.md).
func (r *recorder) add(name string, data []byte) string {
	ending := filepath.Ext(name)
	stem := strings.TrimSuffix(name, ending)
	for n := 2; ; n++ {
		path := filepath.Join(r.folder, name)
		i := slices.IndexFunc(r.files, func(f atomicfile.File) bool { return strings.EqualFold(f.Path, path) })
		if i < 0 {
			r.files = append(r.files, atomicfile.File{Path: path, Data: data})
			return filepath.ToSlash(name)
		}
		if r.files[i].Path == path && bytes.Equal(r.files[i].Data, data) {
			return filepath.ToSlash(name)
		}
		name = fmt.Sprintf("%s-%d%s", stem, n, ending)
	}
}

// addFile keeps a copy of a file.
func (r *recorder) addFile(name, path string) (string, error) {
	data, err := boundedfile.Read(path, cli.MostMade)
	if err != nil {
		return "", cli.Failed(err, "")
	}
	return r.add(name, data), nil
}

// sources keeps what the resumes are made from.
func (r *recorder) sources(m *load.Sources) error {
	r.add("resume.toml", m.Source)
	folder := filepath.Dir(m.Profile.File)
	for _, path := range append(load.LocaleFiles(folder), filepath.Join(folder, "skills.toml")) {
		if _, err := r.addFile(filepath.Base(path), path); err != nil && !errors.Is(err, fs.ErrNotExist) {
			return err
		}
	}
	for i, l := range m.Profile.Letters {
		if l.File != "" {
			if _, err := r.addFile(letterFile(i, l), cli.RelativeTo(m.Profile.File, l.File)); err != nil {
				return err
			}
		}
	}
	if photo := m.Profile.Layout.Page.Photo; photo != "" {
		if _, err := r.addFile("photo.jpg", cli.RelativeTo(m.Profile.File, photo)); err != nil {
			return err
		}
	}
	if m.Snapshot != nil {
		r.Login = m.Snapshot.Login
		data, err := ghsync.Encode(m.Snapshot)
		if err != nil {
			return err
		}
		r.add("snapshot.json", data)
	}
	return nil
}

// letterFile returns where a record keeps the file of the profile's i-th letter, which may
// be outside the profile's folder.
func letterFile(i int, l resume.Letter) string {
	return filepath.Join("letters", fmt.Sprintf("%d-%s", i, filepath.Base(filepath.FromSlash(l.File))))
}

// edition keeps an edition and its files.
func (r *recorder) edition(e produce.Edition, made []atomicfile.File, posting []byte) error {
	file := recordedFile{Variant: e.Variant, Template: e.Template, Theme: e.Theme, Language: e.Language, Privacy: e.Privacy, Posting: e.Posting, WithResume: e.WithResume}
	var err error
	if strings.HasSuffix(e.Template, ".tmpl") {
		if file.Template, err = r.addFile(filepath.Base(e.Template), e.Template); err != nil {
			return err
		}
	}
	if file.Letter, err = r.letter(e.Letter); err != nil {
		return err
	}
	if e.Posting != "" {
		name := "posting" + strings.ToLower(filepath.Ext(e.Posting))
		if e.Posting == "-" {
			name = "posting.txt"
		}
		file.Posting = r.add(name, posting)
	}
	for _, f := range made {
		file.File, file.SHA256, file.Before = filepath.ToSlash(f.Path), cli.HashOf(f.Data), ""
		_, old, err := atomicfile.Read(f.Path)
		if err != nil {
			return err
		}
		if old != nil && (render.IsMarkdown(f.Path) || strings.EqualFold(filepath.Ext(f.Path), ".json")) {
			file.Before = r.add(filepath.Join("before", filepath.Base(f.Path)), old)
		}
		r.Outputs = append(r.Outputs, file)
	}
	return nil
}

// letter keeps the file of a letter, if it has one.
func (r *recorder) letter(name string) (string, error) {
	if !strings.HasSuffix(strings.ToLower(name), ".md") {
		return name, nil
	}
	return r.addFile(filepath.Join("letters", filepath.Base(name)), name)
}

// finish returns the record as files. In a clone they are ignored by git unless the
// profile says otherwise: postings and private resumes are confidential.
func (r *recorder) finish(m *load.Sources) ([]atomicfile.File, error) {
	for _, name := range slices.Sorted(maps.Keys(m.Fonts)) {
		r.Fonts = append(r.Fonts, recordedFont{name, m.Fonts[name]})
	}
	var text bytes.Buffer
	encoder := toml.NewEncoder(&text)
	encoder.Indent = ""
	if err := encoder.Encode(r.record); err != nil {
		return nil, fmt.Errorf("record: %w", err)
	}
	r.add("record.toml", text.Bytes())
	ignore := filepath.Join(filepath.Dir(r.folder), ".gitignore")
	if !m.Profile.Privacy.Commit && !cli.Exists(ignore) {
		r.files = append(r.files, atomicfile.File{Path: ignore, Data: []byte("# What was sent to whom; [privacy] commit = true in the profile allows it in a commit.\n*\n")})
	}
	return r.files, nil
}
