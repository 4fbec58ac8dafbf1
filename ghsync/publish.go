package ghsync

import (
	"bytes"
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
	// Private are the Paths that must not be committed to a public repository.
	Private []string
	// Sources are the files that Render uses, taken from Commit. Nothing is committed if the
	// branch has newer ones. Commit may be empty.
	Sources []Source
	Commit  string
	// Origin is the commit or ref whose files Inputs must equal, byte for byte, before
	// anything is committed; the branch's own files are accepted too. Empty means no check.
	Origin string
	Inputs []Source
	// Render makes a file; old is its content on the branch, or nil if there is none. It is
	// called again if the branch has moved in the meantime.
	Render func(path string, old []byte) ([]byte, error)
}

// Source is a file as it was read; Data is nil if it did not exist.
type Source struct {
	Path string
	Data []byte
}

// Published is the result of [Client.Publish].
type Published struct {
	// Changed are the files that differ from the branch; if empty, there was nothing to do.
	Changed []FileChange
	// Commit and CommitURL are those of the new commit; empty if none was made.
	Commit, CommitURL string
	// PullRequestURL is the address of the open pull request, if there is one, and Opened
	// reports that it is new. ClosedURL is that of a pull request that was closed because
	// nothing was left to change.
	PullRequestURL, ClosedURL string
	Opened                    bool
	// Branch is the branch that was compared: the requested one, or the default.
	Branch string
	// Newer are the Sources of which the branch has newer versions; nothing was compared.
	Newer []string
	// Private and PushedAt are the repository's; GitHub pauses schedules of quiet public ones.
	Private  bool
	PushedAt time.Time
}

// FileChange is a file's content on the branch (nil if it does not exist there) and its new content.
type FileChange struct {
	Path     string
	Old, New []byte
}

// Paths returns the paths of the files that differ from the branch.
func (p *Published) Paths() []string {
	paths := []string{}
	for _, c := range p.Changed {
		paths = append(paths, c.Path)
	}
	return paths
}

const (
	// maxCommits is how often a commit is tried if the branch moves in the meantime: the
	// jobs of a class commit to one branch, and each commit of another job may cost a try.
	// maxFailures is how often GitHub may give up on a request.
	maxCommits, maxFailures = 16, 5
	// longestPause is the longest pause between two tries.
	longestPause = 10 * time.Second
)

// errMoved means that the branch has moved.
var errMoved = errors.New("the branch moved")

// Publish makes one commit through the API, signed by GitHub, if any of the files differs from
// the branch. The commit is made only on top of the state that the files were rendered for. It
// may also return errors of Render.
func (c *Client) Publish(ctx context.Context, p Publishing) (*Published, error) {
	ctx, cancel := c.limit(ctx)
	defer cancel()
	if c.config.Token == "" {
		return nil, needsToken()
	}
	job := &publication{Client: c, Publishing: p}
	for try := 1; ; try++ {
		out, err := job.run(ctx)
		moved, heavy := errors.Is(err, errMoved), errors.Is(err, errHeavy)
		switch {
		case !moved && !heavy:
			return out, explain(ctx, err, c.config)
		case moved && try >= maxCommits:
			return nil, branchBusy(p, try)
		case heavy && try >= maxFailures:
			return nil, unfinished(p, try)
		case moved:
			c.config.notice("the branch moved meanwhile; rendering again on its new state")
		}
		if err := sleep(ctx, c.config.delay(min(backoff(try), longestPause))); err != nil {
			return nil, explain(ctx, err, c.config)
		}
	}
}

// publication is a Publishing in progress.
type publication struct {
	*Client
	Publishing
	repository repositoryState
	// made is the commit of this publication, once it exists; unsure is one whose
	// response was lost, so that it may or may not exist.
	made   struct{ OID, URL string }
	unsure *attempt
	// closed is a pull request that is closed, or about to be.
	closed string
}

// attempt is a requested commit.
type attempt struct {
	head    string // its intended parent
	changes []FileChange
}

// run compares and commits once.
func (p *publication) run(ctx context.Context) (*Published, error) {
	if err := p.readBranch(ctx); err != nil {
		return nil, err
	}
	if len(p.Private) > 0 && !p.repository.IsPrivate {
		return nil, p.exposes()
	}
	out := &Published{Branch: p.base(), Private: p.repository.IsPrivate, PushedAt: p.repository.PushedAt,
		Commit: p.made.OID, CommitURL: p.made.URL}
	head := p.repository.Head.Target.OID
	var err error
	if out.Newer, err = p.newer(ctx, head); err != nil || len(out.Newer) > 0 {
		return out, err
	}
	files, err := p.render(ctx, head, head)
	if err != nil {
		return nil, err
	}
	out.Changed = changesOf(files)
	if len(out.Changed) > 0 {
		if err := p.demandOrigin(ctx, head); err != nil {
			return nil, err
		}
	}
	switch {
	case p.PullRequest:
		return out, p.propose(ctx, files, out)
	case len(out.Changed) > 0:
		return out, p.commit(ctx, p.base(), head, out.Changed, out)
	case p.unsure != nil:
		ours, err := p.recognize(ctx, head, out)
		if ours {
			out.Changed = p.unsure.changes
		}
		return out, err
	}
	return out, nil
}

// base returns the branch that the files belong to.
func (p *publication) base() string { return cmp.Or(p.Branch, p.repository.Default.Name) }

// file is one of Paths, with its content on the branch and its new one.
type file struct {
	FileChange
	held bool // the branch has the file
	same bool // with the same content
}

// changesOf returns the files that differ.
func changesOf(files []file) []FileChange {
	var out []FileChange
	for _, f := range files {
		if !f.same {
			out = append(out, f.FileChange)
		}
	}
	return out
}

// render makes every file for the state of a commit, and compares it with that state. A
// file that the commit lacks starts from the other commit's version.
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
		out = append(out, file{FileChange{path, old, data}, held[i] != nil, held[i] != nil && held[i].OID == blobID(data)})
	}
	return out, nil
}

// newer returns the sources that changed on the branch since Commit and differ from those
// that Render uses; none if GitHub does not know Commit.
func (p *publication) newer(ctx context.Context, head string) ([]string, error) {
	if p.Commit == "" || p.Commit == head || len(p.Sources) == 0 {
		return nil, nil
	}
	var paths []string
	for _, source := range p.Sources {
		paths = append(paths, source.Path)
	}
	is, err := p.blobs(ctx, head, paths)
	if err != nil {
		return nil, err
	}
	others := slices.DeleteFunc(slices.Clone(paths), func(path string) bool {
		i := slices.Index(paths, path)
		return is[i] == nil || p.Sources[i].Data != nil && is[i].OID == blobID(p.Sources[i].Data)
	})
	if len(others) == 0 {
		return nil, nil
	}
	known, err := p.knows(ctx, p.Commit)
	if err != nil || !known {
		return nil, err
	}
	was, err := p.blobs(ctx, p.Commit, others)
	if err != nil {
		return nil, err
	}
	return slices.DeleteFunc(others, func(path string) bool {
		before, now := was[slices.Index(others, path)], is[slices.Index(paths, path)]
		return before != nil && before.OID == now.OID
	}), nil
}

// demandOrigin returns an error unless every input equals that of Origin or of the
// current branch: anyone may have put other content into the job's folder.
func (p *publication) demandOrigin(ctx context.Context, head string) error {
	if p.Origin == "" || len(p.Inputs) == 0 {
		return nil
	}
	var paths []string
	for _, input := range p.Inputs {
		paths = append(paths, input.Path)
	}
	was, err := p.blobs(ctx, p.Origin, paths)
	if err != nil {
		return err
	}
	now, err := p.blobs(ctx, head, paths)
	if err != nil {
		return err
	}
	for i, input := range p.Inputs {
		if !input.is(was[i]) && !input.is(now[i]) {
			return foreignSource(input.Path, p.Origin)
		}
	}
	return nil
}

// is reports whether a file equals a blob, whatever line endings the checkout gave it.
func (s Source) is(b *blob) bool {
	if s.Data == nil || b == nil {
		return s.Data == nil && b == nil
	}
	return b.OID == blobID(s.Data) || b.OID == blobID(bytes.ReplaceAll(s.Data, []byte("\r\n"), []byte("\n")))
}

// blobID returns git's ID of a file's content.
func blobID(data []byte) string {
	h := sha1.New()
	fmt.Fprintf(h, "blob %d\x00", len(data))
	h.Write(data)
	return hex.EncodeToString(h.Sum(nil))
}
