package ghsync

import (
	"cmp"
	"context"
	"maps"
	"net/url"
	"slices"
	"strconv"
	"strings"

	"github.com/ghresume/ghresume/resume"
)

// repositoryOfPath returns owner/name from /owner/name/commits?author=….
func repositoryOfPath(path string) string {
	u, err := url.Parse(path)
	if err != nil {
		return ""
	}
	steps := strings.Split(strings.Trim(u.Path, "/"), "/")
	if len(steps) < 2 {
		return ""
	}
	return steps[0] + "/" + steps[1]
}

// settleHidden assigns the commits in repositories that a policy hides to those that are
// known by name; the others are cut.
func (r *graphqlRun) settleHidden() {
	known := byName(r.s.Repositories)
	for span, names := range r.commits.hidden {
		for name, commits := range names {
			id := r.idOfWork(name)
			if repo, have := known[strings.ToLower(name)]; have && !repo.Private {
				id = repo.ID
			}
			if id == "" && commits.why == "" { // GitHub does not find it: its ID tells
				id = r.foreignBefore(name)
				r.commits.doubtful = append(r.commits.doubtful, id)
			}
			if id != "" {
				r.commits.spans[span].Commits[id] += commits.count
				continue
			}
			if commits.why != "" {
				owner, _, _ := strings.Cut(name, "/")
				r.cuts.add(resume.Cut{Part: resume.CutCommits, What: "commits in " + owner, Names: []string{strconv.Itoa(span.Year())}, Why: commits.why, Lasting: true})
			}
		}
	}
}

// foreignBefore returns the ID of another person's repository of the old snapshot.
func (r *graphqlRun) foreignBefore(name string) string {
	old := r.before()
	if old == nil || ownedBy(old.Login, name) {
		return ""
	}
	return byName(old.Repositories)[strings.ToLower(name)].ID
}

func (r *graphqlRun) idOfWork(name string) string {
	for _, w := range r.s.Contributions {
		if strings.EqualFold(w.Repository, name) {
			return w.ID
		}
	}
	return ""
}

// fewCommits is how many commits it takes to read another person's repository.
const fewCommits = 10

// showsCommits reports whether another person's repository is read for the user's commits.
func showsCommits(node *gqlRepo, commits int) bool {
	return commits >= fewCommits || commits > 0 && node.organization()
}

// foreignDue returns other people's repositories that the user committed to without a
// pull request, those with the most commits first.
func (r *graphqlRun) foreignDue() []string {
	sums, due := r.commitSums(), map[string]string{} // names by ID
	for id, node := range r.commits.foreign {
		if showsCommits(node, sums[id]) {
			due[id] = node.NameWithOwner
		}
	}
	again := lacks(r.old, resume.CutWorks) || lacks(r.old, resume.CutDetails)
	if old := r.before(); old != nil && (again || len(r.commits.missing) > 0) { // their commits are kept, too
		for _, repo := range old.Repositories {
			if repo.ID != "" && sums[repo.ID] > 0 && !ownedBy(old.Login, repo.Name) {
				due[repo.ID] = repo.Name
			}
		}
	}
	for _, id := range r.commits.doubtful {
		if id != "" {
			due[id] = id
		}
	}
	for id, n := range sums {
		if again && n >= fewCommits && due[id] == "" { // perhaps not returned last time
			due[id] = id
		}
	}
	for _, repo := range r.s.Repositories {
		if !again || ownedBy(r.s.Login, repo.Name) {
			delete(due, repo.ID)
		}
	}
	for _, work := range r.s.Contributions {
		delete(due, work.ID)
	}
	ids := slices.SortedFunc(maps.Keys(due), func(a, b string) int {
		return cmp.Or(sums[b]-sums[a], compareNames(due[a], due[b]))
	})
	return ids[:min(len(ids), worksMax)]
}

func (r *graphqlRun) commitSums() map[string]int { return sumsOf(r.s.Commits) }

// resolveCommits assigns the commits to repositories and adds them up.
func (r *graphqlRun) resolveCommits(ctx context.Context) error {
	if err := r.readPieces(ctx); err != nil {
		return err
	}
	r.settleHidden()
	r.joinSpans()
	return nil
}
