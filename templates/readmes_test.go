package templates

import (
	"bytes"
	"fmt"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/ghresume/ghresume/internal/markers"
	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/extension"
	"github.com/yuin/goldmark/renderer/html"
)

// readmes returns profile READMEs of the usual shapes. LANGUAGES and YEARS are blocks for
// pictures on lines of their own, INLINE is one within a line, and SKILLS is a block for a
// section.
func readmes() map[string]string {
	return map[string]string{
		"text":                "# Hi, I'm Ada 👋\n\nI build looms.\n\nLANGUAGES\n\nYEARS\n",
		"no final newline":    "# Ada\n\nLANGUAGES",
		"only blocks":         "LANGUAGES\nSKILLS\n",
		"CRLF":                "# Ada\r\n\r\nLANGUAGES\r\n\r\nText\r\n\r\nSKILLS\r\n",
		"byte order mark":     "\uFEFF# Ada\n\nLANGUAGES\n",
		"BOM and CRLF":        "\uFEFFLANGUAGES\r\n\r\n# Ada\r\n",
		"centered div":        "<div align=\"center\">\n\n# Ada\n\nLANGUAGES\n\nSKILLS\n\n</div>\n\nBye\n",
		"tight div":           "<div align=\"center\">\n  <h1>Ada</h1>\n  LANGUAGES\n  <p>Bye</p>\n</div>\n\n- a list\n",
		"centered paragraph":  "<p align=\"center\">\n  <a href=\"https://a.example\">INLINE</a>\n  <b>Ada</b>\n</p>\n\nText\n",
		"HTML table":          "<table>\n  <tr>\n    <td width=\"50%\">\n      LANGUAGES\n    </td>\n    <td>\n      YEARS\n    </td>\n  </tr>\n</table>\n\nText after\n",
		"deep HTML table":     "<table>\n    <tbody>\n        <tr>\n            <td>\n                LANGUAGES\n            </td>\n        </tr>\n    </tbody>\n</table>\n\n## Next\n",
		"tabs":                "<table>\n\t<tr>\n\t\t<td>\n\t\t\tLANGUAGES\n\t\t</td>\n\t</tr>\n</table>\n\nText\n",
		"table of one line":   "<table><tr><td>INLINE</td><td>text</td></tr></table>\n\nText\n",
		"Markdown table":      "| me | code |\n| --- | --- |\n| text | INLINE |\n| a | b |\n\nText\n",
		"details":             "<details>\n<summary>More about me</summary>\n\nLANGUAGES\n\nSKILLS\n\n</details>\n\nText\n",
		"tight details":       "<details open><summary>More</summary>\nLANGUAGES\n</details>\n\n## Next\n",
		"nested details":      "<details><summary>A</summary>\n\n<details><summary>B</summary>\n\nSKILLS\n\n</details>\n\nLANGUAGES\n\n</details>\n",
		"badges":              "[![Go](https://img.example/go.svg)](https://go.example) [![CI](https://img.example/ci.svg)](https://ci.example)\n![views](https://views.example/?u=ada&style=flat)\n\nLANGUAGES\n",
		"other tools' marks":  "<!-- BLOG-POST-LIST:START -->\n- [Post](https://b.example)\n<!-- BLOG-POST-LIST:END -->\n\nLANGUAGES\n\n<!--START_SECTION:waka-->\n```txt\nGo  3 hrs ███████▏ 72 %\n```\n<!--END_SECTION:waka-->\n\nSKILLS\n",
		"comment of lines":    "<!--\n**ada/ada** is a special repository.\n\nHere are some ideas:\n- 🔭 I work on …\n-->\n\n### Hi\n\nLANGUAGES\n",
		"code that shows us":  "Put this into your README:\n\n```markdown\n<!-- ghresume:start -->\n<!-- ghresume:end -->\n```\n\nand `<!-- ghresume:start -->` is where it begins.\n\nLANGUAGES\n",
		"indented code":       "Look:\n\n    <!-- ghresume:start -->\n    <!-- ghresume:end -->\n\nLANGUAGES\n",
		"list":                "- one\n- two\n\n  LANGUAGES\n\n- three\n",
		"inline in a list":    "- code: INLINE\n- years\n  1. first\n",
		"quote":               "> INLINE\n>\n> said Ada\n\nText\n",
		"heading":             "## My code INLINE\n\nText\n",
		"setext and rules":    "Ada\n===\n\nLANGUAGES\n\n---\n\nSKILLS\n\n***\n",
		"front matter":        "---\ntitle: Ada\n---\n\nLANGUAGES\n",
		"footnotes and maths": "Text[^1] costs $5.\n\nLANGUAGES\n\n[^1]: A note\n    with a second line\n\n[ref]: https://r.example \"Title\"\n",
		"alerts and mermaid":  "> [!NOTE]\n> Hiring\n\n```mermaid\ngraph TD; A-->B\n```\n\nLANGUAGES\n",
		"picture of others":   "<picture>\n  <source media=\"(prefers-color-scheme: dark)\" srcset=\"x.svg\">\n  <img src=\"y.svg\" alt=\"\">\n</picture>\n\nLANGUAGES\n<br>\n<kbd>Ctrl</kbd>\n",
		"floated image":       "<img align=\"right\" src=\"cat.gif\" width=\"200\">\n\nLANGUAGES\n\n<br clear=\"both\">\n\nSKILLS\n",
		"trailing blanks":     "# Ada  \n\nline one  \nline two\\\nline three\n\nLANGUAGES   \n\n\n\n",
		"other scripts":       "# 阿达 · أدا\n\nLANGUAGES\n\n\u200fنص\n\nSKILLS\n",
		"void and comments":   "<br/><hr>\n\n<!-- a --> <!-- b -->\nLANGUAGES\n<!-- c -->\n",
	}
}

// withBlocks inserts markers into a README, at the indentation of the placeholder.
func withBlocks(readme string) string {
	newline := "\n"
	if strings.Contains(readme, "\r\n") {
		newline = "\r\n"
	}
	word := regexp.MustCompile(`(?m)^(\x{FEFF}?[ \t]*)(LANGUAGES|YEARS|SKILLS)`)
	readme = word.ReplaceAllStringFunc(readme, func(s string) string {
		m := word.FindStringSubmatch(s)
		name := map[string]string{"LANGUAGES": "languages.svg", "YEARS": "img/contributions.svg", "SKILLS": "skills"}[m[2]]
		return m[1] + "<!-- ghresume:start " + name + " -->" + newline + strings.TrimPrefix(m[1], "\uFEFF") + "<!-- ghresume:end -->"
	})
	return strings.ReplaceAll(readme, "INLINE", "<!-- ghresume:start languages.svg --><!-- ghresume:end -->")
}

// outside returns a README without the content of its blocks.
func outside(t *testing.T, readme []byte) []byte {
	blocks, err := markers.Blocks("README.md", readme)
	if err != nil {
		t.Fatal(err)
	}
	var out []byte
	from := 0
	for _, b := range blocks {
		out = append(append(out, readme[from:b.Start]...), '|')
		from = b.Stop
	}
	return append(out, readme[from:]...)
}

var tag = regexp.MustCompile(`</?(?:table|tr|td|th|pre|code|ul|ol|li|h[1-6]|blockquote|details|summary|div|hr|br|kbd|b)\b`)

// structure returns the elements of a page, without those of pictures and paragraphs.
func structure(t *testing.T, readme []byte) []string {
	var page bytes.Buffer
	if err := goldmark.New(goldmark.WithExtensions(extension.GFM), goldmark.WithRendererOptions(html.WithUnsafe())).Convert(readme, &page); err != nil {
		t.Fatal(err)
	}
	return tag.FindAllString(page.String(), -1)
}

// TestReadmesAreNotDamaged: every byte outside of the blocks stays, a second run changes
// nothing, and pictures do not change the structure of the page.
func TestReadmesAreNotDamaged(t *testing.T) {
	r := pictured()
	r.Figures.Languages[0].Name = "Go | C"
	blocks := mustBuiltin(t, "readme").Blocks(r)
	if n := len(readmes()); n < 30 {
		t.Errorf("only %d READMEs", n)
	}
	for name, readme := range readmes() {
		t.Run(name, func(t *testing.T) {
			old := []byte(withBlocks(readme))
			filled, err := markers.Splice("README.md", old, blocks)
			if err != nil {
				t.Fatal(err)
			}
			if !bytes.Equal(outside(t, old), outside(t, filled)) {
				t.Errorf("outside of the blocks it was\n%q\nand is\n%q", outside(t, old), outside(t, filled))
			}
			if again, err := markers.Splice("README.md", filled, blocks); err != nil || !bytes.Equal(again, filled) {
				t.Errorf("a second run: %v\n%s\n%s", err, filled, again)
			}
			if strings.Contains(readme, "\r\n") && bytes.Count(filled, []byte("\n")) != bytes.Count(filled, []byte("\r\n")) {
				t.Errorf("line ends are mixed: %q", filled)
			}
			if want := fmt.Sprint(strings.Count(readme, "LANGUAGES")+strings.Count(readme, "INLINE")+strings.Count(readme, "YEARS"), " pictures"); want != fmt.Sprint(len(shownPictures(t, filled)), " pictures") {
				t.Errorf("%s are wanted, and these are shown: %q", want, shownPictures(t, filled))
			}
			if strings.Contains(readme, "SKILLS") {
				return // a section adds elements of its own
			}
			if before, after := structure(t, old), structure(t, filled); !slices.Equal(before, after) {
				t.Errorf("the page was built as\n%v\nand is\n%v\n%s", before, after, filled)
			}
		})
	}
}

// shownPictures returns our pictures that are shown as pictures, not as source text.
func shownPictures(t *testing.T, readme []byte) []string {
	var page bytes.Buffer
	if err := goldmark.New(goldmark.WithExtensions(extension.GFM), goldmark.WithRendererOptions(html.WithUnsafe())).Convert(readme, &page); err != nil {
		t.Fatal(err)
	}
	return regexp.MustCompile(`<img alt="[^"]*" src="(?:img/)?(?:languages|contributions)\.svg"`).FindAllString(page.String(), -1)
}
