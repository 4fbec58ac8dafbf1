package match

import (
	"slices"
	"strings"

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

// isChoice reports whether any one of a list is enough. What a team uses "such as Go and
// Kafka" is not a choice. What precedes from is about other technologies.
func isChoice(s sentence, from int, run []hit, ours bool) bool {
	if hasOr(run) || len(run) == 2 && isPair(run, 0) || len(run) > 2 && isSlashList(run) {
		return true
	}
	if ours || isFrontEnd(run) || areParts(run) {
		return false
	}
	start, after := run[0].Start, s.text[run[len(run)-1].End:]
	if isOneOf(s, from, start) || strings.HasPrefix(after, ")") && (namesKind(s.text[:start]) || isKindInBrackets(s.text[:start], run)) {
		return true
	}
	if isOneKind(s, from, start) && allSameJob(run) {
		return true
	}
	if end := run[len(run)-1].End; isFollowedBy(s, end, "any_do") || isEnough(s, end) {
		return true // "Redux, MobX — any of those"
	}
	if doDifferentJobs(run) {
		return false
	}
	and := run[len(run)-1].glue.and
	if isOpenEnded(s, run[len(run)-1].End) {
		return !and || allSameJob(run) // not "Java and Spring or similar"
	}
	// "Tools such as Docker and Jira" asks for both.
	return isSuchAs(s, start) && (!and && !endsInAnd(after) || allSameJob(run))
}

// doDifferentJobs reports whether a list has tools that go with any others: "tools such as
// Git, Jira, etc."
func doDifferentJobs(run []hit) bool {
	return !allSameJob(run) && slices.ContainsFunc(run, func(h hit) bool { return h.family == "version control" || h.family == "issue tracker" })
}

// hasOr reports whether a list contains an "or".
func hasOr(run []hit) bool {
	for k := 1; k < len(run); k++ {
		if run[k].glue.or {
			return true
		}
	}
	return false
}

// endsInAnd reports whether a list continues with unknown names: "Jira, Foo and Bar".
func endsInAnd(after string) bool {
	if end := strings.IndexAny(after, ".;:)"); end >= 0 {
		after = after[:end]
	}
	return strings.Contains(after, ",") && theLexicon().lists.has(wordsOf(after), "and")
}

// allSameJob reports whether all members of a list do the same job.
func allSameJob(run []hit) bool {
	for k := 1; k < len(run); k++ {
		if !sameJob(run[k-1], run[k]) {
			return false
		}
	}
	return true
}

// namesKind reports whether a plural precedes a bracket: "queue services (SQS, Pub/Sub)".
func namesKind(before string) bool {
	plural, opens := strings.CutSuffix(before, "s (")
	return opens && len(plural) > 3 && isLetter(rune(plural[len(plural)-1])) && isLetter(rune(plural[len(plural)-2])) &&
		!slices.ContainsFunc([]string{"technologie", "skill", "tool", "practice", "principle", "concept", "framework"}, func(w string) bool { return strings.HasSuffix(plural, w) })
}

// isKindInBrackets reports whether brackets list technologies for one job: "a framework
// (PyTorch, TensorFlow)".
func isKindInBrackets(before string, run []hit) bool {
	for k := 1; k < len(run); k++ {
		if !exchangeable(run[k-1], run[k]) || run[k].glue.and {
			return false
		}
	}
	return strings.HasSuffix(before, " (") && !namesRole(before) // "Backend Engineer (Python, Go)" asks for both
}

// isSuchAs reports whether "such as" is right before a list.
func isSuchAs(s sentence, at int) bool { return isPrecededBy(s, 0, at, "such_as", 12) }

// isOneOf reports whether "at least one of" is before a list.
func isOneOf(s sentence, from, at int) bool { return isPrecededBy(s, from, at, "one_of", 60) }

// isOneKind reports whether a singular and a colon or "among" are before a list, and nothing
// else: "One systems language: Go, Rust", "un framework tra Angular e React".
func isOneKind(s sentence, from, at int) bool {
	const most = 5 // words
	from = max(from, strings.LastIndexAny(s.text[:at], ".;,(")+1)
	words, lists := s.between(from, at), theLexicon().lists
	if len(words) < 2 || len(words) > most || !lists.hasAt(words, 0, "single") {
		return false
	}
	return strings.HasSuffix(strings.TrimRight(s.text[from:at], " "), ":") || lists.hasAt(words, len(words)-1, "among")
}

// isPrecededBy reports whether a phrase of a kind is at most within bytes before a list, in its
// part of the sentence and not before from.
func isPrecededBy(s sentence, from, at int, kind string, within int) bool {
	const longest = 60 // bytes of a phrase
	from = max(from, at-within-longest)
	if i := strings.LastIndexAny(s.text[from:at], ".;!?"); i >= 0 && from+i+1 < at && s.text[from+i+1] == ' ' && !abbreviated(s.text[from:from+i+1]) {
		from += i + 1
	}
	return slices.ContainsFunc(theLexicon().lists.find(s.between(from, at)), func(m mark) bool { return m.kind == kind && at-m.end <= within })
}

// isFollowedBy reports whether a phrase of a kind is right after a list.
func isFollowedBy(s sentence, at int, kind string) bool {
	const longest = 60 // bytes of a phrase
	words := s.between(at, min(len(s.text), at+longest))
	return len(words) > 0 && strings.Trim(s.text[at:words[0].start], " ,)–—-") == "" &&
		slices.ContainsFunc(theLexicon().lists.at(words, 0), func(m mark) bool { return m.kind == kind })
}

// isEnough reports whether brackets after a list say that any one will do: "Figma, Sketch
// (any)".
func isEnough(s sentence, at int) bool {
	inner, opens := strings.CutPrefix(s.text[at:min(len(s.text), at+40)], " (")
	inner, _, closes := strings.Cut(inner, ")")
	words := wordsOf(inner)
	return opens && closes && len(words) > 0 && slices.ContainsFunc(theLexicon().lists.at(words, 0), func(m mark) bool { return m.kind == "enough" && m.next == len(words) })
}

// isOpenEnded reports whether "or similar", "etc." or the like is right after a list.
func isOpenEnded(s sentence, at int) bool {
	after := strings.TrimLeft(s.text[at:], " ,)")
	if strings.HasPrefix(after, "...") || strings.HasPrefix(after, "…") {
		return true
	}
	const longest = 60                            // bytes of a phrase
	closes := strings.HasPrefix(s.text[at:], ")") // what follows does not belong to the list in the brackets
	at = len(s.text) - len(after)
	words := s.between(at, min(len(s.text), at+longest))
	if len(words) == 0 || words[0].start > at+1 {
		return false
	}
	return slices.ContainsFunc(theLexicon().lists.at(words, 0), func(m mark) bool { return m.kind == "so_on" || m.kind == "or" && !closes })
}
