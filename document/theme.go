package document

import (
	"fmt"
	"slices"
	"strings"

	"github.com/ghresume/ghresume/internal/themes"
)

// Theme is the name of a theme; an unknown one looks like the default. See [ParseTheme].
type Theme string

// The themes. The zero Theme is Modern.
const (
	Modern   Theme = "modern"
	Classic  Theme = "classic"
	Compact  Theme = "compact"
	Timeline Theme = "timeline"
)

// Themes returns the names of all themes; the first one is the default.
func Themes() []Theme {
	var names []Theme
	for _, name := range themes.Names() {
		names = append(names, Theme(name))
	}
	return names
}

// About describes a theme in a few words.
func (t Theme) About() string { return themes.About(string(t)) }

// ParseTheme returns the theme of a name; "" is the default theme. The error is an
// [*UnknownThemeError].
func ParseTheme(name string) (Theme, error) {
	if t := Theme(name); t == "" || slices.Contains(Themes(), t) {
		return t, nil
	}
	return "", &UnknownThemeError{name}
}

// UnknownThemeError means that there is no theme of that name.
type UnknownThemeError struct{ Name string }

func (e *UnknownThemeError) Error() string { return fmt.Sprintf("there is no theme %q", e.Name) }

// Hint lists the themes.
func (e *UnknownThemeError) Hint() string {
	var names []string
	for _, t := range Themes() {
		names = append(names, string(t))
	}
	return "expected one of " + strings.Join(names, ", ")
}

// change adapts the style of PDF and DOCX to the theme. One without a case here looks like
// the default there.
func (t Theme) change(l *style) {
	switch t {
	case Classic:
		classic(l)
	case Compact:
		compact(l)
	case Timeline:
		timeline(l)
	default:
		modern(l)
	}
}

func modern(l *style) {
	l.bar, l.rule = 4, beside
	l.nameColor = l.accent
}

func classic(l *style) {
	l.family, l.size, l.leading = serif, 10.8, 1.25
	l.sizes = map[role]float64{name: 28, headline: 12, section: 11.2}
	l.centered, l.rule = true, below
	l.nameColor = l.ink
	l.organizationItalic = true
}

func compact(l *style) {
	l.size, l.leading = 9, 1.3
	l.sizes = map[role]float64{name: 26, headline: 10.5, section: 10}
	l.margins = Margins{40, 46, 40, 46}
	l.rule = below
	l.nameColor, l.sectionColor, l.markerColor = l.ink, l.ink, l.ink
	l.sectionAbove, l.itemAbove, l.paragraphAbove, l.afterSection = 9, 0.8, 1.4, 3
	l.line = l.ink
}

func timeline(l *style) {
	l.dateColumn, l.rule = 120, below
	l.margins = Margins{46, 46, 46, 46}
	l.nameColor = l.ink
	l.itemAbove = 1.5
}
