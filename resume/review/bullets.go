package review

import (
	"fmt"
	"strings"
	"unicode"

	"github.com/ghresume/ghresume/internal/lazy"
)

var bulletRules = []Rule{
	{
		Name: "weak-opener", Area: Impact, Severity: Warning, Habit: true, on: onBullets,
		Reason: "\"Responsible for\" says what the job was, not what you did with it.",
		Bad:    "[[experience]]\ntitle = \"Engineer\"\nhighlights = [\"Responsible for the payment service of 40 shops\"]",
		Good:   "[[experience]]\ntitle = \"Engineer\"\nhighlights = [\"Ran the payment service of 40 shops without an outage\"]",
		check:  checkWeakOpeners,
	},
	{
		Name: "action-verb", Area: Impact, Severity: Advice, English: true, on: onBullets,
		Reason: "A bullet that begins with a verb reads as something that you did.",
		Bad:    "[[experience]]\ntitle = \"Engineer\"\nhighlights = [\"The payment service of 40 shops in three countries\"]",
		Good:   "[[experience]]\ntitle = \"Engineer\"\nhighlights = [\"Rebuilt the payment service of 40 shops in three countries\"]",
		check:  checkActionVerbs,
	},
	{
		Name: "show-impact", Area: Impact, Severity: Advice, on: onRoleBullets,
		Reason: "One number per role shows its scale: users, money, time, percent.",
		Bad:    "[[experience]]\ntitle = \"Engineer\"\nhighlights = [\"Rebuilt the payment service of all our shops\"]",
		Good:   "[[experience]]\ntitle = \"Engineer\"\nhighlights = [\"Rebuilt the payment service of 40 shops in three countries\"]",
		check:  checkNumbers,
	},
	{
		Name: "vague-amount", Area: Impact, Severity: Advice, Habit: true, English: true, on: onBullets,
		Reason: "\"Significantly faster\" is what everybody writes; a figure is believed, and remembered.",
		Bad:    "[[experience]]\ntitle = \"Engineer\"\nhighlights = [\"Significantly improved the loading time of the shop\"]",
		Good:   "[[experience]]\ntitle = \"Engineer\"\nhighlights = [\"Significantly improved the loading time of the shop, from 9 s to 2 s\"]",
		check:  checkVagueAmounts,
	},
	{
		Name: "bullet-length", Area: Length, Severity: Warning, Habit: true, English: true, on: onBullets,
		Reason: "Six to thirty words leave room for what you did, how, and with what result.",
		Bad:    "[[experience]]\ntitle = \"Engineer\"\nhighlights = [\"Wrote code\"]",
		Good:   "[[experience]]\ntitle = \"Engineer\"\nhighlights = [\"Rebuilt the payment service of 40 shops in three countries\"]",
		check:  checkBulletLength,
	},
	{
		Name: "text-block", Area: Length, Severity: Warning, Habit: true, on: onWriting,
		Reason: "Readers give a resume half a minute; nobody reads a block of text.",
		Bad:    "[[experience]]\ntitle = \"Engineer\"\nsummary = \"" + strings.Repeat("The service was rebuilt and it ran well after that. ", 13) + "\"",
		Good:   "[[experience]]\ntitle = \"Engineer\"\nsummary = \"The service was rebuilt.\"",
		check:  checkBlocks,
	},
	{
		Name: "full-stop", Area: Language, Severity: Warning, Habit: true, on: onBullets,
		Reason: "Either all bullets of a list end with a period, or none does.",
		Bad: "[[experience]]\ntitle = \"Engineer\"\n" +
			"highlights = [\"Rebuilt the payment service of 40 shops.\", \"Cut costs by 12 %\", \"Mentored two " +
			"juniors\"]",
		Good: "[[experience]]\ntitle = \"Engineer\"\n" +
			"highlights = [\"Rebuilt the payment service of 40 shops\", \"Cut costs by 12 %\", \"Mentored two " +
			"juniors\"]",
		check: checkFullStops,
	},
	{
		Name: "small-start", Area: Language, Severity: Warning, Habit: true, on: onBullets,
		Reason: "Bullets begin with a capital letter, as sentences do; a mixture looks careless.",
		Bad: "[[experience]]\ntitle = \"Engineer\"\n" +
			"highlights = [\"rebuilt the payment service of 40 shops\", \"Cut costs by 12 %\", \"Mentored two " +
			"juniors\"]",
		Good: "[[experience]]\ntitle = \"Engineer\"\n" +
			"highlights = [\"Rebuilt the payment service of 40 shops\", \"Cut costs by 12 %\", \"npm packages: " +
			"published 12\"]",
		check: checkSmallStarts,
	},
	{
		Name: "repeated-verb", Area: Impact, Severity: Warning, Habit: true, English: true, on: onRoleBullets,
		Reason: "The same verb three times sounds as if you did only one thing.",
		Bad: "[[experience]]\ntitle = \"Engineer\"\n" +
			"highlights = [\"Built the payment service of 40 shops\", \"Built the new pipeline\", \"Built a team " +
			"of five people\"]",
		Good: "[[experience]]\ntitle = \"Engineer\"\n" +
			"highlights = [\"Built the payment service of 40 shops\", \"Automated the new pipeline\", \"Grew a " +
			"team to five people\"]",
		check: checkRepeatedVerbs,
	},
	{
		Name: "repeated-bullet", Area: Impact, Severity: Warning, Habit: true, on: onBullets,
		Reason: "A line that appears twice was pasted, not written.",
		Bad:    "[[experience]]\ntitle = \"Engineer\"\nhighlights = [\"Cut costs by 12 %\", \"Cut costs by 12 %\"]",
		Good:   "[[experience]]\ntitle = \"Engineer\"\nhighlights = [\"Cut costs by 12 %\", \"Cut build time by 40 %\"]",
		check:  checkRepeatedBullets,
	},
	{
		Name: "no-highlights", Area: Impact, Severity: Warning, Habit: true, on: onRoles,
		Reason: "A title alone does not say where you did the job.",
		Bad:    "[[experience]]\ntitle = \"Engineer\"\nstart = \"2020-01\"",
		Good:   "[[experience]]\ntitle = \"Engineer\"\nstart = \"2020-01\"\nhighlights = [\"Cut costs by 12 %\"]",
		check:  checkNoHighlights,
	},
	{
		Name: "too-many-bullets", Area: Length, Severity: Advice, on: onRoleBullets,
		Reason: "Readers read three to six bullets per role, but none of twelve.",
		Bad:    "[[experience]]\ntitle = \"Engineer\"\nhighlights = [\"a\", \"b\", \"c\", \"d\", \"e\", \"f\", \"g\", \"h\", \"i\"]",
		Good:   "[[experience]]\ntitle = \"Engineer\"\nhighlights = [\"a\", \"b\", \"c\"]",
		check:  checkTooMany,
	},
}

// weakOpeners maps an opener that hides what was done to verbs that show it.
var weakOpeners = map[string]string{
	"responsible for":           "Ran, Owned, Delivered",
	"responsible of":            "Ran, Owned, Delivered",
	"was responsible of":        "Ran, Owned, Delivered",
	"was responsible for":       "Ran, Owned, Delivered",
	"responsibilities included": "Ran, Owned, Delivered",
	"responsibilities include":  "Run, Own, Deliver",
	"has been responsible for":  "Ran, Owned, Delivered",
	"have been responsible for": "Ran, Owned, Delivered",
	"been responsible for":      "Ran, Owned, Delivered",
	"i was responsible for":     "Ran, Owned, Delivered",
	"done":                      "Completed, Delivered, Performed",
	"responsible to":            "Ran, Owned, Delivered",
	"duties included":           "Ran, Delivered, Maintained",
	"duties include":            "Run, Deliver, Maintain",
	"in charge of":              "Led, Ran, Directed",
	"was in charge of":          "Led, Ran, Directed",
	"tasked with":               "Built, Delivered, Resolved",
	"was tasked with":           "Built, Delivered, Resolved",
	"charged with":              "Built, Delivered, Resolved",
	"accountable for":           "Owned, Delivered",
	"worked on":                 "Built, Developed, Shipped",
	"working on":                "Building, Developing, Shipping",
	"work on":                   "Build, Develop, Ship",
	"worked with":               "Partnered with, Coordinated, Built … with",
	"worked as":                 "name what you did: Built, Led, Ran",
	"worked in":                 "name what you did: Built, Led, Ran",
	"worked closely with":       "Partnered with, Coordinated",
	"worked to":                 "name the result: Improved, Delivered",
	"helped":                    "Enabled, Improved, or the action itself",
	"helping":                   "Enabling, Improving, or the action itself",
	"help":                      "Enable, Improve, or the action itself",
	"assisted":                  "Supported, Delivered, or your own part in it",
	"assisting":                 "Supporting, Delivering, or your own part in it",
	"assist":                    "Support, Deliver, or your own part in it",
	"aided":                     "Supported, Enabled, or your own part in it",
	"participated in":           "Contributed …, Delivered, or your own part in it",
	"participating in":          "Contributing …, or your own part in it",
	"participate in":            "Contribute …, or your own part in it",
	"assists":                   "Supports, Delivers, or your own part in it",
	"helps":                     "Enables, Improves, or the action itself",
	"works on":                  "Builds, Develops, Ships",
	"works with":                "Partners with, Coordinates",
	"participates in":           "Contributes …, or your own part in it",
	"handles":                   "Resolves, Processes, Manages",
	"uses":                      "name what you build with it?",
	"utilizes":                  "name what you build with it?",
	"served as":                 "name what you did: Led, Advised, Ran?",
	"serving as":                "name what you do: Leading, Advising, Running?",
	"acted as":                  "name what you did: Led, Advised, Ran?",
	"played a key role":         "name your own part: Built, Tested, Led",
	"played a role":             "name your own part: Built, Tested, Led",
	"played a major role":       "name your own part: Built, Tested, Led",
	"played a vital role":       "name your own part: Built, Tested, Led",
	"played a crucial role":     "name your own part: Built, Tested, Led",
	"played a pivotal role":     "name your own part: Built, Tested, Led",
	"played an important role":  "name your own part: Built, Tested, Led",
	"played an integral role":   "name your own part: Built, Tested, Led",
	"took part in":              "Contributed …, or your own part in it",
	"involved in":               "Built, Designed, or your own part in it",
	"was involved in":           "Built, Designed, or your own part in it",
	"involvement in":            "Built, Designed, or your own part in it",
	"engaged in":                "Built, Designed, or your own part in it",
	"part of":                   "name your own part: Built, Tested, Led",
	"was part of":               "name your own part: Built, Tested, Led",
	"member of":                 "name your own part: Built, Tested, Led",
	"took care of":              "Ran, Maintained, Resolved",
	"taking care of":            "Running, Maintaining, Resolving",
	"looked after":              "Ran, Maintained, Supported",
	"looking after":             "Running, Maintaining, Supporting",
	"dealt with":                "Resolved, Negotiated, Reduced",
	"dealing with":              "Resolving, Negotiating, Reducing",
	"handled":                   "Resolved, Processed, Managed",
	"handling":                  "Resolving, Processing, Managing",
	"exposed to":                "name what you built with it",
	"exposure to":               "name what you built with it",
	"experience with":           "name what you built with it",
	"experience in":             "name what you did",
	"experienced in":            "name what you did",
	"familiar with":             "name what you built with it",
	"knowledge of":              "name what you built with it",
	"gained experience":         "name what you built",
	"gained knowledge":          "name what you built",
	"learned about":             "Applied, Built … with",
	"learnt about":              "Applied, Built … with",
	"tried to":                  "name the result",
	"attempted to":              "name the result",
	"contributed to":            "your own part of it: Implemented, Reviewed, Documented?",
	"made":                      "Built, Created, Produced?",
	"did":                       "Completed, Delivered, Performed",
	"got":                       "Obtained, Won, Earned?",
	"went":                      "name what you did",
	"was":                       "begin with what you did: Led, Built, Ran",
	"were":                      "begin with what you did: Led, Built, Ran",
	"utilized":                  "name what you built with it: Built, Automated?",
	"utilised":                  "name what you built with it: Built, Automated?",
	"used":                      "name what you built with it: Built, Automated?",
	"utilizing":                 "name what you built with it?",
	"using":                     "name what you built with it?",
}

// weakPattern matches a weak opener behind words that change nothing: "Have also been", "My
// main". The second group matches duties by any name.
var weakPattern = lazy.New(`(?i)^\W*(?:(?:i|we|he|she)\s+)?(?:(?:have|has|had)\s+)?(?:(?:been|was|were|am|is|` +
	`are)\s+)?(?:(?:primarily|mainly|mostly|also|actively|closely|successfully|directly|solely|partly|` +
	`personally|fully|heavily|deeply|regularly)\s+)?(?:(` + strings.TrimPrefix(phrasePattern(weakOpeners), `\b`) + `)` +
	`|((?:(?:my|our|the|his|her|main|key|core|primary|daily|other|general|job|overall|day-to-day|work|` +
	`major|principal)\s+)*(?:duties|responsibilities|responsibility|tasks?|role|job|work|activities|` +
	`duty)\s*(?:here |there |in this role |at \p{Lu}\S* )?(?:included?|includes|including|involved|` +
	`involves|was|were|is|are|consist(?:ed|s) (?:of|in)|entailed|comprised|:)))`)

// weakElsewhere matches "Responsible for" and the like in the other output languages.
var weakElsewhere = pattern("weakElsewhere")

func checkWeakOpeners(r *reading) []Finding {
	var found []Finding
	for _, t := range r.allBullets() {
		if r.foreign[t.field] {
			if m := weakElsewhere.FindStringIndex(t.value); m != nil {
				found = append(found, advice(t.within(m[0], m[1], fmt.Sprintf("%q is a weak opener", strings.TrimSpace(t.value[m[0]:m[1]])), "begin with what you did and what came of it")))
			}
			continue
		}
		m := weakPattern.FindStringSubmatchIndex(t.value)
		if m == nil {
			continue
		}
		if m[2] < 0 {
			found = append(found, t.within(m[4], m[5], fmt.Sprintf("%q is a weak opener", t.value[m[4]:m[5]]), "rather: Ran, Delivered, Maintained"))
			continue
		}
		phrase := strings.ToLower(t.value[m[2]:m[3]])
		if (!strings.Contains(phrase, " ") || phrase == "looked after") && amountNext.MatchString(t.value[m[3]:]) {
			continue // what was counted is what was achieved
		}
		from := m[0] + strings.IndexFunc(t.value[m[0]:m[3]], unicode.IsLetter)
		message := fmt.Sprintf("%q is a weak opener", t.value[from:m[3]])
		hint := openerHint(phrase, t.value[m[3]:])
		f := t.within(from, m[3], message, "rather: "+strings.TrimSuffix(hint, "?"))
		if strings.HasSuffix(hint, "?") || r.startsName(t, m[2]) {
			f = advice(f)
			f.Message += ", unless it is the fact itself"
		}
		found = append(found, f)
	}
	return found
}

// amountNext matches an amount right behind a verb: "Assisted 410 deliveries".
var amountNext = lazy.New(`(?i)^ (?:(?:over|about|around|nearly|almost|some|up to|more than|at least|all|~) ?)?(?:\d|[$€£]\s?\d|(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundreds|thousands|dozens)\b|a (?:hundred|thousand|dozen|million)\b)`)

// madeChange matches what a weak verb did: "Got the build time down to 4 min".
var madeChange = lazy.New(`(?i)^[^.;,]{1,60}\b(?:(down)|(up)|(faster|quicker|fast)|(smaller|shorter|cheaper|fewer|lower)|(work|working|running|live)|(possible)|(easier|simpler|simple|easy))\b`)

// openerHint returns verbs instead of a weak opener, by what follows it.
func openerHint(phrase, rest string) string {
	if m := madeChange.FindStringSubmatchIndex(rest); m != nil && (phrase == "got" || phrase == "made") {
		for i, verbs := range []string{"Cut, Reduced, Lowered", "Raised, Increased, Grew", "Accelerated, Sped up", "Cut, Reduced, Shortened", "Fixed, Launched, Restored", "Enabled", "Simplified, Streamlined"} {
			if m[2+2*i] >= 0 {
				return verbs
			}
		}
	}
	return weakOpeners[phrase]
}

// startsName reports whether a name starts at from: "Got" may be a product.
func (r *reading) startsName(t text, from int) bool {
	words := wordsOf(t.value[from:])
	return len(words) > 0 && r.names[words[0].lower()]
}

// allBullets returns the bullets of all lists.
func (r *reading) allBullets() []text {
	var all []text
	for _, l := range r.lists {
		all = append(all, l.items...)
	}
	return all
}

func checkActionVerbs(r *reading) []Finding {
	var found []Finding
	for _, l := range r.lists {
		var noVerb []Finding
		for _, t := range l.items {
			first, v := openerBehindLabel(t)
			if first.text == "" || first.text == "I" || plainVerbs()[first.lower()] || onCall.MatchString(t.value) || strings.HasPrefix(t.value, "<") || v.form == gerund && isOneOf(trades, first.lower()) || v.form != notAVerb && v.form != gerund || weakPattern.MatchString(t.value) || isPassive(t) {
				continue
			}
			if v.form == gerund {
				found = append(found, t.within(first.from, first.to, fmt.Sprintf("%q leaves open whether it was done", first.text), "begin with the plain form: "+tenseHint(l, v)))
			} else if l.role != nil { // projects may be described by nouns
				noVerb = append(noVerb, t.within(first.from, first.to, fmt.Sprintf("%q is not a known action verb", first.text), beginWithVerb))
			}
		}
		if len(noVerb) >= mostNoVerbs && len(noVerb)*2 > len(l.items) {
			noVerb = []Finding{at(l.field, fmt.Sprintf("%d of the %d bullets begin without a verb", len(noVerb), len(l.items)), beginWithVerb)}
		}
		found = append(found, noVerb...)
	}
	return found
}

// plainVerbs are verbs that say what was done without being strong, in the present tense and
// with an irregular past.
var plainVerbs = wordSet("plainVerbs")

// onCall matches a duty that has no verb.
var onCall = lazy.New(`(?i)^\W*on[- ]call\b`)

// openingLabel matches a label before a bullet: "Technologies: Go, Kafka".
var openingLabel = lazy.New(`^\W*\pL[\w/&+. -]{1,40}:\*{0,2}\s+`)

// openerBehindLabel returns the opener of a bullet behind its label. A label before names
// has no opener: the bullet is a list.
func openerBehindLabel(t text) (word, verb) {
	label := openingLabel.FindString(t.value)
	if label == "" || countWords(label) > longestLabel {
		return opener(t)
	}
	rest := t
	rest.value = t.value[len(label):]
	first, v := opener(rest)
	if v.form == notAVerb {
		return word{}, verb{}
	}
	first.from, first.to = first.from+len(label), first.to+len(label)
	return first, v
}

// longestLabel is how many words a label has.
const longestLabel = 4

// trades are words that look like verbs and are fields of work.
const trades = " marketing engineering networking consulting accounting programming computing "

const beginWithVerb = "begin with what you did: Built, Led, Cut, Automated, Migrated …"

// mostNoVerbs is how many bullets of a list, if they are most of it, make a style rather
// than slips.
const mostNoVerbs = 3
