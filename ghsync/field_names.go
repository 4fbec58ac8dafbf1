package ghsync

import "strings"

// fieldNames returns the names of the schema's fields in plain English.
func fieldNames() map[string]string {
	return map[string]string{
		"Profile.name": "the name", "Profile.bio": "the bio", "Profile.websiteUrl": "the website", "Profile.url": "the address of the profile",
		"Profile.createdAt": "the age of the account", "Profile.socialAccounts": "accounts on other networks",
		"Profile.pinnedItems": "pinned repositories", "Profile.pullRequests": "the count of merged pull requests",
		"Profile.company": "the company", "Profile.location": "the location",

		"Figures.contributionsCollection": "active years", "Figures.repositoryDiscussionComments": "answers in discussions",

		"additions": "counts of lines", "deletions": "counts of lines", "title": "titles of pull requests",
		"authorAssociation": "roles in projects", "headRefName": "branches of pull requests",
		"File.isBinary": "which files are binary", "File.byteSize": "sizes of files",
		"Committed.totalCommitContributions": "sums of commits", "Weighed.totalCommitContributions": "sums of commits",
		"Weighed.totalRepositoriesWithContributedCommits": "counts of repositories with commits",
		"ByRepository.repository":                         "details of repositories with commits", "Counted.resourcePath": "names of hidden repositories with commits", "history": "counts of commits",

		"description": "descriptions", "url": "addresses of repositories", "homepageUrl": "home pages of repositories", "stargazerCount": "stars",
		"forkCount": "counts of forks", "isArchived": "which repositories are archived", "isEmpty": "which repositories are empty",
		"isDisabled": "which repositories are disabled", "isTemplate": "which repositories are templates", "createdAt": "when repositories were created",
		"pushedAt": "when repositories were pushed to", "updatedAt": "when repositories changed", "primaryLanguage": "main languages",
		"owner": "which repositories belong to organizations", "licenseInfo": "licenses", "defaultBranchRef": "default branches",
		"languages": "languages", "repositoryTopics": "topics", "releases": "counts of releases", "latestRelease": "latest releases",
	}
}

// fieldName returns the plain English name of a fragment's field.
func fieldName(drop string) string {
	names := fieldNames()
	fragment, field, _ := strings.Cut(drop, ".")
	if name, ok := names[drop]; ok {
		return name
	}
	if name, ok := names[field]; ok {
		return name
	}
	if fragment == "Listing" {
		return someFolders
	}
	return "the field " + field
}

// ofSome returns the plain English name of a field that only some repositories lack.
func ofSome(drop string) string {
	name := fieldName(drop)
	if before, after, ok := strings.Cut(name, "repositories"); ok {
		return before + "some repositories" + after
	}
	return name + " of some repositories"
}

// someFolders is the text of a cut for folders that are not listed.
const someFolders = "files in some folders"
