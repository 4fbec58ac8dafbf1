package templates

import (
	"fmt"
	"path"
	"slices"
	"strings"

	"github.com/ghresume/ghresume/internal/part"
	"github.com/ghresume/ghresume/internal/picture"
	"github.com/ghresume/ghresume/internal/safe"
	"github.com/ghresume/ghresume/resume"
)

// picturePathError means that a picture would not be beside the file that shows it.
type picturePathError struct{ Name string }

func (e *picturePathError) Error() string {
	return fmt.Sprintf("the picture %q is not a file beside this one, or in a folder there", e.Name)
}

// Hint shows names of files.
func (e *picturePathError) Hint() string {
	name := path.Base(e.Name)
	return fmt.Sprintf("write %q, or with a folder %q; letters, digits, dots, dashes and underscores are allowed", name, "img/"+name)
}

// Picture is a picture of a resume: its IsEmpty method reports whether there is anything to
// draw, and SVG returns it as a file for a light or a dark page.
type Picture = picture.Picture

// DrawPicture draws a picture in the resume's language: header, languages, contributions,
// totals, projects, skills, project-NAME or badge-LABEL. It may be empty, since not all
// data may be available. The error says that there is no such picture, or is a
// [*LanguageError].
func DrawPicture(r *resume.Resume, name string) (*Picture, error) {
	words, err := localeOf(r)
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
	case name == "totals":
		b.totals()
	case name == "projects":
		b.projects()
	case name == "skills":
		b.skills()
	case strings.HasPrefix(name, picture.ProjectPrefix):
		b.single(strings.TrimPrefix(name, picture.ProjectPrefix))
	case strings.HasPrefix(name, picture.BadgePrefix):
		label := strings.ReplaceAll(strings.TrimPrefix(name, picture.BadgePrefix), "-", " ")
		*b.picture = picture.Picture{Title: label, Alt: label, Language: r.Language, Body: picture.Badge(label)}
	default:
		return nil, &picture.UnknownError{Name: name}
	}
	return b.picture, nil
}

// figure prints a picture in HTML and PDF only.
func (p *printer) figure(name string) (Markdown, error) {
	if !slices.Contains(picture.Names(), name) {
		return "", &picture.UnknownError{Name: name}
	}
	if !p.parts {
		return "", nil
	}
	return Markdown("\n\n" + part.Mark(part.Figure, name) + "\n\n"), nil
}

// picture prints a reference to picture files next to the output, one for light pages and
// one for dark ones. They are written with the output.
func (p *printer) picture(name string) (Markdown, error) {
	base := path.Base(name)
	if strings.HasPrefix(name, picture.ProjectPrefix) {
		base = name // a project's name may contain slashes
	}
	if p.parts && slices.Contains(picture.Names(), base) {
		return p.figure(base)
	}
	drawn, err := DrawPicture(p.resume, base)
	if err != nil || p.text || p.parts || drawn.IsEmpty() {
		return "", err
	}
	switch {
	case strings.Trim(name, pictureLetters) == "" && name == path.Clean(name) && !strings.HasPrefix(name, "/") && !strings.HasPrefix(name, ".."):
	case strings.HasPrefix(name, picture.ProjectPrefix): // no repository has such a name
		return "", nil
	default:
		return "", &picturePathError{name}
	}
	return Markdown(picture.Tag(name, attribute(drawn.Alt))), nil
}

// pictureLetters are the characters allowed in the name of a picture's file.
const pictureLetters = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789._-/"

// badge prints a link as a picture of its label, or as text if the label cannot be a file
// name.
func (p *printer) badge(label, _, address string) (Markdown, error) {
	name := picture.BadgePrefix + strings.ReplaceAll(safe.Line(label), " ", "-")
	if p.text || p.parts || safe.URL(address) == "" || name == picture.BadgePrefix || strings.Trim(name, strings.TrimSuffix(pictureLetters, "/")) != "" {
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
		words, err = p.words.FormatCount("more", n)
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
