package review

import (
	"cmp"
	"fmt"
	"maps"
	"net/mail"
	"net/url"
	"slices"
	"strings"

	"github.com/ghresume/ghresume/internal/lazy"
)

var contactRules = []Rule{
	{
		Name: "name-missing", Area: Contact, Severity: Error,
		Reason: "A resume begins with your name; without it nobody can call you.",
		Bad:    `title = "Backend Developer"`,
		Good:   `name = "Ada Lovelace"`,
		check: func(r *reading) []Finding {
			return missing(cmp.Or(r.Profile.Name, r.Resume.Name), "name", "the name is missing", `add name = "Ada Lovelace"`)
		},
	},
	{
		Name: "title-missing", Area: Contact, Severity: Warning,
		Reason: "The title under your name tells in two words which job you want.",
		Bad:    `name = "Ada Lovelace"`,
		Good:   `title = "Backend Developer"`,
		check: func(r *reading) []Finding {
			return missing(cmp.Or(r.Profile.Title, r.Resume.Title), "title", "the professional title is missing", `add title = "Backend Developer"`)
		},
	},
	{
		Name: "email-missing", Area: Contact, Severity: Warning,
		Reason: "Most recruiters write first; give them an address.",
		Bad:    `name = "Ada Lovelace"`,
		Good:   `email = "ada@example.com"`,
		check: func(r *reading) []Finding {
			return missing(cmp.Or(r.Profile.Email, r.Resume.Email), "email", "the e-mail address is missing", `add email = "ada@example.com"`)
		},
	},
	{
		Name: "email-form", Area: Contact, Severity: Warning, on: onEmail,
		Reason: "A mistyped address loses every reply.",
		Bad:    `email = "ada@gmial.com"`,
		Good:   `email = "ada@gmail.com"`,
		check:  checkEmail,
	},
	{
		Name: "phone-missing", Area: Contact, Severity: Advice, on: (*reading).reachable,
		Reason: "Some recruiters call; a second way to reach you saves a day.",
		Bad:    "[links]\ngithub = \"ada\"",
		Good:   `phone = "+44 20 7946 0958"`,
		check:  checkDirectWay,
	},
	{
		Name: "location-missing", Area: Contact, Severity: Advice,
		Reason: "City and country tell about time zone and the right to work.",
		Bad:    `name = "Ada Lovelace"`,
		Good:   `location = "London, UK"`,
		check: func(r *reading) []Finding {
			return missing(cmp.Or(r.Profile.Location, r.Resume.Location), "location", "the location is missing", `add location = "City, Country", or "Remote"`)
		},
	},
	{
		Name: "location-address", Area: Contact, Severity: Advice, on: onLocation,
		Reason: "A street address takes space and tells strangers where you live; city and country are enough.",
		Bad:    `location = "12 Baker Street, London"`,
		Good:   `location = "London, UK"`,
		check:  checkStreet,
	},
	{
		Name: "github-missing", Area: Contact, Severity: Advice, on: (*reading).reachable,
		Reason: "For a developer the GitHub page is the portfolio.",
		Bad:    `phone = "+44 20 7946 0958"`,
		Good:   "[links]\ngithub = \"ada\"",
		check: func(r *reading) []Finding {
			if !r.lacksGitHub() || !r.reachable() {
				return nil
			}
			if !r.onNetwork("linkedin", "linkedin.com") {
				return missing("", "links.github", "neither GitHub nor LinkedIn is linked", "add github and linkedin to [links], if you have pages there")
			}
			return missing("", "links.github", "no GitHub page is given", `add github = "your-login" to [links]`)
		},
	},
	{
		Name: "linkedin-missing", Area: Contact, Severity: Advice, on: (*reading).reachable,
		Reason: "Recruiters look you up on LinkedIn; a link spares them the wrong namesake.",
		Bad:    "[links]\ngithub = \"ada\"",
		Good:   "[links]\nlinkedin = \"ada-lovelace\"",
		check: func(r *reading) []Finding {
			saidWithGitHub := r.lacksGitHub() && !slices.Contains(r.Profile.Check.Ignore, "github-missing")
			if r.onNetwork("linkedin", "linkedin.com") || !r.reachable() || saidWithGitHub {
				return nil
			}
			return missing("", "links.linkedin", "no LinkedIn page is given", `add linkedin = "your-name" to [links]`)
		},
	},
	{
		Name: "link-form", Area: Contact, Severity: Warning, on: onLinks,
		Reason: "A link that does not open looks careless.",
		Bad:    "[links]\nlinkedin = \"https://github.com/ada\"",
		Good:   "[links]\nlinkedin = \"https://www.linkedin.com/in/ada\"",
		check:  checkLinks,
	},
	{
		Name: "github-mismatch", Area: Contact, Severity: Advice, on: onTwoAccounts,
		Reason: "Facts of one account under the link of another confuse the reader.",
		Bad:    "[links]\ngithub = \"ada\"\n[github]\nuser = \"grace\"",
		Good:   "[links]\ngithub = \"ada\"\n[github]\nuser = \"ada\"",
		check:  checkSameAccount,
	},
}

func missing(value, field, message, hint string) []Finding {
	if strings.TrimSpace(value) != "" {
		return nil
	}
	return []Finding{at(field, message, hint)}
}

// misspelledHosts maps misspellings of mail hosts to the right names.
var misspelledHosts = map[string]string{
	"gmial.com": "gmail.com", "gamil.com": "gmail.com", "gmai.com": "gmail.com", "gmail.co": "gmail.com", "gmail.con": "gmail.com",
	"gmal.com": "gmail.com", "gmaill.com": "gmail.com", "gnail.com": "gmail.com", "gmail.cm": "gmail.com", "gmail.om": "gmail.com",
	"hotmial.com": "hotmail.com", "hotmai.com": "hotmail.com", "hotmail.con": "hotmail.com", "hotmal.com": "hotmail.com",
	"outlok.com": "outlook.com", "outloo.com": "outlook.com", "outlook.con": "outlook.com", "yaho.com": "yahoo.com",
	"yahooo.com": "yahoo.com", "yahoo.con": "yahoo.com", "iclod.com": "icloud.com", "protonmial.com": "protonmail.com",
}

// unanswered matches addresses that take no mail, or for ten minutes only.
var unanswered = pattern("unanswered")

func checkEmail(r *reading) []Finding {
	if found := r.problems("email-form"); len(found) > 0 {
		return asErrors(found)
	}
	email := r.Profile.Email
	if email == "" {
		return nil
	}
	parsed, err := mail.ParseAddress(email)
	if err != nil || parsed.Address != email {
		return []Finding{{Field: "email", Severity: Error,
			Message: fmt.Sprintf("%q is not an e-mail address", email),
			Hint:    "expected name@example.com"}}
	}
	user, host, _ := strings.Cut(email, "@")
	if meant := misspelledHosts[strings.ToLower(host)]; meant != "" {
		return []Finding{at("email", fmt.Sprintf("the host %q looks mistyped", host), fmt.Sprintf("did you mean %s@%s?", user, meant))}
	}
	if unanswered.MatchString(email) {
		return []Finding{at("email", fmt.Sprintf("nobody reads mail to %s", email), "give the address that you read every day")}
	}
	if !strings.Contains(host, ".") || strings.HasSuffix(strings.ToLower(host), ".con") {
		return []Finding{at("email", fmt.Sprintf("%q is not a mail domain", host), "check what follows the @")}
	}
	return nil
}

// lacksGitHub reports whether neither the profile nor the account names a page on GitHub.
func (r *reading) lacksGitHub() bool {
	return r.Profile.GitHub.User == "" && r.Resume.Login == "" && !r.onNetwork("github", "github.com")
}

// directWays lists networks on which a stranger can send a message.
var directWays = []string{"telegram", "signal", "whatsapp", "matrix", "discord", "skype", "xmpp",
	"threema", "wechat", "line", "calendly", "cal", "keybase"}

func checkDirectWay(r *reading) []Finding {
	if r.direct() || !r.reachable() {
		return nil
	}
	return missing("", "phone", "no phone number is given, and no messenger",
		`add phone = "+44 20 …", or a messenger to [links]; leave it out if you publish the resume and ignore this rule`)
}

// direct reports whether a stranger can call or message the user.
func (r *reading) direct() bool {
	if strings.TrimSpace(r.Profile.Phone) != "" {
		return true
	}
	for _, c := range r.Profile.Contacts {
		if strings.HasPrefix(c.URL, "tel:") || strings.Count(strings.Map(digitsOnly, c.Label), "0") >= 7 {
			return true
		}
	}
	return slices.ContainsFunc(directWays, func(network string) bool { return r.Profile.Links[network] != "" })
}

var street = pattern("street")

// notAPlace matches jokes and private addresses where a city is expected.
var notAPlace = pattern("notAPlace")

func checkStreet(r *reading) []Finding {
	if notAPlace.MatchString(r.Profile.Location) {
		return []Finding{at("location", fmt.Sprintf("%q is not on any map", r.Profile.Location), "city and country are enough")}
	}
	if !street.MatchString(r.Profile.Location) {
		return nil
	}
	return []Finding{at("location", "the location looks like a street address", "city and country are enough")}
}

// linked reports whether the website or any link points to host.
func (r *reading) linked(host string) bool {
	if strings.Contains(strings.ToLower(r.Profile.Website), host) {
		return true
	}
	for _, value := range r.Profile.Links {
		if strings.Contains(strings.ToLower(value), host+"/") {
			return true
		}
	}
	return false
}

// networkHosts maps the name of a link to the hosts that it must point to.
var networkHosts = map[string][]string{
	"github": {"github.com", "github.io"}, "linkedin": {"linkedin.com", "lnkd.in"}, "gitlab": {"gitlab.com"},
	"stackoverflow": {"stackoverflow.com", "stackexchange.com"}, "twitter": {"twitter.com", "x.com"}, "x": {"x.com", "twitter.com"},
	"medium": {"medium.com"}, "youtube": {"youtube.com", "youtu.be"}, "bluesky": {"bsky.app", "bsky.social"}, "kaggle": {"kaggle.com"},
	"codepen": {"codepen.io"}, "facebook": {"facebook.com"}, "instagram": {"instagram.com"}, "npm": {"npmjs.com"},
}

// accountName maps such a network to the account names it allows.
var accountName = map[string]*lazy.Regexp{
	"github":   lazy.New(`^@?[A-Za-z0-9](?:[A-Za-z0-9_-]{0,62})$`),
	"linkedin": lazy.New(`^@?(?:in/)?[\p{L}\p{N}_%-]{2,100}/?$`),
}

func checkLinks(r *reading) []Finding {
	found := asErrors(r.problems("link-form"))
	for _, network := range slices.Sorted(maps.Keys(r.Profile.Links)) {
		if message, hint := linkProblem(strings.ToLower(network), strings.TrimSpace(r.Profile.Links[network])); message != "" {
			found = append(found, at("links."+network, message, hint))
		}
	}
	return found
}

func linkProblem(network, value string) (message, hint string) {
	if strings.ContainsAny(value, " \t") && networkHosts[network] != nil {
		return fmt.Sprintf("%q holds a space", value), "give a user name or the address of your page"
	}
	if !strings.Contains(value, "://") && !looksLikeAddress(value) {
		if form := accountName[network]; form != nil && !form.MatchString(value) {
			return fmt.Sprintf("%q is not a user name on %s", value, network), "use the name from the address of your page"
		}
		return "", ""
	}
	return addressProblem(network, value)
}

func looksLikeAddress(value string) bool {
	host, _, slash := strings.Cut(value, "/")
	return slash && strings.Contains(host, ".")
}

func addressProblem(network, value string) (message, hint string) {
	if !strings.Contains(value, "://") {
		value = "https://" + value
	}
	u, err := url.Parse(value)
	if err != nil {
		return fmt.Sprintf("%q is not a web address", value), "expected https://…"
	}
	hosts := networkHosts[network]
	host := strings.ToLower(u.Hostname())
	if hosts == nil || host == "" {
		return "", ""
	}
	if !slices.ContainsFunc(hosts, func(h string) bool { return host == h || strings.HasSuffix(host, "."+h) }) && network != "github" && network != "gitlab" {
		return fmt.Sprintf("the link for %s leads to %s", network, host), "expected an address at " + hosts[0]
	}
	if other := networkOf(host); other != "" && other != network && (network == "github" || network == "gitlab") {
		return fmt.Sprintf("the link for %s leads to %s", network, host), "expected an address at " + hosts[0]
	}
	if signedIn.MatchString(host + u.Path) {
		return fmt.Sprintf("%s opens a page of whoever is signed in, not yours", value), "copy the address of your public page"
	}
	if strings.Trim(u.Path, "/") == "" && slices.Contains(hosts, strings.TrimPrefix(host, "www.")) && !strings.HasSuffix(host, ".io") {
		return fmt.Sprintf("the link for %s leads to its front page", network), "give the address of your own page"
	}
	return "", ""
}

// signedIn matches pages that show everyone their own account.
var signedIn = pattern("signedIn")

// networkOf returns the network that a host belongs to; companies run their own GitHub
// and GitLab.
func networkOf(host string) string {
	for _, network := range slices.Sorted(maps.Keys(networkHosts)) {
		for _, h := range networkHosts[network] {
			if host == h || strings.HasSuffix(host, "."+h) {
				return network
			}
		}
	}
	return ""
}

func checkSameAccount(r *reading) []Finding {
	user, link := r.Profile.GitHub.User, r.Profile.Links["github"]
	if user == "" || link == "" {
		return nil
	}
	name := strings.Trim(link, "/@")
	name = name[strings.LastIndex(name, "/")+1:]
	if strings.EqualFold(name, user) {
		return nil
	}
	return []Finding{at("links.github", fmt.Sprintf("the link leads to %q, but the facts come from the account %q", name, user), "is one of the two mistyped? An organization's page would be a reason")}
}

// asErrors raises findings to errors: what parsing rejects, generate rejects too.
func asErrors(found []Finding) []Finding {
	for i := range found {
		found[i].Severity = Error
	}
	return found
}
