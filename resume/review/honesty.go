package review

import (
	"fmt"
	"strings"

	"github.com/ghresume/ghresume/internal/lazy"
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
