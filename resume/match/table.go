package match

import "strings"

// splitTables replaces the tables of Markdown that a reader takes apart: one whose columns
// are sections ("Must | Nice to have") by its columns, one of three columns or more by
// items.
func splitTables(text string) string {
	if !strings.Contains(text, "|") {
		return text
	}
	var out strings.Builder
	var table []string
	flush := func() {
		writeTable(&out, table)
		table = table[:0]
	}
	for line := range strings.Lines(text) {
		if row := strings.TrimSpace(line); len(row) > 2 && len(row) < longestLine && strings.HasPrefix(row, "|") && strings.HasSuffix(row, "|") {
			table = append(table, line)
			continue
		}
		flush()
		out.WriteString(line)
	}
	flush()
	return out.String()
}

func writeTable(out *strings.Builder, lines []string) {
	var rows [][]string
	ruled := false
	for i, line := range lines {
		if isRule(strings.TrimSpace(line)) {
			ruled = ruled || i == 1
			continue
		}
		rows = append(rows, cellsOfRow(line))
	}
	switch {
	case len(rows) > 1 && haveSections(rows[0]):
		writeColumns(out, rows)
	case len(rows) > 1 && ruled && len(rows[0]) > 2:
		for _, row := range rows[1:] {
			out.WriteString("- " + strings.Join(row, ", ") + "\n")
		}
	default:
		for _, line := range lines {
			out.WriteString(line)
		}
	}
}

func cellsOfRow(line string) []string {
	cells := strings.Split(strings.Trim(strings.TrimSpace(line), "|"), "|")
	for i := range cells {
		cells[i] = strings.TrimSpace(cells[i])
	}
	return cells
}

// haveSections reports whether at least two headings of columns are known, and differ.
func haveSections(headings []string) bool {
	kinds := map[sectionKind]bool{}
	for _, h := range headings {
		if len(h) < longestHeading {
			kinds[kindOf(h)] = true
		}
	}
	delete(kinds, unknown)
	return len(kinds) > 1
}

func writeColumns(out *strings.Builder, rows [][]string) {
	for i, heading := range rows[0] {
		out.WriteString("\n**" + strings.Trim(heading, "* ") + "**\n\n")
		for _, row := range rows[1:] {
			if i < len(row) && row[i] != "" {
				out.WriteString("- " + strings.TrimLeft(row[i], "-•* ") + "\n")
			}
		}
	}
	out.WriteString("\n")
}
