package skill

import "testing"

func TestProvedByGivesAnExample(t *testing.T) {
	for name, want := range map[string]string{
		"Kotlin":      "code in Kotlin",
		"Kubernetes":  "its manifests",
		"Django":      "a dependency such as django (PyPI)",
		"Spring Boot": "a dependency that begins with org.springframework.boot (Maven)",
		"Node.js":     "a dependency such as express (npm)",
		"MongoDB":     "a dependency such as go.mongodb.org/mongo-driver (Go)",
		"SQL":         "migrations in SQL",
		"iOS":         "an app for iOS in Xcode",
		"HTML":        "",
		"Scrum":       "",
		"Unheard of":  "",
	} {
		if got := Default().ProvedBy(name); got != want {
			t.Errorf("%s: %q, want %q", name, got, want)
		}
	}
}
