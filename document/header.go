package document

import (
	"slices"

	"github.com/ghresume/ghresume/internal/part"
)

// header sets the roles of the blocks before the first section, and finds the headings that
// begin sections.
func header(all []block) []block {
	inHeader, named := true, false
	isLetter := !slices.ContainsFunc(all, func(b block) bool { return b.kind == heading && b.level > 1 })
	for i := range all {
		b := &all[i]
		inHeader = inHeader && (b.kind != heading || b.level < 2)
		switch {
		case b.kind == heading && b.level == 1 && !named:
			b.role, named = name, true
		case b.kind == heading && b.level == 2:
			b.role = section
		case inHeader && b.kind == paragraph && i > 0 && all[i-1].role == name && allBold(b.spans):
			b.role, b.spans = headline, unbold(b.spans)
		case inHeader && b.kind == paragraph && isContact(*b):
			b.role = contact
		case isLetter && named:
			inHeader, b.prose = false, true
		}
	}
	return placeBesideHeadline(all)
}

// placeBesideHeadline moves the place from the start of the contact row to the headline:
// "Backend Developer · London, UK". That shortens the row, and keeps programs from taking a
// headline that is alone on its line for the name.
func placeBesideHeadline(all []block) []block {
	const longest = 60 // characters that fill a line
	i := slices.IndexFunc(all, func(b block) bool { return b.role == headline })
	if i < 0 || i+1 == len(all) || all[i+1].role != contact {
		return all
	}
	first, row := &all[i], &all[i+1]
	pieces := piecesOf(row.spans)
	if len(pieces) == 0 || pieces[0].part != part.Place || len([]rune(first.text()+textOfSpans(pieces[0].spans))) > longest {
		return all
	}
	first.spans = slices.Concat(first.spans, []span{{text: separator}}, pieces[0].spans)
	after := slices.IndexFunc(row.spans, func(s span) bool { return s.part != part.Place })
	if after < 0 {
		return slices.Delete(all, i+1, i+2)
	}
	row.spans = cutSeparatorBefore(row.spans[after:])
	return all
}

func allBold(spans []span) bool {
	return len(spans) > 0 && !slices.ContainsFunc(spans, func(s span) bool { return !s.bold })
}

func unbold(spans []span) []span {
	for i := range spans {
		spans[i].bold = false
	}
	return spans
}

// isContact reports whether a block is a row of items or contains a link.
func isContact(b block) bool {
	return slices.ContainsFunc(b.spans, func(s span) bool { return s.link != "" || s.text == separator || isSeparated(s.text) })
}
