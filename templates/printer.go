package templates

import (
	"cmp"
	"fmt"
	"reflect"
	"strconv"
	"strings"
	"time"

	"github.com/ghresume/ghresume/internal/emoji"
	"github.com/ghresume/ghresume/internal/lazy"
	"github.com/ghresume/ghresume/internal/locale"
	"github.com/ghresume/ghresume/internal/part"
	"github.com/ghresume/ghresume/internal/safe"
	"github.com/ghresume/ghresume/resume"
)

// Markdown is text that is already Markdown and is printed unchanged. Every other value is
// escaped when a template prints it.
type Markdown string

// printer turns values into a template's output: in one language, as Markdown or, for
// templates with {{plaintext}}, as text without any markup.
type printer struct {
	words *locale.Locale
	text  bool
	parts bool // the parts of entries are marked
	// resume is the one being printed.
	resume *resume.Resume
}

// escape makes a plain string safe to print.
func (p *printer) escape(s string) Markdown {
	s = p.emoji(s)
	if p.text {
		// In a file with our markers, a stranger's text must not contain one.
		return Markdown(strings.ReplaceAll(safe.Line(s), "<!--", "<! --"))
	}
	return Markdown(safe.Markdown(s))
}

// emoji replaces emoji codes with the emoji that GitHub would show, for output outside of
// GitHub.
func (p *printer) emoji(s string) string {
	if p.text || p.parts {
		return emoji.Replace(s)
	}
	return s
}

// print is applied to every value that a template prints: Markdown stays, all else is
// escaped.
func (p *printer) print(value any) (Markdown, error) {
	if m, ok := value.(Markdown); ok {
		return m, nil
	}
	s, err := p.plain(value)
	return p.escape(s), err
}

// plain returns a value as text: nothing for nil, dates in the format of the language.
func (p *printer) plain(value any) (string, error) {
	switch v := value.(type) {
	case nil:
		return "", nil
	case Markdown:
		return string(v), nil
	case resume.Date:
		return p.words.FormatDate(v), nil
	case time.Time:
		return p.words.FormatDate(resume.DateOf(v)), nil
	case resume.Highlight:
		return v.Text, nil
	}
	switch v := reflect.ValueOf(value); v.Kind() {
	case reflect.String:
		return v.String(), nil
	case reflect.Bool, reflect.Int, reflect.Int8, reflect.Int16, reflect.Int32, reflect.Int64, reflect.Uint, reflect.Uint8, reflect.Uint16, reflect.Uint32, reflect.Uint64:
		return fmt.Sprint(value), nil
	case reflect.Float32, reflect.Float64:
		return strconv.FormatFloat(v.Float(), 'f', -1, 64), nil
	case reflect.Pointer:
		if v.IsNil() {
			return "", nil
		}
		return p.plain(v.Elem().Interface())
	}
	return "", fmt.Errorf("a value of type %T has no text; print one of its fields or elements", value)
}

// linkTo returns a link whose text is already safe, or the text alone if the address is not
// safe.
func (p *printer) linkTo(text Markdown, address string) Markdown {
	target := safe.URL(address)
	switch {
	case target == "":
		return text
	case p.text:
		return text + " (" + p.escape(safe.ShownURL(address)) + ")"
	}
	return "[" + text + "](" + Markdown(target) + ")"
}

// linkText returns a link with plain text; if that is empty, the address is shown.
func (p *printer) linkText(text, address string) Markdown {
	shown := cmp.Or(safe.Line(text), safe.ShownURL(address))
	switch {
	case safe.URL(address) == "":
		return p.escape(text)
	case p.text && (shown == safe.ShownURL(address) || safe.PhoneURL(shown) == address):
		return p.escape(shown)
	case p.text:
		return p.linkTo(p.escape(shown), address)
	}
	return p.linkTo(Markdown(safe.MarkdownIn(p.emoji(shown), safe.LinkText)), address)
}

// link prints text as a link to address, an http, https, mailto or tel URL.
func (p *printer) link(text, address any) (Markdown, error) {
	target, err := p.plain(address)
	if err != nil {
		return "", err
	}
	if m, ok := text.(Markdown); ok {
		return p.linkTo(m, target), nil
	}
	shown, err := p.plain(text)
	return p.linkText(shown, target), err
}

// mail and phone print an address as a link.
func (p *printer) mail(address string) Markdown {
	if p.text {
		return p.escape(address)
	}
	return p.linkText(address, "mailto:"+strings.TrimSpace(address))
}

func (p *printer) phone(number string) Markdown {
	if p.text {
		return p.escape(number)
	}
	return p.linkText(number, safe.PhoneURL(number))
}

// mark returns a function that puts a mark around a value: bold, italic.
func (p *printer) mark(mark string) func(any) (Markdown, error) {
	return func(value any) (Markdown, error) {
		m, err := p.print(value)
		if err != nil || m == "" || p.text {
			return m, err
		}
		return Markdown(mark) + m + Markdown(mark), nil
	}
}

// joined prints the non-empty values, with separator between them.
func (p *printer) joined(separator string, values ...any) (Markdown, error) {
	var kept []string
	for _, v := range flatten(values) {
		m, err := p.print(v)
		if err != nil {
			return "", err
		}
		if m != "" {
			kept = append(kept, string(m))
		}
	}
	row := strings.Join(kept, separator)
	fromRight := p.words.RightToLeft() && beginsRightToLeft(row)
	for i := range max(1, len(kept)) - 1 {
		if !p.text && hasRightToLeft(kept[i]) && !(fromRight && hasLetters(kept[i+1])) {
			kept[i] += leftToRightMark
		}
	}
	return Markdown(strings.Join(kept, separator)), nil
}

// dots and commas print values in a row, skipping empty ones.
func (p *printer) dots(values ...any) (Markdown, error) {
	if p.text {
		return p.commas(values...)
	}
	return p.joined(" · ", values...)
}

func (p *printer) commas(values ...any) (Markdown, error) { return p.joined(", ", values...) }

// paragraphs splits the user's text at blank lines. Lines that end with a sentence are
// joined: many people write each sentence of a summary on a line.
func paragraphs(s string) []string {
	var parts []string
	for _, part := range blankBetween.Split(strings.TrimSpace(s), -1) {
		if part != "" {
			parts = append(parts, runOn(part))
		}
	}
	return parts
}

var blankBetween = lazy.New(`\r?\n[ \t\r]*\n\s*`)

// flatten replaces lists with their elements.
func flatten(values []any) []any {
	var flat []any
	for _, value := range values {
		v := reflect.ValueOf(value)
		if v.Kind() != reflect.Slice {
			flat = append(flat, value)
			continue
		}
		for i := range v.Len() {
			flat = append(flat, v.Index(i).Interface())
		}
	}
	return flat
}

// join is like sprig's, but skips empty elements and keeps Markdown.
func (p *printer) join(separator string, list any) (Markdown, error) {
	return p.joined(string(p.keepEdges(separator, true)), list)
}

// glued prints a value directly followed by something: a "!" before a link would make it an
// image.
func (p *printer) glued(value any) (Markdown, error) {
	m, err := p.print(value)
	return p.beforeMarkup(m), err
}

func (p *printer) beforeMarkup(m Markdown) Markdown {
	inner := strings.TrimRight(string(m), string(part.Close))
	if p.text || !strings.HasSuffix(inner, "!") {
		return m
	}
	return Markdown(inner[:len(inner)-1] + `\!` + string(m)[len(inner):])
}

// url prints a value inside [text](…): the address if it is safe, else nothing.
func (p *printer) url(value any) (Markdown, error) {
	s, err := p.plain(value)
	return Markdown(safe.URL(s)), err
}

// inCode prints a value between the template's backticks.
func (p *printer) inCode(value any) (Markdown, error) {
	s, err := p.plain(value)
	return Markdown(strings.ReplaceAll(safe.Line(s), "`", "'")), err
}
