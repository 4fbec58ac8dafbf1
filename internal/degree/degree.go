// Package degree splits the name of a degree into its kind and its subject, as JSON Resume
// separates them, and joins them again.
package degree

import (
	"regexp"
	"strings"
	"sync"

	"github.com/ghresume/ghresume/internal/lazy"
)

// Join returns the degree of a kind and a subject: "BSc" and "Physics" are "BSc in Physics".
func Join(kind, area string) string {
	switch {
	case kind == "" || area == "":
		return kind + area
	case strings.Contains(strings.ToLower(kind), strings.ToLower(area)):
		return kind
	case strings.HasSuffix(kind, ":") || strings.HasSuffix(kind, ","):
		return kind + " " + area
	case wholeDegree.MatchString(kind):
		return kind + " in " + area
	}
	return kind + ", " + area
}

// englishDegree matches a degree that takes an "in" before its subject.
const englishDegree = `(?:[BM]\.?\s?(?:Sc|A|S|Eng|Tech|Ed|Phil|B\.?A)\.?|Ph\.?\s?D\.?|Doctor(?:ate)?|(?:Bachelor|Master|` +
	`Associate|Doctor)(?:'s|s)?(?: degree)?(?: of (?:Science|Arts|Engineering|Technology|Education|` +
	`Philosophy|Business|Laws|Applied Science))?|Minor|Major|Degree|Diploma|Certificate)`

var wholeDegree = lazy.New(`(?i)^` + englishDegree + `$`)

// otherDegrees matches kinds of degrees in de, fr, es, it, pt, nl and pl, and more in
// English.
const otherDegrees = `(?:post\s?graduate |graduate |higher national |advanced )(?:diploma|certificate)|foundation degree|` +
	`diplom|magister(?: artium)?|staatsexamen|promotion|studium|` +
	`licen[cs]e(?: pro(?:fessionnelle)?)?|master 1|master 2|maîtrise|doctorat|dut|but|bts|deug|dea|dess|diplôme|diplôme d['’]ingénieur|` +
	`grado(?: superior| medio)?|m[áa]ster|maestr[íi]a|licenciatura|licenciad[oa]|doctorado|técnico(?: superior)?|diplomad[oa]|diplomatura|posgrado|` +
	`laurea(?: triennale| magistrale| specialistica)?|dottorato(?: di ricerca)?|` +
	`bacharelado|mestrado(?: integrado)?|doutorado|doutoramento|gradua[çc][ãa]o|p[óo]s-gradua[çc][ãa]o|tecn[óo]logo|` +
	`propedeuse|doctoraal|hbo|mbo|licencjat|inżynier|magister inżynier|mgr(?: inż\.?)?|inż\.|studia (?:magisterskie|inżynierskie|licencjackie)`

// degreeFirst splits off the kind of degree, a following bracket, and the subject.
var degreeFirst = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`(?i)^((?:` + englishDegree + `|` + otherDegrees + `)(?:\s*\([^()]*\))?)(?:\s*[,:–—|]\s*|\s+-\s+|\s+(?:in|en|em|im|w|z)\s+|\s+)(\pL.*)$`)
})

// degreeOf matches a start that continues the name of the kind: "Master of Design",
// "Técnico de sonido".
var degreeOf = lazy.New(`(?i)^(?:of|de|di|da|do|du|des|der|degree)\s|^d['’]`)

// Split splits a degree into its kind and its subject, if they can be told apart.
func Split(degree string) (kind, area string) {
	for _, separator := range []string{" in ", ", "} {
		if before, after, found := strings.Cut(degree, separator); found && Join(before, after) == degree && wholeDegree.MatchString(before) {
			return before, after
		}
	}
	if m := degreeFirst().FindStringSubmatch(degree); m != nil && !degreeOf.MatchString(m[2]) && !degreeFirst().MatchString(m[2]) {
		return m[1], m[2]
	}
	if before, after, found := strings.Cut(degree, ", "); found && Join(before, after) == degree {
		return before, after
	}
	return degree, ""
}
