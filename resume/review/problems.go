package review

import (
	"strings"

	"github.com/ghresume/ghresume/resume"
)

var profileRules = []Rule{
	{
		Name: "invalid-profile", Area: Language, Severity: Error, on: onNothing,
		Reason: "What ghresume cannot read it cannot print.",
		Bad:    `emial = "ada@example.com"`,
		Good:   `email = "ada@example.com"`,
		check:  func(r *reading) []Finding { return r.problems("invalid-profile") },
	},
	{
		Name: "date-order", Area: Impact, Severity: Error, on: onDates,
		Reason: "An end date before the start date is a visible mistake.",
		Bad:    "[[experience]]\ntitle = \"Engineer\"\nstart = \"2020-06\"\nend = \"2018-04\"",
		Good:   "[[experience]]\ntitle = \"Engineer\"\nstart = \"2018-04\"\nend = \"2020-06\"",
		check:  func(r *reading) []Finding { return r.problems("date-order") },
	},
}

// problems returns the mistakes found by parsing, under the name of the rule they break.
func (r *reading) problems(rule string) []Finding {
	var found []Finding
	for _, p := range r.Problems {
		if ruleOf(p) == rule {
			found = append(found, Finding{Field: p.Field, Message: p.Message, Hint: p.Hint})
		}
	}
	return found
}

func ruleOf(p resume.Problem) string {
	last := p.Field[strings.LastIndex(p.Field, ".")+1:]
	switch {
	case p.Field == "email":
		return "email-form"
	case strings.HasPrefix(p.Field, "links.") || last == "url" || last == "website":
		return "link-form"
	case (last == "end" || last == "expected" || last == "expires") && strings.Contains(p.Message, " is before "):
		return "date-order"
	}
	return "invalid-profile"
}

// Unreadable returns the findings for a text that is not TOML.
func Unreadable(file string, problems resume.Problems) []Finding {
	var found []Finding
	for _, p := range problems {
		found = append(found, Finding{Rule: "invalid-profile", Severity: Error, File: file,
			Position: p.Position, Field: p.Field, Message: p.Message, Hint: p.Hint})
	}
	return found
}
