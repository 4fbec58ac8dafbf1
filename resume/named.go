package resume

import (
	"cmp"
	"net/url"
	"slices"
	"strings"
	"unicode"
)

// Repositories that the profile names are looked up here: by their current name, on the
// account's host.

// today returns the current name of a repository; one that does not exist keeps its name,
// and one on another host its address.
func (j *joiner) today(text string) string {
	name := cmp.Or(repositoryOn(j.host(), text), text)
	return cmp.Or(j.snapshot.names(name), name)
}

// renamed returns the current names of the profile's repositories that have been renamed.
func (j *joiner) renamed() map[string]string {
	out := map[string]string{}
	for t := range j.profile.repositories() {
		if name := t.on(j.host()); !strings.EqualFold(name, j.snapshot.names(name)) {
			out[t.text] = j.snapshot.names(name)
		}
	}
	return out
}

// CurrentName returns the current name of a renamed repository of the profile; "" if it was not
// renamed or GitHub does not show it.
func (r *Resume) CurrentName(repository string) string { return r.today[repository] }

// ownNamed returns the account's repository with the name of a project, or "": "Campus
// Rooms" is campus-rooms.
func (j *joiner) ownNamed(name string) string {
	loose := looseName(name)
	for _, r := range j.snapshot.Repositories {
		if loose != "" && j.owns(r.Name) && !r.Fork && !r.Empty && (looseName(shortName(r.Name)) == loose || strings.EqualFold(r.Name, name)) {
			return r.Name
		}
	}
	return ""
}

// looseName returns a name without case, spaces, dashes and dots.
func looseName(name string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsSpace(r) || unicode.Is(unicode.Pd, r) || strings.ContainsRune("_.", r) {
			return -1
		}
		return unicode.ToLower(r)
	}, name)
}

func (j *joiner) host() string { return j.snapshot.host() }

// host returns the host of the account's page.
func (s *Snapshot) host() string {
	if u, err := url.Parse(s.User.URL); err == nil && u.Host != "" {
		return strings.ToLower(u.Host)
	}
	return "github.com"
}

// repositoryURL returns the address of a repository on the host of the account's page; ""
// if GitHub does not show it.
func (j *joiner) repositoryURL(name string) string {
	if name != "" && j.snapshot.names(name) == "" {
		return ""
	}
	host := "https://github.com"
	if page := j.snapshot.User.URL; strings.LastIndex(page, "/") > len("https://") {
		host = page[:strings.LastIndex(page, "/")]
	}
	return host + "/" + name
}

// included reports whether github.projects.include names a repository.
func (j *joiner) included(repository string) bool {
	return slices.ContainsFunc(j.profile.GitHub.Projects.Include, func(n string) bool { return strings.EqualFold(j.today(n), repository) })
}
