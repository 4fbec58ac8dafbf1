package review

import (
	"fmt"
	"strings"
	"unicode"

	"github.com/ghresume/ghresume/internal/lazy"
)

var spacingRules = []Rule{
	{
		Name: "doubled-space", Area: Language, Severity: Warning, on: onWriting,
		Reason: "Two spaces in a row are left over from editing.",
		Bad:    `summary = "Backend developer  with nine years in payments."`,
		Good:   `summary = "Backend developer with nine years in payments."`,
		check:  checkDoubledSpaces,
	},
	{
		Name: "punctuation-space", Area: Language, Severity: Warning, English: true, on: onWriting,
		Reason: "No space before a comma or period, one after it.",
		Bad:    `summary = "Backend developer , nine years in payments."`,
		Good:   `summary = "Backend developer, nine years in payments, 1,000 shops, all on .NET and Node.js."`,
		check:  checkPunctuation,
	},
	{
		Name: "decimal-comma", Area: Language, Severity: Warning, Habit: true, English: true, on: onWriting,
		Reason: "English separates decimals with a point: 99,9 % looks like a typo.",
		Bad:    `summary = "Backend developer. Kept the shop at 99,95 % for nine years."`,
		Good:   `summary = "Backend developer. Kept the shop at 99.95 % for 1,000,000 users."`,
		check:  checkDecimals,
	},
	{
		Name: "bullet-mark", Area: Language, Severity: Warning, on: onWriting,
		Reason: "The template prints the bullet; a second one in the text looks pasted.",
		Bad:    "[[experience]]\ntitle = \"Engineer\"\nhighlights = [\"• Cut costs by 12 % within a year\"]",
		Good:   "[[experience]]\ntitle = \"Engineer\"\nhighlights = [\"Cut costs by 12 % within a year\"]",
		check:  checkMarks,
	},
	{
		Name: "unbalanced-bracket", Area: Language, Severity: Warning, on: onWriting,
		Reason: "A bracket that is not closed leaves the reader waiting.",
		Bad:    `summary = "Backend developer (payments, invoices with nine years of practice."`,
		Good:   `summary = "Backend developer (payments, invoices) with nine years of practice."`,
		check:  checkBrackets,
	},
}

var spaces = lazy.New(`[ \t\x{00a0}]{2,}`)

func checkDoubledSpaces(r *reading) []Finding {
	var found []Finding
	for _, t := range r.texts {
		for _, m := range spaces.FindAllStringIndex(t.value, -1) {
			before, after := t.value[:m[0]], t.value[m[1]:]
			if before == "" || after == "" || strings.HasSuffix(before, "\n") || strings.HasPrefix(after, "\n") || strings.HasPrefix(after, "\r") || inCode(t, m[0]) {
				continue // the edge of a line
			}
			f := t.within(m[0], m[1], fmt.Sprintf("%d spaces in a row", len([]rune(t.value[m[0]:m[1]]))), "leave one")
			if strings.ContainsRune(".!?:", lastRune(before)) {
				f = advice(f)
				f.Message += "; some set two after a full stop"
			}
			found = append(found, fixable(f, " "))
		}
	}
	return found
}

// inCode reports whether the byte at i was blanked.
func inCode(t text, i int) bool { return i < len(t.clear) && t.clear[i] == '_' && t.value[i] != '_' }

var (
	spaceBefore = lazy.New(`[\p{L}\d)%+"”]( +[,;.])(?:\s|$)`)
	// spaceInside finds a space next to the inner side of a bracket: "( MICCAI 2022 )".
	spaceInside = lazy.New(`[\pL\d](?:(?: \()( +)\pL| ?\([^()]{2,60}?\pL( +)\))`)
	// spaceMoved finds a comma that clings to the next word: "boards ,tested".
	spaceMoved = lazy.New(`\p{Ll}( +[,;])\p{Ll}`)
	noSpace    = lazy.New(`(?:\p{Ll}([,;])\p{L}|\p{Lu}{2}([,;])\p{Lu}\p{Ll}{2})`)
	twiceMark  = lazy.New(`[^.,;]((?:,,+|;;+|\.\.|\.,|,\.))(?:[^.,;]|$)`)
)

func checkPunctuation(r *reading) []Finding {
	var found []Finding
	for _, t := range r.texts {
		for _, m := range spaceBefore.FindAllStringSubmatchIndex(t.clear, -1) {
			mark := strings.TrimSpace(t.value[m[2]:m[3]])
			found = append(found, fixable(t.within(m[2], m[3], fmt.Sprintf("a space before %q", mark), "drop the space"), mark))
		}
		if m := spaceInside.FindStringSubmatchIndex(t.clear); m != nil {
			from, to := wordOf(m)
			found = append(found, fixable(t.within(from, to, "a space inside the bracket", "drop the space"), ""))
		}
		for _, m := range spaceMoved.FindAllStringSubmatchIndex(t.clear, -1) {
			mark := strings.TrimSpace(t.value[m[2]:m[3]])
			found = append(found, fixable(t.within(m[2], m[3], fmt.Sprintf("the space is before the %q, not behind it", mark), "move it"), mark+" "))
		}
		for _, m := range noSpace.FindAllStringSubmatchIndex(t.clear, -1) {
			from, to := wordOf(m)
			mark := t.value[from:to]
			found = append(found, fixable(t.within(from, to, fmt.Sprintf("no space after %q", mark), "add a space"), mark+" "))
		}
		for _, m := range twiceMark.FindAllStringSubmatchIndex(t.clear, -1) {
			if !strings.Contains(t.clear[:m[2]], " ") || strings.Contains(t.value[m[2]:m[3]], ".,") && endsAbbreviation(t.value[:m[2]+1]) {
				continue
			}
			found = append(found, t.within(m[2], m[3], fmt.Sprintf("%q is one punctuation mark too many", t.value[m[2]:m[3]]), "leave one"))
		}
	}
	return found
}

var partners = map[rune]rune{')': '(', ']': '[', '}': '{'}

func checkBrackets(r *reading) []Finding {
	var found []Finding
	for _, t := range r.texts {
		if at, r := unbalanced(t.clear); at >= 0 {
			found = append(found, t.within(at, at+len(string(r)), fmt.Sprintf("%q has no partner", string(r)), "close the bracket, or drop it"))
		}
	}
	return found
}

// unbalanced returns the first bracket without a partner, or -1. Smileys and lists such
// as "a) … b) …" are ignored.
func unbalanced(s string) (int, rune) {
	type open struct {
		at int
		r  rune
	}
	var stack []open
	for i, r := range s {
		switch r {
		case '(', '[', '{':
			if i > 0 && isSmiley(s[:i]) {
				continue
			}
			stack = append(stack, open{i, r})
		case ')', ']', '}':
			if n := len(stack); n > 0 && stack[n-1].r == partners[r] {
				stack = stack[:n-1]
			} else if !isSmiley(s[:i]) && !isListMark(s[:i]) {
				return i, r
			}
		}
	}
	if len(stack) > 0 {
		return stack[0].at, stack[0].r
	}
	return -1, 0
}

func isSmiley(before string) bool {
	return strings.HasSuffix(before, ":") || strings.HasSuffix(before, ";") || strings.HasSuffix(before, ":-") || strings.HasSuffix(before, ";-")
}

// isListMark reports whether a list mark precedes the bracket: "1)", "a)".
func isListMark(before string) bool {
	mark := before[strings.LastIndexFunc(before, unicode.IsSpace)+1:]
	return mark != "" && len(mark) <= 2 && !strings.ContainsAny(mark, "([{") && isWordRune(lastRune(mark))
}

var decimalComma = lazy.New(`(?:^|[\s(~<>])(\d{1,3}(,)\d{1,2})\s?(?:%|percent|million|billion|x\b|ms\b|s\b|GB\b|TB\b|MB\b|hours|years)`)

func checkDecimals(r *reading) []Finding {
	var found []Finding
	for _, t := range r.texts {
		for _, m := range decimalComma.FindAllStringSubmatchIndex(t.clear, -1) {
			found = append(found, fixable(t.within(m[4], m[5], fmt.Sprintf("%q has a comma for a decimal point", t.value[m[2]:m[3]]), "write a point"), "."))
		}
	}
	return found
}

var bulletMark = lazy.New(`^\s*(?:[•·◦▪●○‣⁃➢➤►▶✓✔→]|[-–—*](?:\s))\s*`)

func checkMarks(r *reading) []Finding {
	var found []Finding
	for _, t := range r.texts {
		if m := bulletMark.FindStringIndex(t.value); m != nil && t.kind != prose && m[1] < len(t.value) {
			found = append(found, fixable(t.within(m[0], m[1], fmt.Sprintf("the text begins with %q", strings.TrimSpace(t.value[m[0]:m[1]])), "drop it"), ""))
		}
	}
	return found
}
