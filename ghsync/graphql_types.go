package ghsync

import (
	"slices"
	"strings"
	"time"

	"github.com/ghresume/ghresume/resume"
)

// The shapes of GitHub's answers, with the names of its schema.

type gqlUser struct {
	Login, Name, Bio, Company, Location, WebsiteURL, URL string
	CreatedAt                                            time.Time
	SocialAccounts                                       struct {
		TotalCount int
		Nodes      []*struct{ Provider, URL string }
	}
	PinnedItems struct {
		TotalCount int
		Nodes      []*struct {
			NameWithOwner string
			IsPrivate     bool
		}
	}
	PullRequests *struct{ TotalCount int }
}

func (u *gqlUser) profile() resume.User {
	out := resume.User{
		Name: u.Name, Bio: u.Bio, Company: u.Company, Location: u.Location, Website: website(u.WebsiteURL),
		URL: u.URL, CreatedAt: u.CreatedAt, Social: []resume.Social{},
	}
	for _, s := range u.SocialAccounts.Nodes {
		if s == nil {
			continue
		}
		if social := (resume.Social{Provider: strings.ToLower(s.Provider), URL: s.URL}); !slices.Contains(out.Social, social) {
			out.Social = append(out.Social, social)
		}
	}
	return out
}

func (u *gqlUser) pinned() []string {
	names := []string{}
	for _, item := range u.PinnedItems.Nodes {
		if item != nil && item.NameWithOwner != "" && !item.IsPrivate && !slices.Contains(names, item.NameWithOwner) {
			names = append(names, item.NameWithOwner)
		}
	}
	return names
}

type named struct{ Name string }

type gqlLanguages struct {
	TotalCount int
	PageInfo   gqlPageInfo
	Edges      []*struct {
		Size int64
		Node named
	}
}

type gqlPageInfo struct {
	HasNextPage bool
	EndCursor   string
}

// gqlRepo is the fragment Brief or Repo; what Brief lacks stays nil.
type gqlRepo struct {
	ID, NameWithOwner, Description, URL, HomepageURL string
	StargazerCount                                   *int
	ForkCount                                        int
	IsPrivate, IsFork, IsArchived                    bool
	IsEmpty, IsTemplate, IsDisabled                  bool
	CreatedAt, PushedAt, UpdatedAt                   time.Time
	PrimaryLanguage                                  named
	Owner                                            struct {
		Typename string `json:"__typename"`
	}
	LicenseInfo      struct{ SpdxID string }
	DefaultBranchRef named
	History          gqlHistory
	Languages        *gqlLanguages
	RepositoryTopics struct {
		TotalCount int
		Nodes      []*struct{ Topic named }
	}
	Releases      *struct{ TotalCount int }
	LatestRelease *struct {
		TagName     string
		PublishedAt time.Time
	}
	// lost are the fields that were not requested because they are denied.
	lost lostFields
	// whole means that it is the fragment Repo without gaps.
	whole bool
}

// hasGaps reports whether a list of the profile has a null or is too short, compared with
// its count and with before, which may be nil.
func (u *gqlUser) hasGaps(before *resume.Snapshot) bool {
	social, pinned := u.SocialAccounts, u.PinnedItems
	if slices.Contains(social.Nodes, nil) || slices.Contains(pinned.Nodes, nil) {
		return true
	}
	if before == nil {
		before = &resume.Snapshot{}
	}
	return isShort(len(social.Nodes), social.TotalCount, len(before.User.Social)) || isShort(len(pinned.Nodes), pinned.TotalCount, len(before.Pinned))
}

// isShort reports whether a list lacks items that it counts. GitHub may count items that
// this token cannot list, so a shorter list is accepted unless it is empty or was once
// complete.
func isShort(came, total, before int) bool { return came < total && (came == 0 || before == total) }

// hasGaps reports whether a list of the repository has a null or is too short.
func (g *gqlRepo) hasGaps() bool {
	topics := g.RepositoryTopics
	if g.LatestRelease != nil && g.Releases != nil && g.Releases.TotalCount == 0 {
		return true
	}
	if g.PrimaryLanguage.Name != "" && !g.lost.of("languages", "Repo") && (g.Languages == nil || g.Languages.TotalCount == 0) {
		return true
	}
	return slices.Contains(topics.Nodes, nil) || len(topics.Nodes) < min(topics.TotalCount, topicsAtOnce) ||
		g.Languages != nil && (slices.Contains(g.Languages.Edges, nil) || len(g.Languages.Edges) < min(g.Languages.TotalCount, languagesAtOnce))
}

// How many items the fragment Repo requests.
const (
	topicsAtOnce    = 20
	languagesAtOnce = 30
)

// mostCommits is more than any repository has.
const mostCommits = 5_000_000

func (g *gqlRepo) organization() bool { return g.Owner.Typename == "Organization" }

// brief copies the facts of the fragment Brief to a repository. Denied fields keep their
// values.
func (g *gqlRepo) brief(r *resume.Repository) {
	before := *r
	defer func() { g.lost.keep(r, &before) }()
	r.ID, r.Name, r.Description, r.URL, r.Homepage = g.ID, g.NameWithOwner, g.Description, g.URL, g.HomepageURL
	r.Stars, r.Forks, r.Private, r.Fork, r.Archived = known(g.StargazerCount), g.ForkCount, g.IsPrivate, g.IsFork, g.IsArchived
	r.Disabled = g.IsDisabled
	r.PushedAt, r.UpdatedAt, r.Language = g.PushedAt, g.UpdatedAt, g.PrimaryLanguage.Name
}

// repository returns the whole fragment Repo.
func (g *gqlRepo) repository() resume.Repository {
	r := resume.Repository{
		Empty: g.IsEmpty, Template: g.IsTemplate, CreatedAt: g.CreatedAt,
		License: license(g.LicenseInfo.SpdxID), DefaultBranch: g.DefaultBranchRef.Name,
	}
	g.brief(&r)
	for _, t := range g.RepositoryTopics.Nodes {
		if t != nil && !slices.Contains(r.Topics, t.Topic.Name) {
			r.Topics = append(r.Topics, t.Topic.Name)
		}
	}
	if g.Languages != nil || g.IsEmpty {
		r.Languages = map[string]int64{}
		g.Languages.addTo(r.Languages)
	}
	if g.Releases != nil && g.Releases.TotalCount < beyondReason {
		r.Releases = &g.Releases.TotalCount
	}
	r.Commits = g.History.commits()
	if g.LatestRelease != nil {
		r.LatestRelease = &resume.Release{Tag: g.LatestRelease.TagName, PublishedAt: g.LatestRelease.PublishedAt}
	}
	return r
}

func (l *gqlLanguages) addTo(bytes map[string]int64) {
	if l == nil {
		return
	}
	for _, e := range l.Edges {
		if e == nil {
			continue
		}
		bytes[e.Node.Name] = e.Size
	}
}

// work returns the repository as a target of contributions.
func (g *gqlRepo) work() resume.MergedWork {
	return resume.MergedWork{
		ID: g.ID, Repository: g.NameWithOwner, Description: g.Description, URL: g.URL, Stars: g.StargazerCount,
		Fork: g.IsFork, Archived: g.IsArchived, Disabled: g.IsDisabled, Language: g.PrimaryLanguage.Name, OwnerIsOrg: g.organization(),
	}
}

// known returns a figure, or 0 if it is unknown.
func known(n *int) int {
	if n == nil {
		return 0
	}
	return *n
}

type gqlPull struct {
	Number               int
	Title, HeadRefName   string
	AuthorAssociation    string
	MergedAt             time.Time
	Additions, Deletions *int
	Repository           *gqlRepo
}

// isMerge reports whether a search result, which may be null, tells what was merged and when.
func (g *gqlPull) isMerge() bool {
	return g != nil && g.Repository != nil && !mergeDate(g.MergedAt).IsZero()
}

func (g *gqlPull) pull() pull {
	return pull{
		Pull: resume.Pull{
			Number: g.Number, MergedAt: g.MergedAt, Kind: kindOf(g.Title, g.HeadRefName),
			Additions: g.Additions, Deletions: g.Deletions,
		},
		repo: g.Repository.work(), role: role(g.AuthorAssociation),
	}
}

// gqlHistory counts the commits of a branch, by anyone.
type gqlHistory struct {
	Target struct{ History *struct{ TotalCount int } }
}

// commits returns the number of commits; nil if unknown.
func (g gqlHistory) commits() *int {
	if history := g.Target.History; history != nil && history.TotalCount > 0 && history.TotalCount < mostCommits {
		return &history.TotalCount
	}
	return nil
}
