package convert

// withDrawnBullets marks the items of lists whose bullets are drawn, not text, as in pages
// printed by a browser: lines that are indented below the heads of entries.
func (p *paper) withDrawnBullets(lines []paperLine) []paperLine {
	edge, found := headEdge(lines)
	if !p.broken || !found {
		return lines
	}
	const least, most = 0.5, 4.5 // of an indent, in sizes of letters
	out := make([]paperLine, len(lines))
	for i, l := range lines {
		indent := (l.x - edge) / max(p.body, 1)
		if len(l.items) <= 1 && !l.bold && indent > least && indent < most && !dateIn(l.text).ok && !namesTechnologies(l.text) {
			l.isItem = true
		}
		out[i] = l
	}
	return out
}

// headEdge returns where the lines with the dates of entries begin, behind dates in a column
// of their own; false if there are bullets, or the lines begin at different places.
func headEdge(lines []paperLine) (edge float64, found bool) {
	for _, l := range lines {
		if l.isItem {
			return 0, false
		}
		if len(l.items) == 0 || !dateIn(l.text).ok {
			continue
		}
		x := l.items[0].X
		if date := dateIn(l.items[0].Text); date.ok && date.rest == "" && len(l.items) > 1 {
			x = l.items[1].X
		}
		if found && (x > edge+1 || x < edge-1) {
			return 0, false
		}
		edge, found = x, true
	}
	return edge, found
}
