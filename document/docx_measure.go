package document

import "strings"

// measure takes from the pages of the PDF what Word cannot tell by itself: where
// the contact row is broken, and how far the first section stays below a photo.
func (w *docxWriter) measure(md []byte) error {
	var err error
	if w.photo, err = readPhoto(w.meta.Photo); err != nil {
		return err
	}
	l, err := lay(md, w.meta)
	if err != nil {
		return err
	}
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

// brokenAs puts line ends between the items of a row where the lines have them.
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
