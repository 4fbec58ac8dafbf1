package review

import "github.com/ghresume/ghresume/internal/lazy"

// quantity finds a number that gives a size: digits that are not part of a name or a
// version, or a number in words.
var quantity = lazy.New(`(?i)(?:^|[\s(~<>≈±+−–$€£¥₹-])\d[\d.,]*(?:\s?(?:%|x|k|m|bn|gb|tb|pb|ms|s|h))?(?:[+,.;:)\s–-]|\b|$)|%|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|dozens?|hundreds?|thousands?|millions?|billions?|half|halved|halving|doubled|doubling|tripled|tripling|quadrupled|twofold|tenfold|twice|thrice|zero|single-handedly|sole)\b`)

// noQuantity matches numbers that say nothing about size: years, versions, ordinals in
// names.
var noQuantity = lazy.New(`\b(?:19|20)\d\d\b|\bv?\d+\.\d+\.\d+\b|(?i)\b(?:python|java|php|angular|vue|react|rails|django|windows|ios|android|node(?:\.js)?|\.net|c\+\+|html|css|es|web|http/?|ipv|oauth|swift|spring boot|sql server|oracle|ubuntu|rhel|centos|kubernetes|postgresql|mysql|version|level|tier|layer|section|iso|rfc|soc|pci|type|phase)\s?-?\d[\d.]*\b|\b24/7\b`)

func checkNumbers(r *reading) []Finding {
	var found []Finding
	for _, l := range r.lists {
		if l.role == nil || len(l.items) == 0 || r.longAgo(l) {
			continue
		}
		if !hasQuantity(l.role.Summary) && !anyQuantity(l.items) {
			found = append(found, at(l.field, "no number shows the scale of this role", "add one that you know: users, requests, money, hours, percent; ignore this if there is none"))
		}
	}
	return found
}

func anyQuantity(items []text) bool {
	for _, t := range items {
		if hasQuantity(t.value) {
			return true
		}
	}
	return false
}

func hasQuantity(s string) bool {
	return quantity.MatchString(noQuantity.ReplaceAllString(blank(s), "_"))
}

// longAgo reports whether the entry ended over ten years ago; it needs no numbers then.
func (r *reading) longAgo(l list) bool {
	end := lastMonthOf(l.end)
	return r.now > 0 && end > 0 && r.now-end > 120
}
