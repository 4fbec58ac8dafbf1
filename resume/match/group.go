package match

import (
	"strings"

	"github.com/ghresume/ghresume/internal/lazy"
	"github.com/ghresume/ghresume/resume/skill"
)

// hit is a technology in a sentence.
type hit struct {
	skill.Match
	group int // of alternatives within the sentence; 0 means alone
}

var (
	listGlue  = lazy.New(`(?i)^[\s,/()"'’*]*(?:(?:and/or|or|and|&|either|even|maybe|another|similar|other|also)[\s,/()"'’*]*){0,3}$`)
	anOr      = lazy.New(`(?i)\b(?:or|and/or|either)\b`)
	anAnd     = lazy.New(`(?i)\band\b|&`)
	forOne    = lazy.New(`(?i)\b(?:such as|like|e\.?g\.?,?|for example|one of|any of|at least one|one or more|either|similar to|other than|including but not limited to)[^.;]{0,40}$`)
	andSoOn   = lazy.New(`(?i)^[\s,)]*(?:,?\s*(?:etc|and so on|or (?:similar|equivalent|comparable|other|another|any other|a similar|something)|and (?:similar|the like|others?)|\.\.\.|…))`)
	bracketed = lazy.New(`(?i)\b[a-z]{3,}s \($`) // "queue services (SQS, Pub/Sub)"
	orHead    = lazy.New(`(?i)^\s*[\w\s-]{0,30}\bor (?:other|another|similar|equivalent|comparable|any other)\b`)
)

// alternatives numbers the hits that satisfy one demand together: "Java, C++ or
// Go", "databases such as MySQL, PostgreSQL, etc.". It returns the last number.
func alternatives(sentence string, hits []hit, last int) int {
	for i := 0; i < len(hits); {
		n := runOf(sentence, hits[i:])
		for _, part := range splitRun(sentence, hits[i:i+n]) {
			if len(part) > 1 && isChoice(sentence, part) {
				last++
				for k := range part {
					part[k].group = last
				}
			}
		}
		i += n
	}
	return last
}

// runOf is how many hits from the first on are one list.
func runOf(sentence string, hits []hit) int {
	n := 1
	for n < len(hits) && listGlue.MatchString(between(sentence, hits[n-1], hits[n])) {
		n++
	}
	return n
}

func between(sentence string, a, b hit) string { return sentence[a.End:b.Start] }

// splitRun parts "Go and MySQL or PostgreSQL" at the "and": with both words in a
// list, "and" binds less.
func splitRun(sentence string, run []hit) [][]hit {
	ors := false
	for k := 1; k < len(run); k++ {
		ors = ors || anOr.MatchString(between(sentence, run[k-1], run[k]))
	}
	if !ors {
		return [][]hit{run}
	}
	var out [][]hit
	from := 0
	for k := 1; k < len(run); k++ {
		glue := between(sentence, run[k-1], run[k])
		if anAnd.MatchString(glue) && !strings.Contains(strings.ToLower(glue), "or") {
			out = append(out, run[from:k])
			from = k
		}
	}
	return append(out, run[from:])
}

// isChoice says whether any one of a list is enough.
func isChoice(sentence string, run []hit) bool {
	for k := 1; k < len(run); k++ {
		if anOr.MatchString(between(sentence, run[k-1], run[k])) {
			return true
		}
	}
	before, after := sentence[:run[0].Start], sentence[run[len(run)-1].End:]
	return bracketed.MatchString(before) && strings.HasPrefix(after, ")") || forOne.MatchString(before) || andSoOn.MatchString(after) || orHead.MatchString(after)
}
