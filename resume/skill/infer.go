package skill

import (
	"cmp"
	"fmt"
	"maps"
	"slices"
	"strings"
	"time"

	"github.com/ghresume/ghresume/internal/lazy"
)

// Strengths of evidence, from 0 to 1; proving a skill takes one piece of at least enough,
// or weaker ones from two repositories.
const (
	certain      = 1.0 // a runtime dependency, a file unique to it, a main language
	declared     = 0.9 // an image, a connection, a Terraform resource, an action
	labeled      = 0.7 // a topic, a minor language
	developing   = 0.6 // a development dependency that files should go with
	developingUI = 0.4 // a framework among the development dependencies
	accompanying = 0.3 // files that go with it
	enough       = 0.9
)

// commonplace is the value of a vote for a tool that every repository has.
const commonplace = 0.1

// mostOfOne is how many pieces of evidence one repository adds to a skill.
const mostOfOne = 3

// mostEvidence is how many pieces of evidence a skill keeps, strongest first.
const mostEvidence = 12

// Infer returns the skills found in repositories as of the given time, proven or not,
// sorted by group, score and name.
func (c *Catalog) Infer(repos []Repository, at time.Time, choice Choice) []Skill {
	found := map[string]*Skill{}
	for _, r := range repos {
		weight := weightOf(r, at)
		if weight == 0 {
			continue
		}
		for name, proof := range c.proofsIn(r, choice) {
			s := found[name]
			if s == nil {
				s = &Skill{Name: name, Group: c.groupOf(name)}
				found[name] = s
			}
			s.Score += weight * proof.vote * c.standing(name, proof.pieces)
			s.Evidence = append(s.Evidence, proof.evidence...)
		}
	}
	skills := make([]Skill, 0, len(found))
	for _, name := range slices.Sorted(maps.Keys(found)) {
		skills = append(skills, found[name].judged())
	}
	slices.SortStableFunc(skills, compareSkills)
	return skills
}

// standing returns the value of a vote by the role of a technology in a project: tools
// that every repository has count least, helpers less than what they help, and what is
// named in many places a little more than what is named in one.
func (c *Catalog) standing(name string, pieces int) float64 {
	standing := 1 + 0.02*float64(min(pieces, 10))
	switch {
	case everywhere[name]:
		return commonplace
	case c.entries[name].Helper:
		return standing * helping
	case c.entries[name].Family == "" && !c.isImplied(name):
		return standing * 0.95
	}
	return standing
}

// helping is the value of a vote for a helper.
const helping = 0.6

func compareSkills(a, b Skill) int {
	return cmp.Or(
		cmp.Compare(slices.Index(Groups(), a.Group), slices.Index(Groups(), b.Group)),
		cmp.Compare(b.Score, a.Score), cmp.Compare(a.Name, b.Name))
}

func (c *Catalog) groupOf(name string) Group { return cmp.Or(c.entries[name].Group, Languages) }

// judged sorts the evidence, keeps the best, and decides whether it is enough.
func (s Skill) judged() Skill {
	slices.SortStableFunc(s.Evidence, func(a, b Evidence) int {
		return cmp.Or(cmp.Compare(b.Strength, a.Strength), b.PushedAt.Compare(a.PushedAt), cmp.Compare(a.Repository, b.Repository), cmp.Compare(a.Path, b.Path))
	})
	repositories := map[string]bool{}
	for _, e := range s.Evidence {
		repositories[e.Repository] = true
	}
	s.Proven = s.Group != Practices && len(s.Evidence) > 0 && !packageManagers[s.Name] &&
		(s.Evidence[0].Strength >= enough || len(repositories) >= 2 && !s.only(kindBeside) || s.supported())
	s.Evidence = s.Evidence[:min(len(s.Evidence), mostEvidence)]
	return s
}

// only reports whether all evidence is of one kind.
func (s Skill) only(kind string) bool {
	return !slices.ContainsFunc(s.Evidence, func(e Evidence) bool { return e.Kind != kind })
}

// supported reports whether a development dependency is used in its repository: the
// repository is written in it, or has files that go with it.
func (s Skill) supported() bool {
	for _, dev := range s.Evidence {
		if dev.Kind != developmentDependency {
			continue
		}
		for _, e := range s.Evidence {
			if e.Repository == dev.Repository && (e.Kind == kindBeside || e.Kind == "language" || e.Kind == kindFile) {
				return true
			}
		}
	}
	return false
}

// proof is what one repository proves about one technology.
type proof struct {
	vote     float64
	pieces   int
	evidence []Evidence
}

func (p *proof) add(e Evidence, vote float64) {
	p.vote = max(p.vote, vote)
	p.pieces++
	if len(p.evidence) < mostOfOne {
		p.evidence = append(p.evidence, e)
	} else if i := p.replaceable(e); i >= 0 {
		p.evidence[i] = e
	}
}

// replaceable returns the index of the piece of evidence that says least: the weakest of a
// kind that has several, else the weakest. It is -1 if the new piece is no stronger and
// not the first of its kind: tests support what a manifest names.
func (p *proof) replaceable(e Evidence) int {
	kinds := map[string]int{}
	for _, old := range p.evidence {
		kinds[old.Kind]++
	}
	least := 0
	for i, old := range p.evidence {
		spare, leastSpare := kinds[old.Kind] > 1, kinds[p.evidence[least].Kind] > 1
		if spare && !leastSpare || spare == leastSpare && old.Strength < p.evidence[least].Strength {
			least = i
		}
	}
	if p.evidence[least].Strength < e.Strength || kinds[e.Kind] == 0 && kinds[p.evidence[least].Kind] > 1 {
		return least
	}
	return -1
}

// proofsIn collects what one repository proves, by technology.
func (c *Catalog) proofsIn(r Repository, choice Choice) map[string]*proof {
	found := map[string]*proof{}
	note := func(name string, e Evidence, vote float64) {
		if c.among(choice.Exclude, name) {
			return
		}
		if found[name] == nil {
			found[name] = &proof{}
		}
		e.Repository, e.PushedAt = r.Name, r.PushedAt
		found[name].add(e, vote)
	}
	for name, share := range c.shares(r, choice) {
		note(name, languageEvidence(r, name, share), vote(share))
	}
	if r.Languages == nil && r.Language != "" { // how much there is of it is unknown
		if name, _ := c.language(r.Language, choice); name != "" && !r.vendors(r.Language) {
			note(name, Evidence{Kind: "language", Snippet: "mainly " + name, Strength: labeled}, vote(1))
		}
	}
	for _, f := range withoutCompiled(r.Facts) {
		for _, name := range c.proofs().technologies(f) {
			if c.groupOf(name) == Languages && notProgramming[name] && !c.among(choice.Include, name) {
				continue // tools of such a name count: CMake, Handlebars
			}
			if name == "SQL" && writesSQL(r.Facts) {
				continue
			}
			strength := c.strength(f, name)
			note(name, Evidence{Path: f.Path, Kind: evidenceKind(f), Snippet: f.Snippet, Strength: strength}, c.worth(f, name, strength))
		}
	}
	for _, topic := range r.Topics {
		if name := c.proofs().topics[strings.ToLower(topic)]; name != "" && c.groupOf(name) != Languages {
			note(name, Evidence{Kind: "topic", Snippet: topic, Strength: labeled}, labeled)
		}
	}
	c.addImplied(found)
	return found
}

// worth returns the vote of a fact: scripts in SQL, which GitHub's statistics leave out,
// are a small part of a repository.
func (c *Catalog) worth(f Fact, name string, strength float64) float64 {
	if name == "SQL" && f.Kind == kindFile {
		return vote(scriptShare)
	}
	return strength
}

// scriptShare is the share that scripts in SQL have in a repository.
const scriptShare = 0.1

// migrationWriters are packages that write migrations in SQL, so that these say nothing
// about the person.
var migrationWriters = set(`prisma drizzle-kit @mikro-orm/migrations atlas-provider-gorm`)

func writesSQL(facts []Fact) bool {
	return slices.ContainsFunc(facts, func(f Fact) bool { return f.Kind == "npm" && migrationWriters[f.Name] })
}

// languageEvidence returns the evidence for a language, with its share of the repository.
func languageEvidence(r Repository, name string, share float64) Evidence {
	var total int64
	for _, n := range r.Languages {
		total += n
	}
	strength := labeled
	if bytes := share * float64(total); bytes >= mainBytes && (share >= mainShare || hasPackages(r, name)) || bytes >= muchBytes {
		strength = certain
	}
	return Evidence{Kind: "language", Snippet: fmt.Sprintf("%.0f %% %s", 100*share, name), Strength: strength}
}

// ecosystems are the kinds of packages that only programs in one language declare.
var ecosystems = map[string]string{
	"Go": "go", "Python": "pypi", "Ruby": "gem", "PHP": "composer", "Rust": "crate", "Elixir": "hex", "Java": "maven", "C#": "nuget", "Dart": "pub",
	"JavaScript": "npm", "TypeScript": "npm", "Haskell": "hackage", "OCaml": "opam", "R": "cran", "Julia": "julia", "Perl": "cpan", "Clojure": "maven",
}

// hasPackages reports whether a repository declares runtime dependencies in the language,
// which is then more than a script there.
func hasPackages(r Repository, language string) bool {
	return slices.ContainsFunc(r.Facts, func(f Fact) bool { return f.Kind == ecosystems[language] && !f.Dev })
}

// addImplied extends evidence to broader technologies: Spring Boot proves Spring.
// Languages are left to GitHub's statistics.
func (c *Catalog) addImplied(found map[string]*proof) {
	for _, name := range slices.Sorted(maps.Keys(found)) {
		for _, parent := range c.ancestors(name) {
			if c.groupOf(parent) == Languages || found[parent] != nil && found[parent].vote >= found[name].vote {
				continue
			}
			if found[parent] == nil {
				found[parent] = &proof{}
			}
			for _, e := range found[name].evidence {
				found[parent].add(e, found[name].vote)
			}
		}
	}
}

// ancestors returns all technologies that one implies, directly or not.
func (c *Catalog) ancestors(name string) []string {
	var all []string
	for _, parent := range split(c.entries[name].Implies) {
		all = append(all, parent)
		all = append(all, c.ancestors(parent)...)
	}
	return all
}

func (c *Catalog) strength(f Fact, name string) float64 {
	switch {
	case f.Kind == kindFile:
		return certain
	case f.Kind == kindBeside:
		return accompanying
	case f.Kind == kindImage, f.Kind == kindScheme, f.Kind == kindTerraform, f.Kind == kindAction, f.Kind == kindChart:
		return declared
	case f.Dev && c.groupOf(name) == Frameworks:
		return developingUI
	case f.Dev && sparing[f.Kind] && c.groupOf(name) == Tools && c.entries[name].Beside == "":
		return declared // a tool that leaves no files; nobody adds it without using it
	case f.Dev:
		return developing
	}
	return certain
}

// sparing are the ecosystems in which the development dependencies of a project are
// chosen one by one; in others they come with a template.
var sparing = set(`npm composer gem nuget hex`)

// evidenceKind returns the word shown to users.
func evidenceKind(f Fact) string {
	switch f.Kind {
	case kindFile, kindImage, kindTerraform, kindAction, kindBeside, kindChart:
		return f.Kind
	case kindPlatform, kindConfigured:
		return kindFile
	case kindScheme:
		return "connection"
	}
	if f.Dev {
		return developmentDependency
	}
	return "dependency"
}

// developmentDependency is the kind of evidence that needs files to support it.
const developmentDependency = "development dependency"

// lesson matches repositories that follow someone else's material.
var lesson = lazy.New(`(?i)\b(?:tutorials?|courses?|learn(?:ing)?|homework|katas?|exercism|exercises?|boilerplate|starter|bootcamp|advent[-_ ]of[-_ ]code|leetcode|playground|templates?)\b`)

// weightOf returns how much a repository counts: by the user's share in it, how recent it
// is, and whether it is more than an exercise.
func weightOf(r Repository, at time.Time) float64 {
	if r.Fork && r.Share >= 1 {
		return 0 // a fork without the user's commits; with some, Share is below 1
	}
	weight := r.Share * recency(r, at)
	if lesson.MatchString(strings.ReplaceAll(r.Name, "_", " ")) || lesson.MatchString(strings.Join(r.Topics, " ")) {
		weight *= 0.4
	}
	return weight
}

func recency(r Repository, at time.Time) float64 {
	years := at.Sub(r.PushedAt).Hours() / 24 / 365.25
	switch {
	case years < 1 && !r.Archived:
		return 1
	case years < 2 && !r.Archived:
		return 0.8
	case years < 4:
		return 0.5
	}
	return 0.3
}

// Technologies returns the most relevant technologies of one repository with their evidence,
// at most n: its main language, then frameworks, databases, clouds and tools.
func (c *Catalog) Technologies(r Repository, n int, choice Choice) []Skill {
	r.Share, r.Fork = 1, false
	skills := c.Infer([]Repository{r}, r.PushedAt, choice)
	implied := map[string]bool{}
	for _, s := range skills {
		for _, parent := range c.ancestors(s.Name) {
			implied[parent] = c.groupOf(parent) != Languages
		}
	}
	isNamed := func(s Skill) bool { return s.Proven || r.Languages == nil && s.Evidence[0].Kind == "language" }
	skills = slices.DeleteFunc(skills, func(s Skill) bool { return !isNamed(s) || implied[s.Name] || everywhere[s.Name] })
	slices.SortStableFunc(skills, func(a, b Skill) int {
		return cmp.Or(cmp.Compare(groupPriority(b), groupPriority(a)), cmp.Compare(b.Score, a.Score), cmp.Compare(a.Name, b.Name))
	})
	return onlyTwoLanguages(skills, n)
}

// packageManagers come with a language; nobody is hired for them, and they are not
// printed.
var packageManagers = set(`npm pip Cargo Bundler Composer Yarn pnpm Poetry NuGet RubyGems Homebrew Hex Dependabot EditorConfig Conda uv`)

// everywhere are tools that come with a language or a host: they say nothing about a
// project, and come last among the skills.
var everywhere = map[string]bool{
	"Git": true, "GitHub": true, "GitHub Actions": true, "Dependabot": true, "EditorConfig": true, "npm": true, "pip": true, "Make": true,
	"Cargo": true, "Bundler": true, "Composer": true, "Yarn": true, "pnpm": true, "Poetry": true, "ESLint": true, "Prettier": true,
}

// groupPriority ranks groups for a project's line.
func groupPriority(s Skill) int {
	return map[Group]int{Languages: 5, Frameworks: 4, Databases: 3, Cloud: 2, Tools: 1}[s.Group]
}

// onlyTwoLanguages keeps n skills, at most two of them languages.
func onlyTwoLanguages(skills []Skill, n int) []Skill {
	var out []Skill
	languages := 0
	for _, s := range skills {
		if s.Group == Languages {
			languages++
		}
		if len(out) < n && (s.Group != Languages || languages <= 2) {
			out = append(out, s)
		}
	}
	return out
}
