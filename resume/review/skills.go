package review

import (
	"fmt"
	"maps"
	"slices"
	"strings"
	"unicode"

	"github.com/ghresume/ghresume/internal/lazy"
	"github.com/ghresume/ghresume/resume/skill"
)

var skillRules = []Rule{
	{
		Name: "skills-missing", Area: Skills, Severity: Warning,
		Reason: "Recruiters search for skills by name; a resume without them is not found.",
		Bad:    `name = "Ada Lovelace"`,
		Good:   "[skills]\nLanguages = [\"Go\", \"SQL\"]",
		check:  checkSkillsMissing,
	},
	{
		Name: "skills-ungrouped", Area: Skills, Severity: Warning, on: onSkills,
		Reason: "Languages, frameworks, databases, tools and cloud, each on a line, are found in a second.",
		Bad: "[skills]\nSkills = [\"Go\", \"SQL\", \"PostgreSQL\", \"Redis\", \"Docker\", \"Kubernetes\", " +
			"\"AWS\", \"Terraform\", \"Kafka\", \"gRPC\", \"Linux\"]",
		Good:  "[skills]\nLanguages = [\"Go\", \"SQL\"]\nDatabases = [\"PostgreSQL\", \"Redis\"]",
		check: checkUngrouped,
	},
	{
		Name: "duplicate-skill", Area: Skills, Severity: Warning, Habit: true, on: onAllSkills,
		Reason: "A skill listed twice, under two names, looks like padding.",
		Bad:    "[skills]\nDatabases = [\"PostgreSQL\", \"Redis\", \"Postgres\"]",
		Good:   "[skills]\nDatabases = [\"PostgreSQL\", \"Redis\"]",
		check:  checkDuplicateSkills,
	},
	{
		Name: "skill-name", Area: Skills, Severity: Warning, Habit: true, on: onAllSkills,
		Reason: "The makers' spelling is the one that recruiters search for.",
		Bad:    "[skills]\nLanguages = [\"Javascript\", \"Go\"]",
		Good:   "[skills]\nLanguages = [\"JavaScript\", \"Go\"]",
		check:  checkSkillNames,
	},
	{
		Name: "too-many-skills", Area: Skills, Severity: Advice, on: onSkills,
		Reason: "A reader takes in a dozen names a line; fifty say that you master none.",
		Bad:    "[skills]\nTools = [\"a\", \"b\", \"c\", \"d\", \"e\", \"f\", \"g\", \"h\", \"i\", \"j\", \"k\", \"l\", \"m\", \"n\", \"o\", \"p\"]",
		Good:   "[skills]\nTools = [\"Docker\", \"Kubernetes\", \"Terraform\"]",
		check:  checkTooManySkills,
	},
	{
		Name: "soft-skill", Area: Skills, Severity: Warning, Habit: true, on: onSkills,
		Reason: "Readers skip teamwork in a list of databases; show it in a bullet.",
		Bad:    "[skills]\nTools = [\"Docker\", \"Teamwork\"]",
		Good:   "[skills]\nTools = [\"Docker\", \"Terraform\"]\n\"Soft skills\" = [\"Teamwork\"]",
		check:  checkSoftSkills,
	},
	{
		Name: "obvious-skill", Area: Skills, Severity: Advice, on: onSkills,
		Reason: "Every developer can send e-mail; listing it makes the rest look thin.",
		Bad:    "[skills]\nTools = [\"Docker\", \"Microsoft Word\"]",
		Good:   "[skills]\nTools = [\"Docker\", \"Microsoft SQL Server\"]",
		check:  checkObviousSkills,
	},
	{
		Name: "skill-group", Area: Skills, Severity: Advice, on: onSkills,
		Reason: "Readers who look for databases read only the line of databases.",
		Bad:    "[skills]\nLanguages = [\"Go\", \"PostgreSQL\"]",
		Good:   "[skills]\nLanguages = [\"Go\"]\nDatabases = [\"PostgreSQL\"]",
		check:  checkSkillGroups,
	},
	{
		Name: "skill-entry", Area: Skills, Severity: Warning, Habit: true, on: onSkills,
		Reason: "One entry is one skill; sentences and empty entries break the line.",
		Bad:    "[skills]\nTools = [\"Docker and Kubernetes with some Terraform on the side and more\"]",
		Good:   "[skills]\nTools = [\"Docker\", \"Kubernetes\", \"Terraform\"]",
		check:  checkSkillEntries,
	},
}

// skillEntry is one skill that the profile lists.
type skillEntry struct {
	field, group, name string
	// known is its entry in the catalog, if ok.
	known skill.Technology
	ok    bool
}

// readSkills collects the skills of the profile in the order of the file.
func (r *reading) readSkills() {
	groups := r.Profile.Skills
	for _, group := range slices.Sorted(maps.Keys(groups)) {
		for i, name := range groups[group] {
			e := skillEntry{field: fmt.Sprintf("%s[%d]", groupField(group), i), group: group, name: name}
			e.known, e.ok = r.Catalog.Lookup(strings.TrimSpace(name))
			r.skills = append(r.skills, e)
		}
	}
	slices.SortStableFunc(r.skills, func(a, b skillEntry) int {
		return r.Profile.Positions[a.field].Offset - r.Profile.Positions[b.field].Offset
	})
}

// groupField returns the path of a group of skills; a name that is not a bare key is
// quoted.
func groupField(group string) string {
	bare := group != "" && strings.IndexFunc(group, func(c rune) bool {
		return c != '-' && c != '_' && (c > unicode.MaxASCII || !unicode.IsLetter(c) && !unicode.IsDigit(c))
	}) < 0
	if bare {
		return "skills." + group
	}
	return fmt.Sprintf("skills.%q", group)
}

// entrySkills returns the skills that roles and projects list, entry by entry.
func (r *reading) entrySkills() [][]skillEntry {
	var all [][]skillEntry
	put := func(at string, names []string) {
		var list []skillEntry
		for i, name := range names {
			e := skillEntry{field: fmt.Sprintf("%s.skills[%d]", at, i), name: name}
			e.known, e.ok = r.Catalog.Lookup(strings.TrimSpace(name))
			list = append(list, e)
		}
		all = append(all, list)
	}
	for i, e := range r.Profile.Experience {
		put(fmt.Sprintf("experience[%d]", i), e.Skills)
	}
	for i, e := range r.Profile.Projects {
		put(fmt.Sprintf("projects[%d]", i), e.Skills)
	}
	return all
}

func checkSkillsMissing(r *reading) []Finding {
	if len(r.skills)+len(r.Resume.Skills) > 0 {
		return nil
	}
	f := at("skills", "no skills are listed", "add [skills] with Languages = [\"…\"], Frameworks, Databases, Tools, Cloud")
	if r.Profile.GitHub.User != "" && r.Snapshot == nil {
		f = advice(f)
		f.Message += "; GitHub may prove some, but it was not asked"
	}
	return []Finding{f}
}

func checkUngrouped(r *reading) []Finding {
	if len(r.Profile.Skills) != 1 || len(r.skills) < 8 {
		return nil
	}
	kinds := map[skill.Group]bool{}
	for _, s := range r.skills {
		if s.ok {
			kinds[s.known.Group] = true
		}
	}
	f := at(groupField(r.skills[0].group), fmt.Sprintf("all %d skills are in one group", len(r.skills)), "group them: Languages, Frameworks, Databases, Tools, Cloud")
	if len(kinds) < 2 && len(r.skills) < 12 {
		f = advice(f)
	}
	return []Finding{f}
}

const (
	groupLimit = 14
	skillLimit = 45
)

func checkTooManySkills(r *reading) []Finding {
	var found []Finding
	for _, group := range slices.Sorted(maps.Keys(r.Profile.Skills)) {
		if n := len(r.Profile.Skills[group]); n > groupLimit {
			found = append(found, at(groupField(group), fmt.Sprintf("%d skills are in one line", n), "keep the dozen that the job asks for, the best first"))
		}
	}
	if n := len(r.skills); n > skillLimit {
		found = append(found, at("skills", fmt.Sprintf("%d skills are listed", n), "keep the thirty that you would be asked about gladly"))
	}
	return found
}

// pluralAcronym matches "REST API's".
var pluralAcronym = lazy.New(`\b[A-Z]{2,5}['’]s\s*$`)

// everything matches entries that claim all, or leave the rest to the reader.
var everything = pattern("everything")

// beginner matches entries that excuse themselves; BASIC is a language.
var beginner = pattern("beginner")

func hasLoneBracket(s string) bool {
	at, _ := unbalanced(s)
	return at >= 0
}

func checkSkillEntries(r *reading) []Finding {
	var found []Finding
	for _, s := range r.skills {
		switch n := countWords(s.name); {
		case strings.TrimSpace(s.name) == "":
			found = append(found, at(s.field, "the entry is empty", "drop it"))
		case n > 8:
			found = append(found, advice(at(s.field, fmt.Sprintf("the entry has %d words; one skill has fewer", n), "name the skill only; what you did with it belongs in a bullet")))
		case everything.MatchString(s.name):
			found = append(found, at(s.field, fmt.Sprintf("%q leaves the reader guessing", s.name), "name those that you would be asked about gladly"))
		case pluralAcronym.MatchString(s.name):
			found = append(found, advice(at(s.field, fmt.Sprintf("%q has an apostrophe too many", s.name), "the plural has none: \"REST APIs\"")))
		case beginner.MatchString(s.name):
			found = append(found, advice(at(s.field, fmt.Sprintf("%q says what you cannot do yet", s.name), "leave the level out, or the skill")))
		case hasLoneBracket(s.name):
			found = append(found, advice(at(s.field, fmt.Sprintf("a bracket of %q has no partner", s.name), "close it, or drop it")))
		case strings.Count(s.name, ",") > 1 && !strings.ContainsAny(s.name, "("):
			found = append(found, advice(at(s.field, fmt.Sprintf("%q looks like several skills in one entry", s.name), "make one entry of each")))
		}
	}
	for _, group := range slices.Sorted(maps.Keys(r.Profile.Skills)) {
		if len(r.Profile.Skills[group]) == 0 {
			found = append(found, advice(at(groupField(group), "the group is empty", "drop it, or fill it")))
		}
	}
	return found
}
