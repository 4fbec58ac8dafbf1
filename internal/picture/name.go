package picture

import (
	"fmt"
	"slices"
	"strings"
)

// Names returns the names of the pictures that can be drawn; that of a single project is
// project-NAME.
func Names() []string {
	return []string{"header", "languages", "contributions", "totals", "projects", "skills"}
}

// ProjectPrefix is the prefix of the name of a picture of one project.
const ProjectPrefix = "project-"

// BadgePrefix is the prefix of the name of a picture of one word, for a link.
const BadgePrefix = "badge-"

// IsName reports whether a picture of that name exists.
func IsName(name string) bool {
	return slices.Contains(Names(), name) || strings.HasPrefix(name, ProjectPrefix) || strings.HasPrefix(name, BadgePrefix)
}

// UnknownError means that ghresume does not draw a picture of that name.
type UnknownError struct{ Name string }

func (e *UnknownError) Error() string { return fmt.Sprintf("there is no picture %q", e.Name) }

// Hint names the available pictures.
func (e *UnknownError) Hint() string {
	return "expected " + strings.Join(Names(), ", ") + ", or project-NAME"
}
