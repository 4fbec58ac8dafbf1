package resume

// The types of JSON Resume 1.x (https://jsonresume.org/schema). Properties that the
// schema does not define but allows as additional ones are marked "extra": package
// convert reads them back, other tools ignore them.
type (
	jsonResume struct {
		Schema       string            `json:"$schema"`
		Basics       jsonBasics        `json:"basics"`
		Work         []jsonWork        `json:"work,omitempty"`
		Volunteer    []jsonVolunteer   `json:"volunteer,omitempty"`
		Education    []jsonEducation   `json:"education,omitempty"`
		Awards       []jsonAward       `json:"awards,omitempty"`
		Certificates []jsonCertificate `json:"certificates,omitempty"`
		Publications []jsonPublication `json:"publications,omitempty"`
		Skills       []jsonSkill       `json:"skills,omitempty"`
		Languages    []jsonLanguage    `json:"languages,omitempty"`
		Interests    []jsonInterest    `json:"interests,omitempty"`
		References   []jsonReference   `json:"references,omitempty"`
		Projects     []jsonProject     `json:"projects,omitempty"`
		Meta         jsonMeta          `json:"meta"`
	}
	jsonBasics struct {
		Name      string        `json:"name,omitempty"`
		Label     string        `json:"label,omitempty"`
		Email     string        `json:"email,omitempty"`
		Phone     string        `json:"phone,omitempty"`
		URL       string        `json:"url,omitempty"`
		Summary   string        `json:"summary,omitempty"`
		Objective string        `json:"objective,omitempty"` // extra
		Location  *jsonLocation `json:"location,omitempty"`
		Profiles  []jsonProfile `json:"profiles,omitempty"`
	}
	jsonLocation struct {
		Address     string `json:"address,omitempty"`
		City        string `json:"city,omitempty"`
		Region      string `json:"region,omitempty"`
		Country     string `json:"country,omitempty"` // extra
		CountryCode string `json:"countryCode,omitempty"`
	}
	jsonProfile struct {
		Network  string `json:"network"`
		Username string `json:"username,omitempty"`
		URL      string `json:"url,omitempty"`
		Contact  bool   `json:"contact,omitempty"` // extra: a line of the header, not an account
	}
	jsonWork struct {
		Name       string   `json:"name,omitempty"`
		Position   string   `json:"position,omitempty"`
		Location   string   `json:"location,omitempty"`
		URL        string   `json:"url,omitempty"`
		Start      string   `json:"startDate,omitempty"`
		End        string   `json:"endDate,omitempty"`
		Current    bool     `json:"current,omitempty"` // extra: it has not ended, rather than having an unknown end
		About      string   `json:"description,omitempty"`
		Summary    string   `json:"summary,omitempty"`
		Highlights []string `json:"highlights,omitempty"`
		Keywords   []string `json:"keywords,omitempty"` // extra
	}
	jsonVolunteer struct {
		Organization string   `json:"organization,omitempty"`
		Position     string   `json:"position,omitempty"`
		Location     string   `json:"location,omitempty"` // extra
		URL          string   `json:"url,omitempty"`
		Start        string   `json:"startDate,omitempty"`
		End          string   `json:"endDate,omitempty"`
		Current      bool     `json:"current,omitempty"` // extra
		Summary      string   `json:"summary,omitempty"`
		Highlights   []string `json:"highlights,omitempty"`
	}
	jsonEducation struct {
		Institution string   `json:"institution,omitempty"`
		StudyType   string   `json:"studyType,omitempty"`
		Area        string   `json:"area,omitempty"`
		Degree      string   `json:"degree,omitempty"`   // extra: both, unless they are joined as usual
		Location    string   `json:"location,omitempty"` // extra
		URL         string   `json:"url,omitempty"`
		Start       string   `json:"startDate,omitempty"`
		End         string   `json:"endDate,omitempty"`
		Expected    bool     `json:"expected,omitempty"` // extra: endDate is in the future
		Score       string   `json:"score,omitempty"`
		Courses     []string `json:"courses,omitempty"`
	}
	jsonAward struct {
		Title   string `json:"title,omitempty"`
		Awarder string `json:"awarder,omitempty"`
		Date    string `json:"date,omitempty"`
		URL     string `json:"url,omitempty"` // extra
		Summary string `json:"summary,omitempty"`
	}
	jsonCertificate struct {
		Name    string `json:"name,omitempty"`
		Issuer  string `json:"issuer,omitempty"`
		Date    string `json:"date,omitempty"`
		Expires string `json:"expires,omitempty"` // extra
		URL     string `json:"url,omitempty"`
		Summary string `json:"summary,omitempty"` // extra
	}
	jsonPublication struct {
		Name      string   `json:"name,omitempty"`
		Authors   []string `json:"authors,omitempty"` // extra
		Publisher string   `json:"publisher,omitempty"`
		Date      string   `json:"releaseDate,omitempty"`
		URL       string   `json:"url,omitempty"`
		DOI       string   `json:"doi,omitempty"` // extra
		Summary   string   `json:"summary,omitempty"`
	}
	jsonSkill struct {
		Name     string   `json:"name"`
		Keywords []string `json:"keywords"`
	}
	jsonLanguage struct {
		Language string `json:"language,omitempty"`
		Fluency  string `json:"fluency,omitempty"`
	}
	jsonInterest struct {
		Name     string   `json:"name"`
		Keywords []string `json:"keywords,omitempty"`
	}
	jsonReference struct {
		Name      string `json:"name,omitempty"`
		Reference string `json:"reference"`
	}
	jsonProject struct {
		Name        string      `json:"name"`
		Description string      `json:"description,omitempty"`
		Highlights  []string    `json:"highlights,omitempty"`
		Keywords    []string    `json:"keywords,omitempty"`
		Start       string      `json:"startDate,omitempty"`
		End         string      `json:"endDate,omitempty"`
		Current     bool        `json:"current,omitempty"` // extra
		URL         string      `json:"url,omitempty"`
		Roles       []string    `json:"roles,omitempty"`
		Type        string      `json:"type,omitempty"`
		GitHub      *jsonGitHub `json:"github,omitempty"` // extra
	}
	// jsonGitHub holds facts with their proof; unknown numbers are absent.
	jsonGitHub struct {
		Repository string `json:"repository"`
		Stars      *int   `json:"stars,omitempty"`
		Releases   *int   `json:"releases,omitempty"`
		Downloads  *int   `json:"downloads,omitempty"`
		License    string `json:"license,omitempty"`
		LastPush   string `json:"lastPush,omitempty"`
		Merged     int    `json:"mergedPullRequests,omitempty"`
		Commits    int    `json:"commits,omitempty"` // if there are no pull requests
		First      string `json:"firstMerged,omitempty"`
		Last       string `json:"lastMerged,omitempty"`
		Proof      string `json:"proof,omitempty"`
	}
	jsonMeta struct {
		Version      string         `json:"version"`
		Generator    string         `json:"generator"` // extra
		LastModified string         `json:"lastModified,omitempty"`
		Sections     []jsonFreePart `json:"sections,omitempty"` // extra
		Lists        []jsonList     `json:"lists,omitempty"`    // extra
		GitHub       *jsonTotals    `json:"github,omitempty"`   // extra
	}
	// jsonList is a section as the profile structures it.
	jsonList struct {
		Section SectionKind `json:"section"`
		Entries any         `json:"entries"`
	}
	// jsonTotals count an account's public work outside its own repositories.
	jsonTotals struct {
		Merged       int    `json:"mergedPullRequests,omitempty"`
		Repositories int    `json:"repositories,omitempty"`
		Since        string `json:"since,omitempty"`
		Reviews      int    `json:"reviewedPullRequests,omitempty"`
		Issues       int    `json:"completedIssues,omitempty"`
		Answers      int    `json:"acceptedAnswers,omitempty"`
		ActiveYears  int    `json:"activeYears,omitempty"`
	}
	jsonFreePart struct {
		Title   string      `json:"title"`
		Items   []string    `json:"items"`
		Entries []FreeEntry `json:"entries,omitempty"`
	}
)
