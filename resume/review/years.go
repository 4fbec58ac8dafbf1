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
