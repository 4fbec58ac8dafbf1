package preview

import "github.com/ghresume/ghresume/resume"

// MaxPosting is the size limit of a posting that the page sends, in bytes.
const MaxPosting = 256 << 10

// Choice is what the user chose on the page; empty fields mean the profile and the flags.
type Choice struct {
	Format   resume.Format `json:"format"`
	Template string        `json:"template"`
	Theme    string        `json:"theme"`
	Language string        `json:"language"`
	// Variant is one of [[variants]]; Privacy is public or private.
	Variant string         `json:"variant"`
	Privacy resume.Privacy `json:"privacy"`
	// Font, Spacing, Header and Dates are keys of [layout.page]; Footer is "yes" or "no", FontSize and Margins are numbers, in points and millimeters.
	Font     string `json:"font"`
	Footer   string `json:"footer"`
	Spacing  string `json:"spacing"`
	Header   string `json:"header"`
	Dates    string `json:"dates"`
	FontSize string `json:"fontSize"`
	Margins  string `json:"margins"`
	// Posting is the pasted text; empty means the file of --job.
	Posting string `json:"posting"`
	// Tailor ranks what the posting asks for first.
	Tailor bool `json:"tailor"`
}

// View is what the page shows.
type View struct {
	// Sheet is the resume as an HTML page; empty if it cannot be made at the moment.
	Sheet string `json:"sheet"`
	// Paper holds the pages of the PDF as SVG pictures.
	Paper    []string  `json:"paper"`
	Pages    float64   `json:"pages"`
	Notes    []string  `json:"notes"`
	Problems []Problem `json:"problems"`
	Findings []Finding `json:"findings"`
	Parsed   *Parsed   `json:"parsed"`
	Coverage *Coverage `json:"coverage"`
}

// Parsed is what a program like those of recruiters' systems reads from the PDF.
type Parsed struct {
	// Summary says in one line what it finds and what it misses.
	Summary string        `json:"summary"`
	Groups  []ParsedGroup `json:"groups"`
}

// ParsedGroup are the facts of one kind, as they were read.
type ParsedGroup struct {
	Heading string   `json:"heading"`
	Lines   []string `json:"lines"`
}

// Problem is a problem with one of the user's files.
type Problem struct {
	Text string `json:"text"`
	Hint string `json:"hint"`
}

// Finding is a finding of the review.
type Finding struct {
	Severity string `json:"severity"`
	Rule     string `json:"rule"`
	Place    string `json:"place"`
	Message  string `json:"message"`
	Hint     string `json:"hint"`
}

// Coverage says how much of a posting the resume shows.
type Coverage struct {
	Title   string          `json:"title"`
	Summary string          `json:"summary"`
	Classes []CoverageClass `json:"classes"`
}

// CoverageClass are the skills with one status.
type CoverageClass struct {
	Status  string         `json:"status"`
	Heading string         `json:"heading"`
	Skills  []CoveredSkill `json:"skills"`
}

// CoveredSkill is a skill that a posting names, how important it is there, and its
// evidence.
type CoveredSkill struct {
	Name   string `json:"name"`
	Demand string `json:"demand"`
	Proof  string `json:"proof"`
}
