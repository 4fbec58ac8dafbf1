package githubtest

import (
	"net/http"
	"strconv"

	"github.com/vektah/gqlparser/v2/ast"
)

// GivenUp is GitHub's 200 for a query that exceeds its resources.
const GivenUp FaultKind = "resource limits exceeded"

// HeavyKinds returns the ways in which GitHub gives up on a query.
func HeavyKinds() []FaultKind {
	return []FaultKind{BadGateway, GatewayTimeout, GatewayPage, ServerError, CutBody, Reset, GivenUp}
}

// tooHeavy returns the rule that makes the server give up on a query, or nil.
func (w *accountIndex) tooHeavy(doc *ast.QueryDocument) *Heavy {
	for i, h := range w.Heavy {
		n := 0
		walk(doc, func(f *ast.Field, times int) {
			switch {
			case h.Field == "days" && f.Name == "contributionsCollection" && asks(doc, f.SelectionSet, "commitContributionsByRepository"):
				from, to := moment(raw(f, "from")), moment(raw(f, "to"))
				n += int(to.Sub(from).Hours()/24) + 1
			case f.Name == h.Field:
				n += times
			}
		})
		if n > h.Most {
			return &w.Heavy[i]
		}
	}
	return nil
}

// resourcesExceeded returns a 200 with null data and an error for every part.
func resourcesExceeded(a answer) answer {
	body, ok := a.body.(object)
	data, isData := body["data"].(object)
	if !ok || !isData {
		return a
	}
	nulls, errors := object{}, []any{}
	for name := range data {
		nulls[name] = nil
		errors = append(errors, object{"type": "RESOURCE_LIMITS_EXCEEDED", "path": []any{name}, "message": "Resource limits for this query exceeded."})
	}
	return answer{status: http.StatusOK, body: object{"data": nulls, "errors": errors}}
}

// walk visits every field of a query's operations; times is how often it is returned if all
// lists are full.
func walk(doc *ast.QueryDocument, visit func(f *ast.Field, times int)) {
	var inside func(set ast.SelectionSet, times int)
	inside = func(set ast.SelectionSet, times int) {
		for _, s := range set {
			switch s := s.(type) {
			case *ast.Field:
				visit(s, times)
				inside(s.SelectionSet, times*sizeOf(s))
			case *ast.InlineFragment:
				inside(s.SelectionSet, times)
			case *ast.FragmentSpread:
				if f := doc.Fragments.ForName(s.Name); f != nil {
					inside(f.SelectionSet, times)
				}
			}
		}
	}
	for _, operation := range doc.Operations {
		inside(operation.SelectionSet, 1)
	}
}

// sizeOf returns how many nodes a field requests.
func sizeOf(f *ast.Field) int {
	for _, name := range []string{"first", "last"} {
		if n, err := strconv.Atoi(raw(f, name)); err == nil {
			return n
		}
	}
	if ids := f.Arguments.ForName("ids"); ids != nil {
		return len(ids.Value.Children)
	}
	return 1
}

func raw(f *ast.Field, argument string) string {
	if a := f.Arguments.ForName(argument); a != nil {
		return a.Value.Raw
	}
	return ""
}

// asks reports whether a selection contains one of the fields at its top level.
func asks(doc *ast.QueryDocument, set ast.SelectionSet, names ...string) bool {
	for _, s := range set {
		switch s := s.(type) {
		case *ast.Field:
			for _, name := range names {
				if s.Name == name {
					return true
				}
			}
		case *ast.InlineFragment:
			if asks(doc, s.SelectionSet, names...) {
				return true
			}
		case *ast.FragmentSpread:
			if f := doc.Fragments.ForName(s.Name); f != nil && asks(doc, f.SelectionSet, names...) {
				return true
			}
		}
	}
	return false
}
