package preview

import (
	"cmp"
	"fmt"
	"maps"
	"slices"
	"strings"

	"github.com/ghresume/ghresume/internal/english"
	"github.com/ghresume/ghresume/resume"
	"github.com/ghresume/ghresume/resume/review"
)

// parsedView shows what a parser reads in the PDF; nil if it was not read.
func parsedView(in review.Input) *Parsed {
	p := in.Parsed
	if p == nil {
		return nil
	}
	view := &Parsed{Summary: review.AsParsed(in), Groups: []ParsedGroup{}}
	put := func(heading string, lines []string) {
		if len(lines) > 0 {
			view.Groups = append(view.Groups, ParsedGroup{Heading: heading, Lines: lines})
		}
	}
	put("Header", parsedHeader(p))
	put("Jobs", parsedJobs(p.Experience))
	put("Education", parsedSchools(p.Education))
	var skills []string
	for _, group := range slices.Sorted(maps.Keys(p.Skills)) {
		skills = append(skills, group+": "+strings.Join(p.Skills[group], ", "))
	}
	put("Skills", skills)
	return view
}

func parsedHeader(p *resume.Profile) []string {
	var lines []string
	for _, fact := range [][2]string{
		{"name", p.Name}, {"headline", p.Title}, {"e-mail", p.Email}, {"phone", p.Phone}, {"location", p.Location}, {"website", p.Website},
	} {
		if fact[1] != "" {
			lines = append(lines, fact[0]+": "+fact[1])
		}
	}
	return lines
}

// parsedJobs lists the jobs and marks what was not found.
func parsedJobs(jobs []resume.Experience) []string {
	var lines []string
	for _, e := range jobs {
		dates := "no dates"
		if !e.Start.IsZero() {
			dates = fmt.Sprintf("%s to %s", e.Start, orNow(e.End))
		}
		lines = append(lines, fmt.Sprintf("%s | %s | %s | %s", cmp.Or(e.Title, "no title"), cmp.Or(e.Company, "no company"), dates, english.Count(len(e.Highlights), "bullet")))
	}
	return lines
}

func orNow(end resume.Date) string {
	if end.IsZero() || end.Present {
		return "now"
	}
	return end.String()
}

func parsedSchools(schools []resume.Education) []string {
	var lines []string
	for _, e := range schools {
		lines = append(lines, cmp.Or(e.Degree, "no degree")+" | "+cmp.Or(e.Institution, "no school"))
	}
	return lines
}
