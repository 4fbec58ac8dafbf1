package githubtest

import (
	"encoding/json"
	"io"
	"net/http"
	"strconv"

	"github.com/vektah/gqlparser/v2/ast"
	"github.com/vektah/gqlparser/v2/parser"
)

// graphql answers a query: it walks the query's text over plain objects whose
// fields may be functions of the field's arguments.
func (s *Server) graphql(w *world, r *http.Request, index int, signed bool) answer {
	var request struct {
		Query     string
		Variables object
	}
	body, err := io.ReadAll(r.Body)
	if err != nil || json.Unmarshal(body, &request) != nil {
		return problem(http.StatusBadRequest, "Problems parsing JSON")
	}
	s.noteQuery(index, request.Query, request.Variables)
	if !signed {
		return problem(http.StatusForbidden, "API rate limit exceeded")
	}
	doc, parseError := parser.ParseQuery(&ast.Source{Input: request.Query})
	if parseError != nil {
		return ok(object{"errors": []any{object{"message": parseError.Error(), "extensions": object{"code": "parseError"}}}})
	}
	x := &execution{fragments: doc.Fragments, variables: request.Variables}
	root := w.root()
	root["repository"] = field(func(a arguments) any { return s.committable(w, a) })
	if doc.Operations[0].Operation == ast.Mutation {
		root = s.mutations(w)
	}
	data := x.object(root, doc.Operations[0].SelectionSet, nil)
	out := object{"data": data}
	if len(x.errors) > 0 {
		out["errors"] = x.errors
	}
	return ok(out)
}

func (s *Server) noteQuery(index int, query string, variables object) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if index < len(s.log) {
		s.log[index].Body, s.log[index].Variables = query, variables
	}
}

// field is a value that depends on the arguments of its field.
type field func(args arguments) any

// arguments are the values of a field's arguments; literals are texts.
type arguments map[string]any

func (a arguments) text(name string) string { s, _ := a[name].(string); return s }

func (a arguments) number(name string) int {
	n, _ := strconv.Atoi(a.text(name))
	return n
}

func (a arguments) list(name string) []string {
	var out []string
	items, _ := a[name].([]any)
	for _, item := range items {
		if s, ok := item.(string); ok {
			out = append(out, s)
		}
	}
	return out
}

// missing is a value that is null with an error of GitHub's.
type missing string

type execution struct {
	fragments ast.FragmentDefinitionList
	variables object
	errors    []any
}

// object picks the selected fields of o.
func (x *execution) object(o object, set ast.SelectionSet, path []any) object {
	out := object{}
	for _, selection := range set {
		switch s := selection.(type) {
		case *ast.Field:
			out[s.Alias] = x.value(o[s.Name], s, append(path[:len(path):len(path)], s.Alias))
		case *ast.InlineFragment:
			x.spread(out, o, s.TypeCondition, s.SelectionSet, path)
		case *ast.FragmentSpread:
			if f := x.fragments.ForName(s.Name); f != nil {
				x.spread(out, o, f.TypeCondition, f.SelectionSet, path)
			}
		}
	}
	return out
}

func (x *execution) spread(out, o object, on string, set ast.SelectionSet, path []any) {
	if kind, known := o["__typename"]; known && kind != on {
		return
	}
	for name, value := range x.object(o, set, path) {
		out[name] = value
	}
}

func (x *execution) value(v any, f *ast.Field, path []any) any {
	switch v := v.(type) {
	case field:
		return x.value(v(x.arguments(f)), f, path)
	case object:
		return x.object(v, f.SelectionSet, path)
	case []object:
		out := make([]any, len(v))
		for i := range v {
			out[i] = x.value(v[i], f, append(path[:len(path):len(path)], i))
		}
		return out
	case []any:
		out := make([]any, len(v))
		for i := range v {
			out[i] = x.value(v[i], f, append(path[:len(path):len(path)], i))
		}
		return out
	case refused:
		x.errors = append(x.errors, object{"type": v.kind, "path": path, "message": v.message})
		return nil
	case missing:
		x.errors = append(x.errors, object{"type": "NOT_FOUND", "path": path, "message": string(v)})
		return nil
	}
	return v
}

func (x *execution) arguments(f *ast.Field) arguments {
	out := arguments{}
	for _, a := range f.Arguments {
		out[a.Name] = x.argument(a.Value)
	}
	return out
}

func (x *execution) argument(v *ast.Value) any {
	switch v.Kind {
	case ast.Variable:
		return x.variables[v.Raw]
	case ast.ListValue:
		var out []any
		for _, child := range v.Children {
			out = append(out, x.argument(child.Value))
		}
		return out
	case ast.ObjectValue:
		out := object{}
		for _, child := range v.Children {
			out[child.Name] = x.argument(child.Value)
		}
		return out
	}
	return v.Raw
}
