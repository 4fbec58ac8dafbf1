package review

import "strconv"

var (
	// ageInWords matches a phrase that is only an age: "46 years young", "mid-thirties".
	ageInWords = pattern("ageInWords")
	// bareYears matches a number of years that may be an age or a time at work: "34 ans".
	bareYears = pattern("bareYears")
)

const (
	// youngest is the age from which people apply for jobs.
	youngest = 17
	// beforeWork is how many years, at least, people have lived before their first job.
	beforeWork = 12
)

// isAge reports whether a phrase is only an age. A bare number of years is one if it is
// longer than the career that the roles show.
func (r *reading) isAge(phrase string) bool {
	if ageInWords.MatchString(phrase) {
		return true
	}
	m := bareYears.FindStringSubmatch(phrase)
	if m == nil {
		return false
	}
	n, _ := strconv.Atoi(m[1] + m[2])
	return n >= youngest && n >= int(r.career())/12+beforeWork
}
