package templates

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"github.com/ghresume/ghresume/internal/emoji"
	"github.com/ghresume/ghresume/internal/locale"
	"github.com/ghresume/ghresume/internal/picture"
	"github.com/ghresume/ghresume/internal/safe"
	"github.com/ghresume/ghresume/resume"
)

// pictureBuilder draws one picture.
type pictureBuilder struct {
	words   *locale.Locale
	resume  *resume.Resume
	picture *picture.Picture
}

// message returns a sentence for pictures with a number filled in.
func (b *pictureBuilder) message(name, n string) string {
	return locale.Fill(b.words.Pictures[name], "{n}", n)
}

// note adds a sentence about a number unless it is zero.
func (b *pictureBuilder) note(name string, n int) {
	if n > 0 {
		b.picture.Notes = append(b.picture.Notes, b.message(name, b.words.FormatNumber(n)))
	}
}

// setTitle sets the title of the picture and its text alternative.
func (b *pictureBuilder) setTitle(title string, facts ...string) {
	b.picture.Title = title
	said := strings.Join(slices.DeleteFunc(facts, func(s string) bool { return s == "" }), ", ")
	b.picture.Alt = strings.Join(append([]string{title + b.words.Colon + strings.TrimSuffix(said, ".") + "."}, b.picture.Notes...), " ")
}

// percent formats a share, cut to a tenth of a percent: never more than is true.
func (b *pictureBuilder) percent(part float64) string {
	tenths := int(part*1000 + 1e-9)
	n := fmt.Sprint(tenths / 10)
	if tenths%10 > 0 {
		n += b.words.Decimal + fmt.Sprint(tenths%10)
	}
	return b.message("percent", n)
}

// The smallest share shown separately.
const leastShare = 0.01

func (b *pictureBuilder) languages() {
	f, choice := b.resume.Figures, b.resume.Pictures.Languages
	var shares picture.Shares
	var facts []string
	rest := 1.0
	add := func(name string, part float64) {
		shares = append(shares, picture.Share{Name: name, Part: part, Shown: b.percent(part)})
		facts = append(facts, name+" "+b.percent(part))
	}
	for i, l := range f.Languages {
		if i < most(choice.Max, mostLanguages) && l.Share >= leastShare {
			add(l.Name, l.Share)
			rest -= l.Share
		}
	}
	if rest >= 0.001 && len(shares) > 0 {
		add(b.words.Pictures["other"], rest)
		shares[len(shares)-1].Rest = true
	}
	b.picture.Body = shares
	b.note("method", f.Repositories)
	b.note("unsearched", f.Unsearched)
	b.note("unknown", f.Unknown)
	b.note("whole", f.Whole)
	b.setTitle(b.words.Pictures["languages"], facts...)
	if choice.Note != nil && !*choice.Note {
		b.picture.Notes = nil
	}
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

func (b *pictureBuilder) projects() {
	var cards picture.Cards
	var facts []string
	all := describedFirst(b.resume.Projects)
	for _, p := range all[:min(most(b.resume.Pictures.Projects.Max, mostCards), len(all))] {
		card := b.card(p)
		cards = append(cards, card)
		facts = append(facts, strings.Join(append([]string{p.Name}, card.Facts...), " · "))
	}
	b.picture.Body = cards
	b.setTitle(b.words.Heading(resume.Section{Kind: resume.ProjectsSection}, b.resume), facts...)
}

// describedFirst puts the projects with a description before those without: a picture of
// a name alone says little.
func describedFirst(projects []resume.Project) []resume.Project {
	return slices.SortedStableFunc(slices.Values(projects), func(p, q resume.Project) int {
		return cmp.Compare(min(1, len(q.Description)), min(1, len(p.Description)))
	})
}

// card returns the card of a project.
func (b *pictureBuilder) card(p resume.Project) picture.Card {
	card := picture.Card{Name: p.Name, About: emoji.Replace(p.Description), Facts: b.facts(p)}
	if p.OwnWords {
		card.About = PlainText(p.Description)
	}
	if slices.Contains(b.resume.Pictures.Projects.Hide, "description") {
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
func (b *pictureBuilder) facts(p resume.Project) []string {
	words := &printer{words: b.words, text: true}
	var facts []string
	add := func(kind, fact string) {
		if fact != "" && !slices.Contains(b.resume.Pictures.Projects.Hide, kind) {
			facts = append(facts, fact)
		}
	}
	language := p.Language
	if language == "" && len(p.Technologies) > 0 {
		language = p.Technologies[0]
	}
	add("language", language)
	if p.Stars != nil && *p.Stars >= leastStars {
		add("stars", "★ "+b.words.FormatNumber(*p.Stars))
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
func (b *pictureBuilder) single(name string) {
	for _, p := range b.resume.Projects {
		if strings.EqualFold(p.Name, name) || strings.EqualFold(strings.ReplaceAll(p.Repository, "/", "-"), name) {
			card := b.card(p)
			b.picture.Body = picture.Tile(card)
			b.setTitle(p.Name, append([]string{card.About}, card.Facts...)...)
			return
		}
	}
}

func (b *pictureBuilder) skills() {
	var chips picture.Chips
	var facts []string
	choice := b.resume.Pictures.Skills
	for _, g := range b.resume.Skills {
		group := picture.Group{Name: b.words.Group(g.Name)}
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
		facts = append(facts, group.Name+b.words.Colon+strings.Join(group.Names, ", "))
	}
	b.picture.Body = chips
	b.setTitle(b.words.Heading(resume.Section{Kind: resume.SkillsSection}, b.resume), strings.Join(facts, "; "))
}

func (b *pictureBuilder) header() {
	r := b.resume
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
	b.picture.Body = picture.Header{Name: r.Name, Title: title, Facts: facts}
	b.setTitle(r.Name, append([]string{title}, facts...)...)
	b.picture.Alt = strings.TrimSuffix(b.picture.Alt, ".")
}

// firstSentence returns a text up to its first full stop.
func firstSentence(s string) string {
	if before, _, found := strings.Cut(s, ". "); found {
		return before + "."
	}
	return s
}
