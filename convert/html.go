package convert

import (
	"strings"

	"github.com/ghresume/ghresume/internal/lazy"
	"golang.org/x/net/html"
)

// htmlTag matches tags that people and editors write into texts; List<String> is not one.
var htmlTag = lazy.New(`(?i)</?(?:p|br|ul|ol|li|strong|b|em|i|u|s|a|span|div|h[1-6]|code|pre|sub|sup|small|blockquote|hr|font|mark|table|tr|td)(?:\s[^<>]*)?/?>`)

var entity = lazy.New(`&(?:[a-zA-Z]{2,8}|#[0-9]{1,6}|#[xX][0-9a-fA-F]{1,5});`)

// fromHTML turns inline HTML into Markdown: a paragraph a line, list items as "- …". In
// text without tags it only decodes entities.
func fromHTML(text string) string {
	if !htmlTag.MatchString(text) {
		return entity.ReplaceAllStringFunc(text, html.UnescapeString)
	}
	w := htmlWriter{}
	tokens := html.NewTokenizer(strings.NewReader(text))
	for {
		switch tokens.Next() {
		case html.ErrorToken:
			return w.text()
		case html.TextToken:
			w.write(string(tokens.Raw()))
		case html.StartTagToken, html.SelfClosingTagToken:
			w.open(tokens)
		case html.EndTagToken:
			w.close(tokens)
		}
	}
}

type htmlWriter struct {
	out   strings.Builder
	lists int
	links []string // addresses of the open <a>
	skip  string   // the element whose content is not text
}

var inlineMark = map[string]string{"strong": "**", "b": "**", "em": "*", "i": "*", "code": "`"}

func (w *htmlWriter) write(raw string) {
	if w.skip != "" {
		return
	}
	text := html.UnescapeString(raw)
	w.out.WriteString(strings.Join(strings.FieldsFunc(keepEdgeSpace(text), func(r rune) bool { return r == '\n' || r == '\r' || r == '\t' }), " "))
}

// keepEdgeSpace turns line breaks at the ends of a text into spaces, which separate words.
func keepEdgeSpace(text string) string {
	core := strings.Trim(text, "\r\n\t")
	if core == "" {
		return " "
	}
	before, after, _ := strings.Cut(text, core)
	if before != "" {
		core = " " + core
	}
	if after != "" {
		core += " "
	}
	return core
}

func (w *htmlWriter) open(tokens *html.Tokenizer) {
	nameBytes, hasAttributes := tokens.TagName()
	switch name := string(nameBytes); name {
	case "script", "style", "title":
		w.skip = name
	case "br":
		w.out.WriteByte('\n')
	case "ul", "ol":
		w.lists++
		w.paragraph()
	case "li":
		w.out.WriteString("\n" + strings.Repeat("  ", max(0, w.lists-1)) + "- ")
	case "p", "div", "h1", "h2", "h3", "h4", "h5", "h6", "blockquote", "tr", "hr":
		w.paragraph()
	case "td":
		w.out.WriteByte(' ')
	case "a":
		w.links = append(w.links, hrefOf(tokens, hasAttributes))
		w.out.WriteByte('[')
	default:
		w.out.WriteString(inlineMark[name])
	}
}

func hrefOf(tokens *html.Tokenizer, more bool) string {
	address := ""
	for more {
		var key, value []byte
		key, value, more = tokens.TagAttr()
		if string(key) == "href" {
			address = strings.TrimSpace(string(value))
		}
	}
	return address
}

func (w *htmlWriter) close(tokens *html.Tokenizer) {
	nameBytes, _ := tokens.TagName()
	switch name := string(nameBytes); name {
	case w.skip:
		w.skip = ""
	case "ul", "ol":
		w.lists = max(0, w.lists-1)
		w.paragraph()
	case "p", "div", "h1", "h2", "h3", "h4", "h5", "h6", "blockquote", "tr":
		w.paragraph()
	case "a":
		w.closeLink()
	default:
		w.out.WriteString(inlineMark[name])
	}
}

func (w *htmlWriter) closeLink() {
	if len(w.links) == 0 {
		return
	}
	address := w.links[len(w.links)-1]
	w.links = w.links[:len(w.links)-1]
	w.out.WriteString("](" + strings.ReplaceAll(address, " ", "%20") + ")")
}

// paragraph ends a line, unless an item has just begun.
func (w *htmlWriter) paragraph() {
	if text := w.out.String(); !strings.HasSuffix(strings.TrimRight(text, " "), "\n-") && strings.TrimSpace(text) != "-" {
		w.out.WriteByte('\n')
	}
}

var (
	emptyMark = lazy.New("\\*\\*\\s*\\*\\*|``|\\[\\]\\([^()]*\\)")
	bareLink  = lazy.New(`\[([^\[\]]*)\]\(\)`)
	looseMark = lazy.New(`(\*\*|\*)(\s+)([^*\n]+?)(\*\*|\*)|(\*\*|\*)([^*\n]+?)(\s+)(\*\*|\*)`)
)

// text returns the result, without empty emphasis and links without a target.
func (w *htmlWriter) text() string {
	text := strings.ReplaceAll(w.out.String(), "\u00a0", " ")
	text = bareLink.ReplaceAllString(text, "$1")
	text = emptyMark.ReplaceAllString(text, "")
	var lines []string
	for line := range strings.Lines(text) {
		if line = strings.TrimRight(line, " \n"); strings.Trim(line, " -") != "" {
			lines = append(lines, moveSpaces(line))
		}
	}
	return strings.Join(lines, "\n")
}

// moveSpaces moves the spaces inside **marks ** outside, as Markdown requires.
func moveSpaces(line string) string {
	return looseMark.ReplaceAllStringFunc(line, func(s string) string {
		m := looseMark.FindStringSubmatch(s)
		switch {
		case m[1] != "" && m[1] == m[4]:
			return m[2] + m[1] + m[3] + m[4]
		case m[5] != "" && m[5] == m[8]:
			return m[5] + m[6] + m[8] + m[7]
		}
		return s
	})
}
