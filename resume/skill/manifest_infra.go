package skill

import (
	"maps"
	"slices"
	"strings"

	"github.com/goccy/go-yaml"

	"github.com/ghresume/ghresume/internal/lazy"
)

// readCompose reads the images of a compose file's services.
func readCompose(_ string, content []byte) []Fact {
	var file struct {
		Services map[string]struct {
			Image string `yaml:"image"`
		} `yaml:"services"`
	}
	if yaml.Unmarshal(content, &file) != nil {
		return nil
	}
	facts := []Fact{}
	for _, name := range slices.Sorted(maps.Keys(file.Services)) {
		if image := file.Services[name].Image; image != "" {
			facts = append(facts, imageFact(image, "image: "+image))
		}
	}
	return append(facts, readSchemes("", content)...)
}

// imageFact names an image as the catalog does, without registry, tag and digest.
func imageFact(image, snippet string) Fact {
	name, _, _ := strings.Cut(image, "@")
	if i := strings.LastIndexByte(name, ':'); i > strings.LastIndexByte(name, '/') {
		name = name[:i]
	}
	name = strings.TrimPrefix(strings.TrimPrefix(name, "docker.io/"), "library/")
	return Fact{Kind: kindImage, Name: name, Snippet: snippet}
}

var argLine = lazy.New(`(?i)^ARG\s+(\w+)=["']?([^\s"']+)`)

var fromLine = lazy.New(`(?i)^FROM\s+(?:--platform=\S+\s+)?(\S+)(?:\s+AS\s+(\S+))?`)

// readDockerfile reads the base images, but not the stages of the file itself.
func readDockerfile(_ string, content []byte) []Fact {
	var facts []Fact
	stages, arguments := map[string]bool{"scratch": true}, map[string]string{}
	for line := range lines(content) {
		if m := argLine.FindStringSubmatch(line); m != nil {
			arguments["${"+m[1]+"}"], arguments["$"+m[1]] = m[2], m[2]
			continue
		}
		m := fromLine.FindStringSubmatch(line)
		if m == nil {
			continue
		}
		if value, set := arguments[m[1]]; set {
			m[1] = value
		}
		if stages[strings.ToLower(m[1])] || strings.Contains(m[1], "$") {
			continue
		}
		stages[strings.ToLower(m[2])] = true
		facts = append(facts, imageFact(m[1], line))
	}
	return facts
}

// readWorkflow reads the actions and service images of a GitHub workflow.
func readWorkflow(_ string, content []byte) []Fact {
	var file struct {
		Jobs map[string]struct {
			Services map[string]struct {
				Image string `yaml:"image"`
			} `yaml:"services"`
			Steps []struct {
				Uses string `yaml:"uses"`
			} `yaml:"steps"`
		} `yaml:"jobs"`
	}
	if yaml.Unmarshal(content, &file) != nil {
		return nil
	}
	var facts []Fact
	for _, id := range slices.Sorted(maps.Keys(file.Jobs)) {
		job := file.Jobs[id]
		for _, name := range slices.Sorted(maps.Keys(job.Services)) {
			if image := job.Services[name].Image; image != "" {
				facts = append(facts, imageFact(image, "image: "+image))
			}
		}
		for _, step := range job.Steps {
			if name, _, ok := strings.Cut(step.Uses, "@"); ok {
				facts = append(facts, Fact{Kind: kindAction, Name: strings.ToLower(name), Snippet: "uses: " + step.Uses})
			}
		}
	}
	return facts
}

var (
	terraformResource = lazy.New(`^(?:resource|data)\s+"([\w-]+)"`)
	terraformProvider = lazy.New(`^provider\s+"([\w-]+)"`)
)

// readTerraform reads the providers and the types of resources.
func readTerraform(_ string, content []byte) []Fact {
	var facts []Fact
	for line := range lines(content) {
		for _, pattern := range []*lazy.Regexp{terraformResource, terraformProvider} {
			if m := pattern.FindStringSubmatch(line); m != nil {
				provider, _, _ := strings.Cut(m[1], "_")
				facts = append(facts, Fact{Kind: kindTerraform, Name: m[1], Snippet: line}, Fact{Kind: kindTerraform, Name: provider, Snippet: line})
			}
		}
	}
	return facts
}

// imageLine matches an image in Kubernetes or Helm files, which may be templates and thus
// not valid YAML.
var imageLine = lazy.New(`^-?\s*(?:image|repository):\s*["']?([\w./:@-]+)["']?\s*$`)

// kubernetesObject matches the kind that distinguishes a Kubernetes manifest from other
// YAML.
var kubernetesObject = lazy.New(`(?m)^kind:\s*(?:Deployment|StatefulSet|DaemonSet|Service|Ingress|CronJob|Job|ConfigMap|Namespace|Pod|HorizontalPodAutoscaler)\s*$`)

// readKubernetes reads images; a manifest of a workload proves Kubernetes itself.
func readKubernetes(file string, content []byte) []Fact {
	facts := readExtensions(content)
	if kubernetesObject.Match(content) {
		facts = append(facts, Fact{Kind: kindFile, Name: "kubernetes manifest", Snippet: string(kubernetesObject.Find(content))})
	} else if !strings.HasSuffix(file, "values.yaml") {
		return facts
	}
	for line := range lines(content) {
		if m := imageLine.FindStringSubmatch(line); m != nil {
			facts = append(facts, imageFact(m[1], line))
		}
	}
	return facts
}

var (
	connection = lazy.New(`\b(?:jdbc:)?([a-z][a-z0-9+]{2,20})://`)
	adapter    = lazy.New(`^(?:adapter|DB_CONNECTION|DB_ENGINE|DB_DRIVER|CACHE_DRIVER|QUEUE_CONNECTION|SESSION_DRIVER)\s*[:=]\s*["']?([a-z0-9]+)`)
)

// plainSchemes are schemes that do not identify a technology.
var plainSchemes = set("http https ftp file tcp udp ssh git ws wss unix mailto data s3 urn")

// readSchemes reads connection strings and the names of database adapters.
func readSchemes(_ string, content []byte) []Fact {
	var facts []Fact
	for line := range lines(content) {
		if strings.HasPrefix(line, "#") || strings.HasPrefix(line, "//") || strings.HasPrefix(line, ";") {
			continue
		}
		for _, m := range connection.FindAllStringSubmatch(line, -1) {
			if !plainSchemes[m[1]] {
				facts = append(facts, Fact{Kind: kindScheme, Name: m[1], Snippet: m[0]})
			}
		}
		if m := adapter.FindStringSubmatch(line); m != nil {
			facts = append(facts, Fact{Kind: kindScheme, Name: m[1], Snippet: m[0]})
		}
	}
	return facts
}

var prismaProvider = lazy.New(`^provider\s*=\s*"(\w+)"`)

// readPrisma reads the provider of Prisma's data source.
func readPrisma(_ string, content []byte) []Fact {
	var facts []Fact
	inSource := false
	for line := range lines(content) {
		switch m := prismaProvider.FindStringSubmatch(line); {
		case strings.HasPrefix(line, "datasource"):
			inSource = true
		case line == "}":
			inSource = false
		case inSource && m != nil:
			facts = append(facts, Fact{Kind: kindScheme, Name: m[1], Snippet: line})
		}
	}
	return facts
}
