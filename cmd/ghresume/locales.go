package main

import (
	"path/filepath"
	"strings"

	"github.com/ghresume/ghresume/templates"
)

// localeFiles returns the locale files next to a profile: locale.fi.toml is for Finnish.
func localeFiles(folder string) []string {
	return matching(filepath.Join(folder, "locale.*.toml"))
}

// localeOf returns the language of such a file.
func localeOf(file string) string {
	return strings.TrimSuffix(strings.TrimPrefix(filepath.Base(file), "locale."), ".toml")
}

// ownLocales reads the locale files next to a profile, by language.
func ownLocales(folder string) (map[string][]byte, error) {
	var out map[string][]byte
	for _, file := range localeFiles(folder) {
		data, err := readNamed(file, mostWritten, "")
		if err != nil {
			return nil, err
		}
		if err := templates.CheckLocale(data); err != nil {
			return nil, usageError("`ghresume templates eject --locale en` shows what a locale holds", "%s: %w", file, err)
		}
		if out == nil {
			out = map[string][]byte{}
		}
		out[localeOf(file)] = data
	}
	return out, nil
}
