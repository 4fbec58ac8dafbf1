package match

import (
	"bytes"
	"cmp"
	"regexp"
	"slices"
	"strings"

	"github.com/ghresume/ghresume/resume/skill"
)

// Posting is a job description, read for what it asks.
type Posting struct {
	// Title of the job, as written; Seniority is intern, junior, middle, senior, lead, staff, principal or empty.
	Title, Seniority string
	// Skills in the order of the text; each technology comes once, at its highest level.
	Skills []Asked
	// Years of experience asked for without naming a skill; 0 when none.
	Years int
	// Place and Remote (remote, hybrid, onsite) are where the work is done, as far as it is said.
	Place, Remote string
	// Education and Languages are the sentences that ask for degrees and human languages.
	Education, Languages []string
}

// Asked is one technology or practice that a posting names.
type Asked struct {
	Name  string // canonical
	Group skill.Group
	Level Level
	// Text is how the posting writes it.
	Text string
	// Narrower means that the text asks for a version, part or edition: Java 17.
	Narrower bool
	// AnyOf numbers a group of which one member is enough, from 1; 0 means alone.
	AnyOf int
	// Years of experience with it; 0 when not said.
	Years int
}

// reader collects what the sentences of a posting ask.
type reader struct {
	posting   *Posting
	catalogue *skill.Catalogue
	employers []string
	// byName finds what was added.
	byName map[string]int
	// hasMust and hasNice tell which sections the posting has; asked, whether sentences
	// outside of them ask for technologies.
	hasMust, hasNice, asked bool
	groups                  int
}

// Read reads a posting. The text comes from a file of any kind; see the package file.
func Read(text string, catalogue *skill.Catalogue) *Posting {
	lines := passages(text, catalogue)
	p := &Posting{Title: titleOf(lines)}
	p.Seniority = seniorityOf(p.Title)
	p.readPlace(lines)
	r := &reader{posting: p, catalogue: catalogue, employers: employersOf(lines), byName: map[string]int{}}
	r.survey(lines)
	for i, line := range lines {
		for _, sentence := range sentences(line.text) {
			r.sentence(sentence, line, i == 0)
		}
	}
	p.numberGroups()
	return p
}

// survey looks which sections the posting has before it is read.
func (r *reader) survey(lines []passage) {
	for _, line := range lines {
		if line.heading {
			continue
		}
		r.hasMust = r.hasMust || line.section == must
		r.hasNice = r.hasNice || line.section == nice
	}
	if r.hasMust {
		return
	}
	for _, line := range lines {
		if line.section == nice || line.section == noise || line.heading {
			continue
		}
		for _, sentence := range sentences(line.text) {
			words := wordsOf(sentence)
			r.asked = r.asked || asksFor(words) && !speaksOfUs(words) && len(r.catalogue.Find(sentence)) > 0
		}
	}
}

// sentence adds what a sentence asks.
func (r *reader) sentence(text string, line passage, title bool) {
	words := wordsOf(text)
	if line.section == noise && !speaksOfUs(words) || line.section != must && line.section != nice && theLexicon().cues.has(words, "others") && !asksFor(words) {
		return
	}
	r.demands(text, words, line)
	found := findCues(text)
	hits := r.hits(text, found)
	if len(hits) == 0 {
		r.generalYears(words, line)
		return
	}
	if line.heading && line.section != intro && line.section != stack && len(hits) < 2 {
		return
	}
	before := r.groups
	r.groups = alternatives(text, hits, before)
	section := r.levelOf(words, line, title)
	asked := make([]Asked, len(hits))
	for i, h := range hits {
		asked[i] = Asked{Name: h.Name, Group: h.Group, Text: h.Text, Narrower: h.Narrower, AnyOf: h.group, Level: levelAt(text, found, h.Start, h.End, section)}
	}
	r.years(words, hits, asked, line)
	for _, a := range asked {
		r.add(a)
	}
}

// hits are the technologies of a sentence, without the employer's own name.
func (r *reader) hits(text string, found []cue) []hit {
	var out []hit
	for _, m := range withNames(r.catalogue, text, r.catalogue.Find(text), found) {
		if !slices.Contains(r.employers, strings.ToLower(m.Name)) && !slices.Contains(r.employers, strings.ToLower(m.Text)) {
			known, _ := r.catalogue.Lookup(m.Name)
			out = append(out, hit{Match: m, family: known.Family})
		}
	}
	return out
}

// withNames adds the ordinary words that are technologies because nothing else
// stands in their part of the sentence: "Rust", "Rust is a plus", "C" in "C++ and C".
func withNames(catalogue *skill.Catalogue, text string, found []skill.Match, cues []cue) []skill.Match {
	rest := []byte(text)
	for _, c := range cues {
		copy(rest[c.start:c.end], bytes.Repeat([]byte(";"), c.end-c.start))
	}
	for _, at := range parts.FindAllIndex(rest, -1) {
		part := text[at[0]:at[1]]
		trimmed := strings.TrimSpace(joining.ReplaceAllString(part, ""))
		if len(trimmed) > longestName {
			continue
		}
		known, ok := catalogue.Lookup(trimmed)
		start := at[0] + strings.Index(part, trimmed)
		if !ok || known.Name != trimmed || slices.ContainsFunc(found, func(m skill.Match) bool { return m.Start < start+len(trimmed) && start < m.End }) {
			continue
		}
		found = append(found, skill.Match{Name: known.Name, Group: known.Group, Text: trimmed, Start: start, End: start + len(trimmed)})
	}
	slices.SortFunc(found, func(a, b skill.Match) int { return cmp.Compare(a.Start, b.Start) })
	return found
}

// longestName bounds what is looked up, in bytes; no technology has a longer name.
const longestName = 40

var (
	parts   = regexp.MustCompile(`[^,;:()]+`)
	joining = regexp.MustCompile(`^\s*(?:and|or|but|&)\s+|[.!\s]+$`)
)

// levelOf is the level that a section gives its sentences. Without a section of
// demands, the sentences that sound like demands are the demands; without those
// too, the preferences.
func (r *reader) levelOf(words []word, line passage, title bool) Level {
	switch line.section {
	case must:
		if startsWithUs(words) {
			return Mentioned
		}
		return Required
	case nice:
		if r.hasMust || r.asked {
			return Preferred
		}
		return Required
	case noise:
		return Mentioned
	}
	if title && !r.hasMust || !r.hasMust && asksFor(words) && !speaksOfUs(words) {
		return Required
	}
	return Mentioned
}

// startsWithUs knows a sentence about the team among the demands: "We use Go".
func startsWithUs(words []word) bool {
	return len(words) > 0 && slices.ContainsFunc(theLexicon().cues.at(words, 0), func(m mark) bool { return m.kind == "our_stack" && m.next > 1 })
}

// generalYears takes the years of a sentence that names no technology.
func (r *reader) generalYears(words []word, line passage) {
	if !r.speaksOfPerson(words, line) {
		return
	}
	if years := yearsIn(words); len(years) > 0 {
		r.posting.Years = max(r.posting.Years, years[0].years)
	}
}

// speaksOfPerson leaves out the age of the company, which stands where the company is praised.
func (r *reader) speaksOfPerson(words []word, line passage) bool {
	switch line.section {
	case must, nice, unknown:
		return true
	case noise:
		return false
	}
	return !r.hasMust && asksFor(words)
}

// years gives each number of years to the nearest skill of the sentence.
func (r *reader) years(words []word, hits []hit, asked []Asked, line passage) {
	if !r.speaksOfPerson(words, line) {
		return
	}
	for _, y := range yearsIn(words) {
		nearest, distance := -1, 1<<30
		for k, h := range hits {
			d := h.Start - y.at
			if d < 0 {
				d = y.at - h.End
			}
			if d < distance {
				nearest, distance = k, d
			}
		}
		for k := range asked {
			if k == nearest || asked[nearest].AnyOf > 0 && asked[k].AnyOf == asked[nearest].AnyOf {
				asked[k].Years = y.years
			}
		}
	}
}

// add joins a mention with those before: the highest level wins, and with it its alternatives.
func (r *reader) add(a Asked) {
	p := r.posting
	i, known := r.byName[a.Name]
	if !known {
		r.byName[a.Name] = len(p.Skills)
		p.Skills = append(p.Skills, a)
		return
	}
	before := &p.Skills[i]
	before.Years = max(before.Years, a.Years)
	switch {
	case a.Level.rank() > before.Level.rank():
		before.Level, before.AnyOf, before.Text, before.Narrower = a.Level, a.AnyOf, a.Text, a.Narrower
	case a.Level == before.Level:
		if a.AnyOf == 0 {
			before.AnyOf = 0 // asked for by itself
		}
		if before.Narrower && !a.Narrower {
			before.Text, before.Narrower = a.Text, false // asked for in any version
		}
	}
}

// demands notes sentences on degrees and human languages.
func (r *reader) demands(text string, words []word, line passage) {
	if line.heading || line.section == noise || line.section == intro && !asksFor(words) {
		return
	}
	const most = 8 // sentences; a posting has one or two
	sentence := strings.TrimSpace(text)
	if len(r.posting.Education) < most && asksDegree(words) {
		r.posting.Education = append(r.posting.Education, sentence)
	}
	if len(r.posting.Languages) < most && asksLanguage(words) {
		r.posting.Languages = append(r.posting.Languages, sentence)
	}
}

// numberGroups counts the groups that are left, in the order of the text; a
// group of one is none, and one demand has one level.
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
