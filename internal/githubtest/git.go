package githubtest

import (
	"crypto/sha1"
	"encoding/base64"
	"encoding/hex"
	"fmt"
	"maps"
	"net/http"
	"strings"
	"unicode/utf8"
)

// Refusal is GitHub's reason to reject a commit.
type Refusal string

// The refusals.
const (
	ReadOnly       Refusal = "readonly"
	Protected      Refusal = "protected"
	NoPullRequests Refusal = "pulls"
)

// gitRepository is the git data of a repository: branches, commits and pull requests.
type gitRepository struct {
	name     string
	branches map[string]*commit
	history  map[string]*commit // by object ID
	pulls    []*proposal
}

// point moves a branch to a commit.
func (repo *gitRepository) point(branch string, c *commit) {
	repo.branches[branch], repo.history[c.oid] = c, c
}

// push puts a new commit on top of a branch.
func (repo *gitRepository) push(branch string, c *commit) {
	c.parent = repo.branches[branch]
	repo.point(branch, c)
}

type commit struct {
	oid, message string
	parent       *commit // nil for the first commit
	files        map[string]string
}

// lineage returns the IDs of a commit and all its ancestors.
func (c *commit) lineage() map[string]bool {
	out := map[string]bool{}
	for ; c != nil; c = c.parent {
		out[c.oid] = true
	}
	return out
}

// git is the state of all repositories accessed so far.
type git struct {
	repositories map[string]*gitRepository
	commits      int
	refusal      Refusal
	races        int // number of commits before which somebody else pushes
}

// of returns a repository, with its files on the branch main.
func (g *git) of(r *Repository) *gitRepository {
	if g.repositories[r.Name] == nil {
		repo := &gitRepository{name: r.Name, branches: map[string]*commit{}, history: map[string]*commit{}}
		if !r.Empty {
			repo.point("main", g.commit("start", maps.Clone(r.Files)))
		}
		g.repositories[r.Name] = repo
	}
	return g.repositories[r.Name]
}

func (g *git) commit(message string, files map[string]string) *commit {
	g.commits++
	if files == nil {
		files = map[string]string{}
	}
	return &commit{oid: fmt.Sprintf("%040x", 0xabc000+g.commits), message: message, files: files}
}

// Push commits one file as another user.
func (s *Server) Push(repository, branch, path, text string) {
	s.mu.Lock()
	defer s.mu.Unlock()
	repo := s.git.of(s.account.repository(repository))
	files := map[string]string{}
	if head := repo.branches[branch]; head != nil {
		files = maps.Clone(head.files)
	}
	files[path] = text
	repo.push(branch, s.git.commit("a push", files))
}

// race pushes as another user if a race is due.
func (s *Server) race(repo *gitRepository, branch string) {
	if s.git.races == 0 {
		return
	}
	s.git.races--
	files := maps.Clone(repo.branches[branch].files)
	files["elsewhere.txt"] = fmt.Sprint(s.git.commits)
	repo.push(branch, s.git.commit("a push", files))
}

// Head returns the commit at the head of a branch; "" if there is none.
func (s *Server) Head(repository, branch string) string {
	s.mu.Lock()
	defer s.mu.Unlock()
	if head := s.git.of(s.account.repository(repository)).branches[branch]; head != nil {
		return head.oid
	}
	return ""
}

// File returns a file of a branch; ok is false if there is none.
func (s *Server) File(repository, branch, path string) (text string, ok bool) {
	s.mu.Lock()
	defer s.mu.Unlock()
	head := s.git.of(s.account.repository(repository)).branches[branch]
	if head == nil {
		return "", false
	}
	text, ok = head.files[path]
	return text, ok
}

// Branches returns the number of branches of a repository.
func (s *Server) Branches(repository string) int {
	s.mu.Lock()
	defer s.mu.Unlock()
	return len(s.git.of(s.account.repository(repository)).branches)
}

// Commits returns the number of commits in all repositories since the start.
func (s *Server) Commits() int {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.git.commits
}

// Refuse makes the server reject commits for this reason; "" ends it.
func (s *Server) Refuse(why Refusal) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.git.refusal = why
}

// Race makes another user push right before each of the next n commits, or right after a
// pull request is closed.
func (s *Server) Race(n int) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.git.races = n
}

// refused is a null value with an error of this type.
type refused struct{ kind, message string }

// committable adds the git fields to a repository's other fields.
func (s *Server) committable(w *accountIndex, a arguments) any {
	r := w.repository(a.text("owner") + "/" + a.text("name"))
	node, ok := w.repositoryNode(r).(object)
	if !ok {
		return missing("Could not resolve to a Repository with the name '" + a.text("owner") + "/" + a.text("name") + "'.")
	}
	s.mu.Lock()
	repo := s.git.of(r)
	s.mu.Unlock()
	// Fields are read later, when branches may be moving.
	locked := func(read func(a arguments) any) field {
		return func(a arguments) any {
			s.mu.Lock()
			defer s.mu.Unlock()
			return read(a)
		}
	}
	node["ref"] = locked(func(a arguments) any { return repo.ref(strings.TrimPrefix(a.text("qualifiedName"), "refs/heads/")) })
	described := node["object"].(field)
	node["object"] = locked(func(a arguments) any {
		commit, path, inside := strings.Cut(a.text("expression"), ":")
		switch {
		case commit == "HEAD":
			return described(a)
		case !inside:
			return repo.node(repo.history[repo.oid(commit)])
		}
		return repo.blob(repo.oid(commit), path)
	})
	return node
}

func (repo *gitRepository) ref(branch string) any {
	head := repo.branches[branch]
	if head == nil {
		return nil
	}
	return object{"id": repo.refID(branch), "target": object{"oid": head.oid}, "associatedPullRequests": object{"nodes": repo.from(branch)}}
}

// node returns a commit as a GraphQL object.
func (repo *gitRepository) node(c *commit) any {
	if c == nil {
		return nil
	}
	parents := []object{}
	if c.parent != nil {
		parents = append(parents, object{"oid": c.parent.oid})
	}
	return object{"__typename": "Commit", "oid": c.oid, "messageHeadline": c.message, "url": "https://github.com/" + repo.name + "/commit/" + c.oid,
		"parents": object{"nodes": parents}}
}

// oid returns the commit for the name of a branch or for a commit's ID.
func (repo *gitRepository) oid(name string) string {
	if head := repo.branches[strings.TrimPrefix(name, "refs/heads/")]; head != nil {
		return head.oid
	}
	return name
}

// textLimit is the size in bytes at which GitHub truncates the text of a blob.
const textLimit = 512_000

func (repo *gitRepository) blob(oid, path string) any {
	commit := repo.history[oid]
	if commit == nil {
		return nil
	}
	text, known := commit.files[path]
	if !known {
		return nil
	}
	node := object{"__typename": "Blob", "oid": blobID(text), "text": nil, "isTruncated": len(text) > textLimit, "isBinary": isBinary(text), "byteSize": len(text)}
	if !isBinary(text) {
		node["text"] = text[:min(len(text), textLimit)]
	}
	return node
}

// isBinary tells that a file has no text that GitHub shows.
func isBinary(content string) bool {
	return !utf8.ValidString(content) || strings.Contains(content, "\x00")
}

func blobID(text string) string {
	sum := sha1.Sum([]byte(fmt.Sprintf("blob %d\x00%s", len(text), text)))
	return hex.EncodeToString(sum[:])
}

// isBlob reports whether a path of the REST API is that of a blob.
func isBlob(path string) bool { return strings.Contains(path, "/git/blobs/") }

// blobAnswer returns REST's response for a blob: the whole content, text or not.
func (s *Server) blobAnswer(w *accountIndex, path string) answer {
	name, id, _ := strings.Cut(strings.TrimPrefix(path, "/repos/"), "/git/blobs/")
	r := w.repository(name)
	if r == nil {
		return problem(http.StatusNotFound, "Not Found")
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	for _, commit := range s.git.of(r).history {
		for _, text := range commit.files {
			if blobID(text) == id {
				return ok(object{"sha": id, "size": len(text), "encoding": "base64", "content": base64.StdEncoding.EncodeToString([]byte(text))})
			}
		}
	}
	return problem(http.StatusNotFound, "Not Found")
}
