package ghsync

import (
	"strings"
	"time"
)

// QueriesWithoutFields returns each query that a client sends: whole, without each field
// that it can do without, and without all of them.
func QueriesWithoutFields() []string {
	const login, id = "ada", "R_1"
	fields := []string{
		repositoriesField(login, newestFirst, pageSize, "", true), repositoriesField(login, pushedFirst, 1, "x", false),
		searchField(mergedElsewhere(login), pageSize, "x"), countField(mergedElsewhere(login)), mergedField(login, byChange, pageSize, ""),
		repositoryField("ada/engine", "Work ...Listing"), repositoryField("ada/engine", "Downloads"), repositoryField("ada/engine", "Brief"),
		languagesField(id, pageSize, "x"), commitsField(login, time.Now(), time.Now(), "ByRepository"), commitsField(login, time.Now(), time.Now(), "EachRepository"), filesField(id, []string{"go.mod", "a b"}),
		"user(login: " + quote(login) + ") { ...Figures }",
	}
	for _, fragment := range []string{"Brief", "Repo", "Work", "Listing", "Downloads"} {
		fields = append(fields, nodesField([]string{id}, fragment))
	}
	var out []string
	for _, field := range fields {
		p := part{field: field}
		out = append(out, document([]part{p}, nil))
		var drops []string
		for _, name := range fragmentsOf(field, nil) {
			for _, without := range fieldsOf(fragments[name]) {
				for _, drop := range p.droppable(without, true) {
					out = append(out, document([]part{p}, []string{drop}))
					drops = append(drops, drop)
				}
			}
		}
		out = append(out, document([]part{p}, drops))
	}
	return out
}

// fieldsOf returns the names of a fragment's fields.
func fieldsOf(fragment string) []string {
	parser := &selectionParser{text: fragment, at: strings.IndexByte(fragment, '{') + 1}
	var names []string
	for _, s := range parser.fields() {
		names = append(names, s.key)
	}
	return names
}
