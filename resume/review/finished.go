package review

import (
	"fmt"
	"strconv"
	"strings"

	"github.com/ghresume/ghresume/internal/lazy"
)

// asRead lists rules that a finished file may seem to break because of how it was read:
// what a reader missed, joined or cut.
var asRead = wordSet("asRead")

// plainHints maps a rule to its hint for a finished file, which has neither keys nor
// tables.
var plainHints = map[string]string{
	"name-missing":     "put your name alone on the first line, as text and not as a picture",
	"title-missing":    `write the job that you want below your name: "Backend Developer"`,
	"email-missing":    "write your e-mail address into the header as text; a link or an icon alone is not read",
	"location-missing": `write city and country into the header, or "Remote"`,
	"phone-missing":    "write a phone number with its country code into the header",
	"github-missing":   "write the address of your GitHub page into the header",
	"linkedin-missing": "write the address of your LinkedIn page into the header",
	"unreachable":      "write a phone number or the address of a page into the header",
	"summary-missing":  `begin with two to four sentences under the heading "Summary": who you are, what you are best at, one proof`,
	"skills-missing":   `list them under the heading "Skills", a line for each kind: Languages, Frameworks, Databases, Tools, Cloud`,
	"no-work": `use the plain headings "Experience" and "Projects", and one column: what our parser does not find, ` +
		`others may miss, too`,
	"role-without-company":       `write the company beside or below the title; say "freelance" if there was none`,
	"role-without-title":         "write the title of the job on a line of its own",
	"missing-start":              `write start and end beside the title, by month: "Mar 2021 – Present"`,
	"missing-end":                `write both ends of the dates: "Mar 2018 – Jun 2020", or "– Present"`,
	"school-without-name":        "write the school's full name beside or below the degree",
	"school-without-degree":      "write the degree, or the subject and the years if you left before",
	"school-without-year":        "write the year in which it ended or will end; leave it out if you wish to hide your age",
	"certificate-without-issuer": "write who issued it",
	"certificate-without-date":   "write its year",
	"language-without-level":     `write the level behind it: "B2", "native", "fluent", "basic"`,
	"gap-in-experience":          "say what you did: study, family, travel, own projects",
}

// inFinished rewords a finding for the owner of a finished file.
func (r *reading) inFinished(f Finding) Finding {
	if hint := plainHints[f.Rule]; hint != "" {
		f.Hint = hint
	}
	if f.quote == "" {
		f.quote = r.entryOf(f.Field)
	}
	if !asRead()[f.Rule] {
		return f
	}
	if f.Severity != Advice {
		f.Message += ", as the file was read"
	}
	return advice(f)
}

var entryField = lazy.New(`^(experience|education|certifications|languages)\[(\d+)\]`)

// entryOf returns the entry that a field without a text of its own belongs to.
func (r *reading) entryOf(field string) string {
	m := entryField.FindStringSubmatch(field)
	if m == nil {
		return ""
	}
	i, _ := strconv.Atoi(m[2])
	p := r.Profile
	switch m[1] {
	case "experience":
		e := p.Experience[i]
		return joined(e.Title, e.Company, yearSpan(e.Start.String(), e.End.String()))
	case "education":
		e := p.Education[i]
		return joined(e.Degree, e.Institution, yearSpan(e.Start.String(), e.End.String()))
	case "certifications":
		return joined(p.Certifications[i].Name, p.Certifications[i].Issuer)
	}
	return p.Languages[i].Name
}

// joined joins the parts that are not empty.
func joined(parts ...string) string {
	var there []string
	for _, part := range parts {
		if part = strings.TrimSpace(part); part != "" {
			there = append(there, part)
		}
	}
	return strings.Join(there, " · ")
}

func yearSpan(start, end string) string {
	if start == "" && end == "" {
		return ""
	}
	return strings.TrimSpace(fmt.Sprintf("%s – %s", start, end))
}

// fieldInWords returns a field's path in words: "experience 1 highlights 4".
func fieldInWords(field string) string {
	var b strings.Builder
	for part := range strings.SplitSeq(field, "[") {
		index, rest, indexed := strings.Cut(part, "]")
		if i, err := strconv.Atoi(index); err == nil && indexed {
			part = fmt.Sprintf(" %d%s", i+1, rest)
		}
		b.WriteString(part)
	}
	return strings.ReplaceAll(b.String(), ".", " ")
}
