package locale

import (
	"bytes"
	"fmt"
	"maps"
	"slices"
	"strings"

	"github.com/BurntSushi/toml"
	"golang.org/x/text/language"

	"github.com/ghresume/ghresume/internal/lazy"
	"github.com/ghresume/ghresume/resume"
)

// Of returns the locale for a resume: that of the language, overridden by the user's
// own.
func Of(r *resume.Resume) (*Locale, error) {
	if len(r.Locale) == 0 {
		return For(r.Language)
	}
	return ofOwn(r.Language, r.Locale)
}

// ofOwn reads a user's locale file. What it omits is taken from the language or, if
// that is not built in, from English.
func ofOwn(name string, data []byte) (*Locale, error) {
	tag, err := language.Parse(name)
	if err != nil {
		return nil, ErrUnknown
	}
	code, err := codeOf(name)
	if err != nil {
		code = "en"
	}
	words, err := read(code) // not the shared one, since it is changed
	if err != nil {
		return nil, err
	}
	words.tag = tag
	_, err = toml.Decode(string(data), words)
	return words, err
}

// Source returns the text of a locale to start from: the language's own, or the English
// one if the language is not built in.
func Source(name string) (string, error) {
	tag, err := language.Parse(name)
	if err != nil {
		return "", fmt.Errorf("%q is not a language", name)
	}
	base, _ := tag.Base()
	if text, err := locales.ReadFile("locales/" + base.String() + ".toml"); err == nil {
		return string(text), nil
	}
	text, err := locales.ReadFile("locales/en.toml")
	_, text, _ = bytes.Cut(text, []byte("\n"))
	return fmt.Sprintf("# The localized words of %q. Replace the English ones; placeholders in braces are filled in.\n"+
		"# Plural forms are those of CLDR: zero, one, two, few, many, other.\n%s", name, text), err
}

// Check reports what is wrong with a user's locale file.
func Check(data []byte) error {
	english, err := For("en")
	if err != nil {
		return err
	}
	var own Locale
	meta, err := toml.Decode(string(data), &own)
	if err != nil {
		return err
	}
	if keys := meta.Undecoded(); len(keys) > 0 {
		return fmt.Errorf("unknown key %q", keys[0].String())
	}
	for _, list := range [][]string{own.Months, own.ShortMonths} {
		if len(list) != 0 && len(list) != 12 {
			return fmt.Errorf("a year has 12 months, not %d", len(list))
		}
	}
	for _, table := range []struct {
		name       string
		own, known map[string]string
	}{{"headings", own.Headings, english.Headings}, {"groups", own.Groups, english.Groups}, {"words", own.Words, english.Words}, {"pictures", own.Pictures, english.Pictures}} {
		for _, key := range slices.Sorted(maps.Keys(table.own)) {
			if _, ok := table.known[key]; !ok {
				return fmt.Errorf("unknown key %q", table.name+"."+key)
			}
		}
	}
	return checkMessages(&own, english)
}

// checkMessages requires that every message in own keeps its placeholders.
func checkMessages(own, english *Locale) error {
	for _, message := range []struct{ key, own, known string }{
		{"year", own.Year, english.Year}, {"date", own.Date, english.Date}, {"numeric", own.Numeric, english.Numeric}, {"range", own.Range, english.Range},
		{"years", own.Years, english.Years}, {"expected", own.Expected, english.Expected}, {"expires", own.Expires, english.Expires},
		{"contribution", own.Contribution, english.Contribution}, {"totals", own.Totals, english.Totals}, {"lines", own.Lines, english.Lines},
	} {
		for _, place := range places.FindAllString(message.known, -1) {
			if message.own != "" && !strings.Contains(message.own, place) {
				return fmt.Errorf("%s: %q has no %s", message.key, message.own, place)
			}
		}
	}
	for _, key := range slices.Sorted(maps.Keys(own.Count)) {
		if _, ok := english.Count[key]; !ok {
			return fmt.Errorf("unknown key %q", "count."+key)
		}
		if own.Count[key]["other"] == "" {
			return fmt.Errorf("count.%s has no form for other numbers: other", key)
		}
	}
	return nil
}

// places matches placeholders.
var places = lazy.New(`\{[a-z]+\}`)
