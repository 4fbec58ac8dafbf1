package review

import (
	"fmt"
	"net/url"
	"slices"
	"strings"
	"unicode"

	"github.com/ghresume/ghresume/internal/lazy"
	"github.com/ghresume/ghresume/resume"
)

var contactSenseRules = []Rule{
	{
		Name: "unreachable", Area: Contact, Severity: Warning,
		Reason: "With an e-mail address alone, one typo or one spam filter loses the job: give a phone, LinkedIn or GitHub too.",
		Bad:    `email = "ada@beispiel.example"`,
		Good:   "email = \"ada@beispiel.example\"\nphone = \"+44 20 7946 0958\"",
		check:  checkReachable,
	},
	{
		Name: "name-form", Area: Contact, Severity: Warning, on: onName,
		Reason: "Your name is the largest text on the page; written carelessly, it sets the tone.",
		Bad:    `name = "ada lovelace"`,
		Good:   `name = "Ada de Lovelace"`,
		check:  checkName,
	},
	{
		Name: "email-unprofessional", Area: Contact, Severity: Warning, on: onEmail,
		Reason: "A funny address is the first thing that a recruiter reads about you.",
		Bad:    `email = "party_king69@gmail.com"`,
		Good:   `email = "ada.lovelace1815@gmail.com"`,
		check:  checkComicEmail,
	},
	{
		Name: "email-of-employer", Area: Contact, Severity: Warning, on: onEmail,
		Reason: "Your employer may read your mail, and the address ends with the job.",
		Bad: "email = \"ada@engines.example\"\n[[experience]]\ntitle = \"Engineer\"\ncompany = \"Engines Ltd\"\n" +
			"url = \"https://www.engines.example\"\nstart = \"2020\"",
		Good: "email = \"ada@lovelace.example\"\n[[experience]]\ntitle = \"Engineer\"\ncompany = \"Engines Ltd\"\n" +
			"url = \"https://www.engines.example\"\nstart = \"2020\"",
		check: checkWorkEmail,
	},
	{
		Name: "tracking-parameter", Area: Contact, Severity: Warning, Habit: true, on: onAddresses,
		Reason: "Tracking parameters such as ?utm_source= reveal where you copied the link, and look careless.",
		Bad:    `website = "https://ada.example/?utm_source=linkedin&utm_medium=profile"`,
		Good:   `website = "https://ada.example/?lang=en"`,
		check:  checkTracking,
	},
}

func onName(r *reading) bool { return strings.TrimSpace(r.Profile.Name) != "" }

func checkName(r *reading) []Finding {
	name := strings.TrimSpace(r.Profile.Name)
	words := strings.Fields(name)
	switch {
	case name == "" || isUnwritten(name):
		return nil
	case documentName.MatchString(name):
		return []Finding{at("name", fmt.Sprintf("%q names the document, too", name), "give your name alone; parsers take all of it for your name")}
	case isSmall(firstRune(name)) && name == strings.ToLower(name):
		return []Finding{at("name", fmt.Sprintf("%q begins with a small letter", name), "write it as in your passport")}
	case lettersBehind.MatchString(name):
		return []Finding{advice(at("name", "the name carries many titles", "keep a doctorate, if any; certificates have a section of their own"))}
	case len(words) == 1 && isASCII(name) && strings.IndexFunc(name, unicode.IsLetter) >= 0:
		return []Finding{advice(at("name", fmt.Sprintf("%q is one name only", name), "give first and last name, if you have both"))}
	case strings.ContainsAny(name, "@0123456789_"):
		return []Finding{at("name", fmt.Sprintf("%q looks like a user name", name), "give your own name")}
	}
	return nil
}

// documentName matches what heads a resume in Word: "Curriculum Vitae".
var documentName = pattern("documentName")

// lettersBehind matches three or more certificates behind a name: ", MBA, PMP, CSM".
var lettersBehind = lazy.New(`,\s*[A-Z][\w.+-]{1,7}(?:,\s*[A-Z][\w.+-]{1,9}){2,}\s*$`)

func checkReachable(r *reading) []Finding {
	if r.reachable() {
		return nil
	}
	return []Finding{at("phone", "neither a phone number nor LinkedIn nor GitHub is given", `add phone = "+44 20 …", or linkedin and github to [links]`)}
}

// reachable reports whether there is another way to reach the user than e-mail.
func (r *reading) reachable() bool {
	return r.direct() || r.Profile.GitHub.User != "" || r.Resume.Login != "" ||
		r.onNetwork("github", "github.com") || r.onNetwork("linkedin", "linkedin.com") ||
		r.onNetwork("gitlab", "gitlab.com") || r.onNetwork("codeberg", "codeberg.org") || r.onNetwork("xing", "xing.com")
}

// onNetwork reports whether the printed resume has a page on a network: by its name, by
// an address in the profile, or because GitHub knows it.
func (r *reading) onNetwork(network, host string) bool {
	if r.Profile.Links[network] != "" || r.linked(host) {
		return true
	}
	return slices.ContainsFunc(r.Resume.Links, func(l resume.Link) bool {
		return l.Network == network || strings.Contains(strings.ToLower(l.URL), host+"/")
	})
}

// comicWords must not appear in an address for applications, alone or inside a longer
// word.
var comicWords = words("comicWords")

// comicAlone are words that also occur in names: they count only between dots and digits.
var comicAlone = words("comicAlone")

// comicForm finds names that are comic by their form: "xx_shadow_xx", "ilovecats",
// "coffeeaddict88".
var comicForm = pattern("comicForm")

// comicStart finds names that begin with praise: "therealslimcoder".
var comicStart = pattern("comicStart")

// comic returns the first comic word in the part before the @.
func comic(local string) string {
	lower := strings.ToLower(local)
	for _, form := range []*lazy.Regexp{comicForm, comicStart} {
		if found := form.FindString(lower); found != "" {
			return found
		}
	}
	for _, w := range strings.FieldsFunc(lower, func(c rune) bool { return !unicode.IsLetter(c) }) {
		for _, comic := range comicAlone() {
			if w == comic || joinsWord(w, comic) {
				return comic
			}
		}
	}
	for _, w := range comicWords() {
		if strings.Contains(lower, w) {
			return w
		}
	}
	return ""
}

// comicBeside are words that are joined to comic ones, and hardly to a name.
var comicBeside = wordSet("comicBeside")

// joinsWord reports whether a name is a comic word joined to another: "datagoddess". Shorter
// words end too many names.
func joinsWord(name, comic string) bool {
	before, isEnd := strings.CutSuffix(name, comic)
	after, isStart := strings.CutPrefix(name, comic)
	return len(comic) > 3 && (isEnd && comicBeside()[before] || isStart && comicBeside()[after])
}

func checkComicEmail(r *reading) []Finding {
	local, host, _ := strings.Cut(r.Profile.Email, "@")
	own := strings.ToLower(r.Profile.Name + " " + r.Profile.GitHub.User)
	word := comic(local)
	if word == "" || strings.Contains(own, word) || r.ownHost(host) {
		return nil
	}
	return []Finding{at("email", fmt.Sprintf("%q in the address will raise a smile", strings.Trim(word, "._-")), "create an address for applications: first.last@…")}
}

// ownHost reports whether host is the user's own domain.
func (r *reading) ownHost(host string) bool {
	host = strings.ToLower(host)
	for _, a := range r.addresses {
		if (a.field == "website" || strings.HasPrefix(a.field, "links.")) && hostOf(a.value) == host {
			return true
		}
	}
	label, _, _ := strings.Cut(host, ".")
	for _, w := range wordsOf(strings.ToLower(r.Profile.Name)) {
		if len(w.text) > 2 && strings.Contains(label, w.text) {
			return true
		}
	}
	return false
}

func hostOf(value string) string {
	u, err := url.Parse(absolute(value))
	if err != nil {
		return ""
	}
	return strings.TrimPrefix(strings.ToLower(u.Hostname()), "www.")
}

// ownCompany matches titles of people who use their own company's address.
var ownCompany = pattern("ownCompany")

// mailHosts matches hosts where anyone may have an address, their employees too.
var mailHosts = pattern("mailHosts")

func checkWorkEmail(r *reading) []Finding {
	_, host, _ := strings.Cut(strings.ToLower(r.Profile.Email), "@")
	if host == "" || mailHosts.MatchString(host) || r.ownHost(host) {
		return nil
	}
	for _, e := range r.Profile.Experience {
		if ownCompany.MatchString(e.Title) {
			continue
		}
		if home := hostOf(e.URL); home != "" && (host == home || strings.HasSuffix(host, "."+home)) || namesHost(e.Company, host) {
			return []Finding{at("email", fmt.Sprintf("the address belongs to %s", e.Company), "give a private address")}
		}
	}
	return nil
}

// legalForms matches the legal form at the end of a company's name.
var legalForms = lazy.New(`(?i)[\s,]+(?:inc|ltd|llc|gmbh|ag|se|plc|corp|co|company|limited|sarl|sas|sa|srl|spa|bv|nv|ab|as|oy|` +
	`kg|pty|group|holding|technologies|labs?|software|systems)\.?$`)

// longLabel is the length from which the first of two words names the company: "Harbour
// Pumps" and harbour.com.
const longLabel = 6

// namesHost reports whether host is named after the company: "Acme GmbH" and acme.de.
func namesHost(company, host string) bool {
	label, _, _ := strings.Cut(host, ".")
	for range 2 {
		company = legalForms.ReplaceAllString(company, "")
	}
	if len(label) > 2 && squeeze(company) == squeeze(label) {
		return true
	}
	first, rest, _ := strings.Cut(strings.TrimSpace(company), " ")
	return len(label) >= longLabel && squeeze(first) == squeeze(label) && countWords(rest) == 1
}

// trackers matches parameters that reveal where a link was copied.
var trackers = pattern("trackers")

func checkTracking(r *reading) []Finding {
	var found []Finding
	for _, a := range r.addresses {
		from, to, rest, name := tracking(a.value)
		if name == "" {
			continue
		}
		f := Finding{Field: a.field,
			Message: fmt.Sprintf("the link carries the tracking parameter %q", name),
			Hint:    "drop it: the link works without it", part: &part{from: from, to: to}}
		found = append(found, fixable(f, rest))
	}
	for _, t := range r.texts {
		for _, m := range webAddress.FindAllStringIndex(t.value, -1) {
			if from, to, rest, name := tracking(t.value[m[0]:m[1]]); name != "" {
				found = append(found, fixable(t.within(m[0]+from, m[0]+to, fmt.Sprintf("the link carries the tracking parameter %q", name), "drop it: the link works without it"), rest))
			}
		}
	}
	return found
}

var webAddress = lazy.New(`https?://[^\s<>"')\]]+`)

// tracking finds trackers in the query of an address: it returns where the query is, the
// rest of it without them, and the first of them.
func tracking(address string) (from, to int, rest, first string) {
	from = strings.IndexByte(address, '?')
	if from < 0 {
		return 0, 0, "", ""
	}
	to = len(address)
	if i := strings.IndexByte(address, '#'); i > from {
		to = i
	}
	var kept []string
	for pair := range strings.SplitSeq(address[from+1:to], "&") {
		name, _, _ := strings.Cut(pair, "=")
		if trackers.MatchString(name) {
			if first == "" {
				first = name
			}
			continue
		}
		kept = append(kept, pair)
	}
	if len(kept) > 0 {
		rest = "?" + strings.Join(kept, "&")
	}
	return from, to, rest, first
}
