package match

import (
	"bytes"
	"cmp"
	"slices"
	"strings"

	"github.com/ghresume/ghresume/internal/lazy"
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
	// hasMust and hasNice tell which sections the posting has.
	hasMust, hasNice bool
	groups           int
}

// Read reads a posting. The text comes from [Text].
func Read(text string, catalogue *skill.Catalogue) *Posting {
	lines := passages(text, catalogue)
	p := &Posting{Title: titleOf(lines)}
	p.Seniority = seniorityOf(p.Title)
	r := &reader{posting: p, catalogue: catalogue, employers: employersOf(lines)}
	for _, line := range lines {
		r.hasMust = r.hasMust || line.heading && line.section == must
		r.hasNice = r.hasNice || line.heading && line.section == nice
	}
	for _, line := range lines {
		for _, sentence := range sentences(line.text) {
			r.sentence(sentence, line)
		}
	}
	p.numberGroups()
	return p
}

var sentenceEnd = lazy.New(`[.!?;](?:\s+|$)`)

// abbreviations end in a dot that ends no sentence.
var abbreviations = lazy.New(`(?i)(?:\b(?:e\.?g|i\.?e|etc|incl|approx|min|max|vs|yrs|sr|jr|b\.sc|m\.sc|ph\.d)|\s\S)\.$`)

func sentences(line string) []string {
	line = bullet.ReplaceAllString(line, "")
	var out []string
	from := 0
	for _, end := range sentenceEnd.FindAllStringIndex(line, -1) {
		if line[end[0]] == '.' && end[1] < len(line) && abbreviations.MatchString(line[from:end[0]+1]) {
			continue
		}
		out = append(out, line[from:end[1]])
		from = end[1]
	}
	if from < len(line) {
		out = append(out, line[from:])
	}
	return out
}

// ourStack lets a sentence count that stands where only the company is praised.
var ourStack = lazy.New(`(?i)\b(?:our (?:tech(?:nology|nical)? )?stack|we (?:use|run|build|write|work with)|built (?:with|on|in)|written in|tech stack)\b`)

// weUse begins a sentence about the team, wherever it stands.
var weUse = lazy.New(`(?i)^\s*(?:we (?:use|run)|our (?:tech(?:nology|nical)? )?stack)\b`)

// demand marks a sentence that asks for something where no heading does.
var demand = lazy.New(`(?i)(?:\b(?:experienced?|proficien\w+|knowledge|familiar\w*|expertise|expert|skilled|fluent|understanding|background|command of|comfortable|able to|ability|you (?:have|know|are|bring)|must|required|years|know(?:s|ing)?)\b|\d\+)`)

// sentence adds what a sentence asks.
func (r *reader) sentence(text string, line passage) {
	if line.section == noise && !ourStack.MatchString(text) {
		return
	}
	r.demands(text, line)
	found := findCues(text)
	hits := r.hits(text, found)
	if len(hits) == 0 || line.heading && line.section != intro && len(hits) < 2 && line.section != stack {
		if years, _ := yearsIn(text); len(years) > 0 && line.section != noise {
			r.posting.Years = max(r.posting.Years, years[0])
		}
		return
	}
	before := r.groups
	r.groups = alternatives(text, hits, before)
	section := r.levelOf(text, line)
	asked := make([]Asked, len(hits))
	for i, h := range hits {
		asked[i] = Asked{Name: h.Name, Group: h.Group, Text: h.Text, Narrower: h.Narrower, AnyOf: h.group, Level: levelAt(text, found, h.Start, h.End, section)}
	}
	r.years(text, hits, asked)
	for _, a := range asked {
		r.add(a)
	}
}

// hits are the technologies of a sentence, without the employer's own name.
func (r *reader) hits(text string, found []cue) []hit {
	var out []hit
	for _, m := range withNames(r.catalogue, text, r.catalogue.Find(text), found) {
		if !slices.Contains(r.employers, strings.ToLower(m.Name)) && !slices.Contains(r.employers, strings.ToLower(m.Text)) {
			out = append(out, hit{Match: m})
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
	parts   = lazy.New(`[^,;:()]+`)
	joining = lazy.New(`^\s*(?:and|or|but|&)\s+|[.!\s]+$`)
)

// levelOf is the level that a section gives its sentences. Without a section of
// demands, the preferences are the demands; without either, the sentences that sound like demands.
func (r *reader) levelOf(text string, line passage) Level {
	if weUse.MatchString(text) {
		return Mentioned
	}
	switch line.section {
	case must:
		return Required
	case nice:
		if r.hasMust {
			return Preferred
		}
		return Required
	case duties, intro, stack:
		if !r.hasMust && !r.hasNice && demand.MatchString(text) {
			return Required
		}
	}
	return Mentioned
}

// years gives each number of years to the nearest skill of the sentence.
func (r *reader) years(text string, hits []hit, asked []Asked) {
	numbers, places := yearsIn(text)
	for i, n := range numbers {
		nearest, distance := 0, len(text)+1
		for k, h := range hits {
			d := h.Start - places[i]
			if d < 0 {
				d = places[i] - h.End
			}
			if d < distance {
				nearest, distance = k, d
			}
		}
		for k := range asked {
			if k == nearest || asked[nearest].AnyOf > 0 && asked[k].AnyOf == asked[nearest].AnyOf {
				asked[k].Years = n
			}
		}
	}
}

// add joins a mention with those before: the highest level wins, and with it its alternatives.
func (r *reader) add(a Asked) {
	p := r.posting
	i := slices.IndexFunc(p.Skills, func(b Asked) bool { return b.Name == a.Name })
	if i < 0 {
		p.Skills = append(p.Skills, a)
		return
	}
	known := &p.Skills[i]
	known.Years = max(known.Years, a.Years)
	switch {
	case a.Level.rank() > known.Level.rank():
		known.Level, known.AnyOf, known.Text, known.Narrower = a.Level, a.AnyOf, a.Text, a.Narrower
	case a.Level == known.Level:
		if a.AnyOf == 0 {
			known.AnyOf = 0 // asked for by itself
		}
		if known.Narrower && !a.Narrower {
			known.Text, known.Narrower = a.Text, false // asked for in any version
		}
	}
}

// demands notes sentences on degrees and human languages.
func (r *reader) demands(text string, line passage) {
	if line.heading || line.section == noise || line.section == intro && !demand.MatchString(text) {
		return
	}
	sentence := strings.TrimSpace(text)
	if holdsAny(strings.ToLower(text), degrees) && degreeAsked.MatchString(text) {
		r.posting.Education = append(r.posting.Education, sentence)
	}
	if holdsAny(strings.ToLower(text), languages) && spoken.MatchString(text) {
		r.posting.Languages = append(r.posting.Languages, sentence)
	}
}

// holdsAny is much faster than a pattern, and most sentences hold none.
func holdsAny(lower string, words []string) bool {
	return slices.ContainsFunc(words, func(word string) bool { return strings.Contains(lower, word) })
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
