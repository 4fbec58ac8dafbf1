package doctext

import (
	"strings"

	"github.com/ghresume/ghresume/internal/lazy"
	"golang.org/x/net/html"
)

var (
	pageStart = lazy.New(`(?i)^\s*(?:<!--[^>]*-->\s*)?<(?:!doctype|html|head|body|\?xml|article|main|section|div|table|h[1-6]|p|ul|ol|span|meta|title|header)[\s>/]`)
	pageTag   = lazy.New(`(?i)<(?:html|body)[\s>]`)
	anyTag    = lazy.New(`(?i)^\s*</?[a-z][a-z0-9]*[\s>/]`)
)

// isPage distinguishes a web page, or a piece of one, from a text with an occasional tag.
func isPage(text string) bool {
	if pageTag.MatchString(text[:min(len(text), 4096)]) {
		return true
	}
	if !pageStart.MatchString(text[:min(len(text), 512)]) {
		return false
	}
	lines, marked := 0, 0
	for line := range strings.Lines(text[:min(len(text), 64<<10)]) {
		if strings.TrimSpace(line) == "" {
			continue
		}
		lines++
		if anyTag.MatchString(line) {
			marked++
		}
	}
	return marked*3 >= lines
}

// readHTML returns the visible text of a page as Markdown. If that lacks the job that the
// page describes for search engines, it returns their description.
func readHTML(page string) string {
	root, err := html.Parse(strings.NewReader(page))
	if err != nil {
		return page
	}
	w := &pageWriter{}
	w.write(root)
	seen := strings.TrimSpace(w.out.String())
	if job := jobPosting(root); job != "" && lacks(seen, job) {
		return job
	}
	if title := pageTitle(root); title != "" && !strings.Contains(seen, "# ") {
		seen = "# " + title + "\n\n" + seen
	}
	return emptyLines.ReplaceAllString(seen, "\n\n")
}

var emptyLines = lazy.New(`\n\s*\n`)

// pageWriter writes the visible text of a page.
type pageWriter struct {
	out   strings.Builder
	depth int // depth of lists
	pre   bool
}

// unseen are the elements whose text does not belong to the content of a page.
var unseen = map[string]bool{"script": true, "style": true, "noscript": true, "head": true, "nav": true, "footer": true, "form": true, "button": true, "svg": true, "template": true, "iframe": true, "select": true, "aside": true, "dialog": true, "math": true, "object": true}

func (w *pageWriter) write(n *html.Node) {
	switch {
	case n.Type == html.TextNode:
		w.text(n.Data)
		return
	case n.Type == html.ElementNode && (unseen[n.Data] || isHidden(n)):
		return
	}
	if n.Data == "table" && n.Type == html.ElementNode && w.table(n) {
		return
	}
	before, after := w.around(n)
	w.out.WriteString(before)
	list, pre := n.Data == "ul" || n.Data == "ol", n.Data == "pre"
	if list {
		w.depth++
	}
	w.pre = w.pre || pre
	w.children(n)
	if list {
		w.depth--
	}
	w.pre = w.pre && !pre
	w.out.WriteString(after)
}

func (w *pageWriter) children(n *html.Node) {
	for c := range n.ChildNodes() {
		w.write(c)
	}
}

// oneLine replaces white space as browsers do.
var oneLine = strings.NewReplacer("\n", " ", "\t", " ", "\u00a0", " ")

func (w *pageWriter) text(s string) {
	if !w.pre {
		s = oneLine.Replace(s)
	}
	w.out.WriteString(s)
}

// isHidden reports whether a page does not show an element.
func isHidden(n *html.Node) bool {
	for _, a := range n.Attr {
		switch a.Key {
		case "hidden":
			return true
		case "aria-hidden":
			return a.Val == "true" && n.FirstChild != nil && n.FirstChild.Type != html.TextNode
		case "style":
			style := strings.ReplaceAll(strings.ToLower(a.Val), " ", "")
			return strings.Contains(style, "display:none") || strings.Contains(style, "visibility:hidden")
		}
	}
	return false
}

// around returns the Markdown to write before and after the content of an element.
func (w *pageWriter) around(n *html.Node) (before, after string) {
	if n.Type != html.ElementNode {
		return "", ""
	}
	switch n.Data {
	case "h1", "h2", "h3", "h4", "h5", "h6":
		return "\n\n" + strings.Repeat("#", int(n.Data[1]-'0')) + " ", "\n\n"
	case "li":
		return "\n" + strings.Repeat("  ", max(0, w.depth-1)) + "- ", "\n"
	case "br":
		return "\n", ""
	case "b", "strong":
		if holdsBlock(n) {
			return "", ""
		}
		return "**", "**"
	case "td", "th":
		if labelsRow(n) {
			return "", ":"
		}
		return " ", " "
	case "p", "div", "ul", "ol", "section", "article", "header", "main", "table", "blockquote", "dl", "figure", "fieldset", "details", "summary":
		if strings.HasSuffix(w.out.String(), "- ") {
			return "", "\n" // the first paragraph of an item
		}
		return "\n\n", "\n\n"
	case "tr", "dd", "dt", "hr", "caption", "figcaption":
		return "\n", "\n"
	}
	return "", ""
}

// labelsRow reports whether a cell is the label of a row of two: "Location" before
// "Berlin".
func labelsRow(cell *html.Node) bool {
	cells := 0
	for c := range cell.Parent.ChildNodes() {
		if c.Type == html.ElementNode && (c.Data == "td" || c.Data == "th") {
			if cells++; cells == 1 && c != cell {
				return false
			}
		}
	}
	const longest = 40 // bytes of a label
	label := ""
	for c := range cell.Descendants() {
		if c.Type == html.TextNode && len(label) <= longest {
			label += c.Data
		}
	}
	label = strings.TrimSpace(label)
	return cells == 2 && label != "" && len(label) <= longest && !strings.HasSuffix(label, ":") && !strings.Contains(label, "\n")
}

// holdsBlock reports whether a bold element contains paragraphs, or nothing at all.
func holdsBlock(n *html.Node) bool {
	text := false
	for c := range n.Descendants() {
		switch {
		case c.Type == html.TextNode && strings.TrimSpace(c.Data) != "":
			text = true
		case c.Type == html.ElementNode && (c.Data == "p" || c.Data == "div" || c.Data == "br" || c.Data == "li" || c.Data == "b" || c.Data == "strong" || len(c.Data) == 2 && c.Data[0] == 'h'):
			return true
		}
	}
	return !text
}

// pageTitle returns the title in the page's head.
func pageTitle(root *html.Node) string {
	for n := range root.Descendants() {
		if n.Type == html.ElementNode && n.Data == "title" && n.FirstChild != nil {
			return strings.Join(strings.Fields(n.FirstChild.Data), " ")
		}
	}
	return ""
}
