package resume

import (
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
	address := strings.TrimSpace(text)
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
// of a page on the given host (github.com).
func (p *Profile) NamedRepositories(host string) []string {
	var out []string
	known := map[string]bool{}
	for _, name := range p.named(host) {
		if key := strings.ToLower(name); !known[key] {
			known[key] = true
			out = append(out, name)
		}
	}
	return out
}

// named yields the fields that name a repository, with its owner/name.
func (p *Profile) named(host string) iter.Seq2[string, string] {
	return func(yield func(field, name string) bool) {
		for i, name := range p.GitHub.Projects.Include {
			if !yield(fmt.Sprintf("github.projects.include[%d]", i), repositoryName(name)) {
				return
			}
		}
		for t := range p.Texts() {
			name := ""
			switch {
			case t.Section != ProjectsSection && t.Section != ContributionsSection || t.Kind != AddressText:
			case t.Key == "repo":
				name = repositoryName(t.Value)
			case t.Section == ProjectsSection:
				name = repositoryPage(host, t.Value)
			}
			if name != "" && !yield(t.Field, name) {
				return
			}
		}
	}
}

// Missing reports the repositories that the profile names and GitHub does not show.
func (p *Profile) Missing(s *Snapshot, host string) Problems {
	var out []Problem
	for field, name := range p.named(host) {
		if s.names(name) == "" {
			out = append(out, Problem{Field: field, Message: fmt.Sprintf("GitHub shows no repository %q", name), Hint: "check its name; a private one is only read with private = true under [github]"})
		}
	}
	return p.place(out)
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

// repository returns owner/name of the project, "" if it names none.
func (e ProjectEntry) repository(host string) string {
	if e.Repo != "" {
		return repositoryName(e.Repo)
	}
	return repositoryPage(host, e.URL)
}

// repositoryName returns owner/name for any spelling; other text is returned unchanged.
func repositoryName(text string) string {
	if _, name, err := ParseRepository(text); err == nil {
		return name
	}
	return text
}
