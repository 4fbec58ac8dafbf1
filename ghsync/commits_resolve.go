package ghsync

import (
	"cmp"
	"context"
	"maps"
	"net/url"
	"slices"
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

// resolveMost is how many repositories with commits are looked up by name.
const resolveMost = 20

// resolveParts look up the repositories of which only the name was returned because an
// organization hides a year. A name that only the token's owner can see stays unknown.
func (r *graphqlRun) resolveParts() []part {
	known := byName(r.s.Repositories)
	sums := map[string]int{}
	for span, names := range r.commits.named {
		for name, n := range names {
			if repo, have := known[strings.ToLower(name)]; have && !repo.Private {
				r.commits.spans[span].Commits[repo.ID] += n
			} else if id := r.idOfWork(name); id != "" {
				r.commits.spans[span].Commits[id] += n
			} else {
				sums[name] += n
			}
		}
	}
	names := slices.SortedFunc(maps.Keys(sums), func(a, b string) int { return cmp.Or(sums[b]-sums[a], strings.Compare(a, b)) })
	var parts []part
	for _, name := range names[:min(len(names), resolveMost)] {
		parts = append(parts, r.resolvePart(name))
	}
	return parts
}

func (r *graphqlRun) idOfWork(name string) string {
	for _, w := range r.s.Contributions {
		if strings.EqualFold(w.Repository, name) {
			return w.ID
		}
	}
	return ""
}

func (r *graphqlRun) resolvePart(name string) part {
	return part{
		field:  repositoryField(name, "Brief"),
		absent: func() error { return nil },
		miss: func(t problem) error {
			owner, _, _ := strings.Cut(name, "/")
			r.cuts.add(resume.Cut{Part: resume.CutCommits, What: "commits in " + owner, Why: t.why, Lasting: t.lasting})
			return nil
		},
		read: func(a *answer) error {
			var node *gqlRepo
			if err := a.unmarshal(&node); err != nil || node.IsPrivate {
				return err
			}
			r.mu.Lock()
			defer r.mu.Unlock()
			for span, names := range r.commits.named {
				if n := names[name]; n > 0 {
					r.commits.spans[span].Commits[node.ID] += n
				}
			}
			if !ownedBy(r.s.Login, node.NameWithOwner) && !node.IsFork {
				r.commits.foreign[node.ID] = node
			}
			return nil
		},
	}
}

// fewCommits is how many commits it takes to read another person's repository.
const fewCommits = 10

// foreignDue returns other people's repositories that the user committed to without a
// pull request, those with the most commits first.
func (r *graphqlRun) foreignDue() []string {
	sums, due := r.commitSums(), map[string]string{} // names by ID
	for id, node := range r.commits.foreign {
		if node.organization() || sums[id] >= fewCommits {
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

func (r *graphqlRun) commitSums() map[string]int {
	sums := map[string]int{}
	for _, span := range r.s.Commits {
		for id, n := range span.Commits {
			sums[id] += n
		}
	}
	return sums
}

// resolveCommits assigns the commits to repositories and adds them up.
func (r *graphqlRun) resolveCommits(ctx context.Context) error {
	for len(r.commits.more) > 0 {
		more := r.commits.more
		r.commits.more = nil
		if err := r.ask(ctx, more...); err != nil {
			return err
		}
	}
	if err := r.ask(ctx, r.resolveParts()...); err != nil {
		return err
	}
	r.joinSpans()
	return nil
}
