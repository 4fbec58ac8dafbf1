package review

import (
	"fmt"
	"strings"
	"unicode"

	"github.com/ghresume/ghresume/internal/english"
	"github.com/ghresume/ghresume/internal/lazy"
)

var summaryRules = []Rule{
	{
		Name: "summary-missing", Area: Summary, Severity: Warning,
		Reason: "Two to four sentences at the top decide whether the rest gets read.",
		Bad:    `name = "Ada Lovelace"`,
		Good:   `summary = "Backend developer with nine years in payments. Brought two services to 99.99 % availability."`,
		check: func(r *reading) []Finding {
			return missing(r.Profile.Summary+r.Profile.Objective+r.Resume.Bio, "summary", "there is no summary", "add summary = \"\"\"two to four sentences: who you are, what you are best at, one proof\"\"\"")
		},
	},
	{
		Name: "summary-length", Area: Summary, Severity: Warning, on: onSummary,
		Reason: "A summary has two to four sentences: fewer say nothing, more are skipped.",
		Bad:    `summary = "Backend developer."`,
		Good:   `summary = "Backend developer with nine years in payments. Brought two services to 99.99 % availability."`,
		check:  checkSummaryLength,
	},
	{
		Name: "first-person", Area: Summary, Severity: Warning, Habit: true, on: onWriting, knows: func(l *language) bool { return l.me != nil },
		Reason: "Leave out I and my: the name at the top says who is speaking.",
		Bad:    `summary = "I am a backend developer. I love payments."`,
		Good:   `summary = "Backend developer with nine years in payments. Brought two services to 99.99 % availability."`,
		check:  checkFirstPerson,
	},
	{
		Name: "third-person", Area: Summary, Severity: Advice, English: true, on: onSummary,
		Reason: "\"He is a developer\" reads as if somebody else had written it.",
		Bad:    "name = \"Ada Lovelace\"\nsummary = \"Ada is a backend developer. She has nine years in payments.\"",
		Good:   "name = \"Ada Lovelace\"\nsummary = \"Backend developer with nine years in payments. Led the Ada group.\"",
		check:  checkThirdPerson,
	},
	{
		Name: "cliche", Area: Summary, Severity: Warning, Habit: true, on: onWriting,
		Reason: "Everyone claims to be a hard-working team player; a fact is more convincing.",
		Bad:    `summary = "Hard-working team player. Nine years in payments."`,
		Good:   `summary = "Backend developer with nine years in payments. Paired with every new hire of the team."`,
		check:  checkCliches,
	},
	{
		Name: "objective-with-experience", Area: Summary, Severity: Warning, on: onSummary,
		Reason: "An objective says what you want; it is for people starting out. With experience, say what you bring.",
		Bad:    "objective = \"A role in payments.\"\n[[experience]]\ntitle = \"Engineer\"\nstart = \"2015\"\nend = \"2020\"",
		Good:   "summary = \"Engineer with five years in payments.\"\n[[experience]]\ntitle = \"Engineer\"\nstart = \"2015\"\nend = \"2020\"",
		check:  checkObjective,
	},
}

func checkSummaryLength(r *reading) []Finding {
	var found []Finding
	for _, field := range []struct{ name, value string }{{"summary", r.Profile.Summary}, {"objective", r.Profile.Objective}} {
		if strings.TrimSpace(field.value) == "" {
			continue
		}
		n, words := len(sentencesOf(field.value)), countWords(field.value)
		f := at(field.name, "", "aim at two to four sentences: who you are, what you are best at, one proof")
		switch {
		case n < 2 && field.name == "objective":
			continue
		case n < 2:
			f.Message = fmt.Sprintf("the %s has one sentence of %s", field.name, english.Count(words, "word"))
			if words >= 6 && words <= longSummary {
				f = advice(f)
			}
		case words < emptySummary && field.name == "summary":
			f.Message = fmt.Sprintf("the %s says little in %s", field.name, english.Count(words, "word"))
			f = advice(f)
		case n > 4:
			f.Message = fmt.Sprintf("the %s has %d sentences", field.name, n)
			if n <= 6 && words <= 120 {
				f = advice(f)
			}
		default:
			continue
		}
		found = append(found, f)
	}
	return found
}

// longSummary is the number of words from which one sentence is more than a reader follows.
const longSummary = 45

// emptySummary is the number of words that a summary of two sentences needs to say something.
const emptySummary = 10

// aboutPerson matches sentences about somebody else: "He is", "Her work".
var aboutPerson = lazy.New(`(?:^|[.!?]\s+)(?:He|She|His|Her|Mr\.?|Mrs\.?|Ms\.?)\s+\pL`)

func checkThirdPerson(r *reading) []Finding {
	var found []Finding
	first := firstWord(r.Profile.Name)
	for _, t := range r.texts {
		if t.field != "summary" && t.field != "objective" {
			continue
		}
		m := aboutPerson.FindStringIndex(t.clear)
		if own := strings.Index(t.value, first+" "); m == nil && len(first) > 1 && own >= 0 && saysOf.MatchString(t.value[own+len(first):]) {
			m = []int{own, own + len(first)}
		}
		if m != nil {
			found = append(found, t.within(m[0], m[1], "the summary speaks of you as of somebody else", "leave the subject out: \"Builds payment systems\""))
		}
	}
	return found
}

// saysOf matches what follows a name in a text about a person: " is", " has", " works".
var saysOf = lazy.New(`^ (?:\p{Lu}\S+ )?(?:is|has|was|works|builds|enjoys|loves|likes|brings|specializes|leads|writes)\b`)

var firstPerson = lazy.New(`(?i)\b(?:I['’](?:m|ve|d|ll)|my|me|myself|mine|we|our)\b|\bI\b`)

// romanBefore matches words after which I is a numeral or part of a name: "Engineer I",
// "Type I".
var romanBefore = pattern("romanBefore")

func checkFirstPerson(r *reading) []Finding {
	var found []Finding
	for _, t := range r.texts {
		if t.kind == title {
			continue
		}
		if r.foreign[t.field] {
			found = append(found, r.firstPersonElsewhere(t)...)
			continue
		}
		for _, m := range firstPerson.FindAllStringIndex(t.clear, -1) {
			if !isFirstPerson(t.clear, m[0], m[1]) {
				continue
			}
			if pronoun := strings.ToLower(t.value[m[0]:m[1]]); pronoun == "we" || pronoun == "our" {
				found = append(found, advice(t.within(m[0], m[1], fmt.Sprintf("%q hides what you did yourself; it may be intentional", t.value[m[0]:m[1]]), "name your own part in it")))
				continue
			}
			found = append(found, t.within(m[0], m[1], fmt.Sprintf("%q is first person", t.value[m[0]:m[1]]), "leave the pronoun out: \"Led the migration …\""))
			break
		}
	}
	return found
}

// isFirstPerson reports whether it is the pronoun, not I/O, Engineer I, i.e., Windows ME
// and the like.
func isFirstPerson(s string, from, to int) bool {
	before, after := lastBytes(s[:from], wordLimit), s[to:]
	if strings.HasSuffix(before, "/") || strings.HasSuffix(before, "-") || strings.HasSuffix(before, ".") || strings.HasPrefix(after, "/") || strings.HasPrefix(after, "-") {
		return false
	}
	switch pronoun := s[from:to]; pronoun {
	case "I":
		return (startsWord(after) || startsClause(after) || opensSentence(s, from) && verbOf(firstWord(after)).form != notAVerb) && !romanBefore.MatchString(before)
	case "i":
		return carelessPronoun.MatchString(after)
	case "ME", "MY":
		return false
	case "Me", "My":
		return opensSentence(s, from)
	}
	return true
}

// startsClause reports whether the pronoun is set off: "I, too, …", "I – a developer …".
func startsClause(after string) bool {
	for _, mark := range []string{", ", " – ", " — ", " - "} {
		if rest, ok := strings.CutPrefix(after, mark); ok {
			return unicode.IsLower(firstRune(rest)) && !strings.HasPrefix(rest, "and ")
		}
	}
	return false
}

func firstWord(s string) string {
	if words := wordsOf(s[:min(len(s), wordLimit)]); len(words) > 0 {
		return words[0].text
	}
	return ""
}

// startsWord reports whether a word in small letters follows, as it does a pronoun; a
// bracket, a comma, "and II" or nothing follows a numeral.
func startsWord(after string) bool {
	rest := strings.TrimPrefix(after, " ")
	return rest != after && rest != "" && unicode.IsLower(firstRune(rest)) && !strings.HasPrefix(rest, "and II") && !strings.HasPrefix(rest, "to II")
}

// carelessPronoun matches words after which a lowercase i is the pronoun, written
// carelessly.
var carelessPronoun = lazy.New(`^ (?:am|have|was|had|will|can|like|love|work|worked|build|built|enjoy|also) `)

func isSummary(field string) bool {
	return strings.HasSuffix(field, "summary") || strings.HasSuffix(field, "objective")
}

// newTrade matches objectives of people who change careers: their experience is in
// another trade.
var newTrade = pattern("newTrade")

// wanting matches a text that begins with what somebody wants, in the output languages.
var wanting = pattern("wanting")

func checkObjective(r *reading) []Finding {
	if s := r.Profile.Summary; r.Profile.Objective == "" && r.career() >= 24 && wanting.MatchString(s) && !newTrade.MatchString(s) {
		return []Finding{advice(at("summary", "the summary begins with what you want", "begin with what you bring; readers know that you want the job"))}
	}
	if r.Profile.Objective == "" || len(r.Profile.Experience) == 0 {
		return nil
	}
	f := at("objective", "an objective is for people without experience", "write a summary instead: what you bring")
	switch months := r.career(); {
	case r.Profile.Summary != "":
		f.Message = "there are a summary and an objective; only the summary is printed"
		f.Hint = "leave the objective out"
		f = advice(f)
	case months < 24, newTrade.MatchString(r.Profile.Objective):
		return nil
	}
	return []Finding{f}
}
