package templates

import (
	"strings"
	"testing"
	"unicode"

	"github.com/ghresume/ghresume/resume"

	"github.com/ghresume/ghresume/internal/emoji"
	"github.com/ghresume/ghresume/internal/hostile"
	"github.com/ghresume/ghresume/internal/locale"
	"github.com/ghresume/ghresume/internal/markup"
	"github.com/ghresume/ghresume/internal/safe"
)

// proseIn prints the user's text in a line of a template.
func proseIn(t *testing.T, line, text string) string {
	t.Helper()
	r := combination()
	r.Summary = text
	out, err := RenderSource(r, "t.md.tmpl", strings.ReplaceAll(line, "%", "{{prose .Summary}}"))
	if err != nil {
		t.Fatal(err)
	}
	return strings.TrimSuffix(string(out), "\n")
}

func TestAsterisksAreEmphasisAtTheEdgesOfWordsOnly(t *testing.T) {
	for text, want := range map[string]string{
		"*nix and 2*3*4":            `\*nix and 2\*3\*4`,
		"*nix and *BSD*":            `\*nix and *BSD*`,
		"a*b*c, **x**y, x**y**":     `a\*b\*c, \*\*x\*\*y, x\*\*y\*\*`,
		"**bold**, *italic*.":       "**bold**, *italic*.",
		"(*x*) \"**y**\" *a b*!":    "(*x*) \"**y**\" *a b*!",
		"***both***":                "***both***",
		"**a *b* c**":               "**a *b* c**",
		"*a **b** c*":               "*a **b** c*",
		"*a **b c*":                 `*a \*\*b c*`,
		"5 * 4 * 3":                 `5 \* 4 \* 3`,
		"* x *":                     `\* x \*`,
		"**":                        `\*\*`,
		"f(*p) = *q":                `f(\*p) = \*q`,
		"char *argv[], int *n":      `char \*argv\[\], int \*n`,
		"glob: *.go, **/*.ts":       `glob: \*.go, \*\*/\*.ts`,
		"中**文**字":                   "中**文**字",
		`\*literal\*`:               `\*literal\*`,
		`C:\Users\ada, \\srv\x, \d`: `C:\Users\ada, \\\srv\x, \d`,
		"4*":                        `4\*`,
		"5* hotel, 4* hotel":        `5\* hotel, 4\* hotel`,
	} {
		if got := proseIn(t, "%", text); got != want {
			t.Errorf("%q prints %q, want %q", text, got, want)
		}
	}
}

func TestLinesStay(t *testing.T) {
	const wrapped = "Runs the clusters that carry the payments of a country, and\nwrites the software that keeps them up when a region goes\ndark. Sleeps well."
	const longCode = "handler.register(everything, that, comes, in, today, or, later)"
	for _, c := range []struct{ line, text, want string }{
		{"%", "One\nTwo", "One\\\nTwo"},
		{"%", "One\r\nTwo\n\nThree", "One\\\nTwo\n\nThree"},
		{"%", "I did:\n- this\n- that", "I did:\n\n- this\n- that"},
		{"%", "https://ada.example/a*b\n- this\n\nthat", "[https://ada.example/a\\*b](https://ada.example/a*b)\n\n- this\n\nthat"},
		{"%", "See https://ada.example/\nthat", "See [https://ada.example/](https://ada.example/)\\\nthat"},
		{"%", "• this\n• that\nand more", "- this\n- that\\\n  and more"},
		{"- %", "One\nTwo", "- One\\\n  Two"},
		{"- %", "One\n\nTwo", "- One\n\n  Two"},
		{"- %", "Led:\n- a\n- b", "- Led:\n  - a\n  - b"},
		{"- %", "- a\n- b", "- a\n- b"},
		{"- %", "• a", "- a"},
		{"- %", "- a", "- \\- a"},
		{"- x: %", "• a", "- x:\n  - a"},
		{"  - %", "a\nb", "  - a\\\n    b"},
		{"1. %", "a\nb", "1. a\\\n   b"},
		{"> %", "a\n- b", "> a\n> - b"},
		{"# %", "a\nb", "# a b"},
		{"| % | x |", "a\nb", "| a b | x |"},
		{"%", wrapped, strings.ReplaceAll(wrapped, "\n", " ")},
		{"%", "**a\nb**", "**a\\\nb**"},
		{"%", "**a\n\nb**", "\\*\\*a\n\nb\\*\\*"},
		{"%", "a\n# b\n1. c\n=", "a\\\n\\# b\\\n1\\. c\\\n\\="},
		{"{{plaintext}}%", "a\n- b\n\nc", "a\n- b\n\nc"},
		{"%", "a\n- b\n\nc", "a\n\n- b\n\nc"},
		{"- %", "Led:\n- a\n\nThen b", "- Led:\n  - a\n\n  Then b"},
		{"%", "Did.\n1. this\n2. that", "Did.\\\n1\\. this\\\n2\\. that"},
		{"%", "Run:\n```sh\nmake *all*\n\nls\n```\nDone", "Run:\\\n`make *all*`\n\n`ls`\\\nDone"},
		{"%", "```go\nfor {\n  stop()\n\tgo on()\n}\n```", "`for {`\\\n`\u00a0\u00a0stop()`\\\n`\u00a0\u00a0\u00a0\u00a0go on()`\\\n`}`"},
		{"%", "```\n" + longCode + "\n" + longCode + "\n```", "`" + longCode + "`\\\n`" + longCode + "`"},
		{"{{plaintext}}%", "```\nfor {\n  stop()\n```", "for {\n\u00a0\u00a0stop()"},
		{"%", "```not closed", "\\`\\`\\`not closed"},
	} {
		if got := proseIn(t, c.line, c.text); got != c.want {
			t.Errorf("%q in %q prints\n%s\nwant\n%s", c.text, c.line, got, c.want)
		}
	}
}

func TestSummaryRunsOnAfterSentences(t *testing.T) {
	got := strings.Join(paragraphs("One sentence.\nAnother one.\n- item.\n- item\n\nNext\nline"), "|")
	if want := "One sentence. Another one.\n- item.\n- item|Next\nline"; got != want {
		t.Errorf("%q, want %q", got, want)
	}
}

func TestHTMLBecomesMarkdown(t *testing.T) {
	for text, want := range map[string]string{
		"<b>bold</b> and <em>soft</em>":         "**bold** and *soft*",
		"a<strong>b</strong>c":                  "a**b**c",
		"<b> spaced </b>":                       " spaced ",
		"<i><b>x</b></i>":                       "***x***",
		"<b>x</b><i>y</i>":                      "**x**y",
		"Did:\n* one\n1. two\n2. three":         "Did:\n\n- one\n\n1\\. two\\\n2\\. three",
		"a <div> less, an <img>, <h2> and <li>": "a &lt;div> less, an &lt;img>, &lt;h2> and &lt;li>",
		"<table><tr><td>a</td><td>b</td></tr><tr><td>c</td></tr></table>": "a b\\\nc",
		"<p>One</p><p>Two<br/>Three</p>":                                  "One\n\nTwo\\\nThree",
		"Did:<ul><li>a</li>\n<li>b</li></ul>":                             "Did:\n\n- a\n- b",
		`<a href="https://x.example/?a=1&amp;b=2">site</a>`:               "[site](https://x.example/?a=1&b=2)",
		`<a href="javascript:alert(1)">site</a>`:                          "site",
		"<code>a*b</code>":                                                "`a*b`",
		`<span style="x">s</span> <u>u</u>`:                               "s u",
		`<img src="https://e.example/i.png" alt="Logo">`:                  "Logo",
		"10<sup>6</sup> H<sub>2</sub>O 2<SUP>-10</SUP>":                   "10⁶ H₂O 2⁻¹⁰",
		"2<sup>nd</sup> x<sub>i</sub>":                                    "2nd xi",
		"R&amp;D &lt;b&gt; &#39;x&#39; &nbsp;&copy;":                      "R&D &lt;b> 'x' \u00A0©",
		"List<T>, Map<K, V>, <stdin>, a < b, AT&T; &x;":                   "List&lt;T>, Map&lt;K, V>, &lt;stdin>, a < b, AT&amp;T; &amp;x;",
		"press <i> to insert":                                             "press &lt;i> to insert",
		"<script>alert(1)</script><!-- ghresume:end -->":                  "&lt;script>alert(1)&lt;/script>&lt;!-- ghresume:end -->",
	} {
		if got := proseIn(t, "%", text); got != want {
			t.Errorf("%q prints %q, want %q", text, got, want)
		}
	}
}

// TestAuthorsOfPublications: every template that prints publications names their authors,
// in order, and links the DOI.
func TestAuthorsOfPublications(t *testing.T) {
	r := combination()
	r.Publications = []resume.Publication{{Title: "On Engines", Authors: []string{"Mary Somerville", "Ada Lovelace"}, DOI: "10.1000/182"}}
	for _, name := range []string{"resume", "cv", "plain"} {
		out, err := Render(r, name)
		if err != nil || !strings.Contains(string(out), "Mary Somerville, Ada Lovelace") || !strings.Contains(string(out), "10.1000/182") {
			t.Errorf("%s: %v\n%s", name, err, out)
		}
	}
}

func TestIdentifiersOfPublications(t *testing.T) {
	for _, id := range []string{"10.1000/182", "https://doi.org/10.1000/182", "http://dx.doi.org/10.1000/182", "doi:10.1000/182", "DOI: 10.1000/182"} {
		r := combination()
		r.Summary = id
		out, err := RenderSource(r, "t.md.tmpl", "{{doi .Summary}}")
		if want := "[doi:10.1000/182](https://doi.org/10.1000/182)\n"; err != nil || string(out) != want {
			t.Errorf("%q prints %q, %v", id, out, err)
		}
	}
}

// TestMarkdownSaysWhatHTMLSaid: JSON Resume gets the text that every other form prints.
func TestMarkdownSaysWhatHTMLSaid(t *testing.T) {
	for _, text := range []string{
		"<p>Runs <b>fast</b> &amp; <em>far</em></p><ul><li>a</li><li>b<br>c</li></ul>", "&lt;b&gt; &#42;x&#42; R&amp;D", "<a href='https://x.example/a?b=1&amp;c=2'>here</a>!",
		"10<sup>6</sup> a<b>b</b>c <b> d </b>", "List<String> <T> press <i> to", "<code>a*b</code> `<b>`",
	} {
		if got, want := letters(PlainText(markup.Markdown(text))), letters(PlainText(text)); got != want {
			t.Errorf("%q reads %q, want %q", text, got, want)
		}
	}
}

func TestLinksInOwnWords(t *testing.T) {
	for text, want := range map[string][2]string{ // as Markdown and as text
		"mail ada@x.example, or not":       {"mail [ada@x.example](mailto:ada@x.example), or not", "mail ada@x.example, or not"},
		"(ada.b+c@mail.x.example).":        {"([ada.b+c@mail.x.example](mailto:ada.b+c@mail.x.example)).", "(ada.b+c@mail.x.example)."},
		"git@github.com:ada/x.git":         {"git<!-- -->@github.com:ada/x.git", "git@github.com:ada/x.git"},
		"foo@v1.2 and @ada and a@b":        {"foo<!-- -->@v1.2 and @ada and a<!-- -->@b", "foo@v1.2 and @ada and a@b"},
		"@ada@social.example":              {"@ada<!-- -->@social.example", "@ada@social.example"},
		"[here](javascript:alert(1))":      {`\[here\](javascript:alert(1))`, "[here](javascript:alert(1))"},
		"[mail me](mailto:ada@x.example)":  {"[mail me](mailto:ada@x.example)", "mail me (ada@x.example)"},
		"![shot](https://x.example/a.png)": {"[shot](https://x.example/a.png)", "shot (x.example/a.png)"},
		"[](https://x.example/a)":          {"[x.example/a](https://x.example/a)", "x.example/a"},
		"Wow![^1] a!":                      {`Wow!\[^1\] a!`, "Wow![^1] a!"},
	} {
		if got := proseIn(t, "%", text); got != want[0] {
			t.Errorf("%q prints %q, want %q", text, got, want[0])
		}
		if got := proseIn(t, "{{plaintext}}%", text); got != want[1] {
			t.Errorf("%q prints %q as text, want %q", text, got, want[1])
		}
	}
}

// TestEmojiOutsideOfGitHub: a README keeps the codes, which GitHub shows; documents and
// plain text need the emoji.
func TestEmojiOutsideOfGitHub(t *testing.T) {
	r := combination()
	r.Summary, r.Projects[0].Description = "Ships :rocket: **fast :tada:**, `:x:`", "A tool :wrench: for :octocat:"
	template := mustBuiltin(t, "resume")
	md, err := template.Render(r)
	if err != nil || !strings.Contains(string(md), "Ships :rocket: **fast :tada:**, `:x:`") || !strings.Contains(string(md), ":wrench:") {
		t.Errorf("%v\n%s", err, md)
	}
	document, err := template.RenderParts(r)
	if err != nil || !strings.Contains(string(document), "Ships 🚀 **fast 🎉**, `:x:`") || !strings.Contains(string(document), "A tool 🔧 for :octocat:") {
		t.Errorf("%v\n%s", err, document)
	}
	text, err := Render(r, "plain")
	if err != nil || !strings.Contains(string(text), "Ships 🚀 fast 🎉") {
		t.Errorf("%v\n%s", err, text)
	}
}

// FuzzCharactersSurvive: the visible text is the same in Markdown and in plain text, and
// text without markup keeps every character.
func FuzzCharactersSurvive(f *testing.F) {
	for _, s := range append(hostile.Texts(), "*nix 2*3*4", "a\nb\n\n- c\n- d", "<b>x</b>y<br>z", "&amp; &lt;", "**a *b* c**", "a *b", "<i>*x*</i>", "<b>a</b><b>b</b>", "<i>(x)</i>y", "<i>*0*!</i>!", "*<i>0</i>!*!", "<b><i>x</i>, y</b>.", "@b\n\n@\\\np", "\\\n=") {
		f.Add(s)
	}
	words, err := locale.For("en")
	if err != nil {
		f.Fatal(err)
	}
	f.Fuzz(func(t *testing.T, s string) {
		s = safe.Text(s)
		if emoji.Replace(s) != s || strings.Contains(s, "](") || strings.Contains(s, "http") || strings.Contains(strings.ToLower(s), "href") {
			return // only plain text shows a link's address
		}
		md, text := &printer{words: words}, &printer{words: words, text: true}
		shown := breakLines([]byte(text.prose(s)), true)
		printed := breakLines([]byte("x "+md.prose(s)), false)
		if got, want := letters(hostile.Words(printed)), "x"+letters(strings.ReplaceAll(string(shown), "<! --", "<!--")); got != want && !strings.Contains(want, "-") {
			t.Errorf("%q prints %q, which reads\n%q\nplain text has\n%q", s, printed, got, want)
		}
		if strings.ContainsAny(s, "*`[]<>&\\-+–—:•‣◦▪▫●○∙·") {
			return
		}
		if got, want := letters(string(shown)), letters(safe.Text(s)); got != want {
			t.Errorf("%q prints %q", s, shown)
		}
	})
}

// letters returns a text without white space and joiners.
func letters(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsSpace(r) || unicode.Is(unicode.Cf, r) {
			return -1
		}
		return r
	}, s)
}
