package ghsync_test

import (
	"bytes"
	"fmt"
	"hash/crc32"
	"io"
	"net/http"
	"net/http/httptest"
	"net/http/httputil"
	"net/url"
	"regexp"
	"strconv"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"github.com/ghresume/ghresume/ghsync"
)

// TestDetailsRefusedOfMany: details that GitHub refuses of many repositories cost later reads
// no more than two requests each, and the next read after it gives them has them.
func TestDetailsRefusedOfMany(t *testing.T) {
	account := withFiles(big(12, 3, 2), 0)
	server := start(t, account)
	good, _ := fetch(t, at(server, ""), ghsync.Account{Login: account.Login})
	for _, path := range []string{"/git/trees", "/languages", "/releases"} {
		var isHealthy atomic.Bool
		address := before(t, server, func(_ int, w http.ResponseWriter, r *http.Request) bool {
			return !isHealthy.Load() && strings.Contains(r.URL.Path, path) && refusing(w, 404, `{"message": "Not Found"}`)
		})
		config := ghsync.SpeedUp(ghsync.Config{APIURL: address}, 1000)
		server.Reset()
		s, _ := fetch(t, config, ghsync.Account{Login: account.Login})
		if len(s.Cut) <= len(good.Cut) {
			t.Errorf("%s: cut %v", path, s.Cut)
		}
		at := now
		for i := range 6 {
			at = at.Add(time.Hour)
			server.Reset()
			s = read(t, config, at, s)
			if n := len(server.Requests()); n > 2 {
				t.Errorf("%s: read %d takes %d requests", path, i+2, n)
			}
		}
		isHealthy.Store(true)
		for range 2 {
			server.Reset()
			at = at.Add(time.Hour)
			s = read(t, config, at, s)
		}
		if got, want := content(t, s), content(t, good); got != want {
			t.Errorf("%s: %s", path, firstDifference(got, want))
		}
	}
}

// TestServerWithoutIDs: an old server gives repositories no IDs, only numbers. Refreshes tell
// from these which ones are known.
func TestServerWithoutIDs(t *testing.T) {
	account := big(30, 0, 1)
	server := start(t, account)
	target, err := url.Parse(server.URL)
	if err != nil {
		t.Fatal(err)
	}
	proxy := httputil.NewSingleHostReverseProxy(target)
	nodeID := regexp.MustCompile(`"node_id": ?"[^"]*"`)
	proxy.ModifyResponse = func(res *http.Response) error {
		body, err := io.ReadAll(res.Body)
		body = nodeID.ReplaceAllFunc(body, func(id []byte) []byte {
			return fmt.Appendf(nil, `"id": %d`, crc32.ChecksumIEEE(id))
		})
		res.Body = io.NopCloser(bytes.NewReader(body))
		res.ContentLength = int64(len(body))
		res.Header.Set("Content-Length", strconv.Itoa(len(body)))
		return err
	}
	old := httptest.NewServer(proxy)
	t.Cleanup(old.Close)
	config := ghsync.SpeedUp(ghsync.Config{APIURL: old.URL}, 1000)
	s, _ := fetch(t, config, ghsync.Account{Login: account.Login})
	at := now
	for range 3 {
		at = at.Add(time.Hour)
		server.Reset()
		s = read(t, config, at, s)
		if n := len(server.Requests()); n > 2 || len(s.Repositories) != 30 {
			t.Errorf("%d repositories by %d requests", len(s.Repositories), n)
		}
	}
}
