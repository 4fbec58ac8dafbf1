package preview

import (
	"context"
	"errors"
	"io"
	"net"
	"net/http"
	"strings"
	"testing"
	"time"
)

// serve runs a server whose page says "Ada" until the test ends.
func serve(t *testing.T) *Server {
	t.Helper()
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	s := New(Backend{
		Menu: Menu{Profile: "<Ada>.toml", Themes: []string{"classic"}, Endings: []string{".md"}},
		View: func(c Choice) View { return View{Sheet: "Ada " + c.Theme} },
		File: func(name string, _ Choice) ([]byte, error) { return []byte("Ada in " + name), nil },
	}, listener.Addr().String(), "TOKEN")
	ctx, stop := context.WithCancel(t.Context())
	ended := make(chan error, 1)
	go func() { ended <- s.Serve(ctx, listener) }()
	t.Cleanup(func() {
		stop()
		if err := <-ended; err != nil {
			t.Error(err)
		}
	})
	return s
}

func ask(t *testing.T, s *Server, method, path, body string, header map[string]string) (int, string) {
	t.Helper()
	r, err := http.NewRequestWithContext(t.Context(), method, s.Address()+path, strings.NewReader(body))
	if err != nil {
		t.Fatal(err)
	}
	for name, value := range header {
		r.Header.Set(name, value)
		if name == "Host" {
			r.Host = value
		}
	}
	res, err := http.DefaultClient.Do(r)
	if err != nil {
		t.Fatal(err)
	}
	defer res.Body.Close()
	text, err := io.ReadAll(res.Body)
	if err != nil {
		t.Fatal(err)
	}
	return res.StatusCode, string(text)
}

func TestServerRefusesStrangers(t *testing.T) {
	s := serve(t)
	for _, test := range []struct {
		name, path string
		header     map[string]string
		want       int
	}{
		{"the person", "", nil, http.StatusOK},
		{"its own page", "preview.js", map[string]string{"Origin": "http://" + s.host, "Sec-Fetch-Site": "same-origin"}, http.StatusOK},
		{"another page", "", map[string]string{"Origin": "https://evil.example"}, http.StatusForbidden},
		{"another port", "", map[string]string{"Origin": "http://127.0.0.1:1"}, http.StatusForbidden},
		{"a file or a sandbox", "", map[string]string{"Origin": "null"}, http.StatusForbidden},
		{"an image on another page", "preview.js", map[string]string{"Sec-Fetch-Site": "cross-site"}, http.StatusForbidden},
		{"another name for this machine", "", map[string]string{"Host": "evil.example:" + strings.Split(s.host, ":")[1]}, http.StatusForbidden},
		{"no token", "../", nil, http.StatusNotFound},
		{"another token", "../AAAAA/", nil, http.StatusNotFound},
		{"another file", "../../resume.toml", nil, http.StatusNotFound},
		{"a form that is not on the menu", "resume.odt", nil, http.StatusNotFound},
		{"a view without a choice", "view", nil, http.StatusMethodNotAllowed},
	} {
		if status, body := ask(t, s, http.MethodGet, test.path, "", test.header); status != test.want || test.want != http.StatusOK && strings.Contains(body, "Ada") {
			t.Errorf("%s gets %d: %s", test.name, status, body)
		}
	}
	for _, path := range []string{"view", "resume.md"} {
		if status, body := ask(t, s, http.MethodPost, path, "{}", map[string]string{"Origin": "https://evil.example"}); status != http.StatusForbidden || strings.Contains(body, "Ada") {
			t.Errorf("%s for another page: %d %s", path, status, body)
		}
		if status, body := ask(t, s, http.MethodPost, path, `{"theme": "pink"}`, nil); status != http.StatusOK || !strings.Contains(body, "Ada") {
			t.Errorf("%s for its own page: %d %s", path, status, body)
		}
		for _, body := range []string{"format=x", `{"posting": "` + strings.Repeat("x", 7*MaxPosting) + `"}`} {
			if status, _ := ask(t, s, http.MethodPost, path, body, nil); status != http.StatusBadRequest {
				t.Errorf("%s: %.20s gets %d", path, body, status)
			}
		}
	}
}

// The page refers to no other host and escapes names, and its policy allows nothing else.
func TestPageAsksNobodyElse(t *testing.T) {
	s := serve(t)
	for _, path := range []string{"", "preview.css", "preview.js"} {
		if _, body := ask(t, s, http.MethodGet, path, "", nil); body == "" || strings.Contains(body, "//") && strings.Contains(body, "http") || strings.Contains(body, "<Ada>") {
			t.Errorf("%q names another host, or lets markup in", path)
		}
	}
	res, err := http.Get(s.Address())
	if err != nil {
		t.Fatal(err)
	}
	defer res.Body.Close()
	if policy := res.Header.Get("Content-Security-Policy"); !strings.HasPrefix(policy, "default-src 'none'; script-src 'self';") {
		t.Errorf("policy %q", policy)
	}
}

// An open page gets each change, and a full queue never blocks.
func TestChangesAreTold(t *testing.T) {
	s := serve(t)
	res, err := http.Get(s.Address() + "changes")
	if err != nil {
		t.Fatal(err)
	}
	defer res.Body.Close()
	seen := make(chan error, 1)
	go func() {
		text := ""
		for buffer := make([]byte, 100); !strings.Contains(text, "data: changed"); {
			n, err := res.Body.Read(buffer)
			if text += string(buffer[:n]); err != nil {
				seen <- errors.New(text)
				return
			}
		}
		seen <- nil
	}()
	for range 100 {
		s.Changed()
	}
	select {
	case err := <-seen:
		if err != nil {
			t.Error(err)
		}
	case <-time.After(10 * time.Second):
		t.Error("nothing is told")
	}
}
