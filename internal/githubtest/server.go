package githubtest

import (
	"encoding/json"
	"maps"
	"net/http"
	"net/http/httptest"
	"slices"
	"strings"
	"sync"
	"time"
)

// Token is the token that a [Server] accepts.
const Token = "ghp_demo"

// Server is a running simulation of GitHub. Close it after use.
type Server struct {
	// URL is the address of its REST API; GraphQL is at URL + "/graphql".
	URL string

	http *httptest.Server

	mu      sync.Mutex
	account *accountIndex
	faults  []Fault
	seen    int
	log     []Request
	flight  int
	peak    int
	delay   time.Duration
	git     git
	spent   limits
	queries map[string]bool
}

// Request is a request that the server received.
type Request struct {
	Method, Path, Query string
	Body                string // the GraphQL query
	Variables           map[string]any
	Signed              bool // it carries a token
	// Began and Ended order requests: those that overlap were concurrent.
	Began, Ended time.Time
}

// Start serves an account on a free loopback port.
func Start(account Account) *Server {
	s := &Server{account: newAccountIndex(account), queries: map[string]bool{}, git: git{repositories: map[string]*gitRepository{}}}
	s.http = httptest.NewServer(http.HandlerFunc(s.serve))
	s.URL = s.http.URL
	return s
}

// Close stops the server and closes all its connections.
func (s *Server) Close() {
	s.http.CloseClientConnections()
	s.http.Close()
}

// Set replaces the account, as if time had passed.
func (s *Server) Set(account Account) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.account = newAccountIndex(account)
}

// Delay delays every response, as a network does.
func (s *Server) Delay(d time.Duration) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.delay = d
}

// Requests returns all requests since the start or the last Reset.
func (s *Server) Requests() []Request {
	s.mu.Lock()
	defer s.mu.Unlock()
	return append([]Request(nil), s.log...)
}

// Queries returns all GraphQL queries since the start, each once.
func (s *Server) Queries() []string {
	s.mu.Lock()
	defer s.mu.Unlock()
	return slices.Sorted(maps.Keys(s.queries))
}

// Peak returns the largest number of concurrent requests.
func (s *Server) Peak() int {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.peak
}

// Chain returns the largest number of requests without overlap: the round trips that a
// client waited for.
func (s *Server) Chain() int {
	chain, end := 0, time.Time{}
	for _, r := range s.Requests() { // in order of Began
		if !r.Began.Before(end) {
			chain++
			end = r.Ended
		} else if r.Ended.Before(end) {
			end = r.Ended
		}
	}
	return chain
}

// Reset forgets requests, faults and used points of the limits.
func (s *Server) Reset() {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.log, s.faults, s.seen, s.peak, s.spent = nil, nil, 0, 0, nil
}

func (s *Server) serve(w http.ResponseWriter, r *http.Request) {
	path := strings.TrimPrefix(r.URL.Path, "/api/v3")
	accountIndex, fault, index, delay, done := s.begin(r, path)
	defer done()
	time.Sleep(delay)
	var a answer
	switch auth := r.Header.Get("Authorization"); {
	case auth != "" && auth != "Bearer "+Token:
		a = problem(http.StatusUnauthorized, "Bad credentials")
	case path == "/graphql" || path == "/api/graphql":
		a = s.graphql(accountIndex, r, index, auth != "")
	case isBlob(path):
		a = s.blobAnswer(accountIndex, path)
	default:
		a = accountIndex.rest(r, path, "http://"+r.Host)
	}
	if !s.spend(w.Header(), path, max(1, a.points), r.Header.Get("Authorization") != "") {
		a = limitReached(path)
	} else if a.heavy != nil {
		fault = &Fault{Kind: a.heavy.As}
	}
	if fault != nil {
		fault.serve(w, r, a)
		return
	}
	a.send(w)
}

// begin records a request and picks the fault that affects it.
func (s *Server) begin(r *http.Request, path string) (*accountIndex, *Fault, int, time.Duration, func()) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.seen++
	s.flight++
	s.peak = max(s.peak, s.flight)
	index := len(s.log)
	s.log = append(s.log, Request{Method: r.Method, Path: path, Query: r.URL.RawQuery,
		Signed: r.Header.Get("Authorization") != "", Began: time.Now()})
	return s.account, pick(s.faults, s.seen), index, s.delay, func() {
		s.mu.Lock()
		defer s.mu.Unlock()
		s.flight--
		if index < len(s.log) {
			s.log[index].Ended = time.Now()
		}
	}
}

// answer is the response to a request.
type answer struct {
	status int
	link   string
	scopes string // of a classic token
	points int    // used by GraphQL
	heavy  *Heavy // why the server gives up on the query
	body   any
}

func problem(status int, message string) answer {
	return answer{status: status, body: object{"message": message}}
}

func (a answer) bytes() []byte {
	data, err := json.Marshal(a.body)
	if err != nil {
		return []byte(`{"message": "not JSON"}`)
	}
	return data
}

func (a answer) send(w http.ResponseWriter) {
	w.Header().Set("Content-Type", "application/json; charset=utf-8")
	if a.link != "" {
		w.Header().Set("Link", a.link)
	}
	if a.scopes != "" {
		w.Header().Set("X-OAuth-Scopes", a.scopes)
	}
	w.WriteHeader(a.status)
	w.Write(a.bytes())
}

// object is a JSON object.
type object = map[string]any
