package doctext

import (
	"bytes"
	"encoding/base64"
	"errors"
	"fmt"
	"io"
	"mime"
	"mime/multipart"
	"mime/quotedprintable"
	"net/mail"
	"strings"

	"golang.org/x/net/html/charset"
)

// readMail returns the subject of a message as a heading, and its body: the HTML page if
// there is one, for its structure; else the plain text; or an attached document, if the
// message itself says little.
func readMail(data []byte, depth int) (string, error) {
	if depth >= deepest {
		return "", errors.New("an e-mail inside too many others")
	}
	if bytes.HasPrefix(data, []byte("From ")) { // a mailbox file
		_, data, _ = bytes.Cut(data, []byte("\n"))
	}
	message, err := mail.ReadMessage(bytes.NewReader(data))
	if err != nil {
		return "", fmt.Errorf("a broken e-mail: %w", err)
	}
	body := &mailBody{depth: depth}
	body.part(message.Header, message.Body)
	text := body.best()
	if strings.TrimSpace(text) == "" && body.parts > mostParts {
		return "", fmt.Errorf("an e-mail without text in its first %d parts", mostParts)
	}
	subject, err := (&mime.WordDecoder{CharsetReader: charsetReader}).DecodeHeader(message.Header.Get("Subject"))
	if err != nil {
		subject = message.Header.Get("Subject")
	}
	return "# " + withoutReply(subject) + "\n\n" + text, nil
}

func charsetReader(label string, input io.Reader) (io.Reader, error) {
	return charset.NewReaderLabel(label, input)
}

// withoutReply removes "Fwd:" and "Re:" from a subject.
func withoutReply(subject string) string {
	for {
		prefix, rest, found := strings.Cut(subject, ":")
		switch strings.ToLower(strings.TrimSpace(prefix)) {
		case "fwd", "fw", "re", "aw", "wg", "tr", "rv", "enc", "i", "r":
			if found {
				subject = strings.TrimSpace(rest)
				continue
			}
		}
		return strings.TrimSpace(subject)
	}
}

// mailBody collects the parts of a message.
type mailBody struct {
	depth             int
	page, text, extra string
	parts             int
	err               error // from reading the page
}

// header is the header of a message or of one of its parts.
type header interface{ Get(string) string }

// mostParts limits the parts that are opened.
const mostParts = 64

func (b *mailBody) part(h header, r io.Reader) {
	if b.parts++; b.parts > mostParts {
		return
	}
	kind, params, err := mime.ParseMediaType(h.Get("Content-Type"))
	if err != nil {
		kind = "text/plain"
	}
	if strings.HasPrefix(kind, "multipart/") {
		parts := multipart.NewReader(r, params["boundary"])
		for {
			p, err := parts.NextRawPart()
			if err != nil || b.parts > mostParts {
				return
			}
			b.part(p.Header, p)
		}
	}
	content := transferred(h, r)
	switch {
	case kind == "text/html" && b.page == "":
		if text, err := decode(content, params["charset"]); err == nil {
			b.page, b.err = readPage(text)
		}
	case kind == "text/plain" && b.text == "":
		b.text, _ = decode(content, params["charset"])
	case b.extra == "" && !strings.HasPrefix(kind, "text/") && !strings.HasPrefix(kind, "image/"):
		b.extra, _ = read(content, b.depth+1)
	}
}

// transferred decodes the transfer encoding.
func transferred(h header, r io.Reader) []byte {
	switch strings.ToLower(strings.TrimSpace(h.Get("Content-Transfer-Encoding"))) {
	case "quoted-printable":
		r = quotedprintable.NewReader(r)
	case "base64":
		r = base64.NewDecoder(base64.StdEncoding, r)
	}
	data, _ := io.ReadAll(io.LimitReader(r, maxPart)) // what was read before an error counts
	return data
}

// best returns the most informative part.
func (b *mailBody) best() string {
	const little = 400 // characters, as in "please see the attached description"
	text := b.text
	if strings.TrimSpace(b.page) != "" {
		text = b.page
	}
	if len(text) < little && b.extra != "" {
		return text + "\n\n" + b.extra
	}
	return text
}
