package match

import (
	"slices"

	"github.com/ghresume/ghresume/resume/skill"
)

// chapter is the text under one unrecognized heading, or what a known heading calls the
// team's tools.
type chapter struct {
	lines []*passage
	// toYou tells whether the heading speaks to the applicant.
	toYou bool
	// units counts the items, and the sentences of the prose; items, the items alone.
	units, items int
	// asks counts the demands among the units, asksFirst tells whether the first unit is
	// one; firm counts those that state years or say "must".
	asks, firm int
	asksFirst  bool
	// names counts the units that name a technology, opens those that begin with it or
	// consist of little else; addresses, those that speak to the applicant.
	names, opens, addresses int
}

// judgeUnknown decides the sections under unrecognized headings by their lines and their
// order: what is asked for comes first, the wishes follow. In a language whose words are
// not known, technologies alone say nothing.
func judgeUnknown(lines []passage, catalog *skill.Catalog, known bool) {
	o := orderOf(lines)
	chapters := chaptersOf(lines, catalog, unknown)
	for i, c := range chapters {
		o.pass(c.lines[0])
		if kind := o.judge(c, chapters[i+1:], known); kind != unknown {
			c.become(kind)
			o.note(kind)
		}
	}
	if !o.anyMust && known {
		for _, c := range chaptersOf(lines, catalog, stack) {
			if c.asks*2 >= c.units && c.asks > 1 {
				c.become(must)
			}
		}
	}
}

// sectionOrder is which sections a posting has, and which of them precede a chapter.
type sectionOrder struct {
	lines                []passage
	next                 int
	anyMust, anyNice     bool
	afterMust, afterNice bool
}

func orderOf(lines []passage) *sectionOrder {
	o := &sectionOrder{lines: lines}
	for _, p := range lines {
		o.anyMust = o.anyMust || p.section == must && !p.heading
		o.anyNice = o.anyNice || p.section == nice && !p.heading
	}
	return o
}

// pass notes the sections before a line.
func (o *sectionOrder) pass(until *passage) {
	for ; &o.lines[o.next] != until; o.next++ {
		if p := o.lines[o.next]; !p.heading {
			o.note(p.section)
		}
	}
}

func (o *sectionOrder) note(kind sectionKind) {
	o.afterMust = o.afterMust || kind == must
	o.afterNice = o.afterNice || kind == nice
	o.anyMust = o.anyMust || kind == must
}

// judge decides one chapter; later are those that follow.
func (o *sectionOrder) judge(c *chapter, later []*chapter, known bool) sectionKind {
	asks := c.asks*2 >= c.units && c.asks > 1
	switch {
	case o.afterMust && (o.afterNice || !o.anyNice) && known:
		if c.names > 0 && (asks || c.names*2 >= c.units && (c.opens > 0 || c.toYou && c.items+c.asks+c.addresses > 0)) {
			if c.firm > 0 && !o.afterNice {
				return must
			}
			return nice
		}
		return unknown
	case asks:
		return must
	case o.anyMust || c.firm == 0 && slices.ContainsFunc(later, (*chapter).insists):
		return unknown
	case c.items > 0 && c.asks > 0 || c.describes():
		return must
	case known && c.items > 0 && c.opens > 1 && c.opens*2 > c.units:
		return must
	}
	return unknown
}

// insists reports whether the lines are firm demands: what precedes them is not.
func (c *chapter) insists() bool { return c.firm > 0 && (c.names > 0 || c.asks*2 >= c.units) }

// describes reports whether prose is about the applicant: "You have written Go for years.
// Kafka holds no mystery for you."
func (c *chapter) describes() bool {
	return c.items == 0 && c.asksFirst && c.addresses*2 > c.units
}

// become gives the lines of a chapter a section.
func (c *chapter) become(kind sectionKind) {
	for _, p := range c.lines {
		p.section = kind
	}
}

// chaptersOf reads the chapters of a kind.
func chaptersOf(lines []passage, catalog *skill.Catalog, kind sectionKind) []*chapter {
	var out []*chapter
	toYou := false
	for i := range lines {
		p := &lines[i]
		if p.heading {
			toYou = slices.ContainsFunc(wordsOf(p.text[:min(len(p.text), longestHeading)]), isYou)
		}
		if p.section != kind || p.heading {
			continue
		}
		if n := len(out); n == 0 || out[n-1].lines[0].part != p.part {
			out = append(out, &chapter{toYou: toYou})
		}
		out[len(out)-1].read(p, catalog)
	}
	return out
}

// enoughUnits tell what a chapter is about.
const enoughUnits = 100

// read counts what a line says.
func (c *chapter) read(p *passage, catalog *skill.Catalog) {
	c.lines = append(c.lines, p)
	if c.units >= enoughUnits {
		return
	}
	units := []string{p.text}
	if !p.bullet {
		units = sentences(p.text)
	} else {
		c.items++
	}
	for _, text := range units {
		c.units++
		s := readSentence(text[:min(len(text), longestSentence)])
		if slices.ContainsFunc(s.words, isYou) {
			c.addresses++
		}
		if s.speaksOfUs() {
			continue
		}
		c.count(s, catalog)
	}
}

// fewWords is the number of words of an item that is little else than a technology.
const fewWords = 3

func (c *chapter) count(s sentence, catalog *skill.Catalog) {
	years := len(yearsIn(s.words)) > 0
	asks := s.isDemand() || years || asksDegree(s) || asksLanguage(s)
	found := withNames(catalog, s, catalog.Find(s.text))
	if asks {
		c.asks++
		c.asksFirst = c.asksFirst || c.units == 1
		if years || len(found) > 0 && s.requires() {
			c.firm++
		}
	}
	if len(found) == 0 {
		return
	}
	c.names++
	if asks || s.opensAt(found[0].Start) || len(s.words) <= fewWords {
		c.opens++
	}
}

// isYou reports whether a word means the applicant.
func isYou(w word) bool { return theLexicon().facts.has([]word{w}, "you") }
