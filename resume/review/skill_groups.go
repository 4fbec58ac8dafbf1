package review

import (
	"fmt"
	"slices"
	"strings"

	"github.com/ghresume/ghresume/resume/skill"
)

// softSkills are skills of everybody, and virtuesElsewhere the same in the other output
// languages.
var softSkills = phraseSet("softSkills")

var virtuesElsewhere = phraseSet("virtuesElsewhere")

func checkSoftSkills(r *reading) []Finding {
	var found []Finding
	for _, s := range r.skills {
		if isSoftGroup(s.group) && wholeCliche(s.name) || isVirtueElsewhere(s.name) {
			found = append(found, advice(at(s.field, fmt.Sprintf("%q is what everybody writes", s.name), "show it in a bullet, or leave it out")))
			continue
		}
		if s.ok && s.known.Group != skill.Practices || isSoftGroup(s.group) || !softSkills()[strings.ToLower(strings.TrimSpace(s.name))] {
			continue
		}
		f := at(s.field, fmt.Sprintf("%q is not a technical skill", s.name), "show it in a bullet: whom you led, taught or convinced, and what came of it")
		if !isTechnicalGroup(s.group) {
			f = advice(f)
			f.Message += ", if that is what this group is for"
		}
		found = append(found, f)
	}
	return found
}

// wholeCliche reports whether a skill is nothing but a cliché: "Team player".
func wholeCliche(name string) bool {
	name = strings.ToLower(strings.TrimSpace(name))
	return cliches[name] != "" || cliches[strings.TrimSuffix(name, "s")] != "" || commonVirtues[name]
}

func isVirtueElsewhere(name string) bool {
	return virtuesElsewhere()[strings.ToLower(strings.TrimSpace(name))]
}

// commonVirtues are clichés among skills, with honest uses elsewhere.
var commonVirtues = map[string]bool{
	"punctual":               true,
	"reliable":               true,
	"honest":                 true,
	"friendly":               true,
	"motivated":              true,
	"dedicated":              true,
	"positive attitude":      true,
	"fast learning":          true,
	"quick learning":         true,
	"willing to learn":       true,
	"eager to learn":         true,
	"hard worker":            true,
	"multitasking":           true,
	"multi-tasking":          true,
	"work under pressure":    true,
	"working under pressure": true,
}

var softGroupWords = []string{"soft", "personal", "people", "human", "leadership", "management",
	"communication", "business", "other", "general", "social", "strength", "transferable",
	"core", "professional", "teaching", "competenc", "interest", "misc"}

func isSoftGroup(group string) bool {
	lower := strings.ToLower(group)
	return slices.ContainsFunc(softGroupWords, func(w string) bool { return strings.Contains(lower, w) })
}

var technicalGroupWords = []string{"language", "programming", "framework", "librar", "database",
	"data", "tool", "cloud", "devops", "infra", "platform", "backend", "frontend", "front-end",
	"back-end", "web", "mobile", "testing", "tech", "develop", "software", "systems", "skills",
	"stack", "security", "ops", "engineering"}

func isTechnicalGroup(group string) bool {
	lower := strings.ToLower(group)
	return slices.ContainsFunc(technicalGroupWords, func(w string) bool { return strings.Contains(lower, w) })
}

// groupKinds maps the name of a line to the kinds of technology it may hold.
var groupKinds = map[string][]skill.Group{
	"languages":             {skill.Languages},
	"programming languages": {skill.Languages},
	"databases":             {skill.Databases},
	"cloud":                 {skill.Cloud},
}

func checkSkillGroups(r *reading) []Finding {
	var found []Finding
	for _, s := range r.skills {
		kinds := groupKinds[strings.ToLower(s.group)]
		if kinds == nil || !s.ok || s.known.Group == skill.Practices || slices.Contains(kinds, s.known.Group) || s.known.Group == skill.Tools && kinds[0] == skill.Cloud {
			continue
		}
		found = append(found, at(s.field, fmt.Sprintf("%q is listed under %s", s.name, s.group), fmt.Sprintf("resumes list it under %s", s.known.Group)))
	}
	return found
}

// obviousSkills are skills that no developer is asked about.
var obviousSkills = phraseSet("obviousSkills")

var obsolete = pattern("obsolete")

func checkObviousSkills(r *reading) []Finding {
	var found []Finding
	for _, s := range r.skills {
		if obviousSkills()[strings.ToLower(strings.TrimSpace(s.name))] {
			found = append(found, at(s.field, fmt.Sprintf("%q is expected of everyone", s.name), "drop it"))
		} else if obsolete.MatchString(strings.TrimSpace(s.name)) {
			found = append(found, at(s.field, fmt.Sprintf("%q dates you", s.name), "drop it, unless the job asks for it"))
		}
	}
	return found
}
