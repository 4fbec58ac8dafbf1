package convert

import (
	"bytes"
	"errors"
	"strings"

	"github.com/ghresume/ghresume/internal/readfile"
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
