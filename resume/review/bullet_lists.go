package review

import (
	"fmt"
	"strings"

	"github.com/ghresume/ghresume/resume"
)

func checkRepeatedVerbs(r *reading) []Finding {
	var found []Finding
	overall := map[string]int{}
	for _, l := range r.lists {
		if l.role == nil {
			continue
		}
		here := map[string]int{}
		for _, t := range l.items {
			w, v := opener(t)
			if v.form == notAVerb {
				continue
			}
			here[v.base]++
			overall[v.base]++
			hint := "use another verb, or merge two bullets"
			switch {
			case here[v.base] == 3:
				found = append(found, t.within(w.from, w.to, fmt.Sprintf("%q opens a third bullet of this role", w.text), hint))
			case here[v.base] < 3 && overall[v.base] == 4:
				found = append(found, advice(t.within(w.from, w.to, fmt.Sprintf("%q opens a fourth bullet", w.text), hint)))
			}
		}
	}
	return found
}

func checkRepeatedBullets(r *reading) []Finding {
	seen := map[string]bool{}
	var found []Finding
	for _, t := range r.allBullets() {
		key := squeeze(t.value)
		if key == "" {
			continue
		}
		if seen[key] {
			found = append(found, at(t.field, "the bullet appears twice", "drop one"))
		}
		seen[key] = true
	}
	return append(found, checkNearBullets(r)...)
}

// leave matches the title of an entry that explains a gap: there is nothing to list.
var leave = pattern("leave")

func isLeave(e resume.Experience) bool {
	return leave.MatchString(e.Title) && strings.TrimSpace(e.Company) == ""
}

func checkNoHighlights(r *reading) []Finding {
	var found []Finding
	for _, l := range r.lists {
		if l.role != nil && len(l.items) == 0 && strings.TrimSpace(l.role.Summary) == "" && !r.longAgo(l) && !leave.MatchString(l.role.Title) {
			found = append(found, at(l.field, "the role has neither highlights nor a summary", "add two or three: what you did, how, and with what result"))
		}
	}
	return found
}

func checkTooMany(r *reading) []Finding {
	var found []Finding
	for _, l := range r.lists {
		if l.role != nil && len(l.items) > 8 {
			found = append(found, at(l.field, fmt.Sprintf("the role has %d bullets", len(l.items)), "keep the best six"))
		}
	}
	return found
}
