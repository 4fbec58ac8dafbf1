package githubtest

import (
	"encoding/base64"
	"fmt"
	"maps"
	"strings"
)

// mutations returns the root fields of mutations.
func (s *Server) mutations(w *accountIndex) object {
	changing := func(do func(w *accountIndex, input arguments) any) field {
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
		"__typename":           "Mutation",
		"createCommitOnBranch": changing(s.createCommit), "createRef": changing(s.createRef), "updateRefs": changing(s.updateRefs),
		"updateRef": changing(s.updateRef), "deleteRef": changing(s.deleteRef),
		"createPullRequest": changing(s.createPullRequest), "closePullRequest": changing(s.closePullRequest),
	}
}

// inner returns an input object inside another.
func inner(v any) arguments {
	o, _ := v.(object)
	return o
}

func (s *Server) createCommit(w *accountIndex, input arguments) any {
	target := inner(input["branch"])
	repo, branch := s.git.of(w.repository(target.text("repositoryNameWithOwner"))), target.text("branchName")
	if s.git.refusal == Protected && branch == "main" {
		return refused{"UNPROCESSABLE", "GH006: Protected branch update failed for refs/heads/main.\nChanges must be made through a pull request."}
	}
	s.race(repo, branch)
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
	repo.push(branch, made)
	return object{"commit": object{"oid": made.oid, "url": "https://github.com/" + repo.name + "/commit/" + made.oid}}
}

func (s *Server) createRef(w *accountIndex, input arguments) any {
	repo := s.git.of(w.byID[input.text("repositoryId")])
	branch := strings.TrimPrefix(input.text("name"), "refs/heads/")
	if repo.branches[branch] != nil {
		return refused{"UNPROCESSABLE", "A ref named " + input.text("name") + " already exists in the repository."}
	}
	return repo.move(branch, input.text("oid"))
}

// updateRefs moves branches if they are at the expected commits.
func (s *Server) updateRefs(w *accountIndex, input arguments) any {
	repo := s.git.of(w.byID[input.text("repositoryId")])
	updates, _ := input["refUpdates"].([]any)
	for _, u := range updates {
		update := inner(u)
		branch := strings.TrimPrefix(update.text("name"), "refs/heads/")
		if head := repo.branches[branch]; head == nil || head.oid != update.text("beforeOid") {
			return refused{"UNPROCESSABLE", "The given reference does not point to the given value"}
		}
		if strings.Trim(update.text("afterOid"), "0") == "" {
			repo.remove(branch)
			continue
		}
		if problem, ok := repo.move(branch, update.text("afterOid")).(refused); ok {
			return problem
		}
	}
	return object{"clientMutationId": nil}
}

// updateRef moves a branch regardless of where it is.
func (s *Server) updateRef(_ *accountIndex, input arguments) any {
	if repo, branch, known := s.git.branch(input.text("refId")); known {
		return repo.move(branch, input.text("oid"))
	}
	return missing("Could not resolve to a node")
}

func (s *Server) deleteRef(_ *accountIndex, input arguments) any {
	repo, branch, known := s.git.branch(input.text("refId"))
	if !known {
		return missing("Could not resolve to a node")
	}
	repo.remove(branch)
	return object{"clientMutationId": nil}
}

// branch finds a branch by its node ID.
func (g *git) branch(id string) (repo *gitRepository, branch string, known bool) {
	for _, repo := range g.repositories {
		for name := range repo.branches {
			if repo.refID(name) == id {
				return repo, name, true
			}
		}
	}
	return nil, "", false
}

func (repo *gitRepository) refID(branch string) string { return nodeID(repo.name + ":" + branch) }

// remove removes a branch and closes the pull requests from it.
func (repo *gitRepository) remove(branch string) {
	for _, p := range repo.pulls {
		if p.head == branch && !p.fork {
			repo.end(p)
		}
	}
	delete(repo.branches, branch)
}

// move moves a branch to an existing commit.
func (repo *gitRepository) move(branch, oid string) any {
	c := repo.history[oid]
	if c == nil {
		return refused{"UNPROCESSABLE", "Object does not exist"}
	}
	repo.point(branch, c)
	return object{"clientMutationId": nil}
}

func (s *Server) createPullRequest(w *accountIndex, input arguments) any {
	if s.git.refusal == NoPullRequests {
		return refused{"FORBIDDEN", "GitHub Actions is not permitted to create or approve pull requests."}
	}
	repo := s.git.of(w.byID[input.text("repositoryId")])
	for _, p := range repo.pulls {
		if p.open && !p.fork && p.head == input.text("headRefName") && p.base == input.text("baseRefName") {
			return refused{"UNPROCESSABLE", "A pull request already exists for " + p.head + "."}
		}
	}
	p := &proposal{id: fmt.Sprintf("PR_%d", len(repo.pulls)+1), base: input.text("baseRefName"), head: input.text("headRefName"), title: input.text("title"), open: true}
	repo.pulls = append(repo.pulls, p)
	return object{"pullRequest": object{"id": p.id, "url": p.url(repo)}}
}

func (s *Server) closePullRequest(_ *accountIndex, input arguments) any {
	for _, repo := range s.git.repositories {
		for _, p := range repo.pulls {
			if p.id == input.text("pullRequestId") {
				repo.end(p)
				s.race(repo, p.head)
				return object{"clientMutationId": nil, "pullRequest": object{"id": p.id}}
			}
		}
	}
	return missing("Could not resolve to a node")
}
