package ghsync

import (
	"fmt"
	"slices"
	"time"

	"github.com/ghresume/ghresume/resume"
)

// gqlCommits is the fragment Committed.
type gqlCommits struct {
	TotalCommitContributions        int
	CommitContributionsByRepository []*struct {
		ResourcePath  string
		Contributions struct{ TotalCount int }
		Repository    *gqlRepo
		Each          struct {
			Nodes []*struct{ Repository *gqlRepo }
		}
	}
}

// settle puts the repositories of the other form where the first one has them. It reports
// whether each is there, or is missing for a reason.
func (c *gqlCommits) settle(a *answer) bool {
	for i, of := range c.CommitContributionsByRepository {
		if nodes := of.Each.Nodes; len(nodes) > 0 && nodes[0] != nil {
			of.Repository = nodes[0].Repository
		}
		if _, denied := a.hidden(i); of.Repository == nil && !denied && !a.gone(i) && !a.lost.of("repository", "ByRepository") {
			return false
		}
	}
	return true
}

func (r *graphqlRun) takeCommits(a *answer, span, from, to time.Time, fragment string) error {
	var user map[string]*gqlCommits
	if err := a.unmarshal(&user); err != nil {
		return err
	}
	year := user[fmt.Sprintf("y%d", span.Year())]
	if year == nil || year.CommitContributionsByRepository == nil || slices.Contains(year.CommitContributionsByRepository, nil) {
		return errUnanswered
	}
	if year.hasNone() {
		a.bare = true
		return r.takeNoCommits(year, span, from, to)
	}
	if !year.settle(a) {
		return errUnanswered
	}
	if year.isCutOff() && r.cutUp(span, from, to, fragment, year) {
		return nil
	}
	for _, c := range year.CommitContributionsByRepository {
		if c.Contributions.TotalCount > daysOf(from, to)*commitsADay {
			return errUnanswered // implausible
		}
	}
	r.mu.Lock()
	defer r.mu.Unlock()
	twice := map[string]bool{}
	for i, c := range year.CommitContributionsByRepository {
		if twice[c.ResourcePath] && c.ResourcePath != "" {
			continue
		}
		twice[c.ResourcePath] = true
		switch n := max(c.Contributions.TotalCount, 0); {
		case c.Repository == nil:
			why, _ := a.hidden(i)
			r.commits.hide(span, repositoryOfPath(c.ResourcePath), hiddenCommits{n, why})
		case !c.Repository.IsPrivate || r.mayBePrivate(c.Repository.NameWithOwner):
			r.commits.spans[span].Commits[c.Repository.ID] += n
			if !c.Repository.IsPrivate && !ownedBy(r.s.Login, c.Repository.NameWithOwner) && !c.Repository.IsFork {
				r.commits.foreign[c.Repository.ID] = c.Repository
			}
		}
	}
	return nil
}

// hasNone reports whether the list is empty, or has a repository with no commits.
func (c *gqlCommits) hasNone() bool {
	list := c.CommitContributionsByRepository
	for _, repo := range list {
		if repo.Contributions.TotalCount == 0 {
			return true
		}
	}
	return len(list) == 0
}

// takeNoCommits handles such a list. It is requested once more if GitHub counts commits
// or listed some before: history may be rewritten, but rarely all of it.
func (r *graphqlRun) takeNoCommits(year *gqlCommits, span, from, to time.Time) error {
	listed := r.old != nil && !keptCommits(r.old) && slices.ContainsFunc(r.old.Commits, func(known resume.CommitSpan) bool {
		return len(known.Commits) > 0 && !known.From.Before(from) && !known.To.After(to)
	})
	counted := year.TotalCommitContributions > 0 || len(year.CommitContributionsByRepository) > 0
	r.mu.Lock()
	doubted := r.commits.doubted[span]
	r.commits.doubted[span] = doubted || counted || listed
	r.mu.Unlock()
	switch {
	case (counted || listed) && !doubted:
		return errUnanswered
	case counted:
		return r.missCommits(span, problem{why: "GitHub counts commits that it does not list"})
	}
	return nil
}

// commitsADay is more than anyone makes day after day.
const commitsADay = 1000
