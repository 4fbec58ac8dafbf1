package resume

import (
	"cmp"
	"net/url"
	"slices"
	"strings"
	"time"
)

// commitsOfPull is how many commits weigh as much as a merged pull request.
const commitsOfPull = 3

// committedTo are other people's repositories that the person committed to
// without a pull request, the most commits first.
func (j *joiner) committedTo() []Repository {
	choice := j.profile.GitHub.Contributions
	var out []Repository
	for _, r := range j.snapshot.Repositories {
		if j.owns(r.Name) || r.Private || r.Fork || r.Empty || r.Disabled || atLeast(r.OwnCommits, nil, leastActivity) == nil ||
			r.Stars < choice.MinStars || matchesAny(choice.Exclude, r.Name) || choice.HideOwnOrganizations && j.inOwnOrganization(r.Name) {
			continue
		}
		hasPulls := slices.ContainsFunc(j.snapshot.Contributions, func(w MergedWork) bool {
			return w.ID != "" && w.ID == r.ID || strings.EqualFold(w.Repository, r.Name)
		})
		if !hasPulls {
			out = append(out, r)
		}
	}
	slices.SortFunc(out, func(a, b Repository) int {
		return cmp.Or(*b.OwnCommits-*a.OwnCommits, cmp.Compare(a.Name, b.Name))
	})
	return out
}

// fromCommits is a repository of others in which no pull request of the person's is known.
func (j *joiner) fromCommits(repo Repository) Contribution {
	c := Contribution{
		Repository: repo.Name, URL: repo.URL, Description: repo.Description,
		Stars:           atLeast(&repo.Stars, j.profile.GitHub.Figures.MinStars, defaultMinStars),
		OwnOrganization: j.inOwnOrganization(repo.Name),
	}
	if atLeast(repo.OwnCommits, nil, leastActivity) == nil {
		return c
	}
	c.Commits, c.Proof = *repo.OwnCommits, repo.URL+"/commits?author="+url.QueryEscape(j.snapshot.Login)
	first, last := j.spansOf(repo.ID)
	c.First, c.Last = Date{Year: first}, Date{Year: last}
	return c
}

// spansOf are the first and the last year with commits in a repository; zero when unknown.
func (j *joiner) spansOf(id string) (first, last int) {
	for _, span := range j.snapshot.Commits {
		if span.Commits[id] == 0 {
			continue
		}
		if year := span.From.Year(); first == 0 || year < first {
			first = year
		}
		last = max(last, span.From.Year())
	}
	return first, last
}

// lastCommits is the end of the last span with commits in a repository, at most now.
func (j *joiner) lastCommits(repo Repository) time.Time {
	var last time.Time
	for _, span := range j.snapshot.Commits {
		if span.Commits[repo.ID] > 0 && span.To.After(last) {
			last = span.To
		}
	}
	if last.After(j.snapshot.TakenAt) {
		return j.snapshot.TakenAt
	}
	return last
}

// Role is a person's role in somebody else's repository, as GitHub shows it next to a pull request.
type Role string

// The roles that mean more than a merged pull request.
const (
	RoleMember       Role = "member"       // of the organization that owns it
	RoleCollaborator Role = "collaborator" // invited to it
)

// roleOf reads GitHub's association.
func roleOf(association string) Role {
	switch role := Role(strings.ToLower(association)); role {
	case RoleMember, RoleCollaborator:
		return role
	}
	return ""
}
