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
		Name: "first-person", Area: Summary, Severity: Warning, Habit: true, English: true, on: onWriting,
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
			if words >= 6 {
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
var romanBefore = lazy.New(`(?i)(?:engineer|developer|analyst|scientist|administrator|specialist|consultant|programmer|architect|manager|technician|associate|designer|tester|level|type|phase|part|class|grade|tier|stage|category|volume|division|group|world war|title|article|chapter|calculus|physics|chemistry|statistics|algebra|algorithms|programming|structures|systems|mathematics|math|sde|swe|sre|dev|intern)\s+$`)

func checkFirstPerson(r *reading) []Finding {
	var found []Finding
	for _, t := range r.texts {
		if t.kind == title {
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

// cliches maps an empty phrase to what to write instead. Phrases that end in "?" also
// have an honest use, so they are only advice.
var cliches = map[string]string{
	"challenging position": "name the job that you want", "challenging role": "name the job that you want", "reputed organization": "name what the company must do", "reputed company": "name what the company must do", "reputable organization": "name what the company must do", "utilize my skills": "name the skill and what it brings",
	"team player": "say what the team did and your part of it", "hard-working": "say what you finished", "hard working": "say what you finished", "hardworking": "say what you finished",
	"go-getter": "say what you started", "self-starter": "say what you started", "self-motivated": "say what you started", "self motivated": "say what you started", "highly motivated": "say what drives you, by an example",
	"think outside the box": "describe the idea", "thinks outside the box": "describe the idea", "thinking outside the box": "describe the idea", "outside-the-box": "describe the idea", "out-of-the-box thinker": "describe the idea",
	"results-driven": "give the result", "results driven": "give the result", "result-driven": "give the result", "results-oriented": "give the result", "result-oriented": "give the result", "results oriented": "give the result", "result oriented": "give the result", "goal-oriented": "give the goal and the result", "goal oriented": "give the goal and the result",
	"detail-oriented": "name a mistake that you found", "detail oriented": "name a mistake that you found", "attention to detail": "name a mistake that you found", "new challenge": "name the job that you want", "new challenges": "name the job that you want", "forward-thinking company": "name what the company must do", "forward thinking company": "name what the company must do", "great fit": "show it by an example", "perfect fit": "show it by an example", "fast learner": "say what you learned and how fast", "quick learner": "say what you learned and how fast",
	"proven track record": "give the record", "track record of success": "give the record", "best of breed": "name what it beats", "best-of-breed": "name what it beats", "synergy": "name the people and the outcome", "synergies": "name the people and the outcome", "win-win": "name the outcome",
	"rockstar": "name your job", "rock star": "name your job", "ninja": "name your job", "guru": "name your job", "wizard": "name your job", "thought leader": "name the talk or the article", "visionary": "describe the idea",
	"people person": "say whom you worked with", "excellent communication skills": "name the talk, the document or the audience", "strong communication skills": "name the talk, the document or the audience", "good communication skills": "name the talk, the document or the audience", "great communication skills": "name the talk, the document or the audience", "excellent communicator": "name the talk, the document or the audience", "strong work ethic": "say what you finished", "go above and beyond": "say what you did", "goes above and beyond": "say what you did", "going above and beyond": "say what you did",
	"works well under pressure": "describe the outage or the deadline", "work well under pressure": "describe the outage or the deadline", "can-do attitude": "say what you did", "give 110%": "say what you did", "gives 110%": "say what you did", "giving 110%": "say what you did", "gave 110%": "say what you did", "110% effort": "say what you did", "110 percent": "say what you did", "synergistic": "name the people and the outcome", "paradigm shift": "say what changed", "paradigm shifts": "say what changed", "bottom line": "give the amount", "move the needle": "give the amount", "low-hanging fruit": "name it", "hit the ground running": "say what you shipped in the first month", "jack of all trades": "name the two trades that the job asks for", "perfectionist": "say what you finished", "workaholic": "say what you finished",
	"passionate?": "say what you built out of passion", "dynamic?": "leave it out", "motivated?": "say what drives you, by an example", "enthusiastic?": "say what you built out of enthusiasm", "dedicated?": "say what you saw through", "innovative?": "describe the invention", "creative?": "describe the idea", "cutting-edge?": "name the technology", "cutting edge?": "name the technology", "world-class?": "give the measure", "problem solver?": "name the problem", "problem-solver?": "name the problem", "strategic thinker?": "describe the strategy", "seasoned?": "give the years",
}

var clichePattern = lazy.New(`(?i)` + phrasePattern(cliches))

// clichesElsewhere matches the same in the other output languages.
var clichesElsewhere = lazy.New(`(?i)(?:^|[^\pL])(?:teamplayer|teamfähig\pL*|belastbar\pL*|hoch ?motiviert\pL*|zuverlässig und|flexibel und|lernbereit\pL*|neue herausforderung\pL*|über den tellerrand|lösungsorientiert\pL*|zielstrebig\pL*|hands-on-mentalität|kommunikationsstark\pL*` +
	`|dynamique et motivée?|motivée? et dynamique|motivée? et rigoureu\pL+|rigoureu(?:x|se) et|esprit d[’']équipe|nouveaux défis|nouveau challenge|sens (?:du relationnel|de l[’']organi[sz]ation|des responsabilités)|force de proposition|passionnée? (?:par|de)|goût du travail` +
	`|trabajo en equipo|proactiv[oa]|orientad[oa] a (?:resultados|objetivos|metas)|capacidad de (?:trabajo|adaptación)|ganas de aprender|nuevos retos|nuevos desafíos|apasionad[oa]|responsable y|dinámic[oa] y|con muchas ganas` +
	`|trabalho em equip[ea]|proativ[oa]|orientad[oa] (?:a|para) resultados|novos desafios|vontade de aprender|apaixonad[oa] por|lavoro di squadra|proattiv[oa]|nuove sfide|voglia di imparare|appassionat[oa] di|problem solving|teamspeler|stressbestendig|nieuwe uitdaging|gedreven|zmotywowan[ya]|nowych wyzwań|praca w zespole|odporność na stres|driven och|nya utmaningar|командний гравець|стресостійк\pL*|стрессоустойчив\pL*)(?:\P{L}|$)`)

func checkCliches(r *reading) []Finding {
	var found []Finding
	for _, t := range r.texts {
		if !r.english || r.foreign[t.field] {
			if m := clichesElsewhere.FindStringIndex(t.clear); m != nil && t.kind != title {
				phrase := strings.TrimFunc(t.value[m[0]:m[1]], func(c rune) bool { return !isWordRune(c) })
				found = append(found, advice(t.within(m[0], m[1], fmt.Sprintf("%q is a cliché", phrase), "say what you did instead")))
			}
			continue
		}
		for _, m := range clichePattern.FindAllStringIndex(t.clear, -1) {
			if inQuotes(t.clear, m[0]) {
				continue // the name of an award, a quotation
			}
			phrase := strings.ToLower(t.clear[m[0]:m[1]])
			if hint := cliches[phrase]; hint != "" {
				found = append(found, t.within(m[0], m[1], fmt.Sprintf("%q is a cliché", t.value[m[0]:m[1]]), hint))
			} else if t.kind == prose && isSummary(t.field) {
				found = append(found, advice(t.within(m[0], m[1], fmt.Sprintf("%q says little; it may be justified here", t.value[m[0]:m[1]]), cliches[phrase+"?"])))
			}
		}
		if m := clicheForm.FindStringIndex(t.clear); m != nil && t.kind != title && !clichePattern.MatchString(t.clear[m[0]:m[1]]) && !inQuotes(t.clear, m[0]) {
			found = append(found, advice(t.within(m[0], m[1], fmt.Sprintf("%q is a cliché", t.value[m[0]:m[1]]), "show it by what you did")))
		}
	}
	return found
}

// clicheForm matches clichés by their form: "excellent verbal and written communication
// skills", "able to work under pressure".
var clicheForm = lazy.New(`(?i)\b(?:strong|excellent|good|great|outstanding|exceptional|superb|solid|effective|superior|proven) (?:(?:\pL+|&),? ){0,3}(?:verbal|written|oral|interpersonal|communication|organi[sz]ational|analytical|problem[- ]solving|time[- ]management|leadership|people|presentation|teamwork|multi-?tasking)(?:,? (?:and|&) \pL+)? skills?\b|\bwork(?:s|ing)? well (?:under (?:pressure|stress)|in (?:an? )?teams?|independently|with (?:others|people|everyone))|\b(?:able|ability) to (?:work (?:well |effectively )?(?:under|independently|in a (?:team|fast))|multi-?task|meet (?:tight )?deadlines|learn (?:new things |new technologies )?(?:quickly|fast)|adapt (?:quickly|easily)|wear|juggle|thrive)|\b(?:proven|demonstrated) ability\b|\bthriv(?:e|es|ing) (?:in|under|on)\b|\bfast[- ]paced\b|\bwear(?:s|ing)? many hats\b|\b(?:eager|willing|willingness|eagerness|hungry|keen) to learn\b|\b(?:always|constantly) (?:learning|striving|looking (?:to|for))|\btake (?:my|your|it|things|\pL+) to the next level\b|\bdynamic environment\b|\bgood listener\b|\bwell[- ]rounded (?:individual|professional|developer|engineer)\b|\bsolutions?[- ](?:oriented|driven|focused)\b|\bdeadline[- ]driven\b|\bgive[sn]? (?:my|their|his|her) (?:100|all|best)\b|\bmulti-?tasker\b|\bpunctual\b|\bstrong team (?:player|spirit)\b|\bteam spirit\b|\bpositive attitude\b|\bgood sense of humou?r\b`)

// inQuotes reports whether the byte at i is between quotation marks.
func inQuotes(s string, i int) bool {
	before := lastBytes(s[:i], wordLimit)
	return strings.Count(before, `"`)%2 == 1 || strings.LastIndex(before, "“") > strings.LastIndex(before, "”")
}

func isSummary(field string) bool {
	return strings.HasSuffix(field, "summary") || strings.HasSuffix(field, "objective")
}

// newTrade matches objectives of people who change careers: their experience is in
// another trade.
var newTrade = lazy.New(`(?i)\b(?:former(?:ly)?|career[- ]chang\w+|chang\w+ careers?|first (?:role|job|position) (?:in|as)|(?:transition|switch|mov)\w* (?:from|into|to)|bootcamp|retrain\w*|apprenticeship|traineeship|internship|entry[- ]level|quereinst\w+|umschulung|ausbildungsplatz|reconversion|alternance|stage|reconversión|cambio de carrera|primer empleo|transição de carreira)\b`)

// wanting matches a text that begins with what somebody wants, in the output languages.
var wanting = lazy.New(`(?i)^\W*(?:(?:career |professional |my )?(?:objective|goal|aim)s?\s*(?::|is\b)|to (?:obtain|secure|find|get|gain|pursue|acquire|attain|land|be (?:a|an|part)|work (?:in|for|with|as)|join|seek|build a career|make use|utili[sz]e|enhance my|grow (?:in|as|with))\b|(?:i am |i['’]m |currently |actively |now )*(?:seeking|looking for|looking to|searching for|in search of|aiming (?:to|for)|hoping (?:to|for)|aspiring to|wishing to|wanting to)\b|i (?:want|wish|would like|hope|aim|aspire|seek)\b|want(?:s)? to (?:work|join|be|become|get)\b|seeks? (?:a|an|to)\b` +
	`|(?:ich )?(?:suche|möchte)\b|auf der suche nach|ziel ist|mein ziel|gesucht wird|(?:je (?:recherche|cherche|souhaite)|à la recherche|en recherche|recherche (?:un|une|d[’']|active)|mon objectif|objectif\s*:|souhaite\b)|(?:busco|en (?:búsqueda|busca) de|buscando|deseo|mi objetivo|objetivo\s*:|conseguir un)\b|(?:procuro|em busca d|à procura|meu objetivo|busco)|(?:cerco|alla ricerca|in cerca|desidero|il mio obiettivo)\b|(?:op zoek|ik zoek|zoek(?:t)? een|mijn doel)\b|(?:szukam|poszukuję|moim celem|celem jest)\b|(?:шукаю|ищу|моя мета|моя цель))`)

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
	case months < 12, newTrade.MatchString(r.Profile.Objective):
		return nil
	case months < 24:
		f = advice(f)
		f.Message = "an objective is for people without experience; with about a year both are possible"
	}
	return []Finding{f}
}
