package templates

import (
	"errors"
	"fmt"
	"strings"

	"github.com/ghresume/ghresume/internal/locale"
	"github.com/ghresume/ghresume/resume"
)

// LanguageError means that there is no locale for a language.
type LanguageError struct{ Language string }

func (e *LanguageError) Error() string {
	return fmt.Sprintf("%q is not an output language", e.Language)
}

// Hint names the available languages.
func (e *LanguageError) Hint() string {
	return "expected one of " + strings.Join(Languages(), ", ") + `; a region may follow, as in "de-AT"; for any other language put its words into a file next to the profile, such as locale.fi.toml`
}

// Languages returns the built-in output languages, as sorted BCP 47 tags.
func Languages() []string { return locale.Languages() }

// localeOf returns the locale for a resume.
func localeOf(r *resume.Resume) (*locale.Locale, error) {
	words, err := locale.Of(r)
	if errors.Is(err, locale.ErrUnknown) {
		return nil, &LanguageError{r.Language}
	}
	return words, err
}
