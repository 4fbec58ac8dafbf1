package match

import (
	"fmt"
	"strings"
	"text/tabwriter"

	"github.com/ghresume/ghresume/internal/safe"
	"github.com/ghresume/ghresume/resume/skill"
)

// Ranked is the report on a posting, and its file.
type Ranked struct {
	File string `json:"file"`
	*Report
}

// Rank returns the sort key of a report: its coverage; postings without recognized
// requirements come last.
func (r *Report) Rank() int {
	if !r.Coverage.Recognized() {
		return -1
	}
	return r.Percent
}

// Widths of the columns of a ranking, which fits a terminal with 100 columns.
const (
	fileWidth, titleWidth, lackWidth = 20, 26, 24
)

// Ranking returns a table with one line per posting, in the given order.
func Ranking(reports []Ranked) string {
	var b strings.Builder
	table := tabwriter.NewWriter(&b, 0, 0, 2, ' ', 0)
	fmt.Fprintln(table, "coverage\trequired\tpreferred\tposting\ttitle\tnot shown")
	for _, r := range reports {
		c := r.Coverage
		figure := fmt.Sprintf("%d %%", r.Percent)
		if !c.Recognized() {
			figure = "?"
		}
		fmt.Fprintf(table, "%s\t%s\t%s\t%s\t%s\t%s\n", figure, c.Required.short(), c.Preferred.short(), cutFront(safe.Line(r.File), fileWidth), cutEnd(safe.Line(r.Title), titleWidth), r.lacking())
	}
	table.Flush() // writes to memory
	return trailing.ReplaceAllString(b.String(), "\n")
}

// short returns "4 of 5", or a dash.
func (c Count) short() string {
	if c.Asked == 0 {
		return "–"
	}
	return fmt.Sprintf("%d of %d", c.Met, c.Asked)
}

func cutEnd(s string, width int) string {
	if runes := []rune(s); len(runes) > width {
		return string(runes[:width-1]) + "…"
	}
	return s
}

// cutFront keeps the end of a path, which tells files apart.
func cutFront(s string, width int) string {
	if runes := []rune(s); len(runes) > width {
		return "…" + string(runes[len(runes)-width+1:])
	}
	return s
}

// lacking returns the first required skills that the resume does not show, as many as
// fit.
func (r *Report) lacking() string {
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
		if len([]rune(text)) <= lackWidth || n == 1 {
			return cutEnd(text, lackWidth)
		}
	}
	return ""
}
