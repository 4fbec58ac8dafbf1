package resume

// Experience is one role at one company.
type Experience struct {
	// Title is the role, as the contract or the team called it: "Backend Engineer".
	Title string `toml:"title" json:"title,omitempty" text:"label,either"`
	// Company is the employer; consecutive roles there are printed together.
	Company string `toml:"company" json:"company,omitempty" text:"name,either"`
	// Location is a city, or "remote".
	Location string `toml:"location" json:"location,omitempty" text:"name"`
	// URL is the company's site.
	URL string `toml:"url" json:"url,omitempty" text:"address"`
	// About is what the company does, in a few words.
	About string `toml:"about" json:"about,omitempty" text:"prose"`
	// Start is when the role began: YYYY, YYYY-MM or YYYY-MM-DD.
	Start Date `toml:"start" json:"start,omitzero" text:"date"`
	// End is a date or "present"; if omitted, the most recent role counts as current.
	End Date `toml:"end" json:"end,omitzero" text:"date"`
	// Summary is one sentence on the team or product, before the highlights.
	Summary string `toml:"summary" json:"summary,omitempty" text:"prose"`
	// Highlights are bullets: an action verb, what was done, and a number.
	Highlights []Highlight `toml:"highlights" json:"highlights,omitempty"`
	// Skills are the technologies that the role used.
	Skills []string `toml:"skills" json:"skills,omitempty" text:"name"`
	// For are the variants or kinds of job that it is meant for.
	For []string `toml:"for" json:"for,omitempty"`
}

// Highlight is one bullet. In the file it is a string, or a table
// {text = "…", for = ["go"]} whose tags say for which jobs it is preferred.
type Highlight struct {
	// Text is the bullet: an action verb, what was done, and a number.
	Text string `json:"text" text:"bullet"`
	// For names the variants to which the bullet belongs, or the jobs for which it is preferred.
	For []string `json:"for,omitempty"`
}

// ProjectEntry is [[projects]]: a repository or any other project, in your own words. A field that is set takes precedence over GitHub.
type ProjectEntry struct {
	// Repo is the repository as owner/name or its address; its facts come from GitHub.
	Repo string `toml:"repo" json:"repo,omitempty" text:"address,either"`
	// Name is the project's name; a repository already has one.
	Name string `toml:"name" json:"name,omitempty" text:"name,either"`
	// Description is one line on what the project does and for whom.
	Description string `toml:"description" json:"description,omitempty" text:"prose"`
	// URL is the project's page.
	URL string `toml:"url" json:"url,omitempty" text:"address"`
	// Role is your part in it: "Maintainer".
	Role string `toml:"role" json:"role,omitempty" text:"label"`
	// Start is when work on it began: YYYY, YYYY-MM or YYYY-MM-DD.
	Start Date `toml:"start" json:"start,omitzero" text:"date"`
	// End is a date or "present".
	End Date `toml:"end" json:"end,omitzero" text:"date"`
	// Highlights are bullets: an action verb, what was done, and a number.
	Highlights []Highlight `toml:"highlights" json:"highlights,omitempty"`
	// Skills are the technologies that the project uses.
	Skills []string `toml:"skills" json:"skills,omitempty" text:"name"`
	// For are the variants or kinds of job that it is meant for.
	For []string `toml:"for" json:"for,omitempty"`
}

// ContributionEntry is [[contributions]]: your own description of work in a repository.
type ContributionEntry struct {
	// Repo is the repository as owner/name, or its address.
	Repo string `toml:"repo" json:"repo,omitempty" text:"address,required"`
	// Description is one line on what your changes achieved.
	Description string `toml:"description" json:"description,omitempty" text:"prose"`
	// URL is where the work can be seen.
	URL string `toml:"url" json:"url,omitempty" text:"address"`
	// Highlights are bullets: an action verb, what was done, and a number.
	Highlights []Highlight `toml:"highlights" json:"highlights,omitempty"`
	// For are the variants or kinds of job that it is meant for.
	For []string `toml:"for" json:"for,omitempty"`
}

// Education is one degree or course of study.
type Education struct {
	// Degree is the degree and its subject: "MSc Computer Science".
	Degree string `toml:"degree" json:"degree,omitempty" text:"label,either"`
	// Institution is the university, school or provider.
	Institution string `toml:"institution" json:"institution,omitempty" text:"name,either"`
	// Location is a city.
	Location string `toml:"location" json:"location,omitempty" text:"name"`
	// URL is the institution's or the course's page.
	URL string `toml:"url" json:"url,omitempty" text:"address"`
	// Start is the start: YYYY, YYYY-MM or YYYY-MM-DD.
	Start Date `toml:"start" json:"start,omitzero" text:"date"`
	// End is when it ended, or "present".
	End Date `toml:"end" json:"end,omitzero" text:"date"`
	// Expected is the expected date of graduation.
	Expected Date `toml:"expected" json:"expected,omitzero" text:"date"`
	// Grade is the grade, as the institution writes it.
	Grade string `toml:"grade" json:"grade,omitempty" text:"label"`
	// Highlights are bullets: a thesis, a prize, courses that are relevant for the job.
	Highlights []Highlight `toml:"highlights" json:"highlights,omitempty"`
	// For are the variants or kinds of job that it is meant for.
	For []string `toml:"for" json:"for,omitempty"`
}

// Certification is a certificate and its issuer.
type Certification struct {
	// Name is the certificate's official name.
	Name string `toml:"name" json:"name,omitempty" text:"name,required"`
	// Issuer is who issued it.
	Issuer string `toml:"issuer" json:"issuer,omitempty" text:"name"`
	// Date is when it was issued.
	Date Date `toml:"date" json:"date,omitzero" text:"date"`
	// Expires is when it expires.
	Expires Date `toml:"expires" json:"expires,omitzero" text:"date"`
	// URL is where it can be verified.
	URL string `toml:"url" json:"url,omitempty" text:"address"`
	// Description is one line on what it covers, or its number.
	Description string `toml:"description" json:"description,omitempty" text:"prose"`
	// For are the variants or kinds of job that it is meant for.
	For []string `toml:"for" json:"for,omitempty"`
}

// Language is a human language and how well you speak it.
type Language struct {
	// Name is the language: "German".
	Name string `toml:"name" json:"name,omitempty" text:"name,required"`
	// Fluency is how well you speak it: "native", "fluent", "B2".
	Fluency string `toml:"fluency" json:"fluency,omitempty" text:"label"`
	// For are the variants or kinds of job that it is meant for.
	For []string `toml:"for" json:"for,omitempty"`
}

// Award is an award or prize.
type Award struct {
	// Title is the name of the award.
	Title string `toml:"title" json:"title,omitempty" text:"name,required"`
	// Issuer is who gave it.
	Issuer string `toml:"issuer" json:"issuer,omitempty" text:"name"`
	// Date is when it was awarded.
	Date Date `toml:"date" json:"date,omitzero" text:"date"`
	// URL is where it is announced.
	URL string `toml:"url" json:"url,omitempty" text:"address"`
	// Description is one line on what it was awarded for.
	Description string `toml:"description" json:"description,omitempty" text:"prose"`
	// For are the variants or kinds of job that it is meant for.
	For []string `toml:"for" json:"for,omitempty"`
}

// Publication is an article, book or talk.
type Publication struct {
	// Title is the title of the article, book or talk.
	Title string `toml:"title" json:"title,omitempty" text:"name,required"`
	// Authors are all authors, in the order of the publication.
	Authors []string `toml:"authors" json:"authors,omitempty" text:"name"`
	// Publisher is the journal, publisher or conference.
	Publisher string `toml:"publisher" json:"publisher,omitempty" text:"name"`
	// Date is when it was published.
	Date Date `toml:"date" json:"date,omitzero" text:"date"`
	// URL is where it can be read or watched.
	URL string `toml:"url" json:"url,omitempty" text:"address"`
	// DOI is the publication's identifier: "10.1000/182".
	DOI string `toml:"doi" json:"doi,omitempty" text:"address"`
	// Description is one line on what it is about.
	Description string `toml:"description" json:"description,omitempty" text:"prose"`
	// For are the variants or kinds of job that it is meant for.
	For []string `toml:"for" json:"for,omitempty"`
}

// Volunteering is unpaid work for an organization.
type Volunteering struct {
	// Title is the role: "Mentor".
	Title string `toml:"title" json:"title,omitempty" text:"label,either"`
	// Organization is the organization that the work was for.
	Organization string `toml:"organization" json:"organization,omitempty" text:"name,either"`
	// Location is a city, or "remote".
	Location string `toml:"location" json:"location,omitempty" text:"name"`
	// URL is the organization's site.
	URL string `toml:"url" json:"url,omitempty" text:"address"`
	// Start is the start: YYYY, YYYY-MM or YYYY-MM-DD.
	Start Date `toml:"start" json:"start,omitzero" text:"date"`
	// End is a date or "present"; if omitted, the most recent one counts as current.
	End Date `toml:"end" json:"end,omitzero" text:"date"`
	// Description is one line on the work.
	Description string `toml:"description" json:"description,omitempty" text:"prose"`
	// Highlights are bullets: an action verb, what was done, and a number.
	Highlights []Highlight `toml:"highlights" json:"highlights,omitempty"`
	// For are the variants or kinds of job that it is meant for.
	For []string `toml:"for" json:"for,omitempty"`
}

// FreeSection is a custom section with its own title.
type FreeSection struct {
	// Title is the section's heading.
	Title string `toml:"title" json:"title,omitempty" text:"label,required"`
	// Items are its lines.
	Items []string `toml:"items" json:"items,omitempty" text:"label"`
	// Entries are items that need more than a line: talks with a date, courses with bullets.
	Entries []FreeEntry `toml:"entries" json:"entries,omitempty"`
	// For are the variants or kinds of job that it is meant for.
	For []string `toml:"for" json:"for,omitempty"`
}

// FreeEntry is an entry of a free section.
type FreeEntry struct {
	// Title is the entry's heading.
	Title string `toml:"title" json:"title,omitempty" text:"label,either"`
	// Subtitle is the organization, event or role next to it.
	Subtitle string `toml:"subtitle" json:"subtitle,omitempty" text:"name,either"`
	// Location is a city, or "remote".
	Location string `toml:"location" json:"location,omitempty" text:"name"`
	// URL is where it can be seen.
	URL string `toml:"url" json:"url,omitempty" text:"address"`
	// Start is when it began; omit it if there is only one date.
	Start Date `toml:"start" json:"start,omitzero" text:"date"`
	// End is when it took place or ended, or "present".
	End Date `toml:"end" json:"end,omitzero" text:"date"`
	// Description is one line on it.
	Description string `toml:"description" json:"description,omitempty" text:"prose"`
	// Highlights are bullets.
	Highlights []Highlight `toml:"highlights" json:"highlights,omitempty"`
	// Skills are the technologies that it used.
	Skills []string `toml:"skills" json:"skills,omitempty" text:"name"`
	// For are the variants or kinds of job that it is meant for.
	For []string `toml:"for" json:"for,omitempty"`
}

// Contact is [[contacts]]: one more address, number or page in the header.
type Contact struct {
	// Label is what is printed: an address, a number, or the text of the link.
	Label string `toml:"label" json:"label,omitempty" text:"label,either"`
	// URL is where the link leads; not needed for an e-mail address, a phone number or a web address.
	URL string `toml:"url" json:"url,omitempty" text:"address,either"`
	// For are the variants or kinds of job that it is meant for.
	For []string `toml:"for" json:"for,omitempty"`
}

// Variant is a resume for one kind of job: the entries tagged with its name, and its own
// title, summary or objective. Its wording is also used for jobs that ask for one of its tags.
type Variant struct {
	// Name is its name in generate --for and in the for of entries: "backend".
	Name string `toml:"name" json:"name,omitempty"`
	// For are the tags of the jobs that it suits: skills, or words of the job title.
	For []string `toml:"for" json:"for,omitempty"`
	// Title replaces the professional title.
	Title string `toml:"title" json:"title,omitempty" text:"label"`
	// Summary replaces the summary.
	Summary string `toml:"summary" json:"summary,omitempty" text:"prose"`
	// Objective replaces the objective.
	Objective string `toml:"objective" json:"objective,omitempty" text:"prose"`
	// Format replaces the format.
	Format Format `toml:"format" json:"format,omitempty"`
	// Template is its template: a built-in one, or a .tmpl file relative to the profile.
	Template string `toml:"template" json:"template,omitempty"`
	// Theme replaces layout.theme.
	Theme string `toml:"theme" json:"theme,omitempty"`
	// Order replaces layout.order.
	Order []string `toml:"order" json:"order,omitempty"`
	// MaxPages replaces layout.max_pages.
	MaxPages *int `toml:"max_pages" json:"max_pages,omitempty"`
	// Layout replaces [layout], key by key.
	Layout Layout `toml:"layout" json:"layout,omitzero"`
}
