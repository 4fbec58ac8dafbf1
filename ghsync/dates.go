package ghsync

import (
	"time"

	"github.com/ghresume/ghresume/resume"
)

// gitBegan is the year in which Git was published. Nothing on GitHub is older, so an
// earlier date is a missing one.
const gitBegan = 2005

// mergeDate returns when a pull request was merged; the zero time if that is not known.
func mergeDate(at time.Time) time.Time {
	if at.Year() < gitBegan {
		return time.Time{}
	}
	return at
}

// cannotBe reports whether GitHub cannot have meant a date.
func (r *reading) cannotBe(date time.Time) bool {
	return date.Year() < gitBegan || date.After(r.account.Now.Add(clockError))
}

// believeDates puts known dates, which before may have, in the place of those that cannot be.
func (r *reading) believeDates(repo *resume.Repository, before resume.Repository) {
	for date, known := range map[*time.Time]time.Time{&repo.CreatedAt: before.CreatedAt, &repo.PushedAt: before.PushedAt, &repo.UpdatedAt: before.UpdatedAt} {
		if r.cannotBe(*date) {
			*date = known
		}
	}
}

// noteLostPush says that a repository lost its date: only an empty one was never pushed to.
func (r *reading) noteLostPush(repo *resume.Repository) {
	if repo.PushedAt.IsZero() && !repo.Empty {
		r.cuts.add(resume.Cut{Part: resume.CutDetails, What: "the last push of some repositories", Names: []string{repo.Name}, Why: hasGaps})
	}
}
