package match

import (
	"strings"

	"github.com/ghresume/ghresume/internal/lazy"
	"github.com/ghresume/ghresume/resume/skill"
)

// sectionKind is what the lines under a heading are about.
type sectionKind int

const (
	intro  sectionKind = iota // before any heading
	duties                    // what the person will do
	stack                     // what the team works with
	must                      // what is required
	nice                      // what is preferred
	noise                     // benefits, the company, equal opportunity
)

// passage is one line of a posting in its section.
type passage struct {
	text    string
	section sectionKind
	heading bool
}

// headings tell sections by their words; the first that fits wins.
var headings = []struct {
	kind  sectionKind
	words *lazy.Regexp
}{
	{nice, lazy.New(`(?i)\b(nice[- ]to[- ]haves?|bonus|preferred|preferable|plus(es)?|even better|desir(ed|able)|good to have|great to have|stand[s]? out|advantages?|would be (great|nice|a plus)|not required|brownie|extra (points|credit)|ideally|optional|wishlist|helpful|useful|also (like|love)|beneficial)\b`)},
	{noise, lazy.New(`(?i)\b(benefits?|perks?|(what )?we('re| are)? offer(ing)?|what('s| is) in it|in it for you|what you('ll| will)? (get|receive|gain)|you('ll| will) (get|receive)|why (join|us|work|you('ll| will)|[A-Z]\w+\s*\?)|compensation|salary|pay range|remuneration|equal|diversity|inclusion|inclusive|eeo|e-verify|how to apply|(hiring|interview|recruitment|selection) process|next steps|privacy|disclaimer|apply( now)?|investors|our (values|culture|mission|story|customers|clients|partners|certifications|history)|accommodations?|legal|locations?|working hours|contact( us)?)\b`)},
	{must, lazy.New(`(?i)\b(requirements?|required|qualifications?|must[- ]haves?|what you('ll| will)? (bring|need|have|know)|you('ll| will)? (have|bring|need|are|should|must|possess)|you have|who you are|who are you|who we('re| are) looking|what we('re| are)? (look|expect|need|require|seek|want|value)|we('re| are) looking|looking for|we expect|skills|experience|about you|your (profile|background|skills|experience|expertise|qualifications)|minimum|ideal candidate|candidate|prerequisites?|expertise|competenc(e|es|ies)|knowledge|you might be|do you have|what it takes|essentials?|sounds like you|what (makes|would make) you|ihr profil|dein profil)\b`)},
	{stack, lazy.New(`(?i)\b(tech(nology|nologies|nical)? (stack|environment)|our stack|stack|technolog(y|ies)|tools|tech we use|what we use|environment)\b`)},
	{duties, lazy.New(`(?i)\b(responsibilit(y|ies)|duties|what you('ll| will)? (do|be doing|work|own|build)|you('ll| will) (do|be|work|own|build)|the role|this role|your (role|tasks|mission|impact|responsibilities|job|day)|about the (role|job|position|team|project)|day[- ]to[- ]day|job (description|summary)|description|overview|position|summary|objectives|project|in this|the team|tasks)\b`)},
	{noise, lazy.New(`(?i)\b(about|who we are|company|we are)\b`)},
}

var (
	bullet   = lazy.New(`^\s*(?:[-*•·–—▪●◦‣]|\d{1,2}[.)])\s+`)
	markup   = lazy.New(`^#{1,6}\s+|^\*\*(.+?)\*\*:?$|^__(.+?)__:?$`)
	boldOnly = lazy.New(`\*\*|__`)
)

// passages gives every line its section. Paragraphs that come again are left out.
func passages(text string, catalogue *skill.Catalogue) []passage {
	var out []passage
	section := intro
	seen := map[string]bool{}
	for _, line := range strings.Split(text, "\n") {
		line = strings.TrimSpace(line)
		if line == "" || len(line) > 80 && seen[line] {
			continue
		}
		seen[line] = true
		kind, isHeading, rest := readHeading(line)
		if isHeading && !isDemand(line, catalogue) {
			section = kind
			out = append(out, passage{text: line, section: kind, heading: true})
			if rest != "" {
				out = append(out, passage{text: rest, section: kind})
			}
			continue
		}
		out = append(out, passage{text: boldOnly.ReplaceAllString(line, ""), section: section})
	}
	return out
}

// isDemand knows a short line that only looks like a heading: "Rust is a plus".
func isDemand(line string, catalogue *skill.Catalogue) bool {
	cues := findCues(line)
	if markup.MatchString(line) || strings.Contains(line, ":") || len(cues) == 0 && !demand.MatchString(line) {
		return false
	}
	return len(withNames(catalogue, line, catalogue.Find(line), cues)) > 0
}

// readHeading tells whether a line opens a section. What follows a colon on the
// same line ("Requirements: Go, SQL") is the section's first line.
func readHeading(line string) (kind sectionKind, is bool, rest string) {
	marked := markup.MatchString(line)
	plain := strings.TrimSpace(boldOnly.ReplaceAllString(strings.TrimLeft(line, "# "), ""))
	asItem := bullet.FindString(plain) != ""
	plain = bullet.ReplaceAllString(plain, "")
	title, after, colon := strings.Cut(plain, ":")
	words := len(strings.Fields(title))
	switch {
	case words == 0 || words > 15:
		return 0, false, ""
	case colon && after == "":
	case asItem:
		return 0, false, ""
	case colon && words <= 5:
		rest = strings.TrimSpace(after)
	case colon, words > 9, strings.ContainsAny(plain[len(plain)-1:], ".,;") && !strings.HasSuffix(plain, "..."):
		return 0, false, ""
	case !marked && strings.Contains(plain, ", "):
		return 0, false, ""
	}
	for _, h := range headings {
		if h.words.MatchString(title) {
			return h.kind, true, rest
		}
	}
	return duties, marked, rest
}
