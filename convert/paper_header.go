package convert

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/ghresume/ghresume/internal/lazy"
	"github.com/ghresume/ghresume/resume"
	"github.com/ghresume/ghresume/resume/skill"
)

var (
	emailIn = lazy.New(`[\w.+-]+@[\w-]+(?:\.[\w-]+)+`)
	phoneIn = lazy.New(`(?:\(\+|\+\(?|\b|\()\d[\d ()./-]{6,18}\d\b`)
	siteIn  = lazy.New(`(?i)\b(?:https?://)?(?:[a-z0-9-]+\.)+(?:com|org|net|io|dev|me|app|co|ai|de|fr|es|pt|it|nl|pl|uk|eu|ch|at|ua|cn|info|xyz|page|site|tech|example)\b(?:/[^\s|,;•·()]*)?`)
)

// header reads what precedes the first section: the name in the largest letters, a title
// below it, addresses, and a summary without a heading.
func (p *paper) header(lines []paperLine) {
	name := 0
	for i, l := range lines {
		if l.size > lines[name].size+0.5 {
			name = i
		}
	}
	var rest []string
	for i, l := range lines {
		p.headerLinks(&l)
		text := p.addresses(l.text)
		switch {
		case text == "":
		case printedOn.MatchString(text):
			p.needless(text)
		case len(strings.Fields(text)) > 12:
			rest = append(rest, l.text)
		case i == name:
			pieces := splitPieces(text)
			p.in.profile.Name = pieces[0]
			rest = append(rest, pieces[1:]...)
		default:
			rest = append(rest, text)
		}
	}
	if p.in.profile.Name == "" && len(rest) > 0 {
		p.in.profile.Name, rest = rest[0], rest[1:]
	}
	p.aboutPerson(rest)
	p.in.attach("name")
}

// printedOn matches when a resume was written, which says nothing about the person.
var printedOn = lazy.New(`(?i)^\W*(?:last )?(?:updated?|modified|revised|generated)(?: in| on| at)?\b[ :]*(?:\pL{3,9}\.? )?(?:\d{1,2}(?:st|nd|rd|th)?,? ?)?(?:\pL{3,9}\.?,? )?(?:[\d./-]+)\W*$`)

// contacts reads a section of addresses, as side bars have it.
func (p *paper) contacts(title string, lines []paperLine) {
	var rest []string
	for _, l := range lines {
		p.headerLinks(&l)
		switch text := p.addresses(l.text); {
		case text == "":
		case p.in.profile.Location == "" && looksLikePlace(text):
			p.in.profile.Location = p.withoutStreet(text)
		default:
			rest = append(rest, text)
		}
	}
	if len(rest) > 0 {
		p.in.section(title, rest, nil)
	}
}

// addresses moves e-mail and web addresses and telephone numbers from a line to the
// profile, and returns the rest.
func (p *paper) addresses(text string) string {
	take := func(re *lazy.Regexp, use func(string)) {
		for _, found := range re.FindAllString(text, -1) {
			if re == phoneIn && strings.IndexByte(found, '+') < 0 && dateIn(found).ok {
				continue // "2014-2015" is not a telephone number, "+39 081 552 1938" is
			}
			use(strings.TrimSpace(found))
			text = strings.Replace(text, found, " | ", 1)
		}
	}
	take(emailIn, p.in.email)
	take(siteIn, p.in.site)
	take(phoneIn, p.in.phone)
	var parts []string
	for _, part := range barPieces(text) {
		if strings.Trim(part, " :|,;–—-()[]·•∙") != "" && !isContactLabel(part) {
			parts = append(parts, part)
		}
	}
	return strings.Join(parts, " | ")
}

// isContactLabel reports whether a text is only the label of an address.
func isContactLabel(text string) bool {
	switch strings.ToLower(strings.Trim(text, " :.•·")) {
	case "email", "e-mail", "mail", "phone", "tel", "mobile", "web", "website", "linkedin", "github", "address", "portfolio", "telefon", "téléphone", "teléfono", "telefone", "telefono",
		"contact", "contacts", "kontakt", "contacto", "contatti", "contato", "coordonnées", "контакти", "联系方式", "personal details", "persönliche daten", "datos personales":
		return true
	}
	return false
}

// aboutPerson tells title, place and summary apart.
func (p *paper) aboutPerson(lines []string) {
	profile := p.in.profile
	var summary []string
	before := ""
	for _, l := range lines {
		for _, part := range p.headerPieces(l) {
			switch words := len(strings.Fields(part)); {
			case words > 12:
				summary = append(summary, part)
			case messenger.MatchString(part):
				profile.Contacts = append(profile.Contacts, resume.Contact{Label: part})
			case profile.Title == "" && hasWord(part, roleWords):
				profile.Title = part // "Distinguished Engineer, Databases" is not a place
			case streetOnly.MatchString(part):
				p.leaveStreet(part)
			case profile.Location == "" && looksLikePlace(part):
				profile.Location = p.withoutStreet(part)
			case profile.Location == "" && before != "" && before == profile.Title && (hasWord(before, roleWords) && isNameOfPlace(part) || p.own && mayBePlace(part)):
				profile.Location = part // "Data Engineer · Singapore"
			case profile.Title == "" && words <= 8:
				profile.Title = part
			default:
				summary = append(summary, part)
			}
			before = part
		}
	}
	profile.Summary = strings.Join(summary, "\n\n")
}

// headerPieces splits a line of the header at its separators. A dash is one before a place
// only, and not in files that ghresume wrote: "Engineer – Databases" is a title.
func (p *paper) headerPieces(line string) []string {
	var out []string
	for _, part := range barPieces(line) {
		pieces := splitPieces(part)
		if last := len(pieces) - 1; last > 0 && !p.own && (looksLikePlace(pieces[last]) || isNameOfPlace(pieces[last])) {
			out = append(out, pieces...)
		} else {
			out = append(out, part)
		}
	}
	return out
}

// messenger matches an account that is not a link: "Signal: ada.99".
var messenger = lazy.New(`(?i)^(?:signal|matrix|telegram|whatsapp|wechat|threema|discord|irc|xmpp|viber|skype|kakaotalk):? \S+$`)

// streetOnly matches a street with its number, without a city: "14 Main Row", "Hauptstr. 5a".
// Its words say that it is one: "Python 3" and "10 Years" are not.
var streetOnly = lazy.New(`(?i)^(?:\d{1,5}[a-z]?,? (?:\pL[\pL'’.-]* ){0,3}(?:street|st\.?|road|rd\.?|row|avenue|ave\.?|lane|ln\.?|drive|court|close|crescent|terrace|gardens|square|boulevard|blvd\.?|highway)` +
	`|\d{1,4},? (?:rue|avenue|boulevard|quai) [\pL'’ -]{2,40}|(?:via|viale|piazza|rue|calle|avenida|rua|ul\.|ulica|вул\.|вулиця) [\pL'’. -]{2,40},? \d{1,4}[a-z]?` +
	`|[\pL .'-]{0,40}(?:str\.|stra(?:ß|ss)e|weg|gasse|allee|platz|straat|laan|plein|gatan|vägen|vej|gade) \d{1,4} ?[a-z]?)$`)

// isNameOfPlace reports whether the text after a title may be a city or a country: up to
// three words in capitals that are neither a role nor a technology.
func isNameOfPlace(text string) bool {
	words := strings.Fields(text)
	for _, w := range words {
		if !unicode.IsUpper([]rune(w)[0]) || strings.ToUpper(w) == w || strings.ContainsAny(w, "0123456789/&+#@:") {
			return false
		}
	}
	return len(words) > 0 && len(words) <= 3 && !strings.ContainsAny(text, "·|,") &&
		!hasWord(text, roleWords+" blogger speaker maintainer writer author contributor student freelance expert") && len(skill.Default().Find(text)) == 0
}

// mayBePlace reports whether the text where ghresume prints the place may be one in a script
// without capitals.
func mayBePlace(text string) bool {
	return strings.ToUpper(text) == text && len(strings.Fields(text)) <= 3 && !strings.ContainsFunc(text, func(r rune) bool {
		return r < utf8.RuneSelf && r != ' ' && r != '-' || unicode.IsDigit(r) || unicode.IsUpper(r)
	})
}

// withoutStreet removes the street from an address: it is private.
func (p *paper) withoutStreet(place string) string {
	street, city, _ := strings.Cut(place, ", ")
	if !strings.ContainsAny(street, "0123456789") || city == "" {
		return place
	}
	p.leaveStreet(street)
	return city
}

func (p *paper) leaveStreet(street string) {
	p.in.leave("location", "a resume needs no street address")
	p.needless(street)
}

// looksLikePlace reports whether a text looks like "City, Country": two short names.
func looksLikePlace(text string) bool {
	parts := placeMark.Split(text, -1)
	return (len(parts) == 2 || len(parts) == 3) && len(strings.Fields(text)) <= 6 && !strings.ContainsAny(text, "&/:") && text == strings.TrimSpace(text) &&
		!legalForm.MatchString(text)
}

// placeMark separates a city from its country, also in Arabic and Japanese.
var placeMark = lazy.New(`[,،、]`)

// legalForm matches the end of a company's name, which is not a country: "GitHub, Inc."
var legalForm = lazy.New(`(?i),\s*(?:inc|llc|ltd|corp|co|plc|gmbh|s\.?a|s\.?r\.?l|s\.?l|b\.v|pty|llp|limited|s\.?p\.?a)\.?$`)

var pieceMark = lazy.New(`\s+[|•·∙◦‧⋅⋄◇◆♦▪–—]\s+|\s{2,}|\s*\|\s*`)

// splitPieces splits a line at its separators, also dashes.
func splitPieces(text string) []string { return piecesBetween(pieceMark, text) }

// barPieces splits a line at the separators that are never part of a text.
func barPieces(text string) []string { return piecesBetween(barMark, text) }

func piecesBetween(mark *lazy.Regexp, text string) []string {
	var out []string
	for _, part := range mark.Split(text, -1) {
		if part = strings.Trim(part, " ,|•·∙◦‧⋅⋄◇◆♦▪"); part != "" {
			out = append(out, part)
		}
	}
	return out
}
