package resume

import (
	"cmp"
	"maps"
	"slices"
	"time"

	"github.com/ghresume/ghresume/resume/skill"
)

// Figures are the counts from the snapshot, for pictures.
type Figures struct {
	// Languages are the shares of the code that the user wrote, largest first.
	Languages []LanguageShare
	// Repositories counts those whose code was counted; Unknown counts those whose
	// languages GitHub did not return, Unsearched those counted in which other people's
	// code was not looked for, and Whole the user's own ones counted whole because their
	// share of the commits is unknown.
	Repositories, Unknown, Unsearched, Whole int
	// Years are all years from the first work to the snapshot, including those without
	// work.
	Years []YearOfWork
	// CommitsKnown reports whether the commits of all years are known.
	CommitsKnown bool
	// Undated counts merged pull requests whose year is unknown.
	Undated int
	// Merged counts all pull requests merged in other people's repositories, MergedIn these
	// repositories, and Stars those of the user's own ones.
	Merged, MergedIn, Stars int
}

// LanguageShare is a language and its share of all code, from 0 to 1.
type LanguageShare struct {
	Name  string `text:"-"`
	Share float64
}

// YearOfWork counts the work of one year.
type YearOfWork struct {
	Year int
	// Merged counts pull requests in other people's repositories, Started the user's own
	// repositories, Commits their commits in public repositories that are not forks.
	Merged, Started, Commits int
}

// figures counts only public work, whatever else the profile prints.
func (j *joiner) figures() Figures {
	var f Figures
	j.countLanguages(&f)
	j.countYears(&f)
	for _, w := range j.countedWork() {
		f.Merged += j.merged(w)
		f.MergedIn++
	}
	for _, r := range j.snapshot.Repositories {
		if j.owns(r.Name) && !r.Fork && !r.Private {
			f.Stars += r.Stars
		}
	}
	return f
}

// countLanguages weighs the bytes of every public repository except forks by the user's
// share of its commits. GitHub's numbers exclude generated and vendored code; notebooks
// are not counted, since most of their bytes are output. Languages that the profile
// excludes are only missing from the list: the shares of the others do not change.
func (j *joiner) countLanguages(f *Figures) {
	weights, total := map[string]float64{}, 0.0
	for _, r := range j.snapshot.Repositories {
		part, known := j.partOf(r)
		switch {
		case part == 0 || r.Fork || r.Empty || r.Private:
			continue
		case r.Languages == nil:
			f.Unknown++
			continue
		}
		all := j.codeOf(r, j.profile.GitHub.Skills.Include, nil)
		listed := j.codeOf(r, j.profile.GitHub.Skills.Include, slices.Concat(j.profile.GitHub.Skills.Exclude, j.profile.Pictures.Languages.Exclude))
		for _, name := range slices.Sorted(maps.Keys(all)) { // in order, so that equal numbers give equal sums
			weights[name] += listed[name] * part
			total += all[name] * part
		}
		if len(all) > 0 {
			f.Repositories++
			if !known {
				f.Whole++
			}
		}
		if len(all) > 1 && r.Facts == nil && r.FilesAt.IsZero() {
			f.Unsearched++
		}
	}
	f.Unknown += j.unreadWorks()
	for name, n := range weights {
		if n > 0 {
			f.Languages = append(f.Languages, LanguageShare{name, n / total})
		}
	}
	slices.SortFunc(f.Languages, func(a, b LanguageShare) int {
		return cmp.Or(cmp.Compare(b.Share, a.Share), cmp.Compare(a.Name, b.Name))
	})
}

// unreadWorks counts the repositories of others that the user helped to write, but of which
// only the merged pull requests were read.
func (j *joiner) unreadWorks() int {
	commits := map[string]int{}
	for _, span := range j.snapshot.Commits {
		for id, n := range span.Commits {
			commits[id] += n
		}
	}
	for _, r := range j.snapshot.Repositories {
		delete(commits, r.ID)
	}
	unread := 0
	for _, w := range j.snapshot.Contributions {
		if w.ID != "" && !w.Fork && commits[w.ID] >= leastActivity {
			unread++
		}
	}
	return unread
}

// notebooks is GitHub's name for files that contain code and, mostly, its output.
const notebooks = "Jupyter Notebook"

// codeOf returns the bytes of a repository's programming languages without its notebooks.
func (j *joiner) codeOf(r Repository, include, exclude []string) map[string]float64 {
	source := j.source(r)
	source.Languages = maps.Clone(r.Languages)
	delete(source.Languages, notebooks)
	return j.catalog.Weights(source, skill.Choice{Include: include, Exclude: exclude})
}

// partOf returns the user's share of a repository's commits, and whether it is known. If
// not, as for years that could not be read, their own repository counts whole and another's
// not at all. If the user's commits of all years are known and a repository has none of
// them, it is a copy.
func (j *joiner) partOf(r Repository) (part float64, known bool) {
	switch {
	case j.knowsCommits() && r.OwnCommits == nil:
		return 0, true
	case r.OwnCommits != nil && r.Commits != nil && *r.Commits > 0 && (!j.lacksCommits() || !j.owns(r.Name)):
		return min(1, float64(*r.OwnCommits)/float64(*r.Commits)), true
	case j.owns(r.Name):
		return 1, false
	}
	return 0, false
}

// countYears counts merged pull requests, commits and started repositories by year.
func (j *joiner) countYears(f *Figures) {
	now := j.snapshot.TakenAt.Year()
	byYear := map[int]*YearOfWork{}
	in := func(at time.Time) *YearOfWork {
		year := byYear[at.Year()]
		if year == nil {
			year = &YearOfWork{Year: at.Year()}
			byYear[at.Year()] = year
		}
		return year
	}
	for _, w := range j.rankedWork() {
		f.Undated += j.countPulls(w, in)
	}
	for _, r := range j.snapshot.Repositories {
		if j.owns(r.Name) && !r.Fork && !r.Empty && !isProfileReadme(r.Name) && !r.CreatedAt.IsZero() && !r.Private {
			in(r.CreatedAt).Started++
		}
	}
	f.CommitsKnown = j.countCommits(in)
	first := now
	for year := range byYear {
		first = min(first, year)
	}
	for year := first; year <= now && len(byYear) > 0; year++ {
		if found := byYear[year]; found != nil {
			f.Years = append(f.Years, *found)
			continue
		}
		f.Years = append(f.Years, YearOfWork{Year: year})
	}
}

// countPulls counts the pull requests of one repository, and returns how many have no year.
func (j *joiner) countPulls(w MergedWork, in func(time.Time) *YearOfWork) (undated int) {
	choice := j.profile.GitHub.Contributions
	dated := 0
	for _, p := range w.Pulls {
		if p.Kind == "" || p.Kind == PullBot && choice.Bots || p.Kind == PullBackport && choice.Backports {
			in(p.MergedAt).Merged++
			dated++
		}
	}
	rest := j.merged(w) - dated
	if rest > 0 && dated == 0 && !w.First.IsZero() && w.First.Year() == w.Last.Year() {
		in(w.First).Merged += rest
		return 0
	}
	return max(0, rest)
}

// countCommits counts the user's commits in public repositories. It reports whether those
// of all years are known, and otherwise counts nothing.
func (j *joiner) countCommits(in func(time.Time) *YearOfWork) bool {
	if !j.knowsCommits() {
		return false
	}
	counted := j.publicCode()
	for _, span := range j.snapshot.Commits {
		total := 0
		for id, n := range span.Commits {
			if counted[id] {
				total += n
			}
		}
		if total > 0 {
			in(span.From).Commits += total
		}
	}
	return true
}

// publicCode returns the IDs of the repositories whose commits count: known to be public,
// also by a merged pull request, and neither a fork nor a profile's README.
func (j *joiner) publicCode() map[string]bool {
	ids := map[string]bool{}
	for _, w := range j.snapshot.Contributions {
		ids[w.ID] = !w.Fork
	}
	for _, r := range j.snapshot.Repositories {
		ids[r.ID] = !r.Private && !r.Fork && !isProfileReadme(r.Name)
	}
	delete(ids, "")
	return ids
}

// mostListed is the number of repositories from which a span of commits may be
// incomplete: GitHub lists a hundred, including private ones, which the snapshot leaves
// out.
const mostListed = 50

// knowsCommits reports whether the user's commits of all years are known.
func (j *joiner) knowsCommits() bool {
	return !j.lacksCommits() && slices.ContainsFunc(j.snapshot.Commits, func(s CommitSpan) bool { return len(s.Commits) > 0 })
}

// lacksCommits reports whether the commits of some years could not be read.
func (j *joiner) lacksCommits() bool {
	return slices.ContainsFunc(j.snapshot.Commits, func(s CommitSpan) bool { return s.ReadAt.IsZero() || len(s.Commits) >= mostListed })
}
