// Package doctext turns a file that people have on their disk into text: a web
// page, a Word document, RTF, an e-mail, a PDF, or plain text in any encoding.
//
// The text is Markdown where the file has structure: headings begin with "#",
// items of lists with "-", bold paragraphs stand between "**". A file that
// cannot be read is an error that names its kind.
package doctext

import (
	"bytes"
	"errors"
	"fmt"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// MaxSize is the largest file that is read, in bytes.
const MaxSize = 8 << 20

// MaxText is the largest text of a file, in bytes, and MaxPage the largest HTML page: the
// time to read them grows with their length. MaxMarks limits the tags and attributes of a
// page, which take memory; a tag counts twice. MaxLines limits the lines of a text.
const (
	MaxLines = 500_000
	MaxText  = 5 << 20
	MaxPage  = 6 << 20
	MaxMarks = 600_000
)

// maxPart is the largest part of a file, in bytes; a packed file can hold far more than its
// own size.
const maxPart = 8 << 20

// Read returns the text of a file, whose kind it detects by the bytes, not by the name.
func Read(data []byte) (string, error) { return read(data, 0) }

// deepest is how deep messages and attachments may be nested.
const deepest = 3

func read(data []byte, depth int) (string, error) {
	if len(data) > MaxSize {
		return "", fmt.Errorf("a file of %d bytes; at most %d MiB are read", len(data), MaxSize>>20)
	}
	if len(bytes.TrimSpace(data)) == 0 {
		return "", errors.New("the file is empty")
	}
	text, err := textOf(data, depth)
	if err != nil {
		return "", err
	}
	if len(text) <= MaxText {
		text = tidy(text) // nothing may remain
	}
	switch {
	case strings.TrimSpace(text) == "":
		return "", errors.New("the file contains no text; it may be a scan")
	case len(text) > MaxText:
		return "", fmt.Errorf("the file holds %d kB of text; at most %d are read", len(text)>>10, MaxText>>10)
	case strings.Count(text, "\n") > MaxLines:
		return "", fmt.Errorf("the file holds %d lines; at most %d are read", strings.Count(text, "\n"), MaxLines)
	}
	return text, nil
}

// textOf reads a file according to its kind.
func textOf(data []byte, depth int) (string, error) {
	switch k := kindOf(data); k {
	case kindPDF:
		return readPDF(data)
	case kindZIP:
		return readZIP(data)
	case kindRTF:
		return readRTF(data), nil
	case kindMail:
		return readMail(data, depth)
	case kindText:
		text, err := decode(data, "")
		if err != nil || !isPage(text) {
			return text, err
		}
		return readPage(text)
	default:
		return "", fmt.Errorf("%s; save it as text, HTML, PDF or DOCX", k)
	}
}

// readPage reads an HTML page within the limits.
func readPage(text string) (string, error) {
	if len(text) > MaxPage {
		return "", fmt.Errorf("a page of %d kB; at most %d are read", len(text)>>10, MaxPage>>10)
	}
	if 2*strings.Count(text, "<")+strings.Count(text, "=") > MaxMarks {
		return "", fmt.Errorf("a page with too many tags; at most %d are read", MaxMarks/2)
	}
	return readHTML(text), nil
}

// tidy makes the text valid UTF-8, in composed characters and with plain line ends. It
// ends the decoding and cleans nothing: bullets of symbol fonts, and characters between
// which words break, mean something to those who read the text line by line. Package safe
// cleans what they keep.
func tidy(text string) string {
	text = strings.NewReplacer("\r\n", "\n", "\r", "\n", "\x00", "").Replace(strings.ToValidUTF8(text, string(utf8.RuneError)))
	return norm.NFC.String(text)
}
