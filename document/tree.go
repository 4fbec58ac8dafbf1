package document

import (
	"bytes"
	"fmt"
	"strings"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/extension"
	"github.com/yuin/goldmark/renderer"
	"github.com/yuin/goldmark/renderer/html"
	"github.com/yuin/goldmark/util"
	xhtml "golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"github.com/ghresume/ghresume/internal/markup"
	"github.com/ghresume/ghresume/internal/part"
	"github.com/ghresume/ghresume/internal/safe"
)

// MaxText is the maximum length of the Markdown of a document, in bytes: about eighty pages.
const MaxText = 256 << 10

// MaxLines is the maximum number of lines of the Markdown of a document.
const MaxLines = 20_000

// TooLongError means that a text is longer than [MaxText].
type TooLongError struct{ Bytes int }

func (e *TooLongError) Error() string {
	return fmt.Sprintf("the resume has %d kB of text, and a document has at most %d", (e.Bytes+1023)>>10, MaxText>>10)
}

// Hint names the forms without this limit.
func (e *TooLongError) Hint() string { return "Markdown and plain text hold more" }

// treeOf returns the Markdown as [tree] does, for the direction of the page.
func treeOf(md []byte, rightToLeft bool) (*xhtml.Node, error) {
	if rightToLeft {
		md = withoutMarks(md)
	}
	return tree(md)
}

// tree returns the Markdown as a sanitized HTML tree, from which every document is made.
func tree(md []byte) (*xhtml.Node, error) {
	if len(md) > MaxText {
		return nil, &TooLongError{len(md)}
	}
	if excess := markup.MeasureNesting(md).Excess(MaxLines); excess != "" {
		return nil, fmt.Errorf("the Markdown has %s", excess)
	}
	if n := openLinks(md); n > mostOpen {
		return nil, fmt.Errorf("the Markdown: %d addresses of links in one paragraph begin with \"](\" and do not end, and at most %d are read", n, mostOpen)
	}
	if n := tableCells(md); n > mostCells {
		return nil, fmt.Errorf("the Markdown has tables of %d cells, and at most %d are read", n, mostCells)
	}
	var page bytes.Buffer
	if err := markdown().Convert([]byte(markParts(string(md))), &page); err != nil {
		return nil, fmt.Errorf("the Markdown: %w", err)
	}
	body := &xhtml.Node{Type: xhtml.ElementNode, Data: "body", DataAtom: atom.Body}
	nodes, err := xhtml.ParseFragment(sanitize(&page), body)
	if err != nil {
		return nil, fmt.Errorf("the Markdown: %w", err)
	}
	for _, n := range nodes {
		body.AppendChild(n)
	}
	return body, nil
}

// mostOpen is how many addresses may be open: the time to read them grows with their number
// times the length.
const mostOpen = 100

// openLinks returns the largest number of addresses in a paragraph that begin before one
// ends.
func openLinks(md []byte) int {
	most, open := 0, 0
	for line := range bytes.Lines(md) {
		if len(bytes.TrimSpace(line)) == 0 {
			open = 0
		}
		for i, c := range line {
			switch {
			case c == '(' && i > 0 && line[i-1] == ']':
				open++
			case c == ')' && open > 0:
				open--
			}
			most = max(most, open)
		}
	}
	return most
}

// mostCells is how many cells tables may have: each becomes a paragraph of a document.
const mostCells = 20_000

// tableCells returns how many cells a parser makes of tables: a row has as many as the row of
// dashes below the head, however short it is itself.
func tableCells(md []byte) int {
	cells, columns := 0, 0
	for line := range bytes.Lines(md) {
		switch bars := bytes.Count(line, []byte("|")); {
		case len(bytes.TrimSpace(line)) == 0:
			columns = 0
		case bars > 0 && len(bytes.Trim(line, "|:->\t\r\n ")) == 0 && bars+1 > columns:
			columns = bars + 1
			cells += columns // of the head
		default:
			cells += columns
		}
	}
	return cells
}

// partAttribute holds the kind of an entry's part.
const partAttribute = "data-part"

// markParts cleans Markdown and turns the marks of entry parts into elements.
func markParts(md string) string {
	return part.Replace(clean(md, part.Open, part.Close), func(k part.Kind) string {
		return `<span ` + partAttribute + `="` + string(rune(k)) + `">`
	}, "</span>")
}

// markdown returns a parser of CommonMark with tables. GitHub's strikethrough stays off:
// people write "~5 ms".
func markdown() goldmark.Markdown {
	return goldmark.New(
		goldmark.WithExtensions(extension.Table),
		goldmark.WithRendererOptions(
			html.WithUnsafe(), // sanitize decides what stays
			renderer.WithNodeRenderers(util.Prioritized(imageText{}, 100)),
		),
	)
}

// imageText prints an image as its text, since documents load nothing from elsewhere.
type imageText struct{}

// RegisterFuncs makes imageText a goldmark renderer.
func (imageText) RegisterFuncs(r renderer.NodeRendererFuncRegisterer) {
	r.Register(ast.KindImage, func(util.BufWriter, []byte, ast.Node, bool) (ast.WalkStatus, error) { return ast.WalkContinue, nil })
}

// clean normalizes text: composed letters, plain hyphens, and no invisible characters that
// trip programs up. keep lists our own marks.
func clean(s string, keep ...rune) string {
	return strings.ReplaceAll(safe.Text(s, keep...), "\u2011", "-") // few fonts have a non-breaking hyphen
}
