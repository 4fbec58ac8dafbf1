package resume

import (
	"cmp"
	"fmt"
	"iter"
	"net/url"
	"slices"
	"strings"
)

// ParseRepository parses a repository as people paste it: owner/name, the address of its
// page with or without the scheme, a query or a page below it, or the URL for git clone.
// The host is empty if only owner/name is given.
func ParseRepository(text string) (host, name string, err error) {
	address := strings.Trim(strings.TrimSpace(text), "/")
	if user, path, found := strings.Cut(address, ":"); found && strings.HasPrefix(address, "git@") {
		address = strings.TrimPrefix(user, "git@") + "/" + strings.TrimPrefix(path, "/")
	}
	if name := strings.TrimSuffix(address, ".git"); repository.MatchString(name) && !isAddress(address) {
		return "", name, nil
	}
	u, err := url.Parse(absolute(address))
	if err != nil || u.Hostname() == "" {
		return "", "", notRepository(text)
	}
	parts := strings.SplitN(strings.Trim(u.Path, "/"), "/", 3)
	if len(parts) < 2 {
		return "", "", notRepository(text)
	}
	name = parts[0] + "/" + strings.TrimSuffix(parts[1], ".git")
	if !repository.MatchString(name) || notAccounts[strings.ToLower(parts[0])] {
		return "", "", notRepository(text)
	}
	return strings.TrimPrefix(strings.ToLower(u.Host), "www."), name, nil
}

// isAddress reports whether text is a host rather than an owner: account names have no
// dot.
func isAddress(text string) bool {
	first, _, _ := strings.Cut(text, "/")
	return strings.ContainsAny(first, ".:")
}

func notRepository(text string) error { return fmt.Errorf("%q is not a repository", text) }

// repositoryPage returns owner/name if an address is the page of a repository on a host,
// not a page below it; otherwise "".
func repositoryPage(host, address string) string {
	u, err := url.Parse(absolute(strings.TrimSpace(address)))
	if err != nil || strings.Count(strings.Trim(u.Path, "/"), "/") != 1 {
		return ""
	}
	if on, name, err := ParseRepository(address); err == nil && on == host {
		return name
	}
	return ""
}

// NamedRepository is a repository that the profile names, with its current name on
// GitHub.
type NamedRepository struct {
	// Name is owner/name as written in the profile.
	Name string `json:"name"`
	// Repository is its current name, under which its facts are in the snapshot's
	// Repositories; empty if GitHub does not show it.
	Repository string `json:"repository,omitempty"`
}

// NamedRepositories returns all repositories that the profile names, as owner/name, each
// once: in projects, contributions and github.projects.include, by name or by the address
// of a page on one of the given hosts (github.com).
func (p *Profile) NamedRepositories(hosts ...string) []string {
	var out []string
	known := map[string]bool{}
	for t := range p.repositories() {
		for _, host := range hosts {
			name := t.on(host)
			if key := strings.ToLower(name); name != "" && !known[key] {
				known[key] = true
				out = append(out, name)
			}
		}
	}
	return out
}

// reference is a field that may name a repository.
type reference struct {
	field, text string
	isLink      bool // a link may point anywhere
}

// on returns owner/name of the repository, "" if it is not on the given host.
func (r reference) on(host string) string {
	if r.isLink {
		return repositoryPage(host, r.text)
	}
	return repositoryOn(host, r.text)
}

// repositories yields the fields that may name a repository.
func (p *Profile) repositories() iter.Seq[reference] {
	return func(yield func(reference) bool) {
		for i, name := range p.GitHub.Projects.Include {
			if !yield(reference{field: fmt.Sprintf("github.projects.include[%d]", i), text: name}) {
				return
			}
		}
		for t := range p.Texts() {
			isLink := t.Section == ProjectsSection && t.Key != "repo"
			mayName := isLink || t.Key == "repo" && (t.Section == ProjectsSection || t.Section == ContributionsSection)
			if mayName && t.Kind == AddressText && !yield(reference{t.Field, t.Value, isLink}) {
				return
			}
		}
	}
}

// Missing reports the repositories that the profile names and GitHub does not show.
func (p *Profile) Missing(s *Snapshot) Problems {
	var out []Problem
	for t := range p.repositories() {
		switch name := t.on(s.host()); {
		case name == "" && !t.isLink:
			out = append(out, Problem{Field: t.field, Message: fmt.Sprintf("%q is not on %s, so nothing is known about it", t.text, s.host()), Hint: "to link a project elsewhere, give it a name and a url"})
		case name != "" && s.names(name) == "":
			out = append(out, s.notShown(t.field, name, p.GitHub.Private))
		}
	}
	return p.place(out)
}

// notShown is the problem of a named repository that GitHub denies or does not have.
// private reports whether the profile allows private ones.
func (s *Snapshot) notShown(field, name string, private bool) Problem {
	for _, c := range s.Cut {
		if c.Part == CutNamed && c.Lasting && strings.EqualFold(c.What, name) && !strings.HasPrefix(c.Why, "404") {
			return Problem{Field: field, Message: fmt.Sprintf("GitHub keeps %q from this token: %s", name, strings.TrimRight(c.Why, ".")), Hint: "give the token access, or write in this entry what is to be printed"}
		}
	}
	hint := "check its name; a private one is only read with private = true under [github]"
	switch {
	case private && s.API == "rest":
		hint = "check its name; a private one is only read with a token"
	case private:
		hint = "check its name, and that the account of the token can read it"
	}
	return Problem{Field: field, Message: fmt.Sprintf("GitHub shows no repository %q", name), Hint: hint}
}

// Knows reports whether the snapshot covers all of these repositories.
func (s *Snapshot) Knows(names []string) bool {
	for _, name := range names {
		asked := s.namedIndex(name) >= 0 ||
			slices.ContainsFunc(s.Repositories, func(r Repository) bool { return strings.EqualFold(r.Name, name) })
		if !asked {
			return false
		}
	}
	return true
}

// names returns the current name of a repository; the given name if GitHub was not asked
// for it, "" if GitHub does not show it.
func (s *Snapshot) names(name string) string {
	if i := s.namedIndex(name); i >= 0 {
		return s.Named[i].Repository
	}
	return name
}

func (s *Snapshot) namedIndex(name string) int {
	return slices.IndexFunc(s.Named, func(n NamedRepository) bool { return strings.EqualFold(n.Name, name) })
}

// repository returns owner/name of the project, "" if it names none on the given host.
func (e ProjectEntry) repository(host string) string {
	return reference{text: cmp.Or(e.Repo, e.URL), isLink: e.Repo == ""}.on(host)
}

// repositoryOn returns owner/name for any spelling, "" for the address of another host;
// other text is returned unchanged.
func repositoryOn(host, text string) string {
	on, name, err := ParseRepository(text)
	switch {
	case err != nil:
		return text
	case on != "" && !isHost(on, host):
		return ""
	}
	return name
}

// isHost reports whether an address is on a host, including its names for SSH such as
// github.com-work or ssh.github.com:443.
func isHost(on, host string) bool {
	on = strings.TrimPrefix(on, "ssh.")
	return on == host || strings.HasPrefix(on, host+"-") || strings.HasPrefix(on, host+":")
}

// pageElsewhere returns the page of a repository on another host, "" for one on the given
// host.
func pageElsewhere(host, text string) string {
	on, name, err := ParseRepository(text)
	if err != nil || repositoryOn(host, text) != "" {
		return ""
	}
	return "https://" + on + "/" + name
}
