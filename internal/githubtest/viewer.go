package githubtest

import (
	"net/http"
	"slices"
)

// limitsEnd is when the limits of every server reset: 2100-01-01 in UTC.
const limitsEnd = 4102444800

// rateLimit returns limits of which nothing has been used.
func rateLimit(signed bool) answer {
	rest, search, graphql := 60, 10, 0
	if signed {
		rest, search, graphql = 5000, 30, 5000
	}
	whole := func(n int) object { return object{"limit": n, "remaining": n, "used": 0, "reset": limitsEnd} }
	a := ok(object{"resources": object{"core": whole(rest), "search": whole(search), "graphql": whole(graphql)}, "rate": whole(rest)})
	if signed {
		a.scopes = "read:user, public_repo"
	}
	return a
}

// viewer returns the owner of the token, which is the account itself.
func (w *accountIndex) viewer(r *http.Request, path, base string) answer {
	switch {
	case r.Header.Get("Authorization") == "":
		return problem(http.StatusUnauthorized, "Requires authentication")
	case path == "/user":
		return w.user(r.URL, "", path, base)
	case path == "/user/repos" && r.URL.Query().Get("visibility") == "private":
		private := slices.DeleteFunc(slices.Clone(w.Repositories), func(p Repository) bool { return !p.Private })
		return page(r.URL, path, base, objects(private, func(p Repository) object { return p.json() }))
	}
	return problem(http.StatusNotFound, "Not Found")
}
