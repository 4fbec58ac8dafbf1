package convert

import (
	"slices"
	"strings"

	"github.com/ghresume/ghresume/internal/lazy"
	"github.com/ghresume/ghresume/resume"
)

// repositoryKeys are the names of tools for the repository of a project.
var repositoryKeys = []string{"github", "repo", "repository", "repoUrl", "source", "sourceCode", "code", "githubUrl", "github_url"}

// project reads a project; a repository on GitHub becomes its key.
func (in *reader) project(o object) {
	facts := o.child("github")
	e := o.heading([]string{"name", "title", "project"}, []string{"entity", "organization", "company"})
	e.role = strings.Join(o.names("roles", "role", "position"), ", ")
	e.repo, e.skills = facts.raw("repository"), o.names("language")
	for _, key := range repositoryKeys {
		address := o.address(key)
		switch repo := repositoryOf(address); {
		case address == "" || strings.EqualFold(repo, e.repo) && repo != "":
		case repo != "" && e.repo == "":
			e.repo = repo
		case repo == "" && e.repo == "" && isFullName(address) && key != "source" && key != "code":
			e.repo = address
		default:
			e.highlights = append(e.highlights, address)
		}
	}
	e.url = firstOf(o.address("url", "website", "link"), e.url)
	o.body(&e, "description", "summary")
	in.ownRepository(&e)
	if e.repo != "" && e.title == e.repo[strings.IndexByte(e.repo, '/')+1:] {
		e.title = ""
	}
	isContribution := o.node.values["type"] == contributionType && e.repo != ""
	if isContribution {
		o.ignore("name", "roles", "startDate", "endDate", "type") // GitHub has better values
	}
	facts.ignore("stars", "releases", "downloads", "license", "lastPush", "mergedPullRequests", "firstMerged", "lastMerged", "proof")
	facts.rest()
	e = o.finish(&e)
	if isContribution {
		in.contribution(e)
		return
	}
	in.place(resume.ProjectsSection, e)
}

// contributionType marks contributions in the JSON Resume that ghresume writes.
const contributionType = "contribution"

func (in *reader) contribution(e entry) {
	p := in.profile
	in.pending = append(in.pending, e.doubts...)
	p.Contributions = append(p.Contributions, resume.ContributionEntry{Repo: e.repo, Description: e.summary, URL: e.url, Highlights: highlights(e.highlights)})
	in.attachTo("contributions", len(p.Contributions)-1)
}

// ownRepository finds the repository of a project, and removes its address if it adds
// nothing.
func (in *reader) ownRepository(e *entry) {
	e.repo = firstOf(e.repo, repositoryOf(e.url))
	in.mentioned(e)
	if e.repo != "" && strings.EqualFold(repositoryOf(e.url), e.repo) {
		e.url = ""
	}
}

// mentioned finds the repository in the texts of a project: a bullet that is only its
// address, or an address below the user's own account.
func (in *reader) mentioned(e *entry) {
	for i, text := range e.highlights {
		if repo := repositoryOf(webAddress(text)); repo != "" && (e.repo == "" || strings.EqualFold(e.repo, repo)) {
			e.repo = repo
			e.highlights = slices.Delete(slices.Clone(e.highlights), i, i+1)
			return
		}
	}
	login, found := in.profile.Links["github"], ""
	for _, address := range githubAddress.FindAllString(e.summary+"\n"+strings.Join(e.highlights, "\n"), -1) {
		repo := repositoryOf(strings.TrimRight(address, ".,"))
		owner, _, _ := strings.Cut(repo, "/")
		switch {
		case !strings.EqualFold(owner, login) || login == "":
		case found != "" && !strings.EqualFold(found, repo):
			return // ambiguous
		default:
			found = repo
		}
	}
	e.repo = firstOf(e.repo, found)
}

var (
	githubAddress = lazy.New(`(?i)github\.com[/:][\w.-]+/[\w.-]+`)
	// ownPage matches what may follow the address of a repository's main page.
	ownPage = lazy.New(`/?(?:/tree/(?:main|master)/?)?(?:#readme|\?tab=readme-ov-file)?$`)
)

// isFullName reports whether a text is owner/name.
func isFullName(text string) bool {
	host, _, err := resume.ParseRepository(text)
	return err == nil && host == ""
}

// repositoryOf returns the owner/name in the address of a repository on github.com, or "";
// the address of a page below it does not count.
func repositoryOf(address string) string {
	address = ownPage.ReplaceAllString(strings.TrimSpace(address), "")
	_, path, _ := strings.Cut(address, "://")
	host, name, err := resume.ParseRepository(address)
	if err != nil || host != "github.com" || strings.Count(firstOf(path, address), "/") > 2 {
		return ""
	}
	return name
}
