package main

import (
	"cmp"
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

	"github.com/ghresume/ghresume/document"
	"github.com/ghresume/ghresume/render"
	"github.com/ghresume/ghresume/resume"
	"github.com/ghresume/ghresume/templates"
)

//go:embed preview/page.html.tmpl preview/preview.css preview/preview.js
var previewAssets embed.FS

// previewServer shows one desk to the browser that knows its address.
//
// Other pages that are open in the same browser must not read the resume: the
// host is compared, against names that are made to point here; the origin, against
// requests of other pages; and nobody guesses the token in the path.
type previewServer struct {
	desk *desk
	host string // 127.0.0.1:PORT
	root string // /TOKEN/
	mux  *http.ServeMux
	news newsroom
}

func newPreviewServer(d *desk, host, token string) *previewServer {
	s := &previewServer{desk: d, host: host, root: "/" + token + "/", mux: http.NewServeMux()}
	s.mux.HandleFunc("GET /{$}", s.page)
	s.mux.HandleFunc("GET /preview.css", asset("preview/preview.css", "text/css; charset=utf-8"))
	s.mux.HandleFunc("GET /preview.js", asset("preview/preview.js", "text/javascript; charset=utf-8"))
	s.mux.HandleFunc("GET /changes", s.changes)
	s.mux.HandleFunc("POST /view", s.view)
	for _, form := range render.Endings() {
		s.mux.HandleFunc("POST /resume"+form, s.download)
	}
	return s
}

// serve answers until ctx ends.
func (s *previewServer) serve(ctx context.Context, l net.Listener) error {
	server := &http.Server{Handler: s, ReadHeaderTimeout: 5 * time.Second, BaseContext: func(net.Listener) context.Context { return ctx }}
	stop := context.AfterFunc(ctx, func() { server.Close() })
	defer stop()
	if err := server.Serve(l); !errors.Is(err, http.ErrServerClosed) {
		return failed(err, "")
	}
	return nil
}

// ServeHTTP lets in who asks for this host, from this page, with the token.
func (s *previewServer) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	h := w.Header()
	h.Set("Cache-Control", "no-store")
	h.Set("X-Content-Type-Options", "nosniff")
	h.Set("Referrer-Policy", "same-origin")
	h.Set("Cross-Origin-Resource-Policy", "same-origin")
	h.Set("Cross-Origin-Opener-Policy", "same-origin")
	prefix := r.URL.Path[:min(len(r.URL.Path), len(s.root))]
	switch {
	case !s.isOurs(r):
		http.Error(w, "this page is not for you", http.StatusForbidden)
	case subtle.ConstantTimeCompare([]byte(prefix), []byte(s.root)) == 0:
		http.NotFound(w, r)
	default:
		http.StripPrefix(strings.TrimSuffix(s.root, "/"), s.mux).ServeHTTP(w, r)
	}
}

// isOurs reports whether a request is meant for this server and comes from its
// own page or from the person: browsers tell both.
func (s *previewServer) isOurs(r *http.Request) bool {
	origin, site := r.Header.Get("Origin"), r.Header.Get("Sec-Fetch-Site")
	return r.Host == s.host && (origin == "" || origin == "http://"+s.host) && slices.Contains([]string{"", "none", "same-origin"}, site)
}

func asset(name, kind string) http.HandlerFunc {
	data, err := previewAssets.ReadFile(name)
	return func(w http.ResponseWriter, _ *http.Request) {
		if err != nil {
			http.Error(w, err.Error(), http.StatusInternalServerError)
			return
		}
		w.Header().Set("Content-Type", kind)
		w.Write(data)
	}
}

// previewPolicy lets the page load its own files and nothing else. The styles
// of the resume stand inside of it; what it says is sanitised, and its frame runs no scripts.
const previewPolicy = "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; connect-src 'self'; img-src data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"

func (s *previewServer) page(w http.ResponseWriter, _ *http.Request) {
	page, err := template.ParseFS(previewAssets, "preview/page.html.tmpl")
	if err != nil {
		http.Error(w, err.Error(), http.StatusInternalServerError)
		return
	}
	w.Header().Set("Content-Type", "text/html; charset=utf-8")
	w.Header().Set("Content-Security-Policy", previewPolicy)
	o := s.desk.options
	page.Execute(w, map[string]any{
		"Profile":   cmp.Or(o.profile, defaultProfile),
		"Job":       o.job,
		"Template":  o.template,
		"Formats":   []resume.Format{resume.Chronological, resume.Combination, resume.Functional},
		"Templates": s.desk.templates(),
		"Themes":    document.Themes(),
		"Languages": templates.Languages(),
		"Endings":   render.Endings(),
	})
}

// view answers a choice with what the page shall show.
func (s *previewServer) view(w http.ResponseWriter, r *http.Request) {
	c, ok := readChoice(w, r)
	if !ok {
		return
	}
	w.Header().Set("Content-Type", "application/json")
	json.NewEncoder(w).Encode(s.desk.view(c))
}

// download answers a choice with the resume as a file.
func (s *previewServer) download(w http.ResponseWriter, r *http.Request) {
	c, ok := readChoice(w, r)
	if !ok {
		return
	}
	name := path.Base(r.URL.Path)
	data, err := s.desk.file(name, c)
	if err != nil {
		http.Error(w, err.Error(), http.StatusUnprocessableEntity)
		return
	}
	w.Header().Set("Content-Type", "application/octet-stream")
	w.Header().Set("Content-Disposition", fmt.Sprintf("attachment; filename=%q", name))
	w.Write(data)
}

// readChoice reads what was picked, or answers that it is none.
func readChoice(w http.ResponseWriter, r *http.Request) (c choice, ok bool) {
	const escaped = 6 // bytes that JSON may take for one
	err := json.NewDecoder(http.MaxBytesReader(w, r.Body, escaped*maxPosting)).Decode(&c)
	if err != nil {
		http.Error(w, "not a choice: "+err.Error(), http.StatusBadRequest)
	}
	return c, err == nil
}

// file is the resume as picked, as a file of that name.
func (d *desk) file(name string, c choice) ([]byte, error) {
	m, _, _ := d.look()
	if m == nil {
		return nil, errors.New("there is no resume yet")
	}
	t, err := d.draft(m, c)
	if err != nil {
		return nil, err
	}
	return t.file(name)
}
