package ghsync_test

import (
	"compress/gzip"
	"io"
	"os"
	"slices"
	"strconv"
	"testing"

	"github.com/vektah/gqlparser/v2"
	"github.com/vektah/gqlparser/v2/ast"
	"github.com/vektah/gqlparser/v2/parser"
	"github.com/vektah/gqlparser/v2/validator"
	"github.com/vektah/gqlparser/v2/validator/rules"

	"github.com/ghresume/ghresume/ghsync"
	"github.com/ghresume/ghresume/internal/githubtest"
)

// schemas are the newest public schema, and an older one for GitHub Enterprise.
var schemas = []string{"github-2026-08", "github-2025-02"}

func publishedSchema(t *testing.T, name string) *ast.Schema {
	t.Helper()
	file, err := os.Open("testdata/" + name + ".graphql.gz")
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

// mostPoints limits the cost of the full read below; GitHub allows 5,000 points an hour.
const mostPoints = 60

// TestQueriesAreValid: every query of a full read, a refresh, and reads of private
// repositories and of accounts with denials is valid in GitHub's own schemas, requests
// nothing deprecated, and costs few points.
func TestQueriesAreValid(t *testing.T) {
	account := big(250, 1200, 40)
	account.Repositories[0].Languages = manyLanguages(130)
	server := start(t, account)
	config, a := at(server, githubtest.Token), ghsync.Account{Login: account.Login}
	a.Old, _ = fetch(t, config, a)
	fetch(t, config, a)
	a.Old, a.Private, a.Include = nil, true, []string{account.Login + "/secret"}
	fetch(t, config, a)
	queries := queriesOf(server)
	if points := pointsOf(t, queries[:len(queries)/2]); points > mostPoints {
		t.Errorf("a full read and a refresh cost about %d points", points)
	}
	denied := start(t, denying(
		githubtest.Denial{Field: "CommitContributionsByRepository.repository", Message: integration},
		githubtest.Denial{Field: "Repository.releases", Message: integration}, githubtest.Denial{Field: "User.socialAccounts", Message: integration}))
	fetch(t, at(denied, githubtest.Token), ghsync.Account{Login: "ada-demo"})
	hidden := githubtest.Demo()
	hidden.Unsearchable = true
	unsearchable := start(t, hidden)
	fetch(t, at(unsearchable, githubtest.Token), ghsync.Account{Login: "ada-demo"})
	queries = slices.Concat(queries, queriesOf(denied), queriesOf(unsearchable))
	if len(queries) < 15 {
		t.Errorf("only %d queries seen", len(queries))
	}
	for _, name := range schemas {
		schema := publishedSchema(t, name)
		for _, query := range queries {
			doc, errs := gqlparser.LoadQueryWithRules(schema, query, rules.NewDefaultRules())
			if len(errs) > 0 {
				t.Fatalf("%s: %v in\n%s", name, errs, query)
			}
			forEachField(doc, func(f *ast.Field) {
				if f.Definition.Directives.ForName("deprecated") != nil {
					t.Errorf("%s: %s is deprecated", name, f.Name)
				}
			})
		}
	}
}

// queriesOf returns the distinct queries that a server received.
func queriesOf(server *githubtest.Server) []string {
	var out []string
	for _, r := range server.Requests() {
		if r.Body != "" && !slices.Contains(out, r.Body) {
			out = append(out, r.Body)
		}
	}
	return out
}

// pointsOf estimates the cost of queries as GitHub documents it: the requests that fill
// each connection, divided by 100, at least one per query.
func pointsOf(t *testing.T, queries []string) int {
	t.Helper()
	schema := publishedSchema(t, schemas[0])
	points := 0
	for _, query := range queries {
		doc, errs := gqlparser.LoadQueryWithRules(schema, query, rules.NewDefaultRules())
		if len(errs) > 0 {
			t.Fatal(errs)
		}
		requests := 0
		for _, op := range doc.Operations {
			requests += connections(doc, op.SelectionSet, 1)
		}
		points += max(1, (requests+50)/100)
	}
	return points
}

// connections counts the requests for a selection that is resolved this many times.
func connections(doc *ast.QueryDocument, set ast.SelectionSet, times int) int {
	n := 0
	for _, s := range set {
		switch s := s.(type) {
		case *ast.Field:
			inner := times
			if first := s.Arguments.ForName("first"); first != nil {
				n += times
				size, err := strconv.Atoi(first.Value.Raw)
				if err == nil {
					inner *= size
				}
			}
			n += connections(doc, s.SelectionSet, inner)
		case *ast.InlineFragment:
			n += connections(doc, s.SelectionSet, times)
		case *ast.FragmentSpread:
			n += connections(doc, doc.Fragments.ForName(s.Name).SelectionSet, times)
		}
	}
	return n
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
