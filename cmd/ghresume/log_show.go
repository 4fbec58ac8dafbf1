package main

import (
	"fmt"
	"maps"
	"path/filepath"
	"slices"
	"strings"

	"github.com/ghresume/ghresume/ghsync"
	"github.com/ghresume/ghresume/internal/boundedfile"
	"github.com/ghresume/ghresume/internal/cli"
	"github.com/ghresume/ghresume/internal/load"
	"github.com/ghresume/ghresume/internal/produce"
	"github.com/ghresume/ghresume/resume"
)

// show prints what a posting asked for, what was sent, and what has changed since.
func (r *record) show(env *cli.Env, o *logOptions) error {
	files, m, err := r.made(env.Quiet(), o)
	if err != nil {
		return err
	}
	var b strings.Builder
	fmt.Fprintf(&b, "%s, %s\n", r.Name, r.Date)
	if err := r.writePosting(env, m, &b); err != nil {
		return err
	}
	b.WriteString("\nSent\n")
	for i, f := range r.Outputs {
		again := "can be made again, byte for byte"
		if cli.HashOf(files[i].Data) != f.SHA256 {
			again = "would differ today"
		}
		fmt.Fprintf(&b, "- %s%s: %s\n", f.File, describeOutput(f), again)
	}
	b.WriteString("\nSince then\n")
	changes := slices.Concat(r.otherVersion(), r.otherFonts(m), r.profileChanges(o, m), r.newsOf(env, o, m), r.fileChanges())
	if len(changes) == 0 {
		changes = []string{"nothing changed"}
	}
	for _, c := range changes {
		fmt.Fprintf(&b, "- %s\n", c)
	}
	_, err = env.Stdout.Write([]byte(b.String()))
	return err
}

// describeOutput describes a file in brackets.
func describeOutput(f recordedFile) string {
	var words []string
	for _, word := range []string{f.Variant, f.Language, string(f.Privacy)} {
		if word != "" {
			words = append(words, word)
		}
	}
	if len(words) == 0 {
		return ""
	}
	return " (" + strings.Join(words, ", ") + ")"
}

// writePosting prints what the posting asked for, and how much of it the resume showed.
func (r *record) writePosting(env *cli.Env, m *load.Sources, b *strings.Builder) error {
	for _, f := range r.Outputs {
		if f.Posting == "" {
			continue
		}
		chosen, err := m.Selected(f.output().Selection())
		if err != nil {
			return err
		}
		posting, err := produce.ReadPosting(env.Quiet(), filepath.Join(r.folder, f.Posting), m.Catalog)
		if err != nil {
			return err
		}
		full := chosen.Full()
		fmt.Fprintf(b, "\nAsked (%s)\n\n%s", filepath.ToSlash(filepath.Join(r.folder, f.Posting)), chosen.Claims(full.Limit(), full).Cover(posting).Text(false))
		return nil
	}
	return nil
}

func (r *record) otherVersion() []string {
	if now := versionString(); now != r.Version {
		return []string{fmt.Sprintf("the version of ghresume is %s and was %s", now, r.Version)}
	}
	return nil
}

// otherFonts reports the fonts that differ today.
func (r *record) otherFonts(m *load.Sources) []string {
	was := map[string]string{}
	for _, f := range r.Fonts {
		was[f.Name] = f.SHA256
	}
	if maps.Equal(was, m.Fonts) {
		return nil
	}
	return []string{fmt.Sprintf("other fonts are found: %s instead of %s",
		orDash(strings.Join(slices.Sorted(maps.Keys(m.Fonts)), ", ")), orDash(strings.Join(slices.Sorted(maps.Keys(was)), ", ")))}
}

// profileChanges reports the fields whose text differs today.
func (r *record) profileChanges(o *logOptions, m *load.Sources) []string {
	data, err := boundedfile.Read(o.Profile, cli.MostWritten)
	if err != nil {
		return []string{"the profile cannot be read: " + err.Error()}
	}
	now, _ := resume.ParseProfileLenient(o.Profile, data)
	if now == nil {
		return []string{"the profile cannot be read"}
	}
	before, after := textsOf(m.Profile), textsOf(now)
	var fields []string
	for field, text := range before {
		if after[field] != text {
			fields = append(fields, field)
		}
	}
	for field := range after {
		if _, known := before[field]; !known {
			fields = append(fields, field)
		}
	}
	if len(fields) == 0 {
		return nil
	}
	slices.Sort(fields)
	const most = 20
	if more := len(fields) - most; more > 1 {
		fields = append(fields[:most], fmt.Sprintf("and %d more", more))
	}
	return []string{"the text of the profile has changed: " + strings.Join(fields, ", ")}
}

func textsOf(p *resume.Profile) map[string]string {
	out := map[string]string{}
	for t := range p.Texts() {
		out[t.Field] = t.Value
	}
	return out
}

// newsOf reports what is new on GitHub since then.
func (r *record) newsOf(env *cli.Env, o *logOptions, m *load.Sources) []string {
	if m.Snapshot == nil {
		return nil
	}
	path, err := o.SnapshotPath(env, r.Login)
	if err != nil {
		return nil
	}
	now, err := ghsync.Load(path, r.Login)
	if err != nil {
		return nil // nothing newer
	}
	if news := ghsync.News(m.Snapshot, now); len(news) > 0 {
		return []string{"on GitHub: " + strings.Join(news, ", ")}
	}
	return nil
}

// fileChanges reports the files that differ from what was sent.
func (r *record) fileChanges() []string {
	var out []string
	for _, f := range r.Outputs {
		switch data, err := boundedfile.Read(filepath.FromSlash(f.File), cli.MostMade); {
		case err != nil:
			out = append(out, f.File+" is not there")
		case cli.HashOf(data) != f.SHA256:
			out = append(out, f.File+" was written again")
		}
	}
	return out
}
