package ghsync_test

import (
	"testing"

	"github.com/vektah/gqlparser/v2"
	"github.com/vektah/gqlparser/v2/ast"
	"github.com/vektah/gqlparser/v2/validator/rules"

	"github.com/ghresume/ghresume/ghsync"
	"github.com/ghresume/ghresume/internal/githubtest"
)

// TestNullableFields: what GitHub's schemas allow to be null is an answer. A merge time is
// the exception, since only merged pull requests are requested.
func TestNullableFields(t *testing.T) {
	server := start(t, rich())
	fetch(t, at(server, githubtest.Token), ghsync.Account{Login: "ada-demo", Include: []string{"golang/go"}})
	for _, name := range schemas {
		schema := publishedSchema(t, name)
		for _, query := range queriesOf(server) {
			doc, errs := gqlparser.LoadQueryWithRules(schema, query, rules.NewDefaultRules())
			if len(errs) > 0 {
				t.Fatal(errs)
			}
			for _, f := range doc.Fragments {
				for _, s := range f.SelectionSet {
					field, ok := s.(*ast.Field)
					if ok && !field.Definition.Type.NonNull && field.Name != "mergedAt" && !ghsync.MayBeNull(f.Name+"."+field.Name) {
						t.Errorf("%s: %s.%s may be null", name, f.Name, field.Name)
					}
				}
			}
		}
	}
}
