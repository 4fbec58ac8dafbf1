package templates

import (
	"math/rand/v2"
	"strings"
	"testing"
	"unicode"

	"github.com/ghresume/ghresume/internal/hostile"
	"github.com/ghresume/ghresume/internal/safe"
	"github.com/ghresume/ghresume/resume"
)

// hostilePieces are what hostile texts of a random kind are made of.
var hostilePieces = []string{
	"eve@mail.example", "www.eve.example", "xmpp:eve@im.example/r", "https://eve.example/a_(b)_c", "http://eve.example?q=*a*", "ftp.eve.example", "mailto:eve@m.example", "-:", ":-", "|", "| a | b |", "|:-:|",
	"===", "---", "=", "-", "[^1]", "[^1]: note", "[ ] x", "[x]", "<!-- x", "-->", "--!>", "<!DOCTYPE x>", "<div>", "<pre>", "</summary>", "<img src=x>", "&nbsp;", "&#x3c;b&gt;", "&lt", "[x]: /u 'v'", "[x][x]", "~~", "~a~",
	"**", "*", "_", "__", "`", "``", "\\", "\\\\", "\u200b", "\u200d", "\u2060", "\u202e", "\u2067", "\u061c", "\x07", "\x1b[1m", "\x7f", "\u009b31m", "{{", "}}", "<![CDATA[", "]]>", "$", "$$", "$`", "@eve", "@eve/team", "#1",
	"eve/x#2", "GH-3", "1234567890abcdef1234567890abcdef12345678", "deadbee", ":tada:", ":+1:", "# ", "1. ", "+ ", "> ", "!", "](", ")", "(", "[", "]", "<", ">", "&", "\t", " ", "  ", "\n", "\r\n", "\n\n", "    ", "word", "Wörd", "a", "1", ".", ",", "'", "\"", "://", "@", "www.", "_eve@x.example_", "*www.x.example*", "^", "%", ";", ":",
}

// hostileText returns a text of one to six pieces.
func hostileText(r *rand.Rand) string {
	var b strings.Builder
	for range 1 + r.IntN(6) {
		b.WriteString(hostilePieces[r.IntN(len(hostilePieces))])
		if r.IntN(3) == 0 {
			b.WriteByte(' ')
		}
	}
	return b.String()
}

// tagCounts counts the tags that GitHub's own parser makes of Markdown.
func tagCounts(t *testing.T, md []byte) (map[string]int, string) {
	t.Helper()
	page, err := hostile.CMark(string(md))
	if err != nil {
		t.Fatal(err)
	}
	counts := map[string]int{}
	for line := range strings.SplitSeq(hostile.HTMLOutline(page), "\n") {
		tag, _, _ := strings.Cut(strings.TrimSuffix(line, ">"), " ")
		counts[tag]++
	}
	return counts, page
}

// unspaced returns a text without white space.
func unspaced(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsSpace(r) {
			return -1
		}
		return r
	}, s)
}

// fieldsOfStrangers are the layouts with a stranger's text in every field that GitHub
// fills, and the tags that GitHub's own parser makes of each when the text is a word.
func fieldsOfStrangers(t *testing.T) (all []layout, wanted []map[string]int) {
	for _, with := range []func(string) *resume.Resume{ofAccount, ofProjects, ofContributions} {
		all = append(all, layouts(t, with)...)
	}
	for _, l := range all {
		most := map[string]int{}
		for _, word := range []string{"word", "wörd"} { // once valid as part of a picture's file name, once not
			counts, _ := tagCounts(t, l.markdown(t, word))
			for tag, n := range counts {
				most[tag] = max(most[tag], n)
			}
		}
		wanted = append(wanted, most)
	}
	return all, wanted
}

// checkTags compares what GitHub's own parser makes of a layout with the tags wanted.
func (l layout) checkTags(t *testing.T, s string, wanted map[string]int) {
	t.Helper()
	slack := 0
	if safe.URL(s) != "" {
		slack = 20 // then the fields for whole addresses become links
	}
	md := l.markdown(t, s)
	got, page := tagCounts(t, md)
	for tag, n := range got {
		if n > wanted[tag]+slack {
			t.Errorf("%s: %q brings about %d more of %s:\n%s", l.file, s, n-wanted[tag], tag, md)
		}
	}
	if shown := unspaced(safe.Line(s)); !strings.Contains(unspaced(hostile.HTMLWords(page)), shown) {
		t.Errorf("%s: %q does not read as written:\n%s", l.file, s, md)
	}
}

// TestStrangersByGitHubsReader puts random hostile texts into every layout: GitHub's own
// parser reads them as written, and makes no more tags of them than of a word.
func TestStrangersByGitHubsReader(t *testing.T) {
	if !hostile.HasCMark() {
		t.Skip("cmark-gfm is not installed")
	}
	texts := 60
	if testing.Short() {
		texts = 10
	}
	r := rand.New(rand.NewPCG(20, 6))
	all, wanted := fieldsOfStrangers(t)
	for range texts {
		s := hostileText(r)
		for range 3 {
			i := r.IntN(len(all))
			all[i].checkTags(t, s, wanted[i])
		}
	}
}
