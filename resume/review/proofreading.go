package review

import (
	"fmt"
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/ghresume/ghresume/resume/skill"
)

var proofreadingRules = []Rule{
	{
		Name: "misspelling", Area: Language, Severity: Warning, English: true,
		Reason: "A misspelled word costs more interviews than a missing skill.",
		Bad:    `summary = "Backend developer. Five years of managment in payments."`,
		Good:   `summary = "Backend developer. Five years of management in payments."`,
		check:  checkSpelling,
	},
	{
		Name: "product-case", Area: Language, Severity: Warning, Habit: true,
		Reason: "Who works with a product writes its name as its makers do.",
		Bad:    `summary = "Backend developer. Five years of Javascript and Postgresql in payments."`,
		Good:   `summary = "Backend developer. Five years of JavaScript and PostgreSQL in payments."`,
		check:  checkProductCase,
	},
	{
		Name: "doubled-word", Area: Language, Severity: Warning, English: true,
		Reason: "A word that stands twice is overlooked by its writer only.",
		Bad:    `summary = "Backend developer with nine years in the the payments trade."`,
		Good:   `summary = "Backend developer with nine years in the payments trade."`,
		check:  checkDoubledWords,
	},
	{
		Name: "word-slip", Area: Language, Severity: Warning, English: true,
		Reason: "It's and its, then and than: spell checkers pass them, readers do not.",
		Bad:    `summary = "Backend developer. Moved the shop to it's own platform."`,
		Good:   `summary = "Backend developer. Moved the shop to its own platform. It's the fastest of its kind."`,
		check:  checkSlips,
	},
	{
		Name: "article", Area: Language, Severity: Warning, English: true,
		Reason: "A before a consonant's sound, an before a vowel's: a user, an API, an hour.",
		Bad:    `summary = "Backend developer. Built a API for an university."`,
		Good:   `summary = "Backend developer. Built an API for a university in an hour, with a one-line and a European example."`,
		check:  checkArticles,
	},
}

func checkSpelling(r *reading) []Finding {
	var found []Finding
	for _, t := range r.texts {
		for _, w := range wordsOf(t.clear) {
			found = append(found, r.misspelled(t, w)...)
		}
	}
	return found
}

func (r *reading) misspelled(t text, w word) []Finding {
	lower := w.lower()
	right := spelling().right(strings.TrimSuffix(strings.TrimSuffix(lower, "'s"), "’s"))
	if right == "" || r.names[lower] || hasInnerCapital(w.text) && strings.ToUpper(w.text) != w.text {
		return nil
	}
	suffix := ""
	for _, s := range []string{"'s", "’s"} {
		if strings.HasSuffix(lower, s) {
			suffix = s
		}
	}
	if _, known := r.Catalogue.Lookup(w.text); known {
		return nil
	}
	first, _, several := strings.Cut(right, ",")
	f := t.within(w.from, w.to, fmt.Sprintf("%q is misspelled", w.text), fmt.Sprintf("write %q", matchCase(w.text, first)+suffix))
	if unicode.IsUpper(firstRune(w.text)) && !opensSentence(t.value, w.from) && t.kind != title {
		f = advice(f)
		f.Message += ", unless it is a name"
		return []Finding{f}
	}
	if several {
		return []Finding{f}
	}
	return []Finding{fixable(f, matchCase(w.text, first)+suffix)}
}

func firstRune(s string) rune {
	r, _ := utf8.DecodeRuneInString(s)
	return r
}

// opensSentence reports whether the word at i is the first of a sentence, where any word has a capital.
func opensSentence(s string, i int) bool {
	before := strings.TrimRightFunc(s[:i], func(r rune) bool { return unicode.IsSpace(r) || strings.ContainsRune(`"'“‘(•-–—*`, r) })
	return before == "" || strings.ContainsRune(".!?:;", lastRune(before))
}

func checkProductCase(r *reading) []Finding {
	var found []Finding
	for _, t := range r.texts {
		for _, m := range r.Catalogue.Find(t.clear) {
			if f, ok := r.wrongCase(t, m); ok {
				found = append(found, f)
			}
		}
	}
	return found
}

// wrongCase compares a technology in a text with the spelling of its makers.
func (r *reading) wrongCase(t text, m skill.Match) (Finding, bool) {
	if m.Text == m.Name || !strings.EqualFold(m.Text, m.Name) || m.Group == skill.Practices || r.written[m.Text] || len(m.Text) < 3 {
		return Finding{}, false
	}
	// A capital may begin a sentence or a title, even where the makers write a small letter; a text in capitals is a style.
	if m.Text == capitalize(m.Name) || m.Text == strings.ToUpper(t.value[m.Start:m.End]) && t.value == strings.ToUpper(t.value) {
		return Finding{}, false
	}
	if isSmallName(m.Text) {
		return Finding{}, false
	}
	f := t.within(m.Start, m.End, fmt.Sprintf("%q is written %q", m.Text, m.Name), "write the name as its makers do")
	if m.Text == strings.ToUpper(m.Text) {
		return advice(f), true
	}
	if len(m.Text) < 6 && m.Name == capitalize(m.Text) {
		return advice(f), true // a command of that name may be meant
	}
	return fixable(f, m.Name), true
}

// mayDouble are words that may stand twice in a row.
const mayDouble = " that had is bye so very "

func checkDoubledWords(r *reading) []Finding {
	var found []Finding
	for _, t := range r.texts {
		words := wordsOf(t.clear)
		for i := 1; i < len(words); i++ {
			a, b := words[i-1], words[i]
			between := t.value[a.to:b.from]
			if !strings.EqualFold(a.text, b.text) || strings.TrimSpace(between) != "" || between == "" || !isPlainWord(b.text) {
				continue
			}
			f := t.within(a.to, b.to, fmt.Sprintf("%q stands twice", b.text), "drop one")
			if strings.Contains(mayDouble, " "+b.lower()+" ") {
				found = append(found, advice(f))
				continue
			}
			found = append(found, fixable(f, ""))
		}
	}
	return found
}

// isPlainWord: small letters only, so neither a name nor a number.
func isPlainWord(w string) bool {
	return strings.IndexFunc(w, func(r rune) bool { return !unicode.IsLower(r) }) < 0
}

// slip is a wrong word that a pattern is sure of: group 1 is the wrong part.
type slip struct {
	pattern *regexp.Regexp
	right   string // what stands there instead; empty where a person must choose
	hint    string
}

func newSlip(pattern, right, hint string) slip {
	return slip{regexp.MustCompile(`(?i)` + pattern), right, hint}
}

const (
	ownNouns    = `own|users?|customers?|clients?|members?|performance|users'|codebase|features?|services?|development|infrastructure|architecture|design|core|main|primary|first|entire|existing|internal|legacy|current|data|staff|employees|teams?|size|value|impact|quality|security|reliability|capacity|successor|predecessor|parent|competitors|functionality|latency|throughput|cost|costs|build|release|roadmap|stakeholders`
	comparative = `more|less|fewer|better|worse|faster|slower|larger|smaller|higher|lower|greater|bigger|longer|shorter|earlier|later|sooner|older|newer|rather|other|cheaper|easier|harder|stronger`
)

var slipTable = []slip{
	newSlip(`\b(it['’]s)\s+(?:`+ownNouns+`)\b`, "its", "it's means it is; the owner is its"),
	newSlip(`\b(?:of|for|with|from|to|in|on|by|at|across|and)\s+(it['’]s)\b`, "its", "it's means it is; the owner is its"),
	newSlip(`\b(its)\s+(?:a|an|the|not|been|also|very|going|important|possible)\b`, "it's", "its is the owner; it is is it's"),
	newSlip(`\b(?:`+comparative+`)\s+(then)\s+(?:\d|the|a|an|any|other|ever|before|half|one|two|three|expected|planned|previous)`, "than", "then is about time; a comparison has than"),
	newSlip(`\b(?:should|could|would|must|might)\s+(of)\b`, "have", "the verb is have"),
	newSlip(`\b(their)\s+(?:is|are|was|were)\b`, "there", "their is the owner"),
	newSlip(`\b(?:in|on|for|with|of|to)\s+(there)\s+(?:own|team|customers|users|code|work|data|systems?)\b`, "their", "there is a place; the owner is their"),
	newSlip(`\b(they['’]re)\s+(?:own|team|customers|users|code|work|data|needs|systems?)\b`, "their", "they're means they are; the owner is their"),
	newSlip(`\b(your)\s+(?:a|an|the|welcome|not)\b`, "you're", "your is the owner"),
	newSlip(`\b(you['’]re)\s+(?:own|team|code|company|customers)\b`, "your", "you're means you are"),
	newSlip(`\b(who['’]s)\s+(?:code|work|team|job|goal|purpose|main|primary|responsibility|responsibilities|customers|users)\b`, "whose", "who's means who is; the owner is whose"),
	newSlip(`\b(principle)\s+(?:engineer|developer|architect|investigator|scientist|consultant|designer|analyst|software)\b`, "principal", "a principle is a rule; the first in rank is principal"),
	newSlip(`\b(?:core|first|design|key|basic|guiding|agile|solid)\s+(principals)\b`, "principles", "a principal is a person; a rule is a principle"),
	newSlip(`\b(alot)\b`, "a lot", "two words; or rather a number"),
	newSlip(`\b(in regards)\s+to\b`, "in regard", "in regard to, or rather about"),
	newSlip(`\b(for all intensive purposes)\b`, "for all intents and purposes", "or leave it out"),
	newSlip(`\b(?:an?|the|no|positive|negative|great|huge|significant|direct)\s+(affect)\s+(?:on|of)\b`, "effect", "to affect is the verb; the noun is effect"),
	newSlip(`\b(?:has|have|had|having|with)\s+(?:an?|no|little|great)\s+(affect)\b`, "effect", "to affect is the verb; the noun is effect"),
	newSlip(`\b(?:to|not|will|can|could|would|may|might|did|didn't)\s+(loose)\s+(?:data|money|customers?|users?|time|track|sight|any|the|a)\b`, "lose", "loose is not tight; what is gone was lost: lose"),
	newSlip(`\b(lead)\s+to\s+(?:an?\s+)?(?:\d|increased|improved|reduced)[^.]*\b(?:was|were|had)\b`, "", "the past of lead is led"),
	newSlip(`\b(?:which|that|successfully|and|then)\s+(lead)\s+(?:to\s+a|a\s+team|the\s+team|the\s+(?:migration|development|design|effort|implementation))\b`, "led", "the past of lead is led"),
	newSlip(`\b(?:to|too)\s+(?:insure)\s+(?:that|high|the)\b`, "", "to insure is to sell insurance; to make sure is to ensure"),
	newSlip(`\b(every day)\s+(?:tasks?|work|life|operations|problems|use)\b`, "everyday", "before a noun it is one word"),
	newSlip(`\b(?:compared|according|due|related|thanks|prior)\s+(too)\b`, "to", "too means also, or more than enough"),
	newSlip(`\b(?:was|were|is|are|be)\s+(use)\s+to\b`, "used", "used to"),
	newSlip(`\b(?:did|been|has|have)\s+(went)\b`, "gone", "gone"),
	newSlip(`\b(?:has|have|had)\s+(wrote)\b`, "written", "has written"),
	newSlip(`\b(?:has|have|had)\s+(ran)\b`, "run", "has run"),
	newSlip(`\b(?:has|have|had)\s+(began)\b`, "begun", "has begun"),
	newSlip(`\b(?:has|have|had)\s+(did)\b`, "done", "has done"),
	newSlip(`\b(cutted|builded|writed|leaded|teached|runned|setted|putted|choosed|drived|maked|thinked|bringed|catched|splitted|sended|spended|keeped|meeted|growed|becomed|finded|selled|holded|overseed|rebuilded|rewrited|winned|shrinked|spinned|casted|broadcasted|hitted|layed)\b`, "", "the past of this verb is irregular"),
	newSlip(`\b(?:migrat\w+|mov\w+|away|ranging|received|different|sessions|data|results|services|grew|reduced|cut|graduated|derived|imported|switched|requests|feedback|revenue|latency|systems|code)\s+(form)\s+(?:an?|the|\d|about|under|over|legacy|on-prem|\p{Lu})`, "from", "two letters changed places"),
	newSlip(`\b(?:peaked|peeked)\s+(my)\s+interest\b`, "", "what wakes interest piques it"),
	newSlip(`\b(?:a|the|this|that|each|every|one)\s+(softwares|informations|equipments|feedbacks|knowledges)\b`, "", "the word has no plural"),
	newSlip(`\b(softwares|informations|equipments|feedbacks|knowledges|hardwares|evidences)\b`, "", "the word has no plural"),
	newSlip(`\b(less)\s+(?:bugs|errors|incidents|requests|servers|people|users|customers|engineers|tickets|outages|defects)\b`, "fewer", "less goes with amounts; what is counted is fewer"),
	newSlip(`\b(amount)\s+of\s+(?:bugs|errors|incidents|requests|servers|people|users|customers|engineers|tickets|outages|defects|queries|calls)\b`, "number", "an amount is measured; what is counted is a number"),
	newSlip(`\b(?:comprised)\s+(of)\s+(?:microservices|a|the|\d)`, "", "a whole comprises its parts, or is composed of them"),
}

func checkSlips(r *reading) []Finding {
	var found []Finding
	for _, t := range r.texts {
		taken := map[int]bool{}
		for _, s := range slipTable {
			for _, m := range s.pattern.FindAllStringSubmatchIndex(t.clear, -1) {
				from, to := m[0], m[1]
				if len(m) > 2 && m[2] >= 0 {
					from, to = m[2], m[3]
				}
				if taken[from] {
					continue
				}
				taken[from] = true
				found = append(found, t.within(from, to, fmt.Sprintf("%q looks like a slip%s", t.value[from:to], rather(s.right)), s.hint))
			}
		}
	}
	return found
}

func rather(right string) string {
	if right == "" {
		return ""
	}
	return fmt.Sprintf(" for %q", right)
}

var (
	articleWord = regexp.MustCompile(`\b([Aa]n?)\s+([\p{L}\d][\p{L}\d'’.+#-]*)`)
	// silentH begin with a vowel's sound in spite of their h.
	silentH = regexp.MustCompile(`(?i)^(?:hour|honest|honou?r|heir)`)
	// soundsLikeYou begin with a consonant's sound in spite of their vowel.
	soundsLikeYou = regexp.MustCompile(`(?i)^(?:uni(?:[^mn]|$)|us(?:e|a|u)|util|ubiq|uran|urol|eu|ewe|one(?:$|[^i])|once|ufo|u-|ukrain|uk$|ux|ui$|url|usb|utf|uuid|udp)`)
	// spelledOut are capitals and digits that are read letter by letter.
	spelledOut = regexp.MustCompile(`^[A-Z][A-Z0-9]+s?$`)
)

// asWord are acronyms that are read as words, or either way.
const asWord = " SQL NASA NATO RAM REST SOAP SAP SCADA RAID ROM LAN MAN NAS SAN SaaS SIM SWAT FAQ FAT HIPAA LAMP LASER LED LIDAR LDAP MERN MEAN MIDI MVP NAT NIST NUMA RADAR RSI SARS SASS SERP SMART SOC SOLID SONAR SPA SPICE SRE STEM STAR SUSE UNICEF UNESCO URL UML UEFI XAMPP YAML ONE USE FIDO FOSS FIFO LIFO FIX FERPA MOSFET MOOC NOSQL NOC NASDAQ SCRUM SIP SIEM SLAM SOAR SWIFT HEX HELM HTMX "

func checkArticles(r *reading) []Finding {
	var found []Finding
	for _, t := range r.texts {
		for _, m := range articleWord.FindAllStringSubmatchIndex(t.clear, -1) {
			article, next := t.clear[m[2]:m[3]], t.clear[m[4]:m[5]]
			want := articleFor(next)
			if want == "" || strings.EqualFold(article, want) || r.names[strings.ToLower(next)] || !isArticle(t.clear, m[2], m[3], next) {
				continue
			}
			f := t.within(m[2], m[3], fmt.Sprintf("%q before %q", article, next), fmt.Sprintf("write %q", matchCase(article, want)+" "+next))
			found = append(found, fixable(f, matchCase(article, want)))
		}
	}
	return found
}

// isArticle: a capital A inside a sentence is a grade, a name or a letter.
func isArticle(s string, from, to int, next string) bool {
	if s[from] == 'A' && !opensSentence(s, from) || from > 0 && strings.ContainsRune("/.-&'’", rune(s[from-1])) {
		return false
	}
	// "a and b", "a or b": letters, not articles.
	return next != "and" && next != "or" && next != "is" && next != "in" && next != "a" && next != "an" && next != "as" && next != "at"
}

// articleFor is the article before a word, or "" where it is not certain.
func articleFor(next string) string {
	first := next[0]
	switch {
	case strings.Contains(asWord, " "+next+" ") || first >= 0x80:
		return ""
	case first >= '0' && first <= '9':
		return articleForNumber(next)
	case spelledOut.MatchString(next) || len(next) == 1:
		if strings.ContainsRune("AEFHILMNORSX", rune(first)) {
			return "an"
		}
		return "a"
	case hasInnerCapital(next):
		return ""
	case silentH.MatchString(next):
		return "an"
	case soundsLikeYou.MatchString(next):
		return "a"
	case strings.ContainsRune("aeiouAEIOU", rune(first)):
		return "an"
	case strings.ContainsRune("hH", rune(first)) && len(next) > 2 && strings.HasPrefix(strings.ToLower(next), "hist"):
		return "" // an historic: some write so
	}
	return "a"
}

func articleForNumber(next string) string {
	digits := strings.TrimRight(strings.ToLower(next), "abcdefghijklmnopqrstuvwxyz%-+")
	switch {
	case strings.HasPrefix(next, "8"):
		return "an"
	case digits == "11" || digits == "18" || strings.HasPrefix(next, "11-") || strings.HasPrefix(next, "18-"):
		return "an"
	case strings.HasPrefix(next, "11") || strings.HasPrefix(next, "18"):
		return ""
	}
	return "a"
}
