package match

import (
	"slices"
	"strconv"
	"strings"

	"github.com/ghresume/ghresume/internal/lazy"
)

var (
	roleWord = lazy.New(`(?i)\b(?:engineer|developer|programmer|architect|administrator|devops|sre|analyst|scientist|consultant|lead|manager|entwickler(?:in)?|développeur|desarrollador)\b`)
	rolePart = lazy.New(`(?:\b(?:Senior|Junior|Middle|Mid-level|Mid|Staff|Principal|Lead|Backend|Back-end|Back-End|Frontend|Front-end|Full[- ]?[Ss]tack|Software|Platform|Data|Cloud|DevOps|Site Reliability|Systems?|Embedded|Security|Machine Learning|Mobile|Web|API|[A-Z][\w+#.]*)\s+){1,4}(?:Engineer|Developer|Programmer|Architect|SRE)\b`)
)

// titleOf is the job's title: the first line if it names a role, else the first role that the text names.
func titleOf(lines []passage) string {
	for i, line := range lines[:min(len(lines), 3)] {
		plain := strings.TrimSpace(strings.Trim(line.text, "#* "))
		plain = strings.TrimSpace(titleLabel.ReplaceAllString(plain, ""))
		if roleWord.MatchString(plain) && len(strings.Fields(plain)) <= 12 && (i == 0 || !strings.HasSuffix(plain, ".")) {
			return plain
		}
	}
	for _, line := range lines {
		if found := rolePart.FindString(line.text); found != "" {
			return found
		}
	}
	if len(lines) == 0 {
		return ""
	}
	return strings.TrimSpace(strings.Trim(lines[0].text, "#* "))
}

var titleLabel = lazy.New(`(?i)^(?:job title|title|position|role)\s*:\s*`)

var seniorities = []struct {
	name  string
	words *lazy.Regexp
}{
	{"intern", lazy.New(`(?i)\b(?:intern|internship|working student|trainee|apprentice)\b`)},
	{"junior", lazy.New(`(?i)\b(?:junior|jr|entry[- ]level|graduate)\b`)},
	{"principal", lazy.New(`(?i)\b(?:principal|distinguished)\b`)},
	{"staff", lazy.New(`(?i)\bstaff\b`)},
	{"lead", lazy.New(`(?i)\b(?:lead|head of|manager)\b`)},
	{"senior", lazy.New(`(?i)\b(?:senior|sr|expert)\b`)},
	{"middle", lazy.New(`(?i)\b(?:middle|mid|mid[- ]level|intermediate)\b`)},
}

func seniorityOf(title string) string {
	for _, s := range seniorities {
		if s.words.MatchString(title) {
			return s.name
		}
	}
	return ""
}

var (
	aboutName  = lazy.New(`(?:^|[#*\s])(?:About|Why|Join|Joining|Working at|Life at|Company:|Employer:)\s+([A-Z][\w.&-]*(?:\s[A-Z][\w.&-]*){0,2})`)
	atName     = lazy.New(`^(?:At|Here at)\s+([A-Z][\w.&-]*(?:\s[A-Z][\w.&-]*){0,2}),`)
	hiringName = lazy.New(`\b([A-Z][\w.&-]*(?:\s[A-Z][\w.&-]*){0,2}) (?:is (?:hiring|looking for|seeking|on a mission|growing|an? (?:\w+[- ]){0,4}(?:company|platform|startup|start-up|provider|leader|organi[sz]ation|agency|consultancy|bank|studio))|was founded|Inc\.?|LLC|Ltd\.?|GmbH|AG)\b`)
	nameOfRole = map[string]bool{"the": true, "this": true, "us": true, "you": true, "our": true}
)

// employersOf are the names by which the posting calls its employer, in lower case.
// A name that the text only asks for ("Kafka is a must") is none.
func employersOf(lines []passage) []string {
	var out []string
	add := func(name string) {
		name = strings.ToLower(strings.TrimSpace(strings.Trim(name, ".,:!?")))
		if first, _, _ := strings.Cut(name, " "); name != "" && !nameOfRole[first] && !slices.Contains(out, name) {
			out = append(out, name)
		}
	}
	if len(lines) > 1 && len(strings.Fields(lines[1].text)) <= 3 && !roleWord.MatchString(lines[1].text) && bullet.FindString(lines[1].text) == "" {
		add(lines[1].text)
	}
	for _, line := range lines {
		for _, pattern := range []*lazy.Regexp{aboutName, atName, hiringName} {
			for _, m := range pattern.FindAllStringSubmatch(line.text, -1) {
				add(m[1])
			}
		}
	}
	return out
}

var (
	yearsAsked  = lazy.New(`(?i)\b(\d{1,2}|one|two|three|four|five|six|seven|eight|nine|ten)\s*\+?\s*(?:(?:-|–|—|to|or more)\s*\d{0,2}\s*)?\+?\s*(?:years?|yrs?)\b`)
	numberWords = map[string]int{"one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10}
	yearsOfAge  = lazy.New(`(?i)^\s*(?:ago|old|in (?:business|a row)|running)\b`)
)

// yearsIn are the years of experience that a sentence asks for, and where each stands.
func yearsIn(sentence string) (years []int, at []int) {
	for _, m := range yearsAsked.FindAllStringSubmatchIndex(sentence, -1) {
		if yearsOfAge.MatchString(sentence[m[1]:]) {
			continue
		}
		word := strings.ToLower(sentence[m[2]:m[3]])
		n, err := strconv.Atoi(word)
		if err != nil {
			n = numberWords[word]
		}
		if n > 0 && n <= 30 {
			years, at = append(years, n), append(at, m[0])
		}
	}
	return years, at
}

var (
	degreeAsked = lazy.New(`(?i)\b(?:bachelor['’]?s?|master['’]?s?(?: degree| of)|degree|b\.?sc\.?|m\.?sc\.?|ph\.?d\.?|b\.?tech|diploma|university education)\b`)
	degrees     = []string{"bachelor", "master", "degree", "sc", "ph", "tech", "diploma", "university"}
	// languages are what a sentence that asks for one holds; most hold none.
	languages = []string{"english", "german", "french", "spanish", "portuguese", "italian", "dutch", "polish", "ukrainian", "russian", "czech", "swedish", "norwegian", "danish", "finnish", "japanese", "chinese", "mandarin", "korean", "hebrew", "arabic", "turkish", "hindi", "deutsch", "englisch"}
	spoken    = lazy.New(`(?i)\b(?:fluen\w+|proficien\w+|native|spoken|written|speak\w*|language|communicat\w*|level|upper[- ]intermediate|intermediate|advanced|[abc][12]|command|skills|kenntnisse|good|excellent|knowledge)\b`)
)
