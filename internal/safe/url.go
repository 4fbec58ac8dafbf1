package safe

import (
	"net/url"
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/net/idna"
)

// schemes are those allowed in a link.
var schemes = []string{"http", "https", "mailto", "tel"}

// URL returns an address that is safe in a Markdown link and in an HTML attribute, or "" if
// it is not an absolute http, https, mailto or tel address. An address with a user name
// ("https://github.com@evil.example") is refused, since that disguises where it leads.
func URL(address string) string {
	u, err := url.Parse(Line(address))
	if err != nil || u.User != nil || !slices.Contains(schemes, strings.ToLower(u.Scheme)) {
		return ""
	}
	u.Scheme = strings.ToLower(u.Scheme)
	if u.Scheme == "http" || u.Scheme == "https" {
		if u.Host == "" {
			return ""
		}
	} else if u.Opaque == "" {
		return ""
	}
	if host := u.Hostname(); strings.IndexFunc(host, func(r rune) bool { return r > unicode.MaxASCII }) >= 0 {
		if ascii, err := idna.Lookup.ToASCII(host); err == nil {
			u.Host = strings.Replace(u.Host, host, ascii, 1)
		}
	}
	quoted := QuoteURL(u.String())
	if _, err := url.Parse(quoted); err != nil { // a host with invalid characters
		return ""
	}
	return quoted
}

// QuoteURL percent-encodes what could end a link's destination or an attribute, and breaks
// what Markdown would read as an entity.
func QuoteURL(s string) string {
	const hex = "0123456789ABCDEF"
	var b strings.Builder
	for i := 0; i < len(s); i++ {
		switch c := s[i]; {
		case c <= ' ' || c >= 0x7F || strings.IndexByte("\"'()<>[\\]^`{|}", c) >= 0:
			b.WriteByte('%')
			b.WriteByte(hex[c>>4])
			b.WriteByte(hex[c&15])
		case c == '&' && entity.MatchString(s[i:]):
			b.WriteString("&amp;")
		default:
			b.WriteByte(c)
		}
	}
	return b.String()
}

// ShownURL returns an address as people write it: without scheme, "www." and trailing
// slash, and with percent encoding and Punycode decoded.
func ShownURL(address string) string {
	s := Line(address)
	for _, prefix := range []string{"https://", "http://", "mailto:", "tel:"} {
		s = strings.TrimPrefix(s, prefix)
	}
	s = strings.TrimSuffix(strings.TrimPrefix(s, "www."), "/")
	host, path, found := strings.Cut(s, "/")
	if strings.Contains(host, "xn--") {
		if letters, err := idna.Display.ToUnicode(host); err == nil {
			host = letters
		}
	}
	if !found {
		return Line(host)
	}
	return Line(host + "/" + decoded(path))
}

// decoded decodes percent encoding, except for characters that are invisible or would end
// the address.
func decoded(s string) string {
	var b strings.Builder
	for i := 0; i < len(s); {
		r, n := percentRune(s[i:])
		if n == 0 {
			b.WriteByte(s[i])
			i++
			continue
		}
		if !unicode.IsGraphic(r) || unicode.IsSpace(r) || strings.ContainsRune("%/?#&=+<>\"\\", r) || r == utf8.RuneError {
			b.WriteString(s[i : i+n])
		} else {
			b.WriteRune(r)
		}
		i += n
	}
	return b.String()
}

// percentRune returns the character whose percent encoding s begins with, and its length.
func percentRune(s string) (rune, int) {
	var encoded []byte
	for i := 0; i+2 < len(s) && s[i] == '%' && len(encoded) < utf8.UTFMax; i += 3 {
		c, err := strconv.ParseUint(s[i+1:i+3], 16, 8)
		if err != nil {
			break
		}
		encoded = append(encoded, byte(c))
		if utf8.FullRune(encoded) {
			r, n := utf8.DecodeRune(encoded)
			return r, 3 * n
		}
	}
	return 0, 0
}
