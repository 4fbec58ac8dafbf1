package review

import (
	"fmt"
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"
)

var bulletRules = []Rule{
	{
		Name: "weak-opener", Area: Impact, Severity: Warning, Habit: true, English: true,
		Reason: "\"Responsible for\" says what the job was, not what you did with it.",
		Bad:    "[[experience]]\ntitle = \"Engineer\"\nhighlights = [\"Responsible for the payment service of 40 shops\"]",
		Good:   "[[experience]]\ntitle = \"Engineer\"\nhighlights = [\"Ran the payment service of 40 shops without an outage\"]",
		check:  checkWeakOpeners,
	},
	{
		Name: "action-verb", Area: Impact, Severity: Advice, English: true,
		Reason: "A bullet that begins with a verb is read as something that you did.",
		Bad:    "[[experience]]\ntitle = \"Engineer\"\nhighlights = [\"The payment service of 40 shops in three countries\"]",
		Good:   "[[experience]]\ntitle = \"Engineer\"\nhighlights = [\"Rebuilt the payment service of 40 shops in three countries\"]",
		check:  checkActionVerbs,
	},
	{
		Name: "show-impact", Area: Impact, Severity: Advice, English: true,
		Reason: "One number in each role shows its size: users, money, time, percent.",
		Bad:    "[[experience]]\ntitle = \"Engineer\"\nhighlights = [\"Rebuilt the payment service of all our shops\"]",
		Good:   "[[experience]]\ntitle = \"Engineer\"\nhighlights = [\"Rebuilt the payment service of 40 shops in three countries\"]",
		check:  checkNumbers,
	},
	{
		Name: "bullet-length", Area: Length, Severity: Warning, Habit: true, English: true,
		Reason: "Six to thirty words: room for what you did, how, and what came of it.",
		Bad:    "[[experience]]\ntitle = \"Engineer\"\nhighlights = [\"Wrote code\"]",
		Good:   "[[experience]]\ntitle = \"Engineer\"\nhighlights = [\"Rebuilt the payment service of 40 shops in three countries\"]",
		check:  checkBulletLength,
	},
	{
		Name: "text-block", Area: Length, Severity: Warning, Habit: true,
		Reason: "Readers give a resume half a minute; nobody reads a block of text.",
		Bad:    "[[experience]]\ntitle = \"Engineer\"\nsummary = \"" + strings.Repeat("The service was rebuilt and it ran well after that. ", 13) + "\"",
		Good:   "[[experience]]\ntitle = \"Engineer\"\nsummary = \"The service was rebuilt.\"",
		check:  checkBlocks,
	},
	{
		Name: "full-stop", Area: Language, Severity: Warning, Habit: true,
		Reason: "Either all bullets of a list end with a full stop, or none does.",
		Bad:    "[[experience]]\ntitle = \"Engineer\"\nhighlights = [\"Rebuilt the payment service of 40 shops.\", \"Cut costs by 12 %\", \"Mentored two juniors\"]",
		Good:   "[[experience]]\ntitle = \"Engineer\"\nhighlights = [\"Rebuilt the payment service of 40 shops\", \"Cut costs by 12 %\", \"Mentored two juniors\"]",
		check:  checkFullStops,
	},
	{
		Name: "small-start", Area: Language, Severity: Warning, Habit: true,
		Reason: "Bullets begin with a capital letter, as sentences do; a mixture looks careless.",
		Bad:    "[[experience]]\ntitle = \"Engineer\"\nhighlights = [\"rebuilt the payment service of 40 shops\", \"Cut costs by 12 %\", \"Mentored two juniors\"]",
		Good:   "[[experience]]\ntitle = \"Engineer\"\nhighlights = [\"Rebuilt the payment service of 40 shops\", \"Cut costs by 12 %\", \"npm packages: published 12\"]",
		check:  checkSmallStarts,
	},
	{
		Name: "repeated-verb", Area: Impact, Severity: Warning, Habit: true, English: true,
		Reason: "The same verb three times sounds as if you did one thing.",
		Bad:    "[[experience]]\ntitle = \"Engineer\"\nhighlights = [\"Built the payment service of 40 shops\", \"Built the new pipeline\", \"Built a team of five people\"]",
		Good:   "[[experience]]\ntitle = \"Engineer\"\nhighlights = [\"Built the payment service of 40 shops\", \"Automated the new pipeline\", \"Grew a team to five people\"]",
		check:  checkRepeatedVerbs,
	},
	{
		Name: "repeated-bullet", Area: Impact, Severity: Warning, Habit: true,
		Reason: "A line that stands twice was pasted, not written.",
		Bad:    "[[experience]]\ntitle = \"Engineer\"\nhighlights = [\"Cut costs by 12 %\", \"Cut costs by 12 %\"]",
		Good:   "[[experience]]\ntitle = \"Engineer\"\nhighlights = [\"Cut costs by 12 %\", \"Cut build time by 40 %\"]",
		check:  checkRepeatedBullets,
	},
	{
		Name: "no-highlights", Area: Impact, Severity: Advice,
		Reason: "A title alone does not tell what you did.",
		Bad:    "[[experience]]\ntitle = \"Engineer\"\nstart = \"2020-01\"",
		Good:   "[[experience]]\ntitle = \"Engineer\"\nstart = \"2020-01\"\nhighlights = [\"Cut costs by 12 %\"]",
		check:  checkNoHighlights,
	},
	{
		Name: "too-many-bullets", Area: Length, Severity: Advice,
		Reason: "Three to six bullets a role are read; of twelve, none.",
		Bad:    "[[experience]]\ntitle = \"Engineer\"\nhighlights = [\"a\", \"b\", \"c\", \"d\", \"e\", \"f\", \"g\", \"h\", \"i\"]",
		Good:   "[[experience]]\ntitle = \"Engineer\"\nhighlights = [\"a\", \"b\", \"c\"]",
		check:  checkTooMany,
	},
}

// weakOpeners maps an opener that hides the deed to verbs that show it.
var weakOpeners = map[string]string{
	"responsible for": "Ran, Owned, Delivered", "was responsible for": "Ran, Owned, Delivered", "responsibilities included": "Ran, Owned, Delivered", "responsibilities include": "Run, Own, Deliver", "responsible to": "Ran, Owned, Delivered",
	"duties included": "Ran, Delivered, Maintained", "duties include": "Run, Deliver, Maintain", "in charge of": "Led, Ran, Directed", "was in charge of": "Led, Ran, Directed", "tasked with": "Built, Delivered, Resolved", "was tasked with": "Built, Delivered, Resolved", "charged with": "Built, Delivered, Resolved", "accountable for": "Owned, Delivered",
	"worked on": "Built, Developed, Shipped", "working on": "Building, Developing, Shipping", "work on": "Build, Develop, Ship", "worked with": "Partnered with, Coordinated, Built … with", "worked as": "name what you did: Built, Led, Ran", "worked in": "name what you did: Built, Led, Ran", "worked closely with": "Partnered with, Coordinated", "worked to": "name the deed: Improved, Delivered",
	"helped": "Enabled, Improved, or the deed itself", "helping": "Enabling, Improving, or the deed itself", "help": "Enable, Improve, or the deed itself", "assisted": "Supported, Delivered, or your own part of it", "assisting": "Supporting, Delivering, or your own part of it", "assist": "Support, Deliver, or your own part of it", "aided": "Supported, Enabled, or your own part of it",
	"participated in": "Contributed …, Delivered, or your own part of it", "participating in": "Contributing …, or your own part of it", "participate in": "Contribute …, or your own part of it", "took part in": "Contributed …, or your own part of it", "involved in": "Built, Designed, or your own part of it", "was involved in": "Built, Designed, or your own part of it", "involvement in": "Built, Designed, or your own part of it", "engaged in": "Built, Designed, or your own part of it", "part of": "name your own part: Built, Tested, Led", "was part of": "name your own part: Built, Tested, Led", "member of": "name your own part: Built, Tested, Led",
	"dealt with": "Resolved, Negotiated, Reduced", "dealing with": "Resolving, Negotiating, Reducing", "handled": "Resolved, Processed, Managed", "handling": "Resolving, Processing, Managing", "exposed to": "name what you built with it", "exposure to": "name what you built with it", "experience with": "name what you built with it", "experience in": "name what you did", "experienced in": "name what you did", "familiar with": "name what you built with it", "knowledge of": "name what you built with it", "gained experience": "name what you built", "gained knowledge": "name what you built", "learned about": "Applied, Built … with", "learnt about": "Applied, Built … with",
	"tried to": "name what came of it", "attempted to": "name what came of it", "contributed to": "your own part of it: Implemented, Reviewed, Documented?",
	"made": "Built, Created, Produced", "did": "Completed, Delivered, Performed", "got": "Obtained, Won, Earned", "went": "name what you did", "was": "begin with what you did: Led, Built, Ran", "were": "begin with what you did: Led, Built, Ran",
	"utilized": "name what you built with it: Built, Automated?", "utilised": "name what you built with it: Built, Automated?", "used": "name what you built with it: Built, Automated?", "utilizing": "name what you built with it?", "using": "name what you built with it?",
}

var weakPattern = regexp.MustCompile(`(?i)^\W*(?:(?:primarily|mainly|mostly|also|actively|closely|successfully|directly|solely|partly)\s+)?(` + strings.TrimPrefix(phrasePattern(weakOpeners), `\b`) + `)`)

func checkWeakOpeners(r *reading) []Finding {
	var found []Finding
	for _, t := range r.allBullets() {
		m := weakPattern.FindStringSubmatchIndex(t.value)
		if m == nil {
			continue
		}
		phrase := strings.ToLower(t.value[m[2]:m[3]])
		message := fmt.Sprintf("%q is a weak opener", t.value[m[2]:m[3]])
		hint := weakOpeners[phrase]
		f := t.within(m[2], m[3], message, "rather: "+strings.TrimSuffix(hint, "?"))
		if strings.HasSuffix(hint, "?") || r.startsName(t, m[2]) {
			f = advice(f)
			f.Message += ", unless it is the fact itself"
		}
		found = append(found, f)
	}
	return found
}

// startsName: "Got" may be a product.
func (r *reading) startsName(t text, from int) bool {
	words := wordsOf(t.value[from:])
	return len(words) > 0 && r.names[words[0].lower()]
}

// allBullets are the bullets of all lists.
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
		for _, t := range l.items {
			first, v := opener(t)
			if first.text == "" || v.form != notAVerb && v.form != gerund || weakPattern.MatchString(t.value) {
				continue
			}
			if l.role == nil && v.form == notAVerb {
				continue // projects may be described by nouns
			}
			message := fmt.Sprintf("%q is no action verb that the guide knows", first.text)
			hint := "begin with what you did: Built, Led, Cut, Automated, Migrated …"
			if v.form == gerund {
				message = fmt.Sprintf("%q leaves open whether it was done", first.text)
				hint = "begin with the plain form: " + tenseHint(l, v)
			}
			found = append(found, t.within(first.from, first.to, message, hint))
		}
	}
	return found
}

// quantity finds a number that tells a size: digits that are not part of a
// name or a version, or a number in words.
var quantity = regexp.MustCompile(`(?i)(?:^|[\s(~<>≈±+−–$€£¥₹-])\d[\d.,]*(?:\s?(?:%|x|k|m|bn|gb|tb|pb|ms|s|h))?(?:[+,.;:)\s–-]|\b|$)|%|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|dozens?|hundreds?|thousands?|millions?|billions?|half|halved|halving|doubled|doubling|tripled|tripling|quadrupled|twofold|tenfold|twice|thrice|zero|single-handedly|sole)\b`)

// noQuantity are numbers that say nothing about size: years, versions, ordinals of names.
var noQuantity = regexp.MustCompile(`\b(?:19|20)\d\d\b|\bv?\d+\.\d+\.\d+\b|(?i)\b(?:python|java|php|angular|vue|react|rails|django|windows|ios|android|node(?:\.js)?|\.net|c\+\+|html|css|es|web|http/?|ipv|oauth|swift|spring boot|sql server|oracle|ubuntu|rhel|centos|kubernetes|postgresql|mysql|version|level|tier|layer|section|iso|rfc|soc|pci|type|phase)\s?-?\d[\d.]*\b|\b24/7\b`)

func checkNumbers(r *reading) []Finding {
	var found []Finding
	for _, l := range r.lists {
		if l.role == nil || len(l.items) == 0 || r.longAgo(l) {
			continue
		}
		if !hasQuantity(l.role.Summary) && !anyQuantity(l.items) {
			found = append(found, at(l.field, "no number shows the size of this role", "add one that you know: users, requests, money, hours, percent; leave it if there is none"))
		}
	}
	return found
}

func anyQuantity(items []text) bool {
	for _, t := range items {
		if hasQuantity(t.value) {
			return true
		}
	}
	return false
}

func hasQuantity(s string) bool {
	return quantity.MatchString(noQuantity.ReplaceAllString(blank(s), "_"))
}

// longAgo: what ended ten years ago needs no numbers.
func (r *reading) longAgo(l list) bool {
	end := lastMonthOf(l.end)
	return r.now > 0 && end > 0 && r.now-end > 120
}

func checkBulletLength(r *reading) []Finding {
	var found []Finding
	for _, l := range r.lists {
		if keywords := l.keywords(); keywords >= 2 && keywords*2 > len(l.items) {
			found = append(found, advice(at(l.field, fmt.Sprintf("%d of the bullets have three words or fewer; they read as a list of skills", keywords), `move names of technologies to skills = ["…"] of the entry`)))
			continue
		}
		for _, t := range l.items {
			if f, ok := bulletLength(t, l.role != nil); ok {
				found = append(found, f)
			}
		}
	}
	return found
}

// keywords counts the bullets of three words or fewer.
func (l list) keywords() int {
	n := 0
	for _, t := range l.items {
		if countWords(t.value) <= 3 {
			n++
		}
	}
	return n
}

// bulletLength judges one bullet; outside of experience short ones are fine.
func bulletLength(t text, role bool) (Finding, bool) {
	n := countWords(t.value)
	words := count(n, "word")
	const add, cut = "say what you did, how, and what came of it; six words at least", "cut it to thirty words, or make two of it"
	switch {
	case n == 0 || n >= 6 && n <= 30 || n < 6 && !role:
		return Finding{}, false
	case n <= 3:
		return at(t.field, "the bullet has "+words, add), true
	case n < 6:
		return advice(at(t.field, "the bullet has "+words+"; a strong one may be so short", add)), true
	case n <= 40:
		return advice(at(t.field, "the bullet has "+words+"; thirty are plenty", cut)), true
	}
	return at(t.field, "the bullet has "+words, cut), true
}

// The most words that a bullet and a paragraph may have.
const (
	bulletBlock    = 60
	paragraphBlock = 120
)

var paragraphEnd = regexp.MustCompile(`\n\s*\n`)

func checkBlocks(r *reading) []Finding {
	var found []Finding
	for _, t := range r.texts {
		limit := paragraphBlock
		if t.kind != prose {
			limit = bulletBlock
		}
		for _, paragraph := range paragraphEnd.Split(t.value, -1) {
			if n := countWords(paragraph); n > limit {
				found = append(found, at(t.field, fmt.Sprintf("a block of %d words", n), "make bullets of it and keep what the reader needs"))
				break
			}
		}
	}
	return found
}

func checkFullStops(r *reading) []Finding {
	var found []Finding
	for _, l := range r.lists {
		var with, without []text
		for _, t := range l.items {
			switch s := strings.TrimRightFunc(t.value, unicode.IsSpace); {
			case s == "":
			case strings.HasSuffix(s, ".") && !endsAbbreviation(s), strings.HasSuffix(s, "。"):
				with = append(with, t)
			case isWordRune(lastRune(s)) || strings.ContainsRune(`)%"”’]+`, lastRune(s)):
				without = append(without, t)
			}
		}
		if len(with) == 0 || len(without) == 0 || len(with)+len(without) < 3 {
			continue
		}
		found = append(found, stopMixture(with, without))
	}
	return found
}

// stopMixture names the bullet that is unlike the others.
func stopMixture(with, without []text) Finding {
	odd, message, hint := without[0], "the bullet ends without a full stop, unlike the others of its list", "add the full stop"
	if len(with) <= len(without) {
		odd, message, hint = with[0], "the bullet ends with a full stop, unlike the others of its list", "drop the full stop"
	}
	f := odd.within(len(strings.TrimRightFunc(odd.value, unicode.IsSpace))-1, len(odd.value), message, hint)
	// Bullets of several sentences need stops that short ones do not.
	several := 0
	for _, t := range with {
		if len(sentencesOf(t.value)) > 1 {
			several++
		}
	}
	if several == len(with) || len(with) == len(without) {
		f = advice(f)
	}
	return f
}

func endsAbbreviation(s string) bool {
	last := strings.ToLower(strings.TrimSuffix(s[strings.LastIndexAny(s, " (")+1:], "."))
	return abbreviations[last] || strings.Contains(last, ".")
}

func lastRune(s string) rune {
	r, _ := utf8.DecodeLastRuneInString(s)
	return r
}

func checkSmallStarts(r *reading) []Finding {
	var found []Finding
	for _, l := range r.lists {
		var small []text
		capitals := 0
		for _, t := range l.items {
			words := wordsOf(t.value)
			if len(words) == 0 || strings.HasPrefix(t.clear, "_") {
				continue
			}
			first, _ := utf8.DecodeRuneInString(words[0].text)
			switch {
			case unicode.IsUpper(first):
				capitals++
			case unicode.IsLower(first) && !hasInnerCapital(words[0].text) && !r.names[words[0].lower()] && !isSmallName(words[0].text):
				small = append(small, t)
			}
		}
		if len(small) == 0 || capitals < len(small) {
			continue
		}
		for _, t := range small {
			w := wordsOf(t.value)[0]
			found = append(found, t.within(w.from, w.to, fmt.Sprintf("the bullet begins with a small letter: %q", w.text), "begin with a capital, as the others do"))
		}
	}
	return found
}

func hasInnerCapital(w string) bool { return strings.IndexFunc(w, unicode.IsUpper) > 0 }

func checkRepeatedVerbs(r *reading) []Finding {
	var found []Finding
	overall := map[string]int{}
	for _, l := range r.lists {
		if l.role == nil {
			continue
		}
		here := map[string]int{}
		for _, t := range l.items {
			w, v := opener(t)
			if v.form == notAVerb {
				continue
			}
			here[v.base]++
			overall[v.base]++
			hint := "put another verb, or make one bullet of two"
			switch {
			case here[v.base] == 3:
				found = append(found, t.within(w.from, w.to, fmt.Sprintf("%q opens a third bullet of this role", w.text), hint))
			case here[v.base] < 3 && overall[v.base] == 4:
				found = append(found, advice(t.within(w.from, w.to, fmt.Sprintf("%q opens a fourth bullet", w.text), hint)))
			}
		}
	}
	return found
}

func checkRepeatedBullets(r *reading) []Finding {
	seen := map[string]bool{}
	var found []Finding
	for _, t := range r.allBullets() {
		key := strings.ToLower(strings.Join(strings.Fields(strings.TrimRight(t.value, ". ")), " "))
		if key == "" {
			continue
		}
		if seen[key] {
			found = append(found, at(t.field, "the bullet stands in the resume twice", "drop one"))
		}
		seen[key] = true
	}
	return found
}

func checkNoHighlights(r *reading) []Finding {
	var found []Finding
	for _, l := range r.lists {
		if l.role != nil && len(l.items) == 0 && strings.TrimSpace(l.role.Summary) == "" && !r.longAgo(l) {
			found = append(found, at(l.field, "the role has neither highlights nor a summary", "add two or three: what you did, how, and what came of it"))
		}
	}
	return found
}

func checkTooMany(r *reading) []Finding {
	var found []Finding
	for _, l := range r.lists {
		if l.role != nil && len(l.items) > 8 {
			found = append(found, at(l.field, fmt.Sprintf("the role has %d bullets", len(l.items)), "keep the best six"))
		}
	}
	return found
}
