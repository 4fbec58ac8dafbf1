package review

import (
	"cmp"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/ghresume/ghresume/internal/lazy"
	"github.com/ghresume/ghresume/resume"
)

var schoolingRules = []Rule{
	{
		Name: "degree-without-subject", Area: Impact, Severity: Advice, on: onEducation,
		Reason: "\"BSc\" alone does not name the subject.",
		Bad:    "[[education]]\ndegree = \"Bachelor of Science\"\ninstitution = \"University of London\"\nend = \"2015\"",
		Good:   "[[education]]\ndegree = \"BSc Computer Science\"\ninstitution = \"University of London\"\nend = \"2015\"",
		check:  checkSubjects,
	},
	{
		Name: "school-below-degree", Area: Length, Severity: Advice, on: onEducation,
		Reason: "With a degree nobody asks about school; the lines are better spent on work.",
		Bad: "[[education]]\ndegree = \"BSc Computer Science\"\ninstitution = \"University of London\"\n" +
			"end = \"2015\"\n[[education]]\ndegree = \"High school diploma\"\ninstitution = \"St Mary's\"\n" +
			"end = \"2012\"",
		Good:  "[[education]]\ndegree = \"High school diploma\"\ninstitution = \"St Mary's\"\nend = \"2012\"",
		check: checkSchools,
	},
	{
		Name: "low-grade", Area: Impact, Severity: Advice, on: onEducation,
		Reason: "A weak grade is the only thing that readers remember of the line.",
		Bad:    "[[education]]\ndegree = \"BSc Computer Science\"\ninstitution = \"University of London\"\nend = \"2015\"\ngrade = \"GPA 2.3/4.0\"",
		Good:   "[[education]]\ndegree = \"BSc Computer Science\"\ninstitution = \"University of London\"\nend = \"2015\"\ngrade = \"GPA 3.7/4.0\"",
		check:  checkGrades,
	},
}

// bareDegree matches a degree that names no subject.
var bareDegree = pattern("bareDegree")

func checkSubjects(r *reading) []Finding {
	var found []Finding
	for i, e := range r.Profile.Education {
		if bareDegree.MatchString(e.Degree) && !namesSubject(e) {
			found = append(found, at(fmt.Sprintf("education[%d].degree", i), fmt.Sprintf("%q names no subject", strings.TrimSpace(e.Degree)), `add it: "BSc Computer Science"`))
		}
	}
	return found
}

// aboutSubject matches highlights that say what was studied.
var aboutSubject = lazy.New(`(?i)\b(?:major|minor|focus|thesis|speciali[sz]\w*|concentration|dissertation|in \p{Lu})`)

func namesSubject(e resume.Education) bool {
	return slices.ContainsFunc(e.Highlights, func(h resume.Highlight) bool { return aboutSubject.MatchString(h.Text) })
}

var (
	// belowDegree matches schools before a university, in the output languages.
	belowDegree = pattern("belowDegree")
	// university matches degrees of universities.
	university = pattern("university")
)

// settled is how many months after a degree the school before it stops to matter.
const settled = 24

func checkSchools(r *reading) []Finding {
	since := 0
	for _, e := range r.Profile.Education {
		if end := lastMonthOf(cmp.Or(e.End, e.Expected)); university.MatchString(e.Degree) && !belowDegree.MatchString(e.Degree) && end > 0 && r.now > end {
			since = max(since, int(r.now-end))
		}
	}
	if since < settled {
		return nil
	}
	var found []Finding
	for i, e := range r.Profile.Education {
		if belowDegree.MatchString(e.Degree) && !university.MatchString(e.Degree) {
			found = append(found, at(fmt.Sprintf("education[%d].degree", i), fmt.Sprintf("%q is below your degree", e.Degree), "leave it out, unless employers in your country expect it"))
		}
	}
	return found
}

// scaled matches a grade and the best one: "2.3/4.0", "5,4 / 10".
var scaled = lazy.New(`(\d{1,2}(?:[.,]\d{1,2})?)\s?(?:/|out of|of|von)\s?(4|5|10|20|100)(?:[.,]0{1,2})?(?:\D|$)`)

// percentGrade matches a grade in percent.
var percentGrade = lazy.New(`^\W*(\d{1,2}(?:[.,]\d{1,2})?)\s?%\W*$`)

// passable is the share of the best grade from which a grade is worth its line.
var passable = map[string]float64{"4": 0.75, "5": 0.5, "10": 0.6, "20": 0.5, "100": 0.6}

// weakGrade matches the lowest grades that pass, in words.
var weakGrade = pattern("weakGrade")

func (r *reading) isGerman() bool {
	language, _, _ := strings.Cut(strings.ToLower(r.Profile.Layout.Language), "-")
	return language == "de"
}

// germanGrade matches a grade from 1, the best, to 5.
var germanGrade = lazy.New(`^\D*([1-5][.,]\d)\D*$`)

func weakGermanGrade(grade string) bool {
	m := germanGrade.FindStringSubmatch(grade)
	if m == nil {
		return false
	}
	got, _ := strconv.ParseFloat(strings.ReplaceAll(m[1], ",", "."), 64)
	return got >= 3.3
}

func lowGrade(i int, grade string) Finding {
	return at(fmt.Sprintf("education[%d].grade", i), fmt.Sprintf("%q does not speak for you", grade), "leave the grade out")
}

// gradeOf matches a grade in a text of an education.
var gradeOf = lazy.New(`(?i)\b(?:c?gpa|grade|average|score)\b[^.;,\d]{0,12}(\d{1,3}(?:[.,]\d{1,2})?)\s?(?:/|out of|of)\s?(\d{1,3}(?:\.\d{1,2})?)`)

// aboveBest finds a grade above the best one. Schools may weight the grades of hard courses.
func aboveBest(t text) []Finding {
	m := gradeOf.FindStringSubmatchIndex(t.value)
	if m == nil && strings.HasSuffix(t.field, ".grade") {
		m = scaled.FindStringSubmatchIndex(t.value)
	}
	if m == nil || isWeighted.MatchString(t.value) {
		return nil
	}
	got, _ := strconv.ParseFloat(strings.ReplaceAll(t.value[m[2]:m[3]], ",", "."), 64)
	best, _ := strconv.ParseFloat(t.value[m[4]:m[5]], 64)
	if got <= best {
		return nil
	}
	return []Finding{t.within(m[2], m[5], fmt.Sprintf("%q is above the best grade", t.value[m[2]:m[5]]), `correct it, or say "weighted"`)}
}

// gradesAboveBest finds them in all texts on education.
func (r *reading) gradesAboveBest() []Finding {
	var found []Finding
	for _, t := range r.allTexts(false) {
		if strings.HasPrefix(t.field, "education") {
			found = append(found, aboveBest(t)...)
		}
	}
	return found
}

var isWeighted = lazy.New(`(?i)\bweighted\b`)

func checkGrades(r *reading) []Finding {
	var found []Finding
	for i, e := range r.Profile.Education {
		if weakGrade.MatchString(e.Grade) || r.isGerman() && weakGermanGrade(e.Grade) {
			found = append(found, lowGrade(i, e.Grade))
			continue
		}
		m := scaled.FindStringSubmatch(percentGrade.ReplaceAllString(e.Grade, "$1/100"))
		if m == nil {
			continue
		}
		got, _ := strconv.ParseFloat(strings.ReplaceAll(m[1], ",", "."), 64)
		best, _ := strconv.ParseFloat(m[2], 64)
		if got > 0 && got < best*passable[m[2]] {
			found = append(found, lowGrade(i, e.Grade))
		}
	}
	return found
}
