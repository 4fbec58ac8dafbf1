package document

import "slices"

// header says what the blocks before the first section are, and which headings begin sections.
func header(all []block) []block {
	inHeader, named := true, false
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
		}
	}
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

// isContact tells a row of items, or one that is reached by a click.
func isContact(b block) bool {
	return slices.ContainsFunc(b.spans, func(s span) bool { return s.link != "" || s.text == separator || isSeparated(s.text) })
}
