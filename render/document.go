package render

import (
	"bytes"
	"fmt"
	"strings"

	"github.com/ghresume/ghresume/document"
	"github.com/ghresume/ghresume/resume"
	"github.com/ghresume/ghresume/templates"
)

func html(p *Print, _ string) (*File, error) { return p.document(document.HTML) }

func docx(p *Print, _ string) (*File, error) { return p.document(document.DOCX) }

// document makes a file of the Markdown.
func (p *Print) document(make func([]byte, document.Meta) ([]byte, error)) (*File, error) {
	md, err := p.parts()
	if err != nil {
		return nil, err
	}
	data, err := make(md, p.meta())
	if err != nil {
		return nil, err
	}
	return &File{Data: data}, nil
}

func pdf(p *Print, path string) (*File, error) {
	md, err := p.parts()
	if err != nil {
		return nil, err
	}
	made, err := document.PDF(md, p.meta())
	if err != nil {
		return nil, err
	}
	file := &File{Data: made.Data}
	if len(made.Missing) > 0 {
		file.Warnings = []Warning{{
			Text: fmt.Sprintf("%s: the embedded fonts have no %s", path, characters(made.Missing)),
			Hint: "each shows as a box, and is in the text of the file; an .html or .docx file uses the reader's own fonts",
		}}
	}
	return file, nil
}

// characters names characters by look and number.
func characters(runes []rune) string {
	const most = 12
	var names []string
	for _, r := range runes[:min(len(runes), most)] {
		names = append(names, fmt.Sprintf("%c (%U)", r, r))
	}
	if more := len(runes) - most; more > 0 {
		names = append(names, fmt.Sprintf("and %d more", more))
	}
	return strings.Join(names, ", ")
}

// textMark is the last line of a plain text file of ours: blank to people and
// forms, and gone when an editor saves the file.
const textMark = " \t \n"

func isOurText(data []byte) bool { return bytes.HasSuffix(data, []byte("\n"+textMark)) }

// plainText is the resume without any markup: by the template, if it prints plain
// text, else by the built-in "plain".
func plainText(p *Print, _ string) (*File, error) {
	t := p.template
	if !t.IsPlaintext() {
		var err error
		if t, err = templates.Builtin("plain"); err != nil {
			return nil, err
		}
	}
	text, err := t.Render(p.Resume)
	if err != nil {
		return nil, err
	}
	return &File{Data: append(text, textMark...)}, nil
}

func jsonResume(p *Print, _ string) (*File, error) {
	data, err := resume.EncodeJSONResume(p.Resume)
	if err != nil {
		return nil, err
	}
	return &File{Data: data}, nil
}

// keepDates leaves a file alone in which only the dates of the reading differ.
func keepDates(p *Print, path string, old []byte) (*File, error) {
	file, err := jsonResume(p, path)
	if err != nil {
		return nil, err
	}
	file.Data = resume.KeepJSONResume(old, file.Data)
	return file, nil
}
