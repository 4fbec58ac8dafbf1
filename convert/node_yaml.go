package convert

import (
	"errors"
	"fmt"
	"strings"

	"github.com/goccy/go-yaml/ast"
	"github.com/goccy/go-yaml/parser"
)

// parseYAML reads a mapping. Scalars keep their spelling: 2021-03 and 10.10 are texts, not
// a date and a number. The expansion of aliases is limited.
func parseYAML(text string) (root *node, err error) {
	if err := checkNesting(text); err != nil {
		return nil, err
	}
	file, err := parser.ParseBytes([]byte(text), 0)
	if err != nil {
		return nil, fmt.Errorf("is not YAML: %s", firstLine(err.Error()))
	}
	p := yamlParser{anchors: map[string]ast.Node{}}
	for _, doc := range file.Docs {
		value, err := p.value(doc.Body, 0)
		if err != nil {
			return nil, err
		}
		if n, ok := value.(*node); ok {
			return n, nil
		}
	}
	return nil, errors.New("is text or YAML, but not a mapping")
}

// checkNesting refuses nesting that would exhaust a recursive parser.
func checkNesting(text string) error {
	depth := 0
	for line := range strings.Lines(text) {
		if indent := len(line) - len(strings.TrimLeft(line, " -?:[{")); indent > 20*maxDepth {
			return errTooLarge
		}
	}
	for i := range len(text) {
		switch text[i] {
		case '[', '{':
			depth++
		case ']', '}':
			depth = max(0, depth-1)
		}
		if depth > 10*maxDepth {
			return errTooLarge
		}
	}
	return nil
}

type yamlParser struct {
	anchors map[string]ast.Node
	budget  budget
}

func (p *yamlParser) value(n ast.Node, depth int) (any, error) {
	if err := p.budget.spend(depth); err != nil {
		return nil, err
	}
	switch v := n.(type) {
	case nil, *ast.NullNode, *ast.CommentGroupNode:
		return nil, nil
	case *ast.BoolNode:
		return v.Value, nil
	case *ast.StringNode:
		return v.Value, nil
	case *ast.LiteralNode:
		return v.Value.Value, nil
	case *ast.TagNode:
		return p.value(v.Value, depth+1)
	case *ast.AnchorNode:
		p.anchors[v.Name.String()] = v.Value
		return p.value(v.Value, depth+1)
	case *ast.AliasNode:
		return p.alias(v, depth)
	case *ast.SequenceNode:
		return p.list(v, depth)
	case *ast.MappingNode:
		return p.mapping(v.Values, depth)
	case *ast.MappingValueNode:
		return p.mapping([]*ast.MappingValueNode{v}, depth)
	}
	return n.GetToken().Value, nil
}

func (p *yamlParser) alias(n *ast.AliasNode, depth int) (any, error) {
	target, ok := p.anchors[n.Value.String()]
	if !ok {
		return nil, fmt.Errorf("is not YAML: *%s refers to nothing before it", n.Value.String())
	}
	return p.value(target, depth+1)
}

func (p *yamlParser) list(n *ast.SequenceNode, depth int) (any, error) {
	list := []any{}
	for _, element := range n.Values {
		value, err := p.value(element, depth+1)
		if err != nil {
			return nil, err
		}
		list = append(list, value)
	}
	return list, nil
}

func (p *yamlParser) mapping(pairs []*ast.MappingValueNode, depth int) (any, error) {
	n := newNode()
	for _, pair := range pairs {
		value, err := p.value(pair.Value, depth+1)
		if err != nil {
			return nil, err
		}
		if merged, ok := value.(*node); ok && pair.Key.IsMergeKey() {
			for _, key := range merged.keys {
				if !n.has(key) {
					n.set(key, merged.values[key])
				}
			}
			continue
		}
		n.set(keyText(pair.Key), value)
	}
	return n, nil
}

func keyText(key ast.MapKeyNode) string {
	if text, ok := key.(*ast.StringNode); ok {
		return text.Value
	}
	return key.GetToken().Value
}

func firstLine(text string) string {
	line, _, _ := strings.Cut(text, "\n")
	return line
}
