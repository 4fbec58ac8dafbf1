package ghsync

import (
	"encoding/json"
)

// repoPager lists the account's own public repositories.
func (r *graphqlRun) repoPager(by order, withProfile bool) *pager {
	return &pager{
		size: pageSize,
		field: func(first int, after string) string {
			return repositoriesField(r.account.Login, by, first, after, withProfile && after == "")
		},
		read: func(raw json.RawMessage) (gqlPageInfo, error) {
			var user struct {
				gqlUser
				Repositories struct {
					TotalCount int
					PageInfo   gqlPageInfo
					Nodes      []*gqlRepo
				}
			}
			if err := json.Unmarshal(raw, &user); err != nil {
				return gqlPageInfo{}, err
			}
			if user.Login != "" {
				r.takeUser(&user.gqlUser)
			}
			r.takeRepos(user.Repositories.TotalCount, user.Repositories.Nodes)
			return user.Repositories.PageInfo, nil
		},
	}
}

func (r *graphqlRun) takeUser(u *gqlUser) {
	r.mu.Lock()
	defer r.mu.Unlock()
	r.s.Login, r.s.User, r.s.Pinned = u.Login, u.profile(), u.pinned()
}

func (r *graphqlRun) takeRepos(total int, nodes []*gqlRepo) {
	r.mu.Lock()
	defer r.mu.Unlock()
	r.repoTotal = total
	for _, node := range nodes {
		if node == nil || node.IsPrivate {
			continue
		}
		repo := node.repository()
		r.repos[node.ID] = &repo
		if node.Languages != nil && node.Languages.TotalCount > len(node.Languages.Edges) {
			r.long = append(r.long, node)
		}
	}
	r.account.progress(len(r.repos)+len(r.pulls), r.repoTotal+r.pullTotal)
}

// pullPager reads what a search for merged pull requests finds.
func (r *graphqlRun) pullPager(query string) *pager {
	return &pager{
		size:  pageSize,
		field: func(first int, after string) string { return searchField(query+" sort:created-asc", first, after) },
		read: func(raw json.RawMessage) (gqlPageInfo, error) {
			var found struct {
				IssueCount int
				PageInfo   gqlPageInfo
				Nodes      []*gqlPull
			}
			if err := json.Unmarshal(raw, &found); err != nil {
				return gqlPageInfo{}, err
			}
			r.takePulls(found.IssueCount, found.Nodes)
			return found.PageInfo, nil
		},
	}
}

func (r *graphqlRun) takePulls(total int, nodes []*gqlPull) {
	r.mu.Lock()
	defer r.mu.Unlock()
	r.pullTotal = max(r.pullTotal, total)
	for _, node := range nodes {
		if node != nil && node.Repository != nil && !node.Repository.IsPrivate {
			r.pulls = append(r.pulls, node.pull())
		}
	}
	r.account.progress(len(r.repos)+len(r.pulls), r.repoTotal+r.pullTotal)
}

// nodesPart reads a fragment of repositories by ID. A repository that is gone
// comes as nil.
func nodesPart(ids []string, fragment string, read func(id string, node *gqlRepo)) part {
	return part{field: nodesField(ids, fragment), read: func(raw json.RawMessage) error {
		var nodes []*gqlRepo
		if err := json.Unmarshal(raw, &nodes); err != nil {
			return err
		}
		if len(nodes) != len(ids) {
			return incomplete("a list of repositories came back short")
		}
		for i, node := range nodes {
			read(ids[i], node)
		}
		return nil
	}}
}
