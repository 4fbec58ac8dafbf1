package resume

import (
	"cmp"
	"net/url"
	"slices"
	"strings"
)

// What the profile names on GitHub is looked up here: under the name of today,
// on the host of the account.

// today is the name that a repository has today; one that isn't there keeps its name.
func (j *joiner) today(name string) string {
	name = repositoryName(name)
	return cmp.Or(j.snapshot.names(name), name)
}

// isMissing says that GitHub was asked for a repository and shows none.
func (j *joiner) isMissing(name string) bool { return j.snapshot.names(repositoryName(name)) == "" }

// ownNamed is the account's repository that a project's name speaks of: "Campus
// Rooms" is campus-rooms. It is "" when there is none.
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

// host is where the account's page stands.
func (j *joiner) host() string {
	if u, err := url.Parse(j.snapshot.User.URL); err == nil && u.Host != "" {
		return u.Host
	}
	return "github.com"
}

// repositoryURL is the address of a repository on the host of the account's
// page; "" when GitHub shows none there.
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

// included says whether github.projects.include names a repository.
func (j *joiner) included(repository string) bool {
	return slices.ContainsFunc(j.profile.GitHub.Projects.Include, func(n string) bool { return strings.EqualFold(j.today(n), repository) })
}
