package templates

import (
	"net/url"
	"strings"

	"github.com/ghresume/ghresume/internal/safe"
)

// prettyURL is an address as people write it: without scheme, "www." and closing slash.
func prettyURL(address string) string {
	s := safe.Line(address)
	for _, prefix := range []string{"https://", "http://", "mailto:", "tel:"} {
		s = strings.TrimPrefix(s, prefix)
	}
	s = strings.TrimSuffix(strings.TrimPrefix(s, "www."), "/")
	if decoded, err := url.PathUnescape(s); err == nil && decoded == safe.Line(decoded) && !strings.ContainsAny(decoded, " %") {
		return decoded // "zoé", not "zo%C3%A9"
	}
	return s
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
