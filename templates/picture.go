package templates

import (
	"bytes"
	"fmt"
	"path"
	"slices"
	"strings"

	"github.com/ghresume/ghresume/document/picture"
	"github.com/ghresume/ghresume/internal/lazy"
	"github.com/ghresume/ghresume/internal/part"
	"github.com/ghresume/ghresume/internal/safe"
	"github.com/ghresume/ghresume/resume"
)

// UnknownPictureError means that ghresume does not draw a picture of that name.
type UnknownPictureError struct{ Name string }

func (e *UnknownPictureError) Error() string { return fmt.Sprintf("there is no picture %q", e.Name) }

// Hint names the available pictures.
func (e *UnknownPictureError) Hint() string {
	return "expected " + strings.Join(Pictures(), ", ") + ", or project-NAME"
}

// PicturePathError means that a picture would not be beside the file that shows it.
type PicturePathError struct{ Name string }

func (e *PicturePathError) Error() string {
	return fmt.Sprintf("the picture %q is not a file beside this one, or in a folder there", e.Name)
}

// Hint shows names of files.
func (e *PicturePathError) Hint() string {
	name := path.Base(e.Name)
	return fmt.Sprintf("write %q, or with a folder %q; letters, digits, dots, dashes and underscores are allowed", name, "img/"+name)
}

// Pictures returns the names of the pictures that can be drawn; that of a single project is
// project-NAME.
func Pictures() []string {
	return []string{"header", "languages", "contributions", "projects", "skills"}
}

// singleProject is the prefix of the name of a picture of one project.
const singleProject = "project-"

// badge is the prefix of the name of a picture of one word, for a link.
const badge = "badge-"

// IsPicture reports whether a picture of that name exists.
func IsPicture(name string) bool {
	return slices.Contains(Pictures(), name) || strings.HasPrefix(name, singleProject) || strings.HasPrefix(name, badge)
}

// Picture returns a picture of a resume in the resume's language. It may be empty, since
// not all data may be available. The error is an *UnknownPictureError or a *LanguageError.
func Picture(r *resume.Resume, name string) (*picture.Picture, error) {
	words, err := resumeLocale(r)
	if err != nil {
		return nil, err
	}
	b := pictureBuilder{words, r, &picture.Picture{Language: r.Language}}
	switch {
	case name == "header":
		b.header()
	case name == "languages":
		b.languages()
	case name == "contributions":
		b.years()
	case name == "projects":
		b.projects()
	case name == "skills":
		b.skills()
	case strings.HasPrefix(name, singleProject):
		b.single(strings.TrimPrefix(name, singleProject))
	case strings.HasPrefix(name, badge):
		label := strings.ReplaceAll(strings.TrimPrefix(name, badge), "-", " ")
		*b.picture = picture.Picture{Title: label, Alt: label, Language: r.Language, Body: picture.Badge(label)}
	default:
		return nil, &UnknownPictureError{name}
	}
	return b.picture, nil
}

// AllPictures returns the non-empty pictures of a resume by name.
func AllPictures(r *resume.Resume) map[string]*picture.Picture {
	all := map[string]*picture.Picture{}
	for _, name := range Pictures() {
		if p, err := Picture(r, name); err == nil && !p.IsEmpty() {
			all[name] = p
		}
	}
	return all
}

// figure prints a picture in HTML and PDF only.
func (p *printer) figure(name string) (Markdown, error) {
	if !slices.Contains(Pictures(), name) {
		return "", &UnknownPictureError{name}
	}
	if !p.parts {
		return "", nil
	}
	return Markdown("\n\n" + part.Mark(part.Figure, name) + "\n\n"), nil
}

// ShowsFigures reports whether a text for documents shows pictures.
func ShowsFigures(md []byte) bool {
	return bytes.Contains(md, []byte(string(part.Open)+string(rune(part.Figure))))
}

// picture prints a reference to picture files next to the output, one for light pages and
// one for dark ones. They are written with the output.
func (p *printer) picture(name string) (Markdown, error) {
	base := path.Base(name)
	if strings.HasPrefix(name, singleProject) {
		base = name // a project's name may contain slashes
	}
	if p.parts && slices.Contains(Pictures(), base) {
		return p.figure(base)
	}
	drawn, err := Picture(p.resume, base)
	if err != nil || p.text || p.parts || drawn.IsEmpty() {
		return "", err
	}
	switch {
	case strings.Trim(name, pictureLetters) == "" && name == path.Clean(name) && !strings.HasPrefix(name, "/") && !strings.HasPrefix(name, ".."):
	case strings.HasPrefix(name, singleProject): // no repository has such a name
		return "", nil
	default:
		return "", &PicturePathError{name}
	}
	return Markdown(fmt.Sprintf(`<picture><source media="(prefers-color-scheme: dark)" srcset="%s.dark.svg"><img alt="%s" src="%[1]s.svg" align="top"></picture>`, name, attribute(drawn.Alt))), nil
}

// pictureLetters are the characters allowed in the name of a picture's file.
const pictureLetters = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789._-/"

// pictureTag matches what [printer.picture] prints.
var pictureTag = lazy.New(`<picture><source media="\(prefers-color-scheme: dark\)" srcset="([A-Za-z0-9._/-]+)\.dark\.svg"><img alt="`)

// PicturesIn returns the names of the pictures between the markers of a Markdown file,
// relative to it: "img/languages".
func PicturesIn(md []byte) []string {
	var names []string
	for _, m := range pictureTag.FindAllStringSubmatch(string(inBlocks(md)), -1) {
		if name := m[1]; IsPicture(path.Base(name)) && !slices.Contains(names, name) {
			names = append(names, name)
		}
	}
	return names
}

// What may be between two pictures that are side by side: in a paragraph, or in cells of a
// row.
var (
	besideMarkup = lazy.New(`<!--[^>]*-->|</?(?:a|p|td|th)\b[^>]*>|\]\([^)\s]*\)|[\[|\s]`)
	newCell      = lazy.New(`\||<t[dh]\b`)
	emptyLine    = lazy.New(`\n[ \t\r>]*\n`)
)

// RowsIn returns the pictures of a Markdown file that are side by side where there is room:
// the names of one row each, as in [PicturesIn].
func RowsIn(md []byte) [][]string {
	const closing = "</picture>"
	var rows [][]string
	end := 0
	for _, m := range pictureTag.FindAllSubmatchIndex(md, -1) {
		name, between := string(md[m[2]:m[3]]), md[end:m[0]]
		switch besides := len(besideMarkup.ReplaceAll(between, nil)) == 0 && (newCell.Match(between) || !emptyLine.Match(between)); {
		case besides && len(rows) > 0:
			rows[len(rows)-1] = append(rows[len(rows)-1], name)
		default:
			rows = append(rows, []string{name})
		}
		if end = m[1]; bytes.Contains(md[end:], []byte(closing)) {
			end += bytes.Index(md[end:], []byte(closing)) + len(closing)
		}
	}
	return rows
}

// badge prints a link as a picture of its label, or as text if the label cannot be a file
// name.
func (p *printer) badge(label, _, address string) (Markdown, error) {
	name := badge + strings.ReplaceAll(safe.Line(label), " ", "-")
	if p.text || p.parts || safe.URL(address) == "" || name == badge || strings.Trim(name, strings.TrimSuffix(pictureLetters, "/")) != "" {
		return p.linkText(label, address), nil
	}
	drawn, err := p.picture(name)
	return p.linkTo(drawn, address), err
}

// folds reports whether the rest of long lists is collapsed, which is the default.
func folds(l resume.ReadmeLayout) bool { return l.Fold == nil || *l.Fold }

// fold collapses what follows, up to unfold, under a summary: a label, or "4 more" for a
// number. Documents show everything.
func (p *printer) fold(label any) (Markdown, error) {
	n, isNumber := label.(int)
	if p.text || p.parts || isNumber && n <= 0 || !folds(p.resume.Layout.Readme) {
		return "", nil
	}
	words, err := p.plain(label)
	if isNumber {
		words, err = p.words.count("more", n)
	}
	return Markdown("\n\n<details><summary>" + attribute(words) + "</summary>\n\n"), err
}

func (p *printer) unfold(n int) Markdown {
	if p.text || p.parts || n <= 0 || !folds(p.resume.Layout.Readme) {
		return ""
	}
	return "\n\n</details>\n\n"
}

// attribute escapes text for a quoted HTML attribute within Markdown: a bar would end a
// table cell, and goldmark takes no tag for one in which there is a U+FFFD.
func attribute(s string) string {
	return strings.NewReplacer("&", "&amp;", "<", "&lt;", ">", "&gt;", `"`, "&quot;", "|", "&#124;", "\uFFFD", "&#xFFFD;").Replace(safe.Line(s))
}
