package templates

import (
	"fmt"
	"strings"
	"testing"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/extension"
	"github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"
)

// github reads Markdown as GitHub does.
var github = goldmark.New(goldmark.WithExtensions(extension.GFM, extension.Footnote))

// outline is the structure of a Markdown text: its nodes without words, and where its links lead.
func outline(md []byte) string {
	var b strings.Builder
	_ = ast.Walk(github.Parser().Parse(text.NewReader(md)), func(n ast.Node, entering bool) (ast.WalkStatus, error) {
		switch n := n.(type) {
		case *ast.Text:
		case *ast.String:
		case *ast.Link:
			fmt.Fprintf(&b, "%v %s %v\n", entering, n.Kind(), string(n.Destination))
		case *ast.Image:
			fmt.Fprintf(&b, "%v %s %v\n", entering, n.Kind(), string(n.Destination))
		case *ast.Heading:
			fmt.Fprintf(&b, "%v heading %d\n", entering, n.Level)
		default:
			fmt.Fprintf(&b, "%v %s\n", entering, n.Kind())
		}
		return ast.WalkContinue, nil
	})
	return b.String()
}

// words is what a reader sees of a Markdown text.
func words(md []byte) string {
	var b strings.Builder
	_ = ast.Walk(github.Parser().Parse(text.NewReader(md)), func(n ast.Node, entering bool) (ast.WalkStatus, error) {
		if !entering {
			return ast.WalkContinue, nil
		}
		switch n := n.(type) {
		case *ast.Text:
			value := n.Segment.Value(md)
			if n.Parent().Kind() != ast.KindCodeSpan {
				value = util.ResolveEntityNames(util.ResolveNumericReferences(util.UnescapePunctuations(value)))
			}
			b.Write(value)
			if n.SoftLineBreak() {
				b.WriteByte('\n')
			}
		case *ast.String:
			b.Write(n.Value)
		}
		return ast.WalkContinue, nil
	})
	return b.String()
}

// places are where a template may put a value.
var places = []string{
	"%s", "# %s", "- %s", "1. %s", "> %s", "**%s**", "*%s*", "a %s b", "[%s](https://x.example)",
	"| %s | b |\n| --- | --- |\n| %s | d |", "text\n%s", "%s\ntext", "%s · %s", "### %s, [b](https://x.example)", "(%s)", "- a\n  - %s", "%s: %s",
}

var hostile = []string{
	"2019. Founder", "1) x", "# x", "#", "####### x", "- x", "-", "+ x", "+", "* x", "===", "---", "- - -", "***", "___", "> quote", "    code", "\tcode",
	"```", "~~~", "```go", "`x`", "`", "| a | b |", "--- | ---", ":--", "|---|", "~~x~~", "~x~", "a ~ b", "http://x.example", "https://x.example/a_b", "www.x.example",
	"ada@example.com", "a.b+c@d.example", "mailto:a@b.example", "<https://x.example>", "&copy;", "&#35;", "&", "AT&T;", "<!-- ghresume:end -->", "<!--", "-->", "<b>", "</div>",
	"<script>alert(1)</script>", "<?php", "<![CDATA[", "a < b", "List<T>", "<", "\\", "C:\\Users\\x", "\\*", "\\\\", "a\\", "__init__", "_x_", "snake_case", "a_", "_a", "*x*", "**x**",
	"![x](https://x.example/x.png)", "![", "!", "[x](javascript:alert(1))", "[x][y]", "[x]: https://x.example", "[^1]", "[^1]: note", "[ ] todo", "[x] done", "](x)", "(x)", "C++", "C#", "foo-bar", "1.2k",
	"x\n===", "x\n---", "x\n\n# y", "x\r\ny", "x\u2028y", "a\u202Eb", "a\u00ADb", "a\u200Bb", "\uFEFFx", "a\x00b", "\x1b[31mred", "\xff\xfe", "e\u0301", "\u1FEFx\u1FEF", "\u037E", "ftp://x.example",
	"xmpp:a@b.example", "HTTPS://X.example", "a*b*c", "a**b**c", "*", "**", "a *", "* a", "$x$", "$$", "{{.Name}}", "{% x %}", ":tada:", "@ada", "#12", "a  b", "  ", "", "=", "a|b", "1.", "1)", "123456789. x", "1234567890. x",
	"👩‍💻 dev", "می\u200cخواهم", "עדה", "a\u00A0b", "\u00A0", "C& &lt", "x &amp; y", "\\<b>", "\\&copy;", "\\[x](y)", "~", "_", "-x", "+44 20", "--x", ">", ">x", "=x", "<a@b.example>", "~/.config", "a@b", "@", "x@", "ｈttp://x.example", "http\\://x.example",
}

// check fails when a value shows other words than its own, or changes the structure.
func checkEscape(t *testing.T, value string) {
	t.Helper()
	shown := clean(value)
	for _, place := range places {
		n := strings.Count(place, "%s")
		md := strings.ReplaceAll(place, "%s", string(escape(value)))
		stand, read := "x", shown
		if shown == "" {
			stand = ""
		}
		benign := strings.ReplaceAll(place, "%s", stand)
		if got, want := outline([]byte(md)), outline([]byte(benign)); got != want {
			t.Errorf("%q in %q becomes %q:\n%s\nwant\n%s", value, place, md, got, want)
		}
		if shown == "" {
			continue
		}
		if got := strings.Count(words([]byte(md)), read); got < n {
			t.Errorf("%q in %q becomes %q, which reads %q", value, place, md, words([]byte(md)))
		}
	}
}

func TestEscapeIsHarmlessEverywhere(t *testing.T) {
	for _, value := range hostile {
		checkEscape(t, value)
	}
}

func TestEscapeLeavesAloneWhatNeedsNone(t *testing.T) {
	for _, s := range []string{
		"C++", "C#", ".NET", "foo-bar", "snake_case", "1.2k", "(x)", "a < b", "R&D", "AT&T", "it's 5 % \"quoted\"", "v1.2.3", "C:\\Users", "+44 20 7946 0000", "#12", "50% faster!",
		"a - b", "CI/CD", "x = y", "$5", "Zażółć", "日本語", "@ada", "a ~ b", "2019 was good", "1.5x", "-5 °C", "a:b",
	} {
		if got := string(escape(s)); got != s {
			t.Errorf("escape(%q) = %q", s, got)
		}
	}
}

func FuzzEscape(f *testing.F) {
	for _, value := range hostile {
		f.Add(value)
	}
	f.Fuzz(checkEscape)
}
