package resume

import "strings"

// workOn returns the user's part in someone else's repository; zero for their own.
func (j *joiner) workOn(repo Repository) Work {
	if j.owns(repo.Name) {
		return Work{}
	}
	c := j.fromCommits(repo)
	if w := j.mergedIn(repo); w != nil && j.merged(*w) > 0 {
		c = j.fromWork(*w)
	}
	if c.Merged == 0 && c.Commits == 0 {
		return Work{}
	}
	return Work{Role: c.Role, Merged: c.Merged, Commits: c.Commits, First: c.First, Last: c.Last, Proof: c.Proof}
}

// mergedIn returns the user's merged pull requests in a repository; nil if there are none.
func (j *joiner) mergedIn(repo Repository) *MergedWork {
	for i, w := range j.snapshot.Contributions {
		if w.ID != "" && w.ID == repo.ID || strings.EqualFold(w.Repository, repo.Name) {
			return &j.snapshot.Contributions[i]
		}
	}
	return nil
}

// shaped reports whether the user had a hand in what someone else's repository is, so that
// pinning it makes it a project: a role and work in it, or many of its commits. GitHub lets
// people pin whatever they once contributed to.
func (j *joiner) shaped(repo Repository) bool {
	work, merges := j.workOn(repo), j.mergedIn(repo)
	switch {
	case work.Role != "", merges != nil && merges.Role == "OWNER" && work.Merged > 0:
		return true
	case j.inOwnOrganization(repo.Name) && !j.knowsCommits():
		return true // there may be commits that could not be read
	}
	return atLeast(repo.OwnCommits, nil, leastActivity) != nil && partOfCommits(repo) >= leastPart
}
