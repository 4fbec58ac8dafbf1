package ghsync

import (
	"slices"
	"strings"

	"github.com/ghresume/ghresume/internal/english"
	"github.com/ghresume/ghresume/resume"
)

// onlyWithToken is the reason for keeping parts that REST does not return.
const onlyWithToken = "GitHub gives it only with a token"

// keepOf handles a list that was not returned, because it is denied or because an old
// server does not have it: the old one is kept. have is how many items there were.
func (r *restRun) keepOf(err error, part resume.CutPart, what string, have int) (kept bool, _ error) {
	lasting, why := denial(err)
	switch {
	case err == nil:
		return false, nil
	case isStatus(err, 404):
		lasting, why = false, "404 Not Found"
	case isReason(err, Incomplete):
		why = firstLine(err.Error())
	case why == "":
		return false, err
	}
	cut := resume.Cut{Part: part, What: what, Why: why, Lasting: lasting}
	if have > 0 {
		cut.Kept = ageOf(r.before(), part)
	}
	r.cuts.add(cut)
	return true, nil
}

// keptPulls returns the old merges that a full read keeps: if the search returns fewer,
// since merges only disappear with their repository.
func (r *restRun) keptPulls(found []pull) []resume.MergedWork {
	old := r.before()
	if old == nil || countPulls(old.Contributions) <= len(found) {
		return nil
	}
	r.cuts.each(func(c *resume.Cut) {
		if c.Part == resume.CutContributions {
			c.Kept = ageOf(old, resume.CutContributions)
		}
	})
	return old.Contributions
}

// noteUnfound records that merges were kept although the search was complete.
func (r *restRun) noteUnfound(s *resume.Snapshot, found []pull) {
	n := countPulls(s.Contributions) - countPulls(contributions(s.Login, nil, found))
	if n > 0 && !r.cuts.has(resume.CutContributions) {
		r.cuts.add(resume.Cut{Part: resume.CutContributions, What: english.Count(n, "merged pull request"), Why: notFound, Kept: ageOf(r.before(), resume.CutContributions)})
	}
}

// keepTokenParts keeps what was read with a token and cannot be read without one.
func (r *restRun) keepTokenParts(s, old *resume.Snapshot) {
	s.Pinned, s.Commits, s.Activity, s.Unsearched = old.Pinned, old.Commits, old.Activity, old.Unsearched
	if s.Pinned == nil && s.Commits == nil {
		return
	}
	for _, repo := range old.Repositories {
		if !ownedBy(r.login, repo.Name) && !repo.Private && !r.isNamed(repo.Name) && !hasID(s.Repositories, repo.ID) {
			s.Repositories = append(s.Repositories, repo)
		}
	}
	r.cuts.add(resume.Cut{Part: resume.CutActivity, What: "pinned repositories, commits, reviews and work in organizations", Why: onlyWithToken,
		Lasting: true, Kept: ageOf(old, resume.CutActivity)})
}

// isNamed reports whether the old snapshot has a repository because the profile names it.
func (r *restRun) isNamed(name string) bool {
	return slices.ContainsFunc(r.before().Named, func(n resume.NamedRepository) bool { return strings.EqualFold(n.Repository, name) })
}

// keepUnseen keeps a private repository that the profile includes and that only a token may
// read. It returns its current name, or "".
func (r *restRun) keepUnseen(s *resume.Snapshot, name string) string {
	if !r.mayBePrivate(name) {
		return ""
	}
	cut := resume.Cut{Part: resume.CutNamed, What: name, Why: unseen, Lasting: true}
	defer func() { r.cuts.add(cut) }()
	repo := r.namedBefore(name)
	if repo == nil || !repo.Private {
		return ""
	}
	cut.Kept = ageOf(r.before(), resume.CutNamed)
	if !hasID(s.Repositories, repo.ID) {
		s.Repositories = append(s.Repositories, *repo)
	}
	return repo.Name
}

// keepNamed keeps the repositories that the profile names and that were not returned.
func (r *restRun) keepNamed(s, old *resume.Snapshot) {
	known := byName(old.Repositories)
	for _, named := range old.Named {
		answered := slices.ContainsFunc(s.Named, func(n resume.NamedRepository) bool { return strings.EqualFold(n.Name, named.Name) })
		asked := slices.ContainsFunc(r.account.Include, func(text string) bool {
			name, ok := repositoryName(text)
			return ok && strings.EqualFold(name, named.Name)
		})
		if answered || !asked {
			continue
		}
		s.Named = append(s.Named, named)
		if repo, have := known[strings.ToLower(named.Repository)]; have && !hasID(s.Repositories, repo.ID) {
			s.Repositories = append(s.Repositories, repo)
		}
	}
}

// keepFiles keeps facts of the same push from files that are not read without a token.
func keepFiles(old, now []resume.Repository) {
	known := byID(old)
	for i := range now {
		before, have := known[now[i].ID]
		if have && before.FilesAt.Equal(now[i].PushedAt) && len(before.Facts) > len(now[i].Facts) {
			now[i].Facts, now[i].FilesAt = before.Facts, before.FilesAt
		}
	}
}

// keepFacts keeps what a search does not return, or no longer returned: facts about
// repositories, lines, and who opened a pull request according to its branch.
func keepFacts(old *resume.Snapshot, now []resume.MergedWork) {
	known := map[string]*resume.MergedWork{}
	for i := range old.Contributions {
		known[strings.ToLower(old.Contributions[i].Repository)] = &old.Contributions[i]
	}
	for i := range now {
		w, before := &now[i], known[strings.ToLower(now[i].Repository)]
		if before == nil {
			continue
		}
		if w.Stars == nil {
			role, pulls := w.Role, w.Pulls
			*w = *before
			w.Role, w.Pulls = role, pulls
		}
		keepPulls(w.Pulls, before.Pulls, !lacksBots(old), true)
		count(w)
	}
}

// unlisted returns how many of the old own repositories a list does not include.
func (r *restRun) unlisted(list []resume.Repository) int {
	here, n := byID(list), 0
	for _, repo := range r.before().Repositories {
		if _, have := here[repo.ID]; !have && ownedBy(r.login, repo.Name) && !repo.Private {
			n++
		}
	}
	return n
}
