package templates

import (
	"fmt"
	"path"
	"slices"
	"strings"

	"github.com/ghresume/ghresume/document/picture"
	"github.com/ghresume/ghresume/internal/lazy"
	"github.com/ghresume/ghresume/internal/safe"
	"github.com/ghresume/ghresume/resume"
)

// UnknownPictureError is a picture that ghresume does not draw.
type UnknownPictureError struct{ Name string }

func (e *UnknownPictureError) Error() string { return fmt.Sprintf("there is no picture %q", e.Name) }

// Hint names the pictures that there are.
func (e *UnknownPictureError) Hint() string {
	return "expected " + strings.Join(Pictures(), ", ") + ", or project-NAME"
}

// Pictures are the names of the pictures that can be drawn of a resume; one of a
// single project is called project-NAME.
func Pictures() []string {
	return []string{"header", "languages", "contributions", "projects", "skills"}
}

// singleProject begins the name of a picture of one project.
const singleProject = "project-"

// badge begins the name of a picture of a single word, for a link.
const badge = "badge-"

// IsPicture reports whether a name is that of a picture.
func IsPicture(name string) bool {
	return slices.Contains(Pictures(), name) || strings.HasPrefix(name, singleProject) || strings.HasPrefix(name, badge)
}

// Picture is a picture of a resume in the language of the resume. It may be
// empty: GitHub does not tell everything. The error is an *UnknownPictureError
// or a *LanguageError.
func Picture(r *resume.Resume, name string) (*picture.Picture, error) {
	words, err := catalogueFor(r.Language)
	if err != nil {
		return nil, err
	}
	a := artist{words, r, &picture.Picture{Language: r.Language}}
	switch {
	case name == "header":
		a.header()
	case name == "languages":
		a.languages()
	case name == "contributions":
		a.years()
	case name == "projects":
		a.projects(words.heading(resume.Section{Kind: resume.ProjectsSection}, r), r.Projects)
	case name == "skills":
		a.skills()
	case strings.HasPrefix(name, singleProject):
		a.single(strings.TrimPrefix(name, singleProject))
	case strings.HasPrefix(name, badge):
		label := strings.ReplaceAll(strings.TrimPrefix(name, badge), "-", " ")
		*a.picture = picture.Picture{Title: label, Alt: label, Language: r.Language, Body: picture.Badge(label)}
	default:
		return nil, &UnknownPictureError{name}
	}
	return a.picture, nil
}

// artist makes one picture.
type artist struct {
	words   *locale
	resume  *resume.Resume
	picture *picture.Picture
}

// message is a sentence of pictures with a number in it.
func (a *artist) message(name, n string) string { return fill(a.words.Pictures[name], "{n}", n) }

// note adds a sentence about a number that is not zero.
func (a *artist) note(name string, n int) {
	if n > 0 {
		a.picture.Notes = append(a.picture.Notes, a.message(name, a.words.number(n)))
	}
}

// say gives the picture its title, and says in words what it shows.
func (a *artist) say(title string, facts ...string) {
	a.picture.Title = title
	said := strings.Join(slices.DeleteFunc(facts, func(s string) bool { return s == "" }), ", ")
	a.picture.Alt = strings.Join(append([]string{title + a.words.Colon + strings.TrimSuffix(said, ".") + "."}, a.picture.Notes...), " ")
}

// percent is a part of 1, cut to a tenth of a percent: never more than is true.
func (a *artist) percent(part float64) string {
	tenths := int(part*1000 + 1e-9)
	n := fmt.Sprint(tenths / 10)
	if tenths%10 > 0 {
		n += a.words.Decimal + fmt.Sprint(tenths%10)
	}
	return a.message("percent", n)
}

// The smallest share and the most languages that are shown by themselves.
const (
	leastShare    = 0.01
	mostLanguages = 7
)

func (a *artist) languages() {
	f := a.resume.Figures
	var shares picture.Shares
	var facts []string
	rest := 0.0
	add := func(name string, part float64) {
		shares = append(shares, picture.Share{Name: name, Part: part, Shown: a.percent(part)})
		facts = append(facts, name+" "+a.percent(part))
	}
	for i, l := range f.Languages {
		if i >= mostLanguages || l.Share < leastShare {
			rest += l.Share
			continue
		}
		add(l.Name, l.Share)
	}
	if rest >= 0.001 {
		add(a.words.Pictures["other"], rest)
	}
	a.picture.Body = shares
	a.note("method", f.Repositories)
	a.note("unknown", f.Unknown)
	a.say(a.words.Pictures["languages"], facts...)
}

func (a *artist) years() {
	f := a.resume.Figures
	var bars picture.Bars
	var facts []string
	for _, kind := range []struct {
		name  string
		count func(resume.YearOfWork) int
	}{
		{"merged", func(y resume.YearOfWork) int { return y.Merged }},
		{"started", func(y resume.YearOfWork) int { return y.Started }},
	} {
		row := picture.Row{Name: a.words.Pictures[kind.name]}
		total := 0
		var said []string
		for _, year := range f.Years {
			n := kind.count(year)
			total += n
			label := fill(a.words.Year, "{year}", fmt.Sprint(year.Year))
			row.Values = append(row.Values, picture.Value{Label: fmt.Sprint(year.Year), Count: n, Shown: a.words.number(n)})
			said = append(said, label+" "+a.words.number(n))
		}
		if total > 0 {
			bars = append(bars, row)
			facts = append(facts, row.Name+a.words.Colon+strings.Join(said, ", "))
		}
	}
	a.picture.Body = bars
	a.note("undated", f.Undated)
	a.say(a.words.Pictures["years"], strings.Join(facts, "; "))
}

// most of each kind that a picture shows.
const (
	mostCards = 3
	mostChips = 12
)

func (a *artist) projects(title string, projects []resume.Project) {
	var cards picture.Cards
	var facts []string
	for _, p := range projects[:min(mostCards, len(projects))] {
		card := picture.Card{Name: p.Name, About: p.Description, Facts: a.facts(p)}
		if p.OwnWords {
			card.About = PlainText(p.Description)
		}
		cards = append(cards, card)
		facts = append(facts, strings.Join(append([]string{p.Name}, card.Facts...), " · "))
		if title == p.Name {
			facts = append([]string{card.About}, card.Facts...)
		}
	}
	a.picture.Body = cards
	a.say(title, facts...)
}

// The least numbers of GitHub's that speak for a project.
const (
	leastStars     = 5
	leastDownloads = 50
)

// facts are the few words below a project.
func (a *artist) facts(p resume.Project) []string {
	words := &printer{words: a.words, text: true}
	facts := []string{p.Language}
	if p.Language == "" && len(p.Technologies) > 0 {
		facts[0] = p.Technologies[0]
	}
	if p.Stars != nil && *p.Stars >= leastStars {
		facts = append(facts, "★ "+a.words.number(*p.Stars))
	}
	releases, _ := words.count("releases", p.Releases) // the messages are in every catalogue
	facts = append(facts, releases)
	if p.Downloads != nil && *p.Downloads >= leastDownloads {
		downloads, _ := words.count("downloads", p.Downloads)
		facts = append(facts, downloads)
	}
	return slices.DeleteFunc(facts, func(s string) bool { return s == "" })
}

// single draws one project, by its name or that of its repository.
func (a *artist) single(name string) {
	for _, p := range a.resume.Projects {
		if strings.EqualFold(p.Name, name) || strings.EqualFold(strings.ReplaceAll(p.Repository, "/", "-"), name) {
			a.projects(p.Name, []resume.Project{p})
			return
		}
	}
}

func (a *artist) skills() {
	var chips picture.Chips
	var facts []string
	for _, g := range a.resume.Skills {
		group := picture.Group{Name: a.words.group(g.Name)}
		for _, s := range g.Skills[:min(mostChips, len(g.Skills))] {
			group.Names = append(group.Names, s.Name)
		}
		chips = append(chips, group)
		facts = append(facts, group.Name+a.words.Colon+strings.Join(group.Names, ", "))
	}
	a.picture.Body = chips
	a.say(a.words.heading(resume.Section{Kind: resume.SkillsSection}, a.resume), strings.Join(facts, "; "))
}

func (a *artist) header() {
	r := a.resume
	var facts []string
	for _, fact := range []string{r.Location, safe.ShownURL(r.Website), firstSentence(PlainText(r.Summary))} {
		if fact != "" {
			facts = append(facts, fact)
		}
	}
	a.picture.Body = picture.Header{Name: r.Name, Title: r.Title, Facts: facts}
	a.say(r.Name, append([]string{r.Title}, facts...)...)
	a.picture.Alt = strings.TrimSuffix(a.picture.Alt, ".")
}

// firstSentence is a text up to its first full stop.
func firstSentence(s string) string {
	if before, _, found := strings.Cut(s, ". "); found {
		return before + "."
	}
	return s
}

// picture prints a picture that stands beside the file: one for light pages and
// one for dark ones, which are written with the file.
func (p *printer) picture(name string) (Markdown, error) {
	base := path.Base(name)
	if strings.HasPrefix(name, singleProject) {
		base = name // whatever the project is called
	}
	drawn, err := Picture(p.resume, base)
	if err != nil || p.text || p.parts || drawn.IsEmpty() {
		return "", err
	}
	switch {
	case strings.Trim(name, pictureLetters) == "" && name == path.Clean(name) && !strings.HasPrefix(name, "/") && !strings.HasPrefix(name, ".."):
	case strings.HasPrefix(name, singleProject): // a name that no repository has
		return "", nil
	default:
		return "", fmt.Errorf("picture %q: the name is one of a file beside this one, or in a folder there", name)
	}
	return Markdown(fmt.Sprintf(`<picture><source media="(prefers-color-scheme: dark)" srcset="%s.dark.svg"><img alt="%s" src="%[1]s.svg" align="top"></picture>`, name, attribute(drawn.Alt))), nil
}

// pictureLetters are those that the name of a picture's file may have.
const pictureLetters = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789._-/"

// pictureTag is what [printer.picture] prints.
var pictureTag = lazy.New(`<picture><source media="\(prefers-color-scheme: dark\)" srcset="([A-Za-z0-9._/-]+)\.dark\.svg"><img alt="`)

// PicturesIn names the pictures that stand between the markers of a Markdown
// file, as seen from it: "img/languages".
func PicturesIn(md []byte) []string {
	var names []string
	for _, m := range pictureTag.FindAllStringSubmatch(string(inBlocks(md)), -1) {
		if name := m[1]; IsPicture(path.Base(name)) && !slices.Contains(names, name) {
			names = append(names, name)
		}
	}
	return names
}

// badge prints a link as a picture of its label; a label that cannot be the name
// of a file is text.
func (p *printer) badge(label, _, address string) (Markdown, error) {
	name := badge + strings.ReplaceAll(safe.Line(label), " ", "-")
	if p.text || p.parts || safe.URL(address) == "" || name == badge || strings.Trim(name, strings.TrimSuffix(pictureLetters, "/")) != "" {
		return p.linkText(label, address), nil
	}
	drawn, err := p.picture(name)
	return p.linkTo(drawn, address), err
}

// fold hides what follows, up to unfold, behind words: a label, or "4 more" for a
// number. Documents show it all.
func (p *printer) fold(label any) (Markdown, error) {
	n, isNumber := label.(int)
	if p.text || p.parts || isNumber && n <= 0 {
		return "", nil
	}
	words, err := p.plain(label)
	if isNumber {
		words, err = p.words.count("more", n)
	}
	return Markdown("\n\n<details><summary>" + attribute(words) + "</summary>\n\n"), err
}

func (p *printer) unfold(n int) Markdown {
	if p.text || p.parts || n <= 0 {
		return ""
	}
	return "\n\n</details>\n\n"
}

// attribute is a text inside of the quotes of an attribute of HTML.
func attribute(s string) string {
	return strings.NewReplacer("&", "&amp;", "<", "&lt;", ">", "&gt;", `"`, "&quot;").Replace(safe.Line(s))
}
