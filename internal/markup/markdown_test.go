package markup

import (
	"strings"
	"testing"
	"time"
)

func TestMarkdown(t *testing.T) {
	for text, want := range map[string]string{
		"plain *words* & more":                                            "plain *words* & more",
		"<b>bold</b>, <em>soft</em>":                                      "**bold**, *soft*",
		"a<strong>b</strong>c":                                            "abc",
		"<b> spaced </b>":                                                 " spaced ",
		"<i><b>x</b></i>":                                                 "*x*",
		"<b>open, </i>closed":                                             "<b>open, </i>closed",
		"<p>One</p><p>Two<br/>Three</p>":                                  "One\n\nTwo\nThree",
		"Did:<ul><li>a</li>\n<li>b</li></ul>then":                         "Did:\n- a\n- b\n\nthen",
		`<a href="https://x.example/?a=1&amp;b=2">s<b>i</b></a>`:          "[si](https://x.example/?a=1&b=2)",
		"<code>a*b</code> <u>u</u>":                                       "`a*b` u",
		`<img src="https://e.example/i.png" alt="Logo">`:                  "Logo",
		"R&amp;D, 1 &lt; 2, &lt;b&gt;, &#42;, &amp;lt;, &copy;":           `R&D, 1 < 2, \<b>, \*, \&lt;, ©`,
		"List<T>, Map<K, V>, <stdin>, a < b, AT&T; &x;":                   "List<T>, Map<K, V>, <stdin>, a < b, AT&T; &x;",
		"10<sup>6</sup> H<sub>2</sub>O":                                   "10⁶ H₂O",
		"&lt;T&gt; and &lt;b&gt; alone":                                   "<T> and <b> alone",
		`<a href="https://x.example/a_(b)">p</a>`:                         "[p](https://x.example/a_%28b%29)",
		`<a href="javascript:alert(1)">p</a>`:                             "p",
		"a <div> less, <p> and <li>, <img> and <h2>":                      "a <div> less, <p> and <li>, <img> and <h2>",
		"<ul><li>a<li>b</ul>":                                             "- a\n- b",
		"<table><tr><td>a</td><td>b</td></tr><tr><td>c</td></tr></table>": "a b\nc",
		`<img src="https://e.example/i.png">`:                             "https://e.example/i.png",
		`\<b>x\</b>`:                                                      `\<b>x\</b>`,
		"<script>alert(1)</script>":                                       "<script>alert(1)</script>",
	} {
		if got := Markdown(text); got != want {
			t.Errorf("%q becomes %q, want %q", text, got, want)
		}
	}
}

// TestMuchMarkupIsRead: the time for a long text of tags is proportional to its length.
func TestMuchMarkupIsRead(t *testing.T) {
	for _, piece := range []string{"<b>x</b>", "<b>", "</b>", `<a href="x">`, "<code>", "&amp;", "<", "&", "<p>", "<b><i>"} {
		start := time.Now()
		if Markdown(strings.Repeat(piece, 1<<16/len(piece))) == "" && piece != "<p>" {
			t.Errorf("%q is lost", piece)
		}
		if took := time.Since(start); took > 20*time.Second {
			t.Errorf("%q took %v", piece, took)
		}
	}
}

func FuzzMarkdown(f *testing.F) {
	f.Add("<b>x</b><p>&lt;")
	f.Fuzz(func(t *testing.T, s string) {
		if !strings.ContainsAny(s, "<&") && Markdown(s) != s {
			t.Errorf("%q becomes %q", s, Markdown(s))
		}
	})
}
