package resume

import (
	"cmp"
	"net/url"
	"slices"
	"strings"
	"time"
)

// commitsOfPull is how many commits count as much as a merged pull request.
const commitsOfPull = 3

// committedTo returns other people's repositories that the user committed to without a
// pull request, the most commits first.
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

// fromCommits returns the contribution to a repository without known pull requests by the
// user.
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
	if j.inOwnOrganization(repo.Name) {
		c.Role = RoleMember
	}
	first, last := j.spansOf(repo.ID)
	c.First, c.Last = Date{Year: first}, Date{Year: last}
	return c
}

// spansOf returns the first and last year with commits in a repository; zero if unknown.
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

// lastCommits returns the end of the last span with commits in a repository, at most now.
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

// Role is the user's role in someone else's repository, as GitHub shows it next to a pull
// request.
type Role string

// The roles that mean more than having a pull request merged.
const (
	RoleMember       Role = "member"       // of the organization that owns it
	RoleCollaborator Role = "collaborator" // invited to it
)

// roleOf parses GitHub's author association.
func roleOf(association string) Role {
	switch role := Role(strings.ToLower(association)); role {
	case RoleMember, RoleCollaborator:
		return role
	}
	return ""
}
