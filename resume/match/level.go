package match

import (
	"strings"

	"github.com/ghresume/ghresume/internal/lazy"
)

// Level is how much a posting wants a skill.
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

var cues = []struct {
	level  Level
	before bool
	words  *lazy.Regexp
}{
	{Mentioned, true, lazy.New(`(?i)\b(?:(?:is|are)(?: not|n['’]t) (?:required|needed|necessary|a must|essential|mandatory|expected)|not (?:required|needed|necessary|mandatory)|(?:experience|knowledge|background)? ?(?:needed|required|necessary) \bnot\b)`)},
	{Mentioned, false, lazy.New(`(?i)\b(?:no need for|no need to know|do(?:es)? ?n[o'’]t (?:require|need|expect)|do(?:es)? not (?:require|need|expect)|without (?:any )?(?:knowledge|experience)|rather than|instead of|no longer use|moving away from|migrat\w+ (?:away )?from)\b`)},
	{Preferred, false, lazy.New(`(?i)\b(?:bonus points?(?: for| if)?|bonus (?:if|for)|ideally|preferably [^.)]|preference for|eager to|extra points?(?: for)?|we(?:['’]d| would) (?:love|like)|plus if|willing(?:ness)? to learn|not required but)`)},
	{Preferred, true, lazy.New(`(?i)(?:\b(?:is|are|would be|will be|as|considered)? ?(?:a|an)? ?(?:big|huge|strong|great|definite|nice|real)? ?(?:plus(?:es)?|bonus(?:es)?|advantage|asset|nice[- ]to[- ]have)\b|\b(?:is |are |strongly |highly )?(?:preferred|preferable|preferrable|desirable|desired|beneficial|advantageous|welcome|appreciated|optional)\b|\bwould be (?:great|nice|good|helpful|ideal)\b|\bpreferably\s*[.)]|\b(?:is|are) (?:helpful|useful)\b)`)},
	{Preferred, false, lazy.New(`(?i)\b(?:preferred|preferably|bonus|nice to have|good to have|desirable|desired|interest in|interested in)\b`)},
	{Required, true, lazy.New(`(?i)\b(?:(?:is|are)(?: absolutely| strictly)? (?:a must|required|mandatory|essential|necessary|needed)|a must|required|mandatory|must[- ]have)\b`)},
	{Required, false, lazy.New(`(?i)\b(?:must (?:have|know|be|possess)|you(?:['’]ll| will)? need|required|mandatory|essential)\b`)},
}

// stems are parts of words without which no cue can be in a sentence: most have none.
var stems = []string{"plus", "bonus", "advant", "asset", "nice", "prefer", "desir", "benefi", "welcome", "appreciat", "option", "would be", "helpful", "useful", "ideal",
	"eager", "extra p", "we would", "we'd", "we’d", "willing", "interest", "good to", " not ", "n't", "n’t", "no ", "need", "without", "rather", "instead", "migrat", "moving",
	"must", "requir", "mandator", "essential", "necess"}

// findCues finds the cues of a sentence; where two overlap the earlier entry of the table stays.
func findCues(sentence string) []cue {
	if !holdsAny(strings.ToLower(sentence), stems) {
		return nil
	}
	var out []cue
	for _, c := range cues {
		for _, at := range c.words.FindAllStringIndex(sentence, -1) {
			if !overlaps(out, at[0], at[1]) && fits(sentence, at, c.before) {
				out = append(out, cue{c.level, at[0], at[1], c.before})
			}
		}
	}
	return out
}

func overlaps(list []cue, start, end int) bool {
	for _, c := range list {
		if start < c.end && c.start < end {
			return true
		}
	}
	return false
}

// fits checks that a cue stands on the right side of what it speaks of: at the
// very start of a sentence it can only speak of what follows.
func fits(sentence string, at []int, before bool) bool {
	first := strings.Trim(sentence[:at[0]], " -*•:(") == ""
	return !before || !first
}

var denied = lazy.New(`(?i)\bno(?: prior| previous)? [^,;.]{0,40}$`)

var needed = lazy.New(`(?i)^[^,;.]{0,40}\b(?:experience|knowledge|background)?\s*(?:is |are )?(?:needed|required|necessary)\b`)

// levelAt is the level of what stands at start to end of a sentence: the cue
// behind it that no other cue separates from it, else the one before it, else
// the section's.
func levelAt(sentence string, found []cue, start, end int, section Level) Level {
	if denied.MatchString(sentence[:start]) && needed.MatchString(sentence[end:]) {
		return Mentioned
	}
	level, nearest := section, len(sentence)+1
	for _, c := range found {
		distance := c.start - end
		if !c.before {
			distance = start - c.end + 1 // a cue behind wins over one before
		}
		if distance < 0 || distance >= nearest || c.level == Required && section == Preferred {
			continue
		}
		from, to := min(c.end, end), max(c.start, start)
		if between := sentence[from:max(from, to)]; strings.ContainsAny(between, "()") && !closesOnly(between) {
			continue
		}
		level, nearest = c.level, distance
	}
	return level
}

// closesOnly allows "Go (a plus)": the cue stands in brackets right behind.
func closesOnly(between string) bool {
	return strings.TrimSpace(strings.Trim(between, "()")) == ""
}
