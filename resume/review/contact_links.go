package review

import (
	"fmt"
	"maps"
	"net/url"
	"slices"
	"strings"

	"github.com/ghresume/ghresume/internal/lazy"
)

var contactLinkRules = []Rule{
	{
		Name: "title-form", Area: Contact, Severity: Advice, on: onTitle,
		Reason: "One title tells which job you want; four, or \"aspiring\", tell that you do not know yet.",
		Bad:    `title = "Developer / Architect / Team Lead / DBA"`,
		Good:   `title = "Backend Developer | Go"`,
		check:  checkTitleForm,
	},
	{
		Name: "hidden-link", Area: Contact, Severity: Advice, Habit: true, on: onAddresses,
		Reason: "A shortened link hides where it leads, and mail filters distrust it; a link to an editor asks readers to sign in.",
		Bad:    `website = "https://bit.ly/3xYzAbC"`,
		Good:   `website = "https://ada.example"`,
		check:  checkHiddenLinks,
	},
	{
		Name: "private-network", Area: Contact, Severity: Advice, on: onLinks,
		Reason: "If you link to what you post for friends, recruiters read it, too.",
		Bad:    "[links]\nfacebook = \"ada.lovelace.1815\"",
		Good:   "[links]\nmastodon = \"https://fosstodon.example/@ada\"",
		check:  checkPrivateNetworks,
	},
}

// halfAddress matches a web address in a text that ends before its domain does.
var halfAddress = lazy.New(`(?i)(?:^|[\s(])((?:https?://)?www\.[\w-]+|https?://[\w-]+)(?:[\s,;)!?]|\.(?:\s|$)|$)`)

// checkHalfAddresses finds addresses in texts that lead nowhere: "see www.engines".
func checkHalfAddresses(r *reading) []Finding {
	var found []Finding
	for _, t := range r.texts {
		for _, m := range halfAddress.FindAllStringSubmatchIndex(t.value, -1) {
			if host := strings.ToLower(t.value[m[2]:m[3]]); !strings.HasSuffix(host, "://localhost") && !(r.Foreign && strings.HasSuffix(host, "-")) { // a line may end there
				found = append(found, t.within(m[2], m[3], fmt.Sprintf("%q has no domain", t.value[m[2]:m[3]]), "give the whole address, such as https://ada.example"))
			}
		}
	}
	return found
}

func onTitle(r *reading) bool { return strings.TrimSpace(r.Profile.Title) != "" }

// aspiring matches titles that say what somebody is not yet.
var aspiring = pattern("aspiring")

// titleMark separates titles: a slash within a title ("Backend/Go Developer") has no spaces.
var titleMark = lazy.New(`\s+[/|•·]\s+|\s*\|\s*|;\s+|,\s+`)

// noJob matches titles that name a state of life, not a job.
var noJob = pattern("noJob")

// longTitle is how many words a title may have.
const longTitle = 9

// mostTitles is how many titles a person may have.
const mostTitles = 3

func checkTitleForm(r *reading) []Finding {
	title := r.Profile.Title
	if m := aspiring.FindString(title); m != "" {
		return []Finding{at("title", fmt.Sprintf("%q says what you are not yet", m), "name the job: \"Junior Backend Developer\"")}
	}
	if documentName.MatchString(title) {
		return []Finding{at("title", fmt.Sprintf("%q names the document, not a job", strings.TrimSpace(title)), "name the job: \"Backend Developer\"")}
	}
	if noJob.MatchString(title) {
		return []Finding{at("title", fmt.Sprintf("%q does not say which job you want", strings.TrimSpace(title)), "name the job: \"Junior Backend Developer\"")}
	}
	if n := countWords(title); n > longTitle {
		return []Finding{at("title", fmt.Sprintf("the title has %d words", n), "two to five name a job; the rest belongs in the summary")}
	}
	if n := len(titleMark.Split(strings.TrimSpace(title), -1)); n > mostTitles {
		return []Finding{at("title", fmt.Sprintf("the title names %d things", n), "keep the one that the job asks for; [[variants]] can hold the others")}
	}
	return nil
}

// shorteners matches hosts whose links lead elsewhere.
var shorteners = pattern("shorteners")

// editors matches pages where their author edits a document.
var editors = pattern("editors")

func checkHiddenLinks(r *reading) []Finding {
	var found []Finding
	for _, a := range r.addresses {
		u, err := url.Parse(absolute(a.value))
		switch {
		case err != nil:
		case shorteners.MatchString(u.Hostname()):
			found = append(found, at(a.field, fmt.Sprintf("%q hides where it leads", a.value), "give the address that it leads to"))
		case editors.MatchString(u.Hostname() + u.Path):
			found = append(found, at(a.field, fmt.Sprintf("%q opens an editor, or asks readers to sign in", a.value), "publish the page, and give its public address"))
		}
	}
	for _, t := range r.texts {
		for _, m := range webAddress.FindAllStringIndex(t.value, -1) {
			if u, err := url.Parse(t.value[m[0]:m[1]]); err == nil && shorteners.MatchString(u.Hostname()) {
				found = append(found, t.within(m[0], m[1], fmt.Sprintf("%q hides where it leads", t.value[m[0]:m[1]]), "give the address that it leads to"))
			}
		}
	}
	return found
}

// privateNetworks are those on which people are friends rather than colleagues.
var privateNetworks = []string{"facebook", "tiktok", "snapchat", "vk", "odnoklassniki", "onlyfans", "tinder", "pinterest", "instagram"}

func checkPrivateNetworks(r *reading) []Finding {
	var found []Finding
	for _, network := range slices.Sorted(maps.Keys(r.Profile.Links)) {
		value := strings.ToLower(r.Profile.Links[network])
		if slices.Contains(privateNetworks, strings.ToLower(network)) || slices.ContainsFunc(privateNetworks, func(n string) bool {
			return strings.Contains(value, "//"+n+".com/") || strings.Contains(value, "//www."+n+".com/")
		}) {
			found = append(found, at("links."+network, "a page for friends, not for employers", "leave it out, unless it shows work"))
		}
	}
	return found
}
