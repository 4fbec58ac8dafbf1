package safe

import (
	"net/url"
	"slices"
	"strings"
)

// schemes are those that a link may have.
var schemes = []string{"http", "https", "mailto", "tel"}

// URL is address as it may stand in a Markdown link and in an HTML attribute,
// or "" when it is not an absolute http, https, mailto or tel address. A user name
// in an address ("https://github.com@evil.example") hides where it leads: refused.
func URL(address string) string {
	u, err := url.Parse(Line(address))
	if err != nil || u.User != nil || !slices.Contains(schemes, strings.ToLower(u.Scheme)) {
		return ""
	}
	u.Scheme = strings.ToLower(u.Scheme)
	if u.Scheme == "http" || u.Scheme == "https" {
		if u.Host == "" || u.Opaque != "" {
			return ""
		}
	} else if u.Opaque == "" {
		return ""
	}
	quoted := QuoteURL(u.String())
	if _, err := url.Parse(quoted); err != nil { // a host with characters that no host has
		return ""
	}
	return quoted
}

// QuoteURL percent-encodes what could end a link's destination or an attribute,
// and breaks what Markdown would read as an entity.
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
