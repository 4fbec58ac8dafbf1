package ghsync

import (
	"cmp"
	"context"
	"errors"
	"maps"
	"slices"
	"strings"
	"time"

	"github.com/google/go-github/v62/github"

	"github.com/ghresume/ghresume/internal/lazy"
	"github.com/ghresume/ghresume/resume"
)

// anonymousPages is how many pages of a search are requested without the token,
// anonymousSearch the most requests for all that it finds: GitHub allows ten searches a
// minute.
const (
	anonymousPages  = 3
	anonymousSearch = 10
)

// withoutToken returns a client of the same GitHub server that sends no token.
func (c *Client) withoutToken() (*Client, error) {
	config := c.config
	config.Token = ""
	anonymous, err := New(config)
	if err != nil {
		return nil, err
	}
	return anonymous, nil
}

// askWithoutToken reads public work that an organization's policy hides from the token,
// but not from anonymous users: once, in a few requests. What remains stays hidden.
func (r *graphqlRun) askWithoutToken(ctx context.Context) error {
	m := &r.merges
	isTurn := r.old != nil && r.turn() == searchTurn
	if len(m.hidden) == 0 && !isTurn || !isTurn && r.hiddenWasReported() {
		return nil
	}
	client, err := r.withoutToken()
	if err != nil {
		return err
	}
	defer func() { r.usage.add(client.Usage()) }()
	anonymous := &restRun{reading: &reading{Client: client, account: r.account, portions: newPortions()}, login: r.s.Login, budget: anonymousSearch}
	query, found, err := r.searchHidden(ctx, anonymous)
	if err != nil {
		m.hiddenMayShow = !isStatus(err, 422) && !isReason(err, NeedsToken)
		return ctx.Err()
	}
	m.hiddenMayShow = anonymous.cuts.has(resume.CutContributions)
	m.foundWithout(found, len(organizationsNamed(r.hiddenReasons())) > 0)
	if found = r.unknownOf(found); len(found) == 0 {
		return nil
	}
	work := contributions(r.s.Login, nil, found)
	if err := anonymous.describeAll(ctx, work); err != nil && ctx.Err() != nil {
		return err
	}
	if err := r.markHiddenBots(ctx, anonymous, query, found); err != nil {
		return err
	}
	facts := map[string]resume.MergedWork{}
	for _, w := range work {
		facts[w.Repository] = w
	}
	for i := range found {
		w := facts[found[i].repo.Repository]
		w.Pulls = nil
		found[i].repo = w
	}
	if n := unstarred(work); n > 0 {
		r.cuts.add(resume.Cut{Part: resume.CutContributions, What: starsOf(n), Why: gaveUp})
	}
	m.pulls = append(m.pulls, found...)
	return nil
}

// searchHidden searches without the token for what is hidden, and returns the query that found
// it: in the organizations that GitHub's reasons name. If they name none, a full read tries
// the user's own first, and everywhere if these have less than is hidden.
func (r *graphqlRun) searchHidden(ctx context.Context, anonymous *restRun) (query string, found []pull, err error) {
	query = mergedElsewhere(r.s.Login)
	organizations := organizationsNamed(r.hiddenReasons())
	isNamed := len(organizations) > 0
	if !isNamed && r.old == nil && len(r.s.Organizations) <= fewOrganizations {
		organizations = r.s.Organizations
	}
	if len(organizations) > 0 {
		within := query + " org:" + strings.Join(organizations, " org:")
		found, err = anonymous.searchPulls(ctx, within, anonymousPages)
		if found = r.unreadOf(found); isNamed || err == nil && len(found) > 0 && len(found) >= r.merges.countHidden() {
			return within, found, err
		}
		anonymous.cuts.reset(nil)
	}
	found, err = anonymous.searchPulls(ctx, query, anonymousPages)
	return query, r.unreadOf(found), err
}

// fewOrganizations is how many one search names.
const fewOrganizations = 5

// markHiddenBots finds the pull requests of tools. If it cannot, a cut says so, and the next
// read tries again.
func (r *graphqlRun) markHiddenBots(ctx context.Context, anonymous *restRun, query string, found []pull) error {
	err := anonymous.markBots(ctx, query, found)
	switch {
	case ctx.Err() != nil:
		return ctx.Err()
	case err != nil:
		r.cuts.add(resume.Cut{Part: resume.CutContributions, What: botsUnknown, Why: gaveUp})
	}
	for _, c := range anonymous.cuts.all(nil) {
		if c.What == botsUnknown {
			r.cuts.add(c)
		}
	}
	return nil
}

// hiddenReasons returns GitHub's reasons for what it hides now, or hid before.
func (r *graphqlRun) hiddenReasons() map[string]int {
	reasons := maps.Clone(r.merges.hidden)
	if r.old != nil {
		for _, c := range r.old.Cut {
			if isUnreadMerges(c) {
				reasons[c.Why] += c.Count
			}
		}
	}
	return reasons
}

// isUnreadMerges reports whether a cut is about merges that a policy hides, which were not
// found without the token, either.
func isUnreadMerges(c resume.Cut) bool {
	return c.Part == resume.CutContributions && c.Lasting && c.Count > 0 && c.Why != leftOut
}

// hiddenWasReported reports whether everything hidden now was already hidden at the last read,
// which then requested it without the token.
func (r *graphqlRun) hiddenWasReported() bool {
	isPublicAgain := r.old != nil && r.old.Unsearched > 0 && r.s.Unsearched == 0
	if r.old == nil || isPublicAgain || lacksBots(r.old) || lacks(r.old, resume.CutContributions) && unstarred(r.old.Contributions) > 0 {
		return false
	}
	if r.merges.countHidden() <= r.knownButUnseen() {
		clear(r.merges.hidden) // all of them are known from an earlier read
		return true
	}
	for why, n := range r.merges.hidden {
		reported := slices.ContainsFunc(r.old.Cut, func(c resume.Cut) bool {
			return c.Part == resume.CutContributions && c.Why == why && c.Count >= n && c.Lasting
		})
		if !reported {
			return false
		}
	}
	return true
}

// knownButUnseen counts the known merges in the time span of the search that it did not
// return.
func (r *graphqlRun) knownButUnseen() int {
	var since time.Time
	if !r.merges.isWhole && r.newsQuery() != mergedElsewhere(r.account.Login) {
		since = lastMerge(r.old).Add(-overlap)
	}
	n := 0
	for _, w := range r.unseen(r.old.Contributions) {
		for _, p := range w.Pulls {
			if !p.MergedAt.Before(since) {
				n++
			}
		}
	}
	return n
}

func (m *merges) countHidden() int {
	n := 0
	for _, hidden := range m.hidden {
		n += hidden
	}
	return n
}

// unreadOf drops the pull requests that were also readable with the token.
func (r *graphqlRun) unreadOf(found []pull) []pull {
	have := map[string]bool{}
	for _, p := range r.merges.pulls {
		have[pullKey(strings.ToLower(p.repo.Repository), p.Number)] = true
	}
	return slices.DeleteFunc(found, func(p pull) bool { return have[pullKey(strings.ToLower(p.repo.Repository), p.Number)] })
}

// unknownOf drops the pull requests that an earlier read found; a full read, or one after a
// read that could not tell tools' from the user's, reads them again.
func (r *graphqlRun) unknownOf(found []pull) []pull {
	have := map[string]bool{}
	if r.old != nil && !lacksBots(r.old) {
		for _, w := range r.old.Contributions {
			for _, p := range w.Pulls {
				have[pullKey(strings.ToLower(w.Repository), p.Number)] = true
			}
		}
	}
	return slices.DeleteFunc(slices.Clone(found), func(p pull) bool { return have[pullKey(strings.ToLower(p.repo.Repository), p.Number)] })
}

// foundWithout reduces the hidden counts by what was found without the token.
func (m *merges) foundWithout(found []pull, named bool) {
	var rest []pull
	for _, p := range found {
		owner, _, _ := strings.Cut(strings.ToLower(p.repo.Repository), "/")
		if !m.isFound(func(why string) bool { return strings.Contains(strings.ToLower(why), owner) }) {
			rest = append(rest, p)
		}
	}
	for range rest {
		m.isFound(func(why string) bool { return !named && quotedName.FindString(why) == "" || len(m.hidden) == 1 })
	}
}

// isFound reduces the count of the first reason that isMeant accepts.
func (m *merges) isFound(isMeant func(why string) bool) bool {
	for _, why := range slices.Sorted(maps.Keys(m.hidden)) {
		if m.hidden[why] > 0 && isMeant(why) {
			m.hidden[why]--
			return true
		}
	}
	return false
}

// quotedName matches the organization in GitHub's messages.
var quotedName = lazy.New("['`]([A-Za-z0-9][A-Za-z0-9-]*)['`]")

// organizationsNamed returns the organizations in the reasons; nil if one has none.
func organizationsNamed(reasons map[string]int) []string {
	var out []string
	for why := range reasons {
		m := quotedName.FindStringSubmatch(why)
		if m == nil {
			return nil
		}
		out = append(out, m[1])
	}
	slices.Sort(out)
	return slices.Compact(out)
}

// denial returns GitHub's message if err is a REST response that denies access to everyone
// or to this token, and whether that lasts.
func denial(err error) (lasting bool, why string) {
	answer, ok := errors.AsType[*github.ErrorResponse](err)
	if !ok {
		return false, ""
	}
	sentence := cmp.Or(graphqlError{Message: answer.Message}.sentence(), answer.Response.Status)
	switch answer.Response.StatusCode {
	case 403:
		return isPolicy(answer.Message), sentence
	case 410, 451:
		return true, sentence
	}
	return false, ""
}

// isPolicy reports whether a message names a lasting reason: a policy, or a repository that
// was taken down. Others may pass.
func isPolicy(message string) bool {
	return slices.ContainsFunc([]string{"access blocked", "SAML", "allow list", "forbids", "not accessible", "lifetime", "protected by"},
		func(word string) bool { return strings.Contains(message, word) })
}
