package doctext

import (
	"archive/zip"
	"bytes"
	"cmp"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"strings"

	"github.com/ghresume/ghresume/internal/readfile"
)

// readZIP reads documents that are ZIP archives: DOCX and ODT.
func readZIP(data []byte) (string, error) {
	archive, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		return "", fmt.Errorf("a broken ZIP archive or Word document: %w", err)
	}
	word, wordError := member(archive, "word/document.xml")
	styles, stylesError := member(archive, "word/styles.xml")
	odt, odtError := member(archive, "content.xml")
	if err := cmp.Or(wordError, stylesError, odtError); err != nil {
		return "", err
	}
	switch {
	case word != nil:
		return readDOCX(word, headingStyles(styles))
	case odt != nil:
		return readODT(odt)
	}
	for name, kind := range map[string]string{"xl/workbook.xml": "an Excel workbook", "ppt/presentation.xml": "a PowerPoint presentation", "Index/Document.iwa": "a Pages document", "META-INF/container.xml": "an EPUB book"} {
		if _, err := fs.Stat(archive, name); err == nil {
			return "", errors.New(kind + "; save it as text, HTML, PDF or DOCX")
		}
	}
	return "", errors.New("a ZIP archive without a Word document; unpack it first")
}

// member returns a file of the archive; nil if it does not exist or cannot be unpacked.
func member(archive *zip.Reader, name string) ([]byte, error) {
	file, err := archive.Open(name)
	if err != nil {
		return nil, nil
	}
	defer file.Close()
	data, err := io.ReadAll(readfile.Capped(file))
	switch {
	case errors.Is(err, readfile.ErrTooLong):
		return nil, fmt.Errorf("%s: %w", name, err)
	case err != nil && len(data) == 0:
		return nil, nil
	}
	return data, nil
}

// headingStyles maps the ids of heading styles to their ranks: the style names in the file
// are English, whatever the language of the program.
func headingStyles(styles []byte) map[string]int {
	var file struct {
		Styles []struct {
			ID   string `xml:"styleId,attr"`
			Name struct {
				Value string `xml:"val,attr"`
			} `xml:"name"`
		} `xml:"style"`
	}
	ranks := map[string]int{}
	if len(styles) == 0 || xml.Unmarshal(styles, &file) != nil {
		return ranks
	}
	for _, s := range file.Styles {
		if rank := headingRank(s.Name.Value); rank > 0 {
			ranks[s.ID] = rank
		}
	}
	return ranks
}

func headingRank(style string) int {
	style = strings.ToLower(strings.ReplaceAll(style, " ", ""))
	switch {
	case style == "title":
		return 1
	case strings.HasPrefix(style, "heading") && len(style) == 8 && style[7] >= '1' && style[7] <= '6':
		return int(style[7] - '0')
	}
	return 0
}

// wordWriter processes the elements of a Word document.
type wordWriter struct {
	ranks map[string]int
	out   strings.Builder
	paragraph
	skip int // depth inside an element that is skipped
}

// paragraph is the paragraph being read.
type paragraph struct {
	text        strings.Builder
	rank        int
	item        bool
	level       int
	bold, plain bool // some of its text is bold, some is not
	runBold     bool
	inText      bool
}

func readDOCX(body []byte, ranks map[string]int) (string, error) {
	w := &wordWriter{ranks: ranks}
	d := xml.NewDecoder(bytes.NewReader(body))
	for {
		token, err := d.Token()
		if err == io.EOF {
			return w.out.String(), nil
		}
		if err != nil {
			if w.out.Len() > 0 {
				return w.out.String(), nil // cut off: what was read counts
			}
			return "", fmt.Errorf("a broken Word document: %w", err)
		}
		switch t := token.(type) {
		case xml.StartElement:
			w.start(t)
		case xml.EndElement:
			w.end(t.Name.Local)
		case xml.CharData:
			if w.inText && w.skip == 0 {
				w.write(string(t))
			}
		}
	}
}

func (w *wordWriter) write(s string) {
	w.text.WriteString(s)
	if strings.TrimSpace(s) != "" {
		w.bold, w.plain = w.bold || w.runBold, w.plain || !w.runBold
	}
}

func (w *wordWriter) start(t xml.StartElement) {
	if w.skip > 0 || t.Name.Local == "Fallback" || t.Name.Local == "del" || t.Name.Local == "instrText" {
		w.skip++
		return
	}
	value := attribute(t, "val")
	switch t.Name.Local {
	case "p":
		w.flush()
	case "pStyle":
		w.rank = w.ranks[value]
		if w.rank == 0 {
			w.rank = headingRank(value)
		}
		w.item = w.item || strings.Contains(strings.ToLower(value), "listbullet")
	case "numPr":
		w.item = true
	case "numId":
		w.item = w.item && value != "0" // no list, as LibreOffice writes in headings
	case "ilvl":
		w.level = len(strings.TrimLeft(value, "0"))
	case "r":
		w.runBold = false
	case "b":
		w.runBold = value != "0" && value != "false"
	case "t":
		w.inText = true
	case "tab":
		w.write("\t")
	case "br", "cr":
		w.write("\n")
	case "noBreakHyphen":
		w.write("-")
	}
}

func (w *wordWriter) end(name string) {
	if w.skip > 0 {
		w.skip--
		return
	}
	switch name {
	case "t":
		w.inText = false
	case "p":
		w.flush()
	case "tbl":
		w.out.WriteString("\n")
	}
}

// flush writes the paragraph as Markdown.
func (w *wordWriter) flush() {
	text := strings.TrimSpace(w.text.String())
	if text != "" {
		w.out.WriteString(markdownLine(text, w.rank, w.item, w.level, w.bold && !w.plain))
	}
	w.paragraph = paragraph{}
}

// markdownLine returns a paragraph with Markdown marks for heading, item and bold.
func markdownLine(text string, rank int, item bool, level int, bold bool) string {
	switch {
	case rank > 0:
		return "\n" + strings.Repeat("#", rank) + " " + text + "\n\n"
	case item:
		return strings.Repeat("  ", level) + "- " + strings.ReplaceAll(text, "\n", " ") + "\n"
	case bold && !strings.Contains(text, "\n"):
		return "\n**" + text + "**\n\n"
	}
	return text + "\n\n"
}

func attribute(t xml.StartElement, name string) string {
	for _, a := range t.Attr {
		if a.Name.Local == name {
			return a.Value
		}
	}
	return ""
}

// readODT reads the content of an OpenDocument text.
func readODT(body []byte) (string, error) {
	var out, text strings.Builder
	d := xml.NewDecoder(bytes.NewReader(body))
	rank, depth := 0, 0
	for {
		token, err := d.Token()
		if err != nil {
			if err != io.EOF && out.Len() == 0 {
				return "", fmt.Errorf("a broken OpenDocument text: %w", err)
			}
			return out.String(), nil
		}
		switch t := token.(type) {
		case xml.StartElement:
			switch t.Name.Local {
			case "h":
				rank = max(1, min(6, len(attribute(t, "outline-level"))+1))
			case "list":
				depth++
			case "tab", "s":
				text.WriteString(" ")
			case "line-break":
				text.WriteString("\n")
			}
		case xml.EndElement:
			switch t.Name.Local {
			case "h", "p":
				if s := strings.TrimSpace(text.String()); s != "" {
					out.WriteString(markdownLine(s, rank, depth > 0, max(0, depth-1), false))
				}
				rank = 0
				text.Reset()
			case "list":
				depth--
			}
		case xml.CharData:
			text.Write(t)
		}
	}
}
