package ghsync

import (
	"cmp"
	"errors"
	"slices"
	"strings"

	"github.com/ghresume/ghresume/resume"
)

// repoPager lists the account's own public repositories.
func (r *graphqlRun) repoPager(by order, withProfile bool) *pager {
	return &pager{
		kind: "repositories", size: pageSize,
		field: func(first int, after string) string {
			return repositoriesField(r.account.Login, by, first, after, withProfile && after == "")
		},
		read: r.takePage,
		miss: func(t problem) error {
			r.endOfRepos(t)
			r.mu.Lock()
			defer r.mu.Unlock()
			if withProfile && r.s.User.URL == "" {
				r.userMissing = &t
			}
			return nil
		},
	}
}

// endOfRepos records why the list of repositories lacks some.
func (r *graphqlRun) endOfRepos(t problem) {
	r.mu.Lock()
	defer r.mu.Unlock()
	r.repoEnd = &t
}

func (r *graphqlRun) takePage(a *answer, patient bool) (gqlPageInfo, error) {
	var user struct {
		gqlUser
		Repositories *struct {
			TotalCount int
			PageInfo   gqlPageInfo
			Nodes      []*gqlRepo
		}
	}
	if slices.ContainsFunc(a.errors, func(e graphqlError) bool { return e.Type == "NOT_FOUND" && len(e.Path) == 1 }) {
		return gqlPageInfo{}, unknownUser(r.account.Login)
	}
	if err := a.unmarshal(&user); err != nil {
		return gqlPageInfo{}, err
	}
	list := user.Repositories
	if list == nil {
		return gqlPageInfo{}, errUnanswered
	}
	for i, node := range list.Nodes {
		if node != nil {
			node.lost = a.lostAt(i)
		} else if why := a.failedAt(i); why != "" {
			r.endOfRepos(problem{why: why})
		}
	}
	gaps := user.hasGaps(r.before()) || slices.Contains(list.Nodes, nil) || slices.ContainsFunc(list.Nodes, func(n *gqlRepo) bool { return n != nil && n.hasGaps() })
	if gaps && !patient && !slices.ContainsFunc(a.errors, func(e graphqlError) bool { return !e.isNotFound() }) {
		return gqlPageInfo{}, errUnanswered
	}
	if user.Login != "" && !strings.EqualFold(user.Login, r.account.Login) {
		return gqlPageInfo{}, anotherAccount(r.account.Login, user.Login)
	}
	if user.Login != "" {
		r.takeUser(&user.gqlUser, a)
	}
	for i, node := range list.Nodes {
		if why, hidden := a.hidden(i); node == nil && hidden {
			r.noteDenied(why)
		}
	}
	r.takeRepos(list.TotalCount, list.Nodes)
	return list.PageInfo, nil
}

func (r *graphqlRun) takeUser(u *gqlUser, a *answer) {
	r.mu.Lock()
	defer r.mu.Unlock()
	r.s.Login, r.s.User, r.s.Pinned = u.Login, u.profile(), u.pinned()
	old := r.before()
	if why := a.hiddenIn("pinnedItems"); why != "" {
		r.hiddenPins = func() { r.keepPins(u, why) }
	} else if old != nil && u.hasGaps(old) {
		r.s.User.Social, r.s.Pinned = old.User.Social, old.Pinned
		r.cuts.add(resume.Cut{Part: resume.CutProfile, What: "pinned repositories and other accounts", Why: hasGaps, Kept: ageOf(old, resume.CutProfile)})
	} else if slices.Contains(u.PinnedItems.Nodes, nil) {
		r.cuts.add(resume.Cut{Part: resume.CutProfile, What: somePins, Why: hasGaps})
	}
	if slices.Contains(u.SocialAccounts.Nodes, nil) {
		r.keepAccounts(a.hiddenIn("socialAccounts"))
	}
	if old != nil {
		a.lost.keepUser(r.s, old)
	}
	if u.PullRequests != nil && u.PullRequests.TotalCount < beyondReason {
		r.merges.listed = u.PullRequests.TotalCount
	}
}

// somePins is the text of the cut for pins that GitHub hides from the token.
const somePins = "some pinned repositories"

// keepPins puts known pins in the place of those that GitHub hides from the token, but none
// that it can read: those are no longer pinned.
func (r *graphqlRun) keepPins(u *gqlUser, why string) {
	cut := resume.Cut{Part: resume.CutProfile, What: somePins, Why: why, Lasting: true}
	var known []string
	if old := r.before(); old != nil {
		known = slices.DeleteFunc(slices.Clone(old.Pinned), func(name string) bool { return ownedBy(u.Login, name) || r.isReadable(name) })
	}
	shown := slices.Clone(r.s.Pinned)
	r.s.Pinned = []string{}
	for _, item := range u.PinnedItems.Nodes {
		switch {
		case item == nil && len(known) > 0:
			r.s.Pinned, known = append(r.s.Pinned, known[0]), known[1:]
			cut.Kept = ageOf(r.before(), resume.CutProfile)
		case item != nil && included(shown, item.NameWithOwner):
			r.s.Pinned = append(r.s.Pinned, item.NameWithOwner)
		}
	}
	r.cuts.add(cut)
}

// isReadable reports whether a repository of the old snapshot is among what was read.
func (r *graphqlRun) isReadable(name string) bool {
	for _, repo := range r.before().Repositories {
		if strings.EqualFold(repo.Name, name) && r.checked[repo.ID] != nil {
			return true
		}
	}
	for _, w := range r.before().Contributions {
		if strings.EqualFold(w.Repository, name) && r.checked[w.ID] != nil {
			return true
		}
	}
	return included(r.s.Pinned, name) || slices.ContainsFunc(r.merges.pulls, func(p pull) bool { return strings.EqualFold(p.repo.Repository, name) })
}

// keepAccounts restores the known accounts on other networks if the answer lacks some of
// them, because GitHub hides them or for no reason that it gives.
func (r *graphqlRun) keepAccounts(why string) {
	cut := resume.Cut{Part: resume.CutProfile, What: "some accounts on other networks", Why: cmp.Or(why, hasGaps), Lasting: why != ""}
	if old := r.before(); old != nil {
		r.s.User.Social, cut.Kept = old.User.Social, ageOf(old, resume.CutProfile)
	}
	r.cuts.add(cut)
}

func (r *graphqlRun) takeRepos(total int, nodes []*gqlRepo) {
	r.mu.Lock()
	defer r.mu.Unlock()
	r.repoTotal = total
	for _, node := range nodes {
		if node == nil || node.IsPrivate || r.repos[node.ID] != nil {
			continue
		}
		repo := r.withoutGaps(node)
		r.repos[node.ID] = &repo
		if node.Languages != nil && node.Languages.TotalCount > languagesAtOnce && len(node.Languages.Edges) >= languagesAtOnce {
			r.long = append(r.long, node)
		}
	}
	r.progress()
}

// noteDenied records that GitHub hides repositories of the listing from the token.
func (r *graphqlRun) noteDenied(why string) {
	r.mu.Lock()
	defer r.mu.Unlock()
	r.repoDenied = why
}

// hasGaps is the reason for keeping a part that was returned with nulls.
const hasGaps = "GitHub's answer has gaps"

// withoutGaps returns a repository whose lists with nulls are replaced by the old ones.
func (r *graphqlRun) withoutGaps(node *gqlRepo) resume.Repository {
	repo := node.repository()
	before, have := r.repositoryBefore(repo.ID)
	if have {
		keepBranch(&repo, before)
	}
	r.believeDates(&repo, before)
	if !node.lost.of("pushedAt", "Repo") {
		r.noteLostPush(&repo)
	}
	if !node.hasGaps() && len(node.lost) == 0 {
		return repo
	}
	if have {
		node.lost.keep(&repo, &before)
	}
	if !node.hasGaps() {
		return repo
	}
	cut := resume.Cut{Part: resume.CutDetails, What: "topics, languages and releases of some repositories", Names: []string{repo.Name}, Why: hasGaps}
	if have {
		repo.Topics, repo.Languages, repo.Releases = before.Topics, before.Languages, before.Releases
		cut.Kept = ageOf(r.before(), resume.CutDetails)
	}
	r.cuts.add(cut)
	return repo
}

// keepBranch keeps the known default branch of a repository that has none now: GitHub does not
// let it be deleted.
func keepBranch(now *resume.Repository, before resume.Repository) {
	if now.DefaultBranch == "" && !now.Empty {
		now.DefaultBranch = before.DefaultBranch
	}
}

// repositoryBefore returns a repository of the old snapshot.
func (r *graphqlRun) repositoryBefore(id string) (resume.Repository, bool) {
	repo, have := r.reposBefore[id]
	return repo, have
}

func (r *graphqlRun) progress() {
	r.account.progress(len(r.repos)+len(r.merges.pulls), r.repoTotal+r.merges.total)
}

// nodesPart reads a fragment of repositories by ID; read gets nil for those that are
// gone. deny gets those that GitHub hides from the token, with its reason.
func (r *graphqlRun) nodesPart(ids []string, fragment string, read func(id string, node *gqlRepo), deny func(id, why string), miss func(ids []string, t problem) error) part {
	return part{
		kind: fragment, size: len(ids), field: nodesField(ids, fragment),
		miss:  func(t problem) error { return miss(ids, t) },
		names: func(nodes []int) []string { return r.namesOf(at(ids, nodes)) },
		less: func() []part {
			if len(ids) == 1 {
				return nil
			}
			half := len(ids) / 2
			return []part{r.nodesPart(ids[:half], fragment, read, deny, miss), r.nodesPart(ids[half:], fragment, read, deny, miss)}
		},
		some: func(nodes []int) part { return r.nodesPart(at(ids, nodes), fragment, read, deny, miss) },
		read: func(a *answer) error {
			return readNodes(a, ids, func(id string, node *gqlRepo) {
				if node != nil {
					node.lost = a.lostAt(slices.Index(ids, id))
				}
				read(id, node)
			}, deny)
		},
	}
}

// at returns the items with these indexes.
func at(list []string, indexes []int) []string {
	var out []string
	for _, i := range indexes {
		if i < len(list) {
			out = append(out, list[i])
		}
	}
	return out
}

// readNodes calls read or deny for each repository of a list that was requested by ID.
func readNodes[T any](a *answer, ids []string, read func(id string, node *T), deny func(id, why string)) error {
	var nodes []*T
	if err := a.unmarshal(&nodes); err != nil {
		return err
	}
	if len(nodes) != len(ids) {
		return errUnanswered
	}
	var unanswered unansweredNodes
	for i, node := range nodes {
		why, hidden := a.hidden(i)
		switch {
		case node != nil:
			read(ids[i], node)
		case hidden:
			deny(ids[i], why)
		case a.gone(i):
			read(ids[i], nil)
		default:
			unanswered = append(unanswered, i)
		}
	}
	if len(unanswered) > 0 {
		return unanswered
	}
	return nil
}

// figureParts ask for counts of the account's public work.
func (r *graphqlRun) figureParts() []part {
	login := r.account.Login
	missing := r.keepFigure
	count := func(query string, take func(int)) part {
		return part{kind: "figures", size: 1, field: countField(query), miss: missing, read: func(a *answer) error {
			var found struct{ IssueCount *int }
			if err := a.unmarshal(&found); err != nil || found.IssueCount == nil || *found.IssueCount >= beyondReason {
				return errors.Join(err, errUnanswered)
			}
			r.mu.Lock()
			defer r.mu.Unlock()
			take(*found.IssueCount)
			return nil
		}}
	}
	figures := part{kind: "figures", size: 1, field: "user(login: " + quote(login) + ") { ...Figures }", miss: missing,
		absent: func() error { return unknownUser(login) },
		read: func(a *answer) error {
			var user struct {
				RepositoryDiscussionComments *struct{ TotalCount int }
				ContributionsCollection      struct{ ContributionYears []int }
			}
			if err := a.unmarshal(&user); err != nil {
				return err
			}
			if answers := user.RepositoryDiscussionComments; answers != nil && answers.TotalCount >= beyondReason {
				return errUnanswered
			}
			r.mu.Lock()
			defer r.mu.Unlock()
			if user.RepositoryDiscussionComments != nil {
				r.s.Activity.Answers = &user.RepositoryDiscussionComments.TotalCount
			}
			r.s.Activity.Years = slices.Sorted(slices.Values(user.ContributionsCollection.ContributionYears))
			return nil
		}}
	return []part{
		count("author:"+login+" is:pr is:merged", func(n int) { r.merges.found = n }),
		count(mergedElsewhere(login), func(n int) { r.merges.elsewhere = n }),
		count("reviewed-by:"+login+" -author:"+login+" is:pr is:public", func(n int) { r.s.Activity.Reviews = &n }),
		count("author:"+login+" is:issue reason:completed is:public -user:"+login, func(n int) { r.s.Activity.Issues = &n }),
		figures,
	}
}

// keepFigure records that a figure was not returned; the old one is kept.
func (r *graphqlRun) keepFigure(t problem) error {
	cut := resume.Cut{Part: resume.CutActivity, What: "counts of reviewed pull requests, issues and answers", Why: t.why, Lasting: t.lasting}
	if old := r.before(); old != nil {
		cut.Kept = ageOf(old, resume.CutActivity)
	}
	r.cuts.add(cut)
	return nil
}

// keepFigures fills in missing figures from the old snapshot.
func (r *graphqlRun) keepFigures() {
	old := r.before()
	if old == nil {
		return
	}
	now := &r.s.Activity
	if !r.merges.areUnsearched() {
		r.cuts.forget(func(c resume.Cut) bool { return c.Part == resume.CutActivity && c.Why == profileIsPrivate })
	} else {
		now.Reviews, now.Issues = r.keepUnsearched(now.Reviews, old.Activity.Reviews), r.keepUnsearched(now.Issues, old.Activity.Issues)
	}
	now.Reviews, now.Issues, now.Answers = keep(now.Reviews, old.Activity.Reviews), keep(now.Issues, old.Activity.Issues), keep(now.Answers, old.Activity.Answers)
	if now.Years == nil {
		now.Years = old.Activity.Years
	}
}

// noteYears records that there are commits, but GitHub lists no active years.
func (r *graphqlRun) noteYears() {
	if len(r.s.Activity.Years) == 0 && len(r.s.Commits) > 0 && r.hasCommits() && !r.cuts.has(resume.CutActivity) && !slices.Contains(r.dropped(), "Figures.contributionsCollection") {
		r.cuts.add(resume.Cut{Part: resume.CutActivity, What: fieldName("Figures.contributionsCollection"), Why: hasGaps})
	}
}

// keepUnsearched returns a count of an earlier search if the profile became private.
func (r *graphqlRun) keepUnsearched(now, before *int) *int {
	if known(now) > 0 || known(before) == 0 {
		return now
	}
	_ = r.keepFigure(problem{why: profileIsPrivate, lasting: true})
	return before
}
