package convert

import (
	_ "embed"
	"strings"
	"sync"
	"unicode"

	"github.com/ghresume/ghresume/internal/lazy"
	"github.com/ghresume/ghresume/resume"
)

// sectionTitles are common headings of sections: "== KIND", then one heading per line.
//
//go:embed section_titles.txt
var sectionTitles string

var kindsByTitle = sync.OnceValue(func() map[string]resume.SectionKind {
	kinds := map[string]resume.SectionKind{}
	var kind resume.SectionKind
	for line := range strings.SplitSeq(sectionTitles, "\n") {
		heading, isKind := strings.CutPrefix(line, "== ")
		switch {
		case isKind:
			kind = resume.SectionKind(heading)
		case line != "" && !strings.HasPrefix(line, "# ") && kinds[line] == "":
			kinds[line] = kind
		}
	}
	return kinds
})

// objective is the kind of a summary that says what the person looks for. It is not a
// section of its own.
const objective resume.SectionKind = "objective"

// isObjective reports whether a heading announces an objective.
func isObjective(title string) bool {
	return kindsByTitle()[strings.ToLower(strings.Trim(title, ": "))] == objective
}

// countBehind matches the number of entries in a heading: "Work Experience (3)".
var countBehind = lazy.New(`\s*\(\d+\)$`)

// kindOfTitle returns the section that a heading names, or Free. Signs before the heading
// are decoration.
func kindOfTitle(title string) resume.SectionKind {
	title = countBehind.ReplaceAllString(strings.TrimLeftFunc(unmarked(title), isSign), "")
	key := strings.ToLower(strings.TrimSpace(strings.TrimRight(title, ":.")))
	key = strings.NewReplacer("_", " ", "-", " ", " and ", " & ", " und ", " & ", " y ", " & ", " et ", " & ").Replace(key)
	key = strings.ReplaceAll(key, "\u0307", "") // of a Turkish İ
	kinds := kindsByTitle()
	for _, k := range []string{key, strings.ReplaceAll(key, " & ", " and "), strings.Join(strings.Fields(key), "-")} {
		if kind, ok := kinds[k]; kind == objective {
			return resume.SummarySection
		} else if ok {
			return kind
		}
	}
	if kindOfExperience.MatchString(key) {
		return resume.ExperienceSection
	}
	return kindOfBoth(titleMark.Split(key, -1))
}

// titleMark separates the parts of a heading in two languages: "Berufserfahrung / Work
// Experience".
var titleMark = lazy.New(`\s*[/|·•&]\s*`)

// kindOfBoth returns the section that all parts of a heading name. One of jobs or of schools
// may have its other part in a language without known headings.
func kindOfBoth(parts []string) resume.SectionKind {
	if len(parts) != 2 {
		return resume.Free
	}
	a, b := kindOfTitle(parts[0]), kindOfTitle(parts[1])
	if a == resume.Free {
		a, b = b, a
	}
	if a == b || b == resume.Free && (a == resume.ExperienceSection || a == resume.EducationSection) {
		return a
	}
	return resume.Free
}

// kindOfExperience matches headings that say which experience: "Research & Professional
// Experience". User experience is a trade.
var kindOfExperience = lazy.New(`^(?:(?:research|teaching|academic|professional|work|working|industry|industrial|internship|` +
	`leadership|military|other|additional|further|previous|earlier|selected|recent|related|technical|` +
	`engineering|clinical|management|freelance|consulting|&) )+experiences?$|^internships?$|` +
	`^\S+ experience & internships?$`)

func isSign(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) }

// humanized turns a key into a heading: "sideProjects" and "side_projects" become "Side
// Projects".
func humanized(key string) string {
	var b strings.Builder
	var last rune
	for _, r := range key {
		switch {
		case r == '_' || r == '-':
			r = ' '
		case unicode.IsUpper(r) && unicode.IsLower(last):
			b.WriteByte(' ')
		}
		if last == 0 || last == ' ' {
			r = unicode.ToUpper(r)
		}
		b.WriteRune(r)
		last = r
	}
	return strings.Join(strings.Fields(b.String()), " ")
}
