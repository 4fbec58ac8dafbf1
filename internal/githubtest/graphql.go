package githubtest

import (
	"cmp"
	"encoding/json"
	"io"
	"net/http"
	"slices"
	"strconv"
	"strings"

	"github.com/vektah/gqlparser/v2/ast"
	"github.com/vektah/gqlparser/v2/parser"
)

// graphql executes a query over plain objects whose fields may be functions of the field's
// arguments.
func (s *Server) graphql(w *accountIndex, r *http.Request, index int, signed bool) answer {
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
	if refusal := refusedQuery(doc); refusal != nil {
		return ok(object{"errors": []any{refusal}})
	}
	x := &execution{fragments: doc.Fragments, variables: request.Variables, denied: w.Denied, lacks: w.Lacks}
	root := w.root()
	root["repository"] = field(func(a arguments) any { return s.committable(w, a) })
	if doc.Operations[0].Operation == ast.Mutation {
		root = s.mutations(w)
	}
	data := x.object(root, doc.Operations[0].SelectionSet, nil)
	if len(x.invalid) > 0 {
		return ok(object{"errors": x.invalid})
	}
	out := object{"data": data}
	if len(x.errors) > 0 {
		out["errors"] = x.errors
	}
	a := ok(out)
	a.points, a.heavy = pointsOf(doc), w.tooHeavy(doc)
	return a
}

func (s *Server) noteQuery(index int, query string, variables object) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.queries[query] = true
	if index < len(s.log) {
		s.log[index].Body, s.log[index].Variables = query, variables
	}
}

// field computes a value from the arguments of its field.
type field func(args arguments) any

// arguments are the values of a field's arguments; literals are kept as text.
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

// missing is a null value with an error as GitHub reports it.
type missing string

type execution struct {
	fragments ast.FragmentDefinitionList
	variables object
	denied    []Denial
	lacks     []string
	errors    []any
	invalid   []any // errors of a query that does not match the schema, else nil
	written   []any // current position in the query's text
}

// neverNull are the fields that GitHub's schema declares non-null: if one of them fails,
// the object around it is null, and so on upward.
var neverNull = map[string]bool{
	"User.login": true, "User.url": true, "User.createdAt": true,
	"User.socialAccounts": true, "User.pinnedItems": true, "User.repositories": true, "User.pullRequests": true,
	"User.contributionsCollection": true, "User.repositoryDiscussionComments": true,
	"Repository.id": true, "Repository.nameWithOwner": true, "Repository.url": true, "Repository.owner": true,
	"Repository.stargazerCount": true, "Repository.forkCount": true, "Repository.createdAt": true, "Repository.updatedAt": true,
	"Repository.isPrivate": true, "Repository.isFork": true, "Repository.isArchived": true, "Repository.isEmpty": true,
	"Repository.isDisabled": true, "Repository.isTemplate": true, "Repository.releases": true, "Repository.repositoryTopics": true,
	"PullRequest.number": true, "PullRequest.title": true, "PullRequest.headRefName": true, "PullRequest.additions": true,
	"PullRequest.deletions": true, "PullRequest.authorAssociation": true, "PullRequest.repository": true,
	"CommitContributionsByRepository.repository": true, "CommitContributionsByRepository.contributions": true,
	"CommitContributionsByRepository.resourcePath": true, "CreatedCommitContribution.repository": true,
	"ContributionsCollection.commitContributionsByRepository": true, "ContributionsCollection.totalCommitContributions": true, "ContributionsCollection.totalRepositoriesWithContributedCommits": true, "ContributionsCollection.contributionYears": true,
	"Query.search": true, "Query.nodes": true,
}

// object returns the selected fields of o; nil if a non-null field failed.
func (x *execution) object(o object, set ast.SelectionSet, path []any) object {
	out := object{}
	kind, _ := o["__typename"].(string)
	for _, selection := range set {
		switch s := selection.(type) {
		case *ast.Field:
			here := append(path[:len(path):len(path)], s.Alias)
			v, known := o[s.Name]
			x.written = append(x.written, s.Alias)
			if !known && s.Name != "__typename" || slices.Contains(x.lacks, kind+"."+s.Name) {
				x.undefined(s.Name, kind)
			}
			if d := x.denial(kind+"."+s.Name, o); d != nil {
				v = refused{d.errorType(), d.Message}
			}
			out[s.Alias] = x.value(v, s, here)
			x.written = x.written[:len(x.written)-1]
			if isNothing(out[s.Alias]) && neverNull[kind+"."+s.Name] {
				return nil
			}
		case *ast.InlineFragment:
			if !x.spread(out, o, s.TypeCondition, s.SelectionSet, path) {
				return nil
			}
		case *ast.FragmentSpread:
			outside := x.written
			x.written = []any{"fragment " + s.Name}
			f := x.fragments.ForName(s.Name)
			whole := f == nil || x.spread(out, o, f.TypeCondition, f.SelectionSet, path)
			x.written = outside
			if !whole {
				return nil
			}
		}
	}
	return out
}

func isNothing(v any) bool {
	o, isObject := v.(object)
	return v == nil || isObject && o == nil
}

// undefined records once that the schema has no such field, with the position in the query.
func (x *execution) undefined(name, kind string) {
	written := slices.Clone(x.written)
	if first, _ := written[0].(string); !strings.HasPrefix(first, "fragment ") {
		written = append([]any{"query"}, written...)
	}
	reported := slices.ContainsFunc(x.invalid, func(e any) bool { return slices.Equal(e.(object)["path"].([]any), written) })
	if !reported {
		x.invalid = append(x.invalid, object{"message": "Field '" + name + "' doesn't exist on type '" + kind + "'", "path": written,
			"extensions": object{"code": "undefinedField", "typeName": kind, "fieldName": name}})
	}
}

// denial returns the denial that withholds a field from the token, if any.
func (x *execution) denial(field string, o object) *Denial {
	name, _ := o["nameWithOwner"].(string)
	if repository, ok := o["repository"].(object); ok {
		name, _ = repository["nameWithOwner"].(string)
	}
	owner, _, _ := strings.Cut(name, "/")
	for i, d := range x.denied {
		if d.Field == field && (d.Owner == "" || strings.EqualFold(d.Owner, owner)) {
			return &x.denied[i]
		}
	}
	return nil
}

func (d *Denial) errorType() string { return cmp.Or(d.Type, "FORBIDDEN") }

func (x *execution) spread(out, o object, on string, set ast.SelectionSet, path []any) bool {
	if kind, known := o["__typename"]; known && kind != on {
		return true
	}
	inner := x.object(o, set, path)
	for name, value := range inner {
		out[name] = value
	}
	return inner != nil
}

func (x *execution) value(v any, f *ast.Field, path []any) any {
	switch v := v.(type) {
	case field:
		return x.value(v(x.arguments(f)), f, path)
	case object:
		kind, _ := v["__typename"].(string)
		if d := x.denial(kind, v); d != nil {
			x.errors = append(x.errors, object{"type": d.errorType(), "path": path, "message": d.Message})
			return nil
		}
		if o := x.object(v, f.SelectionSet, path); o != nil {
			return o
		}
		return nil
	case []object:
		items := make([]any, len(v))
		for i := range v {
			items[i] = v[i]
		}
		return x.list(items, f, path)
	case []any:
		return x.list(v, f, path)
	case refused:
		x.errors = append(x.errors, object{"type": v.kind, "path": path, "message": v.message})
		return nil
	case missing:
		x.errors = append(x.errors, object{"type": "NOT_FOUND", "path": path, "message": string(v)})
		return nil
	}
	return v
}

// list returns the items; an item that fails is null, and if the schema allows no nulls in
// the list, the whole list is.
func (x *execution) list(items []any, f *ast.Field, path []any) any {
	out := make([]any, len(items))
	for i := range items {
		out[i] = x.value(items[i], f, append(path[:len(path):len(path)], i))
		if isNothing(out[i]) && f.Name == "commitContributionsByRepository" {
			return nil
		}
	}
	return out
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
