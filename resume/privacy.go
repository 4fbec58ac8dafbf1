package resume

import (
	"fmt"
	"reflect"
	"slices"
	"strings"
	"unicode"
)

// Privacy tells who a resume is for.
type Privacy string

// The two kinds of readers.
const (
	Public  Privacy = "public"  // everyone: a profile README, a page, the files of a public repository
	Private Privacy = "private" // the people it is sent to
)

// PrivacyRule is the table [privacy]: what is for private resumes only.
type PrivacyRule struct {
	// Hide is what public resumes leave out: phone, street, email, location, website, photo, contacts, networks of links, and sections by kind or title. Unset, it is phone, street, email and references.
	Hide []string `toml:"hide" json:"hide,omitempty"`
	// Commit allows committing private resumes and records of applications to public repositories.
	Commit bool `toml:"commit" json:"commit,omitempty"`
}

// hidden returns the words in hide, in lower case.
func (r PrivacyRule) hidden() []string {
	if r.Hide == nil {
		return []string{"phone", "street", "email", "references"}
	}
	var out []string
	for _, word := range r.Hide {
		out = append(out, strings.ToLower(strings.TrimSpace(word)))
	}
	return out
}

// headerWords are the words allowed in hide besides sections and networks.
var headerWords = []string{"phone", "street", "email", "location", "website", "photo", "contacts", "links", "references"}

// referenceTitles are usual titles of the section with references.
var referenceTitles = []string{
	"references", "referees", "referenzen", "références", "referencias", "referências", "referenze", "referenties", "referenser",
	"referencje", "рекомендації", "推荐人", "推薦人", "照会先", "推薦者", "المراجع", "المعرفون", "referanslar", "testimonials",
}

// PrivateTextError means that a text contains something that public resumes omit.
type PrivateTextError struct {
	File, Field string
	Position    Position
	What        string // "the phone number"
}

func (e *PrivateTextError) Error() string {
	return Problem{File: e.File, Position: e.Position, Field: e.Field, Message: "has " + e.What + ", which public resumes leave out"}.Error()
}

// Hint returns what to do.
func (e *PrivateTextError) Hint() string {
	return "remove it from the text, or allow it: [privacy] hide lists what stays out"
}

// secret is a value that public resumes omit.
type secret struct {
	what   string
	text   string // as searched for in a text in lower case
	digits string // as searched for among the digits of a text
}

// public removes from a selected profile what [privacy] hides. A link or contact with the
// same address is removed too; a sentence that contains it is an error, since nothing is
// cut out of the user's own text. whole is the profile with every wording.
func (p *Profile) public(whole *Profile) (*Profile, error) {
	hidden := p.Privacy.hidden()
	p.secrets = whole.secretsOf(hidden)
	p.hideHeader(hidden)
	p.Links = withoutKeys(p.Links, func(network, value string) bool {
		return slices.Contains(hidden, "links") || hides(hidden, network) || hides(hidden, networkKey(network)) || p.secretIn(value) != ""
	})
	p.Contacts = slices.DeleteFunc(slices.Clone(p.Contacts), func(c Contact) bool {
		return slices.Contains(hidden, "contacts") || p.secretIn(c.Label) != "" || p.secretIn(c.URL) != ""
	})
	p.hideSections(hidden, whole)
	for t := range p.Texts() {
		if what := p.secretIn(t.Value); what != "" && t.Kind != DateText && !strings.HasPrefix(t.Field, "variants") {
			field := whole.fieldOf(t)
			return nil, &PrivateTextError{File: p.File, Field: field, Position: whole.Positions.Find(field), What: what}
		}
	}
	return p, nil
}

// fieldOf returns the field of the whole profile that has a text of a selected one.
func (p *Profile) fieldOf(text Text) string {
	for t := range p.Texts() {
		if t.Key == text.Key && t.Value == text.Value {
			return t.Field
		}
	}
	return text.Field
}

func hides(hidden []string, word string) bool { return slices.Contains(hidden, strings.ToLower(word)) }

func (p *Profile) hideHeader(hidden []string) {
	for word, field := range map[string]*string{
		"phone": &p.Phone, "street": &p.Street, "email": &p.Email, "location": &p.Location, "website": &p.Website, "photo": &p.Layout.Page.Photo,
	} {
		if hides(hidden, word) {
			*field = ""
		}
	}
}

// hideSections empties the sections that are hidden by kind or by title in any language.
func (p *Profile) hideSections(hidden []string, whole *Profile) {
	fields := reflect.ValueOf(p).Elem()
	for i := range fields.NumField() {
		f := fieldOf(fields.Type().Field(i))
		if f.section != "" && f.section != Free && hides(hidden, string(f.section)) {
			fields.Field(i).SetZero()
		}
	}
	titles := whole.sectionTitles()
	p.Sections = slices.DeleteFunc(slices.Clone(p.Sections), func(s FreeSection) bool {
		return slices.ContainsFunc(append(titles[s.Title], s.Title), func(title string) bool {
			return hides(hidden, title) || hides(hidden, "references") && hides(referenceTitles, title)
		})
	})
}

// sectionTitles maps each title of a custom section to all its wordings.
func (p *Profile) sectionTitles() map[string][]string {
	out := map[string][]string{}
	for i := range p.Sections {
		var all []string
		for _, w := range p.Wordings[fmt.Sprintf("sections[%d].title", i)] {
			all = append(all, w.Value.(string))
		}
		for _, title := range all {
			out[title] = all
		}
	}
	return out
}

func withoutKeys(table map[string]string, drop func(key, value string) bool) map[string]string {
	out := map[string]string{}
	for key, value := range table {
		if !drop(key, value) {
			out[key] = value
		}
	}
	if len(out) == 0 {
		return nil
	}
	return out
}

// secretsOf returns the hidden numbers and addresses of the whole profile, including
// contacts.
func (p *Profile) secretsOf(hidden []string) []secret {
	var out []secret
	if hides(hidden, "phone") {
		for _, number := range p.everyWording("phone", p.Phone) {
			out = append(out, phoneSecret(number)...)
		}
	}
	if hides(hidden, "email") {
		for _, address := range p.everyWording("email", p.Email) {
			out = append(out, textSecret("the e-mail address", address)...)
		}
	}
	if hides(hidden, "street") {
		for _, street := range p.everyWording("street", p.Street) {
			out = append(out, textSecret("the street", street)...)
		}
	}
	for i, c := range p.Contacts {
		for _, label := range p.everyWording(fmt.Sprintf("contacts[%d].label", i), c.Label) {
			out = append(out, contactSecret(hidden, strings.TrimSpace(label), c.URL)...)
		}
	}
	return out
}

// contactSecret returns a contact that is itself an address or a number.
func contactSecret(hidden []string, label, url string) []secret {
	switch {
	case hides(hidden, "email") && isEmail(label):
		return textSecret("an e-mail address", label)
	case hides(hidden, "phone") && url == "" && phoneNumber.MatchString(label):
		return phoneSecret(label)
	}
	return nil
}

// everyWording returns a field in every language and for every variant: a German text
// must not reveal the number in the English resume.
func (p *Profile) everyWording(field, value string) []string {
	out := []string{value}
	for _, w := range p.Wordings[field] {
		if text, ok := w.Value.(string); ok {
			out = append(out, text)
		}
	}
	return out
}

// folded returns a text for comparing secrets: without case and whitespace, and with "ss"
// for "ß".
func folded(text string) string {
	return strings.ReplaceAll(strings.ToLower(strings.Join(strings.Fields(text), " ")), "ß", "ss")
}

func textSecret(what, text string) []secret {
	if text = folded(text); text == "" {
		return nil
	}
	return []secret{{what: what, text: text}}
}

// subscriberDigits is the number of last digits that stay the same however the country
// and area are written.
const subscriberDigits = 8

func phoneSecret(number string) []secret {
	digits := digitsOf(withoutExtension(number), false)
	if len(digits) < 5 {
		return nil
	}
	return []secret{{what: "the phone number", digits: digits[max(0, len(digits)-subscriberDigits):]}}
}

// withoutExtension returns a number up to its extension: "+1 212 555 0100 ext. 7",
// ";ext=7".
func withoutExtension(number string) string {
	at := strings.IndexFunc(number, unicode.IsDigit)
	if at < 0 {
		return ""
	}
	if end := strings.IndexFunc(number[at:], func(r rune) bool { return unicode.IsLetter(r) || r == ';' || r == '#' || r == ',' }); end >= 0 {
		return number[:at+end]
	}
	return number
}

// digitsOf returns the digits of a text; with apart, those of one number together, with a
// space if other text separates them.
func digitsOf(text string, apart bool) string {
	var out strings.Builder
	for _, r := range text {
		switch {
		case unicode.IsDigit(r):
			out.WriteRune(asciiDigit(r))
		case apart && !strings.ContainsRune(" \u00a0\u202f()-–.‑/+", r):
			out.WriteByte(' ')
		}
	}
	return out.String()
}

// asciiDigit converts a digit of any script to 0 to 9.
func asciiDigit(r rune) rune {
	for zero := r; zero > r-10; zero-- {
		if !unicode.IsDigit(zero - 1) {
			return '0' + r - zero
		}
	}
	return '0' + r%10
}

// Hidden names a value hidden by [privacy] that a text contains, or returns "". Only a
// profile selected for the public hides anything.
func (p *Profile) Hidden(text string) string { return p.secretIn(text) }

// secretIn names a hidden value that a text contains, or returns "".
func (p *Profile) secretIn(text string) string {
	if len(p.secrets) == 0 || text == "" {
		return ""
	}
	lower, digits := folded(text), digitsOf(text, true)
	for _, s := range p.secrets {
		if s.text != "" && strings.Contains(lower, s.text) || s.digits != "" && strings.Contains(digits, s.digits) {
			return s.what
		}
	}
	return ""
}
