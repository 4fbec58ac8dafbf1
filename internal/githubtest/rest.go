package githubtest

import (
	"cmp"
	"encoding/base64"
	"fmt"
	"hash/crc32"
	"maps"
	"net/http"
	"net/url"
	"slices"
	"strconv"
	"strings"
)

// rest answers the REST calls that ghsync makes.
func (w *accountIndex) rest(r *http.Request, path, base string) answer {
	if r.Method != http.MethodGet {
		return problem(http.StatusNotFound, "Not Found")
	}
	part := strings.Split(strings.Trim(path, "/"), "/")
	switch {
	case path == "/rate_limit":
		return rateLimit(r.Header.Get("Authorization") != "")
	case part[0] == "user":
		return w.viewer(r, path, base)
	case part[0] == "search":
		return w.search(r.URL, path, base)
	case part[0] == "users" && len(part) >= 2 && strings.EqualFold(part[1], w.Login):
		return w.user(r.URL, strings.Join(part[2:], "/"), path, base)
	case part[0] == "users" && len(part) == 2 && w.isOrganization(part[1]):
		return ok(object{"login": part[1], "type": "Organization"})
	case part[0] == "repos" && len(part) >= 3:
		if repo := w.repository(part[1] + "/" + part[2]); repo != nil && !repo.Private {
			return repo.rest(r.URL, strings.Join(part[3:], "/"), path, base)
		}
	}
	return problem(http.StatusNotFound, "Not Found")
}

// isOrganization reports whether an organization with that login owns any of the
// repositories.
func (w *accountIndex) isOrganization(login string) bool {
	return slices.ContainsFunc(w.Repositories, func(r Repository) bool {
		owner, _, _ := strings.Cut(r.Name, "/")
		return r.Organization && strings.EqualFold(owner, login)
	})
}

func (w *accountIndex) user(u *url.URL, what, path, base string) answer {
	switch what {
	case "":
		return ok(object{
			"login": w.Login, "type": "User", "name": w.Name, "bio": w.Bio, "company": w.Company, "location": w.Location,
			"blog": w.Website, "html_url": "https://github.com/" + w.Login, "created_at": w.CreatedAt, "public_repos": len(w.own),
		})
	case "repos":
		return page(u, path, base, objects(w.own, (*Repository).json))
	case "orgs":
		return page(u, path, base, objects(w.Organizations, func(login string) object { return object{"login": login} }))
	case "social_accounts":
		return page(u, path, base, objects(w.Social, func(s Social) object { return object{"provider": s.Provider, "url": s.URL} }))
	}
	return problem(http.StatusNotFound, "Not Found")
}

func (w *accountIndex) search(u *url.URL, path, base string) answer {
	items := []object{}
	query := u.Query().Get("q")
	switch path {
	case "/search/issues":
		items = objects(w.find(query), func(p *PullRequest) object { return w.issue(p, base) })
	case "/search/repositories":
		for word := range strings.FieldsSeq(query) {
			if name, ok := strings.CutPrefix(word, "repo:"); ok && w.repository(name) != nil && !w.repository(name).Private {
				items = append(items, w.repository(name).json())
			}
		}
	default:
		return problem(http.StatusNotFound, "Not Found")
	}
	total := len(items)
	a := page(u, path, base, items[:min(total, searchCap)])
	a.body = object{"total_count": total, "incomplete_results": false, "items": a.body}
	return a
}

// searchCap is the most results that GitHub returns for a search.
const searchCap = 1000

func (w *accountIndex) issue(p *PullRequest, base string) object {
	return object{
		"number": p.Number, "title": p.Title, "repository_url": base + "/repos/" + p.Repository,
		"html_url":           fmt.Sprintf("https://github.com/%s/pull/%d", p.Repository, p.Number),
		"author_association": p.role(), "pull_request": object{"merged_at": p.MergedAt},
	}
}

func (r *Repository) json() object {
	owner, _, _ := strings.Cut(r.Name, "/")
	size := 0
	if !r.Empty {
		size = 42
	}
	o := object{
		"node_id": r.nodeID(), "full_name": r.Name, "description": r.Description, "html_url": "https://github.com/" + r.Name,
		"homepage": r.Homepage, "stargazers_count": r.Stars, "forks_count": r.Forks, "fork": r.Fork, "archived": r.Archived,
		"is_template": r.Template, "private": r.Private, "disabled": r.Disabled, "topics": r.Topics, "default_branch": cmp.Or(r.Branch, "main"), "language": r.language(),
		"created_at": r.CreatedAt, "pushed_at": r.PushedAt, "updated_at": r.updated(), "size": size,
		"owner": object{"login": owner, "type": r.ownerType()},
	}
	if r.License != "" {
		o["license"] = object{"spdx_id": r.License}
	}
	return o
}

func (r *Repository) ownerType() string {
	if r.Organization {
		return "Organization"
	}
	return "User"
}

func (r *Repository) rest(u *url.URL, what, path, base string) answer {
	switch {
	case what == "":
		return ok(r.json())
	case what == "languages":
		return ok(maps.Collect(maps.All(r.Languages))) // {} if there are none
	case what == "releases":
		return page(u, path, base, objects(r.Releases, Release.json))
	case strings.HasPrefix(what, "git/trees/"):
		return ok(object{"truncated": false, "tree": objects(r.paths(), func(p string) object { return object{"path": p, "type": "blob"} })})
	case strings.HasPrefix(what, "contents/"):
		if text, known := r.Files[strings.TrimPrefix(what, "contents/")]; known {
			return ok(object{"type": "file", "encoding": "base64", "content": base64.StdEncoding.EncodeToString([]byte(text))})
		}
	}
	return problem(http.StatusNotFound, "Not Found")
}

// paths returns the files. Something must be written in a repository's languages.
func (r *Repository) paths() []string {
	var out []string
	if len(r.Files) == 0 && len(r.Languages) > 0 {
		return []string{"README.md"}
	}
	for path := range r.Files {
		out = append(out, path)
	}
	slices.Sort(out)
	return out
}

func (r Release) json() object {
	id := int(crc32.ChecksumIEEE([]byte(r.Tag)))
	return object{"id": id, "tag_name": r.Tag, "published_at": r.At, "assets": []object{{"id": id, "download_count": r.Downloads}}}
}

func ok(body any) answer { return answer{status: http.StatusOK, body: body} }

func objects[T any](items []T, f func(T) object) []object {
	out := make([]object, 0, len(items))
	for _, item := range items {
		out = append(out, f(item))
	}
	return out
}

// page returns one page of a list, with links to its neighbors.
func page(u *url.URL, path, base string, items []object) answer {
	q := u.Query()
	number := func(key string, otherwise int) int {
		if n, err := strconv.Atoi(q.Get(key)); err == nil && n > 0 {
			return n
		}
		return otherwise
	}
	size, n := min(number("per_page", 30), 100), number("page", 1)
	last := max(1, (len(items)+size-1)/size)
	a := ok(items[min((n-1)*size, len(items)):min(n*size, len(items))])
	if n < last {
		link := func(to int, rel string) string {
			q.Set("page", strconv.Itoa(to))
			return fmt.Sprintf(`<%s%s?%s>; rel="%s"`, base, path, q.Encode(), rel)
		}
		a.link = link(n+1, "next") + ", " + link(last, "last")
	}
	return a
}
