package convert

import (
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"strings"
)

// parseXML reads a document: elements by their local names, attributes if an element has
// no text. A document type is refused, and with it all custom entities.
func parseXML(text string) (*node, error) {
	p := xmlParser{decoder: xml.NewDecoder(strings.NewReader(text))}
	p.decoder.CharsetReader = func(_ string, in io.Reader) (io.Reader, error) { return in, nil } // it is UTF-8, whatever it declares
	root := newNode()
	for {
		token, err := p.decoder.Token()
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			return nil, fmt.Errorf("is not XML: %w", err)
		}
		switch t := token.(type) {
		case xml.Directive:
			if strings.HasPrefix(strings.ToLower(string(t)), "doctype html") {
				return nil, errors.New("is an HTML page")
			}
			return nil, errors.New("is XML with a document type, which is not read")
		case xml.StartElement:
			p.typed = t.Name.Local == "learnerinfo" || t.Name.Local == "europass"
			value, err := p.element(t, 0)
			if err != nil {
				return nil, err
			}
			root.add(t.Name.Local, value)
		}
	}
	return root, nil
}

type xmlParser struct {
	decoder *xml.Decoder
	budget  budget
	// typed keeps the attribute "type" of every element: early versions of Europass use it
	// for the kinds of skills.
	typed bool
}

// element returns a text, or an object with the content of the element.
func (p *xmlParser) element(start xml.StartElement, depth int) (any, error) {
	if err := p.budget.spend(depth); err != nil {
		return nil, err
	}
	n := newNode()
	var text strings.Builder
	for {
		token, err := p.decoder.Token()
		if err != nil {
			return nil, fmt.Errorf("is not XML: %w", err)
		}
		switch t := token.(type) {
		case xml.StartElement:
			value, err := p.element(t, depth+1)
			if err != nil {
				return nil, err
			}
			n.add(t.Name.Local, value)
		case xml.CharData:
			text.Write(t)
		case xml.EndElement:
			return p.value(start, n, text.String()), nil
		}
	}
}

func (p *xmlParser) value(start xml.StartElement, n *node, text string) any {
	text = strings.TrimSpace(text)
	if p.typed {
		for _, a := range start.Attr {
			if a.Name.Local == "type" || a.Name.Local == "locale" {
				n.set(a.Name.Local, a.Value)
			}
		}
	}
	if text != "" && len(n.keys) == 0 {
		return text
	}
	if len(n.keys) == 0 {
		for _, a := range start.Attr {
			if a.Name.Space == "" && a.Name.Local != "xmlns" {
				n.add(a.Name.Local, a.Value)
			}
		}
	}
	if text != "" {
		n.add("text", text)
	}
	return n
}
