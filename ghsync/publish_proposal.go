package ghsync

import (
	"context"
	"slices"
)

// propose keeps one pull request: opened, brought up to date, or closed when
// nothing differs from the base. files are rendered on the base.
func (p *publication) propose(ctx context.Context, files []file, out *Published) error {
	open := p.repository.pullRequest()
	switch {
	case len(out.Changed) > 0 && open != nil:
		out.PullRequestURL = open.URL
		return p.update(ctx, files, out)
	case len(out.Changed) > 0:
		return p.open(ctx, differing(files), out)
	case open != nil:
		return p.withdraw(ctx, open)
	}
	return nil
}

// proposalBranch is the branch of the pull request: always the same one.
func proposalBranch(base string) string { return "ghresume/refresh-" + base }

// open proposes the changes on a branch that starts at the base. A refused
// proposal leaves no branch behind.
func (p *publication) open(ctx context.Context, changes []file, out *Published) error {
	base := p.repository.Head.Target.OID
	id, err := p.proposalAt(ctx, base)
	if err != nil {
		return err
	}
	if err = p.commit(ctx, proposalBranch(p.base()), base, changes, out); err == nil {
		err = p.openPullRequest(ctx, out)
	}
	if isReason(err, Refused) {
		_ = p.deleteBranch(ctx, id) // the refusal is what there is to say
		out.Commit, out.CommitURL = "", ""
	}
	return err
}

// proposalAt puts the branch of the proposal onto a commit and returns its ID.
func (p *publication) proposalAt(ctx context.Context, commit string) (string, error) {
	switch branch := p.repository.Proposal; {
	case branch == nil:
		return p.createBranch(ctx, commit)
	case branch.Target.OID == commit:
		return branch.ID, nil
	default:
		return branch.ID, p.moveBranch(ctx, branch.ID, commit)
	}
}

// update brings the open proposal up to date, on top of what others wrote into
// it: reviewers may push to it. A file that no longer differs from the base goes
// back with the others.
func (p *publication) update(ctx context.Context, onBase []file, out *Published) error {
	head := p.repository.Proposal.Target.OID
	fresh, err := p.render(ctx, head, p.repository.Head.Target.OID)
	if err != nil {
		return err
	}
	changes := slices.DeleteFunc(differing(fresh), func(f file) bool {
		// The base has it so already, and the proposal says nothing of it.
		return !f.held && slices.ContainsFunc(onBase, func(b file) bool { return b.path == f.path && b.same })
	})
	if len(changes) == 0 {
		return nil
	}
	return p.commit(ctx, proposalBranch(p.base()), head, changes, out)
}

// withdraw closes the pull request, for nothing is left to propose.
func (p *publication) withdraw(ctx context.Context, open *pullRequestState) error {
	if err := p.closePullRequest(ctx, open.ID); err != nil {
		return err
	}
	return p.deleteBranch(ctx, p.repository.Proposal.ID)
}
