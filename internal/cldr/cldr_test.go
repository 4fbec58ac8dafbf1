package cldr

import (
	"flag"
	"maps"
	"os"
	"slices"
	"strings"
	"testing"

	"golang.org/x/text/language"
	"golang.org/x/text/language/display"
)

var update = flag.Bool("update", false, "write countries.txt and languages.txt")

// codes yields all codes of two and three letters.
func codes(yield func(string) bool) {
	for a := 'a'; a <= 'z'; a++ {
		for b := 'a'; b <= 'z'; b++ {
			for _, c := range " abcdefghijklmnopqrstuvwxyz" {
				if !yield(strings.TrimSpace(string([]rune{a, b, c}))) {
					return
				}
			}
		}
	}
}

func TestCountriesAsCLDRNamesThem(t *testing.T) {
	want := map[string]string{}
	for code := range codes {
		if region, err := language.ParseRegion(code); err == nil && len(code) == 2 {
			want[strings.ToUpper(code)] = display.English.Regions().Name(region)
		}
	}
	compare(t, "countries.txt", want, Country)
}

func TestLanguagesAsCLDRNamesThem(t *testing.T) {
	want := map[string]string{}
	for code := range codes {
		if base, err := language.ParseBase(code); err == nil {
			want[base.String()] = display.English.Languages().Name(base)
		}
	}
	compare(t, "languages.txt", want, func(code string) string { return Language(language.MustParseBase(code)) })
}

func compare(t *testing.T, file string, want map[string]string, name func(string) string) {
	if len(want) < 200 {
		t.Fatalf("only %d codes are known", len(want))
	}
	if *update {
		var b strings.Builder
		for _, code := range slices.Sorted(maps.Keys(want)) {
			if want[code] != "" {
				b.WriteString(code + " " + want[code] + "\n")
			}
		}
		if err := os.WriteFile(file, []byte(b.String()), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	for code, wanted := range want {
		if got := name(code); got != wanted {
			t.Errorf("%s is %q, CLDR says %q; go test ./internal/cldr -update writes %s", code, got, wanted, file)
		}
	}
}
