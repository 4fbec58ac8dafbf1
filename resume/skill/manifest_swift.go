package skill

import (
	"bytes"
	"cmp"
	"path"
	"strings"

	"github.com/ghresume/ghresume/internal/lazy"
)

var (
	// xcodeSystem matches the system that an app is built for.
	xcodeSystem  = lazy.New(`(IPHONEOS)_DEPLOYMENT_TARGET =|SDKROOT = "?(iphoneos|macosx)`)
	swiftPackage = lazy.New(`url:\s*"([^"]+)"`)
	xcodePackage = lazy.New(`repositoryURL = "([^"]+)"`)
	xcodeLibrary = lazy.New(`/\* (\w+)\.framework `)
	pod          = lazy.New(`^pod\s+['"]([\w+/.-]+)['"]`)
	swiftImport  = lazy.New(`^(?:@testable\s+)?import\s+(\w+)`)
)

// repositoryName returns the last part of a repository's address, in lower case.
func repositoryName(address string) string {
	return strings.ToLower(strings.TrimSuffix(path.Base(strings.TrimRight(address, "/")), ".git"))
}

// readSwiftPackage reads the packages that Package.swift requires.
func readSwiftPackage(_ string, content []byte) []Fact {
	var facts []Fact
	for line := range lines(content) {
		if m := swiftPackage.FindStringSubmatch(line); m != nil && !strings.HasPrefix(line, "//") {
			facts = append(facts, Fact{Kind: "swift", Name: repositoryName(m[1]), Snippet: line})
		}
	}
	return facts
}

// isScaffold reports whether a file is a part of what Flutter makes for each system.
func isScaffold(file string) bool { return strings.Contains("/"+file, "/Runner") }

// readXcodeProject reads the packages, the frameworks and the system of an Xcode project.
func readXcodeProject(file string, content []byte) []Fact {
	var facts []Fact
	seen := map[string]bool{}
	for line := range lines(content) {
		name := ""
		if m := xcodePackage.FindStringSubmatch(line); m != nil {
			name = repositoryName(m[1])
		} else if m := xcodeLibrary.FindStringSubmatch(line); m != nil {
			name = strings.ToLower(m[1])
		} else if m := xcodeSystem.FindStringSubmatch(line); m != nil {
			name = strings.ToLower(m[1] + m[2])
		}
		if name == "macosx" && isScaffold(file) {
			continue
		}
		if name != "" && !seen[name] {
			seen[name] = true
			facts = append(facts, Fact{Kind: "swift", Name: name, Snippet: line})
		}
	}
	return facts
}

// readPodfile reads the pods; "Firebase/Auth" is part of Firebase.
func readPodfile(_ string, content []byte) []Fact { return swiftLines(content, pod, podName) }

// readSwiftSource reads the imports of an app's main files.
func readSwiftSource(file string, content []byte) []Fact {
	if isScaffold(file) {
		return nil
	}
	var facts []Fact
	for line := range lines(content) {
		if m := swiftImport.FindStringSubmatch(line); m != nil {
			facts = append(facts, Fact{Kind: "swift", Name: strings.ToLower(m[1]), Snippet: line})
		}
	}
	return facts
}

var (
	cartridge = lazy.New(`^(?:github|git)\s+"([^"]+)"`)
	podspec   = lazy.New(`\.dependency\s*\(?\s*["']([\w+/.-]+)["']`)
	xcodeGen  = lazy.New(`^(?:url|github):\s*["']?([^\s"']+)`)
	// xcodeTarget matches the systems and the kinds of tests of a target.
	xcodeTarget = lazy.New(`^(?:(?:platforms?|supportedDestinations):.*\b|)(iOS|macOS)\b|^type:\s*bundle\.(unit-test|ui-testing)`)
)

// readCartfile reads the libraries that Carthage builds.
func readCartfile(_ string, content []byte) []Fact {
	return swiftLines(content, cartridge, repositoryName)
}

// readPodspec reads the pods on which a pod depends.
func readPodspec(_ string, content []byte) []Fact { return swiftLines(content, podspec, podName) }

// readXcodeGen reads the packages, the systems and the tests of a project that XcodeGen
// makes.
func readXcodeGen(_ string, content []byte) []Fact {
	if !bytes.Contains(content, []byte("\ntargets:")) {
		return nil
	}
	facts := append(swiftLines(content, xcodeGen, repositoryName), platformFact("xcodegen", "targets: (a project of XcodeGen)"))
	names := map[string]string{"iOS": "iphoneos", "macOS": "macosx"}
	for line := range lines(content) {
		if m := xcodeTarget.FindStringSubmatch(line); m != nil {
			facts = append(facts, Fact{Kind: "swift", Name: cmp.Or(names[m[1]], "xctest"), Snippet: line})
		}
	}
	return facts
}

// podName returns the pod of "Firebase/Auth", in lower case.
func podName(pod string) string {
	name, _, _ := strings.Cut(strings.ToLower(pod), "/")
	return name
}

// swiftLines returns the libraries that a pattern finds, by the name that another function
// makes of what it finds.
func swiftLines(content []byte, pattern *lazy.Regexp, name func(string) string) []Fact {
	var facts []Fact
	for line := range lines(content) {
		if m := pattern.FindStringSubmatch(line); m != nil && !strings.HasPrefix(line, "#") {
			facts = append(facts, Fact{Kind: "swift", Name: name(m[1]), Snippet: line})
		}
	}
	return facts
}
