package safe

import (
	"strings"
	"unicode"

	"github.com/ghresume/ghresume/internal/lazy"
)

var (
	extension = lazy.New(`(?i)^(.*?[0-9)])[\s,;./-]*(?:ext(?:ension)?|extn|x|#|durchwahl|dw|poste|int|wew|доб)[\s.:=]*([0-9]{1,7})$`)
	trunkZero = lazy.New(`\(\s*0\s*\)`)
	dialable  = lazy.New(`^\+?[0-9() .\-/\x{2010}-\x{2013}\x{00A0}\x{202F}]+$`)
)

// PhoneURL returns the tel: address (RFC 3966) for a telephone number as people write it;
// "" if the text is not exactly one number.
func PhoneURL(phone string) string {
	number, suffix := westernDigits(Line(phone)), ""
	if m := extension.FindStringSubmatch(number); m != nil {
		number, suffix = strings.TrimSpace(m[1]), ";ext="+m[2]
	}
	if strings.HasPrefix(number, "+") { // the zero is dialed only within the country
		number = trunkZero.ReplaceAllString(number, "")
	}
	if !dialable.MatchString(number) || !hasAreaCode(number) {
		return ""
	}
	digits := strings.Map(func(r rune) rune {
		if r >= '0' && r <= '9' || r == '+' {
			return r
		}
		return -1
	}, number)
	// Fifteen digits are the most that any telephone number has.
	if n := len(strings.TrimPrefix(digits, "+")); n < 3 || n > 15 {
		return ""
	}
	return "tel:" + digits + suffix
}

// westernDigits replaces the digits of all scripts with 0 to 9.
func westernDigits(s string) string {
	return strings.Map(func(r rune) rune {
		if r <= unicode.MaxASCII {
			return r
		}
		for _, block := range unicode.Nd.R16 { // each consists of whole rows of ten
			if lo, hi := rune(block.Lo), rune(block.Hi); r >= lo && r <= hi {
				return '0' + (r-lo)%10
			}
		}
		return r
	}, s)
}

// hasAreaCode distinguishes "030/1234567" from two numbers separated by a slash.
func hasAreaCode(number string) bool {
	before, after, stroke := strings.Cut(number, "/")
	return !stroke || countDigits(before) <= 6 && countDigits(after) >= 5 && !strings.Contains(after, "/")
}

func countDigits(s string) int {
	n := 0
	for _, r := range s {
		if r >= '0' && r <= '9' {
			n++
		}
	}
	return n
}
