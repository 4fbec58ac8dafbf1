// Package cldr names countries and languages in English, as Unicode's CLDR does.
// golang.org/x/text knows the names in all languages, which costs every start of
// the program half a millisecond.
package cldr

import (
	_ "embed"
	"strings"
	"sync"

	"golang.org/x/text/language"
)

// Generated from golang.org/x/text/language/display by: go test ./internal/cldr -update.
var (
	//go:embed countries.txt
	countries string
	//go:embed languages.txt
	languages string
)

var (
	countryNames  = sync.OnceValue(func() map[string]string { return table(countries) })
	languageNames = sync.OnceValue(func() map[string]string { return table(languages) })
)

// table parses the names in a file: each line is a code, a space and a name.
func table(text string) map[string]string {
	names := map[string]string{}
	for line := range strings.Lines(text) {
		code, name, _ := strings.Cut(strings.TrimSuffix(line, "\n"), " ")
		names[code] = name
	}
	return names
}

// Country returns the name for a two-letter code of a country or region in capitals, or "".
func Country(code string) string { return countryNames()[code] }

// Language returns the name of a language regardless of script and region, or "".
func Language(base language.Base) string { return languageNames()[base.String()] }
