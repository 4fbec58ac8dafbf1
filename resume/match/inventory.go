package match

import (
	"fmt"
	"slices"
	"strings"
	"time"

	"github.com/ghresume/ghresume/resume"
	"github.com/ghresume/ghresume/resume/skill"
)

// Inventory is the set of technologies that a resume can truthfully list, by canonical
// name.
type Inventory struct {
	catalog *skill.Catalog
	found   map[statement][]skill.Match
	// shown holds those that the printed resume names, with the places.
	shown map[string][]string
	// provable holds those found only in the longer resume or the evidence, with what
	// would add them.
	provable map[string][]string
	// versions holds the versions, parts and editions that the resume names, by their
	// folded text, with the places.
	versions map[string][]string
	// families holds what the resume shows, by job: MySQL and PostgreSQL are one family.
	families map[string][]string
	// full is the resume before its limits, tenure the time spent in its roles.
	full   *resume.Resume
	tenure tenure
	// text is everything that the resume prints, in lower case, to find a posting's exact
	// words.
	text string
}

// NewInventory collects the skills. full comes from [resume.BuildAll], and printed is the
// same as it will be printed; nil means full within its limits. inferred are the skills
// that the account's code proves; see [resume.Inferred]. A nil catalog is the built-in one.
func NewInventory(printed, full *resume.Resume, inferred []skill.Skill, catalog *skill.Catalog) *Inventory {
	if printed == nil {
		printed = full.Limit()
	}
	if catalog == nil {
		catalog = skill.Default()
	}
	return newInventory(printed, full, inferred, catalog, map[statement][]skill.Match{})
}

// newInventory caches in found which skills a statement names: statements recur.
func newInventory(printed, full *resume.Resume, inferred []skill.Skill, catalog *skill.Catalog, found map[statement][]skill.Match) *Inventory {
	c := &Inventory{catalog: catalog, found: found, shown: map[string][]string{}, provable: map[string][]string{}, versions: map[string][]string{}, families: map[string][]string{}}
	var text strings.Builder
	for _, s := range statements(printed) {
		text.WriteString(strings.ToLower(s.text) + "\n")
		for _, m := range c.matches(s) {
			c.noteShown(m, s.place)
		}
	}
	for _, l := range printed.Links {
		if t, ok := catalog.Named(hosts[l.Network]); ok {
			note(c.shown, t.Name, "links")
			text.WriteString(strings.ToLower(t.Name) + "\n")
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
	c.full = full
	c.Until(full.TakenAt)
	c.imply()
	c.addFamilies()
	c.addPractices()
	return c
}

// hosts are the networks that are technologies: who has an account there uses them.
var hosts = map[string]string{"github": "GitHub", "gitlab": "GitLab"}

// Until sets the day that ends current roles, if it is not that of the snapshot.
func (c *Inventory) Until(now time.Time) { c.tenure = c.tenureOf(c.full, now) }

// note adds a place once.
func note(places map[string][]string, name, place string) {
	if !slices.Contains(places[name], place) {
		places[name] = append(places[name], place)
	}
}

// noteShown records a technology that the printed resume names. A version also shows the
// technology if its text contains the name: Java 17 shows Java, JDK only proves it.
func (c *Inventory) noteShown(m skill.Match, place string) {
	if !m.Narrower {
		note(c.shown, m.Name, place)
		return
	}
	note(c.versions, folded(m.Text), place)
	if t, ok := c.catalog.Lookup(m.Name); ok && t.Within(m.Text) {
		note(c.shown, m.Name, place)
	} else {
		note(c.provable, m.Name, m.Text+" implies it")
	}
}

// folded returns the key that all spellings of a version share.
func folded(version string) string {
	return strings.NewReplacer(" ", "", "-", "", "+", "").Replace(strings.ToLower(version))
}

// matches returns the technologies in a statement: of a list entry always, of prose only
// if the words around the name are about technology.
func (c *Inventory) matches(s statement) []skill.Match {
	s.place = ""
	found, known := c.found[s]
	if !known {
		found = c.find(s)
		c.found[s] = found
	}
	return found
}

func (c *Inventory) find(s statement) []skill.Match {
	if !s.listed {
		return c.catalog.Find(s.text)
	}
	if t, ok := c.catalog.Lookup(s.text); ok {
		return []skill.Match{{Name: t.Name, Group: t.Group, Text: s.text, Narrower: !t.Spells(s.text)}}
	}
	return append(c.catalog.Find(s.text), skill.Match{Name: s.text, Text: s.text})
}

// imply makes the broader technologies provable: Spring Boot proves Spring.
func (c *Inventory) imply() {
	for _, t := range c.catalog.All() {
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

func (c *Inventory) addFamilies() {
	for _, t := range c.catalog.All() {
		if t.Family != "" && len(c.shown[t.Name]) > 0 {
			c.families[t.Family] = append(c.families[t.Family], t.Name)
		}
	}
}

// addPractices makes practices provable by the tools for them: a resume that shows GitHub
// Actions may say CI/CD.
func (c *Inventory) addPractices() {
	for _, t := range c.catalog.All() {
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
