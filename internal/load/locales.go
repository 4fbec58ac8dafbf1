package load

import (
	"path/filepath"
	"strings"

	"github.com/ghresume/ghresume/internal/cli"
	"github.com/ghresume/ghresume/internal/locale"
)

// LocaleFiles returns the locale files next to a profile: locale.fi.toml is for Finnish.
func LocaleFiles(folder string) []string {
	return cli.Matching(filepath.Join(folder, "locale.*.toml"))
}

// localeOf returns the language of such a file.
func localeOf(file string) string {
	return strings.TrimSuffix(strings.TrimPrefix(filepath.Base(file), "locale."), ".toml")
}

// OwnLocales reads the locale files next to a profile, by language.
func OwnLocales(folder string) (map[string][]byte, error) {
	var out map[string][]byte
	for _, file := range LocaleFiles(folder) {
		data, err := cli.ReadNamed(file, cli.MostWritten, "")
		if err != nil {
			return nil, err
		}
		if err := locale.Check(data); err != nil {
			return nil, cli.UsageError("`ghresume templates eject --locale en` shows what a locale holds", "%s: %w", file, err)
		}
		if out == nil {
			out = map[string][]byte{}
		}
		out[localeOf(file)] = data
	}
	return out, nil
}
