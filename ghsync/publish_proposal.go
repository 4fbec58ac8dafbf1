package ghsync

import (
	"bytes"
	"cmp"
	"context"
	"errors"
	"fmt"
	"slices"
)

// propose keeps one pull request: opened, brought up to date, or closed when
// nothing is left of it. files are rendered on the base.
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
	// Another job is at it, a person has other plans with it, or a run did not come
	// to its end: its commits stay.
	return p.goOn(ctx, files, out)
}

// proposalBranch is the branch of the pull request: always the same one.
func proposalBranch(base string) string { return "ghresume/refresh-" + base }

// open proposes what differs on the branch, which stands at the base. A refused
// proposal leaves no branch behind.
func (p *publication) open(ctx context.Context, out *Published) error {
	base := p.repository.Head.Target.OID
	err := p.commit(ctx, proposalBranch(p.base()), base, out.Changed, out)
	if err == nil {
		err = p.openPullRequest(ctx, out)
	}
	if isReason(err, Refused) {
		_ = p.removeBranch(ctx, cmp.Or(p.made.OID, base)) // the refusal is what there is to say
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
	open, changes := branch.open(p.base()), missing(fresh, onBase)
	switch {
	case open != nil && !open.changesMore(p.Paths) && isOnBase(fresh, onBase):
		return p.withdraw(ctx, open, out)
	case open != nil && len(changes) == 0 && len(out.Changed) == 0 && open.ChangedFiles == 0:
		return p.withdraw(ctx, open, out) // an earlier run took the last of it back
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

// isOnBase tells that the base has every file as the proposal is to have it.
func isOnBase(fresh, onBase []file) bool {
	for i, f := range fresh {
		if !onBase[i].held || !bytes.Equal(f.New, onBase[i].Old) {
			return false
		}
	}
	return true
}

// missing is what the proposal lacks. Of a file that it does not have, and that is
// as it is to be on the base, it need say nothing.
func missing(fresh, onBase []file) []FileChange {
	var out []FileChange
	for i, f := range fresh {
		if !f.same && (f.held || !onBase[i].same) {
			out = append(out, f.FileChange)
		}
	}
	return out
}

// open is the open pull request from the branch to a base, if there is one.
func (b *branchState) open(base string) *pullRequestState {
	for i, p := range b.Proposals.Nodes {
		if p.State == "OPEN" && p.BaseRefName == base {
			return &b.Proposals.Nodes[i]
		}
	}
	return nil
}

// finished tells that all pull requests from the branch are over, and that it got
// nothing since.
func (b *branchState) finished() bool {
	all := b.Proposals.Nodes
	open := slices.ContainsFunc(all, func(p pullRequestState) bool { return p.State == "OPEN" })
	return !open && len(all) > 0 && all[0].HeadRefOID == b.Target.OID
}

// changesMore tells that the pull request changes other files than these, or may.
func (r *pullRequestState) changesMore(paths []string) bool {
	return r.ChangedFiles > len(r.Files.Nodes) || slices.ContainsFunc(r.Files.Nodes, func(f struct{ Path string }) bool { return !slices.Contains(paths, f.Path) })
}

// withdraw closes the pull request, for nothing is left to propose. Its branch goes
// with it, unless somebody has pushed to it meanwhile, or proposes it elsewhere.
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

// removeBranch removes the branch of the proposal if it is still where it was; that
// it is gone already is as good, and that others went on with it is theirs.
func (p *publication) removeBranch(ctx context.Context, from string) error {
	if err := p.moveBranch(ctx, from, noCommit); err != nil && !errors.Is(err, errMoved) {
		return err
	}
	return nil
}
