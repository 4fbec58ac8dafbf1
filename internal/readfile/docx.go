package readfile

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"strings"
)

// DOCX reads the paragraphs of a Word file as lines. A list item begins with a bullet, a tab parts items.
func DOCX(data []byte) ([]Line, error) {
	archive, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		return nil, fmt.Errorf("not a DOCX file: %w", err)
	}
	part, err := archive.Open("word/document.xml")
	if err != nil {
		return nil, fmt.Errorf("not a DOCX file: %w", err)
	}
	defer part.Close()
	d := docxReader{decoder: xml.NewDecoder(io.LimitReader(part, maxStream))}
	if err := d.read(); err != nil {
		return nil, fmt.Errorf("word/document.xml: %w", err)
	}
	if len(d.lines) == 0 {
		return nil, ErrNoText
	}
	return d.lines, nil
}

type docxReader struct {
	decoder *xml.Decoder
	lines   []Line
	open    []*docxParagraph // a text box stands within a paragraph
	inText  bool
	deleted int
}

type docxParagraph struct {
	text            strings.Builder
	isItem, heading bool
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
			}
		}
	}
}

// write adds to the open paragraph what was not deleted from it.
func (d *docxReader) write(s string) {
	if n := len(d.open); n > 0 && d.deleted == 0 {
		d.open[n-1].text.WriteString(s)
	}
}

func (d *docxReader) start(e xml.StartElement) {
	switch e.Name.Local {
	case "p":
		d.open = append(d.open, &docxParagraph{})
	case "pStyle", "numPr":
		d.style(e)
	case "t":
		d.inText = true
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
	style := strings.ToLower(value(e, "val"))
	p.heading = p.heading || strings.HasPrefix(style, "heading") || strings.HasPrefix(style, "title")
	p.isItem = p.isItem || strings.HasPrefix(style, "list") || e.Name.Local == "numPr"
}

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
	case "p":
		if n := len(d.open); n > 0 {
			d.paragraph(d.open[n-1])
			d.open = d.open[:n-1]
		}
	case "del", "moveFrom", "Fallback":
		d.deleted--
	}
}

func (d *docxReader) paragraph(p *docxParagraph) {
	for i, row := range strings.Split(p.text.String(), "\n") {
		line := Line{Page: 1, Y: float64(14 * (len(d.lines) + 1))}
		for _, item := range strings.Split(row, "\t") {
			if text := strings.Join(strings.Fields(item), " "); text != "" {
				line.Items = append(line.Items, Item{Text: text, Bold: p.heading, Size: 10})
			}
		}
		if len(line.Items) == 0 {
			continue
		}
		if _, marked := line.Bullet(); p.isItem && i == 0 && !marked {
			line.Items[0].Text = "• " + line.Items[0].Text
		}
		d.lines = append(d.lines, line)
	}
}
