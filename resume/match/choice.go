package match

import (
	"slices"
	"strings"
)

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
