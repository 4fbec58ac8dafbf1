package main

import (
	"context"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/chromedp/chromedp"
)

// TestPreviewInABrowser edits a profile on disk and sees the page change without a reload.
func TestPreviewInABrowser(t *testing.T) {
	b := startBrowser(t)
	p := startPreview(t, map[string]string{"resume.toml": previewProfile})
	b.do(chromedp.Navigate(p.address))
	b.until(shows("Ada Beispiel"))
	b.evaluate(`String(window.kept = true)`)
	if picked := b.evaluate(`document.querySelector("[name=template]").value`); picked != "resume" {
		t.Errorf("the template %q is picked", picked)
	}

	start := time.Now()
	save(t, "resume.toml", strings.Replace(previewProfile, "Beispiel", "Changed", 1))
	b.until(shows("Ada Changed"))
	t.Logf("a save shows after %s", time.Since(start).Round(time.Millisecond))

	const hostile = `<img src=x onerror='window.kept=false'>`
	save(t, "resume.toml", `"`+hostile+"\" = 1\n"+previewProfile)
	b.until(`!document.querySelector("#problems").hidden && ` + shows("Ada Changed"))
	if text := b.evaluate(`document.querySelector("#problems").innerText`); !strings.Contains(text, "resume.toml:1:") || !strings.Contains(text, hostile) || !strings.Contains(text, "last good") {
		t.Errorf("the page says %q", text)
	}
	save(t, "resume.toml", previewProfile)
	b.until(`document.querySelector("#problems").hidden && ` + shows("Ada Beispiel"))

	b.do(chromedp.SendKeys(`#job`, "Rust, Go and Kubernetes"))
	b.until(`["shown", "missing"].every(status => document.querySelector("#coverage h3." + status)) && document.querySelectorAll("#coverage li").length === 3`)
	b.do(chromedp.SendKeys(`[name=language]`, "de"))
	b.until(shows("Berufserfahrung"))
	// The pages of the PDF are next to it, and follow the selection.
	const firstPage = `document.querySelector("#paper img")`
	b.until(firstPage + `?.naturalWidth > 0`)
	b.evaluate(`window.before = ` + firstPage + `.src`)
	b.do(chromedp.SendKeys(`[name=theme]`, "classic"))
	b.until(firstPage + `.src !== window.before`)
	b.do(chromedp.Click(`[value="resume.pdf"]`))
	b.until(`document.querySelector("#status").innerText === "resume.pdf is ready"`)
	if kept := b.evaluate(`String(window.kept)`); kept != "true" {
		t.Error("the page was reloaded, or ran a script of the profile")
	}
}

// shows returns an expression that is true if the page's resume has a text.
func shows(text string) string {
	return `document.querySelector("iframe:not(.waiting)")?.contentDocument.body.textContent.includes("` + text + `")`
}

// aBrowser is a browser without a window.
type aBrowser struct {
	t   *testing.T
	ctx context.Context
}

// startBrowser starts a browser that runs until the test ends, if one is installed.
func startBrowser(t *testing.T, flags ...chromedp.ExecAllocatorOption) aBrowser {
	path := ""
	for _, name := range []string{"chromium", "chromium-browser", "google-chrome"} {
		if found, err := exec.LookPath(name); err == nil && path == "" {
			path = found
		}
	}
	if path == "" {
		t.Skip("there is no Chromium")
	}
	ctx, cancel := context.WithTimeout(t.Context(), time.Minute)
	t.Cleanup(cancel)
	options := append(chromedp.DefaultExecAllocatorOptions[:], chromedp.ExecPath(path), chromedp.NoSandbox)
	options = append(options, flags...)
	ctx, cancel = chromedp.NewExecAllocator(ctx, options...)
	t.Cleanup(cancel)
	ctx, cancel = chromedp.NewContext(ctx)
	t.Cleanup(cancel)
	return aBrowser{t, ctx}
}

func (b aBrowser) do(action chromedp.Action[chromedp.Void]) {
	b.t.Helper()
	if err := chromedp.Do(b.ctx, action); err != nil {
		b.t.Fatal(err)
	}
}

// until waits for an expression to become true.
func (b aBrowser) until(expression string) {
	b.t.Helper()
	if _, err := chromedp.Run(b.ctx, chromedp.Poll[bool](expression, chromedp.WithPollingTimeout(15*time.Second))); err != nil {
		b.t.Fatalf("%s: %v; the page says %s", expression, err, b.evaluate(`document.body.innerText`))
	}
}

func (b aBrowser) evaluate(expression string) string {
	b.t.Helper()
	text, err := chromedp.Run(b.ctx, chromedp.Evaluate[string](expression))
	if err != nil {
		b.t.Fatal(err)
	}
	return text
}

// TestPreviewPicture takes the picture of the README with -update.
func TestPreviewPicture(t *testing.T) {
	if !*update {
		t.Skip("only with -update")
	}
	folder, err := filepath.Abs("../../docs/pictures")
	if err != nil {
		t.Fatal(err)
	}
	posting, err := os.ReadFile("demo/posting.txt")
	if err != nil {
		t.Fatal(err)
	}
	b := startBrowser(t)
	p := startPreview(t, map[string]string{"resume.toml": string(demoProfile), "posting.txt": string(posting)}, "--job", "posting.txt")
	b.do(chromedp.EmulateViewport(1280, 900))
	b.do(chromedp.Navigate(p.address))
	b.until(shows("Ada Beispiel") + ` && !!document.querySelector("#coverage li")`)
	picture, err := chromedp.Run(b.ctx, chromedp.CaptureScreenshot())
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(folder, "preview.png"), picture, 0o644); err != nil {
		t.Fatal(err)
	}
}
