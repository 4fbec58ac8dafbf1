package resume

import (
	"cmp"
	"fmt"
	"strings"
	"time"
)

// Date is a day, a month or a year, as precise as the user wrote it; or "present". Month
// and Day are 0 if not given. The zero Date means "no date".
type Date struct {
	Year, Month, Day int
	Present          bool
}

// ParseDate parses YYYY, YYYY-MM, YYYY-MM-DD or "present".
func ParseDate(s string) (Date, error) {
	text := strings.TrimSpace(s)
	if strings.EqualFold(text, "present") {
		return Date{Present: true}, nil
	}
	for _, form := range []string{"2006", "2006-01", "2006-01-02"} {
		if t, err := time.Parse(form, text); err == nil && len(text) == len(form) && t.Year() > 0 {
			return Date{Year: t.Year(), Month: int(t.Month()) * min(1, len(form)/7), Day: t.Day() * min(1, len(form)/10)}, nil
		}
	}
	return Date{}, fmt.Errorf("%q is not a date", s)
}

// presentElsewhere lists words that people write instead of "present", in the output
// languages.
const presentElsewhere = `|now|today|current|currently|ongoing|to date|present day|heute|jetzt|aktuell|laufend|bis heute|` +
	`gegenwart|aujourd'hui|aujourd’hui|actuel|actuellement|présent|à ce jour|en cours|presente|actual|` +
	`actualidad|la actualidad|actualmente|hoy|en curso|oggi|attuale|attualmente|ad oggi|in corso|atual|` +
	`atualmente|hoje|o momento|em curso|heden|nu|obecnie|teraz|nadal|nuvarande|pågående|günümüz|halen|` +
	`devam ediyor|дотепер|зараз|nåværende|至今|现在|現在|現職|الآن|حتى الآن|היום|כיום|`

// meansPresent reports whether s is another word for "present".
func meansPresent(s string) bool {
	word := strings.ToLower(strings.Trim(strings.TrimSpace(s), "."))
	return word != "" && strings.Contains(presentElsewhere, "|"+word+"|")
}

// DateOf returns the day of t in UTC.
func DateOf(t time.Time) Date {
	if t.IsZero() {
		return Date{}
	}
	t = t.UTC()
	return Date{Year: t.Year(), Month: int(t.Month()), Day: t.Day()}
}

// IsZero reports whether no date was given.
func (d Date) IsZero() bool { return d == Date{} }

// Compare orders dates for sorting: a less precise date comes before more precise ones of
// the same year or month, "present" comes last, no date first.
func (d Date) Compare(e Date) int {
	return cmp.Or(
		compareBool(d.Present, e.Present),
		cmp.Compare(d.Year, e.Year), cmp.Compare(d.Month, e.Month), cmp.Compare(d.Day, e.Day))
}

// Before reports whether d is certainly before e: 2020 is before 2021-03, but not before
// 2020-03.
func (d Date) Before(e Date) bool {
	switch {
	case d.Present || e.Present:
		return e.Present && !d.Present
	case d.Year != e.Year:
		return d.Year < e.Year
	case d.Month == 0 || e.Month == 0 || d.Month != e.Month:
		return d.Month != 0 && d.Month < e.Month
	}
	return d.Day != 0 && d.Day < e.Day
}

func compareBool(a, b bool) int {
	switch {
	case a == b:
		return 0
	case a:
		return 1
	}
	return -1
}

// String returns the date in ISO 8601 format, "present", or "".
func (d Date) String() string {
	switch {
	case d.Present:
		return "present"
	case d.IsZero():
		return ""
	case d.Month == 0:
		return fmt.Sprintf("%04d", d.Year)
	case d.Day == 0:
		return fmt.Sprintf("%04d-%02d", d.Year, d.Month)
	}
	return fmt.Sprintf("%04d-%02d-%02d", d.Year, d.Month, d.Day)
}

// MarshalText returns String, for JSON and TOML.
func (d Date) MarshalText() ([]byte, error) { return []byte(d.String()), nil }
