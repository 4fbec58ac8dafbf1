package review

import (
	"slices"
	"strings"
	"unicode"

	"github.com/ghresume/ghresume/internal/lazy"
)

// phoneNumber is a number that belongs to a country, or to a service that all countries
// share.
type phoneNumber struct {
	plans    []phonePlan // of the calling code
	national string      // the digits after the code
}

// parsePhone parses a number; region is the country of a number without a calling code.
func parsePhone(text, region string) (phoneNumber, bool) {
	digits, international, ok := phoneDigits(text)
	if !ok {
		return phoneNumber{}, false
	}
	if !international {
		return nationalNumber(digits, region)
	}
	for n := 1; n <= min(3, len(digits)); n++ {
		if plans := plansOf(digits[:n]); len(plans) > 0 {
			return phoneNumber{plans, plans[0].withoutPrefix(digits[n:])}, true
		}
	}
	return phoneNumber{}, false
}

// nationalNumber parses a number as people in a region write it, perhaps with its calling
// code, but without the plus sign.
func nationalNumber(digits, region string) (phoneNumber, bool) {
	own, ok := planOf(region)
	if !ok {
		return phoneNumber{}, false
	}
	n := phoneNumber{plansOf(own.code), own.withoutPrefix(digits)}
	rest, coded := strings.CutPrefix(digits, own.code)
	if coded && !own.general.MatchString(digits) && own.general.MatchString(own.withoutPrefix(rest)) {
		n.national = own.withoutPrefix(rest)
	}
	return n, true
}

// isPossible reports whether numbers of the country can have this length.
func (n phoneNumber) isPossible() bool {
	return slices.Contains(n.plans[0].lengths, len(n.national))
}

// isGivenOut reports whether the number is in a range that is in use.
func (n phoneNumber) isGivenOut() bool {
	return slices.ContainsFunc(n.plans, func(p phonePlan) bool { return p.valid.MatchString(n.national) })
}

// international returns the number with its calling code, its digits grouped as in text.
func (n phoneNumber) international(text string) string {
	groups := strings.FieldsFunc(text, func(r rune) bool { return !unicode.IsDigit(r) })
	for drop := len(strings.Join(groups, "")) - len(n.national); drop > 0 && len(groups) > 0; {
		cut := min(drop, len(groups[0]))
		groups[0], drop = groups[0][cut:], drop-cut
		if groups[0] == "" {
			groups = groups[1:]
		}
	}
	if strings.Join(groups, "") != n.national {
		groups = []string{n.national}
	}
	return "+" + n.plans[0].code + " " + strings.Join(groups, " ")
}

var (
	phoneExtension = lazy.New(`(?i)[;,\s]*(?:\bext(?:ension|n)?\b\.?:?|доб\.?|durchwahl|x|#)\s*\d{1,7}#?$`)
	phoneText      = lazy.New(`^[-\d\s()/.,·‐-―−–—~*⁓∼+]*$`)
)

// phoneDigits returns the digits of a number as people write it: with words before it,
// punctuation, an extension, or letters for the keys of a telephone.
func phoneDigits(text string) (digits string, international, ok bool) {
	text = strings.Map(asciiDigit, text)
	start := strings.IndexAny(text, "+0123456789")
	if start < 0 {
		return "", false, false
	}
	text = phoneExtension.ReplaceAllString(strings.TrimPrefix(text[start:], "+00"), "")
	if isVanity(text) {
		text = strings.Map(telephoneKey, text)
	}
	if !phoneText.MatchString(text) || strings.LastIndex(text, "+") > 0 {
		return "", false, false
	}
	international = strings.HasPrefix(text, "+")
	digits = strings.Map(func(r rune) rune {
		if r < '0' || r > '9' {
			return -1
		}
		return r
	}, text)
	if rest, foreign := strings.CutPrefix(digits, "00"); foreign && !international {
		digits, international = rest, true
	}
	return digits, international, true
}

// isVanity reports whether a number contains a word: 1-800-FLOWERS.
func isVanity(text string) bool {
	letters := 0
	for _, r := range text {
		if r >= 'A' && r <= 'Z' {
			letters++
		}
	}
	return letters >= 3
}

// telephoneKey returns the key that a letter is on.
func telephoneKey(r rune) rune {
	if r >= 'A' && r <= 'Z' {
		return rune("22233344455566677778889999"[r-'A'])
	}
	return r
}

// asciiDigit converts a digit of any script to 0 to 9.
func asciiDigit(r rune) rune {
	if r <= unicode.MaxASCII || !unicode.IsDigit(r) {
		return r
	}
	for _, block := range unicode.Nd.R16 {
		if rune(block.Lo) <= r && r <= rune(block.Hi) {
			return '0' + (r-rune(block.Lo))%10
		}
	}
	return r
}

// withoutPrefix returns the number without the digits that are dialed only within the
// country, such as the 0 of 020, or with those that are left out there.
func (p phonePlan) withoutPrefix(digits string) string {
	if p.prefix == nil {
		return digits
	}
	at := p.prefix.FindStringSubmatchIndex(digits)
	if at == nil {
		return digits
	}
	shorter := digits[at[1]:]
	if last := len(at) - 2; p.transform != "" && at[last] >= 0 && last > 0 {
		shorter = p.prefix.ReplaceAllString(digits, p.transform)
	}
	viable := p.general.MatchString(shorter) || !p.general.MatchString(digits)
	if possible := slices.Contains(p.lengths, len(shorter)) || len(shorter) > slices.Max(p.lengths); viable && possible {
		return shorter
	}
	return digits
}
