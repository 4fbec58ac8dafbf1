package templates

import (
	"strings"

	"github.com/ghresume/ghresume/internal/safe"
)

// prettyURL is an address as people write it: without scheme, "www." and closing slash.
func prettyURL(address string) string {
	s := safe.Line(address)
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
