package resume

import (
	"cmp"
	"maps"
	"net/url"
	"slices"
	"strings"
)

// networks are the sites whose profile address follows from a user name.
var networks = map[string]struct{ label, prefix string }{
	"linkedin":      {"LinkedIn", "https://www.linkedin.com/in/"},
	"github":        {"GitHub", "https://github.com/"},
	"gitlab":        {"GitLab", "https://gitlab.com/"},
	"codeberg":      {"Codeberg", "https://codeberg.org/"},
	"bitbucket":     {"Bitbucket", "https://bitbucket.org/"},
	"sourcehut":     {"SourceHut", "https://sr.ht/~"},
	"stackoverflow": {"Stack Overflow", "https://stackoverflow.com/users/"},
	"x":             {"X", "https://x.com/"},
	"twitter":       {"X", "https://x.com/"},
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
}

// links are the person's accounts: LinkedIn, GitHub, then the others by name.
// What the profile says of a network wins over the account's social links.
func (j *joiner) links() []Link {
	byNetwork := map[string]Link{}
	for _, social := range j.snapshot.User.Social {
		network := networkOf(social)
		if _, taken := byNetwork[network]; !taken && !sameAddress(social.URL, cmp.Or(j.profile.Website, j.snapshot.User.Website)) {
			byNetwork[network] = NewLink(network, social.URL)
		}
	}
	if j.snapshot.User.URL != "" {
		byNetwork["github"] = NewLink("github", j.snapshot.User.URL)
	}
	for _, network := range slices.Sorted(maps.Keys(j.profile.Links)) {
		byNetwork[strings.ToLower(network)] = NewLink(network, j.profile.Links[network])
	}
	return slices.SortedFunc(maps.Values(byNetwork), func(a, b Link) int {
		return cmp.Or(cmp.Compare(linkRank(a), linkRank(b)), cmp.Compare(a.Network, b.Network))
	})
}

func linkRank(l Link) int {
	if i := slices.Index([]string{"linkedin", "github"}, l.Network); i >= 0 {
		return i
	}
	return 2
}

// networkOf names a social account; GitHub calls those that it doesn't know "generic".
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
	return a != "" && readable(absolute(a)) == readable(absolute(b))
}

// NewLink completes a user name or address to a link. A user name on a
// network without a known address form becomes text without a URL.
func NewLink(network, value string) Link {
	network, value = strings.ToLower(network), strings.TrimSpace(value)
	known, ok := networks[network]
	link := Link{Network: network, Label: network, Text: value}
	if ok {
		link.Label = known.label
	}
	link.URL = linkURL(known.prefix, value)
	if link.URL != "" {
		link.Text = readable(link.URL)
	}
	return link
}

func linkURL(prefix, value string) string {
	user := strings.TrimPrefix(value, "@")
	switch name, host, federated := strings.Cut(user, "@"); {
	case strings.HasPrefix(value, "https://"), strings.HasPrefix(value, "http://"):
		return value
	case federated && name != "" && host != "" && prefix == "":
		return "https://" + host + "/@" + name
	case strings.Contains(value, "/") && strings.Contains(strings.SplitN(value, "/", 2)[0], "."):
		return "https://" + value
	case prefix != "" && user != "":
		return prefix + strings.ReplaceAll(url.PathEscape(user), "%2F", "/")
	}
	return ""
}

// readable is an address as people write it.
func readable(address string) string {
	text := strings.TrimPrefix(strings.TrimPrefix(address, "https://"), "http://")
	return strings.TrimSuffix(strings.TrimPrefix(text, "www."), "/")
}
