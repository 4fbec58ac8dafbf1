package review

import (
	"fmt"
	"slices"
	"strings"
	"unicode"

	"github.com/ghresume/ghresume/internal/lazy"
	"github.com/ghresume/ghresume/resume/skill"
)

var jargonRules = []Rule{{
	Name: "jargon", Area: Language, Severity: Advice, on: onWriting,
	Reason: "The first reader is often a recruiter: one or two technical terms are proof, six in a row are noise.",
	Bad:    "[[experience]]\ntitle = \"Engineer\"\nhighlights = [\"Tuned NUMA, io_uring, DPDK and TLB shootdowns for idempotent CQRS sagas\"]",
	Good: "[[experience]]\ntitle = \"Engineer\"\n" +
		"highlights = [\"Built pipelines of 6 TB a day with Kafka, Spark, Airflow and dbt on AWS\", \"Cut " +
		"the p99 latency of the checkout API by 38 % with an append-only ledger\"]",
	check: checkJargon,
}}

// jargonLimit is how many terms of art a line may have, and jargonShare the share of its
// words that they may be. A technology that recruiters search for by name counts as a
// third of a term, and a line with fewestTerms others at least is jargon.
const (
	fewestTerms  = 3
	jargonLimit  = 4.0
	jargonShare  = 0.2
	searchedName = 1.0 / 3
)

// termsOfArt are technical words that a recruiter does not know.
var termsOfArt = wordSet("termsOfArt")

// acronym matches capitals that abbreviate something: CQRS, mTLS, 2PC, AVX-512.
var acronym = lazy.New(`^(?:\d?[A-Z]{2,6}\d?|[a-z][A-Z]{2,5}|[a-z][A-Z]{2}|[A-Z]{2,5}-\d{2,4})s?$`)

// identifier matches names from code.
var identifier = lazy.New(`^[A-Za-z]\w*_\w+$`)

func checkJargon(r *reading) []Finding {
	var found []Finding
	for _, t := range r.texts {
		if t.kind == title || hasMostlyCapitals(t.value) && !hasSmallWords(t.value) {
			continue
		}
		for _, s := range linesOf(t) {
			if soup := acronymSoup(s.value); len(soup) > 0 {
				found = append(found, t.within(s.from, s.from+len(s.value), fmt.Sprintf("a recruiter will not follow this line: %d abbreviations: %s", len(soup), firstOf(soup)),
					"keep the two that the job asks for, and say what changed for the users"))
				continue
			}
			if terms, score := r.terms(s); len(terms) >= fewestTerms && score >= jargonLimit && score >= jargonShare*float64(countWords(s.value)) {
				f := t.within(s.from, s.from+len(s.value), "a recruiter will not follow this line: "+firstOf(terms),
					"keep the two that the job asks for, and say what changed for the users")
				found = append(found, f)
			}
		}
	}
	return found
}

// mostAcronyms is how many abbreviations a line may have, known or not, unless they are less
// than a share of its words.
const (
	mostAcronyms = 6
	acronymShare = 0.4
)

// anyAcronym matches an abbreviation in capitals, with a digit or a plural: S3, APIs.
var anyAcronym = lazy.New(`^(?:[A-Z]{2,6}\d?|[A-Z]\d[A-Z]?)s?(?:['’]s)?$`)

// acronymSoup returns the abbreviations of a line that consists of them. A label shows that
// the line is a list.
func acronymSoup(s string) []string {
	if openingLabel.MatchString(s) {
		return nil
	}
	var all []string
	for _, w := range wordsOf(s) {
		for part := range strings.SplitSeq(w.text, "/") {
			if anyAcronym.MatchString(part) && !slices.Contains(all, part) {
				all = append(all, part)
			}
		}
	}
	if len(all) <= mostAcronyms || float64(len(all)) < acronymShare*float64(countWords(s)) {
		return nil
	}
	return all
}

// hasMostlyCapitals reports whether most letters of a text are capitals: they are a style
// there.
func hasMostlyCapitals(s string) bool {
	letters, capitals := 0, 0
	for _, c := range s {
		if unicode.IsLetter(c) {
			letters++
		}
		if unicode.IsUpper(c) {
			capitals++
		}
	}
	return capitals*2 > letters
}

// hasSmallWords reports whether a text has words without capitals, so that capitals are
// abbreviations.
func hasSmallWords(s string) bool {
	n := 0
	for _, w := range wordsOf(s) {
		if len(w.text) > 1 && w.text == w.lower() && !hasDigit(w.text) {
			n++
		}
	}
	return n > 1
}

// line is a bullet, or a sentence of prose.
type line struct {
	value string
	from  int
}

func linesOf(t text) []line {
	if t.kind == bullet {
		return []line{{t.value, 0}}
	}
	var all []line
	for _, s := range sentencesOf(t.value) {
		all = append(all, line{s.text, s.from})
	}
	return all
}

// terms returns the terms of art of a line, and their total weight.
func (r *reading) terms(s line) (terms []string, score float64) {
	named, seen := map[int]bool{}, map[string]bool{}
	for _, m := range r.Catalog.Find(s.value) {
		if m.Group != skill.Practices || !acronym.MatchString(m.Text) {
			score += searchedName
			for _, w := range wordsOf(m.Text) {
				named[m.Start+w.from] = true
			}
		}
	}
	for _, w := range wordsOf(s.value) {
		if !named[w.from] && !seen[w.text] && r.isTerm(w.text) {
			seen[w.text] = true
			terms = append(terms, w.text)
			score++
		}
	}
	return terms, score
}

func (r *reading) isTerm(w string) bool {
	if termsOfArt()[strings.ToLower(w)] || identifier.MatchString(w) {
		return true
	}
	return acronym.MatchString(w) && strings.IndexFunc(w, unicode.IsUpper) >= 0 && !commonAcronyms()[strings.TrimSuffix(w, "s")] && !r.names[strings.ToLower(w)]
}

// commonAcronyms are acronyms that every reader of developers' resumes knows, and words
// that people write in capitals.
var commonAcronyms = wordSet("commonAcronyms")
