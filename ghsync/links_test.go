package ghsync

import (
	"net/http"
	"net/http/httptest"
	"testing"
)

func TestCheckLinks(t *testing.T) {
	mux := http.NewServeMux()
	mux.HandleFunc("/fine", func(http.ResponseWriter, *http.Request) {})
	mux.HandleFunc("/moved", func(w http.ResponseWriter, r *http.Request) {
		http.Redirect(w, r, "/fine", http.StatusMovedPermanently)
	})
	mux.HandleFunc("/no-head", func(w http.ResponseWriter, r *http.Request) {
		if r.Method == http.MethodHead {
			w.WriteHeader(http.StatusMethodNotAllowed)
		}
	})
	server := httptest.NewServer(mux)
	closed := httptest.NewServer(nil)
	closed.Close()
	defer server.Close()
	want := map[string]int{
		server.URL + "/fine":    200,
		server.URL + "/moved":   200,
		server.URL + "/no-head": 200,
		server.URL + "/missing": 404,
		closed.URL + "/":        0,
	}
	var addresses []string
	for address := range want {
		addresses = append(addresses, address)
	}
	got := CheckLinks(t.Context(), append(addresses, "mailto:ada@example.com"))
	if len(got) != len(want) {
		t.Errorf("%d answers, want %d: %v", len(got), len(want), got)
	}
	for address, code := range want {
		if got[address].Code != code || (code == 0) != (got[address].Err != "") {
			t.Errorf("%s: %+v, want %d", address, got[address], code)
		}
	}
}
