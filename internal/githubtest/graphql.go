package githubtest

import "net/http"

func (s *Server) graphql(w *world, r *http.Request, index int, signed bool) answer {
	return problem(http.StatusNotFound, "Not Found")
}
