package resume

import (
	"fmt"
	"net/url"
	"strings"
)

// notAccounts are first path elements on GitHub that cannot be user names.
var notAccounts = map[string]bool{"orgs": true, "topics": true, "features": true, "settings": true, "search": true, "explore": true, "marketplace": true, "sponsors": true, "login": true}

// ParseLogin parses a GitHub account as people paste it: octocat, @octocat,
// github.com/octocat or https://github.com/octocat?tab=repositories. The error is a
// [*LoginError].
func ParseLogin(text string) (string, error) {
	name := strings.TrimPrefix(strings.TrimSpace(text), "@")
	if address := absolute(name); strings.Contains(name, "/") || strings.Contains(name, "://") {
		u, err := url.Parse(address)
		if err != nil || isOtherSite(u.Hostname()) {
			return "", &LoginError{text}
		}
		name, _, _ = strings.Cut(strings.Trim(u.Path, "/"), "/")
		name = strings.TrimPrefix(name, "@")
	} else if cut := strings.IndexAny(name, "?#"); cut >= 0 {
		name = name[:cut]
	}
	if !login.MatchString(name) || notAccounts[strings.ToLower(name)] {
		return "", &LoginError{text}
	}
	return name, nil
}

// isOtherSite reports whether host belongs to another network, whose user names are not
// GitHub's.
func isOtherSite(host string) bool {
	host = strings.TrimPrefix(strings.ToLower(host), "www.")
	for name, n := range networks {
		site, _, _ := strings.Cut(strings.TrimPrefix(strings.TrimPrefix(n.prefix, "https://"), "www."), "/")
		if name != "github" && site == host && site != "" {
			return true
		}
	}
	return false
}

// LoginError means that a text is not the name of a GitHub account.
type LoginError struct{ Text string }

func (e *LoginError) Error() string { return fmt.Sprintf("%q is not a GitHub user name", e.Text) }

// Hint says where to find the name.
func (e *LoginError) Hint() string {
	return `expected the name in the address of your page: "octocat" for https://github.com/octocat`
}

// Login returns the GitHub account to read, or "" if the profile has none or wants
// nothing from GitHub: user = "" or every maximum 0. An account found only in [links] is
// read too.
func (p *Profile) Login() string {
	_, said := p.Positions["github.user"]
	if said && p.GitHub.User == "" || p.takesNothing() {
		return ""
	}
	if name, err := ParseLogin(p.GitHub.User); err == nil {
		return name
	}
	name, _ := ParseLogin(p.Links["github"]) // validation reports what cannot be parsed
	return name
}

// takesNothing reports whether every part of [github] has the maximum 0.
func (p *Profile) takesNothing() bool {
	isZero := func(n *int) bool { return n != nil && *n == 0 }
	g := p.GitHub
	return isZero(g.Projects.Max) && isZero(g.Contributions.Max) && isZero(g.Skills.MaxPerGroup)
}
