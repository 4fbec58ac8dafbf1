package ghsync

import (
	"context"
	"fmt"
	"strconv"
	"time"

	"github.com/ghresume/ghresume/resume"
)

// mostRepositories is how many repositories GitHub lists for a span.
const mostRepositories = 100

// mostPieces is into how many pieces the spans are cut in all: each costs a point.
const mostPieces = 600

// fewListed is how full a piece should be at most: repositories with commits in one piece
// may have some in the next one, too.
const fewListed = 24

// manyRepositories is from how many repositories on GitHub first counts those that the
// commits of a year are in.
const manyRepositories = 400

// piece is a part of a span, with about how many commits it has.
type piece struct {
	part
	commits int
}

// isCutOff reports whether there are commits in more repositories than GitHub lists.
func (c *gqlCommits) isCutOff() bool {
	return len(c.CommitContributionsByRepository) >= mostRepositories && c.listed() < c.TotalCommitContributions
}

// listed returns the number of commits in the repositories that GitHub lists.
func (c *gqlCommits) listed() (n int) {
	for _, repo := range c.CommitContributionsByRepository {
		n += repo.Contributions.TotalCount
	}
	return n
}

// fewestLeftOut is the text of the cut for commits in repositories that GitHub does not list.
const fewestLeftOut = "commits in the repositories with the fewest"

// cutUp makes the pieces of a cut-off span due. There are as many that a refresh needs no round
// of requests for each halving: at most as many repositories are left out as commits. It
// reports false for a day, and if the spans are in too many pieces: then the repositories with
// the fewest commits are left out.
func (r *graphqlRun) cutUp(span, from, to time.Time, fragment string, c *gqlCommits) bool {
	r.mu.Lock()
	defer r.mu.Unlock()
	most := mostRepositories + c.TotalCommitContributions - c.listed()
	n := min(daysOf(from, to), most/fewListed, mostPieces-r.commits.pieces)
	if n < 2 {
		r.cuts.add(resume.Cut{What: fewestLeftOut, Names: []string{strconv.Itoa(from.Year())}, Why: "GitHub lists 100 repositories at a time", Lasting: true})
		return false
	}
	r.addPieces(span, from, to, fragment, n, c.TotalCommitContributions)
	return true
}

// addPieces makes n pieces of the days of a span due, which have that many commits together.
func (r *graphqlRun) addPieces(span, from, to time.Time, fragment string, n, commits int) {
	days := daysOf(from, to)
	for i := range n {
		p := r.commitsPart(span, from.AddDate(0, 0, i*days/n), from.AddDate(0, 0, (i+1)*days/n-1), fragment)
		p.kind = "pieces"
		r.commits.pieces++
		r.commits.more = append(r.commits.more, piece{p, commits / n})
	}
}

// countedPart counts a span's commits and their repositories, so that it is read in pieces
// that GitHub is likely to list completely, and that are not too heavy.
func (r *graphqlRun) countedPart(span, to time.Time) part {
	whole := r.commitsPart(span, span, to, r.commitsForm())
	p := part{field: countsField(r.account.Login, span, to), local: true, absent: whole.absent, miss: whole.miss}
	p.read = func(a *answer) error {
		var user map[string]*struct{ TotalCommitContributions, TotalRepositoriesWithContributedCommits int }
		if err := a.unmarshal(&user); err != nil || user[fmt.Sprintf("y%d", span.Year())] == nil {
			return errUnanswered
		}
		counts := user[fmt.Sprintf("y%d", span.Year())]
		r.mu.Lock()
		defer r.mu.Unlock()
		n := 1 + max(counts.TotalRepositoriesWithContributedCommits-1, 0)/fewListed + counts.TotalCommitContributions/lightYears
		n = min(n, daysOf(span, to), max(mostPieces/len(r.commits.spans), 1))
		r.addPieces(span, span, to, r.commitsForm(), n, counts.TotalCommitContributions)
		return nil
	}
	return p
}

// readPieces reads the pieces of spans, as many at once as GitHub is sure to give.
func (r *graphqlRun) readPieces(ctx context.Context) error {
	for len(r.commits.more) > 0 {
		more := r.commits.more
		r.commits.more = nil
		for len(more) > 0 {
			var parts []part
			for sum := 0; len(more) > 0 && (len(parts) == 0 || sum+more[0].commits <= lightYears); more = more[1:] {
				sum += more[0].commits
				parts = append(parts, more[0].part)
			}
			if err := r.ask(ctx, parts...); err != nil {
				return err
			}
		}
	}
	return nil
}

// daysOf returns the number of days from the first to the last one.
func daysOf(from, to time.Time) int { return int(to.Sub(from).Hours()/24) + 1 }
