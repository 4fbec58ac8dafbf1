package ghsync

import (
	"slices"
	"strings"

	"github.com/ghresume/ghresume/resume"
)

// lostFields are fields that an answer lacks because they are denied, each as
// "Fragment.field": their old values are kept.
type lostFields []string

// lost returns the fields of a part's fragments that are not requested.
func (p part) lost(drops []string) lostFields {
	drops = append(drops, p.drops...)
	if len(drops) == 0 {
		return nil
	}
	names := fragmentsOf(p.field, nil)
	return slices.DeleteFunc(drops, func(drop string) bool {
		fragment, _, _ := strings.Cut(drop, ".")
		return !slices.Contains(names, fragment)
	})
}

// of reports whether a field of one of the fragments is lost.
func (l lostFields) of(field string, fragments ...string) bool {
	return slices.ContainsFunc(fragments, func(fragment string) bool { return slices.Contains(l, fragment+"."+field) })
}

// hasFolders reports whether folders of repositories, or what is in them, are lost.
func (l lostFields) hasFolders() bool {
	return slices.ContainsFunc(l, func(drop string) bool {
		fragment, field, _ := strings.Cut(drop, ".")
		return strings.HasPrefix(fragment, "Folder") || fragment == "Listing" && field != "history"
	})
}

// keep restores the known values of a repository's lost fields.
func (l lostFields) keep(now, before *resume.Repository) {
	for _, drop := range l {
		switch fragment, field, _ := strings.Cut(drop, "."); fragment {
		case "Brief", "Repo", "Work":
			keepField(field, now, before)
		}
	}
}

func keepField(field string, now, before *resume.Repository) {
	switch field {
	case "description":
		now.Description = before.Description
	case "url":
		now.URL = before.URL
	case "homepageUrl":
		now.Homepage = before.Homepage
	case "stargazerCount":
		now.Stars = before.Stars
	case "forkCount":
		now.Forks = before.Forks
	case "isArchived":
		now.Archived = before.Archived
	case "isEmpty":
		now.Empty = before.Empty
	case "isDisabled":
		now.Disabled = before.Disabled
	case "isTemplate":
		now.Template = before.Template
	case "createdAt":
		now.CreatedAt = before.CreatedAt
	case "pushedAt":
		now.PushedAt = before.PushedAt
	case "updatedAt":
		now.UpdatedAt = before.UpdatedAt
	case "primaryLanguage":
		now.Language = before.Language
	case "licenseInfo":
		now.License = before.License
	case "defaultBranchRef":
		now.DefaultBranch = before.DefaultBranch
	case "languages":
		now.Languages = before.Languages
	case "repositoryTopics":
		now.Topics = before.Topics
	case "releases":
		now.Releases = before.Releases
	case "latestRelease":
		now.LatestRelease = before.LatestRelease
	case "history":
		now.Commits = before.Commits
	}
}

// keepUser restores the known values of the profile's lost fields.
func (l lostFields) keepUser(now, before *resume.Snapshot) {
	for _, drop := range l {
		switch strings.TrimPrefix(drop, "Profile.") {
		case "name":
			now.User.Name = before.User.Name
		case "bio":
			now.User.Bio = before.User.Bio
		case "company":
			now.User.Company = before.User.Company
		case "location":
			now.User.Location = before.User.Location
		case "websiteUrl":
			now.User.Website = before.User.Website
		case "url":
			now.User.URL = before.User.URL
		case "createdAt":
			now.User.CreatedAt = before.User.CreatedAt
		case "socialAccounts":
			now.User.Social = before.User.Social
		case "pinnedItems":
			now.Pinned = before.Pinned
		}
	}
}

// workOf returns a repository as a target of contributions, with the known values of its
// lost fields and the known merges and role.
func (g *gqlRepo) workOf(before resume.MergedWork) resume.MergedWork {
	now := g.work()
	g.lost.keepWork(&now, &before)
	now.Pulls, now.Role = before.Pulls, before.Role
	return now
}

func (l lostFields) keepWork(now, before *resume.MergedWork) {
	for _, drop := range l {
		switch strings.TrimPrefix(drop, "Brief.") {
		case "description":
			now.Description = before.Description
		case "url":
			now.URL = before.URL
		case "stargazerCount":
			now.Stars = before.Stars
		case "isArchived":
			now.Archived = before.Archived
		case "isDisabled":
			now.Disabled = before.Disabled
		case "primaryLanguage":
			now.Language = before.Language
		case "owner":
			now.OwnerIsOrg = before.OwnerIsOrg
		}
	}
}

// keepLostOfWork restores what is known of contributions whose fields are denied, or that
// were read without the token, which returns no line counts.
func (r *graphqlRun) keepLostOfWork() {
	old := r.before()
	if old == nil {
		return
	}
	known := map[string]*resume.MergedWork{}
	for i := range old.Contributions {
		known[old.Contributions[i].ID] = &old.Contributions[i]
	}
	for i := range r.s.Contributions {
		now := &r.s.Contributions[i]
		before := known[now.ID]
		if before == nil || now.ID == "" {
			continue
		}
		lost := append(slices.Clone(r.merges.lostOf[now.ID]), r.merges.lost...)
		lost.keepWork(now, before)
		if lost.of("authorAssociation", "Merged") {
			now.Role = before.Role
		}
		keepPulls(now.Pulls, before.Pulls, !lacksBots(old), lost.of("title", "Merged") || lost.of("headRefName", "Merged"))
		count(now)
	}
}

// keepPulls restores what is known of merges, including their kind. isSure means that the old
// ones with lines were read with their branches, so that no kind is one, too.
func keepPulls(now, before []resume.Pull, isSure, kinds bool) {
	for i := range now {
		j := slices.IndexFunc(before, func(p resume.Pull) bool { return p.Number == now[i].Number })
		if j < 0 {
			continue
		}
		isFromSearch := isLineless(now[i]) // without the branch, which shows who opened it
		if (kinds || isFromSearch) && (before[j].Kind != "" || isSure && !isLineless(before[j])) {
			now[i].Kind = before[j].Kind
		}
		now[i].Additions, now[i].Deletions = keep(now[i].Additions, before[j].Additions), keep(now[i].Deletions, before[j].Deletions)
	}
}
