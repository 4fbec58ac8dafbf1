package readfile

import (
	"archive/zip"
	"bytes"
	"cmp"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"slices"
	"strconv"
	"strings"

	"github.com/ghresume/ghresume/internal/lazy"
)

// DOCX reads the paragraphs of a Word file as lines. A list item begins with a bullet; tabs
// separate items.
func DOCX(data []byte) ([]Line, error) {
	archive, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		return nil, fmt.Errorf("not a DOCX file: %w", err)
	}
	lines, err := docxPart(archive, "word/document.xml")
	if err != nil {
		return nil, err
	}
	if lines = append(docxHeaders(archive), lines...); len(lines) == 0 {
		return nil, ErrNoText
	}
	return lines, nil
}

// docxPart reads one part of a Word file as text.
func docxPart(archive *zip.Reader, name string) ([]Line, error) {
	part, err := archive.Open(name)
	if err != nil {
		return nil, fmt.Errorf("not a DOCX file: %w", err)
	}
	defer part.Close()
	d := docxReader{decoder: xml.NewDecoder(Capped(part)), targets: docxTargets(archive, name), strong: strongStyles(archive)}
	if err := d.read(); err != nil {
		return nil, fmt.Errorf("%s: %w", name, err)
	}
	return d.lines, nil
}

// docxHeaders returns the lines of the page headers, where many people put name and
// addresses. Repeated lines are returned once.
func docxHeaders(archive *zip.Reader) []Line {
	var out []Line
	for n := 1; n <= 3; n++ {
		lines, err := docxPart(archive, fmt.Sprintf("word/header%d.xml", n))
		if err != nil {
			continue // there is no header of this number
		}
		for _, l := range lines {
			if !slices.ContainsFunc(out, func(known Line) bool { return known.Text() == l.Text() }) {
				out = append(out, l)
			}
		}
	}
	return out
}

type docxReader struct {
	decoder *xml.Decoder
	lines   []Line
	open    []*docxParagraph // a text box is nested in a paragraph
	run     docxRun
	inText  bool
	inField bool // inside the instructions of a field
	deleted int
	targets map[string]string // addresses of links, by relationship ID
	strong  map[string]bool   // the styles of paragraphs in bold
	link    string            // address of the open link
}

// docxRun is the formatting of a run.
type docxRun struct {
	inside bool
	bold   bool
	size   float64
}

type docxParagraph struct {
	text            strings.Builder
	isItem, heading bool
	strong          bool    // its style is bold
	light           []int   // the items, from 0, of which some is not bold, in order
	items           int     // how many tabs and line breaks there are
	size            float64 // size of the largest letters, 0 if the file has none
	headingSize     float64
	links           []Link
}

func (d *docxReader) read() error {
	for {
		token, err := d.decoder.Token()
		if errors.Is(err, io.EOF) {
			return nil
		} else if err != nil {
			return err
		}
		switch t := token.(type) {
		case xml.StartElement:
			d.start(t)
		case xml.EndElement:
			d.end(t.Name.Local)
		case xml.CharData:
			if d.inText {
				d.write(string(t))
			} else if address := fieldAddress(string(t)); d.inField && address != "" {
				d.beginLink(address)
			}
		}
	}
}

// write adds text to the open paragraph unless it was deleted.
func (d *docxReader) write(s string) {
	if n := len(d.open); n > 0 && d.deleted == 0 {
		p := d.open[n-1]
		p.text.WriteString(s)
		if last := len(p.links) - 1; d.link != "" && last >= 0 {
			p.links[last].Text += s
		}
		p.items += strings.Count(s, "\t") + strings.Count(s, "\n")
		if strings.TrimSpace(s) != "" {
			if n := len(p.light); !d.run.bold && (n == 0 || p.light[n-1] != p.items) {
				p.light = append(p.light, p.items)
			}
			p.size = max(p.size, d.run.size)
		}
	}
}

func (d *docxReader) start(e xml.StartElement) {
	switch e.Name.Local {
	case "p":
		d.open = append(d.open, &docxParagraph{})
	case "r":
		d.run = docxRun{inside: true, bold: len(d.open) > 0 && d.open[len(d.open)-1].strong}
	case "b":
		d.run.bold = d.run.inside && value(e, "val") != "0" && value(e, "val") != "false"
	case "sz":
		halves, _ := strconv.Atoi(value(e, "val"))
		d.run.size = float64(halves) / 2
	case "pStyle", "numPr":
		d.style(e)
	case "numId":
		d.leaveList(e)
	case "t":
		d.inText = true
	case "hyperlink":
		d.beginLink(d.targets[value(e, "id")])
	case "instrText":
		d.inField = true
	case "fldChar":
		if value(e, "fldCharType") == "end" {
			d.link = ""
		}
	case "tab":
		d.write("\t")
	case "br", "cr":
		d.write("\n")
	case "noBreakHyphen":
		d.write("-")
	case "del", "moveFrom", "Fallback":
		d.deleted++
	}
}

func (d *docxReader) style(e xml.StartElement) {
	if len(d.open) == 0 {
		return
	}
	p := d.open[len(d.open)-1]
	p.strong = p.strong || d.strong[value(e, "val")]
	style := strings.ToLower(value(e, "val"))
	if size, ok := headingSizes[strings.TrimRight(style, "char")]; ok {
		p.heading, p.headingSize = true, size
	}
	p.isItem = p.isItem || strings.HasPrefix(style, "list") || e.Name.Local == "numPr"
}

// leaveList takes a paragraph out of the list that its style put it in: the list number 0
// stands for none, and LibreOffice writes it in headings.
func (d *docxReader) leaveList(numID xml.StartElement) {
	if n := len(d.open); n > 0 && value(numID, "val") == "0" {
		d.open[n-1].isItem = false
	}
}

// bodySize and headingSizes apply if a file gives no sizes: they have the proportions of
// Word's own styles.
const bodySize = 10.0

var headingSizes = map[string]float64{"title": 20, "heading1": 16, "heading2": 13, "heading3": 12, "heading4": 11, "heading5": 11, "heading6": 11, "heading": 13}

func value(e xml.StartElement, name string) string {
	for _, a := range e.Attr {
		if a.Name.Local == name {
			return a.Value
		}
	}
	return ""
}

func (d *docxReader) end(name string) {
	switch name {
	case "t":
		d.inText = false
	case "r":
		d.run = docxRun{}
	case "hyperlink":
		d.link = ""
	case "instrText":
		d.inField = false
	case "p":
		if n := len(d.open); n > 0 {
			d.paragraph(d.open[n-1])
			d.open = d.open[:n-1]
		}
	case "del", "moveFrom", "Fallback":
		d.deleted--
	}
}

// directionMarks are characters that only say where a text turns round. At the ends of an
// item, around separators and beside C++ and .NET they came from the layout.
const directionMarks = "\u200E\u200F\u061C"

var separated = lazy.New("[" + directionMarks + `]*\s+[` + directionMarks + `]*([·•|])[` + directionMarks + `]*\s+[` + directionMarks + "]*")

var besideSigns = lazy.New("([+#])\u200E|\u200E(\\.[A-Za-z])")

// withoutMarks returns the text of an item without what only its layout needed.
func withoutMarks(item string) string {
	text := separated.ReplaceAllString(strings.Join(strings.Fields(item), " "), " $1 ")
	return strings.Trim(besideSigns.ReplaceAllString(text, "$1$2"), directionMarks)
}

func (d *docxReader) paragraph(p *docxParagraph) {
	n := -1
	for i, row := range strings.Split(p.text.String(), "\n") {
		line := Line{Page: 1, Y: float64(14 * (len(d.lines) + 1))}
		for _, item := range strings.Split(row, "\t") {
			n++
			if text := withoutMarks(item); text != "" {
				_, isLight := slices.BinarySearch(p.light, n)
				line.Items = append(line.Items, Item{Text: text, Bold: p.heading || !isLight, Size: cmp.Or(p.size, p.headingSize, bodySize)})
			}
		}
		if len(line.Items) == 0 {
			continue
		}
		if _, marked := line.Bullet(); p.isItem && i == 0 && !marked {
			line.Items[0].Text = "• " + line.Items[0].Text
		}
		line.Links = linksIn(line, p.links)
		d.lines = append(d.lines, line)
	}
}
