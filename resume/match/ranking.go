package match

import (
	"cmp"
	"fmt"
	"path"
	"slices"
	"strings"

	"github.com/ghresume/ghresume/internal/safe"
	"github.com/ghresume/ghresume/resume/skill"
)

// Ranked is the report on a posting, and its file.
type Ranked struct {
	File string `json:"file"`
	*Report
}

// Rank returns the sort key of a report: its coverage; postings that ask for no known
// technology come last.
func (r *Report) Rank() int {
	if !r.Coverage.asksTechnology() {
		return r.Percent - 101
	}
	return r.Percent
}

// The widths of a ranking, in columns of a terminal.
const (
	widestRanking   = 100
	narrowestAsks   = 80 // below, the column of the preferred is left out
	narrowestRanked = 60
)

// Ranking returns a table with one line per posting, in the given order. It fits a terminal
// with the given number of columns, from 60 on; it is never wider than 100.
func Ranking(reports []Ranked, columns int) string {
	columns = min(max(columns, narrowestRanked), widestRanking)
	rows := [][]string{{"coverage", "required", "preferred", "posting", "title", "not shown"}}
	unknown := false
	names := fileNames(reports)
	for i, r := range reports {
		figure := fmt.Sprintf("%d %%", r.Percent)
		if !r.Coverage.asksTechnology() {
			figure, unknown = "?", true
		}
		rows = append(rows, []string{figure, r.Coverage.Required.short(), r.Coverage.Preferred.short(), safe.Line(names[i]), cmp.Or(safe.Line(r.Title), "–"), ""})
	}
	widths := rankingWidths(rows, columns)
	for i, r := range reports {
		rows[i+1][5] = r.lacking(widths[5])
	}
	text := table(rows, widths)
	if unknown {
		text += "\n? no technology was found among the requirements\n"
	}
	return text
}

// fileNames returns the paths of the postings, without the folder that they share.
func fileNames(reports []Ranked) []string {
	out := make([]string, len(reports))
	for i, r := range reports {
		out[i] = r.File
	}
	folder, _ := path.Split(out[0])
	if slices.ContainsFunc(out, func(file string) bool { dir, _ := path.Split(file); return dir != folder }) {
		return out
	}
	for i := range out {
		out[i] = strings.TrimPrefix(out[i], folder)
	}
	return out
}

// rankingWidths returns the widths of the columns. The names of files and titles take what
// they need of their share, what is not shown takes the rest.
func rankingWidths(rows [][]string, columns int) []int {
	out := make([]int, 6)
	for _, row := range rows {
		for i, cell := range row[:5] {
			out[i] = max(out[i], cells(cell))
		}
	}
	if columns < narrowestAsks {
		out[2] = 0
	}
	rest := columns
	for _, width := range out[:3] {
		if width > 0 {
			rest -= width + len(gutter)
		}
	}
	rest -= 2 * len(gutter)
	out[3] = min(out[3], rest*30/100)
	out[4] = min(out[4], rest*40/100)
	out[5] = rest - out[3] - out[4]
	return out
}

// gutter separates two columns.
const gutter = "  "

// table lays out rows; a column of width 0 is left out.
func table(rows [][]string, widths []int) string {
	var b strings.Builder
	for _, row := range rows {
		var line strings.Builder
		for i, cell := range row {
			if widths[i] == 0 {
				continue
			}
			if i == 3 {
				cell = cutFront(cell, widths[i]) // the end tells files apart
			}
			cell = cutEnd(cell, widths[i])
			line.WriteString(cell + strings.Repeat(" ", widths[i]-cells(cell)) + gutter)
		}
		b.WriteString(strings.TrimRight(line.String(), " ") + "\n")
	}
	return b.String()
}

// short returns "4 of 5", or a dash.
func (c Count) short() string {
	if c.Asked == 0 {
		return "–"
	}
	return fmt.Sprintf("%d of %d", c.Met, c.Asked)
}

// lacking returns the first required technologies that the resume does not show, as many
// as fit.
func (r *Report) lacking(columns int) string {
	var names []string
	for _, members := range demands(r.Skills) {
		if levelOf(members) == Required && !isMet(members) && members[0].Group != skill.Practices {
			names = append(names, safe.Line(members[0].Name))
		}
	}
	for n := len(names); n > 0; n-- {
		text := strings.Join(names[:n], ", ")
		if n < len(names) {
			text += fmt.Sprintf(" +%d", len(names)-n)
		}
		if cells(text) <= columns || n == 1 {
			return cutEnd(text, columns)
		}
	}
	return ""
}
