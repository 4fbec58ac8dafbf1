package ghsync

import (
	"maps"
	"slices"
	"strconv"
	"time"

	"github.com/ghresume/ghresume/resume"
)

// commits collects the user's commits during a read, by the first day of the span.
type commits struct {
	spans map[time.Time]*resume.CommitSpan
	// hidden has the commits in repositories of which a policy hides all but the name.
	hidden map[time.Time]map[string]hiddenCommits
	// foreign has other people's repositories with commits, by ID.
	foreign map[string]*gqlRepo
	// doubtful are known ones that GitHub did not find among those with commits, by ID.
	doubtful []string
	// missing has the spans that could not be read completely.
	missing map[time.Time]bool
	// doubted has the spans that are requested again because they were empty.
	doubted map[time.Time]bool
	// more are pieces of spans with commits in more repositories than GitHub lists.
	more []piece
	// pieces counts those so far.
	pieces int
}

// hiddenCommits counts the commits in such a repository, with GitHub's reason.
type hiddenCommits struct {
	count int
	why   string
}

func newCommits() commits {
	return commits{spans: map[time.Time]*resume.CommitSpan{}, hidden: map[time.Time]map[string]hiddenCommits{}, foreign: map[string]*gqlRepo{}, missing: map[time.Time]bool{}, doubted: map[time.Time]bool{}}
}

// settling is how long after its end a span may still change.
const settling = 7 * 24 * time.Hour

// commitParts returns a part for each year's commits, so that a denial by an organization
// hides only its own year. Years that are over are read once.
func (r *graphqlRun) commitParts() []part {
	var parts []part
	for _, year := range r.activeYears() {
		for _, span := range r.spansDue(year) {
			key := span.From
			r.commits.spans[key] = &resume.CommitSpan{From: span.From, To: span.To, Commits: map[string]int{}}
			if r.repoTotal > manyRepositories && (r.old == nil || r.allSpans) {
				parts = append(parts, r.countedPart(key, span.To))
			} else {
				parts = append(parts, r.commitsPart(key, span.From, span.To, r.commitsForm()))
			}
		}
	}
	return parts
}

// activeYears returns the years that have contributions, and the current one.
func (r *graphqlRun) activeYears() []int {
	switch { // the next full read asks for lasting cuts again
	case r.old != nil && slices.ContainsFunc(r.old.Cut, isSlowIn(r.account.Now.Year())):
		return nil
	case r.old != nil && hasLasting(r.old, resume.CutCommits, someYears):
		return []int{r.account.Now.Year()}
	}
	years := r.s.Activity.Years
	if r.old != nil && !r.allSpans {
		years = r.old.Activity.Years // the current ones come with the same request
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
	return slices.DeleteFunc(slices.Clone(years), func(year int) bool { return year < 1971 || year > r.account.Now.Year() })
}

// spansDue returns the spans of a year that are not known for good. The current year is
// split where it will no longer change, so that refreshes need not read all of it.
func (r *graphqlRun) spansDue(year int) []resume.CommitSpan {
	day := time.Date(year, 1, 1, 0, 0, 0, 0, time.UTC)
	last := time.Date(year, 12, 31, 0, 0, 0, 0, time.UTC)
	for _, known := range r.knownSpans() {
		if known.From.Equal(day) {
			day = known.To.AddDate(0, 0, 1)
		}
	}
	now := r.account.Now.UTC()
	cut := time.Date(now.Year(), now.Month()-1, 1, 0, 0, 0, 0, time.UTC)
	switch {
	case day.After(last):
		return nil
	case day.Before(cut) && cut.Before(last):
		return []resume.CommitSpan{{From: day, To: cut.AddDate(0, 0, -1)}, {From: cut, To: last}}
	}
	return []resume.CommitSpan{{From: day, To: last}}
}

// knownSpans returns the spans that were read completely after they were over, the oldest
// first. A full read asks for them, too, because history can be rewritten.
func (r *graphqlRun) knownSpans() []resume.CommitSpan {
	old := r.before()
	if old == nil || r.old == nil || r.allSpans {
		return nil
	}
	return slices.DeleteFunc(slices.Clone(old.Commits), func(s resume.CommitSpan) bool {
		return !s.ReadAt.After(s.To.AddDate(0, 0, 1).Add(settling)) || r.hasFailed(s.From.Year())
	})
}

// commitsForm returns the fragment for commits. A full read asks for the one that costs
// fewer points first; a refresh has few spans, and the other one costs it no second request.
func (r *graphqlRun) commitsForm() string {
	if r.old != nil && !r.allSpans {
		return "EachRepository"
	}
	return "ByRepository"
}

// fewDays is the length of a span in which hardly anybody makes too many commits for an answer.
const fewDays = 16

// commitsPart asks for the days of a span, including the last one.
func (r *graphqlRun) commitsPart(span, from, to time.Time, fragment string) part {
	days := daysOf(from, to)
	return part{
		kind: "days", size: days, tiny: fewDays, field: commitsField(r.account.Login, from, to, fragment), local: true,
		read: func(a *answer) error { return r.takeCommits(a, span, from, to, fragment) },
		less: func() []part {
			if days == 1 {
				return nil
			}
			middle := from.AddDate(0, 0, days/2)
			return []part{r.commitsPart(span, from, middle.AddDate(0, 0, -1), fragment), r.commitsPart(span, middle, to, fragment)}
		},
		instead: func(denied []string) *part {
			if !slices.Contains(denied, "ByRepository.repository") {
				return nil
			}
			return new(r.commitsPart(span, from, to, "EachRepository"))
		},
		absent: func() error { return unknownUser(r.account.Login) },
		miss:   func(t problem) error { return r.missCommits(span, t) },
	}
}

// allCommits is the text of the cut for commits that are kept because GitHub lists none.
const allCommits = "commits"

// keptCommits reports whether the old snapshot has such a cut.
func keptCommits(old *resume.Snapshot) bool {
	return old != nil && slices.ContainsFunc(old.Cut, func(c resume.Cut) bool { return c.Part == resume.CutCommits && c.What == allCommits })
}

// isSlowIn matches the cut for a year of which GitHub gives only a few days at a time.
func isSlowIn(year int) func(resume.Cut) bool {
	return func(c resume.Cut) bool {
		return c.Part == resume.CutCommits && c.Why == tooSlow && slices.Contains(c.Names, strconv.Itoa(year))
	}
}

// hide adds commits of which a policy hides all but the repository's name.
func (c *commits) hide(span time.Time, name string, more hiddenCommits) {
	if name == "" {
		return
	}
	if c.hidden[span] == nil {
		c.hidden[span] = map[string]hiddenCommits{}
	}
	more.count += c.hidden[span][name].count
	c.hidden[span][name] = more
}

// joinSpans joins the new spans and those of the old snapshot. An incomplete span keeps
// what was known of it.
func (r *graphqlRun) joinSpans() {
	var before []resume.CommitSpan
	if old := r.before(); old != nil {
		before = old.Commits
	}
	if r.hasLostCommits(before) || keptCommits(r.old) && !r.allSpans && !r.hasCommits() {
		r.keepCommits()
	}
	out := slices.DeleteFunc(r.inActiveYears(r.withoutGone(before)), func(known resume.CommitSpan) bool {
		for key, now := range r.commits.spans {
			if !r.commits.missing[key] && !now.From.After(known.To) && !known.From.After(now.To) {
				return true
			}
		}
		return false
	})
	for key, now := range r.commits.spans {
		overlaps := slices.ContainsFunc(out, func(known resume.CommitSpan) bool { return !now.From.After(known.To) && !known.From.After(now.To) })
		switch {
		case !r.commits.missing[key]:
			now.ReadAt = r.account.Now
			out = append(out, *now)
		case !overlaps:
			out = append(out, *now)
		}
	}
	slices.SortFunc(out, func(a, b resume.CommitSpan) int { return a.From.Compare(b.From) })
	r.s.Commits = out
	r.noteKeptYears(before)
}

// keepCommits keeps the known commits instead of those that were returned: none, if the
// profile became private.
func (r *graphqlRun) keepCommits() {
	for key := range r.commits.spans {
		r.commits.missing[key] = true
	}
	cut := resume.Cut{Part: resume.CutCommits, What: allCommits, Why: notListed, Kept: ageOf(r.before(), resume.CutCommits)}
	if r.merges.areUnsearched() {
		cut.Why, cut.Lasting = profileIsPrivate, true
	}
	r.cuts.add(cut)
}

// inActiveYears drops the spans of years that no longer have contributions, because history
// was rewritten.
func (r *graphqlRun) inActiveYears(spans []resume.CommitSpan) []resume.CommitSpan {
	years := r.s.Activity.Years
	return slices.DeleteFunc(spans, func(span resume.CommitSpan) bool {
		year := span.From.Year()
		return len(years) > 0 && !slices.Contains(years, year) && year < r.account.Now.Year()
	})
}

// hasOtherYears reports whether a year that is over has contributions for the first time, or
// GitHub lists commits again.
func (r *graphqlRun) hasOtherYears() bool {
	if keptCommits(r.old) {
		return r.hasCommits() || isPrivateIn(r.old, resume.CutCommits) && !r.merges.areUnsearched()
	}
	if len(r.old.Activity.Years) == 0 {
		return false // an older server does not list them
	}
	return slices.ContainsFunc(r.s.Activity.Years, func(year int) bool {
		return !slices.Contains(r.old.Activity.Years, year) && year < r.account.Now.Year()
	})
}

// hasLostCommits reports whether no commits were returned although some were known in
// repositories that still exist: in a refresh, which reads recent ones, in those without a push.
func (r *graphqlRun) hasLostCommits(before []resume.CommitSpan) bool {
	if r.hasCommits() || len(r.commits.missing) == len(r.commits.spans) {
		return false
	}
	here, known := byID(r.s.Repositories), r.reposBefore
	isWhole := r.old == nil || r.allSpans || r.merges.areUnsearched()
	return slices.ContainsFunc(before, func(span resume.CommitSpan) bool {
		if isRead, isMissing := r.isReadNow(span); isMissing || !isWhole && !isRead {
			return false
		}
		for id := range span.Commits {
			repo, have := here[id]
			if have && (isWhole || !repo.Fork && repo.PushedAt.Equal(known[id].PushedAt)) {
				return true
			}
		}
		return false
	})
}

// hasCommits reports whether any commits were returned.
func (r *graphqlRun) hasCommits() bool {
	for _, now := range r.commits.spans {
		if len(now.Commits) > 0 {
			return true
		}
	}
	return false
}

// isReadNow reports whether a known span is in what was requested, and whether GitHub did
// not give it: then nothing shows that its commits are gone.
func (r *graphqlRun) isReadNow(known resume.CommitSpan) (isRead, isMissing bool) {
	for key, now := range r.commits.spans {
		if !now.From.After(known.To) && !known.From.After(now.To) {
			isRead, isMissing = true, isMissing || r.commits.missing[key]
		}
	}
	return isRead, isMissing
}

// withoutGone drops the commits in repositories that are gone or private now.
func (r *graphqlRun) withoutGone(spans []resume.CommitSpan) []resume.CommitSpan {
	out := slices.Clone(spans)
	for i := range out {
		out[i].Commits = maps.Clone(out[i].Commits)
		maps.DeleteFunc(out[i].Commits, func(id string, _ int) bool {
			node, asked := r.checked[id]
			return asked && node == nil
		})
	}
	return out
}

// hasSurfaced reports whether a list has a repository that existed before the last read
// but was, or may have been, hidden then, or was a fork, whose commits do not count: the
// years that are over lack its commits. So do they if the profile includes a private one now.
func (r *graphqlRun) hasSurfaced() bool {
	known := byID(r.old.Repositories)
	for id, repo := range r.repos {
		before, have := known[id]
		if !have && repo.CreatedAt.Before(r.old.TakenAt) || before.Fork && !repo.Fork {
			return true
		}
	}
	for _, repo := range r.s.Repositories {
		if _, have := known[repo.ID]; repo.Private && !have {
			return true
		}
	}
	for id := range r.commits.foreign {
		seen := slices.ContainsFunc(r.old.Commits, func(span resume.CommitSpan) bool { return span.Commits[id] > 0 })
		if _, have := known[id]; !have && !seen {
			return true
		}
	}
	works := map[string]bool{}
	for _, w := range r.old.Contributions {
		works[w.ID] = true
	}
	return slices.ContainsFunc(r.s.Contributions, func(w resume.MergedWork) bool {
		return w.ID != "" && !works[w.ID] && w.First.Before(r.old.TakenAt.Add(-overlap))
	})
}

// hasImported reports whether a repository that is new, was empty or was pushed to has more
// commits than those of this year: its history, or what was pushed, may be older. With fewer
// than that its history was rewritten.
func (r *graphqlRun) hasImported() bool {
	known, sums, before := byID(r.old.Repositories), sumsOf(r.s.Commits), sumsOf(r.old.Commits)
	for id, repo := range r.repos {
		listed, read := r.listings[id]
		if !read || listed.commits == nil || repo.Fork || repo.Empty {
			continue
		}
		switch was, have := known[id]; {
		case !have || was.Empty || was.Commits == nil:
			if *listed.commits > sums[id] {
				return true
			}
		case *listed.commits-*was.Commits != sums[id]-before[id] && isLight(r.old.Commits):
			return true
		}
	}
	return false
}

// lightYears is how many commits GitHub is sure to list in one answer.
const lightYears = 6000

// isLight reports whether the commits of all years can be had in one request: the commits
// may be other people's, which does not justify more.
func isLight(spans []resume.CommitSpan) bool {
	total := 0
	for _, n := range sumsOf(spans) {
		total += n
	}
	return total <= lightYears
}

// sumsOf adds up the commits of all spans by repository.
func sumsOf(spans []resume.CommitSpan) map[string]int {
	sums := map[string]int{}
	for _, span := range spans {
		for id, n := range span.Commits {
			sums[id] += n
		}
	}
	return sums
}

// setCommits sets the sums on the repositories.
func (r *graphqlRun) setCommits() {
	sums := r.commitSums()
	for i := range r.s.Repositories {
		if n, ok := sums[r.s.Repositories[i].ID]; ok {
			r.s.Repositories[i].OwnCommits = &n
		}
	}
}
