package ghsync

import (
	"bytes"
	"cmp"
	"context"
	"errors"
	"fmt"
	"slices"
)

// propose maintains a single pull request: it is opened, updated, or closed once nothing
// is left of it. files are those rendered for the base.
func (p *publication) propose(ctx context.Context, files []file, out *Published) error {
	branch, base := p.repository.Proposal, p.repository.Head.Target.OID
	out.ClosedURL = p.closed
	switch {
	case branch != nil && branch.open(p.base()) != nil:
		out.PullRequestURL = branch.open(p.base()).URL
		return p.goOn(ctx, files, out)
	case branch != nil && branch.finished() && len(out.Changed) == 0:
		return p.removeBranch(ctx, branch.Target.OID)
	case len(out.Changed) == 0:
		return nil
	case branch == nil:
		if err := p.createBranch(ctx, base); err != nil {
			return err
		}
		return p.open(ctx, out)
	case branch.finished():
		if err := p.moveBranch(ctx, branch.Target.OID, base); err != nil {
			return err
		}
		return p.open(ctx, out)
	case branch.Target.OID == base:
		return p.open(ctx, out)
	}
	// Another job is working on it, someone has other plans for it, or a run was
	// interrupted: its commits stay.
	return p.goOn(ctx, files, out)
}

// proposalBranch returns the branch of the pull request, which is always the same.
func proposalBranch(base string) string { return "ghresume/refresh-" + base }

// open proposes the changes on the branch, which points to the base. If the proposal is
// refused, the branch is removed.
func (p *publication) open(ctx context.Context, out *Published) error {
	base := p.repository.Head.Target.OID
	err := p.commit(ctx, proposalBranch(p.base()), base, out.Changed, out)
	if err == nil {
		err = p.openPullRequest(ctx, out)
	}
	if isReason(err, Refused) {
		_ = p.removeBranch(ctx, cmp.Or(p.made.OID, base)) // the refusal is the error to report
		out.Commit, out.CommitURL = "", ""
	}
	return err
}

// goOn updates a proposal on top of what others committed to it: reviewers, and jobs with
// other files. A file that no longer differs from the base is reset in the proposal, too.
func (p *publication) goOn(ctx context.Context, onBase []file, out *Published) error {
	branch := p.repository.Proposal
	fresh, err := p.render(ctx, branch.Target.OID, p.repository.Head.Target.OID)
	if err != nil {
		return fmt.Errorf("in the proposal %s: %w", proposalBranch(p.base()), err)
	}
	open, changes := branch.open(p.base()), missing(fresh, onBase)
	switch {
	case open != nil && !open.changesMore(p.Paths) && isOnBase(fresh, onBase):
		return p.withdraw(ctx, open, out)
	case open != nil && len(changes) == 0 && len(out.Changed) == 0 && open.ChangedFiles == 0:
		return p.withdraw(ctx, open, out) // an earlier run reverted the last change
	case len(changes) > 0:
		err = p.commit(ctx, proposalBranch(p.base()), branch.Target.OID, changes, out)
	case p.unsure != nil:
		_, err = p.recognize(ctx, branch.Target.OID, out)
	}
	if err != nil || open != nil {
		return err
	}
	return p.openPullRequest(ctx, out)
}

// isOnBase reports whether the base has every file as the proposal should have it.
func isOnBase(fresh, onBase []file) bool {
	for i, f := range fresh {
		if !onBase[i].held || !bytes.Equal(f.New, onBase[i].Old) {
			return false
		}
	}
	return true
}

// missing returns the changes that the proposal lacks. A file that it does not have is
// not needed if the base has the right version.
func missing(fresh, onBase []file) []FileChange {
	var out []FileChange
	for i, f := range fresh {
		if !f.same && (f.held || !onBase[i].same) {
			out = append(out, f.FileChange)
		}
	}
	return out
}

// open returns the open pull request from the branch to a base, or nil.
func (b *branchState) open(base string) *pullRequestState {
	for i, p := range b.Proposals.Nodes {
		if p.State == "OPEN" && p.BaseRefName == base {
			return &b.Proposals.Nodes[i]
		}
	}
	return nil
}

// finished reports whether all pull requests from the branch are closed or merged, and
// nothing was pushed to it since.
func (b *branchState) finished() bool {
	all := b.Proposals.Nodes
	open := slices.ContainsFunc(all, func(p pullRequestState) bool { return p.State == "OPEN" })
	return !open && len(all) > 0 && all[0].HeadRefOID == b.Target.OID
}

// changesMore reports whether the pull request may change other files than these.
func (r *pullRequestState) changesMore(paths []string) bool {
	return r.ChangedFiles > len(r.Files.Nodes) || slices.ContainsFunc(r.Files.Nodes, func(f struct{ Path string }) bool { return !slices.Contains(paths, f.Path) })
}

// withdraw closes the pull request because nothing is left to propose. It removes the
// branch, unless someone has pushed to it meanwhile or proposes it elsewhere.
func (p *publication) withdraw(ctx context.Context, open *pullRequestState, out *Published) error {
	p.closed = open.URL
	out.PullRequestURL, out.ClosedURL = "", open.URL
	if err := p.closePullRequest(ctx, open.ID); err != nil {
		return err
	}
	branch := p.repository.Proposal
	if slices.ContainsFunc(branch.Proposals.Nodes, func(r pullRequestState) bool { return r.State == "OPEN" && r.ID != open.ID }) {
		return nil
	}
	return p.removeBranch(ctx, branch.Target.OID)
}

// removeBranch removes the branch of the proposal if it has not moved. If the branch is
// already gone, or others continued on it, that is not an error.
func (p *publication) removeBranch(ctx context.Context, from string) error {
	if err := p.moveBranch(ctx, from, noCommit); err != nil && !errors.Is(err, errMoved) {
		return err
	}
	return nil
}
