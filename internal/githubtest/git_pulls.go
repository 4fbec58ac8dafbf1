package githubtest

import (
	"cmp"
	"fmt"
	"maps"
	"slices"
	"strings"
)

// proposal is a pull request.
type proposal struct {
	id, base, head, title string
	open                  bool
	fork                  bool   // the head is a branch of that name in a fork
	end                   string // the head's commit at closing
}

// PullRequests returns the titles of the open pull requests of a repository.
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

// Retarget changes the base of the open pull requests of a repository, as a user would.
func (s *Server) Retarget(repository, base string) {
	s.mu.Lock()
	defer s.mu.Unlock()
	for _, p := range s.git.of(s.account.repository(repository)).pulls {
		if p.open {
			p.base = base
		}
	}
}

// ClosePullRequests closes the open pull requests to a branch, as a user would.
func (s *Server) ClosePullRequests(repository, base string) {
	s.mu.Lock()
	defer s.mu.Unlock()
	repo := s.git.of(s.account.repository(repository))
	for _, p := range repo.pulls {
		if p.base == base {
			repo.end(p)
		}
	}
}

// ProposeFromFork opens a pull request of another user from a fork's branch.
func (s *Server) ProposeFromFork(repository, head string) {
	s.mu.Lock()
	defer s.mu.Unlock()
	repo := s.git.of(s.account.repository(repository))
	repo.pulls = append(repo.pulls, &proposal{id: fmt.Sprintf("PR_%d", len(repo.pulls)+1), base: "main", head: head, title: "From a fork", open: true, fork: true})
}

func (p *proposal) state() string {
	if p.open {
		return "OPEN"
	}
	return "CLOSED"
}

// end closes a pull request.
func (repo *gitRepository) end(p *proposal) {
	if p.open && repo.branches[p.head] != nil {
		p.end = repo.branches[p.head].oid
	}
	p.open = false
}

// changed returns the files that a pull request changes: those that differ between its
// branch and the point where it left the base.
func (repo *gitRepository) changed(p *proposal) []object {
	out := []object{}
	head, base := repo.branches[p.head], repo.branches[p.base].lineage()
	from := head
	for from != nil && !base[from.oid] {
		from = from.parent
	}
	if head == nil || from == nil {
		return out
	}
	for _, path := range slices.Sorted(maps.Keys(head.files)) {
		if was, known := from.files[path]; !known || was != head.files[path] {
			out = append(out, object{"path": path})
		}
	}
	return out
}

// from returns the pull requests from a branch, newest first.
func (repo *gitRepository) from(branch string) []object {
	nodes := []object{}
	for _, p := range slices.Backward(repo.pulls) {
		if p.head == branch && !p.fork {
			changed := repo.changed(p)
			nodes = append(nodes, object{
				"id": p.id, "url": p.url(repo), "state": p.state(), "baseRefName": p.base,
				"headRefOid": cmp.Or(p.end, repo.branches[branch].oid), "changedFiles": len(changed), "files": object{"nodes": changed},
			})
		}
	}
	return nodes
}

func (p *proposal) url(repo *gitRepository) string {
	return "https://github.com/" + repo.name + "/pull/" + strings.TrimPrefix(p.id, "PR_")
}
