package match

import (
	"slices"
	"strings"
)

// Level tells how strongly a posting asks for a skill.
type Level string

// The levels. Mentioned is what the team uses or the job involves: it is not a demand.
const (
	Required  Level = "required"
	Preferred Level = "preferred"
	Mentioned Level = "mentioned"
)

func (l Level) rank() int {
	switch l {
	case Required:
		return 2
	case Preferred:
		return 1
	}
	return 0
}

// cue is a wording that sets the level of the skills near it.
type cue struct {
	level      Level
	start, end int
	// before means that it applies to what precedes it ("is a plus"), otherwise to what
	// follows ("ideally").
	before bool
}

// cueKinds gives the meaning of each list of cues in the locales; if two match at one
// place, the first wins.
var cueKinds = []struct {
	kind   string
	level  Level
	before bool
}{
	{"unneeded", Mentioned, true},
	{"disowned", Mentioned, true},
	{"without", Mentioned, false},
	{"wished", Preferred, true},
	{"wish", Preferred, false},
	{"needed", Required, true},
	{"must", Required, false},
}

// cuesAmong returns the cues of a text; of overlapping ones it keeps the longest. At the
// very start of a sentence a cue can only apply to what follows, at the end to what
// precedes.
func cuesAmong(text string, marks []mark) []cue {
	var fitting []mark
	for _, m := range marks {
		if i := rankOf(m.kind); i < len(cueKinds) && fits(text, m, cueKinds[i].before) {
			fitting = append(fitting, m)
		}
	}
	slices.SortStableFunc(fitting, func(a, b mark) int { return rankOf(a.kind) - rankOf(b.kind) })
	var out []cue
	for _, m := range longest(fitting) {
		k := cueKinds[rankOf(m.kind)]
		out = append(out, cue{k.level, m.start, m.end, k.before})
	}
	return out
}

func rankOf(kind string) int {
	for i, k := range cueKinds {
		if k.kind == kind {
			return i
		}
	}
	return len(cueKinds)
}

// fits reports whether a cue is on the right side of what it applies to. A word that can
// apply to both sides ("preferably") applies to what precedes it only at the end of a
// clause.
func fits(sentence string, m mark, before bool) bool {
	first := strings.Trim(sentence[:m.start], ` -*•:("`) == ""
	rest := strings.TrimLeft(sentence[m.end:], " ")
	last := strings.Trim(rest, ` .!;:)"`) == ""
	if before {
		return !first && (last || !bothWays[sentence[m.start:m.end]] || strings.ContainsAny(rest[:1], ",.;)"))
	}
	return !last
}

// bothWays are cues that may be on either side.
var bothWays = map[string]bool{"preferably": true, "Preferably": true, "bonus": true, "plus": true, "must have": true, "ideally": true}

// asksFor reports whether words sound like a demand.
func asksFor(words []word) bool { return theLexicon().cues.has(words, "demand") }

// levelAt returns the level of the words from start to end of a sentence: that of the cue
// after them if no other cue comes between, else of the one before them, else the
// section's.
func levelAt(s sentence, start, end int, section Level) Level {
	if s.has("deny") && isDenied(s.text, start, end) || section == Required && s.isOurs(start) || s.disowns(start) || s.deniesAt(start) {
		return Mentioned
	}
	level, nearest := section, len(s.text)+1
	for _, c := range s.cues {
		distance := c.start - end
		if !c.before || c.start < start && isFollowedBy(s, c.end, "likewise") {
			distance = start - c.end + 1 // a cue after wins over one before
		}
		if distance < 0 || distance >= nearest || section == Preferred && (c.level == Required && !c.before || c.level == Mentioned && c.before) {
			continue
		}
		from, to := min(c.end, end), max(c.start, start)
		between := s.text[from:max(from, to)]
		if !c.reaches(s.text, between) || c.before && opensClause(between) || s.ranks(c) || c.before && c.level == Preferred && c.start >= end && s.closesBefore(c, start) {
			continue
		}
		level, nearest = c.level, distance
	}
	return level
}

// reaches reports whether brackets and dashes let a cue apply to something that is
// separated from it by between. Inside brackets it applies to what is inside, and to what
// is right before them.
func (c cue) reaches(text, between string) bool {
	opened, closed := unmatched(between)
	switch {
	case !c.before && closed, c.before && opened && !closesOnly(between):
		return false
	case c.before && opened:
		return !isFollowedByOr(text[c.end:])
	case c.before && closed:
		return !strings.Contains(between[strings.LastIndex(between, ")"):], ",") // "a certificate (AWS, GCP) is a plus"
	}
	return c.before || !endsAside(text[:c.start], between)
}

// ranks reports whether a wish only ranks alternatives, of which any one is still enough:
// "PostgreSQL preferred, MySQL okay".
func (s sentence) ranks(c cue) bool {
	lists := theLexicon().lists
	if c.level != Preferred || !lists.has(s.between(c.start, c.end), "filler") {
		return false
	}
	clause := s.between(c.end, len(s.text))
	for i, firm := 0, 0; i < len(clause); i++ {
		if clause[i].firm {
			firm++
		}
		if firm > 1 {
			return false
		}
		if slices.ContainsFunc(lists.at(clause, i), func(m mark) bool { return m.kind == "accepted" }) {
			return true
		}
	}
	return false
}

// isAcceptance reports whether a wish is only a part of what makes the technology before it
// an alternative: "React, though Vue people are welcome".
func isAcceptance(s sentence, hits []hit, c cue) bool {
	return c.level == Preferred && c.before && slices.ContainsFunc(hits, func(h hit) bool {
		return h.group > 0 && h.glue.or && h.End < c.start && c.start-h.End < 30 && isAccepted(s, h.End)
	})
}

// unmatched reports which brackets of a text lack their other half.
func unmatched(text string) (opened, closed bool) {
	if strings.IndexByte(text, '(') < 0 && strings.IndexByte(text, ')') < 0 { // in one step, for long sentences
		return false, false
	}
	depth := 0
	for i := range len(text) {
		switch text[i] {
		case '(':
			depth++
		case ')':
			if depth--; depth < 0 {
				closed, depth = true, 0
			}
		}
	}
	return depth > 0, closed
}

// endsAside reports whether a cue is between dashes: "cloud – preferably Azure – and
// Docker".
func endsAside(before, between string) bool {
	for _, dash := range []string{"–", "—", "-"} {
		if strings.HasSuffix(strings.TrimRight(before, " "), " "+dash) && strings.Contains(between, " "+dash+" ") {
			return true
		}
	}
	return false
}

// opensClause reports whether a new demand follows a comma: "Go, having experience with
// Rust".
func opensClause(between string) bool {
	i := strings.LastIndex(between, ", ")
	if i < 0 {
		return false
	}
	words := wordsOf(between[i+2:])
	return asksFor(words[:min(len(words), 3)])
}

// closesOnly reports whether the cue is in brackets right after the name: "Go (a plus)".
func closesOnly(between string) bool {
	return strings.TrimSpace(strings.Trim(between, "()")) == ""
}

// isFollowedByOr reports whether an "or" follows, as in "Java (preferred) or Ruby": a
// ranking of alternatives, which are still one demand.
func isFollowedByOr(after string) bool {
	rest, closes := strings.CutPrefix(after, ")")
	words := wordsOf(rest[:min(len(rest), 20)])
	return closes && len(words) > 0 && slices.ContainsFunc(theLexicon().lists.at(words, 0), func(m mark) bool { return m.kind == "or" })
}

// isDenied reports whether a skill is not needed: "no Java experience needed".
func isDenied(sentence string, start, end int) bool {
	const reach = 40
	before, after := wordsOf(sentence[max(0, start-reach):start]), wordsOf(sentence[end:min(len(sentence), end+reach)])
	return endsIn(before, "deny") && theLexicon().cues.has(untilFirm(after), "denied")
}

// endsIn reports whether the last clause has a phrase of the kind.
func endsIn(words []word, kind string) bool {
	for i := len(words) - 1; i > 0; i-- {
		if words[i].firm {
			words = words[i:]
			break
		}
	}
	return theLexicon().cues.has(words, kind)
}

// untilFirm returns the words before the next comma or bracket.
func untilFirm(words []word) []word {
	for i := 1; i < len(words); i++ {
		if words[i].firm {
			return words[:i]
		}
	}
	return words
}
