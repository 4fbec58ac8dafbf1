package resume

import (
	"fmt"
	"slices"
	"strings"
	"time"

	"github.com/ghresume/ghresume/internal/english"
	"github.com/ghresume/ghresume/resume/skill"
)

// SnapshotSchema is the version of the snapshot's JSON that this code writes.
const SnapshotSchema = 1

// Snapshot is GitHub's data about one account at one moment, kept between runs as JSON. A nil
// pointer, slice or map means "unknown", never zero: without a token GitHub does not reveal
// everything.
type Snapshot struct {
	// Schema is SnapshotSchema.
	Schema int `json:"schema"`
	// TakenAt is when GitHub was read; it is the only "now" of a resume.
	TakenAt time.Time `json:"taken_at"`
	// API is the API used: "graphql" with a token, "rest" without one.
	API string `json:"via,omitempty"`
	// FullAt is when everything was last re-read, not only what changed.
	FullAt time.Time `json:"full_at"`
	// ProfileAt is when the profile was read, if refreshes read it less often.
	ProfileAt time.Time `json:"profile_at,omitzero"`
	// Turns are when parts were read that refreshes without a token read in turn.
	Turns map[string]time.Time `json:"turns,omitempty"`
	// Login is the account's name as GitHub writes it.
	Login string `json:"login"`
	User  User   `json:"user"`
	// Pinned are the pinned repositories (owner/name); nil if unknown.
	Pinned []string `json:"pinned"`
	// Organizations are the logins of organizations whose membership is public; nil if
	// unknown.
	Organizations []string `json:"organizations"`
	// Named are the repositories that the profile names, whoever owns them, and their
	// current names.
	Named []NamedRepository `json:"named,omitempty"`
	// Repositories are the account's own, those of organizations that it worked in and
	// those that the profile names, sorted by name.
	Repositories []Repository `json:"repositories"`
	// Contributions are merged pull requests outside the account's own repositories, by
	// repository, sorted by name.
	Contributions []MergedWork `json:"contributions"`
	// Commits are the user's commits by spans of days, the first span first; nil if
	// unknown.
	Commits []CommitSpan `json:"commits,omitempty"`
	// Activity is the account's work other than repositories and pull requests.
	Activity Activity `json:"activity,omitzero"`
	// Unsearched counts merged pull requests that GitHub's search does not find.
	Unsearched int `json:"unsearched,omitempty"`
	// Unprinted means that no file was written yet since the first read, which was denied
	// something or had no token: files from before may have what it lacks.
	Unprinted bool `json:"unprinted,omitempty"`
	// Cut lists what is missing, and why; empty if the snapshot is complete.
	Cut []Cut `json:"cut,omitempty"`
}

// CommitSpan counts the user's commits in a span of days within one calendar year.
type CommitSpan struct {
	// From and To are the first and the last day.
	From time.Time `json:"from"`
	To   time.Time `json:"to"`
	// ReadAt is when the span was read completely; zero if it was not.
	ReadAt time.Time `json:"read_at,omitzero"`
	// Commits counts by the repository's node ID.
	Commits map[string]int `json:"commits"`
}

// Activity holds figures about an account's public work; nil means unknown.
type Activity struct {
	// Reviews counts pull requests of others that the user reviewed.
	Reviews *int `json:"reviews,omitempty"`
	// Issues counts the user's issues in other people's repositories that were completed.
	Issues *int `json:"issues,omitempty"`
	// Answers counts accepted answers in discussions.
	Answers *int `json:"answers,omitempty"`
	// Years are the years with contributions, in ascending order.
	Years []int `json:"years,omitempty"`
}

// User is the public profile of an account.
type User struct {
	Name     string `json:"name,omitempty"`
	Bio      string `json:"bio,omitempty"`
	Company  string `json:"company,omitempty"`
	Location string `json:"location,omitempty"`
	Website  string `json:"website,omitempty"`
	// URL is the account's page.
	URL       string    `json:"url"`
	CreatedAt time.Time `json:"created_at"`
	// Social are linked accounts on other networks; nil if unknown.
	Social []Social `json:"social"`
}

// Social is an account on another network.
type Social struct {
	Provider string `json:"provider"` // linkedin, mastodon, generic, …
	URL      string `json:"url"`
}

// Repository is one repository with the facts that matter for a resume.
type Repository struct {
	// ID is GitHub's node ID, which survives renames.
	ID            string    `json:"id,omitempty"`
	Name          string    `json:"name"` // owner/name
	Description   string    `json:"description,omitempty"`
	URL           string    `json:"url"`
	Homepage      string    `json:"homepage,omitempty"`
	Stars         int       `json:"stars"`
	Forks         int       `json:"forks"`
	Fork          bool      `json:"fork"`
	Archived      bool      `json:"archived"`
	Disabled      bool      `json:"disabled,omitempty"` // taken down or disabled by GitHub
	Empty         bool      `json:"empty"`
	Template      bool      `json:"template"`
	Private       bool      `json:"private,omitempty"`
	License       string    `json:"license,omitempty"` // SPDX identifier
	Topics        []string  `json:"topics,omitempty"`
	DefaultBranch string    `json:"default_branch,omitempty"`
	CreatedAt     time.Time `json:"created_at"`
	PushedAt      time.Time `json:"pushed_at"`
	UpdatedAt     time.Time `json:"updated_at"`
	// Language is the main language; Languages are bytes by language, nil if unknown.
	Language  string           `json:"language,omitempty"`
	Languages map[string]int64 `json:"languages"`
	// OwnCommits counts the user's commits, Commits those of all; nil if unknown.
	OwnCommits *int `json:"own_commits,omitempty"`
	Commits    *int `json:"commits,omitempty"`
	// Releases counts published releases, Downloads the downloads of their assets; nil if
	// unknown.
	Releases      *int     `json:"releases,omitempty"`
	Downloads     *int     `json:"downloads,omitempty"`
	LatestRelease *Release `json:"latest_release,omitempty"`
	// Facts are the facts from its manifests; nil if they were not read.
	Facts []skill.Fact `json:"facts,omitzero"`
	// FilesAt is the time of the push whose files were read completely for Facts; zero if
	// none was.
	FilesAt time.Time `json:"files_at,omitzero"`
}

// Release is a published release.
type Release struct {
	Tag         string    `json:"tag"`
	PublishedAt time.Time `json:"published_at"`
}

// MergedWork holds the user's merged pull requests in one repository.
type MergedWork struct {
	// ID is GitHub's node ID of the repository; empty if unknown.
	ID          string `json:"id,omitempty"`
	Repository  string `json:"repository"` // owner/name
	Description string `json:"description,omitempty"`
	URL         string `json:"url"`
	// Stars is nil if unknown; so are the line counts.
	Stars      *int   `json:"stars"`
	Fork       bool   `json:"fork,omitempty"`
	Archived   bool   `json:"archived,omitempty"`
	Language   string `json:"language,omitempty"`
	Disabled   bool   `json:"disabled,omitempty"` // taken down or disabled by GitHub
	OwnerIsOrg bool   `json:"owner_is_org,omitempty"`
	// Role is GitHub's label for the user next to the latest pull request: OWNER, MEMBER,
	// COLLABORATOR, CONTRIBUTOR; empty if unknown.
	Role string `json:"role,omitempty"`
	// Merged counts pull requests that are neither a bot's nor a backport.
	Merged int `json:"merged"`
	// Bots and Backports count the others.
	Bots      int `json:"bots,omitempty"`
	Backports int `json:"backports,omitempty"`
	// First and Last are the dates of the first and last merge.
	First time.Time `json:"first"`
	Last  time.Time `json:"last"`
	// Additions and Deletions are lines over all counted pull requests.
	Additions *int `json:"additions,omitempty"`
	Deletions *int `json:"deletions,omitempty"`
	// Pulls are the pull requests behind the counts, oldest merge first.
	Pulls []Pull `json:"pulls,omitempty"`
}

// Pull is one merged pull request.
type Pull struct {
	Number   int       `json:"number"`
	MergedAt time.Time `json:"merged_at"`
	// Kind is empty for the user's own work, else [PullBot] or [PullBackport].
	Kind string `json:"kind,omitempty"`
	// Additions and Deletions are lines; nil if unknown.
	Additions *int `json:"additions,omitempty"`
	Deletions *int `json:"deletions,omitempty"`
}

// Kinds of pull requests that do not count as separate work.
const (
	PullBot      = "bot"      // a tool opened it in the user's name
	PullBackport = "backport" // it carries a merged change to another branch
)

// Cut is something that GitHub did not return.
type Cut struct {
	What string `json:"what"` // "languages of 12 repositories"
	Why  string `json:"why"`  // "60 requests an hour without a token", or GitHub's own sentence
	// Names are the repositories or years that lack it, if they are known and not all do.
	Names []string `json:"names,omitempty"`
	// Part is the part of the snapshot in which it is missing.
	Part CutPart `json:"part,omitempty"`
	// Runs counts the consecutive reads that failed to get it, if more than one.
	Runs int `json:"runs,omitempty"`
	// Count is the number of missing items, if known.
	Count int `json:"count,omitempty"`
	// Lasting cuts stay until something changes at GitHub: a policy, a takedown, a
	// private profile. They are reported once. Others are requested again.
	Lasting bool `json:"lasting,omitempty"`
	// Kept is when the older data used instead was read; zero if there is none.
	Kept time.Time `json:"kept,omitzero"`
	// Field is the denied field of GitHub's schema, if any.
	Field string `json:"field,omitempty"`
}

// CutPart is a part of a snapshot that can be missing on its own.
type CutPart string

// The parts of a snapshot.
const (
	CutProfile       CutPart = "profile"
	CutOrganizations CutPart = "organizations"
	CutRepositories  CutPart = "repositories"
	CutContributions CutPart = "contributions"
	CutCommits       CutPart = "commits"
	CutActivity      CutPart = "activity"
	CutNamed         CutPart = "named"
	CutWorks         CutPart = "works" // other people's repositories, each as a whole
	CutDetails       CutPart = "details"
	CutDownloads     CutPart = "downloads"
	CutFiles         CutPart = "files"
)

func (c Cut) String() string {
	about := append(c.firstNames(), c.Why)
	if !c.Kept.IsZero() {
		about = append(about, "kept from the snapshot of "+c.Kept.UTC().Format("2006-01-02 15:04 UTC"))
	}
	return c.What + " (" + strings.Join(about, "; ") + ")"
}

// firstNames returns the first few names as one text; nothing if there are none.
func (c Cut) firstNames() []string {
	const most = 3
	switch more := len(c.Names) - most; {
	case len(c.Names) == 0:
		return nil
	case more > 0:
		return []string{strings.Join(c.Names[:most], ", ") + " and " + fmt.Sprint(more) + " more"}
	}
	return []string{strings.Join(c.Names, ", ")}
}

// LacksLines reports whether the changed lines of a merged pull request are unknown: GitHub
// gives them only to a token, and a policy may hide the pull request from it.
func (w MergedWork) LacksLines() bool {
	return slices.ContainsFunc(w.Pulls, func(p Pull) bool { return p.Kind == "" && p.Additions == nil })
}

// NewCuts returns the cuts to report: all except lasting ones that an older snapshot, which
// may be nil, already had.
func (s *Snapshot) NewCuts(old *Snapshot) []Cut {
	var out []Cut
	for _, c := range s.Cut {
		if !c.Lasting || old == nil || !slices.ContainsFunc(old.Cut, c.isSame) {
			out = append(out, c)
		}
	}
	return out
}

func (c Cut) isSame(other Cut) bool {
	return other.Lasting && c.What == other.What && c.Why == other.Why
}

// NotOwnWork states how many merged pull requests do not count as the user's own work,
// because tools opened them or they are backports; "" if all count.
func (s *Snapshot) NotOwnWork() string {
	var parts []string
	bots, backports := 0, 0
	for _, w := range s.Contributions {
		bots, backports = bots+w.Bots, backports+w.Backports
	}
	if bots > 0 {
		parts = append(parts, fmt.Sprintf("%d by bots", bots))
	}
	if backports > 0 {
		parts = append(parts, english.Count(backports, "backport"))
	}
	if len(parts) == 0 {
		return ""
	}
	return "merged pull requests that do not count: " + strings.Join(parts, ", ")
}
