package resume

// Profile is what the person wrote: resume.toml, decoded by [ParseProfile].
// The json tags are the names that `ghresume schema` publishes; they equal the
// keys of the file.
type Profile struct {
	// Name is the person's full name, as it shall be printed.
	Name string `toml:"name" json:"name,omitempty"`
	// Title is the professional title under the name, such as "Backend Developer".
	Title string `toml:"title" json:"title,omitempty"`
	// Email is the address that recruiters write to.
	Email string `toml:"email" json:"email,omitempty"`
	// Phone is the telephone number, best in international form: "+44 20 7946 0000".
	Phone string `toml:"phone" json:"phone,omitempty"`
	// Location is a city and country; a street address is not needed.
	Location string `toml:"location" json:"location,omitempty"`
	// Website is the address of a personal site.
	Website string `toml:"website" json:"website,omitempty"`
	// Summary is two to four sentences on who you are and what you bring.
	Summary string `toml:"summary" json:"summary,omitempty"`
	// Objective replaces the summary for people who start out: what you are looking for.
	Objective string `toml:"objective" json:"objective,omitempty"`
	// Format is the order of the resume: chronological, combination or functional.
	Format Format `toml:"format" json:"format,omitempty"`

	// Links maps a network (github, linkedin, mastodon, …) to a user name or a URL.
	Links map[string]string `toml:"links" json:"links,omitempty"`
	// GitHub says which account is read and what is taken from it.
	GitHub GitHub `toml:"github" json:"github,omitempty"`
	// Skills are the skills that you claim yourself, by group. They are never dropped.
	Skills map[string][]string `toml:"skills" json:"skills,omitempty"`

	Experience     []Experience    `toml:"experience" json:"experience,omitempty"`
	Projects       []ProjectEntry  `toml:"projects" json:"projects,omitempty"`
	Contributions  []OwnWords      `toml:"contributions" json:"contributions,omitempty"`
	Education      []Education     `toml:"education" json:"education,omitempty"`
	Certifications []Certification `toml:"certifications" json:"certifications,omitempty"`
	Languages      []Language      `toml:"languages" json:"languages,omitempty"`
	Awards         []Award         `toml:"awards" json:"awards,omitempty"`
	Publications   []Publication   `toml:"publications" json:"publications,omitempty"`
	Volunteering   []Volunteering  `toml:"volunteering" json:"volunteering,omitempty"`
	// Sections are free sections: a title and its items.
	Sections []FreeSection `toml:"sections" json:"sections,omitempty"`
	// Variants are other wordings of the title and summary, for certain kinds of job.
	Variants []Variant `toml:"variants" json:"variants,omitempty"`

	Layout Layout `toml:"layout" json:"layout,omitempty"`
	Check  Check  `toml:"check" json:"check,omitempty"`

	// File is the name that messages show; Positions says where each field stands in it.
	File      string    `toml:"-" json:"-"`
	Positions Positions `toml:"-" json:"-"`
}

// Format is the kind of resume: which sections come first.
type Format string

// The three formats of the guide.
const (
	Chronological Format = "chronological" // experience first, newest first
	Combination   Format = "combination"   // skills and key projects, then experience
	Functional    Format = "functional"    // skills with what shows them, then a short work history
)

// GitHub is the table [github]: the account, and what is taken from it.
type GitHub struct {
	// User is the login whose public work is read.
	User string `toml:"user" json:"user,omitempty"`
	// Private allows private repositories, and then only those that projects.include names.
	Private bool `toml:"private" json:"private,omitempty"`

	Projects      ProjectChoice      `toml:"projects" json:"projects,omitempty"`
	Contributions ContributionChoice `toml:"contributions" json:"contributions,omitempty"`
	Skills        SkillChoice        `toml:"skills" json:"skills,omitempty"`
}

// ProjectChoice is [github.projects]: which repositories become projects.
type ProjectChoice struct {
	// Max is the largest number of projects taken from GitHub; unset means 6, 0 means none.
	Max *int `toml:"max" json:"max,omitempty"`
	// Include names repositories that always come, in this order, before the ranked rest.
	Include []string `toml:"include" json:"include,omitempty"`
	// Exclude names or patterns (*-homework) of repositories that never come.
	Exclude []string `toml:"exclude" json:"exclude,omitempty"`
	// MinStars is the fewest stars that a ranked repository needs.
	MinStars int `toml:"min_stars" json:"min_stars,omitempty"`
	// Forks and Archived allow forked and archived repositories in the ranking.
	Forks    bool `toml:"forks" json:"forks,omitempty"`
	Archived bool `toml:"archived" json:"archived,omitempty"`
}

// ContributionChoice is [github.contributions]: merged pull requests in other people's repositories.
type ContributionChoice struct {
	// Max is the largest number of repositories listed; unset means 8, 0 means none.
	Max *int `toml:"max" json:"max,omitempty"`
	// MinStars is the fewest stars of a repository that is listed.
	MinStars int `toml:"min_stars" json:"min_stars,omitempty"`
	// Exclude names or patterns (spam-org/*) of repositories that never come.
	Exclude []string `toml:"exclude" json:"exclude,omitempty"`
	// HideOwnOrganizations leaves out repositories of organisations that the person belongs to.
	HideOwnOrganizations bool `toml:"hide_own_organizations" json:"hide_own_organizations,omitempty"`
	// Bots counts pull requests that tools opened in the person's name (Renovate, Dependabot).
	Bots bool `toml:"bots" json:"bots,omitempty"`
	// Backports counts a change again for each branch that it was carried to.
	Backports bool `toml:"backports" json:"backports,omitempty"`
}

// SkillChoice is [github.skills]: which skills are read from code.
type SkillChoice struct {
	// MaxPerGroup is the largest number of skills read from GitHub in a group; unset means 8.
	MaxPerGroup *int `toml:"max_per_group" json:"max_per_group,omitempty"`
	// Include names languages that are left out by default, such as HTML and CSS.
	Include []string `toml:"include" json:"include,omitempty"`
	// Exclude names skills that are never taken from GitHub.
	Exclude []string `toml:"exclude" json:"exclude,omitempty"`
}

// Experience is one role at one company.
type Experience struct {
	Title    string `toml:"title" json:"title,omitempty"`
	Company  string `toml:"company" json:"company,omitempty"`
	Location string `toml:"location" json:"location,omitempty"`
	URL      string `toml:"url" json:"url,omitempty"`
	Start    Date   `toml:"start" json:"start,omitzero"`
	// End is a date or "present"; left out, the role goes on.
	End     Date   `toml:"end" json:"end,omitzero"`
	Summary string `toml:"summary" json:"summary,omitempty"`
	// Highlights are bullets: an action verb, what was done, and a number.
	Highlights []Highlight `toml:"highlights" json:"highlights,omitempty"`
	Skills     []string    `toml:"skills" json:"skills,omitempty"`
}

// Highlight is one bullet. In the file it is a string, or a table
// {text = "…", for = ["go"]} whose tags say for which jobs it is preferred.
type Highlight struct {
	Text string   `json:"text"`
	For  []string `json:"for,omitempty"`
}

// ProjectEntry is [[projects]]: a repository or any other project, in the
// person's own words. A field that is set wins over what GitHub says.
type ProjectEntry struct {
	// Repo is the repository as owner/name; its facts come from GitHub.
	Repo        string      `toml:"repo" json:"repo,omitempty"`
	Name        string      `toml:"name" json:"name,omitempty"`
	Description string      `toml:"description" json:"description,omitempty"`
	URL         string      `toml:"url" json:"url,omitempty"`
	Role        string      `toml:"role" json:"role,omitempty"`
	Start       Date        `toml:"start" json:"start,omitzero"`
	End         Date        `toml:"end" json:"end,omitzero"`
	Highlights  []Highlight `toml:"highlights" json:"highlights,omitempty"`
	Skills      []string    `toml:"skills" json:"skills,omitempty"`
}

// OwnWords is [[contributions]]: what the person says of work in a repository.
type OwnWords struct {
	// Repo is the repository as owner/name.
	Repo        string      `toml:"repo" json:"repo,omitempty"`
	Description string      `toml:"description" json:"description,omitempty"`
	URL         string      `toml:"url" json:"url,omitempty"`
	Highlights  []Highlight `toml:"highlights" json:"highlights,omitempty"`
}

// Education is one degree or course of study.
type Education struct {
	Degree      string `toml:"degree" json:"degree,omitempty"`
	Institution string `toml:"institution" json:"institution,omitempty"`
	Location    string `toml:"location" json:"location,omitempty"`
	URL         string `toml:"url" json:"url,omitempty"`
	Start       Date   `toml:"start" json:"start,omitzero"`
	End         Date   `toml:"end" json:"end,omitzero"`
	// Expected is the date at which a running course will end.
	Expected   Date        `toml:"expected" json:"expected,omitzero"`
	Grade      string      `toml:"grade" json:"grade,omitempty"`
	Highlights []Highlight `toml:"highlights" json:"highlights,omitempty"`
}

// Certification is a certificate that someone issued.
type Certification struct {
	Name    string `toml:"name" json:"name,omitempty"`
	Issuer  string `toml:"issuer" json:"issuer,omitempty"`
	Date    Date   `toml:"date" json:"date,omitzero"`
	Expires Date   `toml:"expires" json:"expires,omitzero"`
	URL     string `toml:"url" json:"url,omitempty"`
}

// Language is a human language and how well the person speaks it.
type Language struct {
	Name    string `toml:"name" json:"name,omitempty"`
	Fluency string `toml:"fluency" json:"fluency,omitempty"`
}

// Award is a prize or distinction.
type Award struct {
	Title       string `toml:"title" json:"title,omitempty"`
	Issuer      string `toml:"issuer" json:"issuer,omitempty"`
	Date        Date   `toml:"date" json:"date,omitzero"`
	URL         string `toml:"url" json:"url,omitempty"`
	Description string `toml:"description" json:"description,omitempty"`
}

// Publication is an article, book or talk.
type Publication struct {
	Title       string `toml:"title" json:"title,omitempty"`
	Publisher   string `toml:"publisher" json:"publisher,omitempty"`
	Date        Date   `toml:"date" json:"date,omitzero"`
	URL         string `toml:"url" json:"url,omitempty"`
	Description string `toml:"description" json:"description,omitempty"`
}

// Volunteering is unpaid work for an organisation.
type Volunteering struct {
	Title        string      `toml:"title" json:"title,omitempty"`
	Organization string      `toml:"organization" json:"organization,omitempty"`
	Location     string      `toml:"location" json:"location,omitempty"`
	URL          string      `toml:"url" json:"url,omitempty"`
	Start        Date        `toml:"start" json:"start,omitzero"`
	End          Date        `toml:"end" json:"end,omitzero"`
	Description  string      `toml:"description" json:"description,omitempty"`
	Highlights   []Highlight `toml:"highlights" json:"highlights,omitempty"`
}

// FreeSection is a section that the guide does not name.
type FreeSection struct {
	Title string   `toml:"title" json:"title,omitempty"`
	Items []string `toml:"items" json:"items,omitempty"`
}

// Variant is another wording of the title, summary or objective for jobs that ask for one of its tags.
type Variant struct {
	For       []string `toml:"for" json:"for,omitempty"`
	Title     string   `toml:"title" json:"title,omitempty"`
	Summary   string   `toml:"summary" json:"summary,omitempty"`
	Objective string   `toml:"objective" json:"objective,omitempty"`
}

// Layout is the table [layout]: how the resume is printed.
type Layout struct {
	// Order lists the sections that come first, by kind ("skills") or free title; the others follow as the format says.
	Order []string `toml:"order" json:"order,omitempty"`
	// Hide lists sections that are not printed.
	Hide []string `toml:"hide" json:"hide,omitempty"`
	// Titles gives sections other headings: titles = {projects = "Selected work"}.
	Titles map[string]string `toml:"titles" json:"titles,omitempty"`
	// Max limits the entries of a section: max = {experience = 4}.
	Max map[string]int `toml:"max" json:"max,omitempty"`
	// MaxPages is the printed length that entries from GitHub must not exceed; 0 means no limit.
	MaxPages int `toml:"max_pages" json:"max_pages,omitempty"`
	// Language is the language of headings and months, as a BCP 47 tag: en, de, fr, es, pt, pl, uk, zh.
	Language string `toml:"language" json:"language,omitempty"`
	// Theme is the look of HTML and PDF: classic or modern.
	Theme string `toml:"theme" json:"theme,omitempty"`
	// Accent is the colour of HTML and PDF, as #rrggbb.
	Accent string `toml:"accent" json:"accent,omitempty"`
	// Paper is a4 or letter; unset, it comes from the location.
	Paper string `toml:"paper" json:"paper,omitempty"`
	// Badges prints the links of the readme template as badges.
	Badges bool `toml:"badges" json:"badges,omitempty"`
}

// Check is the table [check]: what the reviewer leaves alone.
type Check struct {
	// Ignore lists rules that are not applied.
	Ignore []string `toml:"ignore" json:"ignore,omitempty"`
	// Words are spelled right, whatever the dictionary says.
	Words []string `toml:"words" json:"words,omitempty"`
}
