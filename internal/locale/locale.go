// Package locale holds the words of the output languages, and formats dates and numbers.
package locale

import (
	"embed"
	"errors"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"sync"

	"github.com/pelletier/go-toml/v2"
	"golang.org/x/text/feature/plural"
	"golang.org/x/text/language"

	"github.com/ghresume/ghresume/resume"
)

//go:embed locales/*.toml
var locales embed.FS

// Locale holds the words of one language: a file of locales/.
type Locale struct {
	Decimal      string
	Year         string
	Date         string
	Numeric      string
	Range        string
	Years        string
	Present      string
	Expected     string
	Expires      string
	Colon        string
	Contribution string
	Totals       string
	Lines        string
	Months       []string
	ShortMonths  []string `toml:"short_months"`
	Headings     map[string]string
	Groups       map[string]string
	Words        map[string]string
	Pictures     map[string]string
	// Count holds a message for each CLDR plural form of the language: zero, one, two, few, many, other.
	Count map[string]map[string]string

	tag language.Tag
}

// RightToLeft reports whether the language is read from right to left.
func (l *Locale) RightToLeft() bool {
	script, _ := l.tag.Script()
	return slices.Contains([]string{"Arab", "Hebr", "Syrc", "Thaa", "Nkoo"}, script.String())
}

// ErrUnknown means that there is no locale for a language.
var ErrUnknown = errors.New("not an output language")

// Languages returns the built-in output languages, as sorted BCP 47 tags.
func Languages() []string {
	files, _ := locales.ReadDir("locales") // embedded, so it exists
	var codes []string
	for _, f := range files {
		codes = append(codes, strings.TrimSuffix(f.Name(), ".toml"))
	}
	slices.Sort(codes) // "zh.toml" is sorted after "zh-Hant.toml"
	return codes
}

// For returns the locale of a language; English if none is given. A region without
// a locale uses that of its language and script: zh-TW is zh-Hant. The locale is shared: it must not be changed.
func For(name string) (*Locale, error) {
	code, err := codeOf(name)
	if err != nil {
		return nil, err
	}
	return builtin()[code]()
}

// builtin returns, for each language, what reads its locale on first use.
var builtin = sync.OnceValue(func() map[string]func() (*Locale, error) {
	all := map[string]func() (*Locale, error){}
	for _, code := range Languages() {
		all[code] = sync.OnceValues(func() (*Locale, error) { return read(code) })
	}
	return all
})

// codeOf returns the name of a language's locale.
func codeOf(name string) (string, error) {
	if name == "" {
		name = "en"
	}
	tag, err := language.Parse(name)
	if err != nil {
		return "", ErrUnknown
	}
	base, _ := tag.Base()
	script, _ := tag.Script()
	for _, code := range []string{base.String() + "-" + script.String(), base.String()} {
		if slices.Contains(Languages(), code) {
			return code, nil
		}
	}
	return "", ErrUnknown
}

// read reads a built-in locale.
func read(code string) (*Locale, error) {
	data, err := locales.ReadFile("locales/" + code + ".toml")
	if err != nil {
		return nil, err
	}
	c := &Locale{tag: language.Make(code)}
	return c, toml.Unmarshal(data, c)
}

// Fill replaces the placeholders of a message with values.
func Fill(message string, values ...string) string {
	return strings.NewReplacer(values...).Replace(message)
}

// ForDocuments returns the locale with dates as documents print them: short unless the
// profile says long or numeric.
func (c *Locale) ForDocuments(dates string) *Locale {
	own := *c
	switch dates {
	case "long":
	case "numeric":
		own.Date, own.Months = c.Numeric, nil
		for month := range 12 {
			own.Months = append(own.Months, fmt.Sprintf("%02d", month+1))
		}
	default:
		own.Months = c.ShortMonths
	}
	return &own
}

// FormatDate formats a date in the language, to the month: a resume does not name days.
func (c *Locale) FormatDate(d resume.Date) string {
	switch {
	case d.Present:
		return c.Present
	case d.IsZero():
		return ""
	case d.Month < 1 || d.Month > len(c.Months):
		return Fill(c.Year, "{year}", strconv.Itoa(d.Year))
	}
	return Fill(c.Date, "{month}", c.Months[d.Month-1], "{year}", strconv.Itoa(d.Year))
}

// FormatDates formats a period of which one or both ends are known.
func (c *Locale) FormatDates(start, end resume.Date) string {
	return c.Span(c.FormatDate(start), c.FormatDate(end))
}

// Span returns "from – to", or the one that is not empty.
func (c *Locale) Span(from, to string) string {
	switch {
	case from == "" || from == to:
		return to
	case to == "":
		return from
	}
	return Fill(c.Range, "{start}", from, "{end}", to)
}

// FormatYears formats a period of whole years.
func (c *Locale) FormatYears(first, last resume.Date) string {
	first, last = resume.Date{Year: first.Year}, resume.Date{Year: last.Year}
	from, to := c.FormatDate(first), c.FormatDate(last)
	switch {
	case first.IsZero() || from == to:
		return to
	case last.IsZero():
		return from
	}
	return Fill(c.Years, "{start}", from, "{end}", to)
}

// FormatNumber formats n as GitHub shortens it: 999, 1.2k, 110k, 3.4M. It is cut, not rounded:
// never more than is true.
func (c *Locale) FormatNumber(n int) string {
	for _, unit := range []struct {
		size int
		name string
	}{{1_000_000_000, "G"}, {1_000_000, "M"}, {1_000, "k"}} {
		if n < unit.size {
			continue
		}
		whole, tenth := n/unit.size, n%unit.size*10/unit.size
		if whole < 10 && tenth > 0 {
			return fmt.Sprintf("%d%s%d%s", whole, c.Decimal, tenth, unit.name)
		}
		return strconv.Itoa(whole) + unit.name
	}
	return strconv.Itoa(n)
}

// FormatCount returns "14 releases": the message called what, in the plural form for n.
func (c *Locale) FormatCount(what string, n int) (string, error) {
	forms, known := c.Count[what]
	if !known {
		return "", fmt.Errorf("count %q: no such message", what)
	}
	form := plural.Cardinal.MatchPlural(c.tag, n%10_000_000, 0, 0, 0, 0)
	name := map[plural.Form]string{plural.Zero: "zero", plural.One: "one", plural.Two: "two", plural.Few: "few", plural.Many: "many"}[form]
	message, known := forms[name]
	if !known {
		message = forms["other"]
	}
	return Fill(message, "{n}", c.FormatNumber(n)), nil
}

// Heading returns a section's title: the user's own, else the usual one.
func (c *Locale) Heading(s resume.Section, r *resume.Resume) string {
	switch {
	case s.Title != "":
		return s.Title
	case s.Kind == resume.SummarySection && r.Summary == "" && r.Objective != "":
		return c.Headings["objective"]
	case s.Kind == resume.ExperienceSection && s.Brief:
		return c.Headings["history"]
	}
	if title, known := c.Headings[string(s.Kind)]; known {
		return title
	}
	return string(s.Kind)
}

// Group returns the name of a group of skills; the user's own names stay unchanged.
func (c *Locale) Group(name string) string {
	if own, known := c.Groups[name]; known {
		return own
	}
	return name
}
