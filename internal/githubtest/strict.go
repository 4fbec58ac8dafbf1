package githubtest

import (
	"fmt"
	"slices"
	"time"

	"github.com/vektah/gqlparser/v2/ast"
)

// GitHub's documented limits for every query: pages of 1 to 100, at most 100 IDs and a year
// of contributions at once, and 500,000 nodes in total.
const (
	mostOfPage = 100
	mostNodes  = 500_000
	mostSpan   = 366 * 24 * time.Hour
)

// connections are the fields that are paginated lists.
var connections = []string{
	"repositories", "pullRequests", "search", "languages", "repositoryTopics", "releases", "releaseAssets", "socialAccounts",
	"pinnedItems", "associatedPullRequests", "files", "parents", "history", "repositoryDiscussionComments",
}

// refusedQuery returns GitHub's error for a query that requests too much, or does not say
// how much; otherwise nil.
func refusedQuery(doc *ast.QueryDocument) any {
	var found any
	nodes := 0
	walk(doc, func(f *ast.Field, times int) {
		if slices.Contains(connections, f.Name) {
			nodes += times * sizeOf(f)
		}
		if found == nil {
			found = refusedField(doc, f)
		}
	})
	if found == nil && nodes > mostNodes {
		found = problemOf("MAX_NODE_LIMIT_EXCEEDED", fmt.Sprintf("This query requests up to %d possible nodes which exceeds the maximum limit of 500,000.", nodes))
	}
	return found
}

func refusedField(doc *ast.QueryDocument, f *ast.Field) any {
	n := sizeOf(f)
	isPaged := f.Arguments.ForName("first") != nil || f.Arguments.ForName("last") != nil
	switch {
	case f.Name == "nodes" && n > mostOfPage:
		return problemOf("ARGUMENT_LIMIT", fmt.Sprintf("You may not provide more than 100 node ids; you provided %d.", n))
	case f.Name == "contributionsCollection" && moment(raw(f, "to")).Sub(moment(raw(f, "from"))) > mostSpan:
		return problemOf("VALIDATION", "The total time spanned by 'from' and 'to' must not exceed 1 year")
	case !slices.Contains(connections, f.Name):
		return nil
	case !isPaged && asks(doc, f.SelectionSet, "nodes", "edges"):
		return problemOf("MISSING_PAGINATION_BOUNDARIES", "You must provide a `first` or `last` value to properly paginate the `"+f.Name+"` connection.")
	case isPaged && (n < 1 || n > mostOfPage):
		return problemOf("EXCESSIVE_PAGINATION", fmt.Sprintf("Requesting %d records on the `%s` connection exceeds the `first` limit of 100 records.", n, f.Name))
	}
	return nil
}

func problemOf(kind, message string) any { return object{"type": kind, "message": message} }

// pointsOf returns the cost of a query as GitHub documents it: the requests needed to fill
// its lists, divided by 100, at least one.
func pointsOf(doc *ast.QueryDocument) int {
	requests := 0
	walk(doc, func(f *ast.Field, times int) {
		if slices.Contains(connections, f.Name) {
			requests += times
		}
	})
	return max(1, (requests+50)/100)
}
