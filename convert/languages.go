package convert

import (
	"maps"
	"slices"
	"strings"

	"github.com/ghresume/ghresume/internal/lazy"
)

// Some files say everything in several languages: {"de": …, "en": …} instead of a
// value, or fr_summary beside summary. Such a file is read once for each language,
// and the profiles become one whose texts have wordings.

// languageKey is a key that means a language. Codes that are words elsewhere, such
// as id, no, is and to, are not among them.
var languageKey = lazy.New(`^@?((?:ar|bg|ca|cs|da|de|el|en|es|et|fi|fr|he|hr|hu|it|ja|ko|lt|lv|nb|nl|pl|pt|ro|ru|sk|sl|sr|sv|th|tr|uk|vi|zh)(?:[-_](?:[A-Z]{2}|Hans|Hant))?)$`)

// languageTag is the language that a key means: "pt-BR" of "pt_BR"; else empty.
func languageTag(key string) string {
	if m := languageKey.FindStringSubmatch(key); m != nil {
		return strings.ReplaceAll(m[1], "_", "-")
	}
	return ""
}

// keyInLanguage parts fr_summary and summary_fr into key and language.
func keyInLanguage(key string) (plain, language string) {
	if before, after, ok := strings.Cut(key, "_"); ok && languageTag(before) != "" {
		return after, languageTag(before)
	}
	for i := len(key) - 1; i > max(0, len(key)-len("-zh-Hans")-1); i-- {
		if strings.ContainsRune("_-@.", rune(key[i])) && languageTag(key[i+1:]) != "" {
			return key[:i], languageTag(key[i+1:])
		}
	}
	return "", ""
}

// maxLanguages is more than anybody writes a resume in.
const maxLanguages = 12

// languagesIn are the languages in which a tree says its values; "" stands for
// what a plain key says beside one with a language.
func languagesIn(tree *node) []string {
	found := map[string]bool{}
	findLanguages(tree, "", found)
	if len(found) < 2 || len(found) > maxLanguages {
		return nil
	}
	return slices.Sorted(maps.Keys(found))
}

func findLanguages(value any, under string, found map[string]bool) {
	switch v := value.(type) {
	case []any:
		for _, element := range v {
			findLanguages(element, "", found)
		}
	case *node:
		if byLanguage := v.languages(); len(byLanguage) > 1 && !(isLevels(v) && strings.HasPrefix(under, "lang")) {
			for _, language := range byLanguage {
				found[language] = true
			}
		}
		v.findKeysInLanguages(found)
		for _, key := range v.keys {
			findLanguages(v.values[key], strings.ToLower(key), found)
		}
	}
}

// findKeysInLanguages finds the languages of keys that come in several, or beside a plain one.
func (n *node) findKeysInLanguages(found map[string]bool) {
	said := map[string][]string{}
	for _, key := range n.keys {
		if plain, language := keyInLanguage(key); language != "" {
			said[plain] = append(said[plain], language)
		}
	}
	for plain, languages := range said {
		if n.has(plain) {
			found[""] = true
		} else if len(languages) < 2 {
			continue
		}
		for _, language := range languages {
			found[language] = true
		}
	}
}

// languages are those of an object that has nothing but languages as keys.
func (n *node) languages() []string {
	var out []string
	for _, key := range n.keys {
		language := languageTag(key)
		if language == "" {
			return nil
		}
		out = append(out, language)
	}
	return out
}

// isLevels tells {"en": "native", "de": "fluent"} under "languages" from a text in two languages.
func isLevels(n *node) bool {
	for _, value := range n.values {
		if _, isText := value.(string); !isText {
			return false
		}
	}
	return true
}

// inLanguage is a value as it is in one of the languages; what is said only in
// another stays.
func inLanguage(value any, language string, all []string) any {
	switch v := value.(type) {
	case []any:
		out := make([]any, len(v))
		for i, element := range v {
			out[i] = inLanguage(element, language, all)
		}
		return out
	case *node:
		if known := v.languages(); len(known) > 0 && containsAll(all, known) && (len(known) > 1 || !isAbsent(v)) {
			return inLanguage(v.values[v.keys[nearest(known, language)]], language, all)
		}
		return v.inLanguage(language, all)
	}
	return value
}

func containsAll(all, some []string) bool {
	return !slices.ContainsFunc(some, func(s string) bool { return !slices.Contains(all, s) })
}

// nearest is the index of a language, or of what replaces it.
func nearest(known []string, language string) int {
	base, _, _ := strings.Cut(language, "-")
	for _, wanted := range []string{language, base, "", "en"} {
		if i := slices.Index(known, wanted); i >= 0 {
			return i
		}
	}
	return 0
}

// inLanguage gives every plain key the value of the key that has the language.
func (n *node) inLanguage(language string, all []string) *node {
	out := newNode()
	chosen := map[string][]string{} // by plain key, the keys that say it
	plainOf := func(key string) string {
		if plain, l := keyInLanguage(key); l != "" && slices.Contains(all, l) {
			return plain
		}
		return key
	}
	for _, key := range n.keys {
		if !isAbsent(n.values[key]) || plainOf(key) == key {
			chosen[plainOf(key)] = append(chosen[plainOf(key)], key)
		}
	}
	for _, key := range n.keys {
		plain := plainOf(key)
		keys := chosen[plain]
		if len(keys) == 0 || out.has(plain) {
			continue
		}
		var known []string
		for _, k := range keys {
			_, l := keyInLanguage(k)
			if k == plain {
				l = ""
			}
			known = append(known, l)
		}
		out.set(plain, inLanguage(n.values[keys[nearest(known, language)]], language, all))
	}
	return out
}
