package ghsync

import (
	"cmp"
	"context"
	"fmt"
	"maps"
	"net/url"
	"slices"
	"strings"
	"time"

	"github.com/ghresume/ghresume/resume"
)

// commits are the person's commits by year and repository.
type commits struct {
	years map[int]map[string]int // by repository ID
	// named are those of repositories of which only the name came.
	named map[int]map[string]int
	// foreign are other people's repositories with commits, by ID.
	foreign map[string]*gqlRepo
	// missing are the years that could not be had whole.
	missing map[int]bool
}

func newCommits() commits {
	return commits{years: map[int]map[string]int{}, named: map[int]map[string]int{}, foreign: map[string]*gqlRepo{}, missing: map[int]bool{}}
}

// settling is how long after its end a year may still change.
const settling = 7 * 24 * time.Hour

// yearParts ask for the commits of each year, one part a year, so that what one
// organization protects hides its own only. A year that is over is read once.
func (r *graphqlRun) yearParts() []part {
	var parts []part
	for _, year := range r.yearsDue() {
		from := time.Date(year, 1, 1, 0, 0, 0, 0, time.UTC)
		parts = append(parts, r.commitsPart(from, from.AddDate(1, 0, -1)))
	}
	return parts
}

// yearsDue are the years that have contributions and are not known whole.
func (r *graphqlRun) yearsDue() []int {
	years := r.s.Activity.Years
	if r.old != nil {
		years = r.old.Activity.Years // those of now come with the same request
	}
	if len(years) == 0 {
		begin, end := r.lifetime()
		for year := begin.Year(); year <= end.Year(); year++ {
			years = append(years, year)
		}
	}
	if now := r.account.Now.Year(); !slices.Contains(years, now) {
		years = append(slices.Clone(years), now)
	}
	return slices.DeleteFunc(slices.Clone(years), func(year int) bool {
		_, known := r.knownYear(year)
		return known || year < 1971 || year > r.account.Now.Year()
	})
}

// knownYear is a year that was read whole after it was over.
func (r *graphqlRun) knownYear(year int) (resume.YearOfCommits, bool) {
	old := r.before()
	if old == nil || r.account.Full {
		return resume.YearOfCommits{}, false
	}
	over := time.Date(year+1, 1, 1, 0, 0, 0, 0, time.UTC).Add(settling)
	for _, y := range old.Years {
		if y.Year == year && y.ReadAt.After(over) {
			return y, true
		}
	}
	return resume.YearOfCommits{}, false
}

// commitsPart asks for a span of days, the last one included.
func (r *graphqlRun) commitsPart(from, to time.Time) part {
	days := int(to.Sub(from).Hours()/24) + 1
	return part{
		kind: "days", size: days, field: commitsField(r.account.Login, from, to), local: true,
		read: func(a *answer) error { return r.takeCommits(a, from.Year()) },
		less: func() []part {
			if days == 1 {
				return nil
			}
			middle := from.AddDate(0, 0, days/2)
			return []part{r.commitsPart(from, middle.AddDate(0, 0, -1)), r.commitsPart(middle, to)}
		},
		absent: func() error { return unknownUser(r.account.Login) },
		miss:   func(t trouble) error { return r.missYear(from.Year(), t) },
	}
}

func (r *graphqlRun) missYear(year int, t trouble) error {
	r.mu.Lock()
	defer r.mu.Unlock()
	r.commits.missing[year] = true
	r.cuts.add(resume.Cut{Part: resume.CutCommits, What: fmt.Sprintf("commits of %d", year), Why: t.why, Lasting: t.lasting})
	return nil
}

func (r *graphqlRun) takeCommits(a *answer, year int) error {
	var user map[string]*struct {
		CommitContributionsByRepository []*struct {
			ResourcePath  string
			Contributions struct{ TotalCount int }
			Repository    *gqlRepo
		}
	}
	if err := a.unmarshal(&user); err != nil {
		return err
	}
	list := user[fmt.Sprintf("y%d", year)]
	if list == nil || list.CommitContributionsByRepository == nil || slices.Contains(list.CommitContributionsByRepository, nil) {
		return errUnanswered
	}
	r.mu.Lock()
	defer r.mu.Unlock()
	twice := map[string]bool{}
	for _, c := range list.CommitContributionsByRepository {
		if twice[c.ResourcePath] && c.ResourcePath != "" {
			continue
		}
		twice[c.ResourcePath] = true
		switch n := max(c.Contributions.TotalCount, 0); {
		case c.Repository == nil:
			addCommits(r.commits.named, year, strings.ToLower(repositoryOfPath(c.ResourcePath)), n)
		case !c.Repository.IsPrivate:
			addCommits(r.commits.years, year, c.Repository.ID, n)
			if !ownedBy(r.s.Login, c.Repository.NameWithOwner) && !c.Repository.IsFork {
				r.commits.foreign[c.Repository.ID] = c.Repository
			}
		}
	}
	if r.commits.years[year] == nil {
		r.commits.years[year] = map[string]int{}
	}
	return nil
}

func addCommits(years map[int]map[string]int, year int, key string, n int) {
	if years[year] == nil {
		years[year] = map[string]int{}
	}
	if key != "" {
		years[year][key] += n
	}
}

// repositoryOfPath is owner/name of /owner/name/commits?author=….
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

// resolveParts look up the repositories of which only the name came, since one
// organization hid a year. A name that only the token's owner may see stays unknown.
func (r *graphqlRun) resolveParts() []part {
	known := byName(r.s.Repositories)
	sums := map[string]int{}
	for year, names := range r.commits.named {
		for name, n := range names {
			if repo, have := known[name]; have && !repo.Private {
				addCommits(r.commits.years, year, repo.ID, n)
			} else if id := r.idOfWork(name); id != "" {
				addCommits(r.commits.years, year, id, n)
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
		miss: func(t trouble) error {
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
			for year, names := range r.commits.named {
				if n := names[name]; n > 0 {
					addCommits(r.commits.years, year, node.ID, n)
				}
			}
			if !ownedBy(r.s.Login, node.NameWithOwner) && !node.IsFork {
				r.commits.foreign[node.ID] = node
			}
			return nil
		},
	}
}

// fewCommits is below what commits in another person's repository are not looked at.
const fewCommits = 10

// foreignDue are other people's repositories that the person committed to without
// a pull request, most commits first.
func (r *graphqlRun) foreignDue() []string {
	known := map[string]bool{}
	for _, repo := range r.s.Repositories {
		known[repo.ID] = true
	}
	for _, work := range r.s.Contributions {
		known[work.ID] = true
	}
	sums := r.commitSums()
	var due []*gqlRepo
	for id, node := range r.commits.foreign {
		if !known[id] && (node.organization() || sums[id] >= fewCommits) {
			due = append(due, node)
		}
	}
	slices.SortFunc(due, func(a, b *gqlRepo) int {
		return cmp.Or(sums[b.ID]-sums[a.ID], compareNames(a.NameWithOwner, b.NameWithOwner))
	})
	var ids []string
	for _, node := range due[:min(len(due), worksMax)] {
		ids = append(ids, node.ID)
	}
	return ids
}

func (r *graphqlRun) commitSums() map[string]int {
	sums := map[string]int{}
	for _, y := range r.s.Years {
		for id, n := range y.Commits {
			sums[id] += n
		}
	}
	return sums
}

// setYears puts the years together: those of now, and those known from before.
func (r *graphqlRun) setYears() {
	byYear := map[int]resume.YearOfCommits{}
	if old := r.before(); old != nil {
		for _, y := range old.Years {
			byYear[y.Year] = y
		}
	}
	for year, counts := range r.commits.years {
		fresh := resume.YearOfCommits{Year: year, ReadAt: r.account.Now, Commits: counts}
		if before, known := byYear[year]; known && r.commits.missing[year] {
			fresh = moreOf(before, fresh)
		}
		if r.commits.missing[year] {
			fresh.ReadAt = time.Time{}
		}
		byYear[year] = fresh
	}
	r.s.Years = slices.SortedFunc(maps.Values(byYear), func(a, b resume.YearOfCommits) int { return a.Year - b.Year })
}

// moreOf joins two readings of a year of which the newer is not whole.
func moreOf(before, now resume.YearOfCommits) resume.YearOfCommits {
	out := resume.YearOfCommits{Year: now.Year, Commits: maps.Clone(before.Commits)}
	for id, n := range now.Commits {
		out.Commits[id] = max(out.Commits[id], n)
	}
	return out
}

// setCommits writes the sums to the repositories.
func (r *graphqlRun) setCommits() {
	sums := r.commitSums()
	for i := range r.s.Repositories {
		if n, ok := sums[r.s.Repositories[i].ID]; ok {
			r.s.Repositories[i].OwnCommits = &n
		}
	}
}

// resolveCommits finds out whose commits they are, and sums up.
func (r *graphqlRun) resolveCommits(ctx context.Context) error {
	if err := r.ask(ctx, r.resolveParts()...); err != nil {
		return err
	}
	r.setYears()
	return nil
}
