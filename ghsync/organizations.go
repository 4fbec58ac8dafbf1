package ghsync

import (
	"context"

	"github.com/google/go-github/v62/github"

	"github.com/ghresume/ghresume/resume"
)

// organizations lists the organizations whose membership is public. GraphQL would also
// list hidden ones if the token is the user's own.
func (r *reading) organizations(ctx context.Context, login string) ([]string, error) {
	known := 0
	if old := r.before(); old != nil && !isPrivateIn(old, resume.CutOrganizations) {
		known = len(old.Organizations)
	}
	return askTwice(known, func() ([]string, error) { return r.organizationsOnce(ctx, login) })
}

func (r *reading) organizationsOnce(ctx context.Context, login string) ([]string, error) {
	names := []string{}
	opts := &github.ListOptions{PerPage: 100}
	for {
		page, res, err := r.rest.Organizations.List(ctx, login, opts)
		if err != nil {
			return nil, err
		}
		if page == nil {
			return nil, incomplete("a list came back as null")
		}
		for _, o := range page {
			if o.GetLogin() == "" {
				return nil, incomplete("an organization came without its name")
			}
			if !included(names, o.GetLogin()) {
				names = append(names, o.GetLogin())
			}
		}
		if res.NextPage <= opts.Page {
			return names, nil
		}
		opts.Page = res.NextPage
	}
}

// askTwice asks for a list that has no count, and once more if fewer items came than were
// known: some may be missing.
func askTwice[T any](known int, ask func() ([]T, error)) ([]T, error) {
	list, err := ask()
	if err != nil || len(list) >= known {
		return list, err
	}
	again, err := ask()
	if err == nil && len(again) < len(list) {
		return list, nil
	}
	return again, err
}
