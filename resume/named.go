package resume

import (
	"cmp"
	"net/url"
	"slices"
	"strings"
)

// Repositories that the profile names are looked up here: by their current name, on the
// account's host.

// today returns the current name of a repository; one that does not exist keeps its name.
func (j *joiner) today(name string) string {
	name = repositoryName(name)
	return cmp.Or(j.snapshot.names(name), name)
}

// isMissing reports whether GitHub was asked for a repository and did not return it.
func (j *joiner) isMissing(name string) bool { return j.snapshot.names(repositoryName(name)) == "" }

// ownNamed returns the account's repository with the name of a project, or "": "Campus
// Rooms" is campus-rooms.
func (j *joiner) ownNamed(name string) string {
	for _, r := range j.snapshot.Repositories {
		if name != "" && j.owns(r.Name) && !r.Fork && !r.Empty && looseName(shortName(r.Name)) == looseName(name) {
			return r.Name
		}
	}
	return ""
}

var withoutMarks = strings.NewReplacer(" ", "", "-", "", "_", "")

func looseName(name string) string { return strings.ToLower(withoutMarks.Replace(name)) }

// host returns the host of the account's page.
func (j *joiner) host() string {
	if u, err := url.Parse(j.snapshot.User.URL); err == nil && u.Host != "" {
		return u.Host
	}
	return "github.com"
}

// repositoryURL returns the address of a repository on the host of the account's page; ""
// if GitHub does not show it.
func (j *joiner) repositoryURL(name string) string {
	if name != "" && j.isMissing(name) {
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
