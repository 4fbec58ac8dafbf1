package resume

// Profile is what the user wrote: resume.toml, decoded by [ParseProfile]. The json tags
// are the names in `ghresume schema`; they equal the keys of the file.
type Profile struct {
	// Name is your full name, as it will be printed.
	Name string `toml:"name" json:"name,omitempty" text:"name"`
	// Title is the professional title under the name, such as "Backend Developer".
	Title string `toml:"title" json:"title,omitempty" text:"label"`
	// Email is the address that recruiters write to.
	Email string `toml:"email" json:"email,omitempty" text:"address"`
	// Phone is the phone number, preferably in international form: "+44 20 7946 0000".
	Phone string `toml:"phone" json:"phone,omitempty" text:"address"`
	// Street is the street address, for employers who expect one; public resumes omit it.
	Street string `toml:"street" json:"street,omitempty" text:"address"`
	// Location is a city and country.
	Location string `toml:"location" json:"location,omitempty" text:"name"`
	// Website is the address of a personal site.
	Website string `toml:"website" json:"website,omitempty" text:"address"`
	// Summary is two to four sentences on who you are and what you bring.
	Summary string `toml:"summary" json:"summary,omitempty" text:"prose" section:"summary"`
	// Objective replaces the summary for people starting out: what you are looking for.
	Objective string `toml:"objective" json:"objective,omitempty" text:"prose" section:"summary"`
	// Format is the order of the resume: chronological (experience first), combination (skills, experience, projects) or functional (skills with examples, then a short work history).
	Format Format `toml:"format" json:"format,omitempty"`

	// Links maps a network (github, linkedin, mastodon, …) to a user name or a URL.
	Links map[string]string `toml:"links" json:"links,omitempty" text:"address"`
	// Contacts are more addresses, numbers and pages for the header.
	Contacts []Contact `toml:"contacts" json:"contacts,omitempty"`
	// GitHub is the account to read, and what to use from it.
	GitHub GitHub `toml:"github" json:"github,omitempty"`
	// Skills are the skills that you list yourself, by group. They are never dropped.
	Skills map[string][]string `toml:"skills" json:"skills,omitempty" text:"name" section:"skills"`

	Experience     []Experience        `toml:"experience" json:"experience,omitempty" section:"experience"`
	Projects       []ProjectEntry      `toml:"projects" json:"projects,omitempty" section:"projects"`
	Contributions  []ContributionEntry `toml:"contributions" json:"contributions,omitempty" section:"contributions"`
	Education      []Education         `toml:"education" json:"education,omitempty" section:"education"`
	Certifications []Certification     `toml:"certifications" json:"certifications,omitempty" section:"certifications"`
	Languages      []Language          `toml:"languages" json:"languages,omitempty" section:"languages"`
	Awards         []Award             `toml:"awards" json:"awards,omitempty" section:"awards"`
	Publications   []Publication       `toml:"publications" json:"publications,omitempty" section:"publications"`
	Volunteering   []Volunteering      `toml:"volunteering" json:"volunteering,omitempty" section:"volunteering"`
	// Sections are custom sections: a title and its items.
	Sections []FreeSection `toml:"sections" json:"sections,omitempty" section:"free"`
	// Variants are resumes for certain kinds of job: entries marked for them, and other wordings.
	Variants []Variant `toml:"variants" json:"variants,omitempty"`

	// Letters are letters that go with a resume.
	Letters []Letter `toml:"letters" json:"letters,omitempty" text:"-"`
	// Outputs are the files that generate makes if none is named.
	Outputs []Output `toml:"outputs" json:"outputs,omitempty"`
	// Privacy is what is for private resumes only.
	Privacy PrivacyRule `toml:"privacy" json:"privacy,omitzero"`

	Layout   Layout   `toml:"layout" json:"layout,omitempty"`
	Pictures Pictures `toml:"pictures" json:"pictures,omitzero"`
	Check    Check    `toml:"check" json:"check,omitempty"`

	// File is the name in messages; Positions locates each field in the file.
	File      string    `toml:"-" json:"-"`
	Positions Positions `toml:"-" json:"-"`
	// Wordings are the texts that have several wordings, by the path of the field; the
	// field itself holds the one in the profile's own language.
	Wordings map[string][]Wording `toml:"-" json:"-" text:"-"`
	// Locales are the user's own locales by language, in TOML like the built-in ones.
	// Callers that read a profile from disk find them next to it.
	Locales map[string][]byte `toml:"-" json:"-" text:"-"`
	// Chosen means that [Profile.Select] reduced the profile to one resume.
	Chosen bool `toml:"-" json:"-"`

	fallback []string // fields that are not in the requested language
	secrets  []secret // what a public resume must not contain
}

// Format is the kind of resume: which sections come first.
type Format string

// The three formats of a resume.
const (
	Chronological Format = "chronological" // experience first, newest first
	Combination   Format = "combination"   // skills, then experience and key projects
	Functional    Format = "functional"    // skills with examples, then a short work history
)

// GitHub is the table [github]: the account, and what to use from it.
type GitHub struct {
	// User is the login whose public work is read.
	User string `toml:"user" json:"user,omitempty"`
	// Private allows private repositories, but only those that projects.include names.
	Private bool `toml:"private" json:"private,omitempty"`

	Projects      ProjectChoice      `toml:"projects" json:"projects,omitempty"`
	Contributions ContributionChoice `toml:"contributions" json:"contributions,omitempty"`
	Skills        SkillChoice        `toml:"skills" json:"skills,omitempty"`
	Figures       FigureChoice       `toml:"figures" json:"figures,omitempty"`
}

// ProjectChoice is [github.projects]: which repositories become projects.
type ProjectChoice struct {
	// Max is the maximum number of projects taken from GitHub; unset means 6, 0 means none.
	Max *int `toml:"max" json:"max,omitempty"`
	// Include are repositories (names or addresses) that are always shown, in this order, before the ranked rest.
	Include []string `toml:"include" json:"include,omitempty"`
	// Exclude are names or patterns (*-homework) of repositories that are never shown.
	Exclude []string `toml:"exclude" json:"exclude,omitempty"`
	// MinStars is the minimum number of stars of a ranked repository.
	MinStars int `toml:"min_stars" json:"min_stars,omitempty"`
	// Forks allows forked repositories in the ranking.
	Forks bool `toml:"forks" json:"forks,omitempty"`
	// Archived allows archived repositories in the ranking.
	Archived bool `toml:"archived" json:"archived,omitempty"`
}

// ContributionChoice is [github.contributions]: merged pull requests in other people's repositories.
type ContributionChoice struct {
	// Max is the maximum number of repositories listed; unset means 8, 0 means none.
	Max *int `toml:"max" json:"max,omitempty"`
	// MinStars is the minimum number of stars of a listed repository.
	MinStars int `toml:"min_stars" json:"min_stars,omitempty"`
	// Exclude are names or patterns (spam-org/*) of repositories that are never shown.
	Exclude []string `toml:"exclude" json:"exclude,omitempty"`
	// HideOwnOrganizations omits repositories of organizations that you belong to.
	HideOwnOrganizations bool `toml:"hide_own_organizations" json:"hide_own_organizations,omitempty"`
	// Bots counts pull requests that tools (Renovate, Dependabot) opened in your name.
	Bots bool `toml:"bots" json:"bots,omitempty"`
	// Backports counts a change again for each branch that it was backported to.
	Backports bool `toml:"backports" json:"backports,omitempty"`
}

// SkillChoice is [github.skills]: which skills are read from code.
type SkillChoice struct {
	// MaxPerGroup is the maximum number of skills per group read from GitHub; unset means 8.
	MaxPerGroup *int `toml:"max_per_group" json:"max_per_group,omitempty"`
	// Include adds languages that are omitted by default, such as HTML and CSS.
	Include []string `toml:"include" json:"include,omitempty"`
	// Exclude are skills that are never taken from GitHub.
	Exclude []string `toml:"exclude" json:"exclude,omitempty"`
}

// FigureChoice is [github.figures]: the smallest figures that are printed.
type FigureChoice struct {
	// MinStars is the smallest number of stars that is printed; unset means 5, 0 prints all.
	MinStars *int `toml:"min_stars" json:"min_stars,omitempty"`
	// MinDownloads is the smallest number of downloads that is printed; unset means 50.
	MinDownloads *int `toml:"min_downloads" json:"min_downloads,omitempty"`
	// MinLines is the smallest number of changed lines that is printed; unset means 100.
	MinLines *int `toml:"min_lines" json:"min_lines,omitempty"`
}

// Layout is the table [layout]: how the resume is printed.
type Layout struct {
	// Order are the sections that come first, by kind ("skills") or custom title; the others follow in the order of the format.
	Order []string `toml:"order" json:"order,omitempty"`
	// Hide are sections that are not printed.
	Hide []string `toml:"hide" json:"hide,omitempty"`
	// Titles gives sections other headings: titles = {projects = "Selected work"}.
	Titles map[string]string `toml:"titles" json:"titles,omitempty" text:"label"`
	// Max limits the entries of a section: max = {experience = 4}.
	Max map[string]int `toml:"max" json:"max,omitempty"`
	// MaxPages is the length of the PDF that entries from GitHub must not exceed; 0 means no limit. Unset, documents fit one page up to five years after the first role began, then two.
	MaxPages *int `toml:"max_pages" json:"max_pages,omitempty"`
	// Language is the language of headings and months, as a BCP 47 tag: ar, de, en, es, fr, he, it, ja, nl, pl, pt, sv, tr, uk, zh, zh-Hant, or one defined by a file such as locale.fi.toml.
	Language string `toml:"language" json:"language,omitempty"`
	// Theme is the look of HTML, PDF and DOCX.
	Theme string `toml:"theme" json:"theme,omitempty"`
	// Accent is the color of HTML and PDF, as #rrggbb.
	Accent string `toml:"accent" json:"accent,omitempty"`
	// Paper is a4 or letter; if unset, the location decides.
	Paper string `toml:"paper" json:"paper,omitempty"`
	// Badges prints the links of the readme template as badges.
	Badges bool `toml:"badges" json:"badges,omitempty"`
	// Page is how documents look.
	Page PageLayout `toml:"page" json:"page,omitzero"`
	// Readme is what the templates for a profile README print.
	Readme ReadmeLayout `toml:"readme" json:"readme,omitzero"`
}

// Check is the table [check]: what check ignores.
type Check struct {
	// Ignore are rules that are not applied.
	Ignore []string `toml:"ignore" json:"ignore,omitempty"`
	// Words are words that count as correctly spelled.
	Words []string `toml:"words" json:"words,omitempty"`
}
