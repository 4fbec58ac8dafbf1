package ghsync_test

import (
	"compress/gzip"
	"fmt"
	"io"
	"os"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"sync"
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

var published sync.Map // by name

// publishedSchema returns one of GitHub's schemas.
func publishedSchema(t *testing.T, name string) *ast.Schema {
	t.Helper()
	load, _ := published.LoadOrStore(name, sync.OnceValue(func() *ast.Schema { return readSchema(t, name) }))
	return load.(func() *ast.Schema)()
}

func readSchema(t *testing.T, name string) *ast.Schema {
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

// TestPoints: a full read and a refresh of a large account cost few points.
func TestPoints(t *testing.T) {
	account := big(250, 1200, 40)
	account.Repositories[0].Languages = manyLanguages(130)
	server := start(t, account)
	config, a := at(server, githubtest.Token), ghsync.Account{Login: account.Login}
	a.Old, _ = fetch(t, config, a)
	fetch(t, config, a)
	if points := pointsOf(t, queriesOf(server)); points > mostPoints {
		t.Errorf("a full read and a refresh cost about %d points", points)
	}
}

// TestQueriesWithoutFields: whatever fields a server denies or lacks, the query without
// them is valid.
func TestQueriesWithoutFields(t *testing.T) {
	queries := ghsync.QueriesWithoutFields()
	if len(queries) < 100 {
		t.Errorf("only %d queries", len(queries))
	}
	wantValid(t, queries)
}

// TestInvalidQueriesAreFound: what GitHub would refuse fails a test.
func TestInvalidQueriesAreFound(t *testing.T) {
	for _, query := range []string{
		`query { user(login: "x") { naem } }`, `query { user { name } }`, `query { user(login: "x") { ...F } }`,
		`query { user(login: "x") { name } } fragment F on User { name }`, `query { viewer { repositories(first: "one") { totalCount } } }`,
	} {
		if invalid(t, query) == "" {
			t.Errorf("valid: %s", query)
		}
	}
}

// wantValid checks that queries are valid in GitHub's own schemas, and ask for nothing
// deprecated. Those that differ only in names, numbers and the number of parts are checked
// once.
func wantValid(t *testing.T, queries []string) {
	t.Helper()
	for _, query := range queries {
		if _, twice := checkedQueries.LoadOrStore(formOf(query), true); twice {
			continue
		}
		if why := invalid(t, query); why != "" {
			t.Errorf("%s in\n%s", why, query)
		}
	}
}

var (
	checkedQueries sync.Map // by form
	texts          = regexp.MustCompile(`"(?:[^"\\]|\\.)*"(?:, *)?`)
	numbers        = regexp.MustCompile(`[0-9]+`)
)

// formOf returns the distinct lines of a query, without texts and numbers.
func formOf(query string) string {
	query = numbers.ReplaceAllString(texts.ReplaceAllString(query, `"`), "0")
	lines := strings.Split(strings.NewReplacer(`""`, `"`).Replace(query), "\n")
	slices.Sort(lines)
	return strings.Join(slices.Compact(lines), "\n")
}

// invalid returns why GitHub would refuse a query, or "".
func invalid(t *testing.T, query string) string {
	t.Helper()
	for _, name := range schemas {
		doc, errs := gqlparser.LoadQueryWithRules(publishedSchema(t, name), query, rules.NewDefaultRules())
		if len(errs) > 0 {
			return fmt.Sprintf("%s: %v", name, errs)
		}
		deprecated := ""
		forEachField(doc, func(f *ast.Field) {
			if f.Definition.Directives.ForName("deprecated") != nil {
				deprecated = name + ": deprecated: " + f.Name
			}
		})
		if deprecated != "" {
			return deprecated
		}
	}
	return ""
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
