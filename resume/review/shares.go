package review

import (
	"fmt"
	"strconv"

	"github.com/ghresume/ghresume/internal/lazy"
)

// absurd matches amounts that do not exist: errors below zero, 25 hours a day.
var absurd = pattern("absurd")

func absurdIn(t text) []Finding {
	m := absurd.FindStringIndex(t.clear)
	if m == nil {
		return nil
	}
	return []Finding{t.within(m[0], m[1], fmt.Sprintf("%q cannot be true", t.value[m[0]:m[1]]), "give the two numbers behind it")}
}

// sharesOf matches what a list of shares is about: "Traffic: ".
var sharesOf = pattern("sharesOf")

// share matches the next share of a list: "55 % Android, ", "web 25 %".
var share = lazy.New(`^(?:and |und |et |y |e )?(?:\pL[\pL ]{0,30}[ :–-]\s?)?(\d{1,3})\s?%(?:\s(?:of )?\pL[\pL /]{0,30}?)?(?:,\s?|;\s?| and | \+ | / |[.)]|$)`)

// leastShares is how many shares of one whole are a list.
const leastShares = 3

// roundedUp is by how much the sum of rounded shares may exceed the whole.
const roundedUp = 3

// sharesIn finds lists of shares that together are more than the whole.
func sharesIn(t text) []Finding {
	for _, m := range sharesOf.FindAllStringIndex(t.clear, -1) {
		sum, n, end := 0, 0, m[1]
		for {
			next := share.FindStringSubmatchIndex(t.clear[end:])
			if next == nil {
				break
			}
			percent, _ := strconv.Atoi(t.clear[end+next[2] : end+next[3]])
			sum, n, end = sum+percent, n+1, end+next[1]
		}
		if n >= leastShares && sum > 100+roundedUp {
			return []Finding{t.within(m[0], end, fmt.Sprintf("the shares add up to %d %%", sum), "correct them, or say that they overlap")}
		}
	}
	return nil
}
