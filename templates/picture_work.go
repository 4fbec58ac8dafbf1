package templates

import (
	"fmt"
	"slices"
	"strings"

	"github.com/ghresume/ghresume/internal/locale"
	"github.com/ghresume/ghresume/internal/picture"
	"github.com/ghresume/ghresume/resume"
)

// kindOfWork is a row of the picture of years.
type kindOfWork struct {
	name   string
	series int
	count  func(resume.YearOfWork) int
}

// kindsOfWork returns the rows that the profile wants and the snapshot has data for. If
// commits are unknown, the number of repositories started takes their place.
func (b *pictureBuilder) kindsOfWork() []kindOfWork {
	kinds := []kindOfWork{
		{"merged", 0, func(y resume.YearOfWork) int { return y.Merged }},
		{"commits", 1, func(y resume.YearOfWork) int { return y.Commits }},
		{"started", 2, func(y resume.YearOfWork) int { return y.Started }},
	}
	hide := b.resume.Pictures.Contributions.Hide
	return slices.DeleteFunc(kinds, func(k kindOfWork) bool {
		instead := map[string]bool{"commits": !b.resume.Figures.CommitsKnown, "started": b.resume.Figures.CommitsKnown}
		return slices.Contains(hide, k.name) || instead[k.name]
	})
}

// yearsOf returns the years from the first work of these kinds on.
func (b *pictureBuilder) yearsOf(kinds []kindOfWork) []resume.YearOfWork {
	since := b.resume.Pictures.Contributions.Since
	years := b.resume.Figures.Years
	first := slices.IndexFunc(years, func(y resume.YearOfWork) bool {
		return y.Year >= since && (since > 0 || slices.ContainsFunc(kinds, func(k kindOfWork) bool { return k.count(y) > 0 }))
	})
	if first < 0 {
		return nil
	}
	return years[first:]
}

func (b *pictureBuilder) years() {
	f, kinds := b.resume.Figures, b.kindsOfWork()
	years := b.yearsOf(kinds)
	var bars picture.Bars
	var facts []string
	for _, kind := range kinds {
		row, total := picture.Row{Name: b.words.Pictures[kind.name], Series: kind.series}, 0
		var said []string
		for _, year := range years {
			n := kind.count(year)
			total += n
			row.Values = append(row.Values, picture.Value{Label: fmt.Sprint(year.Year), Count: n, Shown: b.words.FormatNumber(n)})
			said = append(said, locale.Fill(b.words.Year, "{year}", fmt.Sprint(year.Year))+" "+b.words.FormatNumber(n))
		}
		if total > 0 {
			bars = append(bars, row)
			facts = append(facts, row.Name+b.words.Colon+strings.Join(said, ", "))
		}
	}
	b.picture.Body = bars
	if !slices.Contains(b.resume.Pictures.Contributions.Hide, "merged") {
		b.note("undated", f.Undated)
	}
	b.setTitle(b.words.Pictures["years"], strings.Join(facts, "; "))
}

// The least numbers of a kind that are worth showing.
const (
	leastWork  = 5
	leastTally = 10 // as in the line of totals
)

func (b *pictureBuilder) totals() {
	f, t, hide := b.resume.Figures, b.resume.ContributionTotals, b.resume.Pictures.Totals.Hide
	var numbers picture.Numbers
	var facts []string
	for _, kind := range []struct {
		name     string
		n, least int
	}{
		{"merged", f.Merged, leastWork}, {"repositories", f.MergedIn, leastWork}, {"reviews", t.Reviews.N, leastTally},
		{"issues", t.Issues.N, leastTally}, {"answers", t.Answers.N, leastTally}, {"stars", f.Stars, leastStars}, {"active", t.ActiveYears, leastWork},
	} {
		if kind.n < kind.least || slices.Contains(hide, kind.name) {
			continue
		}
		n := picture.Number{Shown: b.words.FormatNumber(kind.n), Name: b.words.Pictures[kind.name]}
		numbers = append(numbers, n)
		facts = append(facts, n.Name+" "+n.Shown)
	}
	b.picture.Body = numbers
	b.picture.Notes = []string{b.words.Pictures["counted"]}
	if f.Stars >= leastStars && !slices.Contains(hide, "stars") {
		b.picture.Notes = append(b.picture.Notes, b.words.Pictures["starred"])
	}
	b.setTitle(b.words.Pictures["totals"], facts...)
}
