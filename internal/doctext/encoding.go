package doctext

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"unicode/utf8"

	"golang.org/x/net/html/charset"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/simplifiedchinese"
	"golang.org/x/text/encoding/unicode"
)

// decode returns a text in UTF-8. label is the encoding named in a header, or "".
func decode(data []byte, label string) (string, error) {
	if order := utf16Order(data); order != "" {
		endian := unicode.LittleEndian
		if order == "big" {
			endian = unicode.BigEndian
		}
		out, err := unicode.UTF16(endian, unicode.UseBOM).NewDecoder().Bytes(data)
		if err != nil {
			return "", fmt.Errorf("a text in broken UTF-16: %w", err)
		}
		return string(out), nil
	}
	data = bytes.TrimPrefix(data, []byte("\xef\xbb\xbf"))
	if label == "" && utf8.Valid(data) {
		return string(data), nil
	}
	if label == "" && !declares(data) {
		return guess(data), nil
	}
	contentType := "text/html"
	if label != "" {
		contentType = "text/plain; charset=" + label
	}
	reader, err := charset.NewReader(bytes.NewReader(data), contentType)
	if err != nil {
		return "", fmt.Errorf("a text in an unknown encoding: %w", err)
	}
	out, err := io.ReadAll(io.LimitReader(reader, maxPart))
	if err != nil {
		return "", fmt.Errorf("a text in an unknown encoding: %w", err)
	}
	return string(out), nil
}

// Decode returns a text of any encoding in UTF-8; guessed means that nothing names the
// encoding. label is the encoding that the file names, or "". Bytes that are not text are
// an error.
func Decode(data []byte, label string) (text string, guessed bool, err error) {
	wide := utf16Order(data) != ""
	guessed = !wide && label == "" && !utf8.Valid(data)
	if !wide && isBinary(data) {
		return "", false, errors.New("is not a text")
	}
	text, err = decode(data, label)
	return text, guessed, err
}

// isBinary reports whether data contains bytes that do not occur in text.
func isBinary(data []byte) bool {
	return bytes.ContainsFunc(data, func(r rune) bool { return r < ' ' && r != '\n' && r != '\r' && r != '\t' && r != '\f' && r != '\v' })
}

// declares reports whether a page names its encoding.
func declares(data []byte) bool {
	return bytes.Contains(bytes.ToLower(data[:min(len(data), 2048)]), []byte("charset="))
}

// utf16Order returns the byte order of UTF-16, judging by its mark or by the positions of
// zeros; "" for other texts.
func utf16Order(data []byte) string {
	switch {
	case bytes.HasPrefix(data, []byte("\xff\xfe")):
		return "little"
	case bytes.HasPrefix(data, []byte("\xfe\xff")):
		return "big"
	}
	sample := data[:min(len(data), 512)]
	even, odd := 0, 0
	for i, b := range sample {
		if b == 0 && i%2 == 0 {
			even++
		} else if b == 0 {
			odd++
		}
	}
	switch {
	case len(sample) >= 8 && odd*3 > len(sample) && even == 0:
		return "little"
	case len(sample) >= 8 && even*3 > len(sample) && odd == 0:
		return "big"
	}
	return ""
}

// guess decodes a text that is not UTF-8 and names no encoding: Cyrillic and Chinese are
// recognized by the distribution of bytes, all else is taken for Windows-1252.
func guess(data []byte) string {
	sample := data[:min(len(data), 16<<10)]
	high, small := 0, 0
	for _, b := range sample {
		if b >= 0xc0 {
			high++
		}
		if b >= 0xe0 {
			small++
		}
	}
	if high*5 > len(sample) {
		if out, err := simplifiedchinese.GB18030.NewDecoder().Bytes(data); err == nil && !bytes.ContainsRune(out, utf8.RuneError) && small*2 < high*3/2 {
			return string(out)
		}
		out, _ := charmap.Windows1251.NewDecoder().Bytes(data) // the table covers all bytes, so nothing fails
		return string(out)
	}
	out, _ := charmap.Windows1252.NewDecoder().Bytes(data)
	return string(out)
}
