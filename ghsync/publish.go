package ghsync

import (
	"cmp"
	"context"
	"crypto/sha1"
	"encoding/hex"
	"errors"
	"fmt"
	"slices"
	"time"
)

// Publishing is what to put on a branch of a repository.
type Publishing struct {
	// Repository is owner/name; Branch is empty for the default branch.
	Repository, Branch string
	// Message is the commit's, its first line also the pull request's title.
	Message string
	// PullRequest keeps one pull request to the branch open instead of committing to it.
	PullRequest bool
	// Paths are the files, relative to the repository's root, with slashes.
	Paths []string
	// Render makes a file; old is the text that the branch holds now, nil when there
	// is none or it is no text. It is called anew when the branch moved meanwhile.
	Render func(path string, old []byte) ([]byte, error)
}

// Published is what became of a [Publishing].
type Published struct {
	// Changed are the paths that differ from the branch; none means that there was nothing to do.
	Changed []string
	// Commit and CommitURL are those of the new commit; empty when none was made.
	Commit, CommitURL string
	// PullRequestURL is the address of the open pull request, if there is one.
	PullRequestURL string
	// Branch is the branch that was compared: the one asked for, or the default one.
	Branch string
	// Private and PushedAt are the repository's; GitHub pauses schedules of quiet public ones.
	Private  bool
	PushedAt time.Time
}

// maxCommits is how often a commit is tried when the branch moves under it, or
// GitHub gives up on the request.
const maxCommits = 5

// errMoved says that the branch is no longer where it was.
var errMoved = errors.New("the branch moved")

// Publish makes one commit through the API, signed by GitHub, if any of the
// files differs from the branch. The commit is made only on the state that the
// files were rendered for. Errors are of type [*Error], Render's, or the context's.
func Publish(ctx context.Context, o Options, p Publishing) (*Published, Usage, error) {
	ctx, cancel := context.WithTimeoutCause(ctx, o.timeout(), errTimeout)
	defer cancel()
	if o.Token == "" {
		return nil, Usage{}, needsToken()
	}
	c, err := newClient(o)
	if err != nil {
		return nil, Usage{}, err
	}
	job := &publication{client: c, Publishing: p}
	for try := 1; ; try++ {
		out, err := job.run(ctx)
		moved, heavy := errors.Is(err, errMoved), errors.Is(err, errHeavy)
		switch {
		case !moved && !heavy:
			return out, c.meter.total(), explain(ctx, err, o)
		case try == maxCommits && moved:
			return nil, c.meter.total(), branchBusy(p, maxCommits)
		case try == maxCommits:
			return nil, c.meter.total(), unfinished(p, maxCommits)
		case moved:
			o.notice("the branch moved meanwhile; rendering anew on its new state")
		}
		if err := sleep(ctx, o.pace(backoff(try))); err != nil {
			return nil, c.meter.total(), explain(ctx, err, o)
		}
	}
}

// publication is a Publishing under way.
type publication struct {
	*client
	Publishing
	repository repositoryState
	// tried holds the head at which a commit was tried whose answer may be lost.
	tried string
}

// run compares and commits once.
func (p *publication) run(ctx context.Context) (*Published, error) {
	if err := p.look(ctx); err != nil {
		return nil, err
	}
	out := &Published{Branch: p.base(), Private: p.repository.IsPrivate, PushedAt: p.repository.PushedAt}
	changes, err := p.changes(ctx, p.repository.Head.Target.OID)
	if err != nil {
		return nil, err
	}
	out.Changed = paths(changes)
	if p.PullRequest {
		return out, p.propose(ctx, changes, out)
	}
	switch {
	case len(changes) > 0:
		return out, p.commit(ctx, p.base(), p.repository.Head.Target.OID, changes, out)
	case p.tried != "" && p.tried != p.repository.Head.Target.OID:
		// The answer to our commit was lost on the way; it is there all the same.
		out.Changed, out.Commit = p.Paths, p.repository.Head.Target.OID
	}
	return out, nil
}

// base is the branch to which the files belong.
func (p *publication) base() string { return cmp.Or(p.Branch, p.repository.Default.Name) }

// change is a file that differs from a branch.
type change struct {
	path string
	data []byte
}

func paths(changes []change) []string {
	out := []string{}
	for _, c := range changes {
		out = append(out, c.path)
	}
	return out
}

// changes renders every file on the state of a commit and keeps those that differ from it.
func (p *publication) changes(ctx context.Context, commit string) ([]change, error) {
	blobs, err := p.blobs(ctx, commit)
	if err != nil {
		return nil, err
	}
	var out []change
	for i, path := range p.Paths {
		var old []byte
		if b := blobs[i]; b != nil && b.Text != nil && !b.IsTruncated {
			old = []byte(*b.Text)
		}
		data, err := p.Render(path, old)
		if err != nil {
			return nil, err
		}
		if blobs[i] == nil || blobs[i].OID != blobID(data) {
			out = append(out, change{path, data})
		}
	}
	return out, nil
}

// blobID is the name that git gives to a file's content.
func blobID(data []byte) string {
	h := sha1.New()
	fmt.Fprintf(h, "blob %d\x00", len(data))
	h.Write(data)
	return hex.EncodeToString(h.Sum(nil))
}

// propose keeps one pull request: opened, brought up to date, or closed when nothing differs.
func (p *publication) propose(ctx context.Context, changes []change, out *Published) error {
	open := p.repository.pullRequest()
	if len(changes) == 0 {
		if open == nil {
			return nil
		}
		return p.closePullRequest(ctx, open.ID)
	}
	head, err := p.proposalHead(ctx, open != nil)
	if err != nil {
		return err
	}
	fresh, err := p.changes(ctx, head)
	if err != nil {
		return err
	}
	// What differs from the base is proposed; of that, what the proposal lacks is committed.
	fresh = slices.DeleteFunc(fresh, func(c change) bool { return !slices.Contains(out.Changed, c.path) })
	if len(fresh) > 0 {
		if err := p.commit(ctx, proposalBranch(p.base()), head, fresh, out); err != nil {
			return err
		}
	}
	if open != nil {
		out.PullRequestURL = open.URL
		return nil
	}
	return p.openPullRequest(ctx, out)
}

// proposalBranch is the branch of the pull request: always the same one.
func proposalBranch(base string) string { return "ghresume/refresh-" + base }

// proposalHead is the commit on which the proposal goes on: the branch as it is
// while its pull request is open, else the base.
func (p *publication) proposalHead(ctx context.Context, open bool) (string, error) {
	base := p.repository.Head.Target.OID
	switch branch := p.repository.Proposal; {
	case branch == nil:
		return base, p.createBranch(ctx, base)
	case open:
		return branch.Target.OID, nil
	case branch.Target.OID == base:
		return base, nil
	default:
		return base, p.moveBranch(ctx, branch.ID, base)
	}
}
