package document

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	xhtml "golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"github.com/ghresume/ghresume/internal/lazy"
)

// dateReader finds the dates in parts that hold dates.
type dateReader struct {
	months []string // the month names used in the text, January first
}

var (
	yearPattern    = lazy.New(`(?:19|20)[0-9]{2}`)
	numericPattern = lazy.New(`\b(0[1-9]|1[0-2])[./-]((?:19|20)[0-9]{2})\b`)
	reversePattern = lazy.New(`((?:19|20)[0-9]{2})(?:\.|年)(0?[1-9]|1[0-2])(?:月|\b)`)
)

// nodes returns the text with a time element around each date.
func (d dateReader) nodes(text string) []*xhtml.Node {
	var out []*xhtml.Node
	const between = " – "
	for i, side := range strings.Split(text, between) {
		if i > 0 {
			out = append(out, textNode(between))
		}
		moment := d.moment(side)
		if moment == "" {
			out = append(out, textNode(side))
			continue
		}
		n := element(atom.Time)
		n.Attr = []xhtml.Attribute{{Key: "datetime", Val: moment}}
		n.AppendChild(textNode(side))
		out = append(out, n)
	}
	return out
}

// moment returns the date in machine-readable form, or "" if the text holds none or
// several.
func (d dateReader) moment(text string) string {
	if m := numericPattern.FindStringSubmatch(text); m != nil {
		return m[2] + "-" + m[1]
	}
	if m := reversePattern.FindStringSubmatch(text); m != nil {
		month, _ := strconv.Atoi(m[2]) // the pattern matches digits only
		return fmt.Sprintf("%s-%02d", m[1], month)
	}
	years := yearPattern.FindAllStringSubmatch(text, -1)
	if len(years) != 1 {
		return ""
	}
	if month := d.month(text); month > 0 {
		return fmt.Sprintf("%s-%02d", years[0][0], month)
	}
	return years[0][0]
}

// month returns the number of the month named in a text; the longest name wins.
func (d dateReader) month(text string) int {
	best, longest := 0, 0
	words := strings.FieldsFunc(strings.ToLower(text), func(r rune) bool { return r == ' ' || r == '\u00A0' })
	for i, name := range d.months {
		if name = strings.ToLower(name); len(name) > longest && slices.Contains(words, name) {
			best, longest = i+1, len(name)
		}
	}
	return best
}
