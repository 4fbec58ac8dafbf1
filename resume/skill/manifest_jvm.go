package skill

import (
	"encoding/xml"
	"slices"
	"strings"

	"github.com/BurntSushi/toml"

	"github.com/ghresume/ghresume/internal/lazy"
)

// readPOM reads Maven's dependencies, including those of profiles, plugins and parent.
func readPOM(_ string, content []byte) []Fact {
	type artifact struct {
		Group string `xml:"groupId"`
		Name  string `xml:"artifactId"`
		Scope string `xml:"scope"`
	}
	var file struct {
		Parent       artifact   `xml:"parent"`
		Dependencies []artifact `xml:"dependencies>dependency"`
		Profiles     []artifact `xml:"profiles>profile>dependencies>dependency"`
		Plugins      []artifact `xml:"build>plugins>plugin"`
	}
	if xml.Unmarshal(content, &file) != nil {
		return nil
	}
	var facts []Fact
	for _, a := range slices.Concat([]artifact{file.Parent}, file.Dependencies, file.Profiles) {
		if a.Name != "" {
			facts = append(facts, Fact{Kind: "maven", Name: a.Group + ":" + a.Name, Dev: a.Scope == "test"})
		}
	}
	for _, a := range file.Plugins {
		facts = append(facts, Fact{Kind: "maven", Name: a.Group + ":" + a.Name, Dev: true})
	}
	return facts
}

var (
	// gradleDependency matches a line such as implementation("group:name:version"), with
	// or without brackets.
	gradleDependency = lazy.New(`^\s*(\w+)\s*\(?\s*(?:platform\()?["']([\w.-]+):([\w.-]+)(?::[^"']*)?["']`)
	// gradleNamed matches a line such as implementation group: 'g', name: 'n'.
	gradleNamed = lazy.New(`^\s*(\w+)\s*\(?\s*group\s*[:=]\s*["']([\w.-]+)["']\s*,\s*name\s*[:=]\s*["']([\w.-]+)["']`)
	// coordinates matches "group:name:version" anywhere in a script.
	coordinates = lazy.New(`["']([a-z][\w-]*(?:\.[\w-]+)+):([\w.-]+):[^"']+["']`)
	// gradlePlugin matches a line such as id("org.springframework.boot").
	gradlePlugin = lazy.New(`^\s*id\s*\(?\s*["']([\w.-]+)["']`)
	// gradleConfigurations matches configurations that add a dependency.
	gradleConfigurations = lazy.New(`(?i)^(?:\w*(?:implementation|api|compile|compileOnly|runtimeOnly|annotationProcessor|kapt|ksp|developmentOnly|classpath|provided))$`)
)

// readGradle reads the dependencies and plugins of a build script line by line: it is a
// program, and only running it would reveal more.
func readGradle(_ string, content []byte) []Fact {
	var facts []Fact
	for line := range lines(withoutBlockComments(content)) {
		if strings.HasPrefix(line, "//") {
			continue
		}
		m := gradleDependency.FindStringSubmatch(line)
		if m == nil {
			m = gradleNamed.FindStringSubmatch(line)
		}
		if m != nil && gradleConfigurations.MatchString(m[1]) {
			dev := strings.HasPrefix(strings.ToLower(m[1]), "test") || strings.HasPrefix(m[1], "androidTest")
			facts = append(facts, Fact{Kind: "maven", Name: m[2] + ":" + m[3], Dev: dev, Snippet: line})
		} else if strings.Contains(line, "useJUnitPlatform") {
			facts = append(facts, Fact{Kind: "maven", Name: "org.junit.jupiter:junit-jupiter", Snippet: line})
		} else if m := gradlePlugin.FindStringSubmatch(line); m != nil {
			facts = append(facts, Fact{Kind: "maven", Name: m[1] + ":" + m[1] + ".gradle.plugin", Snippet: line})
		}
	}
	return facts
}

var blockComment = lazy.New(`(?s)/\*.*?\*/`)

func withoutBlockComments(content []byte) []byte { return blockComment.ReplaceAll(content, nil) }

// readVersionCatalog reads gradle/libs.versions.toml.
func readVersionCatalog(_ string, content []byte) []Fact {
	var file struct {
		Libraries map[string]any `toml:"libraries"`
		Plugins   map[string]any `toml:"plugins"`
	}
	if _, err := toml.Decode(string(content), &file); err != nil {
		return nil
	}
	var facts []Fact
	for _, alias := range sortedKeys(file.Libraries) {
		if name := catalogModule(file.Libraries[alias]); name != "" {
			facts = append(facts, Fact{Kind: "maven", Name: name, Dev: strings.Contains(alias, "test")})
		}
	}
	for _, alias := range sortedKeys(file.Plugins) {
		id, _ := file.Plugins[alias].(string) // "id:version"
		if details, ok := file.Plugins[alias].(map[string]any); ok {
			id, _ = details["id"].(string)
		}
		if id, _, _ = strings.Cut(id, ":"); id != "" {
			facts = append(facts, Fact{Kind: "maven", Name: id + ":" + id + ".gradle.plugin"})
		}
	}
	return facts
}

// readCoordinates reads the dependencies that a build keeps apart from its modules, in a
// script or in the code of buildSrc.
func readCoordinates(_ string, content []byte) []Fact {
	var facts []Fact
	for line := range lines(withoutBlockComments(content)) {
		if strings.HasPrefix(line, "//") {
			continue
		}
		for _, m := range coordinates.FindAllStringSubmatch(line, -1) {
			facts = append(facts, Fact{Kind: "maven", Name: m[1] + ":" + m[2], Dev: strings.Contains(strings.ToLower(line), "test"), Snippet: line})
		}
	}
	return facts
}

// catalogModule returns group:name for "group:name:version", {module = …} or {group =
// …, name = …}.
func catalogModule(value any) string {
	switch v := value.(type) {
	case string:
		if parts := strings.Split(v, ":"); len(parts) >= 2 {
			return parts[0] + ":" + parts[1]
		}
	case map[string]any:
		if module, ok := v["module"].(string); ok {
			return module
		}
		group, _ := v["group"].(string)
		name, _ := v["name"].(string)
		if group != "" && name != "" {
			return group + ":" + name
		}
	}
	return ""
}
