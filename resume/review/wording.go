package review

import (
	"fmt"
	"strings"
	"unicode"

	"github.com/ghresume/ghresume/internal/lazy"
)

var wordingRules = []Rule{
	{
		Name: "informal-words", Area: Language, Severity: Advice, Habit: true, English: true, on: onWriting,
		Reason: "A resume is a business letter: \"super cool stuff!!!\" suits a chat.",
		Bad:    `summary = "Backend developer. Basically made everything way faster!"`,
		Good:   `summary = "Backend developer. Cut the response time of Yahoo! Mail from 4 s to 400 ms."`,
		check:  checkInformal,
	},
	{
		Name: "wordy", Area: Language, Severity: Advice, Habit: true, English: true, on: onWriting,
		Reason: "Words that add nothing hide the ones that matter.",
		Bad:    `summary = "Backend developer. Rebuilt the shop due to the fact that it was slow."`,
		Good:   `summary = "Backend developer. Rebuilt the shop because it was slow."`,
		check:  checkWordy,
	},
	{
		Name: "buzzwords", Area: Language, Severity: Advice, Habit: true, English: true, on: onWriting,
		Reason: "Three buzzwords in a line say less than one fact.",
		Bad:    "[[experience]]\ntitle = \"Engineer\"\nhighlights = [\"Leveraged holistic paradigms to empower stakeholders\"]",
		Good:   "[[experience]]\ntitle = \"Engineer\"\nhighlights = [\"Leveraged the cache of PostgreSQL to halve the bill\"]",
		check:  checkBuzzwords,
	},
	{
		Name: "negative-words", Area: Impact, Severity: Advice, on: onWriting,
		Reason: "Someone who speaks badly of one employer may do so of the next; save it for the interview, in case you are asked.",
		Bad:    "[[experience]]\ntitle = \"Engineer\"\nhighlights = [\"Was laid off because of bad management\"]",
		Good:   "[[experience]]\ntitle = \"Engineer\"\nhighlights = [\"Cut the failures of the nightly import by 90 %\"]",
		check:  checkNegative,
	},
	{
		Name: "declaration", Area: Summary, Severity: Advice, on: onWriting,
		Reason: "It goes without saying that a resume is true; the line only takes space.",
		Bad:    "[[sections]]\ntitle = \"Declaration\"\nitems = [\"I hereby declare that the above is true to the best of my knowledge\"]",
		Good:   "[[sections]]\ntitle = \"Talks\"\nitems = [\"Declarative pipelines, GopherCon\"]",
		check:  checkDeclaration,
	},
	{
		Name: "trivial-hobby", Area: Summary, Severity: Advice, on: onWriting,
		Reason: "Everyone watches movies; a hobby is worth a line if it says something about you.",
		Bad:    "[[sections]]\ntitle = \"Hobbies\"\nitems = [\"Watching TV and hanging out with friends\"]",
		Good:   "[[sections]]\ntitle = \"Hobbies\"\nitems = [\"Restores analog synthesizers\"]",
		check:  checkHobbies,
	},
}

// informal matches words of chats. A bang counts at the end of a sentence only, and not
// behind a name: "Yahoo!".
var informal = pattern("informal")

// bang matches an exclamation mark that ends a sentence.
var bang = lazy.New(`\p{Ll}{2,}\)?!(?:\s+\p{Lu}|\s*$)`)

func checkInformal(r *reading) []Finding {
	var found []Finding
	for _, t := range r.texts {
		if m := informal.FindStringIndex(t.clear); m != nil && !inQuotes(t.clear, m[0]) {
			found = append(found, t.within(m[0], m[1], fmt.Sprintf("%q is informal, or leaves the rest to the reader", t.value[m[0]:m[1]]), "say it with a fact or a number, or leave it out"))
			continue
		}
		if m := bang.FindStringIndex(t.clear); m != nil && t.kind != title && !unicode.IsUpper(firstRune(t.clear[lastWordStart(t.clear, m[0]):])) {
			at := m[0] + strings.IndexByte(t.clear[m[0]:], '!')
			found = append(found, t.within(at, at+1, "an exclamation mark shouts", "end with a period, or with nothing"))
		}
	}
	return found
}

// lastWordStart returns where the word that holds the byte at i begins.
func lastWordStart(s string, i int) int {
	return strings.LastIndexAny(s[:i+1], " \t\n(") + 1
}

// wordy maps a long phrase to a short one.
var wordy = map[string]string{
	"in order to": "to", "due to the fact that": "because", "at this point in time": "now",
	"on a daily basis": "daily", "on a weekly basis": "weekly", "on a regular basis": "regularly",
	"for the purpose of": "for", "with the aim of": "to", "with the purpose of": "to",
	"with the goal of": "to", "with the intention of": "to", "with the objective of": "to",
	"for the reason that": "because", "despite the fact that": "although",
	"in spite of the fact that": "although", "take into consideration": "consider",
	"took into consideration": "considered", "at all times": "always", "in close proximity to": "near",
	"prior to the start of": "before", "in a timely manner": "on time",
	"it should be noted that": "leave it out", "needless to say": "leave it out",
	"as a matter of fact": "leave it out", "with regard to": "about", "with regards to": "about",
	"in addition to this": "also", "until such time as": "until", "make use of": "use",
	"made use of": "used", "gave consideration to": "considered", "each and every": "every",
	"various different": "various", "in the event that": "if", "a large number of": "the number, or many",
	"the vast majority of": "most", "has the ability to": "can", "was able to": "the verb alone",
	"were able to": "the verb alone", "managed to": "the verb alone", "as well as also": "and",
	"and also": "and", "in an efficient manner": "efficiently", "around approx": "about",
	"about approximately": "about", "approximately about": "about", "end result": "result",
	"future plans": "plans", "past experience": "experience", "very unique": "unique",
	"completely finished": "finished", "new innovation": "innovation",
}

var wordyPattern = lazy.New(`(?i)` + phrasePattern(wordy))

// selfReference matches descriptions that begin by saying that they describe a project.
var selfReference = pattern("selfReference")

func checkWordy(r *reading) []Finding {
	var found []Finding
	for _, t := range r.texts {
		if m := selfReference.FindStringIndex(t.clear); m != nil {
			found = append(found, t.within(m[0], m[1], fmt.Sprintf("%q only says that something follows", t.value[m[0]:m[1]]), "begin with what it does: \"Plans the shifts of 40 nurses\""))
		}
		for _, m := range wordyPattern.FindAllStringIndex(t.clear, -1) {
			short := wordy[strings.ToLower(t.clear[m[0]:m[1]])]
			found = append(found, t.within(m[0], m[1], fmt.Sprintf("%q is long-winded", t.value[m[0]:m[1]]), "rather: "+short))
		}
	}
	return found
}

// buzz matches words that promise much and say little; each has honest uses.
var buzz = pattern("buzz")

// buzzLimit is the number of different buzzwords that a line may hold.
const buzzLimit = 3

func checkBuzzwords(r *reading) []Finding {
	var found []Finding
	for _, t := range r.texts {
		var words []string
		for _, w := range buzz.FindAllString(t.clear, -1) {
			if !strings.Contains(strings.ToLower(strings.Join(words, "|")), strings.ToLower(w)) {
				words = append(words, w)
			}
		}
		if n := countWords(t.value); len(words) >= buzzLimit && len(words)*buzzShare >= n && !hasQuantity(t.value) {
			found = append(found, at(t.field, fmt.Sprintf("%d buzzwords in a line: %s", len(words), firstOf(words)), "say what was built, for whom, and what changed"))
		}
	}
	return found
}

// buzzShare is how many words may come with one buzzword before the line is about
// something else.
const buzzShare = 7

var negative = pattern("negative")

// leaving matches why somebody left, in the other output languages.
var leaving = pattern("leaving")

func checkNegative(r *reading) []Finding {
	var found []Finding
	for _, t := range r.texts {
		pattern := negative
		if r.foreign[t.field] {
			pattern = leaving
		}
		if m := pattern.FindStringIndex(t.clear); m != nil && !strings.HasPrefix(t.field, "projects") {
			found = append(found, t.within(m[0], m[1], fmt.Sprintf("%q tells against you or a former employer", strings.TrimSpace(t.value[m[0]:m[1]])), "leave it out; say what you did"))
		}
	}
	return found
}

// declarations matches the assurance that all is true, in the output languages. The consent
// to the processing of personal data that Italian and Polish employers ask for is another
// matter.
var declarations = pattern("declarations")

// aboutDeclaration matches the heading of such a section.
var aboutDeclaration = pattern("aboutDeclaration")

func checkDeclaration(r *reading) []Finding {
	var found []Finding
	for _, t := range r.allTexts(true) {
		if m := declarations.FindStringIndex(t.value); m != nil {
			found = append(found, t.within(m[0], m[1], "the declaration says nothing about you", leaveOut+", unless the employer asks for it"))
		} else if strings.HasPrefix(t.field, "sections") && aboutDeclaration.MatchString(r.headingOf(t.field)) && !strings.HasSuffix(t.field, ".title") {
			found = append(found, at(t.field, "the declaration says nothing about you", leaveOut+", unless the employer asks for it"))
		}
	}
	return found[:min(1, len(found))]
}

var hobbies = pattern("hobbies")

func checkHobbies(r *reading) []Finding {
	var found []Finding
	for _, t := range r.texts {
		if !strings.HasPrefix(t.field, "sections") {
			continue
		}
		label := leisureLabel.FindString(t.clear)
		if label == "" && !aboutLeisure.MatchString(r.headingOf(t.field)) {
			continue
		}
		if allUsual(t.clear[len(label):]) {
			found = append(found, at(t.field, "these are everybody's hobbies", "leave them out, or name what sets you apart"))
			continue
		}
		if m := hobbies.FindStringIndex(t.clear[len(label):]); m != nil {
			hobby := strings.Trim(t.value[len(label)+m[0]:len(label)+m[1]], " ,.;()")
			from := len(label) + m[0] + strings.Index(t.value[len(label)+m[0]:], hobby)
			found = append(found, t.within(from, from+len(hobby), fmt.Sprintf("%q is everybody's hobby", hobby), "leave it out, or name what sets you apart"))
		}
	}
	return found
}

// usual are what most people like, in the output languages.
var usual = wordSet("usual")

// allUsual reports whether a line lists two or more hobbies of one word, each a usual one.
func allUsual(line string) bool {
	n := 0
	for _, hobby := range strings.FieldsFunc(line, func(c rune) bool { return strings.ContainsRune(",;/|&", c) }) {
		if !usual()[strings.ReplaceAll(strings.ToLower(strings.Trim(hobby, " .\t")), "lling", "ling")] {
			return false
		}
		n++
	}
	return n > 1
}

var aboutLeisure = pattern("aboutLeisure")

// leisureLabel matches how a line in any section begins that is about leisure: "Free time: ".
var leisureLabel = pattern("leisureLabel")

// headingOf returns the title of the custom section that a field belongs to.
func (r *reading) headingOf(field string) string {
	section, _, _ := strings.Cut(field, ".")
	return r.valueOf(section + ".title")
}
