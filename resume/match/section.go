package match

import (
	"strings"

	"github.com/ghresume/ghresume/resume/skill"
)

// sectionKind is the subject of the lines under a heading.
type sectionKind string

// The kinds are also the names of the lists of headings in the locales.
const (
	intro   sectionKind = ""          // before any heading
	must    sectionKind = "required"  // what is required
	nice    sectionKind = "preferred" // what is preferred
	duties  sectionKind = "duties"    // what the job involves
	stack   sectionKind = "stack"     // what the team works with
	noise   sectionKind = "other"     // benefits, the company, equal opportunity
	about   sectionKind = "about"     // the same, in weaker words: any other kind in the heading wins
	reject  sectionKind = "unwanted"  // what is not looked for: it wins over any other kind
	unknown sectionKind = "unknown"   // under a heading with unrecognized words
)

// passage is one line of a posting, or a part of one, in its section.
type passage struct {
	text    string
	section sectionKind
	heading bool
	bullet  bool
	// label is the text before a colon: "Location".
	label string
	// part numbers the headings, from 1.
	part int
	// choice numbers the lists of which one item is enough, from 1; 0 for other passages.
	choice int
}

// sectioner assigns lines to sections.
type sectioner struct {
	catalog *skill.Catalog
	lines   []line
	out     []passage
	section sectionKind
	rank    int  // of the heading that opened the section
	labeled bool // that heading is a label before a text
	part    int
	// list is the section of the items below a line such as "Experience with these is a
	// plus:"; intro if there is none.
	list sectionKind
	// choice is the number of the list below "at least one of these:", choices counts
	// such lists.
	choice, choices int
	// choiceIndent is the depth of the item above that list; -1 if it is another line.
	choiceIndent int
	seen         map[string]bool
	// plain counts the known headings that nothing marks; -1 until they are counted.
	plain int
}

// passages returns the lines with their sections. Repeated paragraphs are left out.
func passages(text string, catalog *skill.Catalog) []passage {
	s := &sectioner{catalog: catalog, lines: linesOf(text), seen: map[string]bool{}, plain: -1}
	s.out = make([]passage, 0, len(s.lines)) // growing it would take twice the memory
	for i := range s.lines {
		s.line(i)
	}
	return s.out
}

func (s *sectioner) line(i int) {
	l := s.lines[i]
	if len(l.text) > 80 && s.seen[l.text] {
		return
	}
	s.seen[l.text] = true
	if l.text == "--" { // the signature of an e-mail
		s.section, s.list, s.choice = noise, intro, 0
		return
	}
	if !l.bullet {
		s.list = intro
	}
	if !l.bullet || l.indent <= s.choiceIndent {
		s.choice = 0
	}
	switch h := s.headingAt(i); {
	case h.is:
		s.open(l, h)
	case l.bullet:
		s.item(l)
	default:
		s.prose(i, l)
	}
	s.opensChoice(i)
}

// open begins a section.
func (s *sectioner) open(l line, h heading) {
	kind, rank := h.kind, l.rank
	if rank == 0 {
		rank = 8 // recognized by its words only
	}
	if kind == unknown && rank > s.rank && s.section != intro && s.section != noise {
		kind = s.section // a heading within the section: "Backend" under "Requirements"
	}
	if kind == stack && s.section == must && (rank > s.rank && l.rank > 0 || h.rest != "" && s.labeled && !strings.Contains(strings.ToLower(h.title), "stack")) {
		kind = must // "Tools: Git" among other labels
	} else if h.kind != unknown || kind == unknown {
		s.rank = rank
	}
	if len(s.out) == 0 && (l.rank > 0 || namesRole(l.text)) {
		kind, s.rank = intro, 0 // the title
	}
	s.part++
	s.section, s.labeled = kind, h.rest != ""
	s.add(passage{text: h.title, section: kind, heading: true})
	if h.rest != "" {
		s.add(passage{text: h.rest, section: kind})
	}
}

// add adds a passage, unless it repeats the one before.
func (s *sectioner) add(p passage) {
	p.part = s.part
	if n := len(s.out); n > 0 && p == s.out[n-1] {
		return
	}
	s.out = append(s.out, p)
}

// item reads an item of a list, whose own label may make it a wish.
func (s *sectioner) item(l line) {
	section := s.section
	if s.list != intro {
		section = s.list
	}
	label, _, found := strings.Cut(l.text, ":")
	if words := len(strings.Fields(label)); found && len(label) < longestHeading && words <= 8 {
		if kind := kindOf(label); isRejected(label) {
			section = noise
		} else if isNeedless(label) {
			section = stack
		} else if words <= 5 && (kind == nice || kind == must && section != nice && !isAsideIn(wordsOf(label), must)) {
			section = kind
		}
	}
	s.add(passage{text: l.text, section: section, bullet: true, choice: s.choice})
}

// isRejected reports whether a label says that what follows is not looked for: "Not
// relevant: COBOL".
func isRejected(label string) bool { return theLexicon().headings.has(wordsOf(label), string(reject)) }

// isNeedless reports whether a label says that nobody needs to know what the team uses:
// "In the house (no need to know): Elixir".
func isNeedless(label string) bool {
	words, cues := wordsOf(label), theLexicon().cues
	return cues.has(words, "disowned") || cues.has(words, "unneeded") && !cues.has(words, "wished") && !theLexicon().headings.has(words, string(nice))
}

// prose reads any other line. Labels within it ("Stack: Go, Kafka") have their own
// sections.
func (s *sectioner) prose(i int, l line) {
	words := wordsOf(l.text)
	if isOnlyStack(words) && (s.section == must || s.section == unknown) {
		s.section = stack
	}
	if theLexicon().cues.has(words, "closing") {
		s.section, s.rank = noise, 0
	}
	section := s.section
	for _, piece := range labeled(l.text, words) {
		if piece.kind != intro {
			section = piece.kind
		}
		s.add(passage{text: piece.text, section: section, label: piece.label})
		if piece.kind == noise {
			section = s.section
		}
	}
	if strings.HasSuffix(l.text, ":") && i+1 < len(s.lines) && s.lines[i+1].bullet {
		s.list = listSection(l.text)
	}
}

// opensChoice recognizes a line such as "At least one of these languages:" above a list; an
// item opens one only above a list within it.
func (s *sectioner) opensChoice(i int) {
	l := s.lines[i]
	if i+1 == len(s.lines) || !s.lines[i+1].bullet || len(l.text) > longestSentence {
		return
	}
	if l.bullet && (!strings.HasSuffix(l.text, ":") || s.lines[i+1].indent <= l.indent) {
		return
	}
	if theLexicon().lists.has(wordsOf(l.text), "one_of") {
		s.choices++
		s.choice, s.choiceIndent = s.choices, l.indent
		if !l.bullet {
			s.choiceIndent = -1
		}
	}
}

// listSection returns the section that the line above a list gives its items.
func listSection(text string) sectionKind {
	if len(text) > longestSentence {
		return intro
	}
	for _, c := range readSentence(strings.TrimRight(text, ": ") + " …").cues {
		switch c.level {
		case Preferred:
			return nice
		case Required:
			return must
		}
	}
	return intro
}

func isOnlyStack(words []word) bool { return theLexicon().cues.has(words, "only_stack") }

// labelPiece is a part of a line with its own section.
type labelPiece struct {
	kind        sectionKind
	label, text string
}

// labeled cuts a line at the labels within it: a known heading, capitalized, right before
// a colon.
func labeled(text string, words []word) []labelPiece {
	if !strings.Contains(text, ":") {
		return []labelPiece{{intro, "", text}}
	}
	var out []labelPiece
	from, kind, label := 0, intro, ""
	for i := range words {
		for _, m := range theLexicon().headings.at(words, i) {
			after := strings.TrimLeft(text[m.end:], " ")
			if m.start < from || !strings.HasPrefix(after, ":") || strings.HasPrefix(after, "://") || !startsUpper(text[m.start:m.end]) {
				continue
			}
			if strings.TrimSpace(text[from:m.start]) != "" {
				out = append(out, labelPiece{kind, label, text[from:m.start]})
			}
			label = text[m.start:m.end]
			from, kind = m.end+strings.Index(text[m.end:], ":")+1, sectionKind(m.kind)
			if kind == about || kind == reject {
				kind = noise
			}
		}
	}
	return append(out, labelPiece{kind, label, text[from:]})
}
