package doctext

import (
	"bytes"
	"strings"
)

// kind is the kind of a file; kinds that cannot be read are named in errors.
type kind string

const (
	kindText kind = "text"
	kindPDF  kind = "PDF"
	kindZIP  kind = "ZIP"
	kindRTF  kind = "RTF"
	kindMail kind = "e-mail"
	kindData kind = "a file that is not text"
)

// magics are the first bytes of files that are not text.
var magics = []struct {
	bytes string
	kind  kind
}{
	{"%PDF-", kindPDF},
	{"PK\x03\x04", kindZIP},
	{`{\rtf`, kindRTF},
	{"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old Word document or Outlook message"},
	{"\x89PNG", "a PNG picture"},
	{"\xff\xd8\xff", "a JPEG picture"},
	{"GIF8", "a GIF picture"},
	{"RIFF", "a WebP picture"},
	{"II*\x00", "a TIFF picture"},
	{"MM\x00*", "a TIFF picture"},
	{"\x1f\x8b", "a gzip archive"},
	{"7z\xbc\xaf\x27\x1c", "a 7-Zip archive"},
	{"Rar!", "a RAR archive"},
	{"BZh", "a bzip2 archive"},
	{"\xfd7zXZ", "an XZ archive"},
	{"bplist00", "a web archive of Safari"},
	{"\x7fELF", "a program"},
	{"MZ\x90", "a program"},
	{"%!PS", "a PostScript file"},
	{"SQLite format 3", "a database"},
	{"wOFF", "a font"},
}

// kindOf detects the kind of a file by its bytes.
func kindOf(data []byte) kind {
	start := bytes.TrimLeft(data[:min(len(data), 1024)], "\xef\xbb\xbf \t\r\n")
	for _, m := range magics {
		if bytes.HasPrefix(start, []byte(m.bytes)) {
			return m.kind
		}
	}
	switch {
	case utf16Order(data) != "":
		return kindText
	case bytes.IndexByte(data[:min(len(data), 8192)], 0) >= 0, isNoise(data):
		return kindData
	case isMail(start):
		return kindMail
	}
	return kindText
}

// isNoise reports whether data contains too many control characters to be text.
func isNoise(data []byte) bool {
	sample := data[:min(len(data), 4096)]
	odd := 0
	for _, b := range sample {
		if b < 0x20 && b != '\t' && b != '\n' && b != '\r' && b != '\f' && b != 0x1b {
			odd++
		}
	}
	return odd*50 > len(sample)
}

// mailHeaders are headers with which a stored message may begin.
var mailHeaders = []string{"from", "to", "subject", "date", "received", "return-path", "mime-version", "message-id", "delivered-to", "content-type", "x-mozilla-status", "reply-to", "dkim-signature", "arc-seal", "authentication-results", "x-received", "cc", "sender"}

// isMail reports whether the first lines are the headers of a message: at least two known ones, and nothing else.
func isMail(start []byte) bool {
	known := map[string]bool{}
	for line := range strings.Lines(string(start)) {
		line = strings.TrimRight(line, "\r\n")
		if line == "" {
			break
		}
		if line[0] == ' ' || line[0] == '\t' || strings.HasPrefix(line, "From ") && len(known) == 0 {
			continue
		}
		name, _, found := strings.Cut(line, ":")
		if !found || name == "" || strings.ContainsAny(name, " \t") {
			break
		}
		for _, h := range mailHeaders {
			if strings.EqualFold(name, h) {
				known[h] = true
			}
		}
	}
	return len(known) >= 3 && (known["from"] || known["mime-version"] || known["received"]) || known["from"] && known["subject"]
}
