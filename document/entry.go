package document

import (
	"slices"
	"strings"

	"github.com/ghresume/ghresume/internal/part"
)

// separator is printed between the items of a row.
const separator = " · "

func isSeparated(text string) bool { return strings.Contains(text, separator) }

// has reports whether a block contains a part of one of these kinds.
func (b block) has(kinds ...part.Kind) bool {
	return slices.ContainsFunc(b.spans, func(s span) bool { return slices.Contains(kinds, s.part) })
}

// hasDates reports whether there are dates at the other end of the row.
func (b block) hasDates() bool { return len(b.right) > 0 && b.right[0].part == part.Dates }

// entries lays out the entries whose parts the template marked: the title with its dates
// above the organization with its place.
func entries(all []block) []block {
	e := entryReader{}
	for i := 0; i < len(all); {
		i += e.read(all[i:])
	}
	return e.done
}

type entryReader struct {
	done  []block
	count int
	open  int     // number of the current entry
	above []piece // organization and place shared by several roles
}

// read reads one block, or the several blocks that make the rows of an entry.
func (e *entryReader) read(rest []block) int {
	b := rest[0]
	switch {
	case b.role == section || b.role == name:
		e.open, e.above = 0, nil
	case b.kind == heading && b.level > 2:
		return e.heading(rest)
	case b.kind == paragraph && b.level == 0 && e.open > 0 && b.has(part.Title):
		e.begin(nil, e.inherit(piecesOf(b.spans)), b)
		return 1
	case b.kind == paragraph && b.has(part.Technologies):
		b.role = technologies
	}
	b.entry = e.open
	e.done = append(e.done, b)
	return 1
}

// datesBeside moves dates at the ends of items to the other side of the line, if all items of
// a list that have dates have them there, and room for them.
func datesBeside(all []block) []block {
	for from := 0; from < len(all); from++ {
		to := from
		for to < len(all) && all[to].kind == item {
			to++
		}
		if list := all[from:to]; !slices.ContainsFunc(list, func(b block) bool { return b.has(part.Dates) && !hasRoomForDates(b) }) {
			for i := range list {
				list[i].spans, list[i].right = datesApart(list[i].spans)
			}
		}
		from = max(from, to-1)
	}
	return all
}

// hasRoomForDates reports whether an item ends with dates and is about as long as a line.
func hasRoomForDates(b block) bool {
	const line = 90 // characters
	_, right := datesApart(b.spans)
	return right != nil && len([]rune(b.text())) <= line
}

// datesApart splits dates from the end of an item.
func datesApart(spans []span) (left, right []span) {
	from := len(spans)
	for from > 0 && spans[from-1].part == part.Dates {
		from--
	}
	if from == 0 || from == len(spans) {
		return spans, nil
	}
	return cutSeparatorAfter(spans[:from]), spans[from:]
}

// heading begins an entry. Its facts may follow a paragraph that describes it.
func (e *entryReader) heading(rest []block) int {
	b := rest[0]
	e.above = nil
	pieces := piecesOf(b.spans)
	if !b.has(part.Title, part.Organization) {
		e.begin(nil, nil, b)
		return 1
	}
	facts, between := factsAfter(rest[1:])
	if facts >= 0 {
		pieces = append(pieces, piecesOf(rest[1+facts].spans)...)
	}
	if !b.has(part.Title) && beginsRole(rest[1:], facts) {
		e.count++
		e.open = e.count
		e.above = slices.DeleteFunc(pieces, func(p piece) bool { return p.part == part.Dates })
		return facts + 2
	}
	e.begin(between, pieces, b)
	return facts + 2
}

// factsAfter returns the index of the paragraph with dates, place and the like that belongs
// to a heading, and the paragraphs before it. Without one, at is -1.
func factsAfter(rest []block) (at int, between []block) {
	for i, b := range rest {
		if b.kind != paragraph || b.level > 0 || b.has(part.Title) {
			break
		}
		if b.has(part.Dates, part.Place, part.Organization) || b.has(part.Technologies) && isSeparated(b.text()) {
			return i, rest[:i]
		}
	}
	return -1, nil
}

// beginsRole reports whether the block after the heading and its facts begins a role.
func beginsRole(rest []block, facts int) bool {
	return facts+1 < len(rest) && rest[facts+1].kind == paragraph && rest[facts+1].has(part.Title)
}

// inherit adds the shared organization and place to a role.
func (e *entryReader) inherit(pieces []piece) []piece {
	for _, p := range e.above {
		if !slices.ContainsFunc(pieces, func(own piece) bool { return own.part == p.part && p.part != 0 }) {
			pieces = append(pieces, p)
		}
	}
	return pieces
}

// begin adds the rows of an entry, and below them what was between its heading and its
// facts.
func (e *entryReader) begin(between []block, pieces []piece, from block) {
	e.count++
	e.open = e.count
	first := block{kind: heading, level: 3, role: title, spans: from.spans}
	if from.kind == heading {
		first.level = from.level
	}
	var second *block
	if len(pieces) == 0 {
		first.node = from.node
	} else {
		first.spans, first.right, second = rows(pieces)
	}
	for _, b := range append([]block{first}, between...) {
		b.entry = e.open
		e.done = append(e.done, b)
		if second != nil {
			second.entry = e.open
			e.done = append(e.done, *second)
			second = nil
		}
	}
}

// rows arranges the parts of an entry in two rows. Without a title, the organization takes
// its place.
func rows(pieces []piece) (left, right []span, second *block) {
	taken := make([]bool, len(pieces))
	take := func(kinds ...part.Kind) []span {
		for _, kind := range kinds {
			for i, p := range pieces {
				if p.part == kind && !taken[i] {
					taken[i] = true
					return p.spans
				}
			}
		}
		return nil
	}
	left, right = unbold(slices.Clone(take(part.Title, part.Organization))), take(part.Dates)
	place := take(part.Place)
	var rest [][]span
	if o := take(part.Organization); o != nil {
		rest = append(rest, o)
	}
	for i, p := range pieces {
		if !taken[i] {
			rest = append(rest, p.spans)
		}
	}
	if address := ownAddress(left, rest); address != "" {
		own := []span{{text: address, link: left[0].link}}
		if right == nil {
			right = own
		} else {
			rest = append(rest, own)
		}
	}
	switch {
	case len(rest) == 0 && place == nil:
		return left, right, nil
	case len(rest) == 0:
		rest, place = [][]span{place}, nil
	}
	return left, right, &block{kind: paragraph, role: organization, spans: joinSpans(rest), right: place}
}

// joinSpans joins items with separators.
func joinSpans(items [][]span) []span {
	var out []span
	for i, spans := range items {
		if i > 0 {
			out = append(out, span{text: separator})
		}
		out = append(out, spans...)
	}
	return out
}

// ownAddress returns the address that a title links to if paper would not show it: a title
// without an organization is the user's own work, such as a project.
func ownAddress(title []span, rest [][]span) string {
	const longest = 48
	if len(title) == 0 || title[0].link == "" || slices.ContainsFunc(rest, func(s []span) bool { return s[0].part == part.Organization }) {
		return ""
	}
	address := strings.TrimSuffix(strings.TrimPrefix(strings.TrimPrefix(title[0].link, "https://"), "www."), "/")
	if strings.Contains(address, ":") || len(address) > longest || strings.Contains(address, "%") {
		return ""
	}
	return address
}
