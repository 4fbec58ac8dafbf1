package document

import "fmt"

// Stranded names what the page breaks of a text separate from what it belongs to.
func Stranded(md []byte, m Meta) ([]string, error) {
	l, err := lay(md, m)
	if err != nil {
		return nil, err
	}
	var found []string
	for n := range l.pages[:len(l.pages)-1] {
		page, next := l.pages[n], l.pages[n+1]
		if what := strandedAt(page.placed, next.placed); what != "" {
			found = append(found, fmt.Sprintf("page %d ends with %q, the next begins with %q: %s", n+1,
				page.placed[len(page.placed)-1].box.text(), next.placed[0].box.text(), what))
		}
	}
	return found, nil
}

func strandedAt(page, next []placed) string {
	last, first := page[len(page)-1].box, next[0].box
	sameEntry := last.entry > 0 && last.entry == first.entry
	switch {
	case last == first:
		return "" // a paragraph of several lines
	case heads(*last, *first):
		return "a heading at the end"
	case first.role == technologies:
		return "technologies at the top"
	case last.kind == paragraph && last.role == body && (first.kind == item || first.role == title && len(page) > 1 && page[len(page)-2].box.role == section):
		return "a paragraph without what it introduces"
	case last.kind == item && first.kind == item && first.level > last.level:
		return "an item without the items below it"
	case sameEntry && first.kind == item && len(page) > 1 && page[len(page)-2].box.kind != item:
		return "one item under a title"
	case sameEntry && first.kind == item && (len(next) == 1 || next[1].box.kind != item) && len(first.lines) < minTogether:
		return "one line of an entry on the next page"
	}
	return ""
}

// LastPage returns the number of lines on the last of several pages, the factor of the white
// space, and the part of the height that it saves.
func LastPage(md []byte, m Meta) (lines int, factor, saved float64, err error) {
	l, err := lay(md, m)
	if err != nil {
		return 0, 0, 0, err
	}
	if len(l.pages) > 1 {
		lines = lastLines(l.pages)
	}
	return lines, l.factor, 1 - heightOf(l.boxesAt[l.factor])/heightOf(l.boxesAt[1]), nil
}
