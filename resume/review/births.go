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

func checkBirths(r *reading) []Finding {
	var found []Finding
	for i, e := range r.Profile.Experience {
		end := lastYearOf(e)
		if end == 0 {
			continue
		}
		for j, name := range e.Skills {
			if t, ok := r.Catalog.Lookup(name); ok && t.Since > 0 && end < t.Since-birthSlack {
				found = append(found, at(fmt.Sprintf("experience[%d].skills[%d]", i, j), unborn(name, t.Since, end), "move it to the role that used it"))
			}
		}
		for _, t := range r.bullets[fmt.Sprintf("experience[%d]", i)] {
			found = append(found, r.unbornIn(t, end)...)
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

func (r *reading) unbornIn(t text, end int) []Finding {
	var found []Finding
	for _, m := range r.Catalog.Find(t.clear) {
		known, ok := r.Catalog.Lookup(m.Name)
		if ok && known.Since > 0 && known.Group != skill.Practices && !isOneOf(alsoWords, strings.ToLower(m.Text)) && end < known.Since-birthSlack {
			found = append(found, t.within(m.Start, m.End, unborn(m.Text, known.Since, end), "check the dates of the role"))
		}
	}
	return found
}

func unborn(name string, since, end int) string {
	return fmt.Sprintf("%s has existed since %d, but the role ended in %d", name, since, end)
}

// lastYearOf returns the year in which a role ended; 0 if it has not ended or that is
// unknown.
func lastYearOf(e resume.Experience) int {
	if e.End.Present {
		return 0
	}
	return e.End.Year
}
