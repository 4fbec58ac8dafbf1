// Package githubtest is a small GitHub over loopback HTTP. It serves one account, described
// as plain data, by REST and GraphQL: the requests that ghsync makes. Tests and
// `ghresume demo` use it.
package githubtest

import "time"

// Account is the account that a [Server] serves.
type Account struct {
	Login, Name, Bio, Company, Location, Website string
	CreatedAt                                    time.Time
	Social                                       []Social
	// Organizations are those with public membership; Hidden those that only the user can
	// see.
	Organizations, Hidden []string
	// Reviews, Issues and Answers count reviewed pull requests of others, completed issues
	// elsewhere, and accepted answers.
	Reviews, Issues, Answers int
	// Unsearchable hides the account from searches, as a private profile does.
	Unsearchable bool
	// WithoutCommits hides the account's commits, as a private profile does.
	WithoutCommits bool
	// Denied are fields of the schema withheld from all tokens.
	Denied []Denial
	// Lacks are fields of the schema, as "Type.field", that the server does not have, as an
	// older one would not.
	Lacks []string
	// Heavy are the queries that the server gives up on.
	Heavy []Heavy
	// Pinned are names of repositories (owner/name).
	Pinned []string
	// Repositories are the account's own and others that it contributed to.
	Repositories []Repository
	PullRequests []PullRequest
}

// Denial withholds a field, given as "Type.field", or all objects of a "Type" from tokens:
// everywhere, or in the repositories of one owner. Type is that of the error, FORBIDDEN
// unless it is set.
type Denial struct{ Field, Owner, Message, Type string }

// Heavy makes the server give up on queries that ask for a field more than Most times,
// counted over a whole request; the field "days" is the days of commits.
type Heavy struct {
	Field string
	Most  int
	As    FaultKind
}

// Social is a linked account on another site.
type Social struct{ Provider, URL string }

// Repository is a repository of the account or of another owner.
type Repository struct {
	Name                                     string // owner/name
	ID                                       string // node ID; empty means one derived from its first name
	Branch                                   string // default branch; empty means main
	Description, Homepage, License           string // License is an SPDX identifier
	Topics                                   []string
	Stars, Forks                             int
	Fork, Archived, Empty, Template, Private bool
	Disabled                                 bool
	Organization                             bool // the owner is an organization
	CreatedAt, PushedAt, UpdatedAt           time.Time
	Languages                                map[string]int64 // bytes
	Releases                                 []Release
	Files                                    map[string]string // contents by path
	Commits                                  []Commits
	FirstCommit                              int      // day of a year's first one, counted from 0; there is one a day
	History                                  int      // number of all commits, by anyone
	Formerly                                 []string // former names
}

// Commits are the account's commits in one year.
type Commits struct{ Year, Count int }

// Release is a published release.
type Release struct {
	Tag       string
	At        time.Time
	Downloads int
}

// PullRequest is one of the account's merged pull requests.
type PullRequest struct {
	Repository           string // owner/name
	Number               int
	Title, Branch        string
	MergedAt             time.Time
	Additions, Deletions int
	Role                 string // the author's association
}
