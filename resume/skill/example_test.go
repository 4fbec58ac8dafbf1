package skill_test

import (
	"fmt"

	"github.com/ghresume/ghresume/resume/skill"
)

func ExampleCatalog_Find() {
	for _, m := range skill.Default().Find("Golang services on k8s; go to any conference you like") {
		fmt.Println(m.Text, "is", m.Name)
	}
	// Output:
	// Golang is Go
	// k8s is Kubernetes
}
