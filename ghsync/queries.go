package ghsync

import (
	"fmt"
	"strings"
	"time"
)

// fragments are the requested fields of each type, by name.
var fragments = map[string]string{
	"Profile": `fragment Profile on User {
  login name bio company location websiteUrl url createdAt
  socialAccounts(first: 20) { totalCount nodes { provider url } }
  pinnedItems(first: 6, types: [REPOSITORY]) { totalCount nodes { ... on Repository { nameWithOwner isPrivate } } }
  pullRequests(states: MERGED) { totalCount }
}
`,
	// Brief has what changes without a push, and what ranks another person's repository.
	"Brief": `fragment Brief on Repository {
  id nameWithOwner description url homepageUrl stargazerCount forkCount isPrivate isFork isArchived isDisabled
  pushedAt updatedAt primaryLanguage { name } owner { __typename }
}
`,
	"Repo": `fragment Repo on Repository {
  id nameWithOwner description url homepageUrl stargazerCount forkCount isPrivate isFork isArchived
  pushedAt updatedAt primaryLanguage { name } owner { __typename }
  isEmpty isDisabled isTemplate createdAt licenseInfo { spdxId } defaultBranchRef { name }
  languages(first: 30, orderBy: {field: SIZE, direction: DESC}) { totalCount edges { size node { name } } }
  repositoryTopics(first: 20) { totalCount nodes { topic { name } } }
  releases { totalCount }
  latestRelease { tagName publishedAt }
}
`,
	// Work is another person's repository, read completely.
	"Work": `fragment Work on Repository {
  ...Repo
  history: defaultBranchRef { target { ... on Commit { history { totalCount } } } }
}
`,
	// Figures count what the account did besides repositories and pull requests.
	"Figures": `fragment Figures on User {
  repositoryDiscussionComments(onlyAnswers: true) { totalCount }
  contributionsCollection { contributionYears }
}
`,
	"Merged": `fragment Merged on PullRequest {
  number title headRefName mergedAt additions deletions authorAssociation
  repository { ...Brief }
}
`,
	"Committed": `fragment Committed on ContributionsCollection {
  totalCommitContributions
}
`,
	// Weighed tells how much there is to list, and lists none of it.
	"Weighed": `fragment Weighed on ContributionsCollection {
  totalCommitContributions totalRepositoriesWithContributedCommits
}
`,
	"Counted": `fragment Counted on CommitContributionsByRepository {
  resourcePath contributions { totalCount }
}
`,
	"ByRepository": `fragment ByRepository on CommitContributionsByRepository {
  repository { ...Brief }
}
`,
	// EachRepository has the same in a list, where one repository that is denied takes no
	// other with it. It costs another point.
	"EachRepository": `fragment EachRepository on CommitContributionsByRepository {
  each: contributions(first: 1) { nodes { repository { ...Brief } } }
}
`,
	// Listing is the root, its folders, and the folders with the parts of monorepos. It also
	// counts the commits, which GitHub is slow to do in lists.
	"Listing": `fragment Listing on Repository {
  id
  history: defaultBranchRef { target { ... on Commit { history { totalCount } } } }
  root: object(expression: "HEAD:") { ...Folder }
  workflows: object(expression: "HEAD:.github/workflows") { ...Folder }
  services: object(expression: "HEAD:services") { ...Folder }
  packages: object(expression: "HEAD:packages") { ...Folder }
  apps: object(expression: "HEAD:apps") { ...Folder }
  crates: object(expression: "HEAD:crates") { ...Folder }
  src: object(expression: "HEAD:src") { ...Folder }
  app: object(expression: "HEAD:app") { ...Folder }
  ios: object(expression: "HEAD:ios") { ...Folder }
  android: object(expression: "HEAD:android") { ...Folder }
  mobile: object(expression: "HEAD:mobile") { ...Folder }
  backend: object(expression: "HEAD:backend") { ...Folder }
  frontend: object(expression: "HEAD:frontend") { ...Folder }
  server: object(expression: "HEAD:server") { ...Folder }
  client: object(expression: "HEAD:client") { ...Folder }
  infra: object(expression: "HEAD:infra") { ...Folders }
  terraform: object(expression: "HEAD:terraform") { ...Folders }
  modules: object(expression: "HEAD:modules") { ...Folders }
  environments: object(expression: "HEAD:environments") { ...Folders }
  infrastructure: object(expression: "HEAD:infrastructure") { ...Folders }
  deploy: object(expression: "HEAD:deploy") { ...Folders }
  third_party: object(expression: "HEAD:third_party") { ...Folder }
  vendor: object(expression: "HEAD:vendor") { ...Folder }
}
`,
	// Folders is a folder with two levels below: terraform/aws/production.
	"Folders": `fragment Folders on Tree {
  entries { name type object { ...Folder } }
}
`,
	"Folder": `fragment Folder on Tree {
  entries { name type object { ... on Tree { entries { name type } } } }
}
`,
	// File is the text of a file; null if it is binary.
	"File": `fragment File on Blob { text isTruncated isBinary byteSize }
`,
	"Downloads": `fragment Downloads on Repository {
  id
  releases(first: 100) { totalCount nodes { id isDraft releaseAssets(first: 10) { totalCount nodes { id downloadCount } } } }
}
`,
}

// order is the order of a list of repositories.
type order string

// The creation time never changes: a list in this order stays complete even if things
// change meanwhile, and can be read from both ends at once.
const (
	newestFirst order = "{field: CREATED_AT, direction: DESC}"
	oldestFirst order = "{field: CREATED_AT, direction: ASC}"
	pushedFirst order = "{field: PUSHED_AT, direction: DESC}"
	// Topics, license and default branch change without a push.
	changedFirst order = "{field: UPDATED_AT, direction: DESC}"
)

// The order of the list of merged pull requests.
const (
	byCreation = "CREATED_AT, direction: ASC"
	byChange   = "UPDATED_AT, direction: DESC"
)

// repositoriesField lists the public repositories of an account, with its profile if
// withProfile is set.
func repositoriesField(login string, by order, first int, after string, withProfile bool) string {
	profile := ""
	if withProfile {
		profile = "...Profile "
	}
	return fmt.Sprintf("user(login: %s) { %srepositories(%s, ownerAffiliations: OWNER, privacy: PUBLIC, orderBy: %s) { totalCount %s nodes { ...Repo } } }",
		quote(login), profile, window(first, after), by, pageInfo)
}

// searchField searches for merged pull requests.
func searchField(query string, first int, after string) string {
	return fmt.Sprintf("search(type: ISSUE, query: %s, %s) { issueCount %s nodes { ...Merged } }",
		quote(query), window(first, after), pageInfo)
}

// branchField searches for merged pull requests, of which only the number is of interest.
func branchField(query string, first int, after string) string {
	return fmt.Sprintf("search(type: ISSUE, query: %s, %s) { %s nodes { ... on PullRequest { number repository { id nameWithOwner } } } }",
		quote(query), window(first, after), pageInfo)
}

// countField asks only for the number of search results.
func countField(query string) string {
	return fmt.Sprintf("search(type: ISSUE, query: %s, first: 1) { issueCount nodes { __typename } }", quote(query))
}

// nodesField asks for a fragment of many repositories by ID.
func nodesField(ids []string, fragment string) string {
	quoted := make([]string, len(ids))
	for i, id := range ids {
		quoted[i] = quote(id)
	}
	return fmt.Sprintf("nodes(ids: [%s]) { ...%s }", strings.Join(quoted, ", "), fragment)
}

// repositoryField asks for a fragment of one repository by name; renames are followed.
func repositoryField(name, fragment string) string {
	owner, repo, _ := strings.Cut(name, "/")
	return fmt.Sprintf("repository(owner: %s, name: %s) { ...%s }", quote(owner), quote(repo), fragment)
}

// mergedField lists all merged pull requests of an account, including those in its own
// repositories.
func mergedField(login, by string, first int, after string) string {
	return fmt.Sprintf("user(login: %s) { pullRequests(states: MERGED, %s, orderBy: {field: %s}) { totalCount %s nodes { ...Merged } } }",
		quote(login), window(first, after), by, pageInfo)
}

// languagesField pages through the languages of one repository.
func languagesField(id string, first int, after string) string {
	return fmt.Sprintf("node(id: %s) { ... on Repository { languages(%s, orderBy: {field: SIZE, direction: DESC}) { totalCount %s edges { size node { name } } } } }",
		quote(id), window(first, after), pageInfo)
}

// commitsField asks for the commits of at most a year; to is the last day. fragment is
// ByRepository or EachRepository.
func commitsField(login string, from, to time.Time, fragment string) string {
	return spanField(login, from, to, "...Committed commitContributionsByRepository(maxRepositories: 100) { ...Counted ..."+fragment+" }")
}

// countsField counts the commits of such a span.
func countsField(login string, from, to time.Time) string {
	return spanField(login, from, to, "...Weighed")
}

func spanField(login string, from, to time.Time, fields string) string {
	return fmt.Sprintf("user(login: %s) { y%d: contributionsCollection(from: %s, to: %s) { %s } }",
		quote(login), from.Year(), quote(from.Format(time.DateOnly)+"T00:00:00Z"), quote(to.Format(time.DateOnly)+"T23:59:59Z"), fields)
}

// filesField asks for the text of a repository's files, aliased f0, f1, ….
func filesField(id string, paths []string) string {
	var b strings.Builder
	fmt.Fprintf(&b, "node(id: %s) { ... on Repository {", quote(id))
	for i, path := range paths {
		fmt.Fprintf(&b, " f%d: object(expression: %s) { ...File }", i, quote("HEAD:"+path))
	}
	b.WriteString(" } }")
	return b.String()
}

const pageInfo = "pageInfo { hasNextPage endCursor }"

func window(first int, after string) string {
	if after == "" {
		return fmt.Sprintf("first: %d", first)
	}
	return fmt.Sprintf("first: %d, after: %s", first, quote(after))
}

// mergedBetween restricts a search to a span of time without its upper bound; a zero
// bound is open.
func mergedBetween(query string, from, to time.Time) string {
	switch {
	case from.IsZero() && to.IsZero():
		return query
	case from.IsZero():
		return query + " merged:<" + stamp(to)
	case to.IsZero():
		return query + " merged:>=" + stamp(from)
	}
	return query + " merged:" + stamp(from) + ".." + stamp(to.Add(-time.Second))
}

func stamp(t time.Time) string { return t.UTC().Format(time.RFC3339) }
