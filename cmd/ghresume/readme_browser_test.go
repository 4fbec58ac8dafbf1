package main

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/chromedp/chromedp"
	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/extension"
	"github.com/yuin/goldmark/renderer/html"

	"github.com/ghresume/ghresume/internal/cli"
)

// githubWidth is the width of a README's text on a profile.
const githubWidth = 846

// readmePage is a README as GitHub shows it: with its style sheet, underlined links, which
// are GitHub's default, and an accessibility checker.
const readmePage = `<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>README</title>
<style>%s .markdown-body a{text-decoration:underline} body{margin:0;background:#fff}.markdown-body{box-sizing:border-box;max-width:%dpx;margin:0 auto;padding:16px}
@media(prefers-color-scheme:dark){body{background:#0d1117}}</style><script>%s</script></head><body><main class="markdown-body">%s</main></body></html>`

// browserModule reads a file that npm installed for the browser tests.
func browserModule(t *testing.T, path string) string {
	t.Helper()
	data, err := os.ReadFile(filepath.Join("testdata/browser/node_modules", path))
	if err != nil {
		t.Skip("`npm ci` in cmd/ghresume/testdata/browser installs GitHub's style sheet")
	}
	return string(data)
}

// writeReadmePage prints the demo with a template, and writes GitHub's page for it.
func writeReadmePage(t *testing.T, template, style, examiner string) (path string) {
	t.Helper()
	folder := t.TempDir()
	t.Chdir(folder)
	var out bytes.Buffer
	if status := run(t.Context(), &cli.Env{Stdin: strings.NewReader(""), Stdout: &out, Stderr: &out, Env: func(string) string { return "" }}, []string{"demo", "-t", template, "-o", "README.md"}); status != cli.StatusDone {
		t.Fatalf("status %d: %s", status, &out)
	}
	readme, err := os.ReadFile("README.md")
	mustDo(t, err)
	var page bytes.Buffer
	mustDo(t, goldmark.New(goldmark.WithExtensions(extension.GFM), goldmark.WithRendererOptions(html.WithUnsafe())).Convert(readme, &page))
	path = filepath.Join(folder, "README.html")
	mustDo(t, os.WriteFile(path, fmt.Appendf(nil, readmePage, style, githubWidth+32, examiner, &page), 0o644))
	return path
}

// TestReadmeOnGitHub views the README templates as GitHub's readers do: on a phone and a
// screen, on light and dark pages. Nothing overflows, every picture loads, in the colors
// of the page and large enough to read, and the accessibility checker finds nothing. With
// -update it saves the pictures of two READMEs.
func TestReadmeOnGitHub(t *testing.T) {
	style, examiner := browserModule(t, "github-markdown-css/github-markdown.css"), browserModule(t, "axe-core/axe.min.js")
	pictures, err := filepath.Abs("../../docs/pictures")
	mustDo(t, err)
	for _, scheme := range []string{"light", "dark"} {
		b := startBrowser(t, chromedp.Flag("blink-settings", "preferredColorScheme="+map[string]string{"light": "1", "dark": "0"}[scheme]))
		for _, template := range []string{"readme", "readme-pictures", "readme-brief"} {
			page := writeReadmePage(t, template, style, examiner)
			for _, width := range []int64{320, 375, 1012} {
				if width == 320 && template != "readme-pictures" { // the smallest screen is for the pictures
					continue
				}
				name := fmt.Sprintf("%s.%s.%d", template, scheme, width)
				b.do(chromedp.EmulateViewport(width, 900))
				b.do(chromedp.Navigate("file://" + page))
				b.until(`[...document.images].every(i => i.complete)`)
				b.wantReadable(name, scheme)
				b.wantAccessible(name)
				if folder := os.Getenv("SCREENSHOTS"); folder != "" {
					b.screenshot(filepath.Join(folder, name+".png"))
				}
				if *update && width == 1012 && (template == "readme" || name == "readme-pictures.dark.1012") {
					b.screenshot(filepath.Join(pictures, template+"."+scheme+".png"))
				}
			}
		}
	}
}

// wantReadable checks what a reader sees of a page.
func (b aBrowser) wantReadable(name, scheme string) {
	b.t.Helper()
	for want, expression := range map[string]string{
		"nothing runs out of the page":       `document.scrollingElement.scrollWidth <= innerWidth`,
		"every picture is there":             `[...document.images].every(i => i.naturalWidth > 0 && i.alt.length > 10)`,
		"pictures are in the page's colors":  `[...document.images].every(i => i.currentSrc.endsWith(".dark.svg") === ` + fmt.Sprint(scheme == "dark") + `)`,
		"the smallest letters have 9 pixels": `[...document.images].every(i => 13 * i.clientWidth / i.naturalWidth >= 9)`,
	} {
		if got := b.evaluate(`String(` + expression + `)`); got != "true" {
			b.t.Errorf("%s: it is not so that %s", name, want)
		}
	}
}

// wantAccessible checks a page with axe-core, by WCAG 2.2 AA.
func (b aBrowser) wantAccessible(name string) {
	b.t.Helper()
	b.evaluate(`axe.run({runOnly: ["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa"]}).then(r => { window.found = r.violations.map(v => v.id + " at " + v.nodes[0].html).join("\n") }, e => { window.found = String(e) }); "asked"`)
	b.until(`window.found !== undefined`)
	if found := b.evaluate(`window.found`); found != "" {
		b.t.Errorf("%s: %s", name, found)
	}
}

func (b aBrowser) screenshot(path string) {
	b.t.Helper()
	data, err := chromedp.Run(b.ctx, chromedp.CaptureScreenshot())
	mustDo(b.t, err)
	mustDo(b.t, os.WriteFile(path, data, 0o644))
}
