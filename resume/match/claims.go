package match

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"github.com/ghresume/ghresume/resume"
	"github.com/ghresume/ghresume/resume/skill"
)

// Claims are the technologies that a person can truly claim, by canonical name.
type Claims struct {
	catalogue *skill.Catalogue
	// shown are those that the printed resume names, with the places.
	shown map[string][]string
	// provable are those that only the longer resume or the evidence holds, with
	// what would bring them in.
	provable map[string][]string
	// versions are the versions, parts and editions that the resume names, by their folded text, with the places.
	versions map[string][]string
	// families are what the resume shows, by the job that it does: MySQL and PostgreSQL are one family.
	families map[string][]string
	// text is all that the resume prints, in lower case, for a posting's exact words.
	text string
}

// NewClaims gathers claims. printed is the resume as it will be printed, full
// the same before its limits, and inferred what the account's code proves; see
// [resume.Inferred].
func NewClaims(printed, full *resume.Resume, inferred []skill.Skill, catalogue *skill.Catalogue) *Claims {
	c := &Claims{catalogue: catalogue, shown: map[string][]string{}, provable: map[string][]string{}, versions: map[string][]string{}, families: map[string][]string{}}
	var text strings.Builder
	for _, s := range statements(printed) {
		text.WriteString(strings.ToLower(s.text) + "\n")
		for _, m := range c.matches(s) {
			c.noteShown(m, s.place)
		}
	}
	c.text = text.String()
	for _, s := range statements(full) {
		for _, m := range c.matches(s) {
			note(c.provable, m.Name, s.place+s.bringIn())
		}
	}
	for _, s := range inferred {
		for _, e := range s.Evidence {
			note(c.provable, s.Name, evidenceText(e))
		}
	}
	c.imply()
	c.addFamilies()
	c.addPractices()
	return c
}

// note adds a place once.
func note(places map[string][]string, name, place string) {
	if !slices.Contains(places[name], place) {
		places[name] = append(places[name], place)
	}
}

// noteShown notes a technology that the printed resume names. A version shows
// the technology too where its text holds the name: Java 17 shows Java, JDK only proves it.
func (c *Claims) noteShown(m skill.Match, place string) {
	if !m.Narrower {
		note(c.shown, m.Name, place)
		return
	}
	note(c.versions, folded(m.Text), place)
	if t, ok := c.catalogue.Lookup(m.Name); ok && t.Within(m.Text) {
		note(c.shown, m.Name, place)
	} else {
		note(c.provable, m.Name, m.Text+" implies it")
	}
}

// folded is the key under which the ways to write a version meet.
func folded(version string) string {
	return strings.NewReplacer(" ", "", "-", "", "+", "").Replace(strings.ToLower(version))
}

// matches are the technologies of a statement; a list entry counts as it is, prose where the text around it speaks of technology.
func (c *Claims) matches(s statement) []skill.Match {
	if !s.listed {
		return c.catalogue.Find(s.text)
	}
	if t, ok := c.catalogue.Lookup(s.text); ok {
		return []skill.Match{{Name: t.Name, Group: t.Group, Text: s.text, Narrower: !t.Spells(s.text)}}
	}
	return append(c.catalogue.Find(s.text), skill.Match{Name: s.text, Text: s.text})
}

// imply makes the broader technologies provable: who shows Spring Boot can claim Spring.
func (c *Claims) imply() {
	for _, t := range c.catalogue.All() {
		if len(c.shown[t.Name]) == 0 && len(c.provable[t.Name]) == 0 {
			continue
		}
		for _, broader := range t.Implies {
			if len(c.shown[broader]) == 0 {
				note(c.provable, broader, t.Name+" implies it")
			}
		}
	}
}

func (c *Claims) addFamilies() {
	for _, t := range c.catalogue.All() {
		if t.Family != "" && len(c.shown[t.Name]) > 0 {
			c.families[t.Family] = append(c.families[t.Family], t.Name)
		}
	}
}

// addPractices makes practices provable by what does their job: a resume that
// shows GitHub Actions may say CI/CD.
func (c *Claims) addPractices() {
	for _, t := range c.catalogue.All() {
		if len(c.shown[t.Name]) > 0 {
			continue
		}
		for _, family := range t.ShownBy {
			for _, name := range c.families[family] {
				note(c.provable, t.Name, name+" shows it: say so where you used it")
			}
		}
	}
}

func evidenceText(e skill.Evidence) string {
	where := e.Repository
	if e.Path != "" {
		where += "/" + e.Path
	}
	return strings.TrimSpace(fmt.Sprintf("%s: %s %s", where, e.Kind, e.Snippet))
}

// statement is one thing that a resume says, and where.
type statement struct {
	text, place string
	listed      bool // an entry of a list of skills
}

// bringIn says how a statement that the limits leave out comes into the resume.
func (s statement) bringIn() string {
	switch kind, name, _ := strings.Cut(s.place, " "); kind {
	case "skills":
		return " beyond github.skills.max_per_group: list it under [skills]"
	case "project":
		return ": add " + name + " to github.projects.include"
	case "contribution":
		return ": list it under [[contributions]]"
	}
	return ", which [layout] leaves out"
}

// statements are all that a resume says, section by section.
func statements(r *resume.Resume) []statement {
	out := []statement{{text: r.Title, place: "title"}}
	for _, s := range r.Sections {
		switch s.Kind {
		case resume.SummarySection:
			out = append(out, statement{text: cmp.Or(r.Summary, r.Objective, r.Bio), place: "summary"})
		case resume.SkillsSection:
			out = append(out, skillStatements(r)...)
		case resume.ExperienceSection:
			out = append(out, experienceStatements(r, s.Brief)...)
		case resume.ProjectsSection:
			out = append(out, projectStatements(r)...)
		case resume.ContributionsSection:
			for _, c := range r.Contributions {
				out = append(out, prose("contribution "+c.Repository, c.Description)...)
				out = append(out, highlights("contribution "+c.Repository, c.Highlights)...)
			}
		default:
			out = append(out, otherStatements(r, s)...)
		}
	}
	return out
}

func prose(place string, texts ...string) []statement {
	var out []statement
	for _, text := range texts {
		if text != "" {
			out = append(out, statement{text: text, place: place})
		}
	}
	return out
}

func listed(place string, names []string) []statement {
	var out []statement
	for _, name := range names {
		out = append(out, statement{text: name, place: place, listed: true})
	}
	return out
}

func highlights(place string, list []resume.Highlight) []statement {
	var out []statement
	for _, h := range list {
		out = append(out, statement{text: h.Text, place: place})
	}
	return out
}

func skillStatements(r *resume.Resume) []statement {
	var out []statement
	for _, g := range r.Skills {
		for _, s := range g.Skills {
			out = append(out, statement{text: s.Name, place: "skills", listed: true})
		}
		for _, shown := range g.Shown {
			out = append(out, prose(shown.Where, shown.Text)...)
		}
	}
	return out
}

// experienceStatements leave out what a brief work history does not print.
func experienceStatements(r *resume.Resume, brief bool) []statement {
	var out []statement
	for _, company := range r.Experience {
		for _, role := range company.Roles {
			place := "experience at " + cmp.Or(company.Name, role.Title)
			out = append(out, prose(place, role.Title)...)
			if !brief {
				out = append(out, prose(place, role.Summary)...)
				out = append(out, highlights(place, role.Highlights)...)
				out = append(out, listed(place, role.Skills)...)
			}
		}
	}
	return out
}

func projectStatements(r *resume.Resume) []statement {
	var out []statement
	for _, p := range r.Projects {
		place := "project " + p.Name
		out = append(out, prose(place, p.Role, p.Description)...)
		out = append(out, highlights(place, p.Highlights)...)
		out = append(out, listed(place, p.Technologies)...)
	}
	return out
}

func otherStatements(r *resume.Resume, s resume.Section) []statement {
	var out []statement
	switch s.Kind {
	case resume.EducationSection:
		for _, e := range r.Education {
			out = append(out, prose("education", e.Degree)...)
			out = append(out, highlights("education", e.Highlights)...)
		}
	case resume.CertificationsSection:
		for _, c := range r.Certifications {
			out = append(out, prose("certification", c.Name)...)
		}
	case resume.AwardsSection:
		for _, a := range r.Awards {
			out = append(out, prose("award", a.Title, a.Description)...)
		}
	case resume.PublicationsSection:
		for _, p := range r.Publications {
			out = append(out, prose("publication", p.Title, p.Description)...)
		}
	case resume.VolunteeringSection:
		for _, v := range r.Volunteering {
			out = append(out, prose("volunteering", v.Title, v.Description)...)
			out = append(out, highlights("volunteering", v.Highlights)...)
		}
	case resume.Free:
		out = append(out, prose(s.Title, s.Items...)...)
	}
	return out
}
