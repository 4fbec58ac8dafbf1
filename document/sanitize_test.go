package document

import (
	"bytes"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/microcosm-cc/bluemonday"
	xhtml "golang.org/x/net/html"

	"github.com/ghresume/ghresume/internal/hostile"
)

// reference returns the same policy for a widely used sanitizer.
func reference() *bluemonday.Policy {
	p := bluemonday.NewPolicy()
	p.AllowElements("h1", "h2", "h3", "h4", "h5", "h6", "p", "br", "hr", "ul", "ol", "li", "strong", "b", "em", "i", "code", "pre",
		"blockquote", "table", "thead", "tbody", "tr", "th", "td", "sub", "sup")
	p.AllowAttrs("start").Matching(bluemonday.Integer).OnElements("ol")
	p.AllowAttrs("href").Matching(regexp.MustCompile(`^\S+$`)).OnElements("a")
	p.AllowAttrs(partAttribute).Matching(regexp.MustCompile(`^[topdklfs]$`)).OnElements("span")
	p.AllowURLSchemes("http", "https", "mailto", "tel")
	p.AllowRelativeURLs(false)
	p.RequireParseableURLs(true)
	return p
}

// pages returns sample pages, which are also the seeds for fuzzing.
func pages() []string {
	return slices.Concat(hostile.Texts(), []string{
		`<p>a <b>b</b> <i>c</p>`, `<a href="https://x.example/a?b=c&amp;d">x</a>`, `<a href="javascript:alert(1)">x</a>`, `<a name=x>y</a>`,
		`<a href=" https://x.example ">x</a>`, `<a href="https://x.example/a b">x</a>`, `<a href="/x">x</a>`, `<a href="HTTPS://X.example">x</a>`,
		`<a href=mailto:a@b.example onclick=x>m</a><a>n</a>`, `<a href=tel:+44>t</a>`, `<a href="java&#10;script:x">x</a>`,
		`<ol start=3><li>a</ol><ol start=-1><li>b</ol><ol start="1 x">`, `<span data-part=t>x</span><span data-part=tt>y</span><span>z</span>`,
		`<script>alert("<b>")</script>after`, `<style>p{}</style>after`, `<title>t</title>u`, `<iframe src=x>in</iframe>out`, `<noscript><b>x</b></noscript>y`,
		`<object><p>x</object>y</object>z`, `<svg><a href="https://x.example">x</a><style><img src=x onerror=y></style></svg>`,
		`<math><mtext><table><mglyph><style><img src=x onerror=y>`, `<textarea><b>x</textarea>y`, `<xmp><b>x</xmp>y`, `<plaintext><b>x`,
		`<table><tr><td><div>x</div></table>`, `<!-- c --><p>x<!--`, `<!doctype html><p>`, `<?php x ?>y`, `<img src=x onerror=y>z`, `<br/><hr/><p/>x`,
		`</p></a></b>x`, `<b <i>x`, `<p title="a>b">x`, `&lt;script&gt;x&amp;amp;`, `<form action=x><input value=y>z</form>`, `<h1 id=x class=y style=z>t</h1>`,
		`<A HREF=https://x.example>x</A>`, `<a href=https://x.example href=javascript:x>x</a>`, `<details open><summary>s</summary>d</details>`,
	})
}

// meaning returns a page as a browser understands it, regardless of how addresses are
// spelled.
func meaning(t testing.TB, page string) string {
	t.Helper()
	nodes, err := xhtml.ParseFragment(strings.NewReader(page), nil)
	if err != nil {
		t.Fatal(err)
	}
	var b bytes.Buffer
	for _, n := range nodes {
		if err := xhtml.Render(&b, n); err != nil {
			t.Fatal(err)
		}
	}
	return b.String()
}

func TestSanitizeAsTheReferenceDoes(t *testing.T) {
	for _, page := range pages() {
		if got, want := sanitize(strings.NewReader(page)).String(), reference().Sanitize(page); meaning(t, got) != meaning(t, want) {
			t.Errorf("%q\n got %q\nwant %q", page, got, want)
		}
	}
}

func FuzzSanitize(f *testing.F) {
	for _, page := range pages() {
		f.Add(page)
	}
	judge := reference()
	f.Fuzz(func(t *testing.T, page string) {
		if len(page) > 4000 {
			return // the HTML parser is slow on deeply nested input
		}
		got := sanitize(strings.NewReader(page)).String()
		if again := sanitize(strings.NewReader(got)).String(); meaning(t, again) != meaning(t, got) {
			t.Errorf("%q: not settled after one pass:\n%q\n%q", page, got, again)
		}
		if judged := judge.Sanitize(got); meaning(t, judged) != meaning(t, got) {
			t.Errorf("%q: the reference would take more from it:\n%q\n%q", page, got, judged)
		}
	})
}
