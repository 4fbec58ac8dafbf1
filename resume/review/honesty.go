package review

import (
	"fmt"
	"maps"
	"slices"
	"strconv"
	"strings"
	"sync"

	"github.com/ghresume/ghresume/internal/lazy"
	"github.com/ghresume/ghresume/resume"
	"github.com/ghresume/ghresume/resume/skill"
)

var honestyRules = []Rule{
	{
		Name: "skill-without-evidence", Area: Skills, Severity: Advice, on: onWork,
		Reason: "Interviewers ask for the story behind a skill; a bare list has none.",
		Bad: "[skills]\nLanguages = [\"C++\", \"Java\", \"Kotlin\", \"Haskell\", \"Ruby\", \"Scala\", \"Rust\", " +
			"\"PHP\", \"Perl\", \"Lua\"]\n[[experience]]\ntitle = \"Engineer\"\n" +
			"highlights = [\"Rebuilt the payment service of 40 shops in Go\"]",
		Good: "[skills]\nLanguages = [\"Go\", \"Haskell\"]\n[[experience]]\ntitle = \"Engineer\"\n" +
			"highlights = [\"Rebuilt the payment service of 40 shops in Go\"]",
		check: checkEvidence,
	},
	{
		Name: "expert-claim", Area: Skills, Severity: Advice, on: onWriting,
		Reason: "If you call yourself an expert, expect to be examined as one; years or a result say it without the word.",
		Bad:    `summary = "Expert in Go. Nine years in payments."`,
		Good:   `summary = "Nine years of Go in payments. Worked with experts of three banks."`,
		check:  checkExpert,
	},
	{
		Name: "years-of-technology", Area: Skills, Severity: Warning, on: onWriting,
		Reason: "More years than the technology has existed, or than you have worked, end an interview.",
		Bad:    `summary = "Twenty-five years of experience in Kubernetes. Nine years in payments."`,
		Good:   `summary = "Nine years of experience in Kubernetes. Nine years in payments."`,
		check:  checkYears,
	},
}

// A few skills without other evidence are normal: a list is the place for them. The rule
// gives advice if they are many, and most of the list.
const (
	unshownLimit = 10
	unshownShare = 0.8
	namedUnshown = 6
)

func checkEvidence(r *reading) []Finding {
	if len(r.Profile.Experience)+len(r.Profile.Projects) == 0 {
		return nil
	}
	shown := r.shownSkills()
	text := strings.ToLower(strings.Join(append(r.evidenceTexts(), r.namesOfWork()...), "\n"))
	var without []skillEntry
	for _, s := range r.skills {
		if !shown[s.key()] && (!s.ok || s.known.Group != skill.Practices) && !isSoftGroup(s.group) && !mentions(text, s.name) {
			without = append(without, s)
		}
	}
	if len(without) < unshownLimit || float64(len(without)) < unshownShare*float64(len(r.skills)) {
		return nil
	}
	var names []string
	for _, s := range without[:min(len(without), namedUnshown)] {
		names = append(names, s.name)
	}
	where := "in the experience or the projects"
	if r.Snapshot != nil {
		where += ", or in the code on GitHub"
	}
	count := fmt.Sprintf("%d of the %d", len(without), len(r.skills))
	if len(without) == len(r.skills) {
		count = fmt.Sprintf("all %d", len(r.skills))
	}
	return []Finding{at(without[0].field, fmt.Sprintf("%s skills appear nowhere else %s: %s", count, where, firstOf(names)),
		"name the ones that matter where you used them, and drop those that you would rather not be asked about")}
}

// shownSkills returns the skills that the experience, the projects or the code show, with
// those they imply.
func (r *reading) shownSkills() map[string]bool {
	shown := map[string]bool{}
	put := func(name string) {
		e := skillEntry{name: name}
		e.known, e.ok = r.Catalog.Lookup(name)
		shown[e.key()] = true
		for _, implied := range e.known.Implies {
			shown[implied] = true
		}
	}
	for _, e := range r.Profile.Experience {
		for _, s := range e.Skills {
			put(s)
		}
	}
	for _, e := range r.Profile.Projects {
		for _, s := range e.Skills {
			put(s)
		}
	}
	for _, t := range append(r.evidenceTexts(), r.namesOfWork()...) {
		for _, m := range r.Catalog.Find(t) {
			put(m.Name)
		}
	}
	for _, g := range r.Resume.Skills {
		for _, s := range g.Skills {
			if len(s.Evidence) > 0 {
				put(s.Name)
			}
		}
	}
	for _, p := range r.Resume.Projects {
		for _, name := range p.Technologies {
			put(name)
		}
	}
	return shown
}

// evidenceTexts returns the texts about work: all but the summary and the title.
func (r *reading) evidenceTexts() []string {
	var all []string
	for _, t := range r.texts {
		if strings.Contains(t.field, "[") && !strings.HasPrefix(t.field, "variants") {
			all = append(all, t.value)
		}
	}
	return all
}

func (r *reading) namesOfWork() []string {
	var all []string
	for _, t := range r.labels {
		if !strings.HasPrefix(t.field, "skills") {
			all = append(all, t.value)
		}
	}
	return all
}

// versionBehind matches the version after a skill: "Oracle 19c", "Python 3.12".
var versionBehind = lazy.New(`\s+v?\d[\w.]*$`)

// mentions reports whether the texts mention a skill that the catalog may not know;
// text is all of them in lower case.
func mentions(text, name string) bool {
	name = strings.ToLower(versionBehind.ReplaceAllString(strings.TrimSpace(name), ""))
	return len(name) > 2 && strings.Contains(text, name)
}

var expertWords = pattern("expertWords")

// allLanguages matches the claim to know every programming language, in the output
// languages.
var allLanguages = pattern("allLanguages")

// notMaster matches a role that is named master.
var notMaster = lazy.New(`(?i)\bscrum master\b`)

func checkExpert(r *reading) []Finding {
	found := checkAllLanguages(r)
	for _, t := range r.texts {
		if r.foreign[t.field] {
			continue
		}
		if m := expertWords.FindStringIndex(notMaster.ReplaceAllString(t.clear, "scrum ______")); m != nil {
			found = append(found, t.within(m[0], m[1], fmt.Sprintf("%q will be tested in the interview", t.value[m[0]:m[1]]), "show it with years or a result: \"nine years of Go, four of them on the runtime\""))
		}
	}
	for _, s := range r.skills {
		if lower := strings.ToLower(s.name); expertWords.MatchString(s.name) || strings.Contains(lower, "(expert)") || strings.HasPrefix(lower, "expert ") || strings.HasSuffix(lower, " expert") {
			found = append(found, at(s.field, fmt.Sprintf("%q will be tested in the interview", s.name), "leave the level out"))
		}
	}
	return found
}

func checkAllLanguages(r *reading) []Finding {
	var found []Finding
	const hint = "name those that you have worked with"
	for _, t := range r.texts {
		if m := allLanguages.FindString(t.clear); m != "" {
			found = append(found, at(t.field, fmt.Sprintf("%q will be tested in the interview", m), hint))
		}
	}
	for _, s := range r.skills {
		if allLanguages.MatchString(s.name) {
			found = append(found, at(s.field, fmt.Sprintf("%q will be tested in the interview", s.name), hint))
		}
	}
	return found
}

var yearsOf = pattern("yearsOf")

// yearsElsewhere matches a number of years in the other output languages, in digits or in
// words.
var yearsElsewhere = lazy.Of(func() string {
	return strings.ReplaceAll(listed("yearsElsewhere").expression(), "NUMBER", strings.Join(slices.Sorted(maps.Keys(numbersElsewhere())), "|"))
})

// numbersElsewhere maps words for numbers of ten and more to the numbers.
var numbersElsewhere = sync.OnceValue(func() map[string]int {
	numbers := map[string]int{}
	for _, line := range listed("numbersElsewhere").lines {
		word, digits, _ := strings.Cut(line, " ")
		numbers[word], _ = strconv.Atoi(digits)
	}
	return numbers
})

func (r *reading) yearPattern(isForeign bool) *lazy.Regexp {
	if isForeign {
		return yearsElsewhere
	}
	return yearsOf
}

var numbersInWords = strings.Fields("zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen " +
	"sixteen seventeen eighteen nineteen twenty")

// numberOf parses "12", "twelve", "twenty-five".
func numberOf(s string) int {
	if n, err := strconv.Atoi(s); err == nil {
		return n
	}
	if n := numbersElsewhere()[strings.ToLower(s)]; n > 0 {
		return n
	}
	tens, ones, _ := strings.Cut(strings.ToLower(s), "-")
	total := 0
	for i, w := range numbersInWords {
		if w == tens || w == ones {
			total += i
		}
	}
	return total + map[string]int{"thirty": 30, "forty": 40}[tens]
}

func checkYears(r *reading) []Finding {
	if r.now == 0 {
		return nil
	}
	var found []Finding
	for _, t := range r.texts {
		for _, m := range r.yearPattern(r.foreign[t.field]).FindAllStringSubmatchIndex(t.clear, -1) {
			n := numberOf(t.clear[m[2]:m[3]])
			if f, ok := r.tooManyYears(t, n, m[2], m[1]); ok {
				found = append(found, f)
			}
		}
	}
	for _, s := range r.skills {
		if m := r.yearPattern(!r.english).FindStringSubmatch(s.name); m != nil {
			if name, since := r.oldest(s.name); since > 0 && r.Now.Year()-since < numberOf(m[1]) {
				found = append(found, at(s.field, tooYoung(name, since, numberOf(m[1])), "correct the years"))
			}
		}
	}
	return found
}

// spanInText matches the years of a role that a reader took for a bullet.
var spanInText = lazy.New(`(?i)\b(?:19|20)\d\d\s?[-–—]\s?(?:(?:19|20)\d\d|present|now)\b`)

// hasUnreadRoles reports whether roles of a finished file were read as bullets of others, so
// that the career is longer than it seems.
func (r *reading) hasUnreadRoles() bool {
	return r.Foreign && slices.ContainsFunc(r.allBullets(), func(t text) bool { return spanInText.MatchString(t.value) })
}

// tooManyYears compares a number of years with the age of the technologies in the same
// clause, or else with the career.
func (r *reading) tooManyYears(t text, n, from, to int) (Finding, bool) {
	clause := clauseAfter(t.clear, to)
	if subject := beforeBracket.FindStringSubmatch(t.clear[:from]); subject != nil && strings.HasPrefix(strings.TrimLeft(t.clear[to:], " "), ")") {
		clause = subject[1] // "Kubernetes (5 years)", "Frontend (25+ years): React"
	}
	if !strings.HasPrefix(strings.TrimLeft(clause, "- "), "old") {
		clause = forYears.FindString(t.clear[:from]) + " " + clause
	}
	if name, since := r.oldest(clause); since > 0 {
		if r.Now.Year()-since < n {
			return t.within(from, to, tooYoung(name, since, n), "correct the years"), true
		}
	}
	career := r.career()
	if isAge := strings.HasPrefix(strings.TrimLeft(t.clear[to:], "- "), "old") || r.isAge(phraseAround(t.value, from, to)); isAge {
		return Finding{}, false
	}
	if r.foreign[t.field] && !aboutCareer.MatchString(sentenceAt(t.value, from)) {
		return Finding{}, false
	}
	if !isSummary(t.field) || career == 0 || n*12 <= career+18 {
		return Finding{}, false
	}
	if r.hasUnreadRoles() || slices.ContainsFunc(r.Profile.Experience, func(e resume.Experience) bool { return e.Start.IsZero() }) {
		return Finding{}, false // the career may be longer than it seems
	}
	f := t.within(from, to, fmt.Sprintf("%d years are more than the %s that the experience shows", n, years(career)),
		"correct the years, or add the earlier roles; ignore this if you left them out on purpose")
	if n*12 < career+max(farAbove, career/3) || r.rolesLeftOut() {
		f = advice(f)
	}
	return f, true
}

// aboutCareer matches sentences about how long somebody has worked, in the other output
// languages: not "Anlagen, die 15 Jahre laufen".
var aboutCareer = pattern("aboutCareer")

// sentenceAt returns the sentence at an offset.
func sentenceAt(s string, at int) string {
	for _, sentence := range sentencesOf(s) {
		if at < sentence.to {
			return sentence.text
		}
	}
	return s
}

// farAbove is how many months above the career, if they are a third of it, nobody rounds up
// to.
const farAbove = 36

// rolesLeftOut reports whether years lie between the last degree before the first role and
// that role: earlier ones may have been left out.
func (r *reading) rolesLeftOut() bool {
	first, last := r.roles()[0].start, month(0)
	for _, e := range r.Profile.Education {
		if end := lastMonthOf(e.End); !e.End.IsZero() && end <= first {
			last = max(last, end)
		}
	}
	return last > 0 && int(first-last) > farAbove
}

// beforeBracket matches what a bracket is about.
var beforeBracket = lazy.New(`([^,;.()\n]*)\(\s*(?:over |more than |about |nearly |almost |~)?$`)

// forYears matches the clause before "15 years" in "Ran Kubernetes for 15 years".
var forYears = lazy.New(`(?i)[^.;!?]*\bfor (?:over |more than |about |nearly |almost )?$`)

func tooYoung(name string, since, n int) string {
	return fmt.Sprintf("%s has existed since %d: nobody has %d years of it", name, since, n)
}

// clauseAfter returns the rest of the clause: up to a full stop, a semicolon, or the next
// number of years.
func clauseAfter(s string, from int) string {
	rest := s[from:]
	for _, pattern := range []*lazy.Regexp{yearsOf, yearsElsewhere} {
		if i := pattern.FindStringIndex(rest); i != nil {
			rest = rest[:i[0]]
		}
	}
	for i, c := range rest {
		if c == ';' || c == '!' || c == '?' || c == '.' && endsSentence(rest, i, c) {
			return rest[:i]
		}
	}
	return rest
}

// oldest returns the oldest technology in a text and the year of its first release; 0 if
// the year of any of them is unknown. Years given for a list count for its oldest.
func (r *reading) oldest(s string) (name string, since int) {
	for _, m := range r.Catalog.Find(s) {
		technology, ok := r.Catalog.Lookup(m.Name)
		if !ok || technology.Group == skill.Practices {
			continue
		}
		if technology.Since == 0 {
			return "", 0
		}
		if since == 0 || technology.Since < since {
			name, since = m.Name, technology.Since
		}
	}
	return name, since
}
