package skill

import (
	"cmp"
	"path"
	"slices"
	"strings"
	"sync"
)

// The kinds of facts besides the package ecosystems (go, npm, pypi, maven, gem, nuget,
// composer, crate, hex, pub, hackage, opam, cran, julia, cpan).
const (
	kindImage     = "image"     // a container image
	kindScheme    = "scheme"    // of a connection string, or a database driver's name
	kindTerraform = "terraform" // a resource or provider
	kindAction    = "action"    // a GitHub Action
	kindFile      = "file"      // the path itself
	kindBeside    = "beside"    // files that go with a technology; holds its name
	kindPlatform  = "platform"  // what a file is written for: an API of Kubernetes, WordPress
	kindChart     = "chart"     // a Helm chart
	// kindConfigured is a tool that a file configures, named as its package on PyPI.
	kindConfigured = "configured"
)

const (
	maxFacts   = 400 // per file
	maxSnippet = 80  // characters
)

// reader extracts facts from the text of a manifest.
type reader func(path string, content []byte) []Fact

// manifest identifies a kind of file by a pattern of its base name, or of its path if it
// has a slash.
type manifest struct {
	pattern string
	read    reader
}

// manifests are the files worth reading, the most informative first.
var manifests = []manifest{
	{"go.mod", readGoMod},
	{"package.json", readPackageJSON},
	{"pyproject.toml", readPyproject},
	{"Cargo.toml", readCargo},
	{"pom.xml", readPOM},
	{"build.gradle", readGradle},
	{"build.gradle.kts", readGradle},
	{"*.versions.toml", readVersionCatalog},
	{"*.gradle", readCoordinates},
	{"buildSrc/src/main/*/*.kt", readCoordinates},
	{"buildSrc/src/main/*/*.kts", readGradle},
	{"Package.swift", readSwiftPackage},
	{"Podfile", readPodfile},
	{"Cartfile", readCartfile},
	{"*.podspec", readPodspec},
	{"project.yml", readXcodeGen},
	{"project.pbxproj", readXcodeProject},
	{"CMakeLists.txt", readCMake},
	{"platformio.ini", readPlatformIO},
	{"targets/*.ini", readPlatformIO},
	{"vcpkg.json", readVcpkg},
	{"conanfile.txt", readConan},
	{"conanfile.py", readConan},
	{".gitmodules", readSubmodules},
	{"idf_component.yml", readComponents},
	{"flake.nix", readFlake},
	{"*.pro", readQMake},
	{"meson.build", readMeson},
	{"build.zig.zon", readZon},
	{"importmap.rb", readImportmap},
	{"build.sbt", readSbt},
	{"project/*.scala", readSbt},
	{"build.mill", readSbt},
	{"build.sc", readSbt},
	{"*.cabal", readCabal},
	{"package.yaml", readHpack},
	{"deps.edn", readClojure},
	{"project.clj", readClojure},
	{"bb.edn", readClojure},
	{"shadow-cljs.edn", readClojure},
	{"dune-project", readDune},
	{"*.opam", readOpam},
	{"DESCRIPTION", readDescription},
	{"Project.toml", readJulia},
	{"rebar.config", readRebar},
	{"gleam.toml", readGleam},
	{"deno.json*", readDeno},
	{"import_map.json", readDeno},
	{"cpanfile", readCpanfile},
	{"Gemfile", readGemfile},
	{"*.gemspec", readGemspec},
	{"composer.json", readComposer},
	{"mix.exs", readMix},
	{"pubspec.yaml", readPubspec},
	{"requirements*.txt", readRequirements},
	{"requirements*.in", readRequirements},
	{"requirements/*.txt", readRequirements},
	{"requirements/*.in", readRequirements},
	{"environment*.y*ml", readConda},
	{"pixi.toml", readPixi},
	{"Pipfile", readPipfile},
	{"/.pre-commit-config.yaml", readHooks},
	{"setup.cfg", readSetupCfg},
	{"setup.py", readSetupPy},
	{"*.csproj", readMSBuild},
	{"*.fsproj", readMSBuild},
	{"paket.dependencies", readPaket},
	{"Directory.Packages.props", readMSBuild},
	{"compose*.y*ml", readCompose},
	{"docker-compose*.y*ml", readCompose},
	{"Dockerfile*", readDockerfile},
	{"*.Dockerfile", readDockerfile},
	{"/.github/workflows/*.y*ml", readWorkflow},
	{"*.tf", readTerraform},
	{"schema.prisma", readPrisma},
	{"settings.py", readDjango},
	{"settings/*.py", readDjango},
	{"application*.y*ml", readSchemes},
	{"application*.properties", readSchemes},
	{".env", readSchemes},
	{".env.example", readSchemes},
	{".env.dist", readSchemes},
	{".env.docker", readSchemes},
	{".env.template", readSchemes},
	{".env.sample", readSchemes},
	{"database.yml", readSchemes},
	{"deployment*.y*ml", readKubernetes},
	{"k8s/*.y*ml", readKubernetes},
	{"kubernetes/*.y*ml", readKubernetes},
	{"deploy/*.y*ml", readKubernetes},
	{"manifests/*.y*ml", readKubernetes},
	{"kubernetes-manifests/*.y*ml", readKubernetes},
	{"values.yaml", readKubernetes},
	{"Chart.yaml", readChart},
	{"*helm*release*.y*ml", readKubernetes},
	{"ocirepository.y*ml", readKubernetes},
	{"ks.y*ml", readKubernetes},
	{"kustomization.y*ml", readKubernetes},
	{"*issuer*.y*ml", readKubernetes},
	{"*externalsecret*.y*ml", readKubernetes},
	{"*servicemonitor*.y*ml", readKubernetes},
	{"*ingress*.y*ml", readKubernetes},
	{"*gateway*.y*ml", readKubernetes},
	{"argocd/*.y*ml", readKubernetes},
	{"base/*.y*ml", readKubernetes},
	{"flux-system/*.y*ml", readKubernetes},
	{"readme.txt", readWordPressReadme},
	{"/style.css", readStylesheet},
	{"themes/*/style.css", readStylesheet},
	{"manifest.json", readWebManifest},
	{"*App.swift", readSwiftSource},
	{"*.xcconfig", readXcodeProject},
	{"ContentView.swift", readSwiftSource},
	{"AppDelegate.swift", readSwiftSource},
	{"Models/*.swift", readSwiftSource},
	{"Model/*.swift", readSwiftSource},
	{"SwiftData/*.swift", readSwiftSource},
	{"*Persistence*.swift", readSwiftSource},
	{"*View.swift", readSwiftSource},
	{"*Widget*.swift", readSwiftSource},
	{"SceneDelegate.swift", readSwiftSource},
	{"app.R", readRSource},
	{"ui.R", readRSource},
	{"server.R", readRSource},
	{"global.R", readRSource},
	{"_targets.R", readRSource},
	{"/*.php", readWordPressPlugin},
	{"main.c", readIncludes},
	{"main.cpp", readIncludes},
	{"main.cc", readIncludes},
	{"app_main.c", readIncludes},
	{"train.py", readPythonSource},
	{"model.py", readPythonSource},
	{"main.py", readPythonSource},
	{"app.py", readPythonSource},
	{"inference.py", readPythonSource},
	{"predict.py", readPythonSource},
	{"predictor.py", readPythonSource},
	{"trainer.py", readPythonSource},
}

// firstSource is the pattern of the first source file among the manifests: what a program
// imports tells less than what it declares.
const firstSource = "*App.swift"

// mostSources limits the source files that are read of one repository, mostAlike those of
// one pattern.
const (
	mostSources = 16
	mostAlike   = 6
)

// skippedFolders hold other people's code, or code for demonstration only.
var skippedFolders = set(`vendor node_modules third_party third-party 3rdparty external testdata fixtures fixture examples example
 samples sample docs doc dist build target .git bower_components Pods .venv venv env site-packages test tests spec __tests__ e2e
 benchmarks bench demo demos tutorials templates playwright cypress .github`)

// deliberate are files that no tool generates: even in a folder such as build or target
// they are the user's own.
var deliberate = set(`dockerfile chart.yaml terragrunt.hcl`)

// inBuild reports whether a file in a folder of that name was written by hand.
func inBuild(file string) bool {
	base := strings.ToLower(path.Base(file))
	name, _, _ := strings.Cut(base, ".")
	return deliberate[base] || deliberate[name] || strings.HasSuffix(base, ".tf") || strings.HasSuffix(base, ".dockerfile") || strings.Contains(base, "compose")
}

// isSkipped checks the folders of a path. Those below src/main are packages, whose names
// say nothing: com.example, org.springframework.samples.
func isSkipped(file string) bool {
	folder := path.Dir(file)
	if i := strings.Index("/"+folder+"/", "/src/main/"); i >= 0 {
		folder = folder[:i]
	}
	return slices.ContainsFunc(strings.Split(folder, "/"), func(name string) bool {
		name = strings.ToLower(name)
		return skippedFolders[name] && !((name == "build" || name == "dist" || name == "target") && inBuild(file))
	})
}

// isEndToEnd reports whether a file is the package.json of end-to-end tests, which names
// tools that the user works with: e2e/package.json, test/browser/package.json.
func isEndToEnd(file string) bool {
	if path.Base(file) != "package.json" || !isSkipped(file) || !inTests(file) {
		return false
	}
	folder := path.Dir(file)
	return isTestFolder(path.Base(folder)) || isTestFolder(path.Dir(folder))
}

// isTestProject reports whether a file lists what the tests of a program need, in a project
// of their own among the tests.
func isTestProject(file string) bool {
	base := path.Base(file)
	return isSkipped(file) && inTests(file) && (base == "go.mod" || base == "Gemfile" || strings.HasSuffix(base, ".csproj") || strings.HasSuffix(base, ".fsproj"))
}

// ManifestPaths returns the paths of a repository's files that are worth reading, at most
// most of them, the most informative first. Paths are relative, with slashes; folders, if
// listed, end in a slash.
func ManifestPaths(listing []string, most int) []string {
	type ranked struct {
		path string
		rank int
	}
	var found []ranked
	for _, file := range withoutCopies(listing) {
		i := manifestOf(file)
		if i >= 0 && (!isSkipped(file) || isSkipped(manifests[i].pattern) || isEndToEnd(file) || isTestProject(file)) && !isCompiled(file, listing) {
			found = append(found, ranked{file, i + rankDepth*strings.Count(file, "/")})
		}
	}
	slices.SortFunc(found, func(a, b ranked) int {
		return cmp.Or(cmp.Compare(a.rank, b.rank), cmp.Compare(a.path, b.path))
	})
	var paths []string
	sources, alike := 0, map[int]int{}
	for _, f := range found {
		if isSource(f.rank) {
			if alike[f.rank%rankDepth]++; sources == mostSources || alike[f.rank%rankDepth] > mostAlike {
				continue
			}
			sources++
		}
		if len(paths) < most {
			paths = append(paths, f.path)
		}
	}
	return paths
}

// isSource reports whether the rank of a file is that of a source file.
func isSource(rank int) bool {
	return rank%rankDepth >= slices.IndexFunc(manifests, func(m manifest) bool { return m.pattern == firstSource })
}

// rankDepth is the weight of a folder against the order of the manifests.
const rankDepth = 1000

// isCompiled reports whether a requirements.txt was generated from another file in its
// folder.
func isCompiled(file string, listing []string) bool {
	if !strings.HasSuffix(file, ".txt") {
		return false
	}
	return slices.Contains(listing, strings.TrimSuffix(file, ".txt")+".in")
}

// withoutCompiled drops what a requirements.txt lists beside a pyproject.toml that lists
// packages itself: the text is then usually generated.
func withoutCompiled(facts []Fact) []Fact {
	declaring := map[string]bool{}
	for _, f := range facts {
		if path.Base(f.Path) == "pyproject.toml" && f.Kind == "pypi" && !f.Dev {
			declaring[path.Dir(f.Path)] = true
		}
	}
	if len(declaring) == 0 {
		return facts
	}
	return slices.DeleteFunc(slices.Clone(facts), func(f Fact) bool {
		return f.Kind == "pypi" && strings.HasSuffix(f.Path, ".txt") && declaring[path.Dir(f.Path)]
	})
}

// manifestPatterns finds the manifests that a path may be.
var manifestPatterns = sync.OnceValue(func() *patternIndex {
	patterns := make([]string, len(manifests))
	for i, m := range manifests {
		patterns[i] = m.pattern
	}
	return newPatternIndex(patterns)
})

// manifestOf returns the index of the manifest that matches the path, or -1.
func manifestOf(file string) int {
	for _, i := range manifestPatterns().near(file) {
		if fits(manifests[i].pattern, file) {
			return i
		}
	}
	return -1
}

// fits matches a pattern against the end of a path, as many elements as the pattern has;
// one that begins with a slash against the whole path.
func fits(pattern, file string) bool {
	if anchored, ok := strings.CutPrefix(pattern, "/"); ok {
		ok, err := path.Match(anchored, file)
		return ok && err == nil
	}
	if !strings.Contains(pattern, "/") {
		ok, err := path.Match(pattern, path.Base(file))
		return ok && err == nil
	}
	parts := strings.Split(file, "/")
	n := strings.Count(pattern, "/") + 1
	if n > len(parts) {
		return false
	}
	ok, err := path.Match(pattern, strings.Join(parts[len(parts)-n:], "/"))
	return ok && err == nil
}

// ReadManifest returns the facts in a file. A file that cannot be parsed has none.
func ReadManifest(file string, content []byte) []Fact {
	i := manifestOf(file)
	if i < 0 {
		return nil
	}
	facts := manifests[i].read(file, content)
	for k := range facts {
		facts[k].Path = file
		facts[k].Dev = facts[k].Dev || isEndToEnd(file) || isTestProject(file)
		facts[k].Snippet = shorten(cmp.Or(facts[k].Snippet, facts[k].Name))
	}
	return facts[:min(len(facts), maxFacts)]
}

// FileFacts returns the facts that files prove by their existence: spec/spec_helper.rb proves
// RSpec, but a Dockerfile among the tests does not prove Docker. Files that merely accompany a
// technology are reported once for each, and so are languages with only vendored files.
func (c *Catalog) FileFacts(listing []string) []Fact {
	facts, listing := []Fact{}, withoutCopies(listing)
	for _, file := range listing {
		if c.proofs().isProof(file) {
			facts = append(facts, Fact{Path: file, Kind: kindFile, Name: file, Snippet: shorten(file)})
		}
	}
	slices.SortFunc(facts, func(a, b Fact) int { return cmp.Compare(a.Path, b.Path) })
	facts = append(facts[:min(len(facts), maxFacts)], c.besides(listing)...)
	return append(facts, vendoredFacts(listing)...)
}

// shorten keeps a snippet to one short line.
func shorten(s string) string {
	s = strings.Join(strings.Fields(s), " ")
	if runes := []rune(s); len(runes) > maxSnippet {
		return string(runes[:maxSnippet-1]) + "…"
	}
	return s
}
