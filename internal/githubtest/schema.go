package githubtest

import (
	"cmp"
	"fmt"
	"maps"
	"path"
	"slices"
	"strconv"
	"strings"
	"time"
)

// root returns the query type, as far as ghsync uses it.
func (w *accountIndex) root() object {
	return object{
		"user":   field(func(a arguments) any { return w.userNode(a.text("login")) }),
		"search": field(w.searchNode),
		"nodes": field(func(a arguments) any {
			var out []any
			for _, id := range a.list("ids") {
				out = append(out, w.node(id))
			}
			return out
		}),
		"node":       field(func(a arguments) any { return w.node(a.text("id")) }),
		"__typename": "Query",
	}
}

func (w *accountIndex) node(id string) any {
	if r := w.byID[id]; r != nil {
		return w.repositoryNode(r)
	}
	return missing("Could not resolve to a node with the global id of '" + id + "'")
}

func (w *accountIndex) userNode(login string) any {
	if !strings.EqualFold(login, w.Login) {
		return missing("Could not resolve to a User with the login of '" + login + "'.")
	}
	return object{
		"__typename": "User", "login": w.Login, "name": w.Name, "bio": w.Bio, "company": w.Company, "location": w.Location,
		"websiteUrl": w.Website, "url": "https://github.com/" + w.Login, "createdAt": w.CreatedAt,
		"socialAccounts":               object{"totalCount": len(w.Social), "nodes": objects(w.Social, func(s Social) object { return object{"provider": s.Provider, "url": s.URL} })},
		"pinnedItems":                  object{"totalCount": len(w.pinnedNodes()), "nodes": w.pinnedNodes()},
		"repositories":                 field(w.repositoriesNode),
		"contributionsCollection":      field(w.commitsNode),
		"pullRequests":                 field(w.mergedNode),
		"repositoryDiscussionComments": object{"__typename": "DiscussionCommentConnection", "totalCount": w.Answers},
	}
}

func (w *accountIndex) pinnedNodes() []object {
	out := []object{}
	for _, name := range w.Pinned {
		if r := w.repository(name); r != nil {
			out = append(out, w.repositoryNode(r).(object))
		}
	}
	return out
}

func (w *accountIndex) repositoriesNode(a arguments) any {
	list := slices.Clone(w.own)
	order, _ := a["orderBy"].(object)
	slices.SortStableFunc(list, func(x, y *Repository) int {
		switch order["field"] {
		case "CREATED_AT":
			return cmp.Or(y.CreatedAt.Compare(x.CreatedAt), cmp.Compare(x.Name, y.Name))
		case "UPDATED_AT":
			return cmp.Or(y.updated().Compare(x.updated()), cmp.Compare(x.Name, y.Name))
		}
		return cmp.Or(y.PushedAt.Compare(x.PushedAt), cmp.Compare(x.Name, y.Name))
	})
	if order["direction"] == "ASC" {
		slices.Reverse(list)
	}
	return connection(a, list, func(r *Repository) any { return w.repositoryNode(r) })
}

func (w *accountIndex) searchNode(a arguments) any {
	found := w.searched(a.text("query"))
	if found == nil {
		return object{"__typename": "SearchResultItemConnection", "issueCount": w.countOf(a.text("query")), "nodes": []object{}}
	}
	newestFirst := strings.Contains(a.text("query"), "-desc")
	slices.SortStableFunc(found, func(x, y *PullRequest) int { // those of one second come in the same order either way
		if newestFirst {
			x, y = y, x
		}
		return x.MergedAt.Compare(y.MergedAt)
	})
	shown := found[:min(len(found), searchCap)]
	c := connection(a, shown, w.pullNode)
	c["issueCount"] = len(found)
	return c
}

// searched returns the pull requests that a query finds; nil if it searches for something
// else.
func (w *accountIndex) searched(query string) []*PullRequest {
	if _, after, isOne := strings.Cut(query, " repo:"); isOne {
		name, _, _ := strings.Cut(after, " ")
		return slices.DeleteFunc(append([]*PullRequest{}, w.all...), func(p *PullRequest) bool {
			return w.repository(p.Repository) == nil || w.repository(p.Repository) != w.repository(name)
		})
	}
	switch {
	case strings.Contains(query, "reviewed-by:"), strings.Contains(query, "is:issue"), !strings.Contains(query, "-user:"):
		return nil
	}
	return append([]*PullRequest{}, w.find(query)...)
}

// countOf returns the result count of a search whose items are not read.
func (w *accountIndex) countOf(query string) int {
	switch {
	case w.Unsearchable:
		return 0
	case strings.Contains(query, "reviewed-by:"):
		return w.Reviews
	case strings.Contains(query, "is:issue"):
		return w.Issues
	}
	return len(w.visiblePulls())
}

// visiblePulls returns the merged pull requests that the token may see.
func (w *accountIndex) visiblePulls() []*PullRequest {
	return slices.DeleteFunc(slices.Clone(w.all), func(p *PullRequest) bool {
		r := w.repository(p.Repository)
		return r == nil || r.Private
	})
}

// mergedNode returns the account's own list of merged pull requests.
func (w *accountIndex) mergedNode(a arguments) any {
	list := w.visiblePulls()
	order, _ := a["orderBy"].(object)
	slices.SortStableFunc(list, func(x, y *PullRequest) int { return x.MergedAt.Compare(y.MergedAt) })
	if order["direction"] == "DESC" {
		slices.Reverse(list)
	}
	return connection(a, list, w.pullNode)
}

func (w *accountIndex) pullNode(p *PullRequest) any {
	return object{
		"__typename": "PullRequest", "number": p.Number, "title": p.Title, "headRefName": p.Branch, "mergedAt": p.MergedAt,
		"additions": p.Additions, "deletions": p.Deletions, "authorAssociation": p.role(), "repository": w.repositoryNode(w.repository(p.Repository)),
	}
}

func (p *PullRequest) role() string { return cmp.Or(p.Role, "CONTRIBUTOR") }

func (w *accountIndex) commitsNode(a arguments) any {
	from, to := moment(a.text("from")), moment(a.text("to"))
	list, years, total := []object{}, map[int]bool{}, 0
	for i := range w.Repositories {
		for _, c := range w.Repositories[i].Commits {
			years[c.Year] = true
			if n := c.within(from, to, w.Repositories[i].FirstCommit); n > 0 && !w.Repositories[i].Fork && !w.WithoutCommits { // commits in forks do not count
				total += n
				each := object{"__typename": "CreatedCommitContribution", "repository": w.repositoryNode(&w.Repositories[i])}
				list = append(list, object{"__typename": "CommitContributionsByRepository", "contributions": object{"totalCount": n, "nodes": []object{each}},
					"resourcePath": "/" + w.Repositories[i].Name + "/commits?author=" + w.Login, "repository": w.repositoryNode(&w.Repositories[i])})
			}
		}
	}
	slices.SortStableFunc(list, func(x, y object) int { return cmp.Compare(commitsIn(y), commitsIn(x)) })
	return object{"__typename": "ContributionsCollection", "totalCommitContributions": total, "totalRepositoriesWithContributedCommits": len(list),
		"commitContributionsByRepository": field(func(a arguments) any { return list[:min(len(list), a.number("maxRepositories"))] }),
		"contributionYears":               append([]int{}, slices.Sorted(maps.Keys(years))...)}
}

// commitsIn returns the count of an item of commitContributionsByRepository.
func commitsIn(of object) int { return of["contributions"].(object)["totalCount"].(int) }

// within returns how many of a year's commits, one a day from the first, fall into a
// period.
func (c Commits) within(from, to time.Time, first int) int {
	n := 0
	for i := range c.Count {
		day := time.Date(c.Year, 1, 1+(first+i)%365, 8, 0, 0, 0, time.UTC)
		if !day.Before(from) && !day.After(to) {
			n++
		}
	}
	return n
}

func (w *accountIndex) repositoryNode(r *Repository) any {
	if r == nil {
		return missing("Could not resolve to a Repository.")
	}
	return object{
		"__typename": "Repository", "id": r.nodeID(), "nameWithOwner": r.Name, "description": r.Description,
		"url": "https://github.com/" + r.Name, "homepageUrl": r.Homepage, "stargazerCount": r.Stars, "forkCount": r.Forks,
		"isPrivate": r.Private, "isFork": r.Fork, "isArchived": r.Archived, "isEmpty": r.Empty, "isDisabled": r.Disabled, "isTemplate": r.Template,
		"createdAt": r.CreatedAt, "pushedAt": r.PushedAt, "updatedAt": r.updated(), "owner": object{"__typename": r.ownerType()},
		"primaryLanguage": optional(r.language(), "name"), "licenseInfo": optional(r.License, "spdxId"), "defaultBranchRef": r.defaultBranch(),
		"languages": field(func(a arguments) any {
			c := connection(a, r.languages(), func(name string) any { return object{"size": r.Languages[name], "node": object{"name": name}} })
			c["edges"] = c["nodes"]
			return c
		}),
		"repositoryTopics": object{"totalCount": len(r.Topics), "nodes": objects(r.Topics, func(t string) object { return object{"topic": object{"name": t}} })},
		"releases":         field(func(a arguments) any { return connection(a, r.Releases, Release.node) }),
		"latestRelease":    r.latest(),
		"object":           field(func(a arguments) any { return r.file(a.text("expression")) }),
	}
}

func (r *Repository) defaultBranch() any {
	if r.Empty {
		return nil
	}
	return object{"__typename": "Ref", "name": cmp.Or(r.Branch, "main"), "target": object{"__typename": "Commit", "history": object{"totalCount": r.History}}}
}

// optional returns null or an object with one field.
func optional(value, name string) any {
	if value == "" {
		return nil
	}
	return object{name: value}
}

func (r *Repository) latest() any {
	if len(r.Releases) == 0 {
		return nil
	}
	return object{"tagName": r.Releases[0].Tag, "publishedAt": r.Releases[0].At}
}

func (r Release) node() any {
	return object{"id": "RE_" + r.Tag, "isDraft": false,
		"releaseAssets": object{"totalCount": 1, "nodes": []object{{"id": "RA_" + r.Tag, "downloadCount": r.Downloads}}}}
}

// file returns the blob or tree at HEAD:path.
func (r *Repository) file(expression string) any {
	at := strings.TrimPrefix(expression, "HEAD:")
	if text, known := r.Files[at]; known {
		blob := object{"__typename": "Blob", "text": text, "isTruncated": false, "isBinary": isBinary(text), "byteSize": len(text)}
		if isBinary(text) {
			blob["text"] = nil
		}
		return blob
	}
	entries, seen := []object{}, map[string]bool{}
	for _, file := range r.paths() {
		rest, inside := strings.CutPrefix(file, prefix(at))
		name, _, folder := strings.Cut(rest, "/")
		if !inside || seen[name] {
			continue
		}
		seen[name] = true
		entry := object{"__typename": "TreeEntry", "name": name, "type": "blob", "object": object{"__typename": "Blob"}}
		if folder {
			entry["type"] = "tree"
			entry["object"] = field(func(arguments) any { return r.file(path.Join(at, name)) })
		}
		entries = append(entries, entry)
	}
	if len(entries) == 0 && (at != "" || r.Empty || r.Disabled) {
		return nil
	}
	return object{"__typename": "Tree", "entries": entries}
}

func prefix(dir string) string {
	if dir == "" {
		return ""
	}
	return dir + "/"
}

// connection returns one page of a list.
func connection[T any](a arguments, items []T, f func(T) any) object {
	begin, _ := strconv.Atoi(strings.TrimPrefix(a.text("after"), "cursor:"))
	begin = min(begin, len(items))
	end := min(begin+a.number("first"), len(items))
	nodes := []any{}
	for _, item := range items[begin:end] {
		nodes = append(nodes, f(item))
	}
	return object{
		"totalCount": len(items), "nodes": nodes,
		"pageInfo": object{"hasNextPage": end < len(items), "endCursor": fmt.Sprintf("cursor:%d", end)},
	}
}
