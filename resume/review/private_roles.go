package review

import "strings"

var (
	// unionMember matches membership and offices in a trade union, in the output languages.
	unionMember = pattern("unionMember")
	// otherUnion matches unions that are not trade unions.
	otherUnion = pattern("otherUnion")
	// absenceReason matches the private reason of an absence: "Took a year off for surgery".
	absenceReason = pattern("absenceReason")
	// contactOfOther matches the address or the number of a superior.
	contactOfOther = pattern("contactOfOther")
)

// privateRoles finds trade unions, parties, private reasons and other people's addresses in
// all texts, bullets too.
func (r *reading) privateRoles() []Finding {
	var found []Finding
	for _, t := range r.texts {
		if m := unionMember.FindStringIndex(t.value); m != nil && !otherUnion.MatchString(t.value) {
			found = append(found, t.within(m[0], m[1], "the membership of a trade union does not belong in a resume", leaveOut))
		}
		if t.kind == title && !strings.HasPrefix(t.field, "sections") {
			continue
		}
		if m := contactOfOther.FindStringIndex(t.value); m != nil && t.kind != title {
			found = append(found, t.within(m[0], m[1], "the contact details of another person do not belong in a resume", "give them when you are asked for references"))
		}
		if what := startOf(t.value, true); what != "" && t.kind == bullet {
			found = append(found, notHere(t, 0, len(t.value), what))
		}
		if m := absenceReason.FindStringIndex(t.value); m != nil {
			found = append(found, t.within(m[0], m[1], "the reason of an absence is private", `"Career break" and its dates are enough`))
		}
	}
	return found
}
