package templates

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"github.com/ghresume/ghresume/document/picture"
	"github.com/ghresume/ghresume/internal/emoji"
	"github.com/ghresume/ghresume/internal/safe"
	"github.com/ghresume/ghresume/resume"
)

// pictureBuilder draws one picture.
type pictureBuilder struct {
	words   *locale
	resume  *resume.Resume
	picture *picture.Picture
}

// message returns a sentence for pictures with a number filled in.
func (a *pictureBuilder) message(name, n string) string {
	return fill(a.words.Pictures[name], "{n}", n)
}

// note adds a sentence about a number unless it is zero.
func (a *pictureBuilder) note(name string, n int) {
	if n > 0 {
		a.picture.Notes = append(a.picture.Notes, a.message(name, a.words.number(n)))
	}
}

// setTitle sets the title of the picture and its text alternative.
func (a *pictureBuilder) setTitle(title string, facts ...string) {
	a.picture.Title = title
	said := strings.Join(slices.DeleteFunc(facts, func(s string) bool { return s == "" }), ", ")
	a.picture.Alt = strings.Join(append([]string{title + a.words.Colon + strings.TrimSuffix(said, ".") + "."}, a.picture.Notes...), " ")
}

// percent formats a share, cut to a tenth of a percent: never more than is true.
func (a *pictureBuilder) percent(part float64) string {
	tenths := int(part*1000 + 1e-9)
	n := fmt.Sprint(tenths / 10)
	if tenths%10 > 0 {
		n += a.words.Decimal + fmt.Sprint(tenths%10)
	}
	return a.message("percent", n)
}

// The smallest share shown separately.
const leastShare = 0.01

func (a *pictureBuilder) languages() {
	f, choice := a.resume.Figures, a.resume.Pictures.Languages
	var shares picture.Shares
	var facts []string
	rest := 1.0
	add := func(name string, part float64) {
		shares = append(shares, picture.Share{Name: name, Part: part, Shown: a.percent(part)})
		facts = append(facts, name+" "+a.percent(part))
	}
	for i, l := range f.Languages {
		if i < most(choice.Max, mostLanguages) && l.Share >= leastShare {
			add(l.Name, l.Share)
			rest -= l.Share
		}
	}
	if rest >= 0.001 && len(shares) > 0 {
		add(a.words.Pictures["other"], rest)
		shares[len(shares)-1].Rest = true
	}
	a.picture.Body = shares
	a.note("method", f.Repositories)
	a.note("unsearched", f.Unsearched)
	a.note("unknown", f.Unknown)
	a.setTitle(a.words.Pictures["languages"], facts...)
	if choice.Note != nil && !*choice.Note {
		a.picture.Notes = nil
	}
}

// kindOfWork is a row of the picture of years.
type kindOfWork struct {
	name   string
	series int
	count  func(resume.YearOfWork) int
}

// kindsOfWork returns the rows that the profile wants and the snapshot has data for. If
// commits are unknown, the number of repositories started takes their place.
func (a *pictureBuilder) kindsOfWork() []kindOfWork {
	kinds := []kindOfWork{
		{"merged", 0, func(y resume.YearOfWork) int { return y.Merged }},
		{"commits", 1, func(y resume.YearOfWork) int { return y.Commits }},
		{"started", 2, func(y resume.YearOfWork) int { return y.Started }},
	}
	hide := a.resume.Pictures.Contributions.Hide
	return slices.DeleteFunc(kinds, func(k kindOfWork) bool {
		instead := map[string]bool{"commits": !a.resume.Figures.CommitsKnown, "started": a.resume.Figures.CommitsKnown}
		return slices.Contains(hide, k.name) || instead[k.name]
	})
}

// yearsOf returns the years from the first work of these kinds on.
func (a *pictureBuilder) yearsOf(kinds []kindOfWork) []resume.YearOfWork {
	since := a.resume.Pictures.Contributions.Since
	years := a.resume.Figures.Years
	first := slices.IndexFunc(years, func(y resume.YearOfWork) bool {
		return y.Year >= since && (since > 0 || slices.ContainsFunc(kinds, func(k kindOfWork) bool { return k.count(y) > 0 }))
	})
	if first < 0 {
		return nil
	}
	return years[first:]
}

func (a *pictureBuilder) years() {
	f, kinds := a.resume.Figures, a.kindsOfWork()
	years := a.yearsOf(kinds)
	var bars picture.Bars
	var facts []string
	for _, kind := range kinds {
		row, total := picture.Row{Name: a.words.Pictures[kind.name], Series: kind.series}, 0
		var said []string
		for _, year := range years {
			n := kind.count(year)
			total += n
			row.Values = append(row.Values, picture.Value{Label: fmt.Sprint(year.Year), Count: n, Shown: a.words.number(n)})
			said = append(said, fill(a.words.Year, "{year}", fmt.Sprint(year.Year))+" "+a.words.number(n))
		}
		if total > 0 {
			bars = append(bars, row)
			facts = append(facts, row.Name+a.words.Colon+strings.Join(said, ", "))
		}
	}
	a.picture.Body = bars
	if !slices.Contains(a.resume.Pictures.Contributions.Hide, "merged") {
		a.note("undated", f.Undated)
	}
	a.setTitle(a.words.Pictures["years"], strings.Join(facts, "; "))
}

// How many of each kind a picture shows unless the profile sets a limit.
const (
	mostLanguages = 7
	mostCards     = 4
	mostChips     = 12
)

// most returns the profile's limit, or the default.
func most(limit *int, usual int) int {
	if limit == nil {
		return usual
	}
	return *limit
}

func (a *pictureBuilder) projects() {
	var cards picture.Cards
	var facts []string
	all := describedFirst(a.resume.Projects)
	for _, p := range all[:min(most(a.resume.Pictures.Projects.Max, mostCards), len(all))] {
		card := a.card(p)
		cards = append(cards, card)
		facts = append(facts, strings.Join(append([]string{p.Name}, card.Facts...), " · "))
	}
	a.picture.Body = cards
	a.setTitle(a.words.heading(resume.Section{Kind: resume.ProjectsSection}, a.resume), facts...)
}

// describedFirst puts the projects with a description before those without: a picture of
// a name alone says little.
func describedFirst(projects []resume.Project) []resume.Project {
	return slices.SortedStableFunc(slices.Values(projects), func(p, q resume.Project) int {
		return cmp.Compare(min(1, len(q.Description)), min(1, len(p.Description)))
	})
}

// card returns the card of a project.
func (a *pictureBuilder) card(p resume.Project) picture.Card {
	card := picture.Card{Name: p.Name, About: emoji.Replace(p.Description), Facts: a.facts(p)}
	if p.OwnWords {
		card.About = PlainText(p.Description)
	}
	if slices.Contains(a.resume.Pictures.Projects.Hide, "description") {
		card.About = ""
	}
	return card
}

// The least figures from GitHub that are worth showing.
const (
	leastStars     = 5
	leastDownloads = 50
)

// facts returns the short facts below a project.
func (a *pictureBuilder) facts(p resume.Project) []string {
	words := &printer{words: a.words, text: true}
	var facts []string
	add := func(kind, fact string) {
		if fact != "" && !slices.Contains(a.resume.Pictures.Projects.Hide, kind) {
			facts = append(facts, fact)
		}
	}
	language := p.Language
	if language == "" && len(p.Technologies) > 0 {
		language = p.Technologies[0]
	}
	add("language", language)
	if p.Stars != nil && *p.Stars >= leastStars {
		add("stars", "★ "+a.words.number(*p.Stars))
	}
	releases, _ := words.count("releases", p.Releases) // every locale has the message
	add("releases", releases)
	if p.Downloads != nil && *p.Downloads >= leastDownloads {
		downloads, _ := words.count("downloads", p.Downloads)
		add("downloads", downloads)
	}
	return facts
}

// single draws one project, found by its name or that of its repository.
func (a *pictureBuilder) single(name string) {
	for _, p := range a.resume.Projects {
		if strings.EqualFold(p.Name, name) || strings.EqualFold(strings.ReplaceAll(p.Repository, "/", "-"), name) {
			card := a.card(p)
			a.picture.Body = picture.Tile(card)
			a.setTitle(p.Name, append([]string{card.About}, card.Facts...)...)
			return
		}
	}
}

func (a *pictureBuilder) skills() {
	var chips picture.Chips
	var facts []string
	choice := a.resume.Pictures.Skills
	for _, g := range a.resume.Skills {
		group := picture.Group{Name: a.words.group(g.Name)}
		if slices.Contains(choice.Exclude, g.Name) || slices.Contains(choice.Exclude, group.Name) {
			continue
		}
		for _, s := range g.Skills[:min(most(choice.Max, mostChips), len(g.Skills))] {
			group.Names = append(group.Names, s.Name)
		}
		if len(group.Names) == 0 {
			continue
		}
		chips = append(chips, group)
		facts = append(facts, group.Name+a.words.Colon+strings.Join(group.Names, ", "))
	}
	a.picture.Body = chips
	a.setTitle(a.words.heading(resume.Section{Kind: resume.SkillsSection}, a.resume), strings.Join(facts, "; "))
}

func (a *pictureBuilder) header() {
	r := a.resume
	shown := func(part, text string) string {
		if slices.Contains(r.Pictures.Header.Hide, part) {
			return ""
		}
		return text
	}
	title := shown("title", r.Title)
	facts := slices.DeleteFunc([]string{
		shown("location", r.Location), shown("website", safe.ShownURL(r.Website)), shown("summary", firstSentence(PlainText(r.Summary))),
	}, func(s string) bool { return s == "" })
	a.picture.Body = picture.Header{Name: r.Name, Title: title, Facts: facts}
	a.setTitle(r.Name, append([]string{title}, facts...)...)
	a.picture.Alt = strings.TrimSuffix(a.picture.Alt, ".")
}

// firstSentence returns a text up to its first full stop.
func firstSentence(s string) string {
	if before, _, found := strings.Cut(s, ". "); found {
		return before + "."
	}
	return s
}
