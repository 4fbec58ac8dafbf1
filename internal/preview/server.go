// Package preview serves the page of `ghresume preview`: the resume as it will print, the
// findings, and the coverage of a posting. A [Backend] of the caller makes what the page shows.
package preview

import (
	"context"
	"crypto/subtle"
	"embed"
	"encoding/json"
	"errors"
	"fmt"
	"html/template"
	"net"
	"net/http"
	"path"
	"slices"
	"strings"
	"time"
)

//go:embed page.html.tmpl preview.css preview.js
var assets embed.FS

// Backend produces what the page shows.
type Backend struct {
	Menu Menu
	// View returns the page's content for a choice.
	View func(Choice) View
	// File returns the resume for a choice as a file of that name.
	File func(name string, c Choice) ([]byte, error)
}

// Menu is what the page can offer to choose from.
type Menu struct {
	Profile, Job, Template                         string
	Formats, Templates, Themes, Languages, Endings []string
	// Variants are those of the profile at the time the page was opened.
	Variants []string
}

// Server shows one backend to the browser that knows its address.
//
// Other pages open in the same browser must not read the resume: checking the host protects
// against DNS rebinding; checking the origin, against requests from other pages; and the
// token in the path cannot be guessed.
type Server struct {
	backend Backend
	host    string // 127.0.0.1:PORT
	root    string // /TOKEN/
	mux     *http.ServeMux
	news    broadcaster
}

// New returns a server for a backend on a host, below a token that nobody can guess.
func New(b Backend, host, token string) *Server {
	s := &Server{backend: b, host: host, root: "/" + token + "/", mux: http.NewServeMux()}
	s.mux.HandleFunc("GET /{$}", s.page)
	s.mux.HandleFunc("GET /preview.css", asset("preview.css", "text/css; charset=utf-8"))
	s.mux.HandleFunc("GET /preview.js", asset("preview.js", "text/javascript; charset=utf-8"))
	s.mux.HandleFunc("GET /changes", s.changes)
	s.mux.HandleFunc("POST /view", s.view)
	for _, form := range b.Menu.Endings {
		s.mux.HandleFunc("POST /resume"+form, s.download)
	}
	return s
}

// Address returns the address of the page.
func (s *Server) Address() string { return "http://" + s.host + s.root }

// Serve serves requests until ctx ends.
func (s *Server) Serve(ctx context.Context, l net.Listener) error {
	server := &http.Server{Handler: s, ReadHeaderTimeout: 5 * time.Second, BaseContext: func(net.Listener) context.Context { return ctx }}
	stop := context.AfterFunc(ctx, func() { server.Close() })
	defer stop()
	if err := server.Serve(l); !errors.Is(err, http.ErrServerClosed) {
		return err
	}
	return nil
}

// ServeHTTP accepts requests for this host, from this page, with the token.
func (s *Server) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	h := w.Header()
	h.Set("Cache-Control", "no-store")
	h.Set("X-Content-Type-Options", "nosniff")
	h.Set("Referrer-Policy", "same-origin")
	h.Set("Cross-Origin-Resource-Policy", "same-origin")
	h.Set("Cross-Origin-Opener-Policy", "same-origin")
	prefix := r.URL.Path[:min(len(r.URL.Path), len(s.root))]
	switch {
	case !s.isOurs(r):
		http.Error(w, "forbidden: the request comes from another page", http.StatusForbidden)
	case subtle.ConstantTimeCompare([]byte(prefix), []byte(s.root)) == 0:
		http.NotFound(w, r)
	default:
		http.StripPrefix(strings.TrimSuffix(s.root, "/"), s.mux).ServeHTTP(w, r)
	}
}

// isOurs reports whether a request is meant for this server and comes from its own page or
// directly from the user: browsers send both facts.
func (s *Server) isOurs(r *http.Request) bool {
	origin, site := r.Header.Get("Origin"), r.Header.Get("Sec-Fetch-Site")
	return r.Host == s.host && (origin == "" || origin == "http://"+s.host) && slices.Contains([]string{"", "none", "same-origin"}, site)
}

func asset(name, kind string) http.HandlerFunc {
	data, err := assets.ReadFile(name)
	return func(w http.ResponseWriter, _ *http.Request) {
		if err != nil {
			http.Error(w, err.Error(), http.StatusInternalServerError)
			return
		}
		w.Header().Set("Content-Type", kind)
		w.Write(data)
	}
}

// policy lets the page load its own files and nothing else. The resume's styles are inline;
// its content is sanitized, and its frame runs no scripts.
const policy = "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; connect-src 'self'; img-src data:; font-src data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"

func (s *Server) page(w http.ResponseWriter, _ *http.Request) {
	page, err := template.ParseFS(assets, "page.html.tmpl")
	if err != nil {
		http.Error(w, err.Error(), http.StatusInternalServerError)
		return
	}
	w.Header().Set("Content-Type", "text/html; charset=utf-8")
	w.Header().Set("Content-Security-Policy", policy)
	page.Execute(w, s.backend.Menu)
}

// view responds with the page's content for a choice.
func (s *Server) view(w http.ResponseWriter, r *http.Request) {
	c, ok := readChoice(w, r)
	if !ok {
		return
	}
	w.Header().Set("Content-Type", "application/json")
	json.NewEncoder(w).Encode(s.backend.View(c))
}

// download responds with the resume as a file.
func (s *Server) download(w http.ResponseWriter, r *http.Request) {
	c, ok := readChoice(w, r)
	if !ok {
		return
	}
	name := path.Base(r.URL.Path)
	data, err := s.backend.File(name, c)
	if err != nil {
		http.Error(w, err.Error(), http.StatusUnprocessableEntity)
		return
	}
	w.Header().Set("Content-Type", "application/octet-stream")
	w.Header().Set("Content-Disposition", fmt.Sprintf("attachment; filename=%q", name))
	w.Write(data)
}

// readChoice reads the choice, or responds that it is not valid.
func readChoice(w http.ResponseWriter, r *http.Request) (c Choice, ok bool) {
	const escaped = 6 // JSON may take this many bytes for one
	err := json.NewDecoder(http.MaxBytesReader(w, r.Body, escaped*MaxPosting)).Decode(&c)
	if err != nil {
		http.Error(w, "not a choice: "+err.Error(), http.StatusBadRequest)
	}
	return c, err == nil
}
