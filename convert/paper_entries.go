package convert

import (
	"strings"

	"github.com/ghresume/ghresume/internal/lazy"
	"github.com/ghresume/ghresume/resume"
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
		if isObjective(title) && p.in.profile.Objective == "" {
			p.in.profile.Objective = strings.Join(texts, "\n\n")
			delete(p.in.titles, kind)
			return
		}
		p.in.profile.Summary = strings.Trim(p.in.profile.Summary+"\n\n"+strings.Join(texts, "\n\n"), "\n")
	case resume.SkillsSection, resume.LanguagesSection:
		for _, text := range labeledLines(lines) {
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
		if isContactLabel(title) {
			p.contacts(title, lines)
			return
		}
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
		if found := dateIn(l.text); !l.isItem && found.ok && !isMark(found.rest) && !isFact(l.text, found) {
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

// isMark reports whether a text is no more than a sign before a date: "b. 1984", "* 1984".
func isMark(rest string) bool { return rest != "" && len([]rune(strings.Trim(rest, " .:*"))) < 2 }

// isFact reports whether a date is the value of a label: "Date of birth: 12/03/1988".
func isFact(text string, found foundDate) bool {
	label, isLast := strings.CutSuffix(strings.TrimSpace(text), found.text)
	return isLast && strings.HasSuffix(strings.TrimSpace(label), ":")
}

// block is the lines of one entry: its head and its texts.
type block struct {
	head  []string
	url   string // linked in the head
	texts []paperLine
	own   bool // of a file that ghresume wrote
	first paperStyle
}

// blocks splits a section into entries. A new one begins if a line without a bullet
// follows texts and looks like a head: it has a date, is bold, or precedes a line that
// does.
func (p *paper) blocks(lines []paperLine) []block {
	var out []block
	for i, l := range lines {
		isHead := p.looksLikeHead(lines, i)
		if len(out) == 0 || isHead && (len(out[len(out)-1].texts) > 0 || headIsFull(out[len(out)-1], l) || p.headsNext(out[len(out)-1], lines[i:])) {
			out = append(out, block{own: p.own, first: p.styleOf(l)})
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

// headsNext reports whether a line heads another entry without texts: the last head ends with
// a date alone, and the line looks as that head does and has a date alone below it, too.
func (p *paper) headsNext(b block, lines []paperLine) bool {
	isDate := func(text string) bool { found := dateIn(text); return found.ok && found.rest == "" }
	style := p.styleOf(lines[0])
	return len(b.head) > 1 && isDate(b.head[len(b.head)-1]) && style == b.first && style != (paperStyle{}) &&
		len(lines) > 1 && !lines[1].isItem && isDate(lines[1].text)
}

func (p *paper) looksLikeHead(lines []paperLine, i int) bool {
	l := lines[i]
	if l.isItem || len(strings.Fields(l.text)) > 18 || i > 0 && (namesTechnologies(l.text) || isLabel(l)) {
		return false
	}
	if dateIn(l.text).ok || l.bold || l.size > 1.05*p.body || l.ends && len(l.items) > 0 && l.items[0].Bold {
		return true
	}
	if i+1 < len(lines) && !lines[i+1].isItem && dateIn(lines[i+1].text).ok && len(strings.Fields(l.text)) <= 10 {
		return true
	}
	return i == 0 || i > 0 && !lines[i-1].isItem && dateIn(lines[i-1].text).ok && (l.ends || len(strings.Fields(l.text)) <= 10)
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
	} else if rows := b.rowNames(kind); rows != nil {
		e.title, e.org, e.location, pieces = rows[0], rows[1], rows[2], nil
	}
	if len(pieces) == 1 && kind == resume.ExperienceSection {
		pieces = strings.SplitN(pieces[0], " - ", 2)
	}
	for _, piece := range roleFirst(kind, append(pieces, b.ownRole(kind)...)) {
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

// ownRole takes the role and the technologies that ghresume prints in a line below the name of
// a project without dates: "Author · C++, perf".
func (b *block) ownRole(kind resume.SectionKind) []string {
	if !b.own || kind != resume.ProjectsSection || len(b.texts) == 0 || b.texts[0].isItem {
		return nil
	}
	pieces := barPieces(b.texts[0].text)
	if n := len(pieces); n < 2 || !areTechnologies(splitNames(pieces[n-1])) {
		return nil
	}
	b.texts = b.texts[1:]
	return pieces
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

// rowNames returns the title, the company and the place of a job that has them in two rows
// with dates and place at the right. A comma in the title is then part of it: "SRE,
// contract" above "Liffey Insurance".
func (b block) rowNames(kind resume.SectionKind) []string {
	if kind != resume.ExperienceSection && kind != resume.VolunteeringSection || len(b.head) != 2 {
		return nil
	}
	above, below := dateIn(b.head[0]), gap.Split(b.head[1], -1)
	isTitle := above.ok && len(splitPieces(above.rest)) == 1 && strings.Contains(above.rest, ", ")
	if !isTitle || len(below) != 2 || dateIn(b.head[1]).ok || len(splitPieces(below[0])) != 1 || len(strings.Fields(below[1])) > 4 {
		return nil
	}
	return []string{above.rest, below[0], below[1]}
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
			if !found.start.ok && isSeason(found.text) {
				e.start = e.end // "Summer 2019" is both
			}
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
		_, names, _ := cutColon(piece)
		e.skills = append(e.skills, splitNames(names)...)
	case e.title != "" && e.url != "" && strings.EqualFold(bareAddress(e.url), bareAddress(piece)):
	case e.url == "" && isAddress(piece):
		e.url = piece
	case kind == resume.EducationSection && isLabelled(piece, "grade", "gpa", "score", "note", "nota", "mention", "durchschnittsnote", "cijfer", "ocena", "оцінка", "成绩"):
		_, grade, _ := cutColon(piece)
		e.grade = strings.TrimSpace(grade)
	case kind == resume.ProjectsSection && e.title != "" && areTechnologies(splitNames(piece)):
		e.skills = append(e.skills, splitNames(piece)...)
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
	switch _, names, _ := cutColon(text); {
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

func joinLines(a, b string) string { return strings.Trim(a+"\n"+b, "\n") }
