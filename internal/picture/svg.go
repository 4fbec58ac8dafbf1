package picture

import (
	"fmt"
	"strconv"
	"strings"
	"unicode"

	"github.com/ghresume/ghresume/internal/lazy"
	"github.com/ghresume/ghresume/internal/safe"
)

// fonts are those of the reader's system, so that nothing is loaded.
const fonts = "system-ui, -apple-system, 'Segoe UI', 'Noto Sans', Helvetica, Arial, sans-serif"

// The space under a frame and at its right: GitHub sets the lines of a README close
// together, and pictures side by side.
const below, beside = 8, 3

// generator is the mark by which [IsOurs] recognizes our files.
const generator = "<!-- ghresume -->"

// IsOurs reports whether this package made a file.
func IsOurs(data []byte) bool {
	head := string(data[:min(len(data), 4096)])
	return strings.HasPrefix(head, "<svg ") && strings.Contains(head, generator)
}

// SVG returns the picture as a file for a light or a dark page.
func (p *Picture) SVG(dark bool) []byte {
	colors := light()
	if dark {
		colors = night()
	}
	d := p.draw(colors)
	wide, high := d.Width-1, d.Height-1
	if _, isBadge := p.Body.(Badge); !isBadge {
		d.Width, d.Height = d.Width+beside, d.Height+below
	}
	var b strings.Builder
	p.open(&b, &d.Drawing, "")
	fmt.Fprintf(&b, `<rect x="0.5" y="0.5" width="%s" height="%s" rx="6" fill="%s" stroke="%s"/>`+"\n", number(wide), number(high), colors.page, colors.border)
	d.write(&b)
	b.WriteString("</svg>\n")
	return []byte(b.String())
}

// Inline returns the picture for an HTML page, without a frame. name is the prefix of the ids
// of its title and description.
func (p *Picture) Inline(name string) []byte {
	var b strings.Builder
	d := p.Drawing()
	p.open(&b, d, name+"-")
	d.write(&b)
	b.WriteString("</svg>\n")
	return []byte(b.String())
}

// open writes the first tag and the text alternative.
func (p *Picture) open(b *strings.Builder, d *Drawing, prefix string) {
	language := ""
	if p.Language != "" {
		language = fmt.Sprintf(` lang="%s"`, attribute(p.Language))
	}
	if d.RightToLeft {
		language += ` direction="rtl"`
	}
	fmt.Fprintf(b, `<svg xmlns="http://www.w3.org/2000/svg" width="%s" height="%s" viewBox="0 0 %[1]s %[2]s" role="img" aria-labelledby="%[5]st %[5]sd"%[3]s font-family="%[4]s">`+"\n",
		number(d.Width), number(d.Height), language, fonts, attribute(prefix))
	fmt.Fprintf(b, "%s\n<title id=\"%[4]st\">%[2]s</title>\n<desc id=\"%[4]sd\">%[3]s</desc>\n", generator, element(p.Title), element(p.Alt), attribute(prefix))
}

func (d *Drawing) write(b *strings.Builder) {
	for _, s := range d.Shapes {
		if s.Text != "" {
			d.writeText(b, s)
			continue
		}
		fmt.Fprintf(b, `<rect x="%s" y="%s" width="%s" height="%s"`, number(s.X), number(s.Y), number(s.Width), number(s.Height))
		if s.Radius > 0 {
			fmt.Fprintf(b, ` rx="%s"`, number(s.Radius))
		}
		fmt.Fprintf(b, ` fill="%s"/>`+"\n", s.Fill)
	}
}

func (d *Drawing) writeText(b *strings.Builder, s Shape) {
	fmt.Fprintf(b, `<text x="%s" y="%s" font-size="%s" fill="%s"`, number(s.X), number(s.Y), number(s.Size), s.Fill)
	if s.Bold {
		b.WriteString(` font-weight="600"`)
	}
	if s.Anchor != "" {
		fmt.Fprintf(b, ` text-anchor="%s"`, s.Anchor)
	}
	text := element(s.Text)
	if d.RightToLeft || strings.ContainsFunc(s.Text, isRightToLeftLetter) {
		text = isolated(text, d.RightToLeft)
	}
	fmt.Fprintf(b, ">%s</text>\n", text)
}

// signsOfNames are the signs behind a name such as C++.
var signsOfNames = lazy.New(`([A-Za-z])([+#]+)`)

// isolated marks the direction of a line: that of its first letter, or for facts side by
// side that of the picture. A fact with letters from right to left, such as "9.9k" and a
// word, is read from there.
func isolated(text string, rightToLeft bool) string {
	const left, mark, right, first, end = "\u2066", "\u200E", "\u2067", "\u2068", "\u2069"
	facts := strings.Split(signsOfNames.ReplaceAllString(text, "$1$2"+mark), FactGap)
	if len(facts) == 1 {
		return first + facts[0] + end
	}
	for i, fact := range facts {
		if strings.ContainsFunc(fact, isRightToLeftLetter) {
			facts[i] = right + fact + end
		} else {
			facts[i] = left + fact + end
		}
	}
	line := strings.Join(facts, FactGap)
	if rightToLeft {
		return right + line + end
	}
	return left + line + end
}

func isRightToLeftLetter(r rune) bool { return unicode.In(r, unicode.Arabic, unicode.Hebrew) }

// number formats a length in as few characters as possible.
func number(f float64) string {
	return strings.TrimSuffix(strings.TrimRight(strconv.FormatFloat(f, 'f', 1, 64), "0"), ".")
}

// attribute escapes a text for quotes, element for the space between tags.
func attribute(s string) string { return strings.ReplaceAll(element(s), `"`, "&#34;") }

func element(s string) string {
	return strings.NewReplacer("&", "&amp;", "<", "&lt;", ">", "&gt;").Replace(safe.Line(s))
}
