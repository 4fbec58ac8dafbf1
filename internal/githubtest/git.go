package githubtest

import (
	"crypto/sha1"
	"encoding/base64"
	"encoding/hex"
	"fmt"
	"maps"
	"strings"
	"unicode/utf8"
)

// Refusal is why GitHub takes no commit.
type Refusal string

// The refusals.
const (
	ReadOnly       Refusal = "readonly"
	Protected      Refusal = "protected"
	NoPullRequests Refusal = "pulls"
)

// gitRepository is what a repository holds beside its description: branches of
// commits, and pull requests.
type gitRepository struct {
	name     string
	branches map[string]*commit
	pulls    []*proposal
}

type commit struct {
	oid, message string
	files        map[string]string
}

type proposal struct {
	id, base, head, title string
	open                  bool
}

// git is the state of all repositories that were asked for.
type git struct {
	repositories map[string]*gitRepository
	commits      int
	refusal      Refusal
	races        int // commits before which somebody else pushes
}

// of is a repository, with its files on the branch main.
func (g *git) of(r *Repository) *gitRepository {
	if g.repositories[r.Name] == nil {
		repo := &gitRepository{name: r.Name, branches: map[string]*commit{}}
		if !r.Empty {
			repo.branches["main"] = g.commit("start", maps.Clone(r.Files))
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

// Push is somebody else's commit of one file.
func (s *Server) Push(repository, branch, path, text string) {
	s.mu.Lock()
	defer s.mu.Unlock()
	repo := s.git.of(s.account.repository(repository))
	files := map[string]string{}
	if head := repo.branches[branch]; head != nil {
		files = maps.Clone(head.files)
	}
	files[path] = text
	repo.branches[branch] = s.git.commit("a push", files)
}

// File is a file of a branch; ok is false when there is none.
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

// Commits counts the commits of all repositories since the start.
func (s *Server) Commits() int {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.git.commits
}

// PullRequests are the titles of the open pull requests of a repository.
func (s *Server) PullRequests(repository string) []string {
	s.mu.Lock()
	defer s.mu.Unlock()
	var out []string
	for _, p := range s.git.of(s.account.repository(repository)).pulls {
		if p.open {
			out = append(out, p.title)
		}
	}
	return out
}

// Refuse makes GitHub take no commits, for that reason; "" ends it.
func (s *Server) Refuse(why Refusal) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.git.refusal = why
}

// Race lets somebody else push right before each of the next n commits.
func (s *Server) Race(n int) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.git.races = n
}

// refused is a value that is null with an error of a type.
type refused struct{ kind, message string }

// committable adds the git side to what a repository says of itself.
func (s *Server) committable(w *world, a arguments) any {
	r := w.repository(a.text("owner") + "/" + a.text("name"))
	node, ok := w.repositoryNode(r).(object)
	if !ok {
		return missing("Could not resolve to a Repository with the name '" + a.text("owner") + "/" + a.text("name") + "'.")
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	repo := s.git.of(r)
	node["ref"] = field(func(a arguments) any { return repo.ref(strings.TrimPrefix(a.text("qualifiedName"), "refs/heads/")) })
	node["pullRequests"] = field(func(a arguments) any { return repo.open(a.text("headRefName"), a.text("baseRefName")) })
	described := node["object"].(field)
	node["object"] = field(func(a arguments) any {
		oid, path, _ := strings.Cut(a.text("expression"), ":")
		if oid == "HEAD" {
			return described(a)
		}
		return repo.blob(oid, path)
	})
	return node
}

func (repo *gitRepository) ref(branch string) any {
	head := repo.branches[branch]
	if head == nil {
		return nil
	}
	return object{"id": "REF_" + repo.name + ":" + branch, "target": object{"oid": head.oid}}
}

func (repo *gitRepository) open(head, base string) object {
	nodes := []object{}
	for _, p := range repo.pulls {
		if p.open && p.head == head && p.base == base {
			nodes = append(nodes, object{"id": p.id, "url": p.url(repo)})
		}
	}
	return object{"nodes": nodes}
}

func (p *proposal) url(repo *gitRepository) string {
	return "https://github.com/" + repo.name + "/pull/" + strings.TrimPrefix(p.id, "PR_")
}

func (repo *gitRepository) blob(oid, path string) any {
	for _, head := range repo.branches {
		text, known := head.files[path]
		if head.oid != oid || !known {
			continue
		}
		sum := sha1.Sum([]byte(fmt.Sprintf("blob %d\x00%s", len(text), text)))
		node := object{"__typename": "Blob", "oid": hex.EncodeToString(sum[:]), "text": nil, "isTruncated": false}
		if utf8.ValidString(text) && !strings.Contains(text, "\x00") {
			node["text"] = text
		}
		return node
	}
	return nil
}

// mutations are the root fields that change something.
func (s *Server) mutations(w *world) object {
	changing := func(do func(w *world, input arguments) any) field {
		return func(a arguments) any {
			s.mu.Lock()
			defer s.mu.Unlock()
			if s.git.refusal == ReadOnly {
				return refused{"FORBIDDEN", "Resource not accessible by integration"}
			}
			return do(w, inner(a["input"]))
		}
	}
	return object{
		"createCommitOnBranch": changing(s.createCommit), "createRef": changing(s.createRef), "updateRef": changing(s.updateRef),
		"createPullRequest": changing(s.createPullRequest), "closePullRequest": changing(s.closePullRequest),
	}
}

// inner is an input object inside another.
func inner(v any) arguments {
	o, _ := v.(object)
	return o
}

func (s *Server) createCommit(w *world, input arguments) any {
	target := inner(input["branch"])
	repo, branch := s.git.of(w.repository(target.text("repositoryNameWithOwner"))), target.text("branchName")
	if s.git.refusal == Protected && branch == "main" {
		return refused{"UNPROCESSABLE", "GH006: Protected branch update failed for refs/heads/main.\nChanges must be made through a pull request."}
	}
	if s.git.races > 0 {
		s.git.races--
		files := maps.Clone(repo.branches[branch].files)
		files["elsewhere.txt"] = fmt.Sprint(s.git.commits)
		repo.branches[branch] = s.git.commit("a push", files)
	}
	head := repo.branches[branch]
	if head == nil || head.oid != input.text("expectedHeadOid") {
		return refused{"STALE_DATA", fmt.Sprintf("Expected branch to point to %q but it did not. Pull and try again.", input.text("expectedHeadOid"))}
	}
	files := maps.Clone(head.files)
	additions, _ := inner(input["fileChanges"])["additions"].([]any)
	for _, a := range additions {
		addition := inner(a)
		data, err := base64.StdEncoding.DecodeString(addition.text("contents"))
		if err != nil {
			return refused{"UNPROCESSABLE", "contents is not base64"}
		}
		files[addition.text("path")] = string(data)
	}
	message := inner(input["message"])
	made := s.git.commit(message.text("headline"), files)
	repo.branches[branch] = made
	return object{"commit": object{"oid": made.oid, "url": "https://github.com/" + repo.name + "/commit/" + made.oid}}
}

func (s *Server) createRef(w *world, input arguments) any {
	repo := s.git.of(w.byID[input.text("repositoryId")])
	branch := strings.TrimPrefix(input.text("name"), "refs/heads/")
	if repo.branches[branch] != nil {
		return refused{"UNPROCESSABLE", "A ref named " + input.text("name") + " already exists in the repository."}
	}
	return repo.point(branch, input.text("oid"))
}

func (s *Server) updateRef(w *world, input arguments) any {
	name, branch, _ := strings.Cut(strings.TrimPrefix(input.text("refId"), "REF_"), ":")
	return s.git.of(w.repository(name)).point(branch, input.text("oid"))
}

// point puts a branch on the head of another one.
func (repo *gitRepository) point(branch, oid string) any {
	for _, head := range repo.branches {
		if head.oid == oid {
			repo.branches[branch] = head
			return object{"ref": object{"id": "REF_" + repo.name + ":" + branch}}
		}
	}
	return refused{"UNPROCESSABLE", "Object does not exist"}
}

func (s *Server) createPullRequest(w *world, input arguments) any {
	if s.git.refusal == NoPullRequests {
		return refused{"FORBIDDEN", "GitHub Actions is not permitted to create or approve pull requests."}
	}
	repo := s.git.of(w.byID[input.text("repositoryId")])
	p := &proposal{id: fmt.Sprintf("PR_%d", len(repo.pulls)+1), base: input.text("baseRefName"), head: input.text("headRefName"), title: input.text("title"), open: true}
	repo.pulls = append(repo.pulls, p)
	return object{"pullRequest": object{"id": p.id, "url": p.url(repo)}}
}

func (s *Server) closePullRequest(_ *world, input arguments) any {
	for _, repo := range s.git.repositories {
		for _, p := range repo.pulls {
			if p.id == input.text("pullRequestId") {
				p.open = false
				return object{"pullRequest": object{"id": p.id}}
			}
		}
	}
	return missing("Could not resolve to a node")
}
