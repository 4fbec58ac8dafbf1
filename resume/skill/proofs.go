package skill

import (
	"path"
	"slices"
	"strings"

	"github.com/bmatcuk/doublestar/v4"
)

// proofIndex finds the technologies that a fact, a topic or a language proves.
type proofIndex struct {
	exact    map[string][]string // kind + " " + name to technologies
	wild     []wildcard
	files    []wildcard
	beside   []wildcard
	topics   map[string]string
	linguist map[string]string

	filePatterns, besidePatterns *patternIndex // of files and beside
}

type wildcard struct {
	kind, pattern string
	name          string
}

func newProofIndex(c *Catalog) *proofIndex {
	x := &proofIndex{exact: map[string][]string{}, topics: map[string]string{}, linguist: map[string]string{}}
	for _, name := range c.names {
		e := c.entries[name]
		for kind, patterns := range e.packages() {
			for _, pattern := range strings.Fields(patterns) {
				x.add(kind, strings.ToLower(pattern), name)
			}
		}
		for _, pattern := range strings.Fields(e.Files) {
			x.files = append(x.files, wildcard{kindFile, pattern, name})
		}
		for _, pattern := range strings.Fields(e.Beside) {
			x.beside = append(x.beside, wildcard{kindBeside, pattern, name})
		}
		for _, topic := range strings.Fields(e.Topics) {
			if _, taken := x.topics[topic]; !taken {
				x.topics[topic] = name
			}
		}
		for _, language := range split(e.Linguist) {
			x.linguist[language] = name
		}
	}
	x.filePatterns, x.besidePatterns = newPatternIndex(patternsOf(x.files)), newPatternIndex(patternsOf(x.beside))
	return x
}

func patternsOf(list []wildcard) []string {
	patterns := make([]string, len(list))
	for i, w := range list {
		patterns[i] = w.pattern
	}
	return patterns
}

// packages returns the patterns of an entry by kind of fact.
func (e entry) packages() map[string]string {
	return map[string]string{
		"go": e.Go, "npm": e.NPM, "pypi": e.PyPI, "maven": e.Maven, "gem": e.Gem, "nuget": e.NuGet, "composer": e.Composer,
		"crate": e.Crate, "hex": e.Hex, "pub": e.Pub, kindImage: e.Image, kindScheme: e.Scheme, kindTerraform: e.Terraform, kindAction: e.Action,
		"swift": e.Swift, "cpp": e.Cpp, "nix": e.Nix, "hackage": e.Hackage, "opam": e.Opam, "cran": e.CRAN, "julia": e.Julia, "cpan": e.CPAN,
		kindPlatform: e.Platform, kindChart: e.Chart,
	}
}

func (x *proofIndex) add(kind, pattern, name string) {
	if strings.Contains(pattern, "*") {
		x.wild = append(x.wild, wildcard{kind, pattern, name})
		return
	}
	key := kind + " " + pattern
	x.exact[key] = append(x.exact[key], name)
}

// technologies returns those that a fact proves, by name.
func (x *proofIndex) technologies(f Fact) []string {
	switch f.Kind {
	case kindFile:
		return x.ofFile(f)
	case kindBeside:
		return []string{f.Name}
	}
	kind, name := f.Kind, strings.ToLower(f.Name)
	switch kind {
	case "go":
		name = withoutMajor(name)
	case kindConfigured:
		kind = "pypi"
	}
	found := slices.Clone(x.exact[kind+" "+name])
	for _, w := range x.wild {
		if w.kind == kind && fitsPackage(w.pattern, name) && !slices.Contains(found, w.name) {
			found = append(found, w.name)
		}
	}
	return found
}

// withoutMajor drops /v2 from a Go module's path.
func withoutMajor(module string) string {
	i := strings.LastIndex(module, "/v")
	if i > 0 && strings.Trim(module[i+2:], "0123456789") == "" && i+2 < len(module) {
		return module[:i]
	}
	return module
}

// fitsPackage matches "*", which also matches slashes.
func fitsPackage(pattern, name string) bool {
	parts := strings.Split(pattern, "*")
	if !strings.HasPrefix(name, parts[0]) {
		return false
	}
	rest := name[len(parts[0]):]
	for _, part := range parts[1 : len(parts)-1] {
		i := strings.Index(rest, part)
		if i < 0 {
			return false
		}
		rest = rest[i+len(part):]
	}
	return strings.HasSuffix(rest, parts[len(parts)-1])
}

func (x *proofIndex) ofFile(f Fact) []string {
	if f.Name == "kubernetes manifest" {
		return []string{"Kubernetes"}
	}
	var found []string
	for _, i := range x.filePatterns.near(f.Name) {
		if w := x.files[i]; w.provedBy(f.Name) && !slices.Contains(found, w.name) {
			found = append(found, w.name)
		}
	}
	return found
}

// isProof reports whether a path proves a technology by its existence.
func (x *proofIndex) isProof(file string) bool {
	return slices.ContainsFunc(x.filePatterns.near(file), func(i int) bool { return x.files[i].provedBy(file) })
}

// besides returns a file that goes with each technology, in skipped folders too if it is a
// test: the first file of the first pattern that has one.
func (c *Catalog) besides(listing []string) []Fact {
	x := c.proofs()
	first, pattern := map[string]string{}, map[string]int{}
	for _, file := range listing {
		for _, i := range x.besidePatterns.near(file) {
			name := x.beside[i].name
			if at, found := pattern[name]; (!found || i < at) && c.goesWith(x.beside[i], file) {
				first[name], pattern[name] = file, i
			}
		}
	}
	var facts []Fact
	for i, w := range x.beside {
		if at, found := pattern[w.name]; found && at == i {
			facts = append(facts, Fact{Path: first[w.name], Kind: kindBeside, Name: w.name, Snippet: shorten(first[w.name])})
		}
	}
	return facts
}

// goesWith reports whether a file supports a technology.
func (c *Catalog) goesWith(w wildcard, file string) bool {
	tested := c.groupOf(w.name) != Frameworks // a component in tests is not a page
	return fitsFile(w.pattern, file) && (!isSkipped(file) || isSkipped(w.pattern) || tested && inTests(file))
}

// inTests reports whether a file is skipped only because it is a test.
func inTests(file string) bool {
	for folder := range strings.SplitSeq(path.Dir(file), "/") {
		if name := strings.ToLower(folder); skippedFolders[name] && !isTestFolder(name) {
			return false
		}
	}
	return true
}

func isTestFolder(name string) bool {
	switch name {
	case "test", "tests", "spec", "__tests__", "e2e", "playwright", "cypress":
		return true
	}
	return false
}

// provedBy reports whether the file matches; skipped folders count only if the pattern
// names one.
func (w wildcard) provedBy(file string) bool {
	return fitsFile(w.pattern, file) && (!isSkipped(file) || isSkipped(w.pattern)) && !isCopiedBuild(file)
}

// isCopiedBuild reports whether a file for building is part of a library that was copied
// into a folder such as lib/zlib.
func isCopiedBuild(file string) bool {
	switch path.Base(file) {
	case "CMakeLists.txt", "BUILD.bazel", "MODULE.bazel", "meson.build", "Makefile":
		parts := strings.Split(path.Dir(file), "/")
		return len(parts) > 1 && slices.ContainsFunc(parts[:len(parts)-1], func(name string) bool { return name == "lib" || name == "libs" || name == "libraries" })
	}
	return false
}

// fitsFile matches a pattern without a folder anywhere, one that begins with a slash in
// the root, any other from the root or one folder below.
func fitsFile(pattern, file string) bool {
	if anchored, ok := strings.CutPrefix(pattern, "/"); ok {
		fits, _ := path.Match(anchored, file)
		return fits
	}
	if !strings.Contains(pattern, "/") {
		ok, _ := path.Match(pattern, path.Base(file))
		return ok
	}
	if ok, _ := doublestar.Match(pattern, file); ok || strings.HasPrefix(pattern, ".github/") {
		return ok // GitHub reads them in the root only
	}
	_, below, found := strings.Cut(file, "/")
	ok, _ := doublestar.Match(pattern, below)
	return found && ok
}
