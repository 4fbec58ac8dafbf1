package review

import (
	"fmt"
	"slices"
	"strings"

	"github.com/ghresume/ghresume/internal/lazy"
)

// quantity finds a number that gives a size: digits that are not part of a name or a
// version, or a number in words.
var quantity = pattern("quantity")

// quantityElsewhere finds numbers in words in the other output languages, and in the scripts
// that write them with other digits.
var quantityElsewhere = pattern("quantityElsewhere")

// twoInSpanish is "of the" in Portuguese.
var twoInSpanish = lazy.New(`(?i)\bdos\b`)

// noQuantity matches numbers that say nothing about size: years, versions, ordinals in
// names.
var noQuantity = pattern("noQuantity")

func checkNumbers(r *reading) []Finding {
	var found []Finding
	for _, l := range r.lists {
		if l.role == nil || len(l.items) == 0 || r.longAgo(l) {
			continue
		}
		if !r.givesSize(l.role.Summary) && !slices.ContainsFunc(l.items, func(t text) bool { return r.givesSize(t.value) }) {
			found = append(found, at(l.field, "no number shows the scale of this role", "add one that you know: users, requests, money, hours, percent; ignore this if there is none"))
		}
	}
	return found
}

// vagueAmount matches words in the place of a figure.
var vagueAmount = pattern("vagueAmount")

// checkVagueAmounts reports bullets that say how much without a figure.
func checkVagueAmounts(r *reading) []Finding {
	var found []Finding
	for _, t := range r.allBullets() {
		if m := vagueAmount.FindStringIndex(t.clear); m != nil && !r.givesSize(t.value) {
			found = append(found, t.within(m[0], m[1], fmt.Sprintf("%q: by how much?", t.value[m[0]:m[1]]), "give the figure, or the two figures before and after"))
		}
	}
	return found
}

// givesSize reports whether a text has a number, in the language of the profile.
func (r *reading) givesSize(s string) bool {
	if hasQuantity(s) {
		return true
	}
	plain := noQuantity.ReplaceAllString(blank(s), "_")
	return !r.english && (quantityElsewhere.MatchString(plain) || strings.HasPrefix(r.Profile.Layout.Language, "es") && twoInSpanish.MatchString(plain))
}

func hasQuantity(s string) bool {
	return quantity.MatchString(noQuantity.ReplaceAllString(blank(s), "_"))
}

// longAgo reports whether the entry ended over ten years ago; it needs no numbers then.
func (r *reading) longAgo(l list) bool {
	end := lastMonthOf(l.end)
	return r.now > 0 && end > 0 && r.now-end > 120
}
