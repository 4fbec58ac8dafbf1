package skill

import (
	"bytes"
	"cmp"
	"embed"
	"fmt"
	"maps"
	"slices"
	"strings"
	"sync"

	"github.com/BurntSushi/toml"
	fast "github.com/pelletier/go-toml/v2"
)

//go:embed catalog/*.toml
var catalogFiles embed.FS

// groupFiles maps the catalog's files to groups, one file per group.
var groupFiles = map[string]Group{
	"languages.toml": Languages, "frameworks.toml": Frameworks, "databases.toml": Databases,
	"tools.toml": Tools, "cloud.toml": Cloud, "practices.toml": Practices,
}

// entry is one line of the catalog. Lists of spellings are separated by "|", all others
// by spaces.
type entry struct {
	// Alias lists other spellings in any case; the name is one, unless Exact is set.
	Alias string `toml:"alias"`
	// Exact lists spellings whose case counts.
	Exact string `toml:"exact"`
	// Equal lists spellings that a resume may use instead of the name: as good in print,
	// in the case written here.
	Equal string `toml:"equal"`
	// Narrower lists words in any case for a version, part or edition: they prove the
	// technology but are not its name. A number after a name ("Java 17") needs no entry.
	Narrower string `toml:"narrower"`
	// Listed lists spellings in any case that count only among other technologies: "java,
	// go, rust".
	Listed string `toml:"listed"`
	// Ctx guards the exact spellings of ordinary words: "list" requires another
	// technology next to it or a cue ("experience with"), "strict" requires a technology
	// next to it.
	Ctx string `toml:"ctx"`
	// Not and NotBefore list words that cancel a match right after and right before it.
	Not       string `toml:"not"`
	NotBefore string `toml:"notbefore"`
	// Implies lists broader technologies that this one proves, separated by "|".
	Implies string `toml:"implies"`
	// Family is shared by technologies that do the same job: MySQL and PostgreSQL.
	Family string `toml:"family"`
	// Families lists those whose technologies show a practice: Jenkins shows continuous
	// integration. Separated by "|".
	Families string `toml:"families"`
	// Since is the year of its first public release.
	Since int `toml:"since"`

	// What proves it in a repository. Package names may end in "*".
	Linguist  string `toml:"linguist"` // GitHub's name of a language
	Topics    string `toml:"topics"`
	Go        string `toml:"go"`
	NPM       string `toml:"npm"`
	PyPI      string `toml:"pypi"`
	Maven     string `toml:"maven"` // group:artifact
	Gem       string `toml:"gem"`
	NuGet     string `toml:"nuget"`
	Composer  string `toml:"composer"`
	Crate     string `toml:"crate"`
	Hex       string `toml:"hex"`
	Pub       string `toml:"pub"`
	Image     string `toml:"image"`
	Scheme    string `toml:"scheme"`
	Terraform string `toml:"terraform"` // resource or provider
	Action    string `toml:"action"`    // GitHub Action
	Swift     string `toml:"swift"`     // package, pod or module
	Cpp       string `toml:"cpp"`       // package of CMake, vcpkg, Conan or PlatformIO; name of a submodule
	Nix       string `toml:"nix"`       // input or output of a flake
	Hackage   string `toml:"hackage"`   // Haskell
	Opam      string `toml:"opam"`      // OCaml
	CRAN      string `toml:"cran"`      // R
	Julia     string `toml:"julia"`
	CPAN      string `toml:"cpan"`     // Perl
	Platform  string `toml:"platform"` // what a file is written for: an API of Kubernetes
	Chart     string `toml:"chart"`    // Helm chart
	// Files lists patterns of paths that are unique to it; one that begins with "/"
	// counts in the root only.
	Files string `toml:"files"`
	// Beside lists patterns of files that make a development dependency a skill: tests
	// for a test runner.
	Beside string `toml:"beside"`
	// Helper marks a technology that only serves others: it comes after them.
	Helper bool `toml:"helper"`

	// Group is the group in a user's skills.toml, where one file holds all groups.
	Group Group `toml:"group"`
}

// Catalog is a set of known technologies.
type Catalog struct {
	entries map[string]entry  // by name
	names   []string          // sorted
	byName  map[string]string // any spelling, folded, to the name
	all     func() map[string]Technology
	parents func() map[string]bool   // technologies that others imply
	exact   func() map[string]string // spellings whose case counts, to the name
	texts   func() *textIndex
	proofs  func() *proofIndex
}

var builtin = sync.OnceValue(func() *Catalog {
	entries := map[string]entry{}
	for file, group := range groupFiles {
		data, err := catalogFiles.ReadFile("catalog/" + file)
		if err != nil {
			panic(err) // embedded: a test reads every file
		}
		read := map[string]entry{}
		if err := fast.NewDecoder(bytes.NewReader(data)).DisallowUnknownFields().Decode(&read); err != nil {
			panic(err)
		}
		if err := addEntries(file, read, group, entries); err != nil {
			panic(err)
		}
	}
	return newCatalog(entries)
})

// Default returns the built-in catalog, which is read on the first call.
func Default() *Catalog { return builtin() }

// With returns the catalog with the technologies of a skills.toml added. An entry with
// a known name replaces the built-in one. file is the name in errors.
func (c *Catalog) With(file string, data []byte) (*Catalog, error) {
	entries := maps.Clone(c.entries)
	if err := readEntries(file, data, entries); err != nil {
		return nil, err
	}
	return newCatalog(entries), nil
}

// readEntries adds the entries of a user's file with the reader that explains mistakes
// best; the built-in files, which a test has read, use the fast one.
func readEntries(file string, data []byte, into map[string]entry) error {
	var read map[string]entry
	meta, err := toml.Decode(string(data), &read)
	if err != nil {
		return &EntryError{File: file, message: err.Error(), hint: `an entry is a line such as "Kafka" = {group = "Tools", alias = "apache kafka", go = "github.com/segmentio/kafka-go"}`}
	}
	if unknown := meta.Undecoded(); len(unknown) > 0 {
		return &EntryError{File: file, Key: unknown[0].String(), message: "unknown key", hint: "the keys are alias, exact, listed, ctx, not, notbefore, equal, narrower, implies, family, since, group, topics, files, beside, helper and the ecosystems"}
	}
	return addEntries(file, read, "", into)
}

// addEntries adds the entries of a file; group applies to all, or is empty if each names
// its own.
func addEntries(file string, read map[string]entry, group Group, into map[string]entry) error {
	for _, name := range slices.Sorted(maps.Keys(read)) {
		e := read[name]
		e.Group = cmp.Or(group, e.Group)
		if !slices.Contains(Groups(), e.Group) {
			return &EntryError{File: file, Key: name, message: "has no group", hint: `add group = "Tools", or Languages, Frameworks, Databases, Cloud, Practices`}
		}
		if e.Ctx != "" && e.Ctx != "list" && e.Ctx != "strict" {
			return &EntryError{File: file, Key: name + ".ctx", message: fmt.Sprintf("%q is not known", e.Ctx), hint: `expected "list" or "strict"`}
		}
		into[name] = e
	}
	return nil
}

// EntryError is an error in a catalog file.
type EntryError struct {
	File, Key     string
	message, hint string
}

func (e *EntryError) Error() string {
	if e.Key == "" {
		return e.File + ": " + e.message
	}
	return e.File + ": " + e.Key + ": " + e.message
}

// Hint returns what is expected.
func (e *EntryError) Hint() string { return e.hint }

func newCatalog(entries map[string]entry) *Catalog {
	c := &Catalog{entries: entries, names: slices.Sorted(maps.Keys(entries)), byName: map[string]string{}}
	for _, name := range c.names {
		e := entries[name]
		for _, spelling := range append(e.spellings(name), split(e.Narrower)...) {
			if _, taken := c.byName[fold(spelling)]; !taken {
				c.byName[fold(spelling)] = name
			}
		}
	}
	for _, name := range c.names {
		c.byName[fold(name)] = name
	}
	c.all = sync.OnceValue(func() map[string]Technology {
		all := make(map[string]Technology, len(c.names))
		for _, name := range c.names {
			all[name] = c.entries[name].technology(name)
		}
		return all
	})
	c.parents = sync.OnceValue(func() map[string]bool {
		parents := map[string]bool{}
		for _, e := range c.entries {
			for _, parent := range split(e.Implies) {
				parents[parent] = true
			}
		}
		return parents
	})
	c.exact = sync.OnceValue(func() map[string]string {
		exact := map[string]string{}
		for _, name := range c.names {
			for _, spelling := range split(c.entries[name].Exact) {
				exact[spelling] = name
			}
		}
		return exact
	})
	c.texts = sync.OnceValue(func() *textIndex { return newTextIndex(c) })
	c.proofs = sync.OnceValue(func() *proofIndex { return newProofIndex(c) })
	return c
}

// spellings returns all spellings of the technology itself.
func (e entry) spellings(name string) []string {
	all := []string{name}
	for _, list := range []string{e.Equal, e.Alias, e.Exact, e.Listed} {
		all = append(all, split(list)...)
	}
	return all
}

func split(list string) []string {
	if list == "" {
		return nil
	}
	return strings.Split(list, "|")
}

// fold returns the key of a spelling: it ignores case, spaces and hyphens.
func fold(s string) string {
	return strings.Map(func(r rune) rune {
		if r == ' ' || r == '-' {
			return -1
		}
		return r
	}, strings.ToLower(s))
}

// Lookup finds a technology by its name or any other spelling, ignoring case, spaces and
// hyphens. A version, part or edition ("Java 17") finds the technology that it belongs
// to; [Technology.Spells] tells the two apart.
func (c *Catalog) Lookup(name string) (Technology, bool) {
	name = strings.TrimSpace(name)
	canonical, ok := c.byName[fold(name)]
	if !ok {
		canonical, ok = c.byName[fold(withoutVersion(name))]
	}
	if !ok {
		return Technology{}, false
	}
	return c.all()[canonical], true
}

// Named finds a technology by its name as the catalog writes it, or by a spelling whose
// case counts: Apache Spark, Spark.
func (c *Catalog) Named(name string) (Technology, bool) {
	if _, ok := c.entries[name]; !ok {
		if name, ok = c.exact()[name]; !ok {
			return Technology{}, false
		}
	}
	return c.all()[name], true
}

// All returns the technologies of the catalog, sorted by name.
func (c *Catalog) All() []Technology {
	all := make([]Technology, len(c.names))
	for i, name := range c.names {
		all[i] = c.all()[name]
	}
	return all
}

// isImplied reports whether other technologies build on this one.
func (c *Catalog) isImplied(name string) bool { return c.parents()[name] }

func (e entry) technology(name string) Technology {
	return Technology{Name: name, Group: e.Group, Implies: split(e.Implies), Aliases: e.spellings(name)[1:], Equal: split(e.Equal), Family: e.Family, ShownBy: split(e.Families), Since: e.Since, Helper: e.Helper}
}
