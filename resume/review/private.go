package review

import (
	"fmt"
	"slices"
	"strings"

	"github.com/ghresume/ghresume/internal/lazy"
)

var privateRules = []Rule{
	{
		Name: "private-life", Area: Contact, Severity: Warning, on: onWriting,
		Reason: "Birth, family, religion and looks are not what you are hired for, and many employers must discard a resume that mentions them.",
		Bad: "[[sections]]\ntitle = \"Personal details\"\n" +
			"items = [\"Date of birth: 4 May 1990\", \"Marital status: married\", \"Religion: none\"]",
		Good:  "[[sections]]\ntitle = \"Interests\"\nitems = [\"Chess\", \"Single-board computers\"]",
		check: checkPrivateLife,
	},
	{
		Name: "identity-number", Area: Contact, Severity: Error, on: onWriting,
		Reason: "With a social security or passport number a stranger can act in your name.",
		Bad:    "[[sections]]\ntitle = \"Personal\"\nitems = [\"Passport No. C01X00T47\"]",
		Good:   "[[sections]]\ntitle = \"Personal\"\nitems = [\"EU work permit\", \"Passport to Go, a course\"]",
		check:  checkIdentity,
	},
	{
		Name: "secret", Area: Contact, Severity: Error, on: onWriting,
		Reason: "Anyone who reads the resume could use the key; revoke it, wherever it was printed.",
		Bad:    `summary = "Wrote the deploy bot (token ghp_0123456789abcdefghijABCDEFGHIJ456789)."`,
		Good:   `summary = "Wrote the deploy bot; rotated every token and the password of the vault."`,
		check:  checkSecrets,
	},
	{
		Name: "salary", Area: Contact, Severity: Warning, on: onWriting,
		Reason: "If you name a figure first, you bargain against yourself; leave it for the interview.",
		Bad:    "[[sections]]\ntitle = \"Other\"\nitems = [\"Expected salary: 85,000 EUR\"]",
		Good:   "summary = \"Backend developer. Built the salary statements of 40 shops.\"",
		check:  checkSalary,
	},
	{
		Name: "references-on-request", Area: Summary, Severity: Warning, on: onWriting,
		Reason: "Everyone gives references when asked; the line wastes space.",
		Bad:    "[[sections]]\ntitle = \"References\"\nitems = [\"Available upon request\"]",
		Good:   "[[sections]]\ntitle = \"References\"\nitems = [\"Grace Hopper, Engines Ltd\"]",
		check:  checkReferences,
	},
}

// private is a kind of information that does not belong in a resume.
type private struct {
	what    string
	pattern *lazy.Regexp
	// severity of the finding, if it differs from the rule's.
	severity Severity
	hint     string
}

func countDigits(s string) int {
	n := 0
	for i := range len(s) {
		if s[i] >= '0' && s[i] <= '9' {
			n++
		}
	}
	return n
}

const leaveOut = "leave it out"

var privateLife = []private{
	{"the date of birth", pattern("the date of birth"), "", leaveOut},
	{"the age", pattern("the age"), "", leaveOut},
	{"the marital status", pattern("the marital status"), "", leaveOut},
	{"the religion", pattern("the religion"), "", leaveOut},
	{"the gender", lazy.New(`(?i)\b(?:gender|sex|geschlecht|sexe|sexo|sesso|płeć)\s*:|性别|^\W*(?:male|female)\W*$`), "", leaveOut},
	{"a political affiliation", pattern("a political affiliation"), "", leaveOut},
	{"the state of health", pattern("the state of health"), "", leaveOut},
	{"the name of a relative",
		lazy.New(`(?i)\b(?:father|mother|husband|spouse)(?:'|’)?s?\s?(?:name|occupation)\b|\bspouse\s*:|name of (?:father|mother|spouse)`),
		"", leaveOut},
	{"the nationality", pattern("the nationality"), Advice, `say what the employer needs to know: "EU work permit", "no visa needed"`},
	{"a photo", pattern("a photo"), "", "leave it out: parsers stumble over it, and it invites prejudice"},
}

// secrets are matched as written, all others in any case.
var secrets = []private{
	{"a token of GitHub", lazy.New(`\bgh[pousr]_[A-Za-z0-9]{30,}|\bgithub_pat_\w{22,}`), "", ""},
	{"a token of GitLab", lazy.New(`\bglpat-[\w-]{20,}`), "", ""},
	{"a key of AWS", lazy.New(`\b(?:AKIA|ASIA)[A-Z0-9]{16}\b`), "", ""},
	{"a key of Google", lazy.New(`\bAIza[\w-]{35}`), "", ""},
	{"a token of Slack", lazy.New(`\bxox[abprs]-[\w-]{10,}`), "", ""},
	{"a key of an API", pattern("a key of an API"), "", ""},
	{"a key", pattern("a key"), "", ""},
	{"a token in a link",
		lazy.New(`[?&](?:token|key|api_?key|apikey|access_token|auth|auth_token|secret|password|passwd|pwd|sig|signature)=[\w.%-]{12,}`),
		"", ""},
	{"a private key", lazy.New(`-----BEGIN [A-Z ]*PRIVATE KEY`), "", ""},
	{"a signed token", lazy.New(`\beyJ[\w-]{10,}\.eyJ[\w-]{10,}\.[\w-]{10,}`), "", ""},
	{"a password", pattern("a password"), "", ""},
}

// beginnings returns the texts up to where a reader stops; a dozen expressions on one of
// the largest size would take a second.
func beginnings(texts []text) []text {
	const most = 16 << 10 // bytes
	out := slices.Clone(texts)
	for i, t := range out {
		out[i].value = t.value[:min(len(t.value), most)]
	}
	return out
}

// matches finds the first of each kind in every text.
func matches(texts []text, table []private, what func(private) Finding) []Finding {
	var found []Finding
	for _, t := range texts {
		for _, p := range table {
			if m := p.pattern.FindStringIndex(t.value); m != nil {
				f := what(p)
				f.Field, f.part, f.Severity = t.field, &part{from: m[0], to: m[1]}, p.severity
				found = append(found, f)
			}
		}
	}
	return found
}

// allTexts returns the texts of the profile; own leaves out bullets, which describe work,
// and names that others chose.
func (r *reading) allTexts(own bool) []text {
	var all []text
	for _, t := range slices.Concat(r.texts, r.labels) {
		if !own || !t.name && t.kind != bullet {
			all = append(all, t)
		}
	}
	for _, a := range r.addresses {
		all = append(all, text{field: a.field, value: a.value, kind: title})
	}
	return all
}

// mayWork matches what employers do ask for: the right to work.
var mayWork = lazy.New(`(?i)\b(?:permit|visa|authori[sz]|right to work|sponsor|clearance|settled|resident|arbeitserlaubnis)`)

func checkPrivateLife(r *reading) []Finding {
	if photo := r.Profile.Layout.Page.Photo; photo != "" {
		return append(checkPrivateTexts(r), advice(at("layout.page.photo", "a photo is printed", "fine where employers expect one; elsewhere it invites prejudice, and some must discard the resume")))
	}
	return checkPrivateTexts(r)
}

func checkPrivateTexts(r *reading) []Finding {
	own := r.allTexts(true)
	found := matches(beginnings(own), privateLife, func(p private) Finding {
		return Finding{Message: p.what + " does not belong in a resume", Hint: p.hint}
	})
	for _, more := range [][]Finding{labelledPrivate(own), r.privatePhrases(own), r.privateRoles(),
		r.underHeading(isPrivateHeading, "this is nobody's business but yours")} {
		for _, f := range more {
			if !slices.ContainsFunc(found, f.repeats) {
				found = append(found, f)
			}
		}
	}
	return slices.DeleteFunc(found, func(f Finding) bool {
		if strings.HasPrefix(f.Message, "a photo ") && strings.HasSuffix(f.Field, ".url") {
			return true // of a certificate, a project or a talk
		}
		return f.Severity == Advice && mayWork.MatchString(r.valueOf(f.Field)) || f.Hint == privateLife[len(privateLife)-1].hint && strings.HasPrefix(f.Field, "projects")
	})
}

// sameTopic returns the message about the family for one about the marital status.
func sameTopic(message string) string {
	return strings.Replace(message, "the marital status", topics[family].what, 1)
}

// repeats reports whether another finding says the same of a field, or is about the same part
// of it.
func (f Finding) repeats(other Finding) bool {
	if f.Field != other.Field || sameTopic(f.Message) == sameTopic(other.Message) || f.part == nil || other.part == nil {
		return f.Field == other.Field
	}
	return f.part.from < other.part.to && other.part.from < f.part.to
}

// valueOf returns the text of a field.
func (r *reading) valueOf(field string) string {
	if r.values == nil {
		r.values = map[string]string{}
		for _, t := range r.allTexts(false) {
			r.values[t.field] = t.value
		}
	}
	return r.values[field]
}

func checkSecrets(r *reading) []Finding {
	found := matches(r.allTexts(false), secrets, func(p private) Finding {
		return Finding{Message: fmt.Sprintf("this looks like %s", p.what), Hint: "take it out and revoke it"}
	})
	return slices.DeleteFunc(found, func(f Finding) bool {
		return strings.HasPrefix(f.Field, "certifications") && f.Message == "this looks like a token in a link" // that opens the certificate
	})
}
