package convert

import (
	"slices"
	"strings"

	"github.com/ghresume/ghresume/internal/lazy"
	"github.com/ghresume/ghresume/resume"
	"github.com/ghresume/ghresume/resume/skill"
)

// section reads one section as the kind that its heading names.
func (p *paper) section(heading string, lines []paperLine) {
	title := strings.TrimRight(heading, ": ")
	if title == strings.ToUpper(title) && len([]rune(title)) > 3 {
		title = humanized(strings.ToLower(title))
	}
	kind := p.in.claim(kindOfTitle(heading), title)
	switch kind {
	case resume.SummarySection:
		var texts []string
		for _, l := range lines {
			texts = append(texts, l.marked())
		}
		p.in.profile.Summary = strings.Trim(p.in.profile.Summary+"\n\n"+strings.Join(texts, "\n\n"), "\n")
	case resume.SkillsSection, resume.LanguagesSection:
		label := ""
		for _, l := range lines {
			text := strings.Join(strings.Fields(l.text), " ")
			if strings.HasSuffix(text, ":") {
				label = text
				continue
			}
			if label != "" && !strings.Contains(text, ": ") {
				text = label + " " + text
			}
			if kind == resume.SkillsSection {
				p.in.textEntry(kind, title, text)
				continue
			}
			for _, piece := range languagePieces(text) {
				p.in.textEntry(kind, title, piece)
			}
		}
		p.in.attach(sectionPath(kind))
	case resume.ExperienceSection, resume.EducationSection, resume.ProjectsSection, resume.VolunteeringSection:
		for _, block := range p.blocks(p.withDrawnBullets(lines)) {
			p.in.place(kind, block.entry(kind))
		}
	case resume.CertificationsSection, resume.AwardsSection, resume.PublicationsSection:
		for _, l := range lines {
			record := p.record(kind, l.text)
			if record.url = l.url(); record.doi != "" && bareDOI(record.url) == record.doi {
				record.url = ""
			}
			p.in.place(kind, record)
		}
	default:
		p.free(title, lines)
	}
}

var languageMark = lazy.New(`\s*[;|•·；]\s*|\s{2,}`)

// languagePieces splits a line of several languages. A dash precedes a level.
func languagePieces(text string) []string {
	pieces := languageMark.Split(text, -1)
	if m := languageLevel.FindStringSubmatch(text); m != nil && len(pieces) == 1 && strings.ContainsAny(text, "–—-") && len(splitNames(text)) == 1 {
		return []string{m[1] + ": " + firstOf(m[2], m[3])}
	}
	return pieces
}

// free keeps lines as they are, or reads entries if there are dates and bullets.
func (p *paper) free(title string, lines []paperLine) {
	dated := 0
	for _, l := range lines {
		if !l.isItem && dateIn(l.text).ok {
			dated++
		}
	}
	if dated > 0 {
		for _, block := range p.blocks(p.withDrawnBullets(lines)) {
			p.in.placeFree(title, block.entry(resume.Free))
		}
		return
	}
	var items []string
	for _, l := range lines {
		items = append(items, strings.Join(strings.Fields(l.marked()), " "))
	}
	p.in.section(title, items, nil)
}

// block is the lines of one entry: its head and its texts.
type block struct {
	head  []string
	url   string // linked in the head
	texts []paperLine
	own   bool // of a file that ghresume wrote
}

// blocks splits a section into entries. A new one begins if a line without a bullet
// follows texts and looks like a head: it has a date, is bold, or precedes a line that
// does.
func (p *paper) blocks(lines []paperLine) []block {
	var out []block
	for i, l := range lines {
		isHead := p.looksLikeHead(lines, i)
		if isHead && (len(out) == 0 || len(out[len(out)-1].texts) > 0 || headIsFull(out[len(out)-1], l)) {
			out = append(out, block{own: p.own && p.broken})
		}
		if len(out) == 0 {
			out = append(out, block{own: p.own && p.broken})
		}
		last := &out[len(out)-1]
		if isHead && len(last.texts) == 0 {
			last.head = append(last.head, l.text)
			last.url = firstOf(last.url, l.url())
		} else {
			last.texts = append(last.texts, l)
		}
	}
	return out
}

// headIsFull reports whether a head has its date, so that another one begins an entry.
func headIsFull(b block, l paperLine) bool {
	has := false
	for _, h := range b.head {
		has = has || dateIn(h).ok
	}
	return has && (dateIn(l.text).ok || len(b.head) >= 3)
}

func (p *paper) looksLikeHead(lines []paperLine, i int) bool {
	l := lines[i]
	if l.isItem || len(strings.Fields(l.text)) > 18 || i > 0 && (namesTechnologies(l.text) || isLabel(l)) {
		return false
	}
	if dateIn(l.text).ok || l.bold || l.size > 1.05*p.body {
		return true
	}
	if i+1 < len(lines) && !lines[i+1].isItem && dateIn(lines[i+1].text).ok && len(strings.Fields(l.text)) <= 10 {
		return true
	}
	return i == 0 || i > 0 && !lines[i-1].isItem && dateIn(lines[i-1].text).ok && len(strings.Fields(l.text)) <= 10
}

// isLabel reports whether a line names what follows in an entry: "Responsibilities:".
func isLabel(l paperLine) bool { return strings.HasSuffix(l.text, ":") && !dateIn(l.text).ok }

// entry makes an entry of a block. A page does not say which of two names is the role and
// which the company: their order on the page is kept.
func (b block) entry(kind resume.SectionKind) entry {
	e := entry{url: b.url}
	pieces := e.takeDates(b.head)
	if own := b.ownNames(kind); own != nil {
		e.title, e.org, e.location, pieces = own[0], own[1], own[2], own[3:]
	}
	for _, piece := range roleFirst(kind, pieces) {
		e.takePiece(kind, piece)
	}
	for _, l := range b.texts {
		e.takeText(l)
	}
	if lines := paragraphsOf(e.summary); len(lines) > 2 && len(e.highlights) == 0 {
		e.summary, e.highlights = lines[0], lines[1:] // bullets whose signs are drawn, not text
	}
	e.findOrganization(kind)
	if !b.own {
		e.orderNames(kind)
		e.placeBehind(kind)
	}
	if kind == resume.ProjectsSection {
		(&reader{profile: &resume.Profile{}}).ownRepository(&e)
	}
	if kind == resume.ExperienceSection && e.title != "" && e.org != "" {
		e.doubt("Is %q the role and %q the company?", e.title, e.org)
	}
	return e
}

// ownNames returns the title, the organization, the place and a grade of an entry that has
// all names where ghresume prints them: commas and dashes are then part of them.
func (b block) ownNames(kind resume.SectionKind) []string {
	if !b.own || len(b.head) != 2 || kind == resume.ProjectsSection || kind == resume.Free || !dateIn(b.head[0]).ok {
		return nil
	}
	names := gap.Split(b.head[1], -1)
	if len(names) != 2 {
		return nil
	}
	organization := strings.Split(names[0], " · ")
	return append([]string{dateIn(b.head[0]).rest, organization[0], names[1]}, organization[1:]...)
}

// gap is the blank between the two ends of a row.
var gap = lazy.New(`\s{2,}`)

// takeDates reads the first dates of a head and returns the pieces of the rest.
func (e *entry) takeDates(head []string) (pieces []string) {
	for _, h := range head {
		found := dateIn(h)
		if found.ok && e.start.IsZero() && e.end.IsZero() {
			if found.start.ok {
				e.start = e.date("start", found.text, found.start)
			}
			e.setEnd(found.text, found.end)
			e.checkOrder()
			h = found.rest
		}
		pieces = append(pieces, splitPieces(h)...)
	}
	return pieces
}

// takePiece puts a piece of a head where it belongs.
func (e *entry) takePiece(kind resume.SectionKind, piece string) {
	switch {
	case namesTechnologies(piece), isLabelled(piece, "skills", "tech", "stack"):
		_, names, _ := strings.Cut(piece, ":")
		e.skills = append(e.skills, splitNames(names)...)
	case isAddress(piece) && (e.url == "" || strings.EqualFold(bareAddress(e.url), bareAddress(piece))):
		e.url = firstOf(e.url, piece)
	case kind == resume.EducationSection && isLabelled(piece, "grade", "gpa", "score", "note", "nota", "mention", "durchschnittsnote", "cijfer", "ocena", "оцінка", "成绩"):
		_, grade, _ := strings.Cut(piece, ":")
		e.grade = strings.TrimSpace(grade)
	case e.title == "":
		e.title, e.org = splitRole(piece, kind)
	case e.org == "" && !looksLikePlace(piece):
		e.org = piece
	case e.location == "" && (len(strings.Fields(piece)) <= 4 || looksLikePlace(piece)) && !strings.HasSuffix(piece, "."):
		e.location = piece
	default:
		e.summary = joinLines(e.summary, piece)
	}
}

// takeText puts a line below the head where it belongs.
func (e *entry) takeText(l paperLine) {
	text := strings.Join(strings.Fields(l.marked()), " ")
	switch _, names, _ := strings.Cut(text, ":"); {
	case namesTechnologies(text):
		e.skills = append(e.skills, splitNames(names)...)
	case !l.isItem && areTechnologies(splitNames(text)):
		e.skills = append(e.skills, splitNames(text)...)
	case l.isItem, len(e.highlights) > 0:
		e.highlights = append(e.highlights, text)
	default:
		e.summary = joinLines(e.summary, text)
	}
}

// roleFirst moves the piece that names a role before the company above it, and a degree
// before the school.
func roleFirst(kind resume.SectionKind, pieces []string) []string {
	if kind == resume.EducationSection && len(pieces) > 2 && hasWord(pieces[0], schoolWords) {
		return moveFirst(pieces, func(p string) bool { return hasWord(p, degreeWords) && !hasWord(p, schoolWords) })
	}
	if kind != resume.ExperienceSection || len(pieces) < 2 || hasWord(pieces[0], roleWords) || len(pieces) == 2 && !strings.Contains(pieces[0], ", ") {
		return pieces
	}
	return moveFirst(pieces, func(p string) bool { return hasWord(p, roleWords) && len(strings.Fields(p)) <= 8 })
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
	isSwapped := !hasWord(e.title, first) && hasWord(e.org, first)
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
		"tecnologie", "technologieën", "tekniker", "teknolojiler", "технології", "التقنيات", "טכנולוגיות", "使用技術", "技术栈")
}

// areTechnologies reports whether all names are known technologies.
func areTechnologies(names []string) bool {
	return len(names) > 0 && !slices.ContainsFunc(names, func(name string) bool {
		_, known := skill.Default().Lookup(name)
		return !known
	})
}

// isAddress reports whether a text is a web address and nothing else.
func isAddress(text string) bool {
	return siteIn.FindString(text) == text && text != "" && strings.ContainsAny(text, "/:")
}

func isLabelled(text string, labels ...string) bool {
	label, _, ok := strings.Cut(text, ":")
	return ok && containsFold(labels, strings.TrimSpace(label))
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

func joinLines(a, b string) string { return strings.Trim(a+"\n"+b, "\n") }
