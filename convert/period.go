package convert

import (
	"fmt"
	"strings"

	"github.com/ghresume/ghresume/internal/safe"
	"github.com/ghresume/ghresume/resume"
)

// The names of tools for dates.
var (
	startKeys = []string{"startDate", "start_date", "start", "started on", "from", "dateFrom", "begin", "startedOn"}
	endKeys   = []string{"endDate", "end_date", "end", "finished on", "to", "dateTo", "until", "finishedOn", "graduationDate"}
	spanKeys  = []string{"date", "period", "dates", "duration", "year", "years", "releaseDate", "published on", "issued on", "issue date"}
	nowKeys   = []string{"isCurrent", "current", "currentlyWorking", "present", "ongoing", "isActive", "stillWorking", "currentlyStudying", "currently_working"}
)

// period reads the dates of an entry. What can't be read is quoted in a comment: an
// unreadable end never becomes "present".
func (o object) period(e *entry) {
	start, end := o.dateText(startKeys), o.dateText(endKeys)
	if start == "" && end == "" {
		o.span(e)
	} else {
		from, to := readPair(start, end)
		e.start = e.date("start", start, from)
		e.setEnd(end, to)
	}
	if o.flag(nowKeys...) && e.end.IsZero() && !e.unreadableEnd {
		e.end = presentDate
	}
	e.checkOrder()
}

// dateText returns a date as text, also from {year, month, day} and {value}.
func (o object) dateText(keys []string) string {
	if text := o.raw(keys...); text != "" {
		return text
	}
	for _, key := range keys {
		if n, ok := o.node.values[key].(*node); ok {
			o.read[key] = true
			return o.in.object(o.at(key), n).calendar()
		}
	}
	return ""
}

// calendar reads a date that is an object.
func (o object) calendar() string {
	year := o.raw("year", "Year", "value", "date", "formattedDate")
	month := strings.Trim(o.raw("month", "Month"), "-")
	day := strings.Trim(o.raw("day", "Day"), "-")
	if month == "" {
		return year
	}
	text := fmt.Sprintf("%s-%02s", year, month)
	if m := readDate(text); !m.ok {
		text = month + " " + year
	}
	if day != "" && readDate(text+"-"+day).ok {
		text += "-" + day
	}
	return text
}

// span reads a span from one text, or from {start, end}.
func (o object) span(e *entry) {
	for _, key := range spanKeys {
		if n, ok := o.node.values[key].(*node); ok && !isAbsent(n) {
			o.read[key] = true
			inner := o.in.object(o.at(key), n)
			if n.has("year") || n.has("Year") || n.has("value") {
				text := inner.calendar()
				e.setEnd(text, readDate(text))
			} else {
				inner.period(e)
			}
			return
		}
	}
	text := o.raw(spanKeys...)
	if text == "" {
		return
	}
	start, end, ok := readSpan(text)
	if !ok {
		e.doubt("date = %q could not be read", text)
		e.unreadableEnd = true
		return
	}
	if start.ok {
		e.start = e.date("start", text, start)
	}
	e.setEnd(text, end)
}

func (e *entry) setEnd(text string, m moment) {
	e.end = e.date("end", text, m)
	e.unreadableEnd = text != "" && e.end.IsZero()
	e.expected = m.expected && !e.end.IsZero()
}

// date returns the date that could be read, with a comment if something is missing.
func (e *entry) date(key, text string, m moment) resume.Date {
	switch {
	case strings.TrimSpace(text) == "":
		return resume.Date{}
	case !m.ok || key == "start" && m.date.Present:
		e.doubt("%s = %q could not be read", key, text)
		return resume.Date{}
	case m.rough || m.expected && key != "end":
		e.doubt("%s = %q was taken for %s", key, text, m.date)
	}
	return m.date
}

// checkOrder removes both dates if the end is before the start.
func (e *entry) checkOrder() {
	if e.start.IsZero() || e.end.IsZero() || e.end.Present || !e.end.Before(e.start) {
		return
	}
	e.doubt("end = %q is before start = %q", e.end, e.start)
	e.reversed = fmt.Sprintf("%s is before the start %s", e.end, e.start)
	e.start, e.end, e.unreadableEnd = resume.Date{}, resume.Date{}, true
}

func (e *entry) doubt(format string, values ...any) {
	e.doubts = append(e.doubts, safe.Line(fmt.Sprintf(format, values...)))
}
