package convert

import (
	"maps"
	"slices"
	"strings"

	"github.com/ghresume/ghresume/internal/lazy"
)

// Some files have every text in several languages: {"de": …, "en": …} instead of a value,
// or fr_summary beside summary. Such a file is read once for each language, and the
// profiles are merged into one whose texts have wordings.

// languageKey matches keys that are language codes, except codes that are common words or
// keys, such as id, no, is and to.
var languageKey = lazy.New(`^@?((?:ar|bg|ca|cs|da|de|el|en|es|et|fi|fr|he|hr|hu|it|ja|ko|lt|lv|nb|nl|pl|pt|ro|ru|sk|sl|sr|sv|th|tr|uk|vi|zh)(?:[-_](?:[A-Z]{2}|Hans|Hant))?)$`)

// languageTag returns the language that a key names, "pt-BR" for "pt_BR", or "".
func languageTag(key string) string {
	if m := languageKey.FindStringSubmatch(key); m != nil {
		return strings.ReplaceAll(m[1], "_", "-")
	}
	return ""
}

// keyInLanguage splits fr_summary and summary_fr into key and language.
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

// maxLanguages is more than any resume has.
const maxLanguages = 12

// languagesIn returns the languages of the values in a tree; "" means that of keys
// without a language beside keys with one.
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

// findKeysInLanguages finds the languages of keys that exist in several, or with and
// without one.
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

// languages returns the languages of an object whose keys are all languages.
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

// isLevels reports whether an object holds language skills, {"en": "native", "de":
// "fluent"}, and not a text in two languages.
func isLevels(n *node) bool {
	for _, value := range n.values {
		if _, isText := value.(string); !isText {
			return false
		}
	}
	return true
}

// inLanguage returns a value in one of the languages; what exists only in another stays.
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

// nearest returns the index of a language or, if it is missing, of its replacement.
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
