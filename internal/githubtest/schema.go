package githubtest

import (
	"cmp"
	"fmt"
	"path"
	"slices"
	"strconv"
	"strings"
)

// root is the query type, as far as ghsync asks.
func (w *world) root() object {
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
		"node": field(func(a arguments) any { return w.node(a.text("id")) }),
	}
}

func (w *world) node(id string) any {
	if r := w.byID[id]; r != nil && !r.Private {
		return w.repositoryNode(r)
	}
	return missing("Could not resolve to a node with the global id of '" + id + "'")
}

func (w *world) userNode(login string) any {
	if !strings.EqualFold(login, w.Login) {
		return missing("Could not resolve to a User with the login of '" + login + "'.")
	}
	return object{
		"__typename": "User", "login": w.Login, "name": w.Name, "bio": w.Bio, "company": w.Company, "location": w.Location,
		"websiteUrl": w.Website, "url": "https://github.com/" + w.Login, "createdAt": w.CreatedAt,
		"socialAccounts":          object{"nodes": objects(w.Social, func(s Social) object { return object{"provider": s.Provider, "url": s.URL} })},
		"pinnedItems":             object{"nodes": w.pinnedNodes()},
		"repositories":            field(w.repositoriesNode),
		"contributionsCollection": field(w.commitsNode),
	}
}

func (w *world) pinnedNodes() []object {
	out := []object{}
	for _, name := range w.Pinned {
		if r := w.repository(name); r != nil {
			out = append(out, w.repositoryNode(r).(object))
		}
	}
	return out
}

func (w *world) repositoriesNode(a arguments) any {
	list := slices.Clone(w.own)
	order, _ := a["orderBy"].(object)
	slices.SortStableFunc(list, func(x, y *Repository) int {
		if order["field"] == "CREATED_AT" {
			return cmp.Or(y.CreatedAt.Compare(x.CreatedAt), cmp.Compare(x.Name, y.Name))
		}
		return cmp.Or(y.PushedAt.Compare(x.PushedAt), cmp.Compare(x.Name, y.Name))
	})
	if order["direction"] == "ASC" {
		slices.Reverse(list)
	}
	return connection(a, list, func(r *Repository) any { return w.repositoryNode(r) })
}

func (w *world) searchNode(a arguments) any {
	found := w.find(a.text("query"))
	slices.Reverse(found)
	shown := found[:min(len(found), searchCap)]
	c := connection(a, shown, func(p *PullRequest) any {
		return object{
			"__typename": "PullRequest", "number": p.Number, "title": p.Title, "headRefName": p.Branch, "mergedAt": p.MergedAt,
			"additions": p.Additions, "deletions": p.Deletions, "repository": w.repositoryNode(w.repository(p.Repository)),
		}
	})
	c["issueCount"] = len(found)
	return c
}

func (w *world) commitsNode(a arguments) any {
	year, _ := strconv.Atoi(a.text("from")[:4])
	list := []object{}
	for i := range w.Repositories {
		for _, c := range w.Repositories[i].Commits {
			if c.Year == year {
				list = append(list, object{"contributions": object{"totalCount": c.Count}, "repository": w.repositoryNode(&w.Repositories[i])})
			}
		}
	}
	return object{"__typename": "ContributionsCollection", "commitContributionsByRepository": list}
}

func (w *world) repositoryNode(r *Repository) any {
	if r == nil {
		return missing("Could not resolve to a Repository.")
	}
	return object{
		"__typename": "Repository", "id": nodeID(r.Name), "nameWithOwner": r.Name, "description": r.Description,
		"url": "https://github.com/" + r.Name, "homepageUrl": r.Homepage, "stargazerCount": r.Stars, "forkCount": r.Forks,
		"isPrivate": r.Private, "isFork": r.Fork, "isArchived": r.Archived, "isEmpty": r.Empty, "isTemplate": r.Template,
		"createdAt": r.CreatedAt, "pushedAt": r.PushedAt, "updatedAt": r.updated(), "owner": object{"__typename": r.ownerType()},
		"primaryLanguage": optional(r.language(), "name"), "licenseInfo": optional(r.License, "spdxId"), "defaultBranchRef": optional(r.branch(), "name"),
		"languages": field(func(a arguments) any {
			c := connection(a, r.languages(), func(name string) any { return object{"size": r.Languages[name], "node": object{"name": name}} })
			c["edges"] = c["nodes"]
			return c
		}),
		"repositoryTopics": object{"nodes": objects(r.Topics, func(t string) object { return object{"topic": object{"name": t}} })},
		"releases":         field(func(a arguments) any { return connection(a, r.Releases, Release.node) }),
		"latestRelease":    r.latest(),
		"object":           field(func(a arguments) any { return r.file(a.text("expression")) }),
	}
}

func (r *Repository) branch() string {
	if r.Empty {
		return ""
	}
	return "main"
}

// optional is null or an object of one field.
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
	return object{"isDraft": false, "releaseAssets": object{"totalCount": 1, "nodes": []object{{"downloadCount": r.Downloads}}}}
}

// file is the blob or tree at HEAD:path.
func (r *Repository) file(expression string) any {
	at := strings.TrimPrefix(expression, "HEAD:")
	if text, known := r.Files[at]; known {
		return object{"__typename": "Blob", "text": text, "isTruncated": false}
	}
	entries, seen := []object{}, map[string]bool{}
	for _, file := range r.paths() {
		rest, inside := strings.CutPrefix(file, prefix(at))
		name, _, folder := strings.Cut(rest, "/")
		if !inside || seen[name] {
			continue
		}
		seen[name] = true
		entry := object{"name": name, "type": "blob"}
		if folder {
			entry["type"] = "tree"
			entry["object"] = field(func(arguments) any { return r.file(path.Join(at, name)) })
		}
		entries = append(entries, entry)
	}
	if len(entries) == 0 {
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

// connection is one page of a list.
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
