package skill

import (
	"encoding/json"
	"strings"

	"github.com/ghresume/ghresume/internal/lazy"
)

var (
	cmakePackage = lazy.New(`(?i)^(?:find_package|FetchContent_Declare|CPMAddPackage|ExternalProject_Add|pkg_check_modules|add_subdirectory)\s*\(\s*"?([\w./:+-]+)`)
	cmakeTargets = lazy.New(`(?i)^target_link_libraries\s*\(([^)#]*)`)
	cmakeGit     = lazy.New(`(?i)GIT_REPOSITORY\s+"?(\S+?)"?(?:\s|\)|$)`)
	conanRequire = lazy.New(`^(?:requires\s*=\s*|self\.requires\()?["']?([a-z0-9_.+-]+)/[\w.]+`)
	cInclude     = lazy.New(`^#\s*include\s*[<"]([\w.+-]+)`)
	submoduleURL = lazy.New(`^url\s*=\s*(\S+)`)
	mesonPackage = lazy.New(`\bdependency\(\s*'([\w.+-]+)'`)
	zonAddress   = lazy.New(`^\.url\s*=\s*"[^"]*?(?:github|gitlab|codeberg)\.\w+/[\w.-]+/([\w.-]+)`)
	qmakeModules = lazy.New(`^(QT)\s*\+?=`)
)

func cppFact(name, line string) Fact {
	return Fact{Kind: "cpp", Name: strings.ToLower(name), Snippet: line}
}

// readCMake reads the packages, fetched repositories and linked targets of a CMakeLists.txt.
func readCMake(_ string, content []byte) []Fact {
	var facts []Fact
	for line := range cmakeCommands(content) {
		if m := cmakePackage.FindStringSubmatch(line); m != nil {
			facts = append(facts, cppFact(repositoryName(m[1]), line))
		}
		if strings.HasPrefix(line, "idf_component_register") || strings.Contains(line, "$ENV{IDF_PATH}") {
			facts = append(facts, cppFact("esp-idf", line))
		}
		if m := cmakeGit.FindStringSubmatch(line); m != nil {
			facts = append(facts, cppFact(repositoryName(m[1]), line))
		}
		if m := cmakeTargets.FindStringSubmatch(line); m != nil {
			for target := range strings.FieldsSeq(m[1]) {
				name, _, _ := strings.Cut(target, "::")
				facts = append(facts, cppFact(name, line))
			}
		}
	}
	return facts
}

// longestCommand limits the commands that are read of a CMakeLists.txt, in bytes.
const longestCommand = 4 << 10

// cmakeCommands yields the commands of a CMakeLists.txt, each as one line; one without an
// end is yielded as far as it is clear.
func cmakeCommands(content []byte) func(func(string) bool) {
	return func(yield func(string) bool) {
		command, depth := "", 0
		for line := range lines(content) {
			line, _, _ = strings.Cut(line, "#")
			if line == "" {
				continue
			}
			command = strings.TrimSpace(command + " " + line)
			depth += strings.Count(line, "(") - strings.Count(line, ")")
			if depth > 0 && len(command) < longestCommand {
				continue
			}
			if !yield(command) {
				return
			}
			command, depth = "", 0
		}
		if command != "" {
			yield(command)
		}
	}
}

// readPlatformIO reads platform, framework and libraries of a PlatformIO project.
func readPlatformIO(_ string, content []byte) []Fact {
	var facts []Fact
	libraries := false
	for line := range lines(content) {
		key, value, assigned := strings.Cut(line, "=")
		switch key = strings.TrimSpace(key); {
		case strings.HasPrefix(line, ";") || strings.HasPrefix(line, "#"):
		case assigned && (key == "platform" || key == "board" || key == "framework" || strings.Contains(key, "lib_deps")):
			libraries = strings.Contains(key, "lib_deps")
			for name := range strings.FieldsFuncSeq(value, func(r rune) bool { return r == ',' }) {
				facts = append(facts, libraryFact(name, line))
			}
		case libraries && line != "" && !assigned || libraries && strings.Contains(line, "@"):
			facts = append(facts, libraryFact(line, line))
		default:
			libraries = libraries && line == ""
		}
	}
	return facts
}

// libraryFact reduces "lvgl/lvgl @ ^8.3" to the name, without owner and version; and the
// address of a repository or an archive to its name.
func libraryFact(text, line string) Fact {
	name, _, _ := strings.Cut(text, "@")
	name, _, _ = strings.Cut(name, "#")
	if _, address, found := strings.Cut(name, "://"); found { // "https://host/owner/name/archive/1.0.zip"
		if parts := strings.Split(address, "/"); len(parts) > 2 {
			return cppFact(repositoryName(parts[2]), line)
		}
	}
	return cppFact(repositoryName(strings.TrimSuffix(strings.TrimSpace(name), ".zip")), line)
}

// readVcpkg reads the dependencies of vcpkg.json, which are names or objects.
func readVcpkg(_ string, content []byte) []Fact {
	var file struct {
		Dependencies []any `json:"dependencies"`
	}
	if json.Unmarshal(content, &file) != nil {
		return nil
	}
	var facts []Fact
	for _, d := range file.Dependencies {
		name, _ := d.(string)
		if details, ok := d.(map[string]any); ok {
			name, _ = details["name"].(string)
		}
		if name != "" {
			facts = append(facts, cppFact(name, name))
		}
	}
	return facts
}

// readConan reads "name/version" lines of a Conan file.
func readConan(_ string, content []byte) []Fact {
	var facts []Fact
	for line := range lines(content) {
		if m := conanRequire.FindStringSubmatch(line); m != nil {
			facts = append(facts, cppFact(m[1], line))
		}
	}
	return facts
}

// readSubmodules reads the repositories that are part of this one.
func readSubmodules(_ string, content []byte) []Fact {
	var facts []Fact
	for line := range lines(content) {
		if m := submoduleURL.FindStringSubmatch(line); m != nil {
			facts = append(facts, cppFact(repositoryName(m[1]), line))
		}
	}
	return facts
}

// readComponents reads the dependencies of a component of ESP-IDF.
func readComponents(_ string, content []byte) []Fact {
	var facts []Fact
	listed := false
	for line := range rawLines(content) {
		name, _, found := strings.Cut(strings.TrimSpace(line), ":")
		switch {
		case strings.HasPrefix(line, "dependencies:"):
			listed = true
		case line != "" && line[0] != ' ' && line[0] != '#':
			listed = false
		case listed && found && !strings.HasPrefix(name, "#"):
			facts = append(facts, cppFact(repositoryName(strings.Trim(name, `"'`)), line))
		}
	}
	return facts
}

// readIncludes reads the includes of a program's main file: the library is the first
// folder, or the file.
func readIncludes(_ string, content []byte) []Fact {
	var facts []Fact
	for line := range lines(content) {
		if m := cInclude.FindStringSubmatch(line); m != nil {
			name, _, _ := strings.Cut(m[1], ".")
			facts = append(facts, cppFact(name, line))
		}
	}
	return facts
}

// readMeson reads the packages of a meson.build.
func readMeson(_ string, content []byte) []Fact { return matchingLines(content, mesonPackage, "#") }

// readZon reads the repositories that a Zig project fetches.
func readZon(_ string, content []byte) []Fact { return matchingLines(content, zonAddress, "//") }

// readQMake reads whether a project of qmake uses Qt's modules.
func readQMake(_ string, content []byte) []Fact { return matchingLines(content, qmakeModules, "#") }

// matchingLines returns the names that a pattern finds in the lines that are not comments.
func matchingLines(content []byte, pattern *lazy.Regexp, comment string) []Fact {
	var facts []Fact
	for line := range lines(content) {
		if strings.HasPrefix(line, comment) {
			continue
		}
		for _, m := range pattern.FindAllStringSubmatch(line, -1) {
			facts = append(facts, cppFact(strings.TrimSuffix(m[1], ".git"), line))
		}
	}
	return facts
}
