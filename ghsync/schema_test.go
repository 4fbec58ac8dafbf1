package ghsync_test

import (
	"compress/gzip"
	"io"
	"os"
	"slices"
	"testing"

	"github.com/vektah/gqlparser/v2"
	"github.com/vektah/gqlparser/v2/ast"
	"github.com/vektah/gqlparser/v2/parser"
	"github.com/vektah/gqlparser/v2/validator"
	"github.com/vektah/gqlparser/v2/validator/rules"

	"github.com/ghresume/ghresume/ghsync"
	"github.com/ghresume/ghresume/internal/githubtest"
)

func publishedSchema(t *testing.T) *ast.Schema {
	t.Helper()
	file, err := os.Open("testdata/github.graphql.gz")
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	unzipped, err := gzip.NewReader(file)
	if err != nil {
		t.Fatal(err)
	}
	text, err := io.ReadAll(unzipped)
	if err != nil {
		t.Fatal(err)
	}
	doc, err := parser.ParseSchemas(validator.Prelude, &ast.Source{Name: "github.graphql", Input: string(text)})
	if err != nil {
		t.Fatal(err)
	}
	for _, definition := range doc.Definitions { // GitHub defines a few fields twice
		seen := map[string]bool{}
		definition.Fields = slices.DeleteFunc(definition.Fields, func(f *ast.FieldDefinition) bool {
			twice := seen[f.Name]
			seen[f.Name] = true
			return twice
		})
	}
	schema, err := validator.ValidateSchemaDocument(doc)
	if err != nil {
		t.Fatal(err)
	}
	return schema
}

// Every query that a full read, a refresh and a read of private repositories
// send is valid by GitHub's own schema, and asks for nothing deprecated.
func TestQueriesAreValid(t *testing.T) {
	schema := publishedSchema(t)
	account := big(250, 1200, 40)
	account.Repositories[0].Languages = manyLanguages(130)
	server := start(t, account)
	config, a := at(server, githubtest.Token), ghsync.Account{Login: account.Login}
	a.Old, _ = fetch(t, config, a)
	fetch(t, config, a)
	a.Old, a.Private, a.Include = nil, true, []string{account.Login + "/secret"}
	fetch(t, config, a)
	seen := map[string]bool{}
	for _, r := range server.Requests() {
		if r.Body == "" || seen[r.Body] {
			continue
		}
		seen[r.Body] = true
		doc, errs := gqlparser.LoadQueryWithRules(schema, r.Body, rules.NewDefaultRules())
		if len(errs) > 0 {
			t.Fatalf("%v in\n%s", errs, r.Body)
		}
		forEachField(doc, func(f *ast.Field) {
			if f.Definition.Directives.ForName("deprecated") != nil {
				t.Errorf("%s is deprecated", f.Name)
			}
		})
	}
	if len(seen) < 10 {
		t.Errorf("only %d queries seen", len(seen))
	}
}

func forEachField(doc *ast.QueryDocument, visit func(*ast.Field)) {
	var walk func(ast.SelectionSet)
	walk = func(set ast.SelectionSet) {
		for _, s := range set {
			switch s := s.(type) {
			case *ast.Field:
				visit(s)
				walk(s.SelectionSet)
			case *ast.InlineFragment:
				walk(s.SelectionSet)
			}
		}
	}
	for _, op := range doc.Operations {
		walk(op.SelectionSet)
	}
	for _, f := range doc.Fragments {
		walk(f.SelectionSet)
	}
}
