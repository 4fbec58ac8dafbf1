package review

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/ghresume/ghresume/resume"
	"github.com/ghresume/ghresume/resume/skill"
)

// birthSlack is how many years before its first release a technology may have been used,
// by its makers.
const birthSlack = 1

// alsoWords are technologies after which other projects and places were named before.
const alsoWords = " aurora athena neptune druid pulsar storm beam iceberg pinot spanner glue cosmos atlas phoenix " +
	"meteor backbone ember nomad hilt flux loki neon prefect packer sentry locust superset electron " +
	"synapse kinesis amplify room fiber swagger "

// finished is an entry that is over.
type finished struct {
	entry string // experience[0]
	noun  string
	end   int
	// skills are those that the entry lists.
	skills []string
}

// finishedEntries returns the entries whose last year is known.
func (r *reading) finishedEntries() []finished {
	var all []finished
	put := func(list string, i int, noun string, end resume.Date, skills []string) {
		if !end.Present && end.Year > 0 {
			all = append(all, finished{fmt.Sprintf("%s[%d]", list, i), noun, end.Year, skills})
		}
	}
	p := r.Profile
	for i, e := range p.Experience {
		put("experience", i, "role ended", e.End, e.Skills)
	}
	for i, e := range p.Projects {
		put("projects", i, "project ended", e.End, e.Skills)
	}
	for i, e := range p.Volunteering {
		put("volunteering", i, "work ended", e.End, nil)
	}
	for i, e := range p.Certifications {
		put("certifications", i, "certificate was issued", e.Date, nil)
	}
	return all
}

func checkBirths(r *reading) []Finding {
	var found []Finding
	texts := slices.Clone(r.texts)
	for _, t := range r.labels {
		if strings.HasPrefix(t.field, "certifications") && strings.HasSuffix(t.field, ".name") {
			texts = append(texts, t)
		}
	}
	for _, e := range r.finishedEntries() {
		for j, name := range e.skills {
			if t, ok := r.Catalog.Lookup(name); ok && e.end < t.Since {
				found = append(found, e.unborn(at(fmt.Sprintf("%s.skills[%d]", e.entry, j), "", "move it to the role that used it"), name, t.Since))
			}
		}
		for _, t := range texts {
			if strings.HasPrefix(t.field, e.entry+".") {
				found = append(found, r.unbornIn(t, e)...)
			}
		}
	}
	for _, f := range r.usedTooEarly() {
		if !slices.ContainsFunc(found, func(other Finding) bool { return other.Field == f.Field }) {
			found = append(found, f)
		}
	}
	return found
}

// yearBehind matches the year behind a technology: "Kubernetes in 2010", "(since 2009)". A
// number of things is not a year: "in 2010 shops".
var yearBehind = pattern("yearBehind")

// usedTooEarly finds technologies with a year before their birth in the same words.
func (r *reading) usedTooEarly() []Finding {
	var found []Finding
	texts := slices.Clone(r.texts)
	for _, list := range append(r.entrySkills(), r.skills) {
		for _, s := range list {
			texts = append(texts, text{field: s.field, value: s.name, clear: s.name})
		}
	}
	for _, t := range texts {
		for _, m := range r.Catalog.Find(t.clear) {
			known, ok := r.Catalog.Lookup(m.Name)
			if !ok || known.Since == 0 || known.Group == skill.Practices || isOneOf(alsoWords, strings.ToLower(m.Text)) {
				continue
			}
			year := yearBehind.FindStringSubmatch(t.clear[m.End:])
			if year == nil {
				continue
			}
			if n, _ := strconv.Atoi(year[1] + year[2]); n < known.Since-birthSlack {
				found = append(found, t.within(m.Start, m.End, fmt.Sprintf("%s has existed since %d, but the text says %d", m.Text, known.Since, n), "check the year"))
			}
		}
	}
	return found
}

func (r *reading) unbornIn(t text, e finished) []Finding {
	var found []Finding
	for _, m := range r.Catalog.Find(t.clear) {
		known, ok := r.Catalog.Lookup(m.Name)
		if ok && known.Group != skill.Practices && !isOneOf(alsoWords, strings.ToLower(m.Text)) && e.end < known.Since {
			found = append(found, e.unborn(t.within(m.Start, m.End, "", "check the dates"), m.Text, known.Since))
		}
	}
	return found
}

// unborn says what is wrong. In the year before the first release, the makers use what they
// make.
func (e finished) unborn(f Finding, name string, since int) Finding {
	f.Message = fmt.Sprintf("%s has existed since %d, but the %s in %d", name, since, e.noun, e.end)
	if e.end >= since-birthSlack {
		f = advice(f)
		f.Message += ", unless you were among its makers"
	}
	return f
}
