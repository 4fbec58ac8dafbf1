package resume

import (
	"time"

	"github.com/ghresume/ghresume/resume/skill"
)

// Resume is Profile and Snapshot joined by [Build]: every choice is made (what, in which
// order, how many); a template only lays it out. All strings are plain text, not
// Markdown.
type Resume struct {
	Name      string `text:"name"`
	Title     string `text:"label"`
	Email     string `text:"address"`
	Phone     string `text:"address"`
	Street    string `text:"address"`
	Location  string `text:"name"`
	Website   string `text:"address"` // absolute URL
	Links     []Link // LinkedIn, GitHub, then the others by name
	Summary   string `text:"prose" section:"summary"` // the user's own words
	Objective string `text:"prose" section:"summary"` // the user's own words; printed if there is no summary
	Bio       string `text:"prose" section:"summary"` // from the GitHub account; printed if there is neither
	Format    Format
	Language  string // BCP 47
	// Locale is the user's own locale for the language, as TOML; empty if the built-in
	// one is used.
	Locale []byte
	Layout Layout `text:"-"`

	// Sections are those to print, in order; none of them is empty.
	Sections []Section `text:"-"`

	Skills         []SkillGroup    `section:"skills"`
	Experience     []Company       `section:"experience"`
	Projects       []Project       `section:"projects"`
	Contributions  []Contribution  `section:"contributions"`
	Education      []Education     `section:"education"`
	Certifications []Certification `section:"certifications"`
	Awards         []Award         `section:"awards"`
	Publications   []Publication   `section:"publications"`
	Volunteering   []Volunteering  `section:"volunteering"`
	Languages      []Language      `section:"languages"`

	// Letter is printed below the header instead of the sections; nil for a resume.
	Letter *Letter `text:"-"`

	// ContributionTotals are the totals of all contributions, listed or not.
	ContributionTotals ContributionTotals `text:"-"`

	// Variants are the profile's other wordings, for tailoring.
	Variants []Variant `text:"-"`
	// Limits set how many entries [Resume.Limit] keeps.
	Limits Limits

	// Figures are the counts of the snapshot, Pictures the settings for drawing them.
	Figures  Figures  `text:"-"`
	Pictures Pictures `text:"-"`

	// Login is the GitHub account; empty if there is only a profile.
	Login string
	// TakenAt is when GitHub was read; zero without a snapshot.
	TakenAt time.Time

	// unmoved is Experience including the bullets that the functional format shows under
	// skills.
	unmoved []Company
	// today has the current names of the profile's repositories, by the spelling in the profile.
	today map[string]string
	// written is the profile, which has the user's order.
	written *Profile

	// catalog finds the skills that bullets show.
	catalog *skill.Catalog
}

// SectionKind names a section; it is the word in [layout] order.
type SectionKind string

// The built-in sections. A custom section has kind Free.
const (
	SummarySection        SectionKind = "summary"
	SkillsSection         SectionKind = "skills"
	ExperienceSection     SectionKind = "experience"
	ProjectsSection       SectionKind = "projects"
	ContributionsSection  SectionKind = "contributions"
	EducationSection      SectionKind = "education"
	CertificationsSection SectionKind = "certifications"
	LanguagesSection      SectionKind = "languages"
	AwardsSection         SectionKind = "awards"
	PublicationsSection   SectionKind = "publications"
	VolunteeringSection   SectionKind = "volunteering"
	Free                  SectionKind = "free"
)

// Limits set how many entries of each kind are printed.
type Limits struct {
	// Projects, Contributions and SkillsPerGroup include entries of the profile, but only
	// entries from GitHub are dropped.
	Projects, Contributions, SkillsPerGroup int
	// ByRelevance means that a posting determined the order, which must be kept.
	ByRelevance bool
	// Sections are the profile's limits by section, from [layout] max.
	Sections map[SectionKind]int
	// Always are repositories (lower case) that the profile includes by name.
	Always []string
}

// Section is one heading of the resume.
type Section struct {
	Kind SectionKind
	// Title is the profile's own heading; empty means the default one in the resume's
	// language.
	Title string `text:"label"`
	// Items are the lines of a custom section.
	Items []string `text:"label"`
	// Entries are the items of a custom section that need more than a line.
	Entries []FreeEntry
	// Brief means one line per role, with the bullets not shown under the skills: the
	// work history of a functional resume.
	Brief bool
}

// Link is an account or page of the user.
type Link struct {
	Network string // lower case: linkedin, github, mastodon, …
	Label   string `text:"label"`   // printed text: "GitHub", "LinkedIn"
	Text    string `text:"address"` // the address as people write it: "github.com/ada"
	URL     string `text:"address"` // absolute, http or https
}

// Skill is one technology that the profile lists or the code proves.
type Skill struct {
	Name string `text:"name"`
	// Listed is the profile's spelling if a posting's spelling is printed instead: k8s.
	Listed string `text:"-"`
	// ByHand means that the profile lists it.
	ByHand bool
	// Evidence proves it; empty for a skill that only the profile lists.
	Evidence []skill.Evidence
}

// SkillGroup is a line of skills.
type SkillGroup struct {
	Name   string `text:"label"`
	Skills []Skill
	// Examples are highlights that use the group's skills, for the functional format.
	Examples []Example
}

// Example is a highlight of a role that shows a skill.
type Example struct {
	Text  string `text:"bullet"` // in the user's own words
	Where string `text:"name"`   // the company
}

// Company is one employer with the roles held there, newest first.
type Company struct {
	Name     string `text:"name"`
	Location string `text:"name"`
	URL      string `text:"address"`
	Start    Date   `text:"date"`
	End      Date   `text:"date"` // "present" for the current one; zero if unknown
	Roles    []Experience
}

// Project is a project to show.
type Project struct {
	Name       string `text:"name"`
	Repository string `text:"address"` // owner/name; empty for a project outside GitHub
	// RepositoryURL is the page of the repository, if GitHub shows one.
	RepositoryURL string `text:"address"`
	URL           string `text:"address"`
	Homepage      string `text:"address"`
	Role          string `text:"label"`
	Description   string `text:"prose"`
	// OwnWords means that the description is from the profile, not from GitHub.
	OwnWords     bool
	Highlights   []Highlight
	Technologies []string `text:"name"`
	Start, End   Date     `text:"date"`
	Language     string   `text:"name"`
	License      string   `text:"label"`
	// Stars, Releases and Downloads are nil if unknown or not from GitHub.
	Stars, Releases, Downloads *int
	Fork, Archived             bool
	LastPush                   time.Time
	// FromProfile means that the profile lists it; such a project is never dropped for length.
	FromProfile bool
	// Work is the user's part in someone else's repository; zero for their own.
	Work Work
	// Evidence are the technologies with their proof.
	Evidence []skill.Evidence
}

// Work is the user's part in a project whose repository belongs to someone else.
type Work struct {
	Role Role
	// Merged counts the merged pull requests, Commits the commits if there are none.
	Merged, Commits int
	First, Last     Date `text:"date"`
	// Proof is a GitHub page that lists the pull requests, or the commits.
	Proof string `text:"address"`
}

// Contribution is merged work in someone else's repository.
type Contribution struct {
	Repository  string `text:"address"` // owner/name
	URL         string `text:"address"`
	Description string `text:"prose"`
	OwnWords    bool
	Highlights  []Highlight
	Stars       *int
	Merged      int
	// Commits counts the user's commits if there are no pull requests; else zero.
	Commits int
	// Role is the user's role in the repository: [RoleMember], [RoleCollaborator], or
	// empty for anyone else.
	Role        Role
	First, Last Date `text:"date"`
	Additions   *int
	Deletions   *int
	// Proof is a GitHub page that lists the pull requests, or the commits.
	Proof string `text:"address"`
	// OwnOrganization means that the repository belongs to one of the user's
	// organizations.
	OwnOrganization bool
	// FromProfile means that the profile lists it; it is never dropped for length.
	FromProfile bool
}
