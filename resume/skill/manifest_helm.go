package skill

import (
	"strings"

	"github.com/goccy/go-yaml"

	"github.com/ghresume/ghresume/internal/lazy"
)

// readChart reads the charts on which a Helm chart depends.
func readChart(_ string, content []byte) []Fact {
	var file struct {
		Dependencies []struct {
			Name string `yaml:"name"`
		} `yaml:"dependencies"`
	}
	if yaml.Unmarshal(content, &file) != nil {
		return nil
	}
	var facts []Fact
	for _, d := range file.Dependencies {
		facts = append(facts, chartFact(d.Name, "name: "+d.Name))
	}
	return facts
}

func chartFact(name, line string) Fact { return Fact{Kind: kindChart, Name: name, Snippet: line} }

var (
	// apiGroup matches the API of an object that an extension of Kubernetes defines.
	apiGroup = lazy.New(`^apiVersion:\s*["']?([a-z0-9-]+(?:\.[a-z0-9-]+)+)/`)
	// releasedChart matches the chart that Flux or Argo CD installs.
	releasedChart = lazy.New(`^(?:chart:|(?:url|repoURL):\s*["']?oci://\S+/)\s*["']?([\w-]+)["']?$`)
)

// readExtensions reads what extensions of Kubernetes are used, and which charts are
// installed through them.
func readExtensions(content []byte) []Fact {
	var facts []Fact
	for line := range lines(content) {
		if m := apiGroup.FindStringSubmatch(line); m != nil && !strings.HasSuffix(m[1], ".k8s.io") {
			facts = append(facts, platformFact(m[1], line))
		}
		if m := releasedChart.FindStringSubmatch(line); m != nil {
			facts = append(facts, chartFact(m[1], line))
		}
	}
	return facts
}
