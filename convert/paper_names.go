package convert

import (
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/ghresume/ghresume/internal/lazy"
	"github.com/ghresume/ghresume/resume"
	"github.com/ghresume/ghresume/resume/skill"
)

// roleFirst moves the piece that names a role before the company above it, and a degree
// before the school.
func roleFirst(kind resume.SectionKind, pieces []string) []string {
	if kind == resume.EducationSection && len(pieces) > 2 && hasWord(pieces[0], schoolWords) {
		return moveFirst(pieces, func(p string) bool { return hasWord(p, degreeWords) && !hasWord(p, schoolWords) })
	}
	if kind != resume.ExperienceSection || len(pieces) < 2 || hasWord(pieces[0], roleWords) || len(pieces) == 2 && !strings.Contains(pieces[0], ", ") {
		return pieces
	}
	return moveFirst(pieces, func(p string) bool { return hasWord(p, roleWords) && !isHouse(p) && len(strings.Fields(p)) <= 8 })
}

func moveFirst(pieces []string, is func(string) bool) []string {
	at := slices.IndexFunc(pieces, is)
	if at < 0 {
		return pieces
	}
	return append([]string{pieces[at]}, slices.Delete(slices.Clone(pieces), at, at+1)...)
}

// findOrganization finds the company or the school in what was read as a place or a text,
// "Elbtal Software GmbH, Dresden", if nothing else names one.
func (e *entry) findOrganization(kind resume.SectionKind) {
	if e.org != "" || e.title == "" || kind != resume.ExperienceSection && kind != resume.EducationSection && kind != resume.VolunteeringSection {
		return
	}
	text := e.location
	if first, rest, _ := strings.Cut(e.summary, "\n"); text == "" && len(strings.Fields(first)) <= 7 && !strings.HasSuffix(first, ".") {
		text, e.summary = first, strings.TrimSpace(rest)
	}
	if e.location == text || e.location == "" {
		e.org, e.location, _ = strings.Cut(text, ", ")
	}
	if m := gradeIn.FindStringSubmatch(e.location); m != nil && kind == resume.EducationSection && e.grade == "" {
		e.grade, e.location = m[1], ""
	}
}

// placeBehind moves the place after the name of a company or a school, "Elbtal Software,
// Dresden, Germany.", where it belongs.
func (e *entry) placeBehind(kind resume.SectionKind) {
	if e.location != "" || kind != resume.ExperienceSection && kind != resume.EducationSection {
		return
	}
	parts := strings.Split(strings.TrimSuffix(e.org, "."), ", ")
	if len(parts) != 3 || legalForm.MatchString(", "+parts[1]) || !looksLikePlace(parts[1]+", "+parts[2]) {
		return
	}
	e.org, e.location = parts[0], parts[1]+", "+parts[2]
}

// gradeIn matches a grade after its label.
var gradeIn = lazy.New(`(?i)^(?:grade|gpa|score|note|nota|mention|durchschnittsnote|abschlussnote|cijfer|ocena|оцінка)\s*:?\s+(\d.*)$`)

// orderNames puts the role before the company and the degree before the school, if the
// words tell which is which.
func (e *entry) orderNames(kind resume.SectionKind) {
	first := roleWords
	if kind == resume.EducationSection {
		first = degreeWords
	}
	isSwapped := !hasWord(e.title, first) && hasWord(e.org, first) && (kind == resume.EducationSection || !isHouse(e.org))
	if kind == resume.EducationSection && hasWord(e.title, schoolWords) && !hasWord(e.org, schoolWords) {
		isSwapped = true
	}
	if isSwapped && (kind == resume.ExperienceSection || kind == resume.EducationSection || kind == resume.VolunteeringSection) {
		e.title, e.org = e.org, e.title
	}
}

// Parts of words that identify a role, a degree and a school.
const (
	roleWords = "sre devops engineer develop manager architect intern consult lead director analyst design programm " +
		"scientist admin officer head founder cto ceo specialist trainee assistant professor research fellow " +
		"mentor teacher entwickl ingenieur leiter berater praktik desarroll ingenier ingénieur développ chef " +
		"svilupp ingegn ontwikkel programist inżynier desenvolv engenheir розробник інженер 工程师 开发 经理 实习 " +
		"analista analist softwarearchitekt arquitecto arquiteto techniker técnico werkstudent becari " +
		"estagiári stagiair tester"
	degreeWords = "bachelor master msc bsc phd diplom degree doctor mba b.a m.a b.s m.s licen laurea ingenier magister " +
		"inżynier бакалавр магістр 本科 硕士 博士 学士"
	schoolWords = "universi college school institut hochschule école escuela politec academy akadem faculty " +
		"uniwersytet politechnika universität універ 大学 学院"
)

// houses matches employers whose names may have a role's word in them: "Specialist Hospital".
var houses = lazy.New(`(?i)(?:^|[^\pL])(?:hospitals?|clinics?|kliniken|klinik|klinikum|clinique|clínica|clinica|krankenhaus|` +
	`hôpital|ospedale|szpital|ziekenhuis|university|universität|université|universidad|universidade|università|` +
	`uniwersytet|college|school|institute?|institut|academy|akademie|museum|ministry|council|studios?|agency|agentur|agence)(?:\P{L}|$)`)

// isHouse reports whether a text names an employer and no role there: "University Lecturer"
// is one.
func isHouse(text string) bool {
	words := strings.Fields(text)
	return houses.MatchString(text) && !hasWord(words[len(words)-1], roleWords)
}

func hasWord(text, parts string) bool {
	text = strings.ToLower(text)
	for _, part := range strings.Fields(parts) {
		if strings.Contains(text, part) {
			return true
		}
	}
	return false
}

// namesTechnologies reports whether a line of an entry lists the technologies used.
func namesTechnologies(text string) bool {
	return isLabelled(text, "technologies", "skills used", "tech stack", "technology", "technologien", "technologie", "tecnologías", "tecnologias",
		"tecnologie", "technologieën", "tekniker", "teknolojiler", "технології", "التقنيات", "טכנולוגיות", "使用技術", "技术栈", "技術")
}

// areTechnologies reports whether names are technologies: half of them are known, and the
// others are single words, as in "C++, perf".
func areTechnologies(names []string) bool {
	known := 0
	for _, name := range names {
		if _, ok := skill.Default().Lookup(name); ok {
			known++
		} else if strings.ContainsAny(name, " .") {
			return false
		}
	}
	return known > 0 && 2*known >= len(names)
}

// isAddress reports whether a text is a web address and nothing else.
func isAddress(text string) bool {
	return siteIn.FindString(text) == text && text != "" && strings.ContainsAny(text, "/:")
}

func isLabelled(text string, labels ...string) bool {
	label, _, ok := cutColon(text)
	return ok && containsFold(labels, strings.TrimSpace(label))
}

// cutColon splits a text at its first colon, which is a wide one in Chinese and Japanese.
func cutColon(text string) (label, rest string, ok bool) {
	at := strings.IndexAny(text, ":：")
	if at < 0 {
		return text, "", false
	}
	_, width := utf8.DecodeRuneInString(text[at:])
	return text[:at], text[at+width:], true
}

// splitRole splits "Developer, Acme" and "Developer at Acme" if one line has both.
func splitRole(text string, kind resume.SectionKind) (title, org string) {
	if kind == resume.EducationSection {
		return splitDegree(text)
	}
	separators := []string{" at ", " @ ", ", "}
	if kind == resume.ProjectsSection || kind == resume.Free {
		separators = []string{", "}
	}
	for _, separator := range separators {
		if at := strings.Index(text, separator); at > 0 && kind != resume.ProjectsSection {
			return text[:at], strings.TrimSpace(text[at+len(separator):])
		}
	}
	return text, ""
}

// splitDegree splits "MSc, Informatics, TU Graz" before the school, or else at the last
// comma.
func splitDegree(text string) (title, org string) {
	parts := strings.Split(text, ", ")
	at := len(parts) - 1
	for i, part := range parts {
		if hasWord(part, schoolWords) {
			at = i
			break
		}
	}
	if at == 0 && len(parts) > 1 && hasWord(strings.Join(parts[1:], " "), degreeWords) {
		return strings.Join(parts[1:], ", "), parts[0]
	}
	if at == 0 {
		return text, ""
	}
	return strings.Join(parts[:at], ", "), strings.Join(parts[at:], ", ")
}
