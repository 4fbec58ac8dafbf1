package match

import (
	"cmp"
	"slices"
	"strings"

	"github.com/ghresume/ghresume/resume/skill"
)

// Posting is a parsed job posting.
type Posting struct {
	// Title of the job, as written; Seniority is intern, junior, middle, senior, lead,
	// staff, principal or empty.
	Title, Seniority string
	// Skills in the order of the text; each technology appears once, at its highest
	// level.
	Skills []Asked
	// Years of experience asked for without naming a skill; 0 if none.
	Years int
	// Place and Remote (remote, hybrid, onsite) give the place of work, as far as stated.
	Place, Remote string
	// Education and Languages are the sentences that ask for degrees and human languages.
	Education, Languages []string
	// Foreign is the language of the posting, by its English name, if its headings are not
	// known; empty for all others.
	Foreign string
}

// Asked is one technology or practice that a posting names.
type Asked struct {
	Name  string // canonical
	Group skill.Group
	Level Level
	// Text is the spelling in the posting.
	Text string
	// Narrower means that the posting asks for a version, part or edition: Java 17.
	Narrower bool
	// AnyOf is the number of its group of alternatives, from 1; 0 means no alternatives.
	AnyOf int
	// Instead are alternatives that the posting also asks for separately; any of them is
	// enough.
	Instead []string
	// Years of experience with it; 0 if not stated.
	Years int
	// times is the number of sentences that name it; titled means that the title does.
	times  int
	titled bool
}

// reader collects what the sentences of a posting ask for.
type reader struct {
	posting   *Posting
	catalog   *skill.Catalog
	employers []string
	// byName finds skills already added; seen are the sentences already read, by section:
	// advertisements repeat themselves.
	byName map[string]int
	seen   map[said]bool
	// hasMust and hasNice report which sections the posting has; asked, whether sentences
	// outside of them ask for technologies.
	hasMust, hasNice, asked bool
	// yearsRank tells how firmly the posting asks for posting.Years.
	yearsRank int
	// groups counts the alternatives; choices maps a list to its group.
	groups  int
	choices map[int]int
	// alone are the members of a group that are also asked for separately.
	alone map[int][]string
	// seeking means that the paragraph has already described whom the team is looking
	// for; asking, that it has asked for something.
	seeking, asking bool
	// continues means that the sentence continues with a list of demands, after a semicolon.
	continues bool
}

// said is a sentence in its section.
type said struct {
	text    string
	section sectionKind
}

// ParsePosting parses a posting. The text comes from [ExtractText]; a nil catalog is the
// built-in one.
func ParsePosting(text string, catalog *skill.Catalog) *Posting {
	if catalog == nil {
		catalog = skill.Default()
	}
	lines := passages(text, catalog)
	p := &Posting{Title: titleOf(lines), Foreign: foreignLanguage(lines)}
	judgeUnknown(lines, catalog, p.Foreign == "")
	p.Seniority = cmp.Or(seniorityOf(p.Title), seniorityBeside(lines, p.Title))
	p.readPlace(lines)
	r := &reader{posting: p, catalog: catalog, employers: employersOf(lines), byName: map[string]int{}, seen: map[said]bool{}, choices: map[int]int{}, alone: map[int][]string{}}
	r.survey(lines)
	for i, line := range lines {
		r.seeking, r.asking, r.continues = false, false, false
		texts := sentences(line.text)
		for k, text := range texts {
			if at := (said{text, line.section}); !r.seen[at] {
				r.seen[at] = true
				s := readSentence(text)
				r.seeking = r.seeking || s.seeks()
				if k+1 < len(texts) && r.disowns(texts[k+1]) && !s.isDemand() {
					line.section = stack
				}
				r.sentence(s, line, i == 0 && !isSentence(line.text))
				line.section = at.section
				r.asking = r.asking || s.isDemand() && !s.speaksOfUs()
				r.continues = strings.HasSuffix(text, ";") && (r.continues || s.isDemand())
			}
		}
	}
	r.spare()
	p.numberGroups()
	for _, m := range catalog.Find(p.Title) {
		if i, named := r.byName[m.Name]; named {
			p.Skills[i].titled = true
		}
	}
	return p
}

// disowns reports whether a sentence without a technology says that what the one before it
// names need not be known: "We run on Azure. You don't need to know it."
func (r *reader) disowns(text string) bool {
	s := readSentence(text)
	return s.has("disowned") && len(r.hits(s)) == 0
}

// survey finds out which sections the posting has before it is read.
func (r *reader) survey(lines []passage) {
	for _, line := range lines {
		if line.heading {
			continue
		}
		r.hasMust = r.hasMust || line.section == must
		r.hasNice = r.hasNice || line.section == nice
	}
	for _, line := range lines {
		if r.hasMust || r.asked {
			return
		}
		if line.section == nice || line.section == noise || line.heading {
			continue
		}
		for _, text := range sentences(line.text) {
			s := readSentence(text)
			r.asked = r.asked || s.isDemand() && !s.speaksOfUs() && len(r.catalog.Find(text)) > 0
		}
	}
}

// sentence adds what a sentence asks for.
func (r *reader) sentence(s sentence, line passage, title bool) {
	if line.section != must && line.section != nice && s.has("others") && !s.isDemand() {
		return
	}
	if line.section == noise && !s.speaksOfUs() {
		r.generalYears(s, line)
		return
	}
	if !title || s.isProse() {
		r.demands(s, line)
	}
	hits := r.hits(s)
	if len(hits) == 0 {
		r.generalYears(s, line)
		return
	}
	if line.heading && line.section != intro && line.section != stack && len(hits) < 2 {
		return
	}
	s.hits = hits
	r.groups = alternatives(s, hits, r.groups)
	r.choose(hits, line.choice)
	s.cues = slices.DeleteFunc(s.cues, func(c cue) bool { return isAcceptance(s, hits, c) })
	section := r.levelOf(s, line, title, s.opensAt(hits[0].Start))
	asked := make([]Asked, len(hits))
	for i, h := range hits {
		asked[i] = Asked{Name: h.Name, Group: h.Group, Text: h.Text, Narrower: h.Narrower, AnyOf: h.group, Level: levelAt(s, h.Start, h.End, section)}
	}
	dissolve(s, hits, asked, line.section)
	generalize(hits, asked)
	countForEither(hits, asked)
	r.years(s, hits, asked, line)
	for _, a := range asked {
		if a.Level != Mentioned || !r.isEmployers(a.Text) {
			r.add(a)
		}
	}
}

// choose makes the first technologies of the items of one list alternatives.
func (r *reader) choose(hits []hit, choice int) {
	if choice == 0 || hits[0].group > 0 {
		return
	}
	if r.choices[choice] == 0 {
		r.groups++
		r.choices[choice] = r.groups
	}
	hits[0].group = r.choices[choice]
}

// isEmployers reports whether a name is short for an employer's: "Nomad" of Nomad Health.
func (r *reader) isEmployers(name string) bool {
	return slices.ContainsFunc(r.employers, func(employer string) bool { return strings.HasPrefix(employer, strings.ToLower(name)+" ") })
}

// dissolve keeps alternatives only among what is asked for: "tools such as Go and Kafka"
// among the duties names what is used; an "or" is a choice everywhere, but not among what
// nobody needs: "no Java or Perl needed".
func dissolve(s sentence, hits []hit, asked []Asked, section sectionKind) {
	demanded, declines := map[int]bool{}, section == noise || s.declines() || s.has("deny") && s.has("denied")
	for i, a := range asked {
		or := i > 0 && asked[i-1].AnyOf == a.AnyOf && hits[i].glue.or && !declines
		demanded[a.AnyOf] = demanded[a.AnyOf] || a.Level != Mentioned || or
	}
	for i := range asked {
		if !demanded[asked[i].AnyOf] {
			asked[i].AnyOf = 0
		}
	}
}

// generalize drops the general kind beside technologies: "PostgreSQL or another relational
// database", "a JVM language or Go".
func generalize(hits []hit, asked []Asked) {
	for k := 1; k < len(hits); k++ {
		if !isGeneral(hits[k-1], hits[k]) || !hits[k].glue.or {
			continue
		}
		if hits[k].Group == skill.Practices {
			asked[k].Level = Mentioned
		} else {
			asked[k-1].Level = Mentioned
		}
	}
}

// levelOf returns the level that a section gives its sentences. Without a section of
// demands, the sentences that sound like demands are required; without those too, the
// preferences are. A sentence that begins with a technology is named.
func (r *reader) levelOf(s sentence, line passage, title, named bool) Level {
	switch line.section {
	case must, nice:
		if s.startsWithUs() || line.isNarrative(s) && !r.continues && !named && !r.asking {
			return Mentioned
		}
		if line.section == must || !r.hasMust && !r.asked {
			return Required
		}
		return Preferred
	case noise:
		return Mentioned
	}
	if r.asking && !line.bullet && !r.hasMust && !s.speaksOfUs() {
		switch {
		case s.isConditional():
			return Preferred
		case s.speaksToYou():
			return Required
		}
	}
	if title && !r.hasMust && !s.isProse() && r.posting.Foreign == "" || s.isDemand() && !s.speaksOfUs() && (!r.hasMust || r.seeking || line.bullet && s.opensWithDemand()) {
		return Required
	}
	return Mentioned
}

// longStory is the number of words from which a paragraph among the demands may be about
// the team.
const longStory = 25

// isNarrative reports whether a paragraph between or below the demands asks for nothing: "Acme
// uses machine learning to …".
func (p passage) isNarrative(s sentence) bool {
	return !p.bullet && len(s.cues) == 0 && !s.isDemand() && !slices.ContainsFunc(s.words, isYou) && len(strings.Fields(p.text)) > longStory
}

// add merges a mention with earlier ones: the highest level wins, and its alternatives
// with it.
func (r *reader) add(a Asked) {
	p := r.posting
	i, known := r.byName[a.Name]
	if !known {
		r.byName[a.Name] = len(p.Skills)
		a.times = 1
		p.Skills = append(p.Skills, a)
		return
	}
	before := &p.Skills[i]
	before.times++
	was := before.AnyOf
	before.Years = max(before.Years, a.Years)
	switch {
	case a.Level.rank() > before.Level.rank():
		before.Level, before.AnyOf, before.Text, before.Narrower = a.Level, a.AnyOf, a.Text, a.Narrower
	case a.Level == before.Level:
		if a.AnyOf == 0 {
			before.AnyOf = 0 // asked for separately
		}
		if before.Narrower && !a.Narrower {
			before.Text, before.Narrower = a.Text, false // asked for in any version
		}
	}
	for _, group := range []int{was, a.AnyOf} {
		if group > 0 && group != before.AnyOf {
			r.alone[group] = append(r.alone[group], a.Name)
		}
	}
}

// spare records what replaces the last of some alternatives: in "Go or Rust", if Go is
// also asked for separately, Rust adds no demand.
func (r *reader) spare() {
	left := map[int]int{}
	for _, a := range r.posting.Skills {
		left[a.AnyOf]++
	}
	for i := range r.posting.Skills {
		if a := &r.posting.Skills[i]; a.AnyOf > 0 && left[a.AnyOf] == 1 {
			a.Instead = r.alone[a.AnyOf]
		}
	}
}

// shortDemand is how many words a sentence before any heading may have to count as asking
// for a language: "English at B2".
const shortDemand = 8

// demands records sentences about degrees and human languages.
func (r *reader) demands(s sentence, line passage) {
	if line.heading || line.section == noise || line.section == intro && !s.isDemand() && !s.requires() && len(s.words) > shortDemand {
		return
	}
	const most = 8 // sentences; a posting has one or two
	text := strings.TrimSpace(s.text)
	if len(r.posting.Education) < most && asksDegree(s) && !s.declines() {
		r.posting.Education = append(r.posting.Education, text)
	}
	if len(r.posting.Languages) < most && (asksLanguage(s) || line.section == must && line.bullet && opensWithTongue(s)) {
		r.posting.Languages = append(r.posting.Languages, text)
	}
}

// numberGroups numbers the remaining groups in the order of the text; a single member
// does not make a group, and a demand has one level.
func (p *Posting) numberGroups() {
	members := map[int][]int{}
	for i, a := range p.Skills {
		if a.AnyOf > 0 {
			members[a.AnyOf] = append(members[a.AnyOf], i)
		}
	}
	next := 0
	renamed := map[int]int{}
	for i := range p.Skills {
		a := &p.Skills[i]
		if len(members[a.AnyOf]) < 2 {
			a.AnyOf = 0
			continue
		}
		if renamed[a.AnyOf] == 0 {
			next++
			renamed[a.AnyOf] = next
		}
		a.AnyOf = renamed[a.AnyOf]
	}
}
