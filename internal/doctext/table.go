package doctext

import (
	"slices"
	"strings"

	"golang.org/x/net/html"
)

// table writes a table with a row of headings: columns that hold lists one below the other,
// any other as a table of Markdown. It returns false for all other tables.
func (w *pageWriter) table(n *html.Node) bool {
	rows := rowsOf(n)
	if len(rows) < 2 || !isHeader(rows[0]) {
		return false
	}
	switch {
	case slices.ContainsFunc(rows[1:], func(row []*html.Node) bool { return slices.ContainsFunc(row, holdsList) }):
		w.columns(rows)
	case slices.ContainsFunc(rows[0], func(cell *html.Node) bool { return cell.Data != "th" }):
		return false
	default:
		for _, row := range rows {
			w.out.WriteString("\n")
			for _, cell := range row {
				w.out.WriteString("| " + cellText(cell) + " ")
			}
			w.out.WriteString("|")
		}
		w.out.WriteString("\n\n")
	}
	return true
}

// columns writes each column below its heading.
func (w *pageWriter) columns(rows [][]*html.Node) {
	for i, heading := range rows[0] {
		w.out.WriteString("\n\n**" + cellText(heading) + "**\n\n")
		for _, row := range rows[1:] {
			if i < len(row) {
				w.out.WriteString("\n\n")
				w.children(row[i])
			}
		}
	}
	w.out.WriteString("\n\n")
}

// rowsOf returns the cells of a table, without those of the tables in it.
func rowsOf(table *html.Node) [][]*html.Node {
	var rows [][]*html.Node
	var walk func(n *html.Node)
	walk = func(n *html.Node) {
		for c := range n.ChildNodes() {
			switch {
			case c.Type != html.ElementNode:
			case c.Data == "tr":
				rows = append(rows, cellsOf(c))
			case c.Data == "thead" || c.Data == "tbody" || c.Data == "tfoot":
				walk(c)
			}
		}
	}
	walk(table)
	return rows
}

func cellsOf(row *html.Node) []*html.Node {
	var out []*html.Node
	for c := range row.ChildNodes() {
		if c.Type == html.ElementNode && (c.Data == "td" || c.Data == "th") {
			out = append(out, c)
		}
	}
	return out
}

// isHeader reports whether a row has several short cells.
func isHeader(row []*html.Node) bool {
	const longest = 60 // bytes of a heading
	return len(row) > 1 && !slices.ContainsFunc(row, func(cell *html.Node) bool {
		text := cellText(cell)
		return text == "" || len(text) > longest || holdsList(cell)
	})
}

// cellText returns the text of a cell in one line.
func cellText(cell *html.Node) string {
	w := &pageWriter{}
	w.children(cell)
	return strings.ReplaceAll(strings.Trim(strings.Join(strings.Fields(w.out.String()), " "), "#* "), "|", "/")
}

// holdsList reports whether a cell has items or lines of its own.
func holdsList(cell *html.Node) bool {
	for c := range cell.Descendants() {
		if c.Type == html.ElementNode && (c.Data == "li" || c.Data == "br") {
			return true
		}
	}
	return false
}
