package convert_test

import (
	"encoding/json"
	"os"
	"regexp"
	"strings"
	"testing"

	"github.com/ghresume/ghresume/resume"
)

var withoutTags = regexp.MustCompile(`<[^<>]+>`)

// unprinted are keys whose values a resume does not need, or that mean nothing alone.
var unprinted = map[string]bool{
	"$schema": true, "level": true, "image": true, "picture": true, "address": true, "postalCode": true, "meta": true, "countryCode": true,
	"startDate": true, "endDate": true, "date": true, "releaseDate": true, "expires": true,
}

// implied are words that follow from a profile: parts of addresses, and a kind of entry.
var implied = map[string]bool{"https": true, "com": true, "org": true, "twitter": true, "github": true, "doi": true, "stack": true, "overflow": true, "contribution": true}

// eachText visits the strings of JSON that are words.
func eachText(value any, visit func(string)) {
	switch v := value.(type) {
	case string:
		visit(v)
	case []any:
		for _, item := range v {
			eachText(item, visit)
		}
	case map[string]any:
		for key, item := range v {
			if !unprinted[key] {
				eachText(item, visit)
			}
		}
	}
}

// TestEveryWordHasAHomeOrIsNamed: the words of a file are in the profile, in a comment, or
// in the list of what was left out; and in the JSON Resume written from it, except for
// what the comments report.
func TestEveryWordHasAHomeOrIsNamed(t *testing.T) {
	for _, path := range []string{"testdata/jsonresume/full.json", "testdata/jsonresume/extensions.json"} {
		data, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		var tree any
		if err := json.Unmarshal(data, &tree); err != nil {
			t.Fatal(err)
		}
		imported := read(t, path)
		text := string(resume.EncodeProfile(imported.Profile, imported.Comments))
		named := imported.Left.Error()
		for _, comment := range imported.Comments {
			named += "\n" + comment
		}
		var written any
		if err := json.Unmarshal(encoded(t, imported.Profile), &written); err != nil {
			t.Fatal(err)
		}
		again := ""
		collect := func(text string) { again += text + "\n" }
		eachText(written, collect)
		eachText(written.(map[string]any)["meta"].(map[string]any)["sections"], collect)
		inProfile, inJSON := wordsOf(text+named), wordsOf(again+named)
		eachText(tree, func(source string) {
			for w := range wordsOf(withoutTags.ReplaceAllString(strings.ReplaceAll(source, "&amp;", "&"), " ")) {
				switch {
				case implied[w]:
				case !inProfile[w]:
					t.Errorf("%s: %q of %q is lost", path, w, source)
				case !inJSON[w]:
					t.Errorf("%s: %q of %q does not come back", path, w, source)
				}
			}
		})
	}
}
