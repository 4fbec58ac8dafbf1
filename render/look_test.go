package render

import (
	"errors"
	"testing"

	"github.com/ghresume/ghresume/document"
	"github.com/ghresume/ghresume/resume"
)

// TestUnknownTheme: a misspelled theme is an error, not the default theme.
func TestUnknownTheme(t *testing.T) {
	_, err := New(&resume.Resume{}, Look{Theme: "clasic"})
	if _, ok := errors.AsType[*document.UnknownThemeError](err); !ok {
		t.Errorf("got %v", err)
	}
	if _, err := New(&resume.Resume{}, Look{}); err != nil {
		t.Errorf("an empty resume: %v", err)
	}
}
