package preview

import (
	"fmt"
	"net/http"
	"sync"
	"time"
)

// broadcaster notifies all open pages of changes.
type broadcaster struct {
	mu    sync.Mutex
	pages map[chan struct{}]bool
}

// subscribe returns a channel that gets a value after each change, and a function to leave.
func (n *broadcaster) subscribe() (news <-chan struct{}, leave func()) {
	page := make(chan struct{}, 1) // one pending change covers all
	n.mu.Lock()
	defer n.mu.Unlock()
	if n.pages == nil {
		n.pages = map[chan struct{}]bool{}
	}
	n.pages[page] = true
	return page, func() {
		n.mu.Lock()
		defer n.mu.Unlock()
		delete(n.pages, page)
	}
}

// Changed makes all open pages request their content again.
func (s *Server) Changed() {
	s.news.mu.Lock()
	defer s.news.mu.Unlock()
	for page := range s.news.pages {
		select {
		case page <- struct{}{}:
		default:
		}
	}
}

// pulse is the interval that keeps proxies and browsers from closing an idle connection.
const pulse = 20 * time.Second

// changes sends a stream of server-sent events, one for each change.
func (s *Server) changes(w http.ResponseWriter, r *http.Request) {
	news, leave := s.news.subscribe()
	defer leave()
	w.Header().Set("Content-Type", "text/event-stream")
	beat := time.NewTicker(pulse)
	defer beat.Stop()
	send := func(text string) bool {
		_, err := fmt.Fprint(w, text)
		return err == nil && http.NewResponseController(w).Flush() == nil
	}
	for ok := send("retry: 1000\n\n"); ok; {
		select {
		case <-r.Context().Done():
			return
		case <-news:
			ok = send("data: changed\n\n")
		case <-beat.C:
			ok = send(": still here\n\n")
		}
	}
}
