package ghsync

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"slices"
)

// propose keeps one pull request: opened, brought up to date, or closed when
// nothing is left of it. files are rendered on the base.
func (p *publication) propose(ctx context.Context, files []file, out *Published) error {
	branch, open := p.repository.Proposal, p.repository.pullRequest()
	base := p.repository.Head.Target.OID
	out.ClosedURL = p.closed
	switch {
	case open != nil:
		out.PullRequestURL = open.URL
		return p.goOn(ctx, files, out)
	case branch != nil && branch.finished() && len(out.Changed) == 0:
		return p.deleteBranch(ctx, branch.ID)
	case len(out.Changed) == 0:
		return nil
	case branch == nil:
		id, err := p.createBranch(ctx, base)
		if err != nil {
			return err
		}
		return p.open(ctx, id, out)
	case branch.finished():
		if err := p.moveBranch(ctx, branch.Target.OID, base); err != nil {
			return err
		}
		return p.open(ctx, branch.ID, out)
	case branch.Target.OID == base:
		return p.open(ctx, branch.ID, out)
	}
	// Another job is at it, or one did not come to its end: its commits stay.
	return p.goOn(ctx, files, out)
}

// proposalBranch is the branch of the pull request: always the same one.
func proposalBranch(base string) string { return "ghresume/refresh-" + base }

// open proposes what differs on the branch that stands at the base. A refused
// proposal leaves no branch behind.
func (p *publication) open(ctx context.Context, id string, out *Published) error {
	err := p.commit(ctx, proposalBranch(p.base()), p.repository.Head.Target.OID, out.Changed, out)
	if err == nil {
		err = p.openPullRequest(ctx, out)
	}
	if isReason(err, Refused) {
		_ = p.deleteBranch(ctx, id) // the refusal is what there is to say
		out.Commit, out.CommitURL = "", ""
	}
	return err
}

// goOn brings a proposal up to date, on top of what others wrote into it:
// reviewers, and jobs with other files. A file that no longer differs from the
// base goes back in the proposal, too.
func (p *publication) goOn(ctx context.Context, onBase []file, out *Published) error {
	branch := p.repository.Proposal
	fresh, err := p.render(ctx, branch.Target.OID, p.repository.Head.Target.OID)
	if err != nil {
		return fmt.Errorf("in the proposal %s: %w", proposalBranch(p.base()), err)
	}
	open := p.repository.pullRequest()
	if open != nil && !open.holdsMore(p.Paths) && isOnBase(fresh, onBase) {
		return p.withdraw(ctx, open, out)
	}
	if changes := missing(fresh, onBase); len(changes) > 0 {
		if err := p.commit(ctx, proposalBranch(p.base()), branch.Target.OID, changes, out); err != nil {
			return err
		}
	}
	if open != nil {
		return nil
	}
	return p.openPullRequest(ctx, out)
}

// isOnBase tells that the base has every file as the proposal shall have it.
func isOnBase(fresh, onBase []file) bool {
	for i, f := range fresh {
		if !onBase[i].held || !bytes.Equal(f.New, onBase[i].Old) {
			return false
		}
	}
	return true
}

// missing is what the proposal lacks. Of a file that it does not have, and that is
// as it shall be on the base, it need say nothing.
func missing(fresh, onBase []file) []Change {
	var out []Change
	for i, f := range fresh {
		if !f.same && (f.held || !onBase[i].same) {
			out = append(out, f.Change)
		}
	}
	return out
}

// holdsMore tells that the pull request changes other files than these.
func (r *pullRequestState) holdsMore(paths []string) bool {
	return slices.ContainsFunc(r.Files.Nodes, func(f struct{ Path string }) bool { return !slices.Contains(paths, f.Path) })
}

// finished tells that the branch belongs to a pull request which is over, and got
// nothing since.
func (b *branchState) finished() bool {
	return slices.ContainsFunc(b.Proposals.Nodes, func(p proposalState) bool {
		return p.State != "OPEN" && p.HeadRefOID == b.Target.OID
	})
}

// withdraw closes the pull request, for nothing is left to propose.
func (p *publication) withdraw(ctx context.Context, open *pullRequestState, out *Published) error {
	p.closed = open.URL
	out.PullRequestURL, out.ClosedURL = "", open.URL
	if err := p.closePullRequest(ctx, open.ID); err != nil {
		return err
	}
	return p.deleteBranch(ctx, p.repository.Proposal.ID)
}

// deleteBranch removes the branch of the proposal; that it is gone already is as good.
func (p *publication) deleteBranch(ctx context.Context, id string) error {
	err := p.ask(ctx, fmt.Sprintf("mutation { deleteRef(input: {refId: %s}) { clientMutationId } }", quote(id)), "deleteRef", nil)
	if errors.Is(err, errMoved) {
		return nil
	}
	return err
}
