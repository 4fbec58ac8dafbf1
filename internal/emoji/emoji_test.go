package emoji

import (
	"strings"
	"testing"
	"unicode/utf8"
)

func TestReplace(t *testing.T) {
	for s, want := range map[string]string{
		"Fast :rocket: builds":           "Fast 🚀 builds",
		":rocket::tada:":                 "🚀🎉",
		"(:+1:)":                         "(👍)",
		":de: :uk:":                      "🇩🇪 🇬🇧",
		"a:b:c 10:30:45":                 "a:b:c 10:30:45",
		"std::vector, :nothing:, :tada:": "std::vector, :nothing:, 🎉",
		":octocat: :shipit:":             ":octocat: :shipit:",
		"::rocket::":                     ":🚀:",
		":x":                             ":x",
		"":                               "",
	} {
		if got := Replace(s); got != want {
			t.Errorf("%q becomes %q, want %q", s, got, want)
		}
	}
}

func FuzzReplace(f *testing.F) {
	f.Add("a :rocket: b")
	f.Add(":x::y:z:")
	f.Fuzz(func(t *testing.T, s string) {
		got := Replace(s)
		if utf8.ValidString(s) && !utf8.ValidString(got) || strings.Count(s, " ") != strings.Count(got, " ") {
			t.Errorf("%q becomes %q", s, got)
		}
	})
}
