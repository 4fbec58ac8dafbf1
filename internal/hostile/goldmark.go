package hostile

import (
	"bytes"
	"fmt"
	"strings"
	"sync"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/extension"
	"github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"
)

// GitHub returns a parser that reads Markdown nearly as GitHub does; [CMark] is GitHub's
// own.
func GitHub() goldmark.Markdown { return gitHub() }

var gitHub = sync.OnceValue(func() goldmark.Markdown {
	return goldmark.New(goldmark.WithExtensions(extension.GFM, extension.Footnote))
})

// Outline returns the structure of a Markdown text: its nodes without text, and its link
// targets.
func Outline(md []byte) string {
	var b strings.Builder
	_ = ast.Walk(GitHub().Parser().Parse(text.NewReader(md)), func(n ast.Node, entering bool) (ast.WalkStatus, error) {
		switch n := n.(type) {
		case *ast.Text:
		case *ast.String:
		case *ast.RawHTML:
			if !IsSeparator(n, md) {
				fmt.Fprintf(&b, "%v %s\n", entering, n.Kind())
			}
		case *ast.Link:
			fmt.Fprintf(&b, "%v %s %v\n", entering, n.Kind(), string(n.Destination))
		case *ast.Image:
			fmt.Fprintf(&b, "%v %s %v\n", entering, n.Kind(), string(n.Destination))
		case *ast.Heading:
			fmt.Fprintf(&b, "%v heading %d\n", entering, n.Level)
		default:
			fmt.Fprintf(&b, "%v %s\n", entering, n.Kind())
		}
		return ast.WalkContinue, nil
	})
	return b.String()
}

// Words returns the visible text of Markdown.
func Words(md []byte) string {
	var b strings.Builder
	_ = ast.Walk(GitHub().Parser().Parse(text.NewReader(md)), func(n ast.Node, entering bool) (ast.WalkStatus, error) {
		if !entering {
			return ast.WalkContinue, nil
		}
		switch n := n.(type) {
		case *ast.Text:
			value := n.Segment.Value(md)
			if backslashes := len(value) - len(bytes.TrimRight(value, `\`)); n.SoftLineBreak() && backslashes%2 == 1 {
				value = value[:len(value)-1] // a hard line break, which goldmark misses after an escaped one
			}
			if n.Parent().Kind() != ast.KindCodeSpan {
				value = util.ResolveEntityNames(util.ResolveNumericReferences(util.UnescapePunctuations(value)))
			}
			b.Write(value)
			if n.SoftLineBreak() {
				b.WriteByte('\n')
			}
		case *ast.String:
			b.Write(n.Value)
		}
		return ast.WalkContinue, nil
	})
	return b.String()
}

// IsSeparator reports whether n is what keeps an address from becoming a link, or
// dollar signs from delimiting a formula.
func IsSeparator(n *ast.RawHTML, md []byte) bool {
	raw := string(n.Segments.Value(md))
	return raw == "<!-- -->" || raw == "<span>" || raw == "</span>"
}
