package convert

import (
	"slices"
	"strings"
	"unicode"

	"github.com/ghresume/ghresume/internal/lazy"
	"github.com/ghresume/ghresume/resume"
)

// record reads a line of a short section: a title, then the issuer, dates, and more.
func (p *paper) record(kind resume.SectionKind, text string) entry {
	e := entry{}
	if found := dateIn(text); found.ok && !found.start.ok && len(languageMark.Split(found.rest, -1)) == 1 {
		e.setEnd(found.text, found.end)
		text = found.rest
	}
	pieces := languageMark.Split(strings.Trim(text, " ,|"), -1) // a dash may be part of a name
	e.title = pieces[0]
	if kind == resume.PublicationsSection {
		e.takeAuthors()
	}
	var more []string
	for _, piece := range pieces[1:] {
		if !p.recordPiece(&e, piece) {
			more = append(more, piece)
		}
	}
	e.org = strings.Trim(e.org+", "+strings.Join(more, ", "), ", ")
	at := strings.LastIndex(e.title, ", ")
	if e.org == "" && at > 0 && (p.own || kind == resume.CertificationsSection && mayIssue(e.title[at+2:])) {
		e.doubt("Is %q the name and %q who gave it?", e.title[:at], e.title[at+2:])
		e.title, e.org = e.title[:at], e.title[at+2:]
	}
	return e
}

// author matches a name with its initials: "J.-P. Lefèvre", "M. St. Clair".
var author = lazy.New(`^(?:\p{Lu}\.[ -]?)+[\p{L}\p{M}'’. -]+$`)

// takeAuthors takes the authors behind a title, and who published it behind them.
func (e *entry) takeAuthors() {
	parts := strings.Split(e.title, ", ")
	first := slices.IndexFunc(parts, author.MatchString)
	if first < 1 {
		return
	}
	end := first
	for end < len(parts) && author.MatchString(parts[end]) {
		end++
	}
	e.title, e.authors, e.org = strings.Join(parts[:first], ", "), parts[first:end], strings.Join(parts[end:], ", ")
}

// mayIssue reports whether the text after a certificate's name may be its issuer rather
// than its level.
func mayIssue(text string) bool {
	const most = 5 // words
	return unicode.IsUpper([]rune(text)[0]) && len(strings.Fields(text)) <= most && !hasWord(text, levelWords) && !strings.ContainsAny(text, "()")
}

// levelWords are the levels of certificates.
const levelWords = "associate professional foundation expert advanced practitioner specialty level basic intermediate beginner fundamentals grade part"

// recordPiece reads a piece that is a date, the end of a certificate, a DOI, or a date
// before a text; false if it is anything else.
func (p *paper) recordPiece(e *entry, piece string) bool {
	if number, ok := strings.CutPrefix(strings.ToLower(piece), "doi:"); ok {
		e.doi = piece[len(piece)-len(number):]
		return true
	}
	date, rest, hasText := strings.Cut(piece, ": ")
	found := dateIn(date)
	switch {
	case !found.ok || found.start.ok || len(strings.Fields(found.rest)) > 3:
		return false
	case found.rest == "" && e.end.IsZero():
		e.setEnd(found.text, found.end)
	case found.rest != "" && !e.end.IsZero() && e.start.IsZero(): // "valid until …"
		p.needless(found.rest)
		e.start = e.end
		e.setEnd(found.text, found.end)
	default:
		return false
	}
	if hasText {
		e.summary = rest
	}
	return true
}
