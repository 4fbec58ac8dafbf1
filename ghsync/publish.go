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
	// Sources are files of the repository that Render works from, as Commit has
	// them; nothing is done when the branch has got newer ones. Commit may be empty.
	Sources []string
	Commit  string
	// Render makes a file; old is what the branch holds now, byte for byte, and nil
	// when there is none. It is called anew when the branch moved meanwhile.
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
	// Newer are the Sources that the branch has newer: nothing was compared.
	Newer []string
	// Private and PushedAt are the repository's; GitHub pauses schedules of quiet public ones.
	Private  bool
	PushedAt time.Time
}

const (
	// maxCommits is how often a commit is tried when the branch moves under it, or
	// GitHub gives up on the request. The jobs of a class commit to one branch.
	maxCommits = 8
	// longestPause is the longest time between two tries.
	longestPause = 10 * time.Second
)

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
		if err := sleep(ctx, o.pace(min(backoff(try), longestPause))); err != nil {
			return nil, c.meter.total(), explain(ctx, err, o)
		}
	}
}

// publication is a Publishing under way.
type publication struct {
	*client
	Publishing
	repository repositoryState
	// tried is the last commit that was asked for: its answer may be lost on the way.
	tried struct {
		head  string
		paths []string
	}
}

// run compares and commits once.
func (p *publication) run(ctx context.Context) (*Published, error) {
	if err := p.look(ctx); err != nil {
		return nil, err
	}
	out := &Published{Branch: p.base(), Private: p.repository.IsPrivate, PushedAt: p.repository.PushedAt}
	head := p.repository.Head.Target.OID
	var err error
	if out.Newer, err = p.newer(ctx, head); err != nil || len(out.Newer) > 0 {
		return out, err
	}
	files, err := p.render(ctx, head, head)
	if err != nil {
		return nil, err
	}
	changes := differing(files)
	out.Changed = paths(changes)
	switch {
	case p.PullRequest:
		return out, p.propose(ctx, files, out)
	case len(changes) > 0:
		return out, p.commit(ctx, p.base(), head, changes, out)
	case p.tried.head != "" && p.tried.head != head:
		// The answer to our commit was lost on the way; it is there all the same.
		out.Changed, out.Commit = p.tried.paths, head
	}
	return out, nil
}

// base is the branch to which the files belong.
func (p *publication) base() string { return cmp.Or(p.Branch, p.repository.Default.Name) }

// file is one of Paths, as it shall be.
type file struct {
	path string
	data []byte
	// held tells that the branch has a file there, same that it is this one already.
	held, same bool
}

func differing(files []file) []file {
	return slices.DeleteFunc(slices.Clone(files), func(f file) bool { return f.same })
}

func paths(files []file) []string {
	out := []string{}
	for _, f := range files {
		out = append(out, f.path)
	}
	return out
}

// render makes every file on the state of a commit, and compares it with that.
// What the commit lacks begins as another one has it.
func (p *publication) render(ctx context.Context, commit, other string) ([]file, error) {
	held, err := p.blobs(ctx, commit, p.Paths)
	if err != nil {
		return nil, err
	}
	olds := held
	if slices.Contains(held, nil) && other != commit {
		if olds, err = p.blobs(ctx, other, p.Paths); err != nil {
			return nil, err
		}
	}
	var out []file
	for i, path := range p.Paths {
		old, err := p.content(ctx, cmp.Or(held[i], olds[i]))
		if err != nil {
			return nil, err
		}
		data, err := p.Render(path, old)
		if err != nil {
			return nil, err
		}
		out = append(out, file{path, data, held[i] != nil, held[i] != nil && held[i].OID == blobID(data)})
	}
	return out, nil
}

// newer are the sources that are others at head than in the commit that they were
// taken from. A commit that GitHub does not know says nothing.
func (p *publication) newer(ctx context.Context, head string) ([]string, error) {
	if p.Commit == "" || p.Commit == head || len(p.Sources) == 0 {
		return nil, nil
	}
	was, err := p.blobs(ctx, p.Commit, p.Sources)
	if err != nil {
		return nil, err
	}
	is, err := p.blobs(ctx, head, p.Sources)
	if err != nil {
		return nil, err
	}
	var out []string
	for i, path := range p.Sources {
		if was[i] != nil && is[i] != nil && was[i].OID != is[i].OID {
			out = append(out, path)
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
