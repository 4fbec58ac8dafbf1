package document

import (
	"bytes"
	"io"
	"net/url"
	"strings"

	xhtml "golang.org/x/net/html"
)

// sanitize keeps the text of a page, its structure, and links that cannot run anything. It
// works on tokens: any element not listed here is dropped, its text stays.
func sanitize(page io.Reader) *bytes.Buffer {
	s := sanitizer{tokens: xhtml.NewTokenizer(page)}
	for kind := s.tokens.Next(); kind != xhtml.ErrorToken; kind = s.tokens.Next() {
		token := s.tokens.Token()
		switch kind {
		case xhtml.TextToken:
			s.write(token)
		case xhtml.StartTagToken:
			s.start(token)
		case xhtml.EndTagToken:
			s.end(token)
		case xhtml.SelfClosingTagToken:
			if s.keep(&token) {
				s.write(token)
			}
		}
	}
	return &s.out
}

type sanitizer struct {
	tokens  *xhtml.Tokenizer
	out     bytes.Buffer
	hidden  int      // enclosing elements whose text browsers do not show
	dropped []string // allowed elements that were dropped, so that their end tags are dropped, too
}

func (s *sanitizer) write(token xhtml.Token) {
	if s.hidden == 0 {
		s.out.WriteString(token.String())
	}
}

func (s *sanitizer) start(token xhtml.Token) {
	switch {
	case isHidden(token.Data):
		s.hidden++
	case s.keep(&token):
		s.write(token)
	case token.Data == "a":
		s.dropped = append(s.dropped, token.Data)
	}
}

func (s *sanitizer) end(token xhtml.Token) {
	switch last := len(s.dropped) - 1; {
	case isHidden(token.Data):
		s.hidden = max(0, s.hidden-1)
	case last >= 0 && s.dropped[last] == token.Data:
		s.dropped = s.dropped[:last]
	case isAllowed(token.Data):
		s.write(token)
	}
}

// keep reports whether an element stays, and removes the attributes that do not.
func (s *sanitizer) keep(token *xhtml.Token) bool {
	var kept []xhtml.Attribute
	for _, a := range token.Attr {
		if value, ok := keptAttribute(token.Data, a); ok {
			kept = append(kept, xhtml.Attribute{Key: a.Key, Val: value})
		}
	}
	token.Attr = kept
	return isAllowed(token.Data) && (token.Data != "a" || len(kept) > 0)
}

func isAllowed(element string) bool {
	switch element {
	case "h1", "h2", "h3", "h4", "h5", "h6", "p", "br", "hr", "ul", "ol", "li", "strong", "b", "em", "i", "code", "pre", "blockquote",
		"table", "thead", "tbody", "tr", "th", "td", "sub", "sup", "a", "span":
		return true
	}
	return false
}

// isHidden reports whether browsers never show the text of an element.
func isHidden(element string) bool {
	switch element {
	case "script", "style", "title", "object", "iframe", "frameset", "noembed", "noframes", "noscript":
		return true
	}
	return false
}

// keptAttribute returns the value of an attribute, and whether it stays.
func keptAttribute(element string, a xhtml.Attribute) (string, bool) {
	switch element + " " + a.Key {
	case "ol start":
		return a.Val, a.Val != "" && strings.Trim(a.Val, "0123456789") == ""
	case "span " + partAttribute:
		return a.Val, len(a.Val) == 1 && strings.Contains("topdklfs", a.Val)
	case "a href":
		return linkTarget(a.Val)
	}
	return "", false
}

// linkTarget returns an address, and whether a document may link to it.
func linkTarget(address string) (string, bool) {
	if strings.ContainsAny(address, " \t\r\n\f\v") {
		return "", false
	}
	u, err := url.Parse(address)
	if err != nil {
		return "", false
	}
	switch u.Scheme {
	case "http", "https", "mailto", "tel":
		return u.String(), true
	}
	return "", false
}
