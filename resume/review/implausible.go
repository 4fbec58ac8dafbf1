package review

import (
	"fmt"
	"strconv"
	"strings"

	"github.com/ghresume/ghresume/internal/lazy"
	"github.com/ghresume/ghresume/resume"
)

var senseRules = []Rule{
	{
		Name: "skill-level", Area: Skills, Severity: Warning, Habit: true, on: onAllSkills,
		Reason: "Nobody knows what 95 % of Java is; years, or what you built with it, can be checked.",
		Bad:    "[skills]\nLanguages = [\"Java (95%)\", \"SQL 4/5\"]",
		Good:   "[skills]\nLanguages = [\"Java 21\", \"SQL (9 years)\"]",
		check:  checkLevels,
	},
	{
		Name: "impossible-number", Area: Impact, Severity: Warning, on: onWriting,
		Reason: "Nothing shrinks by more than 100 %, and what was cut does not grow; a figure that cannot be true spoils all others.",
		Bad:    "[[experience]]\ntitle = \"Engineer\"\nhighlights = [\"Cut the latency of the checkout by 150 %\"]",
		Good:   "[[experience]]\ntitle = \"Engineer\"\nhighlights = [\"Cut the latency of the checkout by 60 %\", \"Raised throughput by 150 %\"]",
		check:  checkShrinking,
	},
	{
		Name: "round-claim", Area: Impact, Severity: Advice, on: onWriting, English: true,
		Reason: "\"10x\" is what everybody writes; from 4 s to 400 ms is what you did.",
		Bad:    "[[experience]]\ntitle = \"Engineer\"\nhighlights = [\"Made the checkout 10x faster\"]",
		Good:   "[[experience]]\ntitle = \"Engineer\"\nhighlights = [\"Made the checkout 10x faster, from 4 s to 400 ms\"]",
		check:  checkRoundFigures,
	},
	{
		Name: "technology-before-birth", Area: Skills, Severity: Warning, on: onRoles,
		Reason: "A role that ended before a technology existed did not use it; an interviewer may know the year.",
		Bad:    "[[experience]]\ntitle = \"Engineer\"\nstart = \"2006-01\"\nend = \"2010-06\"\nskills = [\"Kubernetes\"]",
		Good:   "[[experience]]\ntitle = \"Engineer\"\nstart = \"2006-01\"\nend = \"2017-06\"\nskills = [\"Kubernetes\"]",
		check:  checkBirths,
	},
	{
		Name: "date-precision", Area: Impact, Severity: Advice, on: onTwoRoles,
		Reason: "Months here and years there look as if a gap were hidden.",
		Bad: "[[experience]]\ntitle = \"Lead\"\nstart = \"2021-02\"\nend = \"present\"\n[[experience]]\n" +
			"title = \"Engineer\"\nstart = \"2018\"\nend = \"2021\"",
		Good: "[[experience]]\ntitle = \"Lead\"\nstart = \"2021-02\"\nend = \"present\"\n[[experience]]\n" +
			"title = \"Engineer\"\nstart = \"2018-04\"\nend = \"2021-01\"",
		check: checkPrecision,
	},
}

// levelMark finds a level behind a skill: a percentage, a grade, stars, bars.
var levelMark = pattern("levelMark")

func checkLevels(r *reading) []Finding {
	all := r.skills
	for _, list := range r.entrySkills() {
		all = append(all, list...)
	}
	var found []Finding
	for _, s := range all {
		if levelMark.MatchString(s.name) && !labelMarkup.MatchString(s.name) {
			found = append(found, at(s.field, fmt.Sprintf("%q measures a skill on a scale that nobody knows", s.name), "leave the level out, or give years: \"Java (9 years)\""))
		}
	}
	for _, t := range r.texts {
		if pairs := levelPairs.FindStringIndex(t.value); pairs != nil && isSummary(t.field) && len(r.Catalog.Find(t.value[pairs[0]:pairs[1]])) > 0 {
			found = append(found, t.within(pairs[0], pairs[1], fmt.Sprintf("%q measures skills on a scale that nobody knows", t.value[pairs[0]:pairs[1]]), "leave the levels out"))
		}
		if strings.HasPrefix(t.field, "sections") {
			if m := textLevel.FindStringIndex(t.value); m != nil && len(r.Catalog.Find(t.value)) > 0 {
				found = append(found, t.within(m[0], m[1], fmt.Sprintf("%q measures a skill on a scale that nobody knows", t.value[m[0]:m[1]]), "leave the level out"))
			}
		}
	}
	return found
}

// levelPairs matches two skills with their levels in running text: "Java 95 %, Go 80 %".
var levelPairs = lazy.New(`[\pL+#.]+[\s(:–-]+\d{1,3}\s?%\)?(?:,| and|;)\s+[\pL+#.]+[\s(:–-]+\d{1,3}\s?%`)

// textLevel matches a level in a line that is about skills only: "Java: 95 %, Go: 80 %".
var textLevel = lazy.New(`^[^.]{1,40}?[\s(:–-]+\d{1,3}\s?%|[★☆⭐●○]{3,}`)

var (
	// shrinks finds "cut … by 150 %".
	shrinks = pattern("shrinks")
	// shrinksWithout finds "decreased the error rate 120 %": the figure ends the clause.
	shrinksWithout = pattern("shrinksWithout")
	// shrinking finds "latency by 150 %": of a measure that improves only by decreasing.
	shrinking = pattern("shrinking")
	// overWhole finds more than all of something: "fixed 130 % of the bugs", "an uptime
	// of 110 %".
	overWhole = pattern("overWhole")
	// shrinksElsewhere finds the same in German, French, Spanish, Portuguese, Italian and Dutch.
	shrinksElsewhere = pattern("shrinksElsewhere")
	// negativeChange finds "reduced costs by -30 %".
	negativeChange = pattern("negativeChange")
	// grows matches words that reverse the meaning.
	grows = lazy.New(`(?i)\b(?:increas\w+|rais\w+|grew|grow\w*|rose|doubl\w+|boost\w+|expand\w*|scal\w+|up)\b`)
)

func checkShrinking(r *reading) []Finding {
	found := append(r.gradesAboveBest(), checkDirections(r)...)
	for _, t := range r.texts {
		found = append(found, absurdIn(t)...)
		if m := negativeChange.FindStringSubmatchIndex(t.clear); m != nil {
			from, to := wordOf(m)
			found = append(found, t.within(from, to, fmt.Sprintf("%q turns the change around", t.value[from:to]), "drop the minus: the verb tells the direction"))
		}
		if countDigits(t.clear) < 3 || !strings.Contains(t.clear, "%") && !inPercent.MatchString(t.clear) {
			continue // every pattern has a figure of three digits and a percent sign
		}
		for i, re := range []*lazy.Regexp{shrinks, shrinking, shrinksWithout} {
			m := re.FindStringSubmatchIndex(t.clear)
			if m == nil || i == 1 && grows.MatchString(t.clear[:m[0]]) || grows.MatchString(t.clear[m[0]:m[2]]) {
				continue
			}
			if n, _ := strconv.Atoi(t.clear[m[2]:m[3]]); n > 100 {
				found = append(found, t.within(m[2], m[1], fmt.Sprintf("nothing can shrink by %s", t.value[m[2]:m[1]]), "correct the figure, or give both values: before and after"))
				break
			}
		}
		found = append(found, overWholeIn(t)...)
		found = append(found, sharesIn(t)...)
		if from, to := figureOf(shrinksElsewhere, t.clear); to > 0 && !firstOfTwo.MatchString(t.clear[to:]) {
			found = append(found, t.within(from, to, fmt.Sprintf("nothing can shrink by %s %%", t.value[from:to]), "correct the figure, or give both values: before and after"))
		}
	}
	return found
}

var inPercent = lazy.New(`(?i)p(?:er|ro)[cz]ent`)

// firstOfTwo matches what follows a figure if something fell from it to another: "de 180
// % à 60 %".
var firstOfTwo = lazy.New(`^\s*(?:%|prozent|procent)?\s*(?:à|a|para|naar)\s+\d`)

// figureOf returns the position of the figure in the first match of re if it is above
// 100.
func figureOf(re *lazy.Regexp, s string) (from, to int) {
	m := re.FindStringSubmatchIndex(s)
	for i := 2; i < len(m); i += 2 {
		if m[i] < 0 {
			continue
		}
		end := m[i+1] + len(fraction.FindString(s[m[i+1]:]))
		if n, _ := strconv.ParseFloat(strings.ReplaceAll(s[m[i]:end], ",", "."), 64); n > 100 {
			return m[i], end
		}
	}
	return 0, 0
}

// fraction matches the decimals behind a whole number.
var fraction = lazy.New(`^[.,]\d{1,2}\b`)

func overWholeIn(t text) []Finding {
	from, to := figureOf(overWhole, t.clear)
	if to == 0 {
		return nil
	}
	m := overWhole.FindStringIndex(t.clear)
	return []Finding{t.within(from, m[1], fmt.Sprintf("nobody has more than all: %s", t.value[from:m[1]]), "correct the figure, or give the two numbers behind it")}
}

// roundFigures matches figures that mean "a lot".
var roundFigures = lazy.New(`(?i)\b(?:10|100|1000|1,000)\s?[x×]\b|\b(?:10|100|1000|1,000)[ -](?:fold|times (?:faster|better|` +
	`more))\b|\b(?:1000|1,000|10000|10,000)\s?%`)

func checkRoundFigures(r *reading) []Finding {
	var found []Finding
	for _, t := range r.texts {
		if m := incredible.FindStringIndex(t.clear); m != nil && !strings.Contains(strings.ToLower(t.clear), "durability") {
			found = append(found, t.within(m[0], m[1], fmt.Sprintf("%q will be asked about", t.value[m[0]:m[1]]), "say how it was measured, and over what time; or give the two numbers behind it"))
			continue
		}
		m := roundFigures.FindStringIndex(t.clear)
		if m == nil || bothFigures(t.clear[:m[0]], t.clear[m[1]:], t.clear[m[0]:m[1]]) {
			continue
		}
		found = append(found, t.within(m[0], m[1], fmt.Sprintf("%q without the two figures behind it is not believed", t.value[m[0]:m[1]]), "give both: from 4 s to 400 ms"))
	}
	return found
}

// incredible matches figures that are out of reach or hard to believe: an accuracy of
// 100 %, more than five nines, nothing at all.
var incredible = pattern("incredible")

// manyFold is the factor from which one figure beside it does not make it credible.
const manyFold = 100

// bothFigures reports whether the text around a round figure gives the numbers behind it.
func bothFigures(before, after, figure string) bool {
	factor, _ := strconv.Atoi(strings.Map(digitOnly, figure))
	if factor >= manyFold && !strings.Contains(figure, "%") {
		return fromTo.MatchString(before + after)
	}
	return hasQuantity(before) || hasQuantity(after)
}

// fromTo matches two values: "from 4 s to 40 ms", "4 h → 2 s".
var fromTo = lazy.New(`(?i)\bfrom\b[^.;]*\d[^.;]*\bto\b[^.;]*\d|\d[^.;]{0,20}(?:→|->|–>)[^.;]{0,20}\d`)

func checkPrecision(r *reading) []Finding {
	withMonth, without := false, ""
	for _, d := range r.dates {
		switch {
		case d.Section != resume.ExperienceSection || d.Date.Year == 0 || int(r.now)-d.Date.Year*12 > 180:
		case d.Date.Month > 0:
			withMonth = true
		case without == "":
			without = d.Field
		}
	}
	if !withMonth || without == "" {
		return nil
	}
	return []Finding{at(without, "this date has no month, others have one", "give months for all roles of the last years, or for none")}
}
