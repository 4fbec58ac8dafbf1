package ghsync

import (
	"context"
	"slices"
	"strings"

	"github.com/google/go-github/v62/github"

	"github.com/ghresume/ghresume/resume"
)

// mostRefused returns what details are about that GitHub refused of more repositories than
// a refresh can ask about again, for a reason that may pass; "" if there are none.
func mostRefused(old *resume.Snapshot) string {
	i := slices.IndexFunc(old.Cut, func(c resume.Cut) bool { return isPassingDetail(c) && c.Why != anonymous && c.Count > triedAgain })
	if i < 0 {
		return ""
	}
	return subjectOf(old.Cut[i].What)
}

// probe asks about one repository again in the turn of the details, if they were refused of
// many. If GitHub gives them now, everything is to be read again; else this refresh is over.
func (r *restRun) probe(ctx context.Context, s *resume.Snapshot) (isGiven bool, err error) {
	what := mostRefused(r.old)
	if r.turn != detailsTurn || what == "" {
		return false, nil
	}
	for _, repo := range byRelevance(s, r.account.Include) {
		owner, name, _ := strings.Cut(repo.Name, "/")
		switch {
		case what == "languages" && repo.Languages == nil:
			_, _, err = r.rest.Repositories.ListLanguages(ctx, owner, name)
		case what == "releases" && repo.Releases == nil:
			_, _, err = r.rest.Repositories.ListReleases(ctx, owner, name, &github.ListOptions{PerPage: pageSize})
		case what == "files" && filesDue(repo):
			_, _, err = r.rest.Git.GetTree(ctx, owner, name, "HEAD", true)
		default:
			continue
		}
		if err == nil {
			return true, nil
		}
		r.turn = "" // the cuts stay as they are
		if refusal(err) != "" || ctx.Err() == nil && r.isOutage(err) {
			return false, nil
		}
		return false, r.optional(err)
	}
	return false, nil
}

// stillRefused counts the repositories of which an earlier read was refused a detail that this
// one does not ask for again: a cut of their own names them.
func (r *restRun) stillRefused(what string) int {
	n := 0
	if r.old != nil && r.turn != detailsTurn {
		for _, c := range r.old.Cut {
			if isPassingDetail(c) && c.Why != anonymous && subjectOf(c.What) == what {
				n += c.Count
			}
		}
	}
	return n
}
