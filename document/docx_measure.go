package document

import "strings"

// measure takes from the PDF layout what Word cannot compute: the size of a long name, where
// the contact row breaks, how much space a photo needs above the first section, and how much less white space avoids
// a short last page.
func (w *docxWriter) measure(md []byte) error {
	var err error
	if w.photo, err = readPhoto(w.meta.Photo); err != nil {
		return err
	}
	l, err := lay(md, w.meta)
	if err != nil {
		return err
	}
	w.look.scale *= l.factor
	w.look.sizes[name] = l.look.sizes[name]
	var rows []*box
	for _, p := range l.pages[0].placed {
		if p.box.role == section {
			w.belowPhoto = p.box.above
			break
		}
		if p.box.role == contact && p.first {
			rows = append(rows, p.box)
		}
	}
	for i := range w.blocks {
		if w.blocks[i].role == contact && len(rows) > 0 {
			w.blocks[i].spans = brokenAs(rows[0].lines, w.blocks[i].spans)
			rows = rows[1:]
		}
	}
	return nil
}

// brokenAs breaks a row of items at the places where the given lines end.
func brokenAs(lines []line, spans []span) []span {
	if len(lines) < 2 {
		return spans
	}
	ends := map[int]bool{} // by the number of items before the end
	n := 0
	for _, l := range lines {
		n++
		for _, f := range l.fragments {
			n += strings.Count(f.text, "•")
		}
		ends[n] = true
	}
	var out []span
	for i, item := range splitItems(spans) {
		switch {
		case ends[i] && i > 0:
			out = append(out, span{text: "\n"})
		case i > 0:
			out = append(out, span{text: separator})
		}
		out = append(out, item...)
	}
	return out
}
