package hostile

import (
	"os/exec"
	"strings"

	"golang.org/x/net/html"
)

// cmarkProgram is GitHub's own Markdown parser; the Debian package has the same name.
const cmarkProgram = "cmark-gfm"

// HasCMark reports whether [CMark] can be called.
func HasCMark() bool {
	_, err := exec.LookPath(cmarkProgram)
	return err == nil
}

// CMark returns the HTML that GitHub's own parser makes of Markdown, before sanitizing.
func CMark(md string) (string, error) {
	cmd := exec.Command(cmarkProgram, "--unsafe", "-e", "table", "-e", "strikethrough", "-e", "autolink", "-e", "tasklist", "-e", "footnotes")
	cmd.Stdin = strings.NewReader(md)
	out, err := cmd.Output()
	return string(out), err
}

// HTMLOutline returns the structure of HTML: its tags and link targets.
func HTMLOutline(page string) string {
	var b strings.Builder
	for z := html.NewTokenizer(strings.NewReader(page)); ; {
		switch z.Next() {
		case html.ErrorToken:
			return b.String()
		case html.StartTagToken, html.EndTagToken, html.SelfClosingTagToken:
			if token := z.Token(); token.Data != "span" || len(token.Attr) > 0 { // which keeps dollar signs apart
				b.WriteString(token.String() + "\n")
			}
		}
	}
}

// HTMLWords returns the visible text of HTML.
func HTMLWords(page string) string {
	var b strings.Builder
	for z := html.NewTokenizer(strings.NewReader(page)); ; {
		switch z.Next() {
		case html.ErrorToken:
			return b.String()
		case html.TextToken:
			b.WriteString(z.Token().Data)
		}
	}
}
