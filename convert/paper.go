package convert

import (
	"bytes"
	"errors"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/ghresume/ghresume/internal/readfile"
	"github.com/ghresume/ghresume/resume"
)

// paper is a resume as printed: lines with letters of some size, without their meaning.
type paper struct {
	in     *reader
	lines  []paperLine
	body   float64 // the most common size of letters
	broken bool
	source []readfile.Line
	own    bool            // ghresume wrote the file
	known  map[string]bool // words that need no place in the profile
}

// paperLine is a line, joined with its continuation lines.
type paperLine struct {
	text   string
	items  []readfile.Item
	size   float64
	bold   bool
	ends   bool // text at both margins and nothing in between
	isItem bool
	date   string // at the right margin, if more lines follow
	links  []readfile.Link
	x      float64 // of its first letter
}

func isPDF(s *source) bool { return s.syntax == "PDF" }

func isDOCX(s *source) bool {
	f := s.files["document.xml"]
	return f != nil && f.Name == "word/document.xml"
}

// readPDF reads the data that Europass attaches to its PDFs, else the lines.
func readPDF(in *reader, s *source) error {
	if inner := attachedEuropass(s.data); inner != nil {
		in.format = "Europass (the XML in the PDF)"
		return readEuropass(in, inner)
	}
	lines, err := readfile.PDF(s.data)
	if err != nil {
		return err
	}
	return in.paper(lines, "PDF", true, bytes.Contains(s.data, []byte("/Producer (ghresume)")))
}

// attachedEuropass returns the XML file in a PDF if import can read it, else nil.
func attachedEuropass(data []byte) *source {
	files, err := readfile.Attachments(data)
	if err != nil {
		return nil // reading the lines reports why
	}
	for _, file := range files {
		if !bytes.HasPrefix(bytes.TrimLeft(file, "\ufeff \r\n\t"), []byte("<")) {
			continue
		}
		if inner, err := newSource(file); err == nil && isEuropass(inner) {
			return inner
		}
	}
	return nil
}

func readDOCX(in *reader, s *source) error {
	if _, err := readZipped(s.files["document.xml"], maxPart); err != nil {
		return err
	}
	lines, err := readfile.DOCX(s.data)
	if err != nil {
		return err
	}
	return in.paper(lines, "DOCX file", false, isOwnDOCX(s))
}

// isOwnDOCX reports whether ghresume wrote a file, whose lines have known parts.
func isOwnDOCX(s *source) bool {
	properties := s.files["app.xml"]
	if properties == nil {
		return false
	}
	data, err := readZipped(properties, maxTable)
	return err == nil && bytes.Contains(data, []byte("<Application>ghresume<"))
}

// maxPart is the maximum size of a text in a DOCX file.
const maxPart = 32 << 20

// maxLines is more than any resume has.
const maxLines = 4000

// paper interprets lines by their structure. All of it is a guess, and comments say so.
// broken means that lines end at the page's margin, not with a paragraph; own, that
// ghresume wrote the file.
func (in *reader) paper(lines []readfile.Line, kind string, broken, own bool) error {
	p := paper{in: in, broken: broken, own: own, known: map[string]bool{}}
	lines = withHeadingsApart(p.withoutRunningLines(readableLines(lines[:min(len(lines), maxLines)])))
	p.load(p.withMarginDates(withWholeDates(lines)))
	p.reportUnreadable()
	headings := p.headings()
	if len(headings) == 0 {
		return errors.New("is a " + kind + " without the headings of a resume, such as Experience and Education")
	}
	headings = p.liftContacts(headings)
	p.header(p.lines[:headings[0]])
	for i, at := range headings {
		end := len(p.lines)
		if i+1 < len(headings) {
			end = headings[i+1]
		}
		p.section(p.lines[at].text, p.lines[at+1:end])
	}
	p.reportLost()
	in.comments["name"] = append([]string{"Read from a " + kind + ", where structure is not certain: compare everything with it."}, in.comments["name"]...)
	return nil
}

// load copies the lines and joins those that the page's width broke.
func (p *paper) load(lines []readfile.Line) {
	p.source = lines
	sizes := map[float64]int{}
	for _, l := range lines {
		for _, item := range l.Items {
			sizes[item.Size] += len(item.Text)
		}
	}
	most := 0
	for size, n := range sizes {
		if n > most || n == most && size < p.body {
			p.body, most = size, n
		}
	}
	for i, l := range lines {
		line := newPaperLine(l)
		if p.broken && i > 0 && len(p.lines) > 0 && p.continuesLine(lines[i-1], l, line) {
			last := &p.lines[len(p.lines)-1]
			last.links = append(last.links, line.links...)
			last.goOn(line.text)
			continue
		}
		if line.text != "" {
			p.lines = append(p.lines, line)
		}
	}
}

func newPaperLine(l readfile.Line) paperLine {
	text, isItem := l.Bullet()
	out := paperLine{text: strings.TrimSpace(text), isItem: isItem, items: l.Items, bold: len(l.Items) > 0, ends: hasEnds(l), links: l.Links}
	for i, item := range l.Items {
		out.bold = out.bold && item.Bold
		if i > 0 || !isItem || len([]rune(item.Text)) > 1 { // a mark may be of another size
			out.size = max(out.size, item.Size)
		}
	}
	if len(l.Items) > 0 {
		out.x = l.Items[0].X
	}
	return out
}

// continuesLine reports whether a line continues the one before: same letters, close below it,
// and no sign of a new start.
func (p *paper) continuesLine(before, l readfile.Line, line paperLine) bool {
	last := p.lines[len(p.lines)-1]
	if l.Page == 0 || l.Page != before.Page || len(l.Items) != 1 || line.isItem || line.bold || last.bold || line.size != last.size || len(before.Items) == 0 {
		return false
	}
	if emailIn.FindString(line.text) == line.text {
		return false // an address begins low, too
	}
	if namesTechnologies(line.text) && !startsLow(line.text) {
		return false // a row of its own below the bullets, wherever the last of them ends
	}
	if !last.isItem && hasEnds(before) && (!startsLow(line.text) || hasRoom(before, line)) {
		return false // a row with a company at the left and a place at the right
	}
	if l.Y-before.Y > 1.7*line.size || l.Y <= before.Y || dateIn(line.text).ok && !below(last, line) {
		return false
	}
	if !last.isItem && dateIn(last.text).ok || !p.fills(before, line) && !hangs(last, line) {
		return false // there was room for more: the line ends on purpose
	}
	if last.isItem {
		return l.Items[0].X >= before.Items[0].X-1
	}
	return startsLow(line.text) || len(last.text) > 50 && kindOfTitle(line.text) == resume.Free
}

// below reports whether a line is set below the text of a bullet, not below its sign.
func below(item, line paperLine) bool { return item.isItem && line.x > item.x+0.3*line.size }

// hangs reports whether a line below the text of a bullet begins as the rest of a sentence
// does: some programs balance the lines of a paragraph.
func hangs(item, line paperLine) bool {
	first, _ := utf8.DecodeRuneInString(line.text)
	return below(item, line) && (unicode.IsLower(first) || unicode.IsDigit(first))
}

// goOn adds the next line of a paragraph. A date at the right margin of its first line stays
// at the end.
func (l *paperLine) goOn(next string) {
	if n := len(l.items); n > 1 && l.isItem {
		if found := dateIn(l.items[n-1].Text); found.ok && found.rest == "" {
			l.date = "  " + l.items[n-1].Text
		}
	}
	l.text, l.items, l.ends = joinBroken(strings.TrimSuffix(l.text, l.date), next, l.links)+l.date, nil, false
}

// fills reports whether a line had no room for the first word of the next.
func (p *paper) fills(before readfile.Line, next paperLine) bool {
	first, _, _ := strings.Cut(next.text, " ")
	last := before.Items[len(before.Items)-1]
	const letter, slack = 0.5, 1.0 // in sizes: the width of a letter, and how ragged a margin is
	return last.X+last.Width+next.size*(slack+letter*float64(len([]rune(first))+1)) > p.right(before, next)
}

// right returns the right edge of the longest line of a column. Bullets have a column of
// their own: dates may be beside them. A line that is much longer than the others shows
// nothing: if the next one begins with a capital, the edge is the page's.
func (p *paper) right(of readfile.Line, next paperLine) float64 {
	column, second, page, bullets, n := 0.0, 0.0, 0.0, 0.0, 0
	for _, l := range p.source {
		if len(l.Items) == 0 || l.Page != of.Page {
			continue
		}
		last := l.Items[len(l.Items)-1]
		page = max(page, last.X+last.Width)
		end, indent := columnEnd(l), l.Items[0].X-of.Items[0].X
		if indent < columnIndent && indent > -columnIndent {
			column, second = max(column, end), max(second, min(column, end))
		}
		if _, isItem := l.Bullet(); isItem && indent < 1 && indent > -1 {
			bullets = max(bullets, end)
			n++
		}
	}
	if _, isItem := of.Bullet(); isItem && n >= enoughBullets {
		return bullets
	}
	if first, _ := utf8.DecodeRuneInString(next.text); unicode.IsUpper(first) && column-second > columnGap*p.body {
		return page
	}
	return column
}

// enoughBullets is how many lines show how wide a column is.
const enoughBullets = 4

// columnEnd returns where the text of a line's first column ends: what is far behind it is
// in the margin.
func columnEnd(l readfile.Line) float64 {
	end := l.Items[0].X + l.Items[0].Width
	for _, item := range l.Items[1:] {
		if item.X-end > columnGap*item.Size {
			break
		}
		end = item.X + item.Width
	}
	return end
}

// hasEnds reports whether a line has text at both margins and nothing in between; Word files
// have a tab there, and no widths.
func hasEnds(l readfile.Line) bool {
	n := len(l.Items)
	return n > 1 && (columnEnd(l) < l.Items[n-1].X || n == 2 && l.Items[0].Width == 0)
}

// hasRoom reports whether the first word of the next line fits between the two ends of a row.
func hasRoom(l readfile.Line, next paperLine) bool {
	const letter = 0.6 // of the size
	first, _, _ := strings.Cut(next.text, " ")
	return columnEnd(l)+next.size*(columnGap+letter*float64(len([]rune(first))+1)) < l.Items[len(l.Items)-1].X
}

// columnGap is the gap between columns, in font sizes.
const columnGap = 2.5

// columnIndent is the largest difference between the starts of a column's lines, in
// points.
const columnIndent = 60

func startsLow(text string) bool {
	for _, r := range text {
		return unicode.IsLower(r) || strings.ContainsRune(",;)&", r)
	}
	return false
}

// joinBroken joins a broken line; a hyphen at its end may be part of the word, and the end of
// one line and the start of the next may be an address.
func joinBroken(a, b string, links []readfile.Link) string {
	if strings.HasSuffix(a, "-") && startsLow(b) || isBrokenAddress(a, b, links) {
		return a + b
	}
	if whole, broken := strings.CutSuffix(a, softHyphen); broken {
		return whole + b
	}
	if i := strings.LastIndexByte(a, ' '); strings.Contains(a[i+1:], "://") && strings.HasPrefix(b, "-") && !strings.HasPrefix(b, "- ") {
		return a + b // an address is cut before its hyphens
	}
	before, _ := utf8.DecodeLastRuneInString(a)
	after, _ := utf8.DecodeRuneInString(b)
	if isUnspaced(before) && isUnspaced(after) {
		return a + b
	}
	return a + " " + b
}

// isBrokenAddress reports whether the last word of a and the first one of b are parts of the
// address of a link.
func isBrokenAddress(a, b string, links []readfile.Link) bool {
	last := a[strings.LastIndexByte(a, ' ')+1:]
	first, _, _ := strings.Cut(b, " ")
	both := bareAddress(last) + strings.TrimRight(first, ".,;:)")
	return strings.ContainsAny(last, "/.") && slices.ContainsFunc(links, func(l readfile.Link) bool { return strings.Contains(bareAddress(l.URL), both) })
}

// isUnspaced reports whether r is of a script without blanks between words, or one of its
// wide signs.
func isUnspaced(r rune) bool {
	return unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana, unicode.Thai, unicode.Lao, unicode.Khmer, unicode.Myanmar) ||
		r >= '\u3000' && r <= '\u303F' || r >= '\uFF01' && r <= '\uFF60' || r == 'ー'
}

// headings returns the lines that head sections: known titles, and others in the same
// style.
func (p *paper) headings() []int {
	known := p.knownHeadings()
	if len(known) == 0 {
		return nil
	}
	styles := map[paperStyle]int{}
	for _, i := range known {
		styles[p.styleOf(p.lines[i])]++
	}
	var out []int
	for i, l := range p.lines {
		style := p.styleOf(l)
		isKnown := slices.Contains(known, i)
		if isKnown && (styles[style] > 1 || len(known) < 3 || style.larger > 0) || p.mayHead(l) && styles[style] > 1 && style != (paperStyle{}) && i > known[0] && (!p.besideDate(i) || isContactLabel(l.text)) {
			out = append(out, i)
		}
	}
	return p.withOnlyHeadings(out, known)
}

// withOnlyHeadings adds known headings in another style whose section has no other one.
func (p *paper) withOnlyHeadings(found, known []int) []int {
	kinds := map[resume.SectionKind]bool{}
	for _, i := range found {
		kinds[kindOfTitle(p.lines[i].text)] = true
	}
	for _, i := range known {
		if kind := kindOfTitle(p.lines[i].text); !kinds[kind] && (len(found) == 0 || kind == resume.ExperienceSection || kind == resume.EducationSection) {
			found = append(found, i)
			kinds[kind] = true
		}
	}
	return slices.Sorted(slices.Values(found))
}

// knownHeadings returns the lines that are common titles of sections. One with a colon may
// be a label in an entry, "Achievements:", if the heading of jobs has none.
func (p *paper) knownHeadings() []int {
	var plain, labels []int
	hasJobs := false
	for i, l := range p.lines {
		switch kind := kindOfTitle(l.text); {
		case !p.mayHead(l) || kind == resume.Free:
		case strings.HasSuffix(l.text, ":"):
			labels = append(labels, i)
		default:
			plain = append(plain, i)
			hasJobs = hasJobs || kind == resume.ExperienceSection
		}
	}
	if hasJobs {
		return plain
	}
	return slices.Sorted(slices.Values(append(plain, labels...)))
}

// besideDate reports whether a line is next to one that is only a date, as a role is, or
// above a date with a place.
func (p *paper) besideDate(i int) bool {
	for _, j := range []int{i - 1, i + 1} {
		if j < len(p.lines) && !p.lines[j].isItem {
			found := dateIn(p.lines[j].text)
			if found.ok && (found.rest == "" || j > i && (looksLikePlace(found.rest) || isNameOfPlace(found.rest))) {
				return true
			}
		}
	}
	return false
}

func (p *paper) mayHead(l paperLine) bool {
	return !l.isItem && len(strings.Fields(l.text)) <= 5 && len(l.text) < 60 && !dateIn(l.text).ok && !strings.ContainsAny(l.text, "@|•·") && !strings.HasSuffix(l.text, ".")
}

// paperStyle is how a line differs from the others.
type paperStyle struct {
	larger      int
	bold, upper bool
}

func (p *paper) styleOf(l paperLine) paperStyle {
	s := paperStyle{bold: l.bold, upper: l.text == strings.ToUpper(l.text) && strings.ToLower(l.text) != l.text}
	if p.body > 0 && l.size > 1.08*p.body {
		s.larger = int(10 * l.size / p.body)
	}
	return s
}
