package match

import (
	"slices"
	"strings"
	"unicode"
)

// heading is the meaning of a heading; rest is what follows a label on the same line.
type heading struct {
	is    bool
	kind  sectionKind
	rest  string
	title string
}

// longestHeading limits what is read as a heading, in bytes.
const longestHeading = 200

// headingAt reads a line as a heading.
func (s *sectioner) headingAt(i int) heading {
	l := s.lines[i]
	title, rest, colon := cutLabel(l)
	if s.isChapter(i) {
		return heading{is: true, kind: kindOf(l.text), title: l.text}
	}
	if len(title) > longestHeading || l.bullet && (!colon || rest != "") {
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
		if h.is && !opensList && h.kind == noise && !strings.Contains(l.text[:min(len(l.text), len(title)+1)], "?") {
			return heading{} // "Location: Berlin" applies to itself only
		}
		return h
	case l.rank == 7:
		h.is = last != '.' && last != ','
	case h.kind != unknown && isWeak(title, words, h.kind) && !(opensList && len(words) <= 8):
		return heading{}
	case s.section == noise && h.kind == nice && l.rank == 0 && isAsideIn(words, nice):
		return heading{} // a benefit: "Dental plan (optional)"
	case colon:
		h.is = h.kind != unknown && startsUpper(title)
	case len(words) > 9 && (h.kind == unknown || !opensList) || strings.ContainsRune(".,;", last) && !strings.HasSuffix(l.text, "..."):
		return heading{}
	case strings.Contains(title, ", ") && (h.kind == unknown || !opensList) || !startsUpper(title):
		return heading{}
	default:
		h.is = h.kind != unknown || opensList && len(words) <= 6 && (l.after || i == 0) || isCapitals(title) && len(words) <= 6 && !s.isName(title) || s.looksLikeOthers(i)
	}
	if h.is && l.rank == 0 && h.kind != unknown && s.isDemand(l.text) || h.is && l.rank == 7 && h.kind == unknown && s.isDemand(l.text) {
		return heading{}
	}
	return h
}

// looksLikeOthers reports whether a line is placed like at least two known headings without
// markup: below an empty line, directly above its text. A line with a technology is text.
func (s *sectioner) looksLikeOthers(i int) bool {
	if !s.standsAlone(i) {
		return false
	}
	if s.plain < 0 {
		s.plain = 0
		for k := range s.lines {
			if s.standsAlone(k) && kindOf(s.lines[k].text) != unknown {
				s.plain++
			}
		}
	}
	return s.plain > 1 && len(s.catalog.Find(s.lines[i].text)) == 0
}

// standsAlone reports whether a short line without a mark is below an empty line and right
// above another.
func (s *sectioner) standsAlone(i int) bool {
	const longest = 70 // bytes
	l := s.lines[i]
	last, _ := lastRune(l.text)
	return i > 0 && i+1 < len(s.lines) && l.after && !s.lines[i+1].after && l.rank == 0 && !l.bullet &&
		len(l.text) <= longest && startsUpper(l.text) && !strings.ContainsRune(".,;", last)
}

// isChapter reports whether a line is a numbered heading, and not an item of a numbered
// list: "2. Requirements", with items of another kind below it.
func (s *sectioner) isChapter(i int) bool {
	l := s.lines[i]
	if !l.bullet || !l.numbered || i+1 == len(s.lines) || s.lines[i+1].numbered || len(l.text) > longestHeading {
		return false
	}
	words := wordsOf(l.text)
	return len(words) <= 6 && startsUpper(l.text) && !s.isDemand(l.text) && kindOf(l.text) != unknown && !isWeak(l.text, words, kindOf(l.text)) && (i == 0 || !s.lines[i-1].numbered)
}

// isName reports whether a line in capitals is a technology: "SQL".
func (s *sectioner) isName(text string) bool {
	_, known := s.catalog.Lookup(text)
	return known
}

// cutLabel splits "Requirements: Go, SQL" at the colon.
func cutLabel(l line) (title, rest string, colon bool) {
	if l.lead != "" && strings.HasPrefix(l.text, l.lead) && kindOf(l.lead) != unknown {
		rest = strings.TrimLeft(l.text[len(l.lead):], " :.-–—")
		if l.text[len(l.lead):] == " "+rest && !startsUpper(rest) && rest != "" {
			return l.text, "", false // the start of a sentence: "**You know Go** and like it"
		}
		return l.lead, rest, true
	}
	if question, rest, asks := strings.Cut(l.text, "? "); asks && len(strings.Fields(question)) <= 6 && !strings.Contains(question, ":") && kindOf(question) != unknown {
		return question, strings.TrimSpace(rest), true // "Who are you? Someone who …"
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

// isWeak reports whether the phrase is only a small part of a long line: "In addition,
// you could use technologies of the tribe".
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

// isAsideIn reports whether the phrases of a kind are the smaller part of a line.
func isAsideIn(words []word, kind sectionKind) bool {
	covered := 0
	for _, m := range longest(only(theLexicon().headings.find(words), string(kind))) {
		covered += m.next - m.first
	}
	return covered*2 < len(words)
}

// isDemand reports whether a short line only looks like a heading: "Rust is a plus".
func (s *sectioner) isDemand(text string) bool {
	if strings.Contains(text, ":") {
		return false
	}
	read := readSentence(text)
	return (len(read.cues) > 0 || read.isDemand()) && len(withNames(s.catalog, read, s.catalog.Find(text))) > 0
}

// order decides the kind of a heading that has words of several kinds.
var order = []sectionKind{nice, must, noise, stack, duties, about, unknown}

// firmly are words that make a heading one of demands despite a wish in it: "Required and
// preferred skills".
var firmly = []string{"required", "must", "minimum", "mandatory"}

// kindOf returns the kind of a heading: that of its longest phrase; a wish wins over
// everything but firm words.
func kindOf(title string) sectionKind {
	words := wordsOf(title)
	if kind := aloneKind(words); kind != unknown {
		return kind
	}
	found := theLexicon().headings.find(words)
	if len(only(found, string(reject))) > 0 {
		return noise
	}
	marks := append(longest(found), overlapping(found)...)
	best, length := unknown, 0
	for _, m := range marks {
		kind := sectionKind(m.kind)
		n := m.next - m.first
		if kind == nice && !isOffer(marks, n) && !slices.ContainsFunc(words, func(w word) bool { return slices.Contains(firmly, w.text) && !inside(w, m) }) {
			return nice
		}
		if best == about || best == unknown || kind != about && (n > length || n == length && slices.Index(order, kind) < slices.Index(order, best)) {
			best, length = kind, n
		}
	}
	if best == about {
		return noise
	}
	switch {
	case best != unknown:
	case theLexicon().facts.has(words, "further"):
		return nice
	case endsIfYou(words):
		return must
	}
	return best
}

// aloneKind returns the kind of a heading of a word or two that mean nothing among others:
// "You", "Must".
func aloneKind(words []word) sectionKind {
	if len(words) == 0 || len(words) > 3 {
		return unknown
	}
	for _, m := range theLexicon().alone.at(words, 0) {
		if m.next == len(words) {
			return sectionKind(m.kind)
		}
	}
	return unknown
}

// endsIfYou reports whether the list continues with what the applicant is or has done: "Talk
// to us if you".
func endsIfYou(words []word) bool {
	return slices.ContainsFunc(theLexicon().facts.find(words), func(m mark) bool { return m.kind == "applicant" && m.next == len(words) })
}

// overlapping returns the wishes that share words with a phrase of another kind, but are
// not a part of it: both "nice if" and "if you have" are in "nice if you have".
func overlapping(found []mark) []mark {
	return slices.DeleteFunc(only(found, string(nice)), func(m mark) bool {
		return slices.ContainsFunc(found, func(o mark) bool { return o.kind != m.kind && o.first <= m.first && m.next <= o.next })
	})
}

// isOffer reports whether a longer phrase says that the employer gives this: "What we
// offer as a bonus".
func isOffer(marks []mark, than int) bool {
	return slices.ContainsFunc(marks, func(m mark) bool { return m.kind == string(noise) && m.next-m.first > max(than, 1) })
}

func inside(w word, m mark) bool { return w.start >= m.start && w.end <= m.end }
