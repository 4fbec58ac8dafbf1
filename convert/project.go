package convert

import (
	"strings"

	"github.com/ghresume/ghresume/internal/lazy"
	"github.com/ghresume/ghresume/resume"
)

// project reads a project; a repository on GitHub becomes its key.
func (in *reader) project(o object) {
	facts := o.child("github")
	e := o.heading([]string{"name", "title", "project"}, []string{"entity", "organization", "company"})
	e.role = strings.Join(o.names("roles", "role", "position"), ", ")
	e.repo = firstOf(facts.raw("repository"), repositoryOf(o.raw("github")), repositoryOf(o.raw("repo", "repository", "repoUrl", "source", "sourceCode", "code", "githubUrl", "github_url")))
	if e.repo == "" {
		e.repo = repositoryOf(firstOf(o.address("url", "website", "link"), e.url))
	}
	for _, key := range []string{"github", "repo", "repository", "repoUrl", "source", "sourceCode", "code", "githubUrl", "github_url"} {
		if address := o.address(key); address != "" && repositoryOf(address) == "" && isWeb(address) {
			e.highlights = append(e.highlights, address)
		}
	}
	o.body(&e, "description", "summary")
	if e.repo != "" && strings.EqualFold(repositoryOf(e.url), e.repo) {
		e.url = ""
	}
	if e.repo != "" && e.title == e.repo[strings.IndexByte(e.repo, '/')+1:] {
		e.title = ""
	}
	isContribution := o.node.values["type"] == contributionType && e.repo != ""
	if isContribution {
		o.ignore("name", "roles", "startDate", "endDate", "type") // GitHub says these again, and better
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

// contributionType marks contributions in what ghresume writes as JSON Resume.
const contributionType = "contribution"

func (in *reader) contribution(e entry) {
	p := in.profile
	in.pending = append(in.pending, e.doubts...)
	p.Contributions = append(p.Contributions, resume.ContributionEntry{Repo: e.repo, Description: e.summary, URL: e.url, Highlights: highlights(e.highlights)})
	in.attachTo("contributions", len(p.Contributions)-1)
}

var repositoryPath = lazy.New(`^github\.com/([A-Za-z0-9][A-Za-z0-9_-]{0,62}/[A-Za-z0-9._-]{1,100}?)(?:\.git)?$`)

// repositoryOf is owner/name of an address on github.com, or "".
func repositoryOf(address string) string {
	m := repositoryPath.FindStringSubmatch(bareAddress(strings.TrimSpace(address)))
	if m == nil {
		return ""
	}
	return m[1]
}
