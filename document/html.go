package document

import (
	"bytes"
	"crypto/sha256"
	_ "embed"
	"encoding/base64"
	"fmt"
	"html/template"
	"strconv"
	"strings"
	"unicode"

	xhtml "golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"github.com/ghresume/ghresume/internal/part"
)

//go:embed page.html.tmpl
var pageSource string

// HTML converts Markdown to one self-contained page for phones and screens, light and dark,
// that prints like the PDF.
func HTML(md []byte, m Meta) ([]byte, error) {
	m = m.cleaned()
	if !bytes.Contains(md, []byte(string(part.Open)+string(rune(part.Figure)))) {
		m.Pictures = nil
	}
	if _, err := readPhoto(m.Photo); err != nil {
		return nil, err
	}
	root, err := treeOf(md, m.rightToLeft())
	if err != nil {
		return nil, err
	}
	page := newPage(root, m)
	var body bytes.Buffer
	if err := xhtml.Render(&body, page.main()); err != nil {
		return nil, fmt.Errorf("HTML: %w", err)
	}
	data, err := m.structuredData()
	if err != nil {
		return nil, err
	}
	layout, err := template.New("page").Parse(pageSource)
	if err != nil {
		return nil, fmt.Errorf("HTML: %w", err)
	}
	onPaper, err := lay(md, m)
	if err != nil {
		onPaper = nil // without its measures, the page is still readable
	}
	style, err := m.style(page.blocks, page.rightToLeft, onPaper)
	if err != nil {
		return nil, err
	}
	digest := sha256.Sum256([]byte(style))
	var out bytes.Buffer
	err = layout.Execute(&out, map[string]any{
		"Meta": m, "Language": m.language(), "Generator": generator, "Data": data,
		"Style": template.CSS(style), "StyleHash": base64.StdEncoding.EncodeToString(digest[:]),
		"RightToLeft": page.rightToLeft, "Body": template.HTML(voidTags.Replace(body.String())), // the tree is sanitized
	})
	if err != nil {
		return nil, fmt.Errorf("HTML: %w", err)
	}
	return out.Bytes(), nil
}

func (m Meta) language() string {
	if m.Language == "" {
		return "en"
	}
	return m.Language
}

// voidTags writes elements without content as HTML does, not XML; in text, < is escaped.
var voidTags = strings.NewReplacer("<br/>", "<br>", "<hr/>", "<hr>")

func element(a atom.Atom) *xhtml.Node {
	return &xhtml.Node{Type: xhtml.ElementNode, Data: a.String(), DataAtom: a}
}

// uniqueID returns an anchor made of a heading's text.
func uniqueID(taken map[string]int, n *xhtml.Node) string {
	words := strings.FieldsFunc(strings.ToLower(textOf(n)), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
	id := strings.Join(words, "-")
	if id == "" {
		id = "section"
	}
	taken[id]++
	if taken[id] > 1 {
		id += "-" + strconv.Itoa(taken[id])
	}
	return id
}

func textOf(n *xhtml.Node) string {
	if n.Type == xhtml.TextNode {
		return n.Data
	}
	var b strings.Builder
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		b.WriteString(textOf(c))
	}
	return b.String()
}
