package skill

import (
	"slices"
	"strings"

	"github.com/ghresume/ghresume/internal/lazy"
)

// Spells reports whether a text is a spelling of the technology itself, not of a version, part
// or edition; case, spaces and hyphens make no difference.
func (t Technology) Spells(text string) bool {
	key := fold(strings.TrimSpace(text))
	return key == fold(t.Name) || slices.ContainsFunc(t.Aliases, func(a string) bool { return fold(a) == key })
}

// Within reports whether a text contains the name of the technology or another spelling of it.
func (t Technology) Within(text string) bool {
	key := fold(text)
	return strings.Contains(key, fold(t.Name)) || slices.ContainsFunc(t.Aliases, func(a string) bool { return strings.Contains(key, fold(a)) })
}

// Prints reports whether a resume may print the text for the technology: it is the name, or an
// equally good spelling, letter by letter.
func (t Technology) Prints(text string) bool {
	return text == t.Name || slices.Contains(t.Equal, text)
}

var trailingVersion = lazy.New(`(?i)[ -]?v?\d{1,2}(?:\.(?:\d{1,3}|x))*\+?$`)

// withoutVersion returns "Java" for "Java 17"; a name of fewer than three letters keeps
// its digits: S3 is not a version of S.
func withoutVersion(name string) string {
	short := strings.TrimSpace(trailingVersion.ReplaceAllString(name, ""))
	if len(short) < 3 && !strings.Contains(name, " ") {
		return name
	}
	return short
}

// unitsOfTime are words that make the number before them a count.
var unitsOfTime = set(`year years yr yrs month months jahr jahre jahren monate an ans année années mois año años meses ano anos
 anno anni mesi jaar jaren maanden days hours weeks x people engineers developers times percent projects`)

// versionEnd returns the end of the version that directly follows a technology: 17 in
// "Java 17", 3.11+ in "Python 3.11+". It returns 0 for counts ("Java 5+ years") and hours
// ("AWS 24/7").
func versionEnd(tokens []token, i int) (end int) {
	if i < len(tokens) && tokens[i].gap != apart && isVersionNumber(tokens[i].text) {
		end, i = tokens[i].end, i+1
	} else if !isDigits(tokens[i-1].text) {
		return 0 // "Python 3" is a name of Python, so 3.11 is a version
	}
	for i+1 < len(tokens) && tokens[i].text == "." && tokens[i].gap == glued && tokens[i+1].gap == glued && isDigits(strings.TrimSuffix(tokens[i+1].text, "x")) {
		end, i = tokens[i+1].end, i+2
	}
	if end > 0 && i < len(tokens) && tokens[i].text == "+" && tokens[i].gap == glued {
		end, i = tokens[i].end, i+1
	}
	if isCount(tokens, i) {
		return 0
	}
	return end
}

// isCount reports whether a unit follows a number, or the range that it begins: "5",
// "5-7", "5 to 7" years.
func isCount(tokens []token, i int) bool {
	if i+1 < len(tokens) && tokens[i].text == "/" && tokens[i+1].text == "7" {
		return true
	}
	for k := i; k < min(i+4, len(tokens)) && tokens[k].gap != apart; k++ {
		switch word := tokens[k].text; {
		case unitsOfTime[word] || word == "%":
			return true
		case word != "+" && word != "–" && word != "to" && word != "or" && word != "more" && !isDigits(word):
			return false
		}
	}
	return false
}

func isVersionNumber(word string) bool { return len(word) <= 2 && isDigits(word) && word != "" }

func isDigits(word string) bool { return strings.Trim(word, "0123456789") == "" }
