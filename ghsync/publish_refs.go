package ghsync

import (
	"context"
	"errors"
)

// noCommit stands for the commit of a branch that does not exist.
const noCommit = "0000000000000000000000000000000000000000"

// missingField is an error about a field, or mutation, that the server does not have.
type missingField struct{ error }

func (e *missingField) Unwrap() error { return e.error }

// moveBranch moves the branch of the proposal to another commit, if it has not moved
// meanwhile; moving it to noCommit removes it.
func (p *publication) moveBranch(ctx context.Context, from, to string) error {
	update := input{"name": "refs/heads/" + proposalBranch(p.base()), "beforeOid": from, "afterOid": to, "force": true}
	err := p.mutate(ctx, "updateRefs", "clientMutationId", input{"repositoryId": p.repository.ID, "refUpdates": []input{update}}, nil)
	if _, missing := errors.AsType[*missingField](err); missing {
		return p.moveRef(ctx, from, to)
	}
	return err
}

// moveRef does the same on servers from before 2024, which cannot compare and move in one
// step: a push between the two is lost, as with git push --force.
func (p *publication) moveRef(ctx context.Context, from, to string) error {
	var answer struct {
		Ref *struct {
			ID     string
			Target struct{ OID string }
		}
	}
	query := p.repositoryQuery("ref(qualifiedName: " + quote("refs/heads/"+proposalBranch(p.base())) + ") { id target { oid } }")
	if err := p.ask(ctx, query, "repository", &answer); err != nil {
		return err
	}
	switch {
	case answer.Ref == nil || answer.Ref.Target.OID != from:
		return errMoved
	case to == noCommit:
		return p.mutate(ctx, "deleteRef", "clientMutationId", input{"refId": answer.Ref.ID}, nil)
	}
	return p.mutate(ctx, "updateRef", "clientMutationId", input{"refId": answer.Ref.ID, "oid": to, "force": true}, nil)
}
