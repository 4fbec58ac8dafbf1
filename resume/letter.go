package resume

import (
	"bytes"
	"errors"
	"fmt"
	"reflect"
	"strings"

	"github.com/BurntSushi/toml"
)

// Letter is [[letters]]: a letter that goes with a resume, with its header and look.
type Letter struct {
	// Name is its name in [[outputs]] and generate --letter.
	Name string `toml:"name" json:"name,omitempty"`
	// To is the recipient, line by line.
	To string `toml:"to" json:"to,omitempty" text:"prose"`
	// Date is printed as you write it.
	Date string `toml:"date" json:"date,omitempty" text:"label"`
	// Subject is the line over the text.
	Subject string `toml:"subject" json:"subject,omitempty" text:"label"`
	// Text is the letter, in Markdown; {{posting.title}}, {{proof Kafka}} and similar placeholders are filled in.
	Text string `toml:"text" json:"text,omitempty" text:"prose"`
	// File is the file with the text, instead of the key: a Markdown file, relative to the profile.
	File string `toml:"file" json:"file,omitempty"`
}

// letterFence is the line around the keys of a letter's file.
const letterFence = "+++"

// ParseLetter parses a letter from a Markdown file: its keys in TOML between lines of
// "+++", then the text. file is the name in messages.
func ParseLetter(file string, data []byte) (Letter, error) {
	var l Letter
	text := strings.ReplaceAll(string(bytes.TrimPrefix(data, []byte("\ufeff"))), "\r\n", "\n")
	if problem := checkText(data); problem != nil {
		problem.File = file
		return l, Problems{*problem}
	}
	if rest, ok := strings.CutPrefix(text, letterFence+"\n"); ok {
		head, body, closed := strings.Cut("\n"+rest, "\n"+letterFence+"\n")
		if !closed {
			return l, fmt.Errorf("%s: the keys have no end: a line %s", file, letterFence)
		}
		var tree map[string]any
		if _, err := toml.Decode(head, &tree); err != nil {
			return l, fmt.Errorf("%s: %w", file, err)
		}
		d := decoder{wordings: map[string][]Wording{}}
		d.assign("", reflect.ValueOf(&l).Elem(), tree)
		if len(d.problems) > 0 {
			d.problems[0].File = file
			return l, Problems(d.problems[:1])
		}
		text = body
	}
	l.Text = strings.TrimSpace(text)
	if l.Text == "" {
		return l, errors.New(file + ": the letter has no text")
	}
	return l, nil
}

// FindLetter returns the letter with that name.
func (p *Profile) FindLetter(name string) (Letter, bool) {
	for _, l := range p.Letters {
		if strings.EqualFold(l.Name, name) {
			return l, true
		}
	}
	return Letter{}, false
}

// letters checks [[letters]].
func (v *validator) letters(p *Profile) {
	seen := map[string]bool{}
	for i, l := range p.Letters {
		at := fmt.Sprintf("letters[%d]", i)
		switch name := strings.ToLower(l.Name); {
		case name == "":
			v.addProblem(at, "has no name", `add name = "acme"`)
		case seen[name]:
			v.addProblem(at+".name", fmt.Sprintf("%q is declared twice", l.Name), "give each letter a name of its own")
		default:
			seen[name] = true
		}
		if (l.Text == "") == (l.File == "") {
			v.addProblem(at, "needs either text or file", `add text = """…""" or file = "letter.md"`)
		}
	}
}
