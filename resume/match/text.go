package match

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/charset"
	"golang.org/x/text/unicode/norm"

	"github.com/ghresume/ghresume/internal/lazy"
)

// MaxSize is the largest posting that is read, in bytes.
const MaxSize = 1 << 20

// Text is a posting as plain lines: a saved web page loses its markup, and the
// encoding is found by its mark, by what the page declares, or by its bytes.
func Text(data []byte) (string, error) {
	if len(data) > MaxSize {
		return "", fmt.Errorf("a posting of %d bytes; at most 1 MiB is read", len(data))
	}
	if len(bytes.TrimSpace(data)) == 0 {
		return "", errors.New("the posting is empty")
	}
	if bytes.IndexByte(data[:min(len(data), 512)], 0) >= 0 && !bytes.HasPrefix(data, []byte("\xff\xfe")) && !bytes.HasPrefix(data, []byte("\xfe\xff")) {
		return "", fmt.Errorf("a posting that is no text; save it as text or HTML")
	}
	contentType := "text/plain"
	if looksLikeHTML(data) {
		contentType = "text/html"
	}
	reader, err := charset.NewReader(bytes.NewReader(data), contentType)
	if err != nil {
		return "", fmt.Errorf("a posting in an unknown encoding: %w", err)
	}
	decoded, err := io.ReadAll(io.LimitReader(reader, 4*MaxSize))
	if err != nil {
		return "", fmt.Errorf("a posting in an unknown encoding: %w", err)
	}
	text := string(bytes.TrimPrefix(decoded, []byte("\ufeff")))
	if contentType == "text/html" {
		text = htmlText(text)
	}
	return strings.ReplaceAll(norm.NFC.String(strings.ToValidUTF8(text, "\uFFFD")), "\r\n", "\n"), nil
}

var htmlTag = lazy.New(`(?i)<(?:!doctype|html|body|div|p|ul|li|br|h[1-6]|span)[\s>/]`)

func looksLikeHTML(data []byte) bool { return htmlTag.Match(data[:min(len(data), 4096)]) }

// htmlText is what a reader of the page sees, one block a line.
func htmlText(page string) string {
	root, err := html.Parse(strings.NewReader(page))
	if err != nil {
		return page
	}
	var b strings.Builder
	writeText(&b, root)
	return emptyLines.ReplaceAllString(b.String(), "\n\n")
}

var emptyLines = lazy.New(`\n\s*\n`)

// unseen are elements whose text is not part of a posting.
var unseen = map[string]bool{"script": true, "style": true, "noscript": true, "head": true, "nav": true, "footer": true, "form": true, "button": true, "svg": true, "template": true, "iframe": true, "select": true}

func writeText(b *strings.Builder, n *html.Node) {
	if n.Type == html.TextNode {
		b.WriteString(strings.NewReplacer("\n", " ", "\u00a0", " ").Replace(n.Data))
		return
	}
	if n.Type == html.ElementNode && unseen[n.Data] {
		return
	}
	before, after := around(n)
	b.WriteString(before)
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		writeText(b, c)
	}
	b.WriteString(after)
}

// around is what stands for an element in plain text.
func around(n *html.Node) (before, after string) {
	if n.Type != html.ElementNode {
		return "", ""
	}
	switch n.Data {
	case "h1", "h2", "h3", "h4", "h5", "h6":
		return "\n\n## ", "\n\n"
	case "li":
		return "\n- ", "\n"
	case "br":
		return "\n", ""
	case "p", "div", "ul", "ol", "section", "article", "header", "main", "tr", "table", "blockquote", "dd", "dt":
		return "\n", "\n"
	}
	return "", ""
}
