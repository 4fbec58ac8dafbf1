package match

import (
	"fmt"
	"slices"
	"strings"

	"github.com/ghresume/ghresume/internal/english"
	"github.com/ghresume/ghresume/internal/lazy"
	"github.com/ghresume/ghresume/internal/safe"
	"github.com/ghresume/ghresume/resume"
	"github.com/ghresume/ghresume/resume/skill"
)

// PlaceholderError reports a placeholder in a letter that cannot be filled in.
type PlaceholderError struct {
	Placeholder string
	why, hint   string
}

func (e *PlaceholderError) Error() string { return fmt.Sprintf("{{%s}}: %s", e.Placeholder, e.why) }

// Hint returns what to do.
func (e *PlaceholderError) Hint() string { return e.hint }

// placeholder matches "{{posting.title}}" or "{{proof Kafka}}".
var placeholder = lazy.New(`\{\{\s*([^{}]*?)\s*\}\}`)

// FillLetter fills in the placeholders of a letter from the resume, the posting (which may be
// nil) and the evidence. A placeholder without a value is an error: nothing is made up.
func (c *Inventory) FillLetter(l resume.Letter, p *Posting) (resume.Letter, error) {
	var err error
	fill := func(text string) string {
		return placeholder.ReplaceAllStringFunc(text, func(found string) string {
			value, fillErr := c.placeholder(placeholder.FindStringSubmatch(found)[1], p)
			if fillErr != nil && err == nil {
				err = fillErr
			}
			return value
		})
	}
	l.To, l.Date, l.Subject, l.Text = fill(l.To), fill(l.Date), fill(l.Subject), fill(l.Text)
	return l, err
}

// placeholder returns the value of one of them. Text from strangers is not read as
// Markdown.
func (c *Inventory) placeholder(name string, p *Posting) (string, error) {
	word, argument, _ := strings.Cut(name, " ")
	if word == "proof" {
		return c.proof(name, strings.TrimSpace(argument))
	}
	values := c.letterValues(p)
	value, known := values[name]
	switch {
	case !known && strings.HasPrefix(name, "posting.") && p == nil:
		return "", &PlaceholderError{name, "there is no posting", "name one: posting in [[outputs]], or --job"}
	case !known:
		var names []string
		for n := range values {
			names = append(names, n)
		}
		slices.Sort(names)
		hint := "expected " + strings.Join(names, ", ") + " or proof and a skill"
		if near := english.Nearest(name, names); near != "" {
			hint = fmt.Sprintf("did you mean {{%s}}?", near)
		}
		return "", &PlaceholderError{name, "is not known", hint}
	case value == "":
		return "", &PlaceholderError{name, "it has no value", "write it yourself"}
	}
	return safe.Markdown(value), nil
}

// letterValues returns the values of all placeholders except proofs.
func (c *Inventory) letterValues(p *Posting) map[string]string {
	r := c.full
	values := map[string]string{"name": r.Name, "title": r.Title, "location": r.Location, "website": r.Website, "email": r.Email, "phone": r.Phone}
	if p == nil {
		return values
	}
	var skills []string
	for _, s := range c.Cover(p).Of(Shown) {
		skills = append(skills, s.Name)
	}
	values["posting.title"], values["posting.place"], values["posting.skills"] = p.Title, p.Place, strings.Join(skills, ", ")
	return values
}

// proof returns what the profile and the evidence have for a skill.
func (c *Inventory) proof(name, skill string) (string, error) {
	technology, known := c.catalog.Lookup(skill)
	if !known {
		return "", &PlaceholderError{name, "is not a known skill", "spell it as in the skills of the resume"}
	}
	if words := c.ownWords(technology.Name); words != "" {
		return words, nil
	}
	covered := c.covered(Asked{Name: technology.Name, Text: skill})
	if covered.Status != Shown || len(covered.Proof) == 0 {
		return "", &PlaceholderError{name, "the resume does not show it", "leave it out, or bring it into the resume"}
	}
	return safe.Markdown(covered.ProofText()), nil
}

// ownWords returns the first bullet of a role that names a skill, or else a project that
// uses it.
func (c *Inventory) ownWords(name string) string {
	for _, company := range c.full.Experience {
		for _, role := range company.Roles {
			if i := slices.IndexFunc(role.Highlights, func(h resume.Highlight) bool { return c.names(h.Text, name) }); i >= 0 {
				return parenthesis(role.Highlights[i].Text, company.Name)
			}
		}
	}
	for _, p := range c.full.Projects {
		if slices.Contains(p.Technologies, name) || c.names(p.Description, name) {
			if p.OwnWords {
				return parenthesis(safe.Markdown(p.Name), p.Description)
			}
			return safe.Markdown(p.Name)
		}
	}
	return ""
}

func (c *Inventory) names(text, name string) bool {
	return slices.ContainsFunc(c.catalog.Find(text), func(m skill.Match) bool { return m.Name == name })
}

func parenthesis(text, place string) string {
	if place == "" {
		return text
	}
	return strings.TrimRight(text, ". ") + " (" + safe.Markdown(place) + ")"
}

// LetterSkeleton returns a letter to start from: the skills that the posting asks for and
// that the profile or GitHub proves, required ones first, without any added sentence.
func LetterSkeleton(r *Report) string {
	var b strings.Builder
	b.WriteString("+++\nname = \"letter\"\nto = \"\"\"\n\"\"\"\n")
	if r.Title != "" {
		b.WriteString("subject = \"{{posting.title}}\"\n")
	}
	b.WriteString("+++\n")
	for _, s := range r.Of(Shown) {
		if s.Name != "" && len(s.Proof) > 0 {
			fmt.Fprintf(&b, "\n%s (%s): {{proof %s}}\n", safe.Markdown(s.Name), r.Demand(s), s.Name)
		}
	}
	return b.String()
}
