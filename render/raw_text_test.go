package render

import (
	"archive/zip"
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"math/rand/v2"
	"os/exec"
	"regexp"
	"strings"
	"testing"
	"unicode"

	xhtml "golang.org/x/net/html"
	"golang.org/x/text/unicode/norm"

	"github.com/ghresume/ghresume/internal/hostile"
	"github.com/ghresume/ghresume/internal/locale"
	"github.com/ghresume/ghresume/internal/markup"
	"github.com/ghresume/ghresume/internal/safe"
	"github.com/ghresume/ghresume/resume"
	"github.com/ghresume/ghresume/templates"
)

// asWritten are pieces of text that look like markup but are not: % stands for a word.
var asWritten = []string{
	"%", "2*3*4%", "*nix %", `C:\%\new`, "<%>", "a_b_%", "#1 %", "% & co", "(%) [x]", "~~%~~", "a | % | b", "R&D %", "50 % %%", "“%” — …", "é% ñ",
	"$%^2", "{{ .% }}", "!%!", "> %", "1. %", "+%", "=%", "__%__", "@% #12", ":%:", "List<%>", "a < % > b", "% \\", "<!-- % -->", "C++/%", "%®™",
}

// withMarkup are pieces of text with markup, and what is seen of them.
var withMarkup = [][2]string{
	{"**%**", "%"}, {"*%*", "%"}, {"***%***", "%"}, {"`%`", "%"}, {"<b>%</b>", "%"}, {"<em>%</em>!", "%!"}, {"[%](https://x.example/(a)_b)", "%"},
	{"&lt;%&gt;", "<%>"}, {"https://%.example/a_b(c)?d=e&f=g*h", "https://%.example/a_b(c)?d=e&f=g*h"}, {"%@mail.example", "%@mail.example"}, {`\*%\*`, "*%*"},
	{"10<sup>6</sup>%", "10⁶%"}, {"![%](https://x.example/a.png)", "%"}, {"<code>%</code>", "%"},
}

// seenOf maps each text to what is seen of it.
type seenOf map[string][]string

// spiced returns a text of pieces, each of which is searched for.
func (w *writer) spiced(kind string, seen seenOf) string {
	var source []string
	var want []string
	for range 2 + w.IntN(3) {
		word := w.word()
		piece := asWritten[w.IntN(len(asWritten))]
		shown := piece
		if (kind == "prose" || kind == "bullet") && w.IntN(2) == 0 {
			pair := withMarkup[w.IntN(len(withMarkup))]
			piece, shown = pair[0], pair[1]
		}
		source = append(source, strings.Replace(piece, "%", word, 1))
		want = append(want, strings.Replace(shown, "%", word, 1))
	}
	separator := " "
	if kind == "prose" || kind == "bullet" {
		separator = []string{" ", "\n", "\n- ", "\n\n"}[w.IntN(4)]
	}
	text := strings.Join(source, separator)
	seen[text] = want
	return text
}

// squeezed returns a text without white space and invisible marks, as lines may break at
// any point.
func squeezed(text string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsSpace(r) || unicode.Is(unicode.Cf, r) {
			return -1
		}
		return r
	}, norm.NFC.String(text))
}

// pageText returns what a reader sees of a page, and the targets of its links.
func pageText(page string) string {
	var text, links strings.Builder
	hidden := false
	for z := xhtml.NewTokenizer(strings.NewReader(page)); ; {
		switch z.Next() {
		case xhtml.ErrorToken:
			return text.String() + links.String()
		case xhtml.StartTagToken:
			token := z.Token()
			hidden = token.Data == "style" || token.Data == "script"
			for _, a := range token.Attr {
				if a.Key == "href" {
					links.WriteString(" " + a.Val)
				}
			}
		case xhtml.EndTagToken:
			hidden = false
		case xhtml.TextToken:
			if !hidden {
				text.WriteString(z.Token().Data)
			}
		}
	}
}

var (
	wordText   = regexp.MustCompile(`<w:t(?: [^>]*)?>([^<]*)</w:t>`)
	linkedFrom = regexp.MustCompile(`HYPERLINK ([^<]*)<`)
)

// docxText returns the text of the body, and the targets of its links.
func docxText(t *testing.T, data []byte) string {
	t.Helper()
	archive, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		t.Fatal(err)
	}
	var out strings.Builder
	file, err := archive.Open("word/document.xml")
	if err != nil {
		t.Fatal(err)
	}
	part, err := io.ReadAll(file)
	if err != nil {
		t.Fatal(err)
	}
	for _, found := range []*regexp.Regexp{wordText, linkedFrom} {
		for _, m := range found.FindAllSubmatch(part, -1) {
			out.WriteString(xhtml.UnescapeString(string(m[1])))
		}
	}
	return out.String()
}

// pdfText returns the text of the pages, and the targets of their links; "" without the
// tools.
func pdfText(t *testing.T, data []byte) string {
	t.Helper()
	var out strings.Builder
	for _, command := range [][]string{{"pdftotext", "-raw", "-", "-"}, {"pdfinfo", "-url", "-"}} {
		if _, err := exec.LookPath(command[0]); err != nil {
			t.Skip("poppler's tools are not installed")
		}
		cmd := exec.CommandContext(t.Context(), command[0], command[1:]...)
		cmd.Stdin = bytes.NewReader(data)
		text, err := cmd.Output()
		if err != nil {
			t.Fatal(err)
		}
		out.Write(text)
	}
	return out.String()
}

// jsonText returns every string of a JSON file.
func jsonText(t *testing.T, data []byte) string {
	t.Helper()
	var all any
	if err := json.Unmarshal(data, &all); err != nil {
		t.Fatal(err)
	}
	var out strings.Builder
	var walk func(any)
	walk = func(v any) {
		switch v := v.(type) {
		case string:
			out.WriteString(v + "\n")
		case []any:
			for _, e := range v {
				walk(e)
			}
		case map[string]any:
			for _, e := range v {
				walk(e)
			}
		}
	}
	walk(all)
	return out.String()
}

// readAs returns what a reader sees of a file.
func readAs(t *testing.T, path string, data []byte) string {
	switch path {
	case "o.md":
		page := string(data)
		return hostile.Words(data) + strings.Join(regexp.MustCompile(`\]\(([^ )]*)\)`).FindAllString(page, -1), " ")
	case "o.html":
		return pageText(string(data))
	case "o.docx":
		return docxText(t, data)
	case "o.pdf":
		return pdfText(t, data)
	case "o.json":
		return jsonText(t, data)
	}
	return string(data)
}

// TestEveryTextIsPrintedAsWritten searches eight kinds of print for each piece of each
// text exactly as written, and for each date and address.
func TestEveryTextIsPrintedAsWritten(t *testing.T) {
	seeds := uint64(4)
	if testing.Short() {
		seeds = 1
	}
	for seed := range seeds {
		w := &writer{Rand: rand.New(rand.NewPCG(seed, 23)), seen: seenOf{}}
		profile := w.profile([]resume.Format{resume.Chronological, resume.Functional, resume.Combination, ""}[seed%4])
		for _, print := range []struct {
			template string
			paths    []string
		}{{"resume", []string{"o.md", "o.html", "o.docx", "o.pdf", "o.json"}}, {"cv", []string{"o.md", "o.docx"}}, {"plain", []string{"o.txt", "o.html"}}, {"readme", []string{"o.md"}}} {
			layout, err := templates.Builtin(print.template)
			if err != nil {
				t.Fatal(err)
			}
			p, err := New(resume.Build(profile, nil), Look{Template: layout, AllowBoxes: true})
			if err != nil {
				t.Fatal(err)
			}
			named := leftOut(t, p, profile)
			for _, path := range print.paths {
				t.Run(fmt.Sprintf("%d/%s/%s", seed, print.template, path), func(t *testing.T) {
					file, err := p.File(Output{Path: path})
					if err != nil {
						t.Fatal(err)
					}
					text := squeezed(readAs(t, path, file.Data))
					for said := range profile.Texts() {
						for _, want := range w.wanted(said, path, print.template == "plain") {
							want = squeezed(want)
							if !strings.Contains(text, want) && !strings.Contains(text, strings.ToUpper(want)) && !strings.Contains(named, said.Field) {
								t.Errorf("%s %q: there is no %q", said.Field, said.Value, want)
							}
						}
					}
				})
			}
		}
	}
}

func leftOut(t *testing.T, p *Print, profile *resume.Profile) string {
	t.Helper()
	warnings, err := p.LeftOut(profile, resume.Selection{})
	if err != nil {
		t.Fatal(err)
	}
	var named strings.Builder
	for _, w := range warnings {
		named.WriteString(w.Text + "\n")
	}
	return named.String()
}

// wanted returns the pieces of a text that a file of a kind must show.
func (w *writer) wanted(said resume.Text, path string, long bool) []string {
	switch {
	case said.Kind == resume.DateText && path == "o.json":
		return []string{strings.TrimPrefix(said.Date.String(), "present")}
	case said.Kind == resume.DateText && said.Date.Month > 0:
		dates := "short"
		if path == "o.md" || long {
			dates = "long"
		}
		words, _ := locale.For("")
		return []string{fmt.Sprint(words.ForDocuments(dates).Months[said.Date.Month-1], said.Date.Year)}
	case said.Kind == resume.AddressText && strings.Contains(said.Value, "://"):
		return []string{safe.ShownURL(said.Value)}
	case w.seen[said.Value] == nil:
		return []string{said.Value}
	case path == "o.json":
		return []string{markup.Markdown(said.Value)}
	}
	return w.seen[said.Value]
}
