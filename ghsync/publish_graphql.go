package ghsync

import (
	"cmp"
	"context"
	"encoding/base64"
	"encoding/json"
	"errors"
	"fmt"
	"net/http"
	"slices"
	"strings"
	"time"
)

// repositoryState is what must be known about a repository to commit to it.
type repositoryState struct {
	ID        string
	IsPrivate bool
	PushedAt  time.Time
	Default   struct{ Name string }
	Head      *branchState // the branch itself
	Proposal  *branchState // that of the pull request; nil if there is none
}

type branchState struct {
	Target    struct{ OID string }
	Proposals struct{ Nodes []pullRequestState } // from this branch, newest first
}

type pullRequestState struct {
	ID, URL, State          string
	BaseRefName, HeadRefOID string
	ChangedFiles            int
	Files                   struct{ Nodes []struct{ Path string } } // of these; GitHub does not give many, or none
}

// readBranch reads the repository, its branch and, for a pull request, the branch of the
// proposal. It asks for nothing else: a token for contents alone may not be able to read
// pull requests.
func (p *publication) readBranch(ctx context.Context) error {
	if p.Branch == "" && p.repository.Default.Name == "" {
		if err := p.ask(ctx, p.repositoryQuery("default: defaultBranchRef { name }"), "repository", &p.repository); err != nil {
			return err
		}
	}
	fields := "id isPrivate pushedAt default: defaultBranchRef { name } head: ref(qualifiedName: " + quote("refs/heads/"+p.base()) + ") { target { oid } }"
	if p.PullRequest {
		fields += " proposal: ref(qualifiedName: " + quote("refs/heads/"+proposalBranch(p.base())) + ") { target { oid } " +
			"proposals: associatedPullRequests(first: 20, orderBy: {field: CREATED_AT, direction: DESC}) " +
			"{ nodes { id url state baseRefName headRefOid changedFiles files(first: 100) { nodes { path } } } } }"
	}
	var state *repositoryState
	err := p.ask(ctx, p.repositoryQuery(fields), "repository", &state)
	switch {
	case err != nil:
		return err
	case state == nil:
		return unknownRepository(p.Repository)
	case state.Head == nil:
		return unknownBranch(p.Repository, p.base())
	}
	p.repository = *state
	return nil
}

func (p *publication) repositoryQuery(fields string) string {
	owner, name, _ := strings.Cut(p.Repository, "/")
	return fmt.Sprintf("query { repository(owner: %s, name: %s) { %s } }", quote(owner), quote(name), fields)
}

// blob is a file on a branch. Text is nil if the file is not text.
type blob struct {
	OID  string
	Text *string
}

// blobs reads files at a commit, in the order of paths; nil means that a file does not
// exist. That is confirmed by a second read, because such a file would be written from
// scratch.
func (p *publication) blobs(ctx context.Context, commit string, paths []string) ([]*blob, error) {
	first, err := p.readBlobs(ctx, commit, paths)
	if err != nil || !slices.Contains(first, nil) {
		return first, err
	}
	second, err := p.readBlobs(ctx, commit, paths)
	for i := range second {
		second[i] = cmp.Or(second[i], first[i])
	}
	return second, err
}

func (p *publication) readBlobs(ctx context.Context, commit string, paths []string) ([]*blob, error) {
	var fields strings.Builder
	for i, path := range paths {
		fmt.Fprintf(&fields, "f%d: object(expression: %s) { ... on Blob { oid text } } ", i, quote(commit+":"+path))
	}
	var files map[string]*blob
	if err := p.ask(ctx, p.repositoryQuery(fields.String()), "repository", &files); err != nil {
		return nil, err
	}
	out := make([]*blob, len(paths))
	for i := range paths {
		if b := files[fmt.Sprintf("f%d", i)]; b != nil && b.OID != "" {
			out[i] = b
		}
	}
	return out, nil
}

// content returns a blob byte for byte. GraphQL truncates long text and alters bytes that
// are not UTF-8; then REST returns the original.
func (p *publication) content(ctx context.Context, b *blob) ([]byte, error) {
	if b == nil {
		return nil, nil
	}
	if b.Text != nil && blobID([]byte(*b.Text)) == b.OID {
		return []byte(*b.Text), nil
	}
	owner, name, _ := strings.Cut(p.Repository, "/")
	answer, _, err := p.rest.Git.GetBlob(ctx, owner, name, b.OID)
	if err != nil {
		return nil, err
	}
	data, err := base64.StdEncoding.DecodeString(answer.GetContent())
	if err != nil || answer.GetEncoding() != "base64" || blobID(data) != b.OID {
		return nil, incomplete("a file of " + p.Repository + " came back changed")
	}
	return append([]byte{}, data...), nil
}

// commit makes one commit of all changes if the branch is still at head.
func (p *publication) commit(ctx context.Context, branch, head string, changes []FileChange, out *Published) error {
	var additions []input
	for _, c := range changes {
		additions = append(additions, input{"path": c.Path, "contents": base64.StdEncoding.EncodeToString(c.New)})
	}
	headline, body, _ := strings.Cut(p.Message, "\n")
	var made struct {
		Commit struct{ OID, URL string }
	}
	before := p.usage.requests()
	err := p.mutate(ctx, "createCommitOnBranch", "commit { oid url }", input{
		"branch":          input{"repositoryNameWithOwner": p.Repository, "branchName": branch},
		"expectedHeadOid": head,
		"message":         input{"headline": headline, "body": strings.TrimSpace(body)},
		"fileChanges":     input{"additions": additions},
	}, &made)
	if missing, isOld := errors.AsType[*missingField](err); isOld {
		return tooOld(missing)
	}
	if err == nil {
		p.made = made.Commit
		out.Commit, out.CommitURL = made.Commit.OID, made.Commit.URL
	}
	if errors.Is(err, errHeavy) || err != nil && p.usage.requests() > before+1 {
		p.unsure = &attempt{head, changes}
	}
	return err
}

// recognize reports whether a head is the commit whose response was lost.
func (p *publication) recognize(ctx context.Context, head string, out *Published) (ours bool, err error) {
	var answer struct {
		Object struct {
			MessageHeadline, URL string
			Parents              struct{ Nodes []struct{ OID string } }
		}
	}
	err = p.ask(ctx, p.repositoryQuery(fmt.Sprintf("object(expression: %s) { ... on Commit { messageHeadline url parents(first: 1) { nodes { oid } } } }", quote(head))), "repository", &answer)
	headline, _, _ := strings.Cut(p.Message, "\n")
	parents := answer.Object.Parents.Nodes
	if ours = err == nil && len(parents) == 1 && parents[0].OID == p.unsure.head && answer.Object.MessageHeadline == headline; ours {
		out.Commit, out.CommitURL = head, answer.Object.URL
	}
	return ours, err
}

// knows reports whether the repository has a commit.
func (p *publication) knows(ctx context.Context, commit string) (bool, error) {
	var answer struct{ Object *struct{ OID string } }
	err := p.ask(ctx, p.repositoryQuery(fmt.Sprintf("object(expression: %s) { oid }", quote(commit))), "repository", &answer)
	return answer.Object != nil, err
}

func (p *publication) createBranch(ctx context.Context, commit string) error {
	return p.mutate(ctx, "createRef", "clientMutationId",
		input{"repositoryId": p.repository.ID, "name": "refs/heads/" + proposalBranch(p.base()), "oid": commit}, nil)
}

func (p *publication) openPullRequest(ctx context.Context, out *Published) error {
	title, _, _ := strings.Cut(p.Message, "\n")
	var made struct {
		PullRequest pullRequestState
	}
	err := p.mutate(ctx, "createPullRequest", "pullRequest { url }", input{
		"repositoryId": p.repository.ID, "baseRefName": p.base(), "headRefName": proposalBranch(p.base()), "title": title,
		"body": "Made by [ghresume](https://github.com/ghresume/ghresume). It is kept up to date, and closed once there is nothing left to change.",
	}, &made)
	out.PullRequestURL, out.Opened = made.PullRequest.URL, err == nil
	return err
}

func (p *publication) closePullRequest(ctx context.Context, id string) error {
	return p.mutate(ctx, "closePullRequest", "clientMutationId", input{"pullRequestId": id}, nil)
}

// input is an input object of GraphQL.
type input = map[string]any

// mutate calls one mutation. Its input is a variable, because a file may be longer than a
// query. After errHeavy it is unknown whether the change was made.
func (p *publication) mutate(ctx context.Context, name, answer string, in input, into any) error {
	kind := strings.ToUpper(name[:1]) + name[1:] + "Input"
	document := fmt.Sprintf("mutation($input: %s!) { %s(input: $input) { %s } }", kind, name, answer)
	return p.send(ctx, input{"query": document, "variables": input{"input": in}}, name, into)
}

// ask sends a query of one field.
func (p *publication) ask(ctx context.Context, query, field string, into any) error {
	return p.send(ctx, input{"query": query}, field, into)
}

// send sends a request and decodes that field of the answer.
func (p *publication) send(ctx context.Context, request input, field string, into any) error {
	req, err := p.rest.NewRequest("POST", p.graphql, request)
	if err != nil {
		return err
	}
	var answer graphqlResponse
	_, err = p.rest.Do(ctx, req, &answer)
	switch {
	case isStatus(err, http.StatusNotFound):
		return notGitHub(p.graphql)
	case isStatus(err, http.StatusBadGateway), isStatus(err, http.StatusGatewayTimeout):
		return errHeavy
	case isStatus(err, http.StatusForbidden):
		return p.denied("403 Forbidden")
	case err != nil:
		return err
	}
	if slices.ContainsFunc(answer.Errors, graphqlError.isAboutField) {
		return &missingField{p.refusal(answer.Errors[0])}
	}
	for _, e := range answer.Errors {
		return p.refusal(e)
	}
	if data := answer.Data[field]; len(data) == 0 || string(data) == "null" {
		return errHeavy // a null is not an answer
	}
	if into == nil {
		return nil
	}
	return json.Unmarshal(answer.Data[field], into)
}
