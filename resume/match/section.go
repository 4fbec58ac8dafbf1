package match

import (
	"slices"
	"strings"
	"unicode"

	"github.com/ghresume/ghresume/resume/skill"
)

// sectionKind is what the lines under a heading are about.
type sectionKind string

// The kinds are also the names of the lists of headings in the locales.
const (
	intro   sectionKind = ""          // before any heading
	must    sectionKind = "required"  // what is required
	nice    sectionKind = "preferred" // what is preferred
	duties  sectionKind = "duties"    // what the person will do
	stack   sectionKind = "stack"     // what the team works with
	noise   sectionKind = "other"     // benefits, the company, equal opportunity
	about   sectionKind = "about"     // the same in weaker words: a heading with any other is of the other's kind
	unknown sectionKind = "unknown"   // under a heading in words of its own
)

// passage is one line of a posting, or a part of one, in its section.
type passage struct {
	text    string
	section sectionKind
	heading bool
	bullet  bool
	// label is what stood before a colon: "Location".
	label string
	// part numbers the headings, from 1.
	part int
}

// sectioner gives every line its section.
type sectioner struct {
	catalogue *skill.Catalogue
	lines     []line
	out       []passage
	section   sectionKind
	rank      int // of the heading that opened the section
	part      int
	// list is the section of the items below a line such as "Experience with these is a plus:"; intro when there is none.
	list sectionKind
	seen map[string]bool
}

// passages gives every line its section. Paragraphs that come again are left out.
func passages(text string, catalogue *skill.Catalogue) []passage {
	s := &sectioner{catalogue: catalogue, lines: linesOf(text), seen: map[string]bool{}}
	for i := range s.lines {
		s.line(i)
	}
	settleUnknown(s.out)
	return s.out
}

func (s *sectioner) line(i int) {
	l := s.lines[i]
	if len(l.text) > 80 && s.seen[l.text] {
		return
	}
	s.seen[l.text] = true
	if !l.bullet {
		s.list = intro
	}
	switch h := s.headingAt(i); {
	case h.is:
		s.open(l, h)
	case l.bullet:
		s.item(l)
	default:
		s.prose(i, l)
	}
}

// heading is what a line says as one; rest is what follows a label on the same line.
type heading struct {
	is    bool
	kind  sectionKind
	rest  string
	title string
}

// open begins a section.
func (s *sectioner) open(l line, h heading) {
	kind, rank := h.kind, l.rank
	if rank == 0 {
		rank = 8 // by its words only
	}
	if kind == unknown && rank > s.rank && s.section != intro && s.section != noise {
		kind = s.section // a heading within the section: "Backend" under "Requirements"
	}
	if kind == stack && s.section == must && rank > s.rank && l.rank > 0 {
		kind = must
	} else if h.kind != unknown || kind == unknown {
		s.rank = rank
	}
	if len(s.out) == 0 && l.rank > 0 {
		kind, s.rank = intro, 0 // the title
	}
	s.part++
	s.section = kind
	s.add(passage{text: h.title, section: kind, heading: true})
	if h.rest != "" {
		s.add(passage{text: h.rest, section: kind})
	}
}

func (s *sectioner) add(p passage) {
	p.part = s.part
	s.out = append(s.out, p)
}

// item is an item of a list; its own label may say that it is a wish.
func (s *sectioner) item(l line) {
	section := s.section
	if s.list != intro {
		section = s.list
	}
	label, _, found := strings.Cut(l.text, ":")
	if found && len(label) < longestHeading && len(strings.Fields(label)) <= 5 {
		if kind := kindOf(label); kind == nice || kind == must && section != nice {
			section = kind
		}
	}
	s.add(passage{text: l.text, section: section, bullet: true})
}

// prose is any other line. Labels within it ("Stack: Go, Kafka") have sections of their own.
func (s *sectioner) prose(i int, l line) {
	words := wordsOf(l.text)
	if saysOnlyStack(words) && (s.section == must || s.section == unknown) {
		s.section = stack
	}
	if theLexicon().cues.has(words, "closing") {
		s.section, s.rank = noise, 0
	}
	section := s.section
	for _, piece := range labelled(l.text, words) {
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

// listSection is what the line above a list says of its items.
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

func saysOnlyStack(words []word) bool { return theLexicon().cues.has(words, "only_stack") }

// longestHeading bounds what is read as a heading, in bytes.
const longestHeading = 200

// headingAt reads a line as a heading.
func (s *sectioner) headingAt(i int) heading {
	l := s.lines[i]
	title, rest, colon := cutLabel(l)
	if len(title) > longestHeading {
		return heading{}
	}
	words := wordsOf(title)
	h := heading{title: l.text, kind: kindOf(title)}
	last, _ := lastRune(l.text)
	opensList := i+1 < len(s.lines) && s.lines[i+1].bullet
	switch {
	case len(words) == 0 || len(words) > 15:
		return heading{}
	case l.bullet:
		h.is = colon && rest == "" && h.kind != unknown && len(words) <= 6 && opensList && s.lines[i+1].indent >= l.indent
		return h
	case l.rank > 0 && l.rank < 7:
		h.is = true
	case colon && rest != "":
		h.is, h.rest, h.title = h.kind != unknown && len(words) <= 5 && startsUpper(title), rest, title
		if h.is && !opensList && h.kind == noise {
			return heading{} // "Location: Berlin" speaks of itself only
		}
		return h
	case l.rank == 7:
		h.is = last != '.' && last != ','
	case h.kind != unknown && isWeak(title, words, h.kind) && !(opensList && len(words) <= 8):
		return heading{}
	case colon:
		h.is = h.kind != unknown && startsUpper(title)
	case len(words) > 9 || strings.ContainsRune(".,;", last) && !strings.HasSuffix(l.text, "..."):
		return heading{}
	case strings.Contains(title, ", ") || !startsUpper(title):
		return heading{}
	default:
		h.is = h.kind != unknown || opensList && len(words) <= 6 && (l.after || i == 0) || isCapitals(title) && len(words) <= 6
	}
	if h.is && l.rank == 0 && h.kind != unknown && s.isDemand(l.text) || h.is && l.rank == 7 && h.kind == unknown && s.isDemand(l.text) {
		return heading{}
	}
	return h
}

// cutLabel parts "Requirements: Go, SQL" at the colon.
func cutLabel(l line) (title, rest string, colon bool) {
	if l.lead != "" && strings.HasPrefix(l.text, l.lead) && kindOf(l.lead) != unknown {
		rest = strings.TrimLeft(l.text[len(l.lead):], " :.-–—")
		return l.lead, rest, true
	}
	title, rest, colon = strings.Cut(l.text, ":")
	return strings.TrimSpace(title), strings.TrimSpace(rest), colon
}

func lastRune(s string) (rune, bool) {
	r := []rune(s[max(0, len(s)-4):])
	if len(r) == 0 {
		return 0, false
	}
	return r[len(r)-1], true
}

func startsUpper(s string) bool {
	for _, r := range s {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			return !unicode.IsLower(r)
		}
	}
	return false
}

func isCapitals(s string) bool {
	return strings.ToUpper(s) == s && strings.ToLower(s) != s
}

// isWeak is a phrase that is only a small part of a long line: "In addition, you could use technologies of the tribe".
func isWeak(title string, words []word, kind sectionKind) bool {
	if len(words) <= 6 {
		return false
	}
	covered := 0
	for _, m := range longest(only(theLexicon().headings.find(words), string(kind))) {
		covered = max(covered, m.next-m.first)
	}
	return covered < 2
}

// isDemand knows a short line that only looks like a heading: "Rust is a plus".
func (s *sectioner) isDemand(text string) bool {
	if strings.Contains(text, ":") {
		return false
	}
	read := readSentence(text)
	return (len(read.cues) > 0 || read.asks()) && len(withNames(s.catalogue, read, s.catalogue.Find(text))) > 0
}

// order is which kind a heading is when it holds words of several.
var order = []sectionKind{nice, must, noise, stack, duties, about, unknown}

// firmly are words that keep a heading with a wish in it among the demands: "Required and preferred skills".
var firmly = []string{"required", "must", "minimum", "mandatory"}

// kindOf is the kind of a heading by its words: that of its longest phrase; a wish wins over all but firm words.
func kindOf(title string) sectionKind {
	words := wordsOf(title)
	marks := longest(theLexicon().headings.find(words))
	best, length := unknown, 0
	for _, m := range marks {
		kind := sectionKind(m.kind)
		n := m.next - m.first
		if kind == nice && !slices.ContainsFunc(words, func(w word) bool { return slices.Contains(firmly, w.text) && !inside(w, m) }) {
			return nice
		}
		if best == about || best == unknown || kind != about && (n > length || n == length && slices.Index(order, kind) < slices.Index(order, best)) {
			best, length = kind, n
		}
	}
	if best == about {
		return noise
	}
	return best
}

func inside(w word, m mark) bool { return w.start >= m.start && w.end <= m.end }

// labelPiece is a part of a line with its own section.
type labelPiece struct {
	kind        sectionKind
	label, text string
}

// labelled cuts a line at the labels within it: a known heading, with a capital, right before a colon.
func labelled(text string, words []word) []labelPiece {
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
			if kind == about {
				kind = noise
			}
		}
	}
	return append(out, labelPiece{kind, label, text[from:]})
}

// settleUnknown decides by their lines what the sections are whose heading says nothing.
func settleUnknown(passages []passage) {
	asked, all := map[int]int{}, map[int]int{}
	for _, p := range passages {
		if p.section != unknown || p.heading {
			continue
		}
		all[p.part]++
		if s := readSentence(p.text); s.asks() && !s.speaksOfUs() {
			asked[p.part]++
		}
	}
	for i := range passages {
		p := &passages[i]
		if p.section == unknown && asked[p.part]*2 >= all[p.part] && asked[p.part] > 1 {
			p.section = must
		}
	}
}
