package convert

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"strings"
	"unicode/utf8"
)

// parseJSON reads an object, its keys in the order of the file.
func parseJSON(text string) (*node, error) {
	p := jsonParser{decoder: json.NewDecoder(strings.NewReader(text))}
	p.decoder.UseNumber()
	value, err := p.value(0)
	if err != nil {
		return nil, notJSON(text, err)
	}
	if _, err := p.decoder.Token(); !errors.Is(err, io.EOF) {
		return nil, errors.New("is not JSON: it holds more than one value")
	}
	root, ok := value.(*node)
	if !ok {
		return nil, errors.New("is JSON, but not an object")
	}
	return root, nil
}

// notJSON returns an error that names where a text stops being JSON, and the most common
// mistake there.
func notJSON(text string, err error) error {
	var syntax *json.SyntaxError
	if !errors.As(json.Unmarshal([]byte(text), &json.RawMessage{}), &syntax) { // its offset is better than a decoder's
		return fmt.Errorf("is not JSON: %w", err)
	}
	before := text[:min(max(int(syntax.Offset)-1, 0), len(text))]
	line, column := strings.Count(before, "\n")+1, utf8.RuneCountInString(before[strings.LastIndexByte(before, '\n')+1:])+1
	forgotten := ""
	switch what := syntax.Error(); {
	case strings.Contains(what, "after object key:value pair"), strings.Contains(what, "after array element"):
		forgotten = "; a comma may be missing before it"
	case strings.HasSuffix(strings.TrimSpace(before), ","):
		forgotten = "; there is one comma too many before it"
	case strings.Contains(what, `'\''`), strings.ContainsAny(what, "“”‘’"):
		forgotten = "; text goes between straight double quotes"
	case strings.Contains(what, "unexpected end"):
		forgotten = "; a bracket or a quote is not closed"
	}
	return fmt.Errorf("is not JSON: line %d, column %d: %w%s", line, column, syntax, forgotten)
}

type jsonParser struct {
	decoder *json.Decoder
	budget  budget
}

func (p *jsonParser) value(depth int) (any, error) {
	token, err := p.decoder.Token()
	if err != nil {
		return nil, err
	}
	return p.from(token, depth)
}

func (p *jsonParser) from(token json.Token, depth int) (any, error) {
	if err := p.budget.spend(depth); err != nil {
		return nil, err
	}
	switch t := token.(type) {
	case json.Delim:
		if t == '{' {
			return p.object(depth)
		}
		return p.list(depth)
	case json.Number:
		return t.String(), nil
	}
	return token, nil
}

func (p *jsonParser) object(depth int) (any, error) {
	n := newNode()
	for p.decoder.More() {
		key, err := p.decoder.Token()
		if err != nil {
			return nil, err
		}
		value, err := p.value(depth + 1)
		if err != nil {
			return nil, err
		}
		n.set(key.(string), value)
	}
	_, err := p.decoder.Token()
	return n, err
}

func (p *jsonParser) list(depth int) (any, error) {
	list := []any{}
	for p.decoder.More() {
		value, err := p.value(depth + 1)
		if err != nil {
			return nil, err
		}
		list = append(list, value)
	}
	_, err := p.decoder.Token()
	return list, err
}
