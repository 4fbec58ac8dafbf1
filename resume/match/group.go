package match

import (
	"slices"

	"github.com/ghresume/ghresume/resume/skill"
)

// hit is a technology in a sentence.
type hit struct {
	skill.Match
	family  string   // of technologies that do the same job
	implies []string // the broader technologies
	wholes  []string // those of them that are not languages
	glue    glue     // the text between it and the previous hit
	open    bool     // "or whatever" follows: it is one more of the same kind
	group   int      // number of its alternatives within the sentence; 0 means none
}

// alternatives numbers the hits that satisfy one demand together: "Java, C++ or Go",
// "databases such as MySQL, PostgreSQL, etc.". It returns the last number.
func alternatives(s sentence, hits []hit, last int) int {
	if len(hits) < 2 {
		return last
	}
	if rest := withoutKinds(s, hits); len(rest) < len(hits) {
		return alternativesAmong(s, hits, rest, last)
	}
	for k := 1; k < len(hits); k++ {
		hits[k].glue = glueOf(s, hits[k-1], hits[k])
		hits[k].glue.others = hits[k].glue.others || hits[k-1].glue.others && hits[k].glue.list && !hits[k].glue.close
		hits[k].glue.or = hits[k].glue.or || hits[k].glue.others || (hits[k].glue.opens || hits[k].glue.list && !hits[k].glue.and) && isAccepted(s, hits[k].End)
	}
	ours := s.speaksOfUs()
	for i := 0; i < len(hits); {
		n := runOf(hits[i:])
		if end := i + n - 1; n > 2 {
			hits[end].open = sameJob(hits[end-1], hits[end]) && isOpenEnded(s, hits[end].End)
		}
		last = aroundBrackets(hits[i:i+n], last)
		from := 0 // where the words that make this list a choice may begin
		if i > 0 {
			from = hits[i-1].End
		}
		for _, part := range splitRun(hits[i : i+n]) {
			if part[0].glue.close {
				from = hits[i-1].End
			}
			if len(part) > 1 && isChoice(s, from, part, ours) {
				last++
				for k := range part {
					part[k].group = last
				}
			}
			i += len(part)
		}
		if start := i - n; start > 0 && hits[start-1].group == 0 && sameJob(hits[start-1], hits[start]) && isConcession(s, hits[start-1].End, hits[start].Start) && isAccepted(s, hits[i-1].End) {
			last++
			for k := start - 1; k < i; k++ {
				hits[k].group, hits[k].glue.or = last, true
			}
		}
	}
	return last
}

// withoutKinds returns the hits without the practices that only name the kind of a
// choice: "Java or another JVM language such as Kotlin", "SQL Server or another relational
// database (Oracle)".
func withoutKinds(s sentence, hits []hit) []hit {
	var out []hit
	for k, h := range hits {
		if k > 0 && k+1 < len(hits) && h.Group == skill.Practices {
			words := s.between(hits[k-1].End, hits[k+1].Start)
			marks := theLexicon().lists.find(words)
			if bridges(words, marks) || namesOthers(words, marks) && opensExamples(s.text[hits[k-1].End:hits[k+1].Start]) {
				continue
			}
		}
		out = append(out, h)
	}
	return out
}

// alternativesAmong numbers some of the hits.
func alternativesAmong(s sentence, hits, some []hit, last int) int {
	last = alternatives(s, some, last)
	for k := range hits {
		if i := slices.IndexFunc(some, func(h hit) bool { return h.Start == hits[k].Start }); i >= 0 {
			hits[k] = some[i]
			hits[k].glue.or = hits[k].glue.or && (i == 0 || k > 0 && hits[k-1].Start == some[i-1].Start) // not to the kind before it
		} else {
			hits[k].glue.or = true
		}
	}
	return last
}

// isAccepted reports whether words right after a name make it an alternative: "PyTorch
// (TensorFlow also counts)", "Terraform, Pulumi is fine too".
func isAccepted(s sentence, at int) bool {
	const longest = 30 // bytes of a phrase
	words := s.between(at, min(len(s.text), at+longest))
	return len(words) > 0 && slices.ContainsFunc(theLexicon().lists.at(words, 0), func(m mark) bool { return m.kind == "accepted" })
}

// isConcession reports whether a clause such as "…, though" ends right before a name: "React
// is our home, though Vue people are welcome".
func isConcession(s sentence, from, to int) bool {
	words := s.between(from, to)
	return len(words) > 0 && words[len(words)-1].firm && theLexicon().lists.hasAt(words, len(words)-1, "filler")
}

// aroundBrackets joins the hits before and after brackets: "AWS (S3, Lambda) or GCP".
func aroundBrackets(run []hit, last int) int {
	for k := range run {
		if !endsDetail(run, k) {
			continue
		}
		for j := k - 1; j > 0; j-- {
			if run[j].glue.opens {
				last++
				run[j-1].group, run[k].group = last, last
				break
			}
		}
	}
	return last
}

// endsDetail reports whether an "or" directly follows brackets with names in them.
func endsDetail(run []hit, k int) bool {
	return k > 1 && run[k].glue.or && run[k].glue.close && !run[k].glue.opens && !run[k-1].glue.or
}

// runOf returns how many hits, from the first on, form one list.
func runOf(hits []hit) int {
	n := 1
	for n < len(hits) && hits[n].glue.list {
		n++
	}
	return n
}

// splitRun splits a list where one demand ends and the next begins.
func splitRun(run []hit) [][]hit {
	ors := hasOr(run)
	var out [][]hit
	from := 0
	for k := 1; k < len(run); k++ {
		if g := run[k].glue; isBorder(run, k, ors) || !g.or && (g.opens || g.close || startsPair(run, k) || endsPair(run, k)) || isGeneral(run[k-1], run[k]) {
			out = append(out, run[from:k])
			from = k
		}
	}
	return append(out, run[from:])
}

// isBorder reports whether hit k begins another demand, in a list with an "or": at the
// "and" of "Go and MySQL or PostgreSQL", because "and" binds less tightly than "or";
// after the "or" of "Go or Rust, Docker"; and at the pair in "Docker, AWS or GCP".
func isBorder(run []hit, k int, ors bool) bool {
	switch g := run[k].glue; {
	case endsDetail(run, k):
		return true
	case g.or:
		return k > 1 && k+1 < len(run) && run[k-1].glue.and && run[k+1].glue.and && !sameJob(run[k-1], run[k]) // "Java and Spring or C# and .NET"
	case g.chooses:
		return true
	case g.slash || !ors:
		return false
	}
	return run[k].glue.and || k > 1 && run[k-1].glue.or && !run[k].open || k+1 < len(run) && run[k+1].glue.or && sameJob(run[k], run[k+1]) && isApart(run[k-1], run[k])
}

// isPage reports whether a technology is one of those that every page is made of.
func isPage(h hit) bool { return h.Name == "HTML" || h.Name == "CSS" }

// isApart reports whether b is a cloud or database to which a is not an alternative.
func isApart(a, b hit) bool {
	if isPage(a) && !isPage(b) {
		return true // "CSS, HTML, Sass or Less"
	}
	if a.Group == skill.Languages && slices.Contains(b.implies, a.Name) {
		return true // "Python, Django or Flask"
	}
	return !sameJob(a, b) && a.Group != b.Group && (b.Group == skill.Cloud || b.Group == skill.Databases)
}

// isGeneral reports whether one is a practice and the other a technology: "CI/CD with
// Jenkins or GitLab CI".
func isGeneral(a, b hit) bool {
	return (a.Group == skill.Practices) != (b.Group == skill.Practices) && !sameJob(a, b)
}

// sameJob reports whether both are languages, or technologies of one family.
func sameJob(a, b hit) bool {
	return a.Group == skill.Languages && b.Group == skill.Languages || a.family != "" && a.family == b.family
}

// startsPair and endsPair isolate two interchangeable technologies, joined by a slash, in
// a list separated by commas.
func startsPair(run []hit, k int) bool {
	return k+1 < len(run) && isPair(run, k) && !run[k].glue.or
}

func endsPair(run []hit, k int) bool {
	return k >= 2 && isPair(run, k-2) && !run[k].glue.or
}

// isPair reports whether hits k and k+1 are a pair such as "JS/TS", and not part of a
// longer list with slashes.
func isPair(run []hit, k int) bool {
	slash := func(i int) bool { return i >= 1 && i < len(run) && run[i].glue.slash }
	return slash(k+1) && !slash(k) && !slash(k+2) && exchangeable(run[k], run[k+1])
}

// isSlashList reports whether a list is like "Go/Java/Kotlin": languages of which any one
// may replace another.
func isSlashList(run []hit) bool {
	for k := 1; k < len(run); k++ {
		if !exchangeable(run[k-1], run[k]) || !run[k].glue.slash {
			return false
		}
	}
	return true
}

// isFrontEnd reports whether a list is like "React, JavaScript, HTML, CSS, etc.": writing
// pages takes all of them.
func isFrontEnd(run []hit) bool {
	named := func(name string) bool { return slices.ContainsFunc(run, func(h hit) bool { return h.Name == name }) }
	return named("HTML") && named("CSS")
}

// countForEither makes C++ enough where a posting writes "C/C++".
func countForEither(hits []hit, asked []Asked) {
	for k := 1; k < len(hits); k++ {
		if hits[k].glue.slash && hits[k-1].Name == "C" && hits[k].Name == "C++" {
			asked[k-1].Instead = []string{"C++"}
		}
	}
}

// areParts reports whether a list names one thing and its parts: "Django, Django REST
// Framework, etc.", "AWS (EC2, S3, …)".
func areParts(run []hit) bool {
	if len(run) < 2 {
		return false
	}
	if len(run) == 2 && (slices.Contains(run[0].implies, run[1].Name) || slices.Contains(run[1].implies, run[0].Name)) {
		return true
	}
	return !allSameJob(run) && slices.ContainsFunc(slices.Concat(run[0].wholes, run[1].wholes), func(whole string) bool {
		return !slices.ContainsFunc(run, func(h hit) bool { return h.Name != whole && !slices.Contains(h.wholes, whole) })
	})
}

// exchangeable reports whether either technology may replace the other if a slash joins
// them: not HTML/CSS, not C/C++, which means both, and not JPA/Hibernate, which is one.
func exchangeable(a, b hit) bool {
	apart := []string{"HTML", "CSS", "SQL", "Sass", "Less", "C", "C++"}
	return a.Group != skill.Practices && sameJob(a, b) && !slices.Contains(apart, a.Name) && !slices.Contains(apart, b.Name) &&
		!slices.Contains(a.implies, b.Name) && !slices.Contains(b.implies, a.Name)
}
