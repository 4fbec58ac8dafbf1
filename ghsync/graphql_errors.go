package ghsync

import (
	"errors"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/google/go-github/v62/github"

	"github.com/ghresume/ghresume/internal/lazy"
)

// graphqlError is an error in addition to data or instead of it.
type graphqlError struct {
	Type    string `json:"type"`
	Message string `json:"message"`
	Path    []any  `json:"path"`
	// Extensions.Code is set if the query itself is invalid.
	Extensions struct {
		Code      string `json:"code"`
		TypeName  string `json:"typeName"`
		FieldName string `json:"fieldName"`
	} `json:"extensions"`
}

func alias(i int) string { return fmt.Sprintf("p%d", i) }

// part returns the index of the part that the error is about.
func (e graphqlError) part() (n int, ok bool) {
	for i, step := range e.Path {
		name, isName := step.(string)
		if !isName || i > 1 { // the path of an invalid query begins with its operation
			return 0, false
		}
		if digits, aliased := strings.CutPrefix(name, "p"); aliased {
			if n, err := strconv.Atoi(digits); err == nil {
				return n, true
			}
		}
	}
	return 0, false
}

// partOf returns the index of the part that the error is about: the one it names, else
// the first that uses the fragment it names, else the first.
func (e graphqlError) partOf(parts []part) int {
	if i, ok := e.part(); ok && i < len(parts) {
		return i
	}
	if len(e.Path) > 0 {
		name, _ := e.Path[0].(string)
		fragment, _ := strings.CutPrefix(name, "fragment ")
		if i := slices.IndexFunc(parts, func(p part) bool { return slices.Contains(fragmentsOf(p.field, p.drops), fragment) }); i >= 0 {
			return i
		}
	}
	return 0
}

// node returns the index in the outermost list that the error is about.
func (e graphqlError) node() (n int, ok bool) {
	for _, step := range e.Path {
		if n, ok := step.(float64); ok {
			return int(n), true
		}
	}
	return 0, false
}

// isInList reports whether the error is about an item of a list.
func (e graphqlError) isInList() bool {
	_, ok := e.node()
	return ok
}

// field returns the denied field, which is the last name of the path; empty if the path
// ends with a node of a list or with the alias.
func (e graphqlError) field() string {
	if len(e.Path) < 2 {
		return ""
	}
	name, _ := e.Path[len(e.Path)-1].(string)
	return name
}

// isDenial reports whether the error means "not for this token".
func (e graphqlError) isDenial() bool {
	return e.Type == "FORBIDDEN" || e.Type == "INSUFFICIENT_SCOPES" || e.Type == "SAML" || strings.Contains(e.Message, "not accessible by")
}

// isOfToken reports whether a denial is about what the token may do, not about whose
// repository it is.
func (e graphqlError) isOfToken() bool {
	return e.Type == "INSUFFICIENT_SCOPES" || strings.Contains(e.Message, "not accessible by")
}

// isNotFound reports whether GitHub says that something does not exist.
func (e graphqlError) isNotFound() bool { return e.Type == "NOT_FOUND" }

// isHeavy reports whether a smaller query may avoid the error.
func (e graphqlError) isHeavy() bool {
	switch e.Type {
	case "RESOURCE_LIMITS_EXCEEDED", "MAX_NODE_LIMIT_EXCEEDED", "SERVICE_UNAVAILABLE", "INTERNAL", "TIMEOUT":
		return true
	}
	return e.Type == "" && e.Extensions.Code == ""
}

// names returns the fields on the path, below the alias.
func (e graphqlError) names() []string {
	var names []string
	for _, step := range e.Path[min(1, len(e.Path)):] {
		if name, ok := step.(string); ok {
			names = append(names, name)
		}
	}
	return names
}

// isAboutField reports whether the server's schema lacks the field, or an argument of it.
func (e graphqlError) isAboutField() bool {
	return e.Extensions.Code == "undefinedField" || e.Extensions.Code == "argumentNotAccepted" || undefinedField.MatchString(e.Message)
}

// missingField returns the field that the server's schema lacks.
func (e graphqlError) missingField() string {
	if e.Extensions.FieldName != "" {
		return e.Extensions.FieldName
	}
	if m := undefinedField.FindStringSubmatch(e.Message); m != nil && m[1] != "" {
		return m[1]
	}
	return e.field()
}

// missingFields returns the missing field, and those around it, the innermost first.
func (e graphqlError) missingFields() []string {
	fields := []string{e.missingField()}
	for _, name := range slices.Backward(e.names()) {
		if !slices.Contains(fields, name) {
			fields = append(fields, name)
		}
	}
	return fields
}

var undefinedField = lazy.New(`^Field '(\w+)' (?:doesn't exist|doesn't accept)|^\w+ isn't a defined input type`)

// sentence returns GitHub's message without the advice that follows it.
func (e graphqlError) sentence() string {
	s := firstLine(e.Message)
	for _, advice := range []string{". Please ", ". You must grant "} {
		s, _, _ = strings.Cut(s, advice)
	}
	return strings.TrimSuffix(strings.TrimSpace(s), ".")
}

// isServerError reports whether err is a server error, which a smaller query may avoid.
func isServerError(err error) bool { return statusOf(err) >= 500 }

// statusOf returns the HTTP status of a refusal; 0 if err is not one.
func statusOf(err error) int {
	if answer, ok := errors.AsType[*github.ErrorResponse](err); ok && answer.Response != nil {
		return answer.Response.StatusCode
	}
	return 0
}
