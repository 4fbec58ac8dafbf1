package ghresume

import (
	"fmt"
	"maps"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
)

const noticesFile = "docs/THIRD_PARTY_NOTICES.txt"

// data lists what the program contains from others besides modules: fonts and lists. Each
// has its license in the tree.
var data = map[string][]string{
	"document/fonts/LICENSE-OpenSans.txt": {
		"Open Sans (font), Copyright 2010-2011 Google Corporation",
		"The numbering plans of libphonenumber (resume/review/phone_plans.txt), Copyright (C) 2009 The Libphonenumber Authors",
	},
	"document/fonts/LICENSE-Tinos.txt":  {"Tinos (font)"},
	"document/fonts/LICENSE-DejaVu.txt": {"DejaVu Sans (font)"},
	"resume/review/LICENSE-SCOWL.txt":   {"Word lists of SCOWL (resume/review/near_words.txt and spelling.txt)"},
	"internal/cldr/LICENSE-Unicode.txt": {"Names of countries and languages of Unicode's CLDR (internal/cldr)"},
}

// TestNotices: the program comes with the licenses of everything in it, on every system
// that it is released for.
func TestNotices(t *testing.T) {
	want := notices(t)
	if *update {
		if err := os.WriteFile(noticesFile, []byte(want), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	if tidy(read(t, noticesFile)) != tidy(want) {
		t.Errorf("%s is not what the program is made of; run `go test . -run Notices -update`", noticesFile)
	}
}

// TestNoticesTravel: everything that is distributed contains them.
func TestNoticesTravel(t *testing.T) {
	release, image := read(t, ".goreleaser.yaml"), read(t, "Dockerfile")
	for file, lines := range map[string][]string{
		release: {"- src: " + noticesFile, "files:\n      - LICENSE\n", "extra_files: [LICENSE, " + noticesFile + "]"},
		image:   {"COPY LICENSE " + noticesFile + " "},
	} {
		for _, line := range lines {
			if !strings.Contains(file, line) {
				t.Errorf("%q is not in\n%s", line, file)
			}
		}
	}
}

// notices returns the texts of all licenses, each once, below the names of what it covers.
func notices(t *testing.T) string {
	under := map[string][]string{}
	for name, text := range moduleLicenses(t) {
		under[text] = append(under[text], name)
	}
	files, err := exec.CommandContext(t.Context(), "git", "ls-files", "*LICENSE-*", ":!*testdata*").Output()
	if err != nil {
		t.Fatal(err)
	}
	for _, file := range strings.Fields(string(files)) {
		if data[file] == nil {
			t.Errorf("%s: for what? Say it in notices_test.go", file)
		}
	}
	for file, names := range data {
		text := tidy(read(t, file))
		under[text] = append(under[text], names...)
	}
	var parts []string
	for text, names := range under {
		slices.Sort(names)
		parts = append(parts, strings.Join(names, "\n")+"\n\n"+text)
	}
	slices.Sort(parts)
	line := strings.Repeat("=", 80) + "\n"
	return "ghresume holds the work of others, under their licenses.\n\n" + line + strings.Join(parts, "\n"+line)
}

var licenseFile = regexp.MustCompile(`(?i)^(licen[cs]e|copying|notice|patents)(\.(txt|md))?$`)

// moduleLicenses returns the license files of Go itself and of each module that is linked
// on any system, by module.
func moduleLicenses(t *testing.T) map[string]string {
	folders := map[string]string{}
	for _, system := range []string{"linux", "darwin", "windows"} {
		t.Setenv("GOOS", system)
		maps.Copy(folders, modulesOf(t, "./cmd/ghresume"))
	}
	licenses := map[string]string{}
	for path, dir := range folders {
		entries, err := os.ReadDir(dir)
		if err != nil {
			t.Fatal(err)
		}
		var texts []string
		for _, entry := range entries {
			if licenseFile.MatchString(entry.Name()) {
				texts = append(texts, tidy(read(t, filepath.Join(dir, entry.Name()))))
			}
		}
		if len(texts) == 0 {
			t.Errorf("%s has no license: may it be handed out?", path)
		}
		licenses[path] = strings.Join(texts, "\n")
	}
	licenses["The Go programming language and its standard library"] = licenses["golang.org/x/text"] // same authors, same text
	if len(licenses) < 30 {
		t.Fatalf("only %d licenses are found", len(licenses))
	}
	return licenses
}

// tidy normalizes the ends of lines.
func tidy(text string) string {
	var b strings.Builder
	for line := range strings.Lines(strings.ReplaceAll(text, "\r\n", "\n")) {
		fmt.Fprintln(&b, strings.TrimRight(line, " \t\n"))
	}
	return strings.Trim(b.String(), "\n") + "\n"
}
