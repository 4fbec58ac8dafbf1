package resume

import (
	"cmp"
	"maps"
	"net/mail"
	"net/url"
	"slices"
	"strings"

	"github.com/ghresume/ghresume/internal/lazy"
	"github.com/ghresume/ghresume/internal/safe"
)

// networks are the sites on which a user name determines the profile's address.
var networks = map[string]struct{ label, prefix string }{
	"linkedin":      {"LinkedIn", "https://www.linkedin.com/in/"},
	"github":        {"GitHub", "https://github.com/"},
	"gitlab":        {"GitLab", "https://gitlab.com/"},
	"codeberg":      {"Codeberg", "https://codeberg.org/"},
	"bitbucket":     {"Bitbucket", "https://bitbucket.org/"},
	"sourcehut":     {"SourceHut", "https://sr.ht/~"},
	"stackoverflow": {"Stack Overflow", "https://stackoverflow.com/users/"},
	"x":             {"X", "https://x.com/"},
	"bluesky":       {"Bluesky", "https://bsky.app/profile/"},
	"mastodon":      {"Mastodon", ""},
	"youtube":       {"YouTube", "https://www.youtube.com/@"},
	"medium":        {"Medium", "https://medium.com/@"},
	"devto":         {"DEV", "https://dev.to/"},
	"hashnode":      {"Hashnode", "https://hashnode.com/@"},
	"kaggle":        {"Kaggle", "https://www.kaggle.com/"},
	"leetcode":      {"LeetCode", "https://leetcode.com/u/"},
	"hackerrank":    {"HackerRank", "https://www.hackerrank.com/profile/"},
	"orcid":         {"ORCID", "https://orcid.org/"},
	"xing":          {"XING", "https://www.xing.com/profile/"},
	"facebook":      {"Facebook", "https://www.facebook.com/"},
	"instagram":     {"Instagram", "https://www.instagram.com/"},
	"twitch":        {"Twitch", "https://www.twitch.tv/"},
	"reddit":        {"Reddit", "https://www.reddit.com/user/"},
	"npm":           {"npm", "https://www.npmjs.com/~"},
	"telegram":      {"Telegram", "https://t.me/"},
	"keybase":       {"Keybase", "https://keybase.io/"},
	"hackernews":    {"Hacker News", "https://news.ycombinator.com/user?id="},
	"dribbble":      {"Dribbble", "https://dribbble.com/"},
	"behance":       {"Behance", "https://www.behance.net/"},
	"email":         {"E-mail", "mailto:"},
}

// links returns the user's accounts: LinkedIn, GitHub, then the others by name. For each
// network the profile takes precedence over the account's social links.
func (j *joiner) links() []Link {
	byNetwork, said := map[string]Link{}, map[string]bool{}
	for _, social := range j.snapshot.User.Social {
		network := networkKey(networkOf(social))
		if _, taken := byNetwork[network]; !taken && j.profile.secretIn(social.URL) == "" && !sameAddress(social.URL, cmp.Or(j.profile.Website, j.snapshot.User.Website)) {
			byNetwork[network] = NewLink(network, social.URL)
		}
	}
	if j.snapshot.User.URL != "" {
		byNetwork["github"] = NewLink("github", j.snapshot.User.URL)
	}
	for _, network := range slices.Sorted(maps.Keys(j.profile.Links)) {
		key := networkKey(network)
		if said[key] {
			key += " " + network // x and twitter: the user listed both
		}
		said[key] = true
		byNetwork[key] = NewLink(network, j.profile.Links[network])
	}
	sorted := slices.SortedFunc(maps.Values(byNetwork), func(a, b Link) int {
		return cmp.Or(cmp.Compare(linkRank(a), linkRank(b)), cmp.Compare(a.Network, b.Network), cmp.Compare(a.URL, b.URL), cmp.Compare(a.Text, b.Text))
	})
	return append(sorted, each(j.profile.Contacts, contactLink)...)
}

// contactLink makes a contact a link; an e-mail address and a telephone number link to
// themselves.
func contactLink(c Contact) Link {
	label, address := strings.TrimSpace(c.Label), strings.TrimSpace(c.URL)
	link := Link{Network: ContactNetwork, Label: label, Text: cmp.Or(label, safe.ShownURL(address))}
	switch target := cmp.Or(address, label); {
	case isEmail(target):
		link.URL = "mailto:" + target
	case address != "":
		link.URL = absolute(address)
	case phoneNumber.MatchString(label) && safe.PhoneURL(label) != "":
		link.URL = safe.PhoneURL(label)
	case handle.MatchString(label), !strings.ContainsAny(label, " \t"):
		link.URL = linkURL("", label)
	}
	return link
}

// handle matches an account on the fediverse: @ada@host.example.
var handle = lazy.New(`^@?[\p{L}\p{N}_.-]+@[\p{L}\p{N}-]+(\.[\p{L}\p{N}-]+)+$`)

// phoneNumber matches the start of a telephone number, but not a handle with digits.
var phoneNumber = lazy.New(`^\+?[(]?[0-9][0-9 ()./-]{5,}`)

func isEmail(text string) bool {
	a, err := mail.ParseAddress(text)
	return err == nil && a.Address == text
}

// ContactNetwork is the network of a [Link] that comes from [[contacts]].
const ContactNetwork = "contact"

func linkRank(l Link) int {
	if i := slices.Index([]string{"linkedin", "github"}, l.Network); i >= 0 {
		return i
	}
	return 2
}

// networkOf returns the network of a social account; GitHub calls unknown ones "generic".
func networkOf(s Social) string {
	provider := strings.ToLower(s.Provider)
	if provider != "" && provider != "generic" {
		return provider
	}
	u, err := url.Parse(s.URL)
	if err != nil || u.Hostname() == "" {
		return "link"
	}
	return strings.TrimPrefix(u.Hostname(), "www.")
}

func sameAddress(a, b string) bool {
	return a != "" && safe.ShownURL(absolute(a)) == safe.ShownURL(absolute(b))
}

// NewLink makes a user name or an address a link. A user name on a network whose address
// format is unknown becomes text without a URL.
func NewLink(network, value string) Link {
	key, value := networkKey(network), strings.TrimSpace(value)
	known, ok := networks[key]
	link := Link{Network: key, Label: strings.TrimSpace(network), Text: value}
	if ok {
		link.Label = known.label
	}
	if login, err := ParseLogin(value); key == "github" && err == nil && !strings.Contains(value, "://") {
		value = login
	}
	if key == "mastodon" && handle.MatchString(value) {
		link.URL = linkURL("", "@"+strings.TrimPrefix(value, "@"))
	} else {
		link.URL = linkURL(known.prefix, value)
	}
	if link.URL != "" && !(key == "mastodon" && handle.MatchString(value)) {
		link.Text = safe.ShownURL(link.URL)
	}
	return link
}

// networkKey returns the key in [networks] for a network's name in any spelling: "Linked
// In", "Dev.to", "Twitter/X". Any other name is returned in lower case.
func networkKey(name string) string {
	name = strings.ToLower(strings.TrimSpace(name))
	key := strings.NewReplacer(" ", "", ".", "", "-", "", "_", "", "/", "").Replace(name)
	for _, ending := range []string{"", "com", "org", "social"} {
		if short := strings.TrimSuffix(key, ending); short != "" {
			if other, ok := otherNames[short]; ok {
				return other
			}
			if _, ok := networks[short]; ok {
				return short
			}
		}
	}
	return name
}

// otherNames maps other names of networks to the keys of [networks].
var otherNames = map[string]string{
	"twitter": "x", "twitterx": "x", "xtwitter": "x", "dev": "devto", "bsky": "bluesky", "gh": "github",
	"mail": "email", "hn": "hackernews", "so": "stackoverflow", "srht": "sourcehut", "fb": "facebook", "npmjs": "npm", "stackexchange": "stackoverflow",
}

func knownNetwork(name string) bool { _, ok := networks[networkKey(name)]; return ok }

// userOn extracts the user name from common spellings: part of an address ("in/ada" for
// https://www.linkedin.com/in/ada), a handle with @ or ~.
func userOn(prefix, value string) string {
	_, path, _ := strings.Cut(strings.TrimPrefix(prefix, "https://"), "/")
	user := strings.TrimPrefix(value, "/")
	if path != "" {
		user = strings.TrimPrefix(user, path)
	}
	return strings.Trim(strings.TrimPrefix(strings.TrimPrefix(user, "@"), "~"), "/")
}

// LinkValue returns the value that a profile needs for an address: just the user name if
// [NewLink] completes it to that address. It is for programs that write profiles.
func LinkValue(network, address string) string {
	at := strings.LastIndexByte(strings.TrimSuffix(address, "/"), '/')
	short := strings.TrimLeft(strings.TrimSuffix(address[at+1:], "/"), "@~")
	if made := NewLink(network, short).URL; at > 0 && short != "" && made != "" && safe.ShownURL(made) == safe.ShownURL(address) {
		return short
	}
	return address
}

func linkURL(prefix, value string) string {
	user := userOn(prefix, value)
	switch name, host, _ := strings.Cut(user, "@"); {
	case strings.HasPrefix(value, "https://"), strings.HasPrefix(value, "http://"):
		return value
	case prefix == "mailto:" && isEmail(value):
		return prefix + value
	case prefix == "mailto:":
		return ""
	case prefix == "" && strings.HasPrefix(value, "@") && handle.MatchString(user):
		return "https://" + host + "/@" + name
	case strings.Contains(value, "/") && strings.Contains(strings.SplitN(value, "/", 2)[0], "."):
		return "https://" + value
	case prefix != "" && user != "":
		return prefix + strings.ReplaceAll(url.PathEscape(user), "%2F", "/")
	}
	return ""
}
