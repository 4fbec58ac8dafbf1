package resume

import (
	"fmt"
	"slices"
)

// Pictures is the table [pictures]: what each picture draws.
type Pictures struct {
	Header        HeaderPicture        `toml:"header" json:"header,omitzero"`
	Languages     LanguagesPicture     `toml:"languages" json:"languages,omitzero"`
	Contributions ContributionsPicture `toml:"contributions" json:"contributions,omitzero"`
	Totals        TotalsPicture        `toml:"totals" json:"totals,omitzero"`
	// Projects is for the picture of all projects and those of single ones.
	Projects ProjectsPicture `toml:"projects" json:"projects,omitzero"`
	Skills   SkillsPicture   `toml:"skills" json:"skills,omitzero"`
}

// HeaderPicture is the table [pictures.header].
type HeaderPicture struct {
	// Hide leaves out title, location, website or summary.
	Hide []string `toml:"hide" json:"hide,omitempty"`
}

// LanguagesPicture is the table [pictures.languages].
type LanguagesPicture struct {
	// Max is the maximum number of languages; unset means 7. The rest is Other.
	Max *int `toml:"max" json:"max,omitempty"`
	// Exclude are languages that count as Other.
	Exclude []string `toml:"exclude" json:"exclude,omitempty"`
	// Note prints below how it was counted; true unless set. Screen readers always get it.
	Note *bool `toml:"note" json:"note,omitempty"`
}

// ContributionsPicture is the table [pictures.contributions].
type ContributionsPicture struct {
	// Since is the first year that is drawn; unset means the year of the first work.
	Since int `toml:"since" json:"since,omitempty"`
	// Hide leaves out merged (pull requests), commits or started (repositories).
	Hide []string `toml:"hide" json:"hide,omitempty"`
}

// TotalsPicture is the table [pictures.totals].
type TotalsPicture struct {
	// Hide leaves out merged (pull requests), repositories (they were merged in), reviews, issues, answers, stars or active (years).
	Hide []string `toml:"hide" json:"hide,omitempty"`
}

// ProjectsPicture is the table [pictures.projects].
type ProjectsPicture struct {
	// Max is the maximum number of projects in one picture; unset means 4.
	Max *int `toml:"max" json:"max,omitempty"`
	// Hide leaves out description, language, stars, releases or downloads.
	Hide []string `toml:"hide" json:"hide,omitempty"`
}

// SkillsPicture is the table [pictures.skills].
type SkillsPicture struct {
	// Max is the maximum number of skills per group; unset means 12.
	Max *int `toml:"max" json:"max,omitempty"`
	// Exclude are groups that are not drawn.
	Exclude []string `toml:"exclude" json:"exclude,omitempty"`
}

// ReadmeLayout is the table [layout.readme]: what the templates for a profile README print.
type ReadmeLayout struct {
	// Hide omits location, email, website, links, pictures or totals (the line that counts all contributions).
	Hide []string `toml:"hide" json:"hide,omitempty"`
	// Pictures are those of the template readme-pictures, in this order: header, languages, contributions, totals, projects or skills; unset means languages, contributions, projects and skills.
	Pictures []string `toml:"pictures" json:"pictures,omitempty"`
	// Fold collapses the rest of long lists under "4 more"; true unless set.
	Fold *bool `toml:"fold" json:"fold,omitempty"`
}

// Hides reports whether a part is omitted.
func (l ReadmeLayout) Hides(part string) bool { return slices.Contains(l.Hide, part) }

// Board returns the names of the pictures of the template readme-pictures.
func (l ReadmeLayout) Board() []string {
	switch {
	case l.Hides("pictures"):
		return nil
	case l.Pictures != nil:
		return l.Pictures
	}
	return []string{"languages", "contributions", "projects", "skills"}
}

func (v *validator) pictures(p *Profile) {
	pictures := p.Pictures
	v.limit("pictures.languages.max", pictures.Languages.Max)
	v.limit("pictures.projects.max", pictures.Projects.Max)
	v.limit("pictures.skills.max", pictures.Skills.Max)
	v.notNegative("pictures.contributions.since", pictures.Contributions.Since)
	v.eachOf("pictures.header.hide", pictures.Header.Hide, "title", "location", "website", "summary")
	v.eachOf("pictures.contributions.hide", pictures.Contributions.Hide, "merged", "commits", "started")
	v.eachOf("pictures.totals.hide", pictures.Totals.Hide, "merged", "repositories", "reviews", "issues", "answers", "stars", "active")
	v.eachOf("pictures.projects.hide", pictures.Projects.Hide, "description", "language", "stars", "releases", "downloads")
	v.eachOf("layout.readme.hide", p.Layout.Readme.Hide, "location", "email", "website", "links", "pictures", "totals")
	v.eachOf("layout.readme.pictures", p.Layout.Readme.Pictures, "header", "languages", "contributions", "totals", "projects", "skills")
}

// eachOf checks a list of words.
func (v *validator) eachOf(field string, values []string, allowed ...string) {
	for i, value := range values {
		v.oneOf(fmt.Sprintf("%s[%d]", field, i), value, allowed...)
	}
}
