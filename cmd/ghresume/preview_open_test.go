package main

import (
	"bufio"
	"bytes"
	"context"
	"encoding/json"
	"io"
	"net/http"
	"os"
	"strings"
	"testing"
	"time"

	"github.com/ghresume/ghresume/internal/cli"
	"github.com/ghresume/ghresume/internal/preview"
)

// open is a running preview.
type open struct {
	t       *testing.T
	address string
}

// startPreview is startPreviewIn without GitHub.
func startPreview(t *testing.T, files map[string]string, args ...string) open {
	return startPreviewIn(t, nil, files, append([]string{"--offline", "--snapshot", "none.json"}, args...)...)
}

// startPreviewIn runs the command in a new folder until the test ends, and checks that it
// ends well.
func startPreviewIn(t *testing.T, env, files map[string]string, args ...string) open {
	t.Chdir(t.TempDir())
	for name, text := range files {
		save(t, name, text)
	}
	ctx, stop := context.WithCancel(t.Context())
	out, in := io.Pipe()
	var messages bytes.Buffer
	w := &cli.Env{Stdout: in, Stderr: &messages, Now: func() time.Time { return demoTime }, Env: func(name string) string { return env[name] }}
	status := make(chan int, 1)
	go func() {
		status <- run(ctx, w, append([]string{"preview", "--no-open"}, args...))
		in.Close()
	}()
	t.Cleanup(func() {
		stop()
		if got := <-status; got != cli.StatusDone {
			t.Errorf("exit status %d: %s", got, &messages)
		}
	})
	line, err := bufio.NewReader(out).ReadString('\n')
	if err != nil {
		t.Fatalf("no address: %v", err)
	}
	return open{t, strings.TrimSpace(line)}
}

func save(t *testing.T, name, text string) {
	if err := os.WriteFile(name, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
}

// view requests the content of the page.
func (p open) view(c preview.Choice) preview.View {
	p.t.Helper()
	status, body := p.post("view", c, nil)
	var v preview.View
	if err := json.Unmarshal([]byte(body), &v); err != nil || status != http.StatusOK {
		p.t.Fatalf("status %d: %v", status, err)
	}
	return v
}

func (p open) post(path string, c preview.Choice, header map[string]string) (status int, body string) {
	p.t.Helper()
	data, err := json.Marshal(c)
	if err != nil {
		p.t.Fatal(err)
	}
	return p.request(http.MethodPost, path, bytes.NewReader(data), header)
}

// follow listens for changes; the returned function waits until the page shows the
// expected content. A save may be reported in two steps.
func (p open) follow() (until func(what string, ok func(preview.View) bool)) {
	ctx, cancel := context.WithTimeout(p.t.Context(), 20*time.Second)
	p.t.Cleanup(cancel)
	req, err := http.NewRequestWithContext(ctx, http.MethodGet, p.address+"changes", nil)
	if err != nil {
		p.t.Fatal(err)
	}
	res, err := http.DefaultClient.Do(req)
	if err != nil {
		p.t.Fatal(err)
	}
	p.t.Cleanup(func() { res.Body.Close() })
	lines := bufio.NewScanner(res.Body)
	lines.Scan() // the greeting: no change is missed from here on
	return func(what string, ok func(preview.View) bool) {
		p.t.Helper()
		for lines.Scan() {
			if lines.Text() == "data: changed" && ok(p.view(preview.Choice{})) {
				return
			}
		}
		v := p.view(preview.Choice{})
		p.t.Fatalf("%s does not show: %v; problems %q, notes %q, coverage %v", what, lines.Err(), v.Problems, v.Notes, v.Coverage)
	}
}

func (p open) request(method, path string, content io.Reader, header map[string]string) (status int, body string) {
	p.t.Helper()
	req, err := http.NewRequestWithContext(p.t.Context(), method, p.address+path, content)
	if err != nil {
		p.t.Fatal(err)
	}
	for name, value := range header {
		req.Header.Set(name, value)
	}
	req.Host = header["Host"]
	res, err := http.DefaultClient.Do(req)
	if err != nil {
		p.t.Fatal(err)
	}
	defer res.Body.Close()
	data, err := io.ReadAll(res.Body)
	if err != nil {
		p.t.Fatal(err)
	}
	return res.StatusCode, string(data)
}
