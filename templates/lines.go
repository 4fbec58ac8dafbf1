package templates

import (
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/ghresume/ghresume/internal/lazy"
	"github.com/ghresume/ghresume/internal/safe"
)

// The kinds of line ends in the user's text. How each is written depends on what comes
// before it in the finished Markdown; until then, these private-use characters, which are
// removed from any text, mark the place.
const (
	lineBreak      = '\uE003'
	bulletBreak    = '\uE004' // an item of a list follows
	paragraphBreak = '\uE005'
)

func isBreak(r rune) bool { return r >= lineBreak && r <= paragraphBreak }

// bullet matches what people put before a list item. Between other lines, that may be a
// hyphen, too.
var (
	bullet = lazy.New(`^\s*[•‣◦▪▫●○∙·]\s*`)
	hyphen = lazy.New(`^\s*[-*+–—]\s+`)
	// numbered matches the number of an item, but not a year.
	numbered = lazy.New(`^\s*[0-9]{1,2}[.)]\s+`)
)

// linesOf joins the user's text to one clean line, with a character for each line end that
// stays.
func linesOf(s string) string {
	lines := strings.Split(strings.TrimSpace(safe.Lines(s)), "\n")
	lines = unfenced(lines)
	width := widest(lines)
	var b strings.Builder
	blank, isItem := false, false
	for i, line := range lines {
		text, item := line, bullet.MatchString(line) || len(lines) > 1 && hyphen.MatchString(line)
		if item {
			text = hyphen.ReplaceAllString(bullet.ReplaceAllString(line, ""), "")
		}
		text = safe.Line(text)
		switch {
		case text == "":
			blank = true
			continue
		case item:
			b.WriteRune(bulletBreak)
		case i == 0:
		case blank, isItem && numbered.MatchString(line) && strings.TrimLeft(line, " \t") == line: // a numbered list is not part of the item before it
			b.WriteRune(paragraphBreak)
		case isWrapped(lines[i-1], line, width) && !isCode(lines[i-1]) && !numbered.MatchString(line) && (!isItem || strings.TrimLeft(line, " \t") != line):
			b.WriteByte(' ')
		default:
			b.WriteRune(lineBreak)
		}
		b.WriteString(text)
		blank, isItem = false, item
	}
	return b.String()
}

// unfenced turns each line of a fenced code block into a code span.
func unfenced(lines []string) []string {
	const fence = "```"
	var out []string
	open := -1 // where the block starts in out
	for _, line := range lines {
		bare := strings.TrimSpace(line)
		switch {
		case open < 0 && strings.HasPrefix(bare, fence) && !strings.Contains(bare[len(fence):], "`"):
			open = len(out)
		case open >= 0 && bare == fence:
			for i := open + 1; i < len(out); i++ {
				out[i] = codeLine(out[i])
			}
			out = slices.Delete(out, open, open+1)
			open = -1
			continue
		}
		out = append(out, line)
	}
	return out
}

// codeLine turns a line of code into a code span that keeps the indentation.
func codeLine(line string) string {
	text := strings.TrimSpace(line)
	if text == "" || strings.Contains(text, "`") {
		return line
	}
	indent, _, _ := strings.Cut(line, text)
	return "`" + strings.NewReplacer(" ", "\u00a0", "\t", "\u00a0\u00a0\u00a0\u00a0").Replace(indent) + text + "`"
}

// isCode reports whether a line is one code span.
func isCode(line string) bool {
	return len(line) > 2 && strings.HasPrefix(line, "`") && strings.IndexByte(line[1:], '`') == len(line)-2
}

func widest(lines []string) int {
	width := 0
	for _, line := range lines {
		width = max(width, utf8.RuneCountInString(strings.TrimSpace(line)))
	}
	return width
}

// isWrapped reports whether a line was only wrapped by the editor: it ends in the middle of
// a sentence, and the next word would not have fitted within the longest line.
func isWrapped(line, next string, width int) bool {
	const narrowest, farthest = 56, 130 // columns at which editors wrap
	line = strings.TrimSpace(line)
	last, _ := utf8.DecodeLastRuneInString(line)
	word, _, _ := strings.Cut(strings.TrimSpace(next), " ")
	full := utf8.RuneCountInString(line)+1+utf8.RuneCountInString(word) > width
	return full && width >= narrowest && width <= farthest && !strings.ContainsRune(sentenceEnds, last)
}

const sentenceEnds = ".!?:;。！？"

// runOn joins the lines of a paragraph that end with a sentence, except before an item.
func runOn(paragraph string) string {
	lines := strings.Split(safe.Lines(paragraph), "\n")
	var out strings.Builder
	out.WriteString(lines[0])
	for i, line := range lines[1:] {
		last, _ := utf8.DecodeLastRuneInString(strings.TrimSpace(lines[i]))
		if !strings.ContainsRune(".!?。！？", last) || bullet.MatchString(line) || hyphen.MatchString(line) || numbered.MatchString(line) {
			out.WriteString("\n" + line)
			continue
		}
		out.WriteString(" " + line)
	}
	return out.String()
}

// breakLines writes the line ends that stay in the way that the text before them requires.
func breakLines(out []byte, text bool) []byte {
	if !strings.ContainsFunc(string(out), isBreak) {
		return out
	}
	lines := strings.Split(string(out), "\n")
	for i, line := range lines {
		if strings.ContainsFunc(line, isBreak) {
			lines[i] = brokenLine(line, text)
		}
	}
	return []byte(strings.Join(lines, "\n"))
}

// How a line begins: blockquotes, spaces, and the mark of an item.
var (
	lineStart = lazy.New(`^((?:> ?)*[ \t]*)((?:[-*+]|[0-9]{1,9}[.)])[ \t]+)?`)
	textStart = lazy.New(`^([ \t]*)(-[ \t]+)?`)
)

// brokenLine splits one line of Markdown at its line ends.
func brokenLine(line string, text bool) string {
	start := lineStart
	if text {
		start = textStart
	}
	m := start.FindStringSubmatch(line)
	content := line[len(m[0]):]
	if !text && (strings.HasPrefix(content, "#") || strings.HasPrefix(content, "|")) {
		return strings.Join(strings.Fields(strings.Map(breakToSpace, line)), " ") // headings and table rows must stay on one line
	}
	w := lineWriter{text: text, indent: m[1] + strings.Repeat(" ", len(m[2]))}
	w.base, w.item = w.indent, w.indent
	w.WriteString(m[0])
	for content != "" {
		end := strings.IndexFunc(content, isBreak)
		if end < 0 {
			end = len(content)
		}
		w.piece(strings.Trim(content[:end], " "), m[1], m[2] != "")
		content = w.skipBreaks(content[end:])
	}
	return w.String()
}

func breakToSpace(r rune) rune {
	if isBreak(r) {
		return ' '
	}
	return r
}

// lineWriter writes the pieces of a line, each on its own line.
type lineWriter struct {
	strings.Builder
	text    bool
	base    string // indentation of paragraphs
	indent  string // indentation of continued lines
	item    string // indentation of items
	kind    rune   // of the break before the next piece, 0 for none
	written bool   // the next piece has something before it
	inItem  bool
}

// skipBreaks removes the breaks at the start of s and keeps the strongest one.
func (w *lineWriter) skipBreaks(s string) string {
	rest := strings.TrimLeftFunc(s, func(r rune) bool { return isBreak(r) || r == ' ' })
	w.kind = 0
	for _, r := range s[:len(s)-len(rest)] {
		if r == bulletBreak || r > w.kind && w.kind != bulletBreak && isBreak(r) {
			w.kind = r
		}
	}
	return rest
}

// piece writes text after a break. outer is the indentation of the whole line, which is a
// list item itself if marked is set.
func (w *lineWriter) piece(text, outer string, marked bool) {
	switch {
	case text == "":
		return
	case w.kind == bulletBreak && !w.written && marked: // it already has its bullet
		w.item, w.inItem = outer, true
	case w.kind == bulletBreak:
		w.startItem()
	case !w.written:
	case w.kind == paragraphBreak:
		w.indent, w.inItem = w.base, false // the items end here
		w.WriteString("\n" + strings.TrimRight(w.indent, " ") + "\n" + w.indent)
	case w.text:
		w.WriteString("\n" + w.indent)
	default:
		w.WriteString("\\\n" + w.indent)
	}
	w.WriteString(text)
	w.written = true
}

func (w *lineWriter) startItem() {
	if w.written {
		if !w.inItem && w.item == "" && !w.text {
			w.WriteString("\n")
		}
		w.WriteString("\n" + w.item)
	}
	w.WriteString("- ")
	w.indent, w.inItem = w.item+"  ", true
}

// isOneLine reports whether printed text contains no line end.
func isOneLine(m Markdown) bool {
	return !slices.ContainsFunc([]rune(m), func(r rune) bool { return isBreak(r) || r == '\n' })
}
