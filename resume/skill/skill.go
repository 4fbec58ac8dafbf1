package skill

import "time"

// Group is the line of a resume to which a technology belongs.
type Group string

// The groups of skills, in print order.
const (
	Languages  Group = "Languages"
	Frameworks Group = "Frameworks"
	Databases  Group = "Databases"
	Tools      Group = "Tools"
	Cloud      Group = "Cloud"
	// Practices (CI/CD, TDD, REST) are matched in text, never inferred from code.
	Practices Group = "Practices"
)

// Groups returns the groups in print order.
func Groups() []Group {
	return []Group{Languages, Frameworks, Databases, Tools, Cloud, Practices}
}

// Technology is one entry of the catalog.
type Technology struct {
	Name  string // as its makers write it
	Group Group
	// Implies lists broader technologies that it proves (Spring Boot → Spring).
	Implies []string
	// Aliases are other spellings of the same thing.
	Aliases []string
	// Equal lists the aliases that are as good in print as the name: k8s, Golang.
	Equal []string
	// Family is shared by technologies for the same purpose (MySQL, PostgreSQL); empty if unknown.
	Family string
	// ShownBy lists the families whose technologies show a practice (CI/CD: continuous
	// integration).
	ShownBy []string
	// Since is the year of the first public release; 0 if unknown.
	Since int
	// Helper means that it only serves others: a formatter, a plugin.
	Helper bool
}

// Fact is one fact from a file in a repository, independent of the catalog: a
// dependency, a container image, a connection scheme, the file's own name.
type Fact struct {
	Path string `json:"path"`
	// Kind is the namespace of Name: go, npm, pypi, maven, gem, nuget, composer, crate,
	// hex, pub, image, scheme, terraform, file, …
	Kind string `json:"kind"`
	Name string `json:"name"`
	// Dev marks a development dependency.
	Dev bool `json:"dev,omitempty"`
	// Snippet is the line that contains it, shortened.
	Snippet string `json:"snippet,omitempty"`
}

// Repository is the input of inference about one repository.
type Repository struct {
	Name        string // owner/name
	Description string
	// Share is the user's share of the work: 1 for their own repository, less for a
	// contribution.
	Share     float64
	Fork      bool
	Archived  bool
	PushedAt  time.Time
	Languages map[string]int64 // bytes
	Language  string           // the main one, which counts if Languages is nil
	Topics    []string
	Facts     []Fact
}

// Evidence is one fact that proves a skill.
type Evidence struct {
	Repository string    `json:"repo"`
	Path       string    `json:"path,omitempty"`
	Kind       string    `json:"kind"` // dependency, file, image, language, topic, …
	Snippet    string    `json:"snippet,omitempty"`
	Strength   float64   `json:"strength"` // 0 to 1
	PushedAt   time.Time `json:"pushed_at"`
}

// Skill is a technology with its evidence.
type Skill struct {
	Name  string `json:"name"`
	Group Group  `json:"group"`
	// Proven means that the evidence is enough to print it.
	Proven bool `json:"claimed"`
	// Score orders the skills of a group; it has no unit.
	Score    float64    `json:"score"`
	Evidence []Evidence `json:"evidence"`
}

// Match is a technology found in a text.
type Match struct {
	Name       string // canonical
	Group      Group
	Text       string // as written
	Start, End int    // byte offsets
	// Narrower means that the text names a version, part or edition, which proves the
	// technology but is not the same.
	Narrower bool
}
