package document

import (
	"bytes"
	"crypto/sha256"
	_ "embed"
	"encoding/base64"
	"encoding/json"
	"fmt"
	"html/template"
	"strconv"
	"strings"
	"unicode"

	xhtml "golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"github.com/ghresume/ghresume/internal/part"
)

var (
	//go:embed page.html.tmpl
	pageSource string
)

// HTML is the Markdown as one page that needs nothing else: it reads on a
// telephone and on a screen, light and dark, and prints as the PDF does.
func HTML(md []byte, m Meta) ([]byte, error) {
	m = m.cleaned()
	root, err := tree([]byte(part.Strip(string(md))))
	if err != nil {
		return nil, err
	}
	var body bytes.Buffer
	if err := xhtml.Render(&body, sections(root)); err != nil {
		return nil, fmt.Errorf("HTML: %w", err)
	}
	data, err := m.structuredData()
	if err != nil {
		return nil, err
	}
	page, err := template.New("page").Parse(pageSource)
	if err != nil {
		return nil, fmt.Errorf("HTML: %w", err)
	}
	style := m.style()
	digest := sha256.Sum256([]byte(style))
	var out bytes.Buffer
	err = page.Execute(&out, map[string]any{
		"Meta": m, "Language": m.language(), "Generator": generator, "Data": data,
		"Style": template.CSS(style), "StyleHash": base64.StdEncoding.EncodeToString(digest[:]),
		"Body": template.HTML(body.String()), // sanitised by tree
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

// style is the theme with its colours and the size of its paper.
func (m Meta) style() string {
	paper := "A4"
	if m.Paper == Letter {
		paper = "letter"
	}
	colours := fmt.Sprintf(":root{--accent:%s;--accent-dark:%s}\n@page{size:%s}\n", m.accent().readableOn(white), m.accent().readableOn(night), paper)
	return "\n" + colours + m.Theme.style()
}

// structuredData is schema.org's Person; search engines read it.
func (m Meta) structuredData() (template.JS, error) {
	data, err := json.Marshal(struct {
		Context    string   `json:"@context"`
		Type       string   `json:"@type"`
		Name       string   `json:"name,omitempty"`
		JobTitle   string   `json:"jobTitle,omitempty"`
		Email      string   `json:"email,omitempty"`
		Telephone  string   `json:"telephone,omitempty"`
		Address    string   `json:"address,omitempty"`
		URL        string   `json:"url,omitempty"`
		SameAs     []string `json:"sameAs,omitempty"`
		KnowsAbout []string `json:"knowsAbout,omitempty"`
	}{
		"https://schema.org", "Person", m.Person.Name, m.Person.JobTitle, m.Person.Email, m.Person.Telephone,
		m.Person.Address, m.Person.URL, m.Person.SameAs, m.Person.KnowsAbout,
	})
	if err != nil {
		return "", fmt.Errorf("JSON-LD: %w", err)
	}
	return template.JS(data), nil // json.Marshal escapes <, > and &
}

// sections puts what stands before the first second-level heading into a
// header, and each such heading with what follows into a section named by it.
func sections(root *xhtml.Node) *xhtml.Node {
	out := element(atom.Main)
	open := element(atom.Header)
	out.AppendChild(open)
	ids := map[string]int{}
	for n := root.FirstChild; n != nil; n = root.FirstChild {
		root.RemoveChild(n)
		if n.DataAtom == atom.H2 {
			id := uniqueID(ids, n)
			n.Attr = []xhtml.Attribute{{Key: "id", Val: id}}
			open = element(atom.Section)
			open.Attr = []xhtml.Attribute{{Key: "aria-labelledby", Val: id}}
			out.AppendChild(open)
		}
		open.AppendChild(n)
	}
	if first := out.FirstChild; first.FirstChild == nil {
		out.RemoveChild(first)
	}
	return out
}

func element(a atom.Atom) *xhtml.Node {
	return &xhtml.Node{Type: xhtml.ElementNode, Data: a.String(), DataAtom: a}
}

// uniqueID is a heading's text as an anchor.
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
