package produce

import (
	"fmt"
	"strings"

	"github.com/ghresume/ghresume/internal/cli"
	"github.com/ghresume/ghresume/internal/english"
	"github.com/ghresume/ghresume/internal/hint"
	"github.com/ghresume/ghresume/internal/load"
	"github.com/ghresume/ghresume/resume"
	"github.com/ghresume/ghresume/resume/match"
)

// readLetter returns the letter of an output: one of the profile's, in the language of the
// selection, or a Markdown file.
func readLetter(m *load.Sources, name string) (resume.Letter, error) {
	p := m.Profile
	if m.Chosen != nil {
		p = m.Chosen
	}
	l, found := p.FindLetter(name)
	file := l.File
	switch {
	case found && l.Text != "":
		return l, nil
	case found:
		file = cli.RelativeTo(m.Profile.File, file)
	case strings.HasSuffix(strings.ToLower(name), ".md"):
		file = name
	default:
		advice := hint.Hint("declare it in [[letters]], or name a Markdown file")
		if near := english.Nearest(name, LetterNames(p)); near != "" {
			advice = hint.Hint(fmt.Sprintf("did you mean %q?", near))
		}
		return l, cli.UsageError(advice, "there is no letter %q", name)
	}
	data, err := cli.ReadNamed(file, cli.MostWritten, "`ghresume match posting.txt --letter` prints one to start from")
	if err != nil {
		return l, err
	}
	written, err := resume.ParseLetter(file, data)
	if err != nil {
		return l, cli.AsUsage(err)
	}
	if found { // the keys of the profile win
		l.Text = written.Text
		return l, nil
	}
	return written, nil
}

// addLetter fills in the letter of an output and puts it into a resume, or returns it to
// precede the resume.
func (o *Printing) addLetter(env *cli.Env, m *load.Sources, full *resume.Resume, output resume.Output) (*resume.Letter, *resume.Resume, error) {
	l, err := readLetter(m, output.Letter)
	if err != nil {
		return nil, nil, err
	}
	var posting *match.Posting
	if output.Posting != "" {
		if posting, err = ReadPosting(o.WithPosting(env), output.Posting, m.Catalog); err != nil {
			return nil, nil, err
		}
	}
	if l, err = m.Claims(full.Limit(), full).FillLetter(l, posting); err != nil {
		return nil, nil, cli.UsageError(hint.Of(err), "letter %s: %w", output.Letter, err)
	}
	if err := keepsSecrets(m, l); err != nil {
		return nil, nil, err
	}
	if output.WithResume {
		return &l, full, nil
	}
	unlimited := 0 // a letter keeps its length
	out := *full
	out.Letter, out.Layout.MaxPages = &l, &unlimited
	return nil, &out, nil
}

// keepsSecrets refuses a public letter that contains what [privacy] hides.
func keepsSecrets(m *load.Sources, l resume.Letter) error {
	if m.Chosen == nil {
		return nil
	}
	for _, text := range []string{l.To, l.Subject, l.Text} {
		if what := m.Chosen.Hidden(text); what != "" {
			return cli.UsageError("make it a private output, or remove it from the text", "letter %s: has %s, which public resumes leave out", l.Name, what)
		}
	}
	return nil
}

// LetterNames returns the names of all letters of a profile.
func LetterNames(p *resume.Profile) []string {
	var out []string
	for _, l := range p.Letters {
		out = append(out, l.Name)
	}
	return out
}
