package produce

import (
	"bytes"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"unicode"

	"github.com/ghresume/ghresume/internal/locale"
)

// figures returns the figures of an account that are unknown and that a text loses, in any
// language: a locale of the profile's own is not known here.
func (u *unseen) figures(old, now []byte) []string {
	var out []string
	a := u.snapshot.Activity
	for _, f := range []struct {
		what, text string
		isKnown    bool
	}{
		{"reviews", "pull requests reviewed", a.Reviews != nil}, {"issues", "issues resolved", a.Issues != nil},
		{"answers", "accepted answers", a.Answers != nil}, {"active", "active years", a.Years != nil},
		{"commits", "commits", bytes.Contains(unpacked(old), []byte("/commits?author="))}, // else a repository is named
	} {
		if !f.isKnown && lostWord(old, now, figureNames(f.what)) {
			out = append(out, "the figure of "+f.text)
		}
	}
	return out
}

// figureNames returns how a figure is printed: as a message with a number, as a picture's
// label, and as a key of JSON Resume.
func figureNames(what string) []string {
	key := what
	if what == "active" {
		key = "activeYears"
	}
	out := []string{`"` + key + `": ` + number}
	for _, l := range locales() {
		for _, message := range l.Count[what] {
			parts := strings.Split(flat(message), "{n}")
			for i := range parts {
				parts[i] = regexp.QuoteMeta(parts[i])
			}
			out = append(out, strings.Join(parts, number))
		}
		if label := l.Pictures[what]; label != "" {
			out = append(out, `>`+regexp.QuoteMeta(flat(label))+`<`)
		}
	}
	return out
}

// roleNames returns the words for the roles that are printed.
func roleNames() []string {
	out := []string{`"role": "(?:member|collaborator)"`}
	for _, l := range locales() {
		out = append(out, `\b`+regexp.QuoteMeta(l.Words["member"]), `\b`+regexp.QuoteMeta(l.Words["collaborator"]))
	}
	return out
}

func locales() []*locale.Locale {
	var out []*locale.Locale
	for _, code := range locale.Languages() {
		if l, err := locale.For(code); err == nil { // built in, so it is valid
			out = append(out, l)
		}
	}
	return out
}

// number matches what FormatNumber prints.
const number = `[0-9]+(?:[.,٫][0-9])?[kMG]?`

// lostWord reports whether the old text matches one of the patterns, and the new one none.
func lostWord(old, now []byte, patterns []string) bool {
	matches := func(text []byte) bool {
		line := flat(string(readable(text)))
		return slices.ContainsFunc(patterns, func(pattern string) bool { return regexp.MustCompile(pattern).MatchString(line) })
	}
	return matches(old) && !matches(now)
}

// flat returns a text on one line, without invisible characters.
func flat(text string) string {
	text = strings.ReplaceAll(text, "&nbsp;", " ")
	visible := strings.Map(func(r rune) rune {
		if unicode.Is(unicode.Cf, r) {
			return -1
		}
		return r
	}, text)
	return strings.Join(strings.Fields(visible), " ")
}

// mergesIn returns the first figure of an entry, which is how much was merged.
func mergesIn(entry string) int {
	entry = regexp.MustCompile(`<[^>]*>|https?://[^\s)"]*`).ReplaceAllString(entry, " ")
	pattern := `(?:^|[^\w/.-])([0-9]+(?:[.,][0-9])?)(k?)\b`
	if strings.Contains(entry, `"mergedPullRequests"`) {
		pattern = `"mergedPullRequests": ([0-9]+)()`
	}
	m := regexp.MustCompile(pattern).FindStringSubmatch(entry)
	if m == nil {
		return 0
	}
	n, _ := strconv.ParseFloat(strings.ReplaceAll(m[1], ",", "."), 64)
	if m[2] != "" {
		n *= 1000
	}
	return int(n)
}
