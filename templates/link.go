package templates

import (
	"net/url"
	"slices"
	"strings"
)

// schemes are those that a link may have.
var schemes = []string{"http", "https", "mailto", "tel"}

// safeURL is address as it may stand in a Markdown link and in an HTML attribute,
// or "" when it is not an absolute http, https, mailto or tel address. A user name
// in an address ("https://github.com@evil.example") hides where it leads: refused.
func safeURL(address string) string {
	u, err := url.Parse(clean(address))
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
	quoted := quoteURL(u.String())
	if _, err := url.Parse(quoted); err != nil { // a host with characters that no host has
		return ""
	}
	return quoted
}

// quoteURL percent-encodes what could end a link's destination or an attribute,
// and breaks what Markdown would read as an entity.
func quoteURL(s string) string {
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

// prettyURL is an address as people write it: without scheme, "www." and closing slash.
func prettyURL(address string) string {
	s := clean(address)
	for _, prefix := range []string{"https://", "http://", "mailto:", "tel:"} {
		s = strings.TrimPrefix(s, prefix)
	}
	return strings.TrimSuffix(strings.TrimPrefix(s, "www."), "/")
}

// phoneURL is the tel: address of a telephone number as people write it.
func phoneURL(phone string) string {
	digits := strings.Map(func(r rune) rune {
		if r >= '0' && r <= '9' || r == '+' {
			return r
		}
		return -1
	}, phone)
	if strings.Trim(digits, "+") == "" {
		return ""
	}
	return "tel:" + digits
}
