package ghsync

import (
	"context"
	"slices"
	"strings"

	"github.com/ghresume/ghresume/internal/english"
	"github.com/ghresume/ghresume/resume"
)

// notListed is the reason for keeping repositories that a list does not include.
const notListed = "GitHub no longer lists them, although they exist"

// finishRepositories checks that the list of own repositories is complete. Missing ones
// that are not known to be gone are kept from the old snapshot.
func (r *graphqlRun) finishRepositories(ctx context.Context, list []resume.Repository) error {
	own := countOwn(r.s.Login, list)
	missing := r.repoTotal - own
	if r.repoEnd == nil && r.repoDenied != "" && missing > 0 {
		r.repoEnd = &problem{why: r.repoDenied, lasting: true, err: refused(r.repoDenied)}
	}
	if r.before() == nil && own == 0 && r.repoEnd != nil {
		return part{}.missing(*r.repoEnd)
	}
	kept, err := r.unlisted(ctx, list)
	if err != nil {
		return err
	}
	r.s.Repositories = append(list, kept...)
	if r.repoEnd == nil && missing <= 0 && len(kept) == 0 {
		r.cuts.forget(func(c resume.Cut) bool { return c.Part == resume.CutRepositories }) // of earlier reads
		return nil
	}
	cut := resume.Cut{Part: resume.CutRepositories, What: "repositories", Why: leftOut, Count: max(missing, 0)}
	switch {
	case missing > 0 && own > 0:
		cut.What = english.Count(missing, "repository")
	case r.repoEnd == nil && missing <= 0:
		cut.What, cut.Why = english.Count(len(kept), "repository"), notListed
	}
	if r.repoEnd != nil {
		cut.Why, cut.Lasting = r.repoEnd.why, r.repoEnd.lasting
	}
	if len(kept) > 0 {
		cut.Kept = ageOf(r.before(), resume.CutRepositories)
	}
	r.cuts.add(cut)
	return nil
}

// unlisted returns the old own repositories that the list does not include, unless they
// are now gone, private or someone else's: an organization's, too, that keeps the token out.
func (r *graphqlRun) unlisted(ctx context.Context, list []resume.Repository) ([]resume.Repository, error) {
	old := r.before()
	if old == nil {
		return nil, nil
	}
	var out []resume.Repository
	listed, ids := byName(list), byID(list)
	for _, repo := range old.Repositories {
		_, byName := listed[strings.ToLower(repo.Name)]
		_, byID := ids[repo.ID]
		if ownedBy(old.Login, repo.Name) && !repo.Private && !byName && !byID {
			out = append(out, repo)
		}
	}
	if err := r.lookUpUnchecked(ctx, out); err != nil {
		return nil, err
	}
	for i := range out {
		if node := r.checked[out[i].ID]; node != nil {
			pushed := out[i].PushedAt
			node.brief(&out[i])
			out[i].PushedAt = pushed // the details are as of that push
		}
	}
	isWhole := r.repoEnd == nil && r.repoTotal <= countOwn(r.s.Login, list)
	return slices.DeleteFunc(out, func(repo resume.Repository) bool {
		if isWhole && r.denied[repo.ID] {
			return true
		}
		node, asked := r.checked[repo.ID]
		return asked && (node == nil || node.IsPrivate || !ownedBy(r.s.Login, node.NameWithOwner))
	}), nil
}

// lookUpUnchecked requests by ID the repositories that were not requested yet.
func (r *graphqlRun) lookUpUnchecked(ctx context.Context, repos []resume.Repository) error {
	var ids []string
	for _, repo := range repos {
		if _, asked := r.checked[repo.ID]; !asked && repo.ID != "" {
			ids = append(ids, repo.ID)
		}
	}
	read := func(id string, node *gqlRepo) {
		r.mu.Lock()
		defer r.mu.Unlock()
		r.checked[id] = node
	}
	var parts []part
	for chunk := range slices.Chunk(ids[:min(len(ids), idsMax)], idsAtOnce) {
		parts = append(parts, r.nodesPart(chunk, "Brief", read, r.keepOut, func([]string, problem) error { return nil }))
	}
	return r.ask(ctx, parts...)
}
