package skill

import (
	"strings"
	"testing"
)

// TestVendoredLanguages checks that a language with only other people's files does not
// count for the user.
func TestVendoredLanguages(t *testing.T) {
	for listing, want := range map[string]string{
		"main.go third_party/sqlite/sqlite3.c third_party/sqlite/sqlite3.h":      "C",
		"main.go cgo/bridge.c third_party/sqlite/sqlite3.c":                      "",
		"app.py Vendor/jquery.js":                                                "JavaScript",
		"third_party/sqlite/sqlite3.c README.md":                                 "", // no file of the user's in sight
		"lib/a.ts node_modules/left-pad/index.js":                                "JavaScript",
		"third_party/sqlite/sqlite3.c pom.xml src/main/resources/x.txt":          "C",
		"package.json node_modules/left-pad/index.js":                            "",
		"package.json lib/a.ts node_modules/left-pad/index.js":                   "JavaScript",
		"third_party/pom.xml third_party/sqlite/sqlite3.c":                       "",
		"src/main.rs src/vendored.c":                                             "",
		"deps/lua/lua.c deps/lua/lua.h src/server.cc src/server.h external/x.py": "Python",
	} {
		var got []string
		r := Repository{Facts: Default().FileFacts(strings.Fields(listing)), Languages: map[string]int64{"C": 90_000, "Go": 10_000}}
		for _, f := range r.Facts {
			if f.Kind == kindVendored {
				got = append(got, f.Name)
			}
		}
		if strings.Join(got, " ") != want {
			t.Errorf("%s: %q, want %q", listing, got, want)
		}
		if _, counted := Default().Weights(r, Choice{})["C"]; counted == strings.HasPrefix(want, "C") {
			t.Errorf("%s: C counted: %v", listing, counted)
		}
	}
}
