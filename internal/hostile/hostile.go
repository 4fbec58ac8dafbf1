// Package hostile contains hostile texts for the tests of everything that prints
// strangers' text, and functions that read Markdown and HTML back to check the result.
package hostile

// Texts returns texts that have a meaning in Markdown, in HTML, in a terminal or in a
// workflow, or nearly do.
func Texts() []string {
	return []string{
		"2019. Founder", "1) x", "# x", "#", "####### x", "- x", "-", "+ x", "+", "* x", "===", "---", "- - -", "***", "___", "> quote", "    code", "\tcode",
		"```", "~~~", "```go", "`x`", "`", "| a | b |", "--- | ---", ":--", "|---|", "~~x~~", "~x~", "a ~ b", "http://x.example", "https://x.example/a_b", "www.x.example",
		"ada@example.com", "a.b+c@d.example", "mailto:a@b.example", "<https://x.example>", "&copy;", "&#35;", "&", "AT&T;", "<!-- ghresume:end -->", "<!--", "-->", "<b>", "</div>",
		"<script>alert(1)</script>", "<?php", "<![CDATA[", "a < b", "List<T>", "<", "\\", "C:\\Users\\x", "\\*", "\\\\", "a\\", "__init__", "_x_", "snake_case", "a_", "_a", "*x*", "**x**",
		"![x](https://x.example/x.png)", "![", "!", "[x](javascript:alert(1))", "[x][y]", "[x]: https://x.example", "[^1]", "[^1]: note", "[ ] todo", "[x] done", "](x)", "(x)", "C++", "C#", "foo-bar", "1.2k",
		"x\n===", "x\n---", "x\n\n# y", "x\r\ny", "x\u2028y", "a\u202Eb", "a\u00ADb", "a\u200Bb", "\uFEFFx", "a\x00b", "\x1b[31mred", "\xff\xfe", "e\u0301", "\u1FEFx\u1FEF", "\u037E", "ftp://x.example",
		"xmpp:a@b.example", "HTTPS://X.example", "a*b*c", "a**b**c", "*", "**", "a *", "* a", "$x$", "$$", "{{.Name}}", "{% x %}", ":tada:", "@ada", "#12", "a  b", "  ", "", "=", "a|b", "1.", "1)", "123456789. x", "1234567890. x",
		"👩‍💻 dev", "می\u200cخواهم", "עדה", "a\u00A0b", "\u00A0", "C& &lt", "x &amp; y", "\\<b>", "\\&copy;", "\\[x](y)", "~", "_", "-x", "+44 20", "--x", ">", ">x", "=x", "<a@b.example>", "~/.config", "a@b", "@", "x@", "ｈttp://x.example", "http\\://x.example",
		"-:", ":-:", "a\n-:", "a\\@b.example", "xmpp\\:a@b.example", "mailto\\:a@b.example", "a@b.example/x", "git@github.com:ada/engine.git", "a_b@c.example", "x@1.2.3", "@a@b.example",
		"\uE001tforged\uE002", "\U000F0000", "\u2066x\u2069", "\uFFFE", "\U000E0041", "::set-output name=x::y", "x\n::error::y", "%0A::error::z", "########################", "# #", "####### #",
		"`x\uFFFDS", "^x]:", "^1]: note", "^&amp[a]:", "^", "$$x$$", "$`x`$", "a $x$, b", "from $5 to $6", "[!NOTE]", "> [!WARNING]", "```mermaid", "GH-1", "<details>", "</details>", "\u202Ex\u2069",
	}
}

// Places returns the places where a template may put a text, marked by %s.
func Places() []string {
	return []string{
		"%s", "# %s", "- %s", "1. %s", "> %s", "**%s**", "*%s*", "a %s b", "[%s](https://x.example)",
		"| %s | b |\n| --- | --- |\n| %s | d |", "text\n%s", "%s\ntext", "%s · %s", "### %s, [b](https://x.example)", "(%s)", "- a\n  - %s", "%s: %s",
	}
}
