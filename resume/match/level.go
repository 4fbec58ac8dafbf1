package match

import (
	"slices"
	"strings"
)

// Level says how strongly a posting asks for a skill.
type Level string

// The levels. Mentioned is what the team uses or the person will do: no demand.
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

// cue is a wording that sets the level of the skills around it.
type cue struct {
	level      Level
	start, end int
	// before means that it speaks of what stands before it ("is a plus"), else of what follows ("ideally").
	before bool
}

// cueKinds are what the lists of cues in the locales mean; the first wins where two stand at one place.
var cueKinds = []struct {
	kind   string
	level  Level
	before bool
}{
	{"unneeded", Mentioned, true},
	{"without", Mentioned, false},
	{"wished", Preferred, true},
	{"wish", Preferred, false},
	{"needed", Required, true},
	{"must", Required, false},
}

// cuesAmong are the cues of a text; of those that overlap the longest stays. At
// the very start of a sentence a cue can only speak of what follows, at its end of
// what stands before.
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

// fits checks that a cue stands on the right side of what it speaks of. A word
// that can speak of both sides ("preferably") speaks of what stands before it at
// the end of a clause only.
func fits(sentence string, m mark, before bool) bool {
	first := strings.Trim(sentence[:m.start], ` -*•:("`) == ""
	rest := strings.TrimLeft(sentence[m.end:], " ")
	last := strings.Trim(rest, ` .!;:)"`) == ""
	if before {
		return !first && (last || !bothWays[sentence[m.start:m.end]] || strings.ContainsAny(rest[:1], ",.;)"))
	}
	return !last
}

// bothWays are cues that stand on either side.
var bothWays = map[string]bool{"preferably": true, "Preferably": true, "bonus": true, "plus": true, "must have": true, "ideally": true}

// asksFor reports whether words sound like a demand.
func asksFor(words []word) bool { return theLexicon().cues.has(words, "demand") }

// levelAt is the level of what stands at start to end of a sentence: the cue
// behind it that no other cue separates from it, else the one before it, else
// the section's.
func levelAt(s sentence, start, end int, section Level) Level {
	if s.has("deny") && isDenied(s.text, start, end) || section == Required && s.isOurs(start) {
		return Mentioned
	}
	level, nearest := section, len(s.text)+1
	for _, c := range s.cues {
		distance := c.start - end
		if !c.before {
			distance = start - c.end + 1 // a cue behind wins over one before
		}
		if distance < 0 || distance >= nearest || c.level == Required && section == Preferred && !c.before {
			continue
		}
		from, to := min(c.end, end), max(c.start, start)
		between := s.text[from:max(from, to)]
		if !c.reaches(s.text, between) || c.before && opensClause(between) {
			continue
		}
		level, nearest = c.level, distance
	}
	return level
}

// reaches reports whether brackets and dashes let a cue speak of what it stands
// apart from by between. Inside brackets it speaks of what is inside, and of what
// stands right before them.
func (c cue) reaches(text, between string) bool {
	opened, closed := unmatched(between)
	switch {
	case !c.before && closed, c.before && opened && !closesOnly(between):
		return false
	case c.before && opened:
		return !goesOnWithOr(text[c.end:])
	case c.before && closed:
		return !strings.Contains(between[strings.LastIndex(between, ")"):], ",") // "a certificate (AWS, GCP) is a plus"
	}
	return c.before || !endsAside(text[:c.start], between)
}

// unmatched tells which brackets of a text have no other half in it.
func unmatched(text string) (opened, closed bool) {
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

// endsAside knows a cue between dashes: "cloud – preferably Azure – and Docker".
func endsAside(before, between string) bool {
	for _, dash := range []string{"–", "—", "-"} {
		if strings.HasSuffix(strings.TrimRight(before, " "), " "+dash) && strings.Contains(between, " "+dash+" ") {
			return true
		}
	}
	return false
}

// opensClause knows a comma behind which something else is asked for: "Go, having experience with Rust".
func opensClause(between string) bool {
	i := strings.LastIndex(between, ", ")
	if i < 0 {
		return false
	}
	words := wordsOf(between[i+2:])
	return asksFor(words[:min(len(words), 3)])
}

// closesOnly allows "Go (a plus)": the cue stands in brackets right behind.
func closesOnly(between string) bool {
	return strings.TrimSpace(strings.Trim(between, "()")) == ""
}

// goesOnWithOr knows "Java (preferred) or Ruby": a rank among alternatives, which leaves the demand one.
func goesOnWithOr(after string) bool {
	rest, closes := strings.CutPrefix(after, ")")
	words := wordsOf(rest[:min(len(rest), 20)])
	return closes && len(words) > 0 && slices.ContainsFunc(theLexicon().lists.at(words, 0), func(m mark) bool { return m.kind == "or" })
}

// isDenied knows "no Java experience needed".
func isDenied(sentence string, start, end int) bool {
	const reach = 40
	before, after := wordsOf(sentence[max(0, start-reach):start]), wordsOf(sentence[end:min(len(sentence), end+reach)])
	return endsIn(before, "deny") && theLexicon().cues.has(untilFirm(after), "denied")
}

// endsIn reports whether a phrase of the kind stands in the last clause.
func endsIn(words []word, kind string) bool {
	for i := len(words) - 1; i > 0; i-- {
		if words[i].firm {
			words = words[i:]
			break
		}
	}
	return theLexicon().cues.has(words, kind)
}

// untilFirm are the words before the next comma or bracket.
func untilFirm(words []word) []word {
	for i := 1; i < len(words); i++ {
		if words[i].firm {
			return words[:i]
		}
	}
	return words
}
